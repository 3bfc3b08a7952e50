import type { Words } from '../../src/i18n/index.ts';
import type { RecordDraft } from '../../src/schema/index.ts';

/** Words of the form and how its places are called: only loaded where a place is named. */
export interface FormWords {
  readonly words: Words;
  placeName(path: string, draft?: RecordDraft): string;
}

export async function loadFormWords(locale: string): Promise<FormWords> {
  const [{ placeName }, words] = await Promise.all([
    import('../record-form/places.ts'),
    locale === 'en'
      ? import('../../src/i18n/en.ts').then(({ en }) => en)
      : import('../../src/i18n/vi.ts').then(({ vi }) => vi),
  ]);
  return { words, placeName: (path, draft) => placeName(words, path, draft) };
}
