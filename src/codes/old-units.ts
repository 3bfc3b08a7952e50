import { expandPlace, type WrittenAddress } from './address.ts';
import { codeList, type CodeItem, type CodeList } from './code-list.ts';
import { findByName } from './names.ts';
import { findOldProvince } from './provinces.ts';

/**
 * How much of an old commune went to a new one: `partAreaAllPeople` is a part of its land with all who live there.
 * Only several `part` mean that a person must choose.
 */
export type Extent = 'whole' | 'part' | 'partAreaAllPeople' | 'renamed' | 'unchanged';

/** A commune before July 2025 (or a district that had none): names, old codes, and the communes of today it went to. */
export interface OldUnit extends CodeItem {
  readonly district: string;
  readonly province: string;
  readonly to: readonly { readonly code: string; readonly extent: Extent }[];
}

/** The old communes and districts, and the look-up by the three old names. */
export interface OldUnits {
  readonly communes: CodeList<OldUnit>;
  readonly districts: CodeList<CodeItem & { readonly province: string }>;
  /** The old commune that an old address names; without a district only a name that is unique in the province. */
  find(address: WrittenAddress): OldUnit | undefined;
}

const EXTENTS: Readonly<Record<string, Extent>> = {
  '': 'whole',
  P: 'part',
  A: 'partAreaAllPeople',
  R: 'renamed',
  U: 'unchanged',
};

const KIND = /^(?:thành phố|thị xã|quận|huyện|thị trấn|thi trấn|phường|xã)\s+/i;

/** Names without their kind; those of one number ("Phường 1") need it. */
const bare = (name: string): string[] => {
  const short = name.replace(KIND, '');
  return [expandPlace(name), ...(/\d/.test(short) ? [] : [short])];
};

/** Decodes the rows of `data/old-units.ts`. */
export function oldUnits(rows: string): OldUnits {
  const units: OldUnit[] = [];
  const areas: (CodeItem & { province: string })[] = [];
  let [province, district, last] = ['', '', 0];
  for (const line of rows.split('\n')) {
    if (line.startsWith('=')) province = line.slice(1);
    else if (line.startsWith('-')) {
      district = line.slice(1, 4);
      areas.push({ code: district, text: line.slice(4), names: bare(line.slice(4)), province });
    } else {
      const [, code = '', text = '', field = ''] = /^(\d{5})?(.*)\|(.*)$/.exec(line) ?? [];
      const to = field.split(',').map((step) => {
        last += parseInt(step.replace(/[A-Z]$/, ''), 36);
        return {
          code: String(last).padStart(5, '0'),
          extent: EXTENTS[/[A-Z]?$/.exec(step)?.[0] ?? ''] ?? 'whole',
        };
      });
      units.push({ code: code || district, text, names: bare(text), district, province, to });
    }
  }
  const communes = codeList('oldCommunes', () => units);
  const districts = codeList('oldDistricts', () => areas);
  return {
    communes,
    districts,
    find(address) {
      const old = findOldProvince(address.province)?.code;
      if (!old) return undefined;
      const area = findByName(districts, expandPlace(address.district), (item) => item.province === old);
      if (address.district && !area) return undefined;
      return findByName(
        communes,
        expandPlace(address.commune),
        (unit) => unit.province === old && (!area || unit.district === area.code),
      );
    },
  };
}
