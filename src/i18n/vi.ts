import { viAdministrative } from './vi/administrative.ts';
import { viExaminations } from './vi/examinations.ts';
import { viHistory } from './vi/history.ts';
import { viImmunizations } from './vi/immunizations.ts';
import { viMessages } from './vi/messages.ts';
import { viCore } from './vi/ui.ts';

/** Vietnamese words, the source of all others. They lie in a file for each part, so that a section alone brings its own. */
export const vi = {
  ...viCore,
  labels: {
    ...viAdministrative.labels,
    ...viHistory.labels,
    ...viImmunizations.labels,
    ...viExaminations.labels,
  },
  headings: { ...viAdministrative.headings, ...viHistory.headings, ...viExaminations.headings },
  options: { ...viAdministrative.options, ...viHistory.options },
  vaccines: viImmunizations.vaccines,
  help: { ...viAdministrative.help, ...viHistory.help, ...viExaminations.help },
  messages: viMessages,
};

type Widen<T> = T extends string ? string : { readonly [K in keyof T]: Widen<T[K]> };
/** The words of one language; every other language has the same keys as the Vietnamese. */
export type Words = Widen<typeof vi>;

/** Some of the words: what a section brings along. */
export type SomeWords = {
  readonly [K in keyof Words]?: Words[K] extends string ? Words[K] : Partial<Words[K]>;
};
