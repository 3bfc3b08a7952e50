import type { RequestTerm, RequestType } from '../requests.ts';

const stop: RequestTerm = { answer: 2, perform: 15, throughOthers: 20, extension: 15 };
const show: RequestTerm = { answer: 2, perform: 10, throughOthers: 15, extension: 10 };

/** Terms of decree 356/2025/NĐ-CP art. 5.2 to 5.5. */
export const requestTerms: Readonly<Record<RequestType, RequestTerm>> = {
  withdraw: stop,
  restrict: stop,
  object: stop,
  view: show,
  correct: show,
  copy: show,
  erase: { answer: 2, perform: 20, throughOthers: 30, extension: 20 },
  protect: { answer: 2, perform: 15, extension: 15 },
};
