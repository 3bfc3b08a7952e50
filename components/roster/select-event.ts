import type { Member } from '../../src/client/index.ts';

/** A person opened somebody on a list, or went on to the next one. `list` = id of the list. */
export class SelectMemberEvent extends Event {
  readonly member: Member;
  readonly list: string;
  constructor(member: Member, list: string) {
    super('hssk-select');
    this.member = member;
    this.list = list;
  }
}
