/**
 * A person is done with a pupil and wants the next one: the list around the form opens whoever comes next. `member` = the
 * one that is wanted (somebody whose values were not saved yet); usually nobody in particular. Not cancelable.
 */
export class NextMemberEvent extends Event {
  readonly member: string | undefined;
  constructor(member?: string) {
    super('hssk-next');
    this.member = member;
  }
}

declare global {
  interface HTMLElementEventMap {
    'hssk-next': NextMemberEvent;
  }
}
