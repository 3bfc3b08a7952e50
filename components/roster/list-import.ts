import { RosterElement } from './roster-element.ts';
export class ListImport extends RosterElement {
  static override tag = 'hssk-list-import';
}
