/** Whether what stands in a record is what was written, by the rules of the README and nothing else. */
import { leafAt, wholeForm } from '../../src/schema/index.ts';
import type { Text } from './paper.ts';

/** Text as it must be kept: NFC, LF, no outer blanks, nothing invisible; in one line also single blanks. */
export function clean(text: string, lines: boolean): string {
  const tidy = text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\t\n]|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '');
  return (lines ? tidy : tidy.replace(/\s+/g, ' ')).normalize('NFC').trim();
}

/** Small letters without accents; full-width signs as ordinary ones. */
const fold = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/đ/g, 'd').normalize('NFD').replace(/\p{M}/gu, '');
const wordsOf = (text: string): string[] => fold(text).match(/\p{L}+/gu) ?? [];
const runsOf = (text: string): string[] => fold(text).match(/\d+/g) ?? [];
const digitsOf = (text: string): string => runsOf(text).join('');

// Words that say what a date, a count or a number is, and units; they may be dropped.
const dropped = new Set(
  `ngày tháng năm ng th lúc giờ h và gr gram gam g kg kí ký cân cm m mét met mm °C độ C F lần phút ph l p nhịp
     mmHg HA ly cốc chén mũi liều con cháu đứa tuần x số là sđt đt tel`
    .toLowerCase()
    .match(/\p{L}+/gu),
);

/** What stands at a place of a record. */
export interface Kept {
  readonly path: string;
  readonly value: unknown;
  readonly absent: string | undefined;
  readonly unread: string | undefined;
  readonly note: string | undefined;
  /** The value was converted or completed, and the product asks about it. */
  readonly asked: boolean;
}

const nothing = /^[-–—−_.…·/\\|\s]+$|^[xX×✕✖✗✘\s]+$/u;
const clearWords: { readonly [reason: string]: string } = {
  unknown: 'khong chua nho ro biet kn xac dinh ko k',
  notMeasured: 'khong chua do can duoc ko k',
  notAvailableYet: 'chua co cap xn xet nghiem dkks dang ky khai sinh duoc lam giay',
  notApplicable: 'kad khong ap dung ko',
  refused: 'tu choi',
};

/** What is lost of a written text, as a short word; `undefined` when all of it is kept. */
export function lost(text: Text, kept: Kept, label: string): string | undefined {
  const leaf = leafAt(kept.path, wholeForm);
  if (!leaf) return 'the record has no such place';
  if (leaf.kind === 'box') return text === true && kept.value === true ? undefined : 'the tick';
  if (leaf.kind === 'choice' || leaf.kind === 'boxes') return lostOfBoxes(text, kept);
  const written = typeof text === 'string' ? text : [text].flat().join(', ');
  const lines = leaf.kind === 'diagnoses' || (leaf.kind === 'text' && leaf.lines === true);
  const tidy = clean(written, lines);
  if (kept.unread !== undefined) return clean(kept.unread, lines) === tidy ? undefined : 'the text as typed';
  const words = (kept.value as { text?: unknown } | undefined)?.text ?? kept.value;
  if (typeof words === 'string' && clean(words, true) === tidy) return undefined;
  const isNothing =
    nothing.test(tidy) || (isContact(leaf.kind) && /^(không|khong|ko|k)( có| co)?$/i.test(tidy));
  if (leaf.kind === 'diagnoses' || (leaf.kind === 'text' && kept.absent === undefined)) return 'the text';
  if (kept.value === undefined && kept.absent === undefined && kept.note === undefined)
    return isNothing ? undefined : 'everything';
  return lostWords(tidy, kept, label) ?? lostValue(leaf.kind, tidy, kept);
}

const isContact = (kind: string): boolean => ['phone', 'email', 'district'].includes(kind);

/** Words that stand neither in the value nor beside it, and do not say what the field says already. */
function lostWords(text: string, { value, absent, note = '' }: Kept, label: string): string | undefined {
  if (isCoded(value)) return undefined;
  const noneWords = 'khong co ko k';
  const known = new Set([
    ...wordsOf(note),
    ...wordsOf(label),
    ...wordsOf(String(typeof value === 'object' ? '' : (value ?? ''))),
    ...(absent === undefined ? [] : clearWords[absent]!.split(' ')),
    ...(value === undefined ? noneWords.split(' ') : []),
    wordsOf(label)
      .map((word) => word[0])
      .join(''),
  ]);
  const isCount = value === 0;
  const spoken =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const gone = spoken.filter(
    (word) =>
      !known.has(fold(word)) && !dropped.has(word) && !(isCount && noneWords.split(' ').includes(fold(word))),
  );
  return gone.length ? `the words "${gone.join(' ')}"` : undefined;
}

const isCoded = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && typeof (value as { code?: unknown }).code === 'string';

