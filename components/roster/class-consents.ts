import { RosterElement } from './roster-element.ts';
export class ClassConsents extends RosterElement {
  static override tag = 'hssk-class-consents';
}
