/** What kept a list from being read; each has words of what to do. */
export type ListErrorCode =
  | 'list.oldExcel'
  | 'list.locked'
  | 'list.unreadable'
  | 'list.empty'
  | 'list.tooLarge'
  | 'list.bomb'
  | 'list.macros'
  | 'list.webPage'
  | 'list.notTable'
  | 'list.tooLong';

/** A list that is not read. Nothing of the file stands in the message. */
export class ListError extends Error {
  readonly code: ListErrorCode;

  constructor(code: ListErrorCode) {
    super(code);
    this.name = 'ListError';
    this.code = code;
  }
}
