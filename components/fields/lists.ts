import {
  createSearch,
  ethnicGroups,
  loadCommunes,
  loadNationalities,
  loadOccupations,
  loadVaccineProducts,
  provinces,
  relationships,
  religions,
} from '../../src/codes/index.ts';
import type { CodeItem, CodeList, Search } from '../../src/codes/index.ts';
import type { ListName } from '../../src/schema/index.ts';

/** The list a coded field is looked up in; the big ones are fetched on first use. */
const loaders: { readonly [name in ListName]: () => CodeList | Promise<CodeList> } = {
  relationships: () => relationships,
  provinces: () => provinces,
  ethnicGroups: () => ethnicGroups,
  religions: () => religions,
  communes: loadCommunes,
  nationalities: loadNationalities,
  occupations: loadOccupations,
  vaccines: loadVaccineProducts,
};

export const loadList = (name: ListName): CodeList | Promise<CodeList> => loaders[name]();

const searches = /* @__PURE__ */ new WeakMap<CodeList, Search<CodeItem>>();

/** The search of a list; its index is made once. */
export function searchOf(list: CodeList): Search<CodeItem> {
  let search = searches.get(list);
  if (!search) searches.set(list, (search = createSearch(list)));
  return search;
}
