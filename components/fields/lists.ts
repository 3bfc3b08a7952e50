import type { CodeItem, CodeList, Search } from '../../src/codes/index.ts';
import type { ListName } from '../../src/schema/index.ts';
import type { Suggestions, suggestCodes } from './suggestions.ts';

/** Lists and look-up: fetched when the first field that needs it is entered. */
type Codes = typeof import('../../src/codes/lookup.ts');

let loading: Promise<Codes> | undefined;

/** Loads it once; a failure is not kept, so that the next field tries again. */
function loadCodes(): Promise<Codes> {
  loading ??= import('../../src/codes/lookup.ts').catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** What a coded field needs of its list: look-up by name, search, and the list below the control. */
export interface Lookup {
  readonly Suggestions: typeof Suggestions;
  readonly suggestCodes: typeof suggestCodes;
  readonly codes: Codes;
  readonly list: CodeList;
  readonly search: Search<CodeItem>;
}

const lookups = /* @__PURE__ */ new Map<ListName | 'icd10', Promise<Lookup>>();

/** The list a coded field is looked up in. */
export function loadLookup(name: ListName | 'icd10'): Promise<Lookup> {
  let lookup = lookups.get(name);
  if (!lookup) {
    lookup = load(name);
    lookups.set(name, lookup);
    lookup.catch(() => lookups.delete(name));
  }
  return lookup;
}

async function load(name: ListName | 'icd10'): Promise<Lookup> {
  const [codes, shown] = await Promise.all([loadCodes(), import('./suggestions.ts')]);
  const lists: { readonly [list in ListName | 'icd10']: () => CodeList | Promise<CodeList> } = {
    relationships: () => codes.relationships,
    provinces: () => codes.provinces,
    ethnicGroups: () => codes.ethnicGroups,
    religions: () => codes.religions,
    communes: codes.loadCommunes,
    nationalities: codes.loadNationalities,
    occupations: codes.loadOccupations,
    vaccines: codes.loadVaccineProducts,
    icd10: codes.loadIcd10,
  };
  const list = await lists[name]();
  return { ...shown, codes, list, search: codes.createSearch(list) };
}