/** Whether the digits of the text are those of the value and its note. */
function lostValue(kind: string, text: string, { value, note = '', asked }: Kept): string | undefined {
  const noted = runsOf(note);
  const runs = runsOf(text).filter((run) => {
    const at = noted.indexOf(run);
    if (at >= 0) noted.splice(at, 1);
    return at < 0;
  });
  const digits = runs.join('');
  const gone = 'digits';
  if (value === undefined) return digits === '' ? undefined : gone;
  switch (kind) {
    case 'date': {
      const wanted = String(value).split('-').map(Number);
      const isSame = runs.every((run) =>
        wanted.some((part) => part === Number(run) || (asked && part % 100 === Number(run))),
      );
      return isSame && runs.length === wanted.length ? undefined : `digits, ${String(value)}`;
    }
    case 'number':
      return asked || isNumber(text, value, note) ? undefined : `the number, ${String(value)}`;
    case 'bloodPressure': {
      const { systolic, diastolic } = value as { systolic: number; diastolic?: number };
      const wanted = [systolic, diastolic].filter((part) => part !== undefined);
      return runs.map(Number).join() === wanted.join() || asked ? undefined : gone;
    }
    case 'phone': {
      const wanted = digitsOf(String(value));
      const forms = [wanted, wanted.replace(/^0/, '84'), wanted.replace(/^0/, '840'), `00${wanted}`];
      return [...forms, wanted + wanted].includes(digits) ? undefined : gone;
    }
    case 'coded':
      return isCoded(value) ? undefined : sameText((value as { text: string }).text, text, note);
    default:
      return sameText(String(value), text, note);
  }
}

/** The value stands in the text, and digits besides it in the note; words besides it were looked for before. */
function sameText(value: string, text: string, note: string): string | undefined {
  const bare = (each: string): string => fold(each).replace(/[^\p{L}\p{N}]/gu, '');
  const rest = digitsOf(bare(text).replace(bare(value), ''));
  return bare(text).includes(bare(value)) && [digitsOf(note), ''].includes(rest)
    ? undefined
    : `text beside "${value}"`;
}

/** A number as people write it: decimal comma or point, a point before three digits, "không" for 0; what is behind it is noted. */
function isNumber(text: string, value: unknown, note: string): boolean {
  const plain = fold(text).replace(/m2\b/g, '');
  const [written] = /-?\d+(?:[.,]\d+)*/.exec(plain) ?? [];
  if (written === undefined) return value === 0;
  const forms = [
    written.replace(',', '.'),
    written.replaceAll('.', '').replace(',', '.'),
    written.replaceAll(',', ''),
  ];
  return (
    forms.some((form) => Number(form) === value) &&
    runsOf(plain.replace(written, '')).every((run) => runsOf(note).includes(run))
  );
}

/** Every ticked option is a tick; other words stand beside the boxes. */
function lostOfBoxes(text: Text, { value, absent, unread, note, path }: Kept): string | undefined {
  const texts = [text].flat().map(String);
  const ticks = [value ?? []].flat();
  const options = printedOptions[path.split('.').at(-1)!] ?? {};
  const beside = clean(`${unread ?? ''} ${note ?? ''}`, false);
  const gone = texts.filter((each) => {
    const code = options[each.trim()];
    if (code !== undefined) return !ticks.includes(code);
    const isBeside = beside.includes(clean(each, false));
    // What says how much, or which side, stands in no box.
    if (!runsOf(each).every((run) => runsOf(beside).includes(run))) return true;
    // One text alone may be another way to say an option; beside other ticks it must stand as words.
    return !isBeside && (texts.length > 1 || (!ticks.length && absent === undefined));
  });
  return gone.length ? `the box or words "${gone.join(', ')}"` : undefined;
}

const known = { Có: 'yes', Không: 'no', 'Không nhớ rõ': 'unknown' };

/** The boxes printed on the paper. */
export const printedOptions: { readonly [field: string]: { readonly [words: string]: string } } = {
  sex: { Nam: 'male', Nữ: 'female' },
  bloodAbo: { O: 'O', A: 'A', B: 'B', AB: 'AB' },
  bloodRh: { 'Rh+': '+', 'Rh-': '-' },
  delivery: { 'Đẻ thường': 'normal', 'Đẻ mổ': 'caesarean' },
  smoking: { Không: 'no', Có: 'yes', 'Hút thường xuyên': 'regular', 'Đã bỏ': 'quit' },
  alcohol: { Không: 'no', Có: 'yes', 'Đã bỏ': 'quit' },
  drugs: { Không: 'no', Có: 'yes', 'Sử dụng thường xuyên': 'regular', 'Đã bỏ': 'quit' },
  activity: { Không: 'no', Có: 'yes', 'Thường xuyên (tập thể dục, thể thao...)': 'regular' },
  // The school book.
  ...Object.fromEntries(
    ['bcg', 'dpt', 'measles', 'polio', 'japaneseEncephalitis', 'hepB'].map((field) => [field, known]),
  ),
  now: known,
  level: { 'Tiểu học': 'primary', THCS: 'lowerSecondary', THPT: 'upperSecondary' },
  birthKinds: { 'Bình thường': 'normal', 'đẻ thiếu tháng': 'preterm', 'đẻ ngạt': 'asphyxia' },
  diseaseKinds: {
    hen: 'asthma',
    'động kinh': 'epilepsy',
    'dị ứng': 'allergy',
    'tim bẩm sinh': 'congenitalHeart',
  },
  nutrition: {
    'Bình thường': 'normal',
    'Suy dinh dưỡng': 'undernourished',
    'Thừa cân béo phì': 'overweightObese',
  },
  refraction: { Không: 'none', Cận: 'myopia', Viễn: 'hyperopia', Loạn: 'astigmatism' },
  spine: {
    'Bình thường': 'normal',
    gù: 'kyphosis',
    ưỡn: 'lordosis',
    'vẹo trái': 'scoliosisLeft',
    'vẹo phải': 'scoliosisRight',
  },
  recommendation: { 'theo dõi': 'monitor', 'khám chuyên khoa': 'specialist', 'điều trị': 'treatment' },
  toilet: { 'xả nước': 'flush', 'hai ngăn': 'twoVault', 'hố xí thùng': 'bucket', 'không có hố xí': 'none' },
};
