/** Judges what was captured against the checks of a form, by the rules of its README. Knows no page and no product rule. */
import { whoDecides } from '../../src/consent/index.ts';
import { viGrowth } from '../../src/i18n/screening.ts';
import { age, bmi } from '../../src/measures/index.ts';
import { getAt, leafAt } from '../../src/schema/index.ts';
import type { Issue, RecordDraft } from '../../src/schema/index.ts';
import { pathOf, prefixesOf, targetOf } from './entries.ts';
import type { Target } from './entries.ts';
import type { Seen } from './finder.ts';
import type { Check, PaperCase } from './paper.ts';
import { clean } from './writing.ts';

/** What is judged: the record as typed, what the product says about it, and what the page shows at each checked place. */
export interface Evidence {
  readonly form: PaperCase;
  readonly draft: RecordDraft;
  readonly issues: readonly Issue[];
  readonly seen: ReadonlyMap<Check, Seen>;
}

/** `due` is false for checks of other issues and for what nobody computes yet; `found` is what stood there instead. */
export interface Verdict {
  readonly due: boolean;
  readonly ok: boolean;
  readonly found: string;
}

const pass: Verdict = { due: true, ok: true, found: '' };
const notDue: Verdict = { due: false, ok: false, found: '' };
const fail = (found: unknown): Verdict => ({
  due: true,
  ok: false,
  found: typeof found === 'string' ? found : (JSON.stringify(found) ?? 'nothing'),
});
const verdict = (ok: boolean, found: unknown): Verdict => (ok ? pass : fail(found));

// Lists whose values are compared by code; the others by words.
const byCode = ['provinces', 'communes', 'ethnicGroups', 'nationalities'];
const growth = ['weightForAge', 'heightForAge', 'weightForHeight', 'bmiForAge'] as const;
const measures: readonly string[] = [
  'consentBy',
  'ageDays',
  'ageMonths',
  'ageYears',
  'bmi',
  'temporaryIdentifier',
  ...growth.flatMap((each) => [each, `${each}Z`]),
];
const levels = ['value', 'unread', 'note', 'warning', 'error', 'none', 'computed'];
const required = [
  'administrative.fullName',
  'administrative.sex',
  'administrative.birthDate',
  'administrative.currentAddress.commune',
];

/** All that stands at one place of a record, the value as the README writes values. */
export interface Standing {
  readonly path: string;
  readonly value: unknown;
  readonly absent: string | undefined;
  readonly unread: string | undefined;
  readonly note: string | undefined;
}

export function standingAt(draft: RecordDraft, path: string, diagnosis?: string): Standing {
  return {
    path,
    value: plain(draft, path, diagnosis),
    absent: draft.absent?.[path],
    unread: draft.unread?.[path],
    note: draft.notes?.[path],
  };
}

const bareCode = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '');

function plain(draft: RecordDraft, path: string, diagnosis: string | undefined): unknown {
  const value = getAt(draft, path) as Record<string, unknown> | undefined;
  const leaf = leafAt(path);
  if (leaf?.kind === 'box') return value ?? false;
  if (value === undefined) return undefined;
  switch (leaf?.kind) {
    case 'coded':
      return byCode.includes(leaf.list) ? (value['code'] ?? value['text']) : value['text'];
    case 'bloodPressure':
      return [value['systolic'], value['diastolic']].filter((part) => part !== undefined).join('/');
    case 'identifier':
      return { kind: getAt(draft, path.replace(/number$/, 'kind')), number: value };
    case 'diagnoses': {
      if (diagnosis === undefined) return value['text'];
      const codes = Object.values((value['codes'] ?? {}) as Record<string, { code?: string }>);
      return codes.find(({ code }) => code !== undefined && bareCode(code) === bareCode(diagnosis))?.code;
    }
    default:
      return value;
  }
}

const sorted = (value: unknown): unknown => (Array.isArray(value) ? [...value].sort() : value);
function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 0.01 + 1e-9;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [x, y] = [sorted(a) as Record<string, unknown>, sorted(b) as Record<string, unknown>];
  const keys = Object.keys(x);
  return keys.length === Object.keys(y).length && keys.every((key) => same(x[key], y[key]));
}

/** Blanks and capitals do not matter in a note. */
const loose = (text: string): string => clean(text, true).toLowerCase().replace(/\s+/g, '');
const timeOf = (text: string): string | undefined => {
  const [, hour, minute] = /^(\d{1,2})\s*(?:h|:|giờ)\s*(\d{2})/i.exec(text.trim()) ?? [];
  return hour && minute && `T${hour.padStart(2, '0')}:${minute}`;
};

/** Judges one check. `issues` = issues whose work is done. */
export function judge(check: Check, evidence: Evidence, issues: readonly number[]): Verdict {
  if (!issues.includes(check.issue) || !levels.includes(check.level) || check.part === 'screening')
    return notDue;
  if (check.level === 'computed' && !measures.includes(check.measure ?? '')) return notDue;
  const { form, draft } = evidence;
  if (check.measure === 'consentBy') return judgeDeciders(check, draft, form.capturedOn);
  if (check.part === 'record' && !['warning', 'error', 'none'].includes(check.level)) return notDue;
  if (check.label === null) {
    const here = prefixesOf(form, check, draft).flatMap((prefix) => issuesUnder(evidence.issues, prefix));
    return judgeIssues(check, here, true);
  }
  const target = targetOf(form, { ...check, label: check.label });
  if (!target) return fail('no such label on the form');
  const path = pathOf({ path: target.blank.path, rowRef: target.rowRef }, draft);
  const standing = standingAt(draft, path, target.diagnosis);
  const here = issuesUnder(evidence.issues, placeOf(path, target));
  const seen = evidence.seen.get(check);
  switch (check.level) {
    case 'value':
      return judgeValue(check, standing, target.text);
    case 'note': {
      const wanted = String(check.value);
      const time = timeOf(wanted);
      const isInValue = time !== undefined && JSON.stringify(standing.value ?? '').includes(time);
      return verdict(loose(standing.note ?? '').includes(loose(wanted)) || isInValue, standing);
    }
    case 'unread':
      return judgeUnread(standing, target.text, here, draft, seen);
    case 'computed':
      return judgeComputed(check, standing, draft, form.capturedOn, seen);
    default: {
      if (check.level === 'warning' && check.issue > 4 && isAdvised(seen)) return pass;
      const said = judgeIssues(check, here, false);
      return said.ok && check.level !== 'none' ? isShown(seen, check.level) : said;
    }
  }
}

/** Who has to decide about the data of the person, by the age on the day of capture. */
function judgeDeciders({ value }: Check, { administrative }: RecordDraft, at: string): Verdict {
  const { deciders } = whoDecides({
    birthDate: administrative?.birthDate,
    birthDateFrom: 'record',
    act: 'process',
    at,
  });
  const said = [...deciders].sort().join();
  const found = said === 'child,representative' ? 'childAndRepresentative' : said;
  return verdict(found === value, found);
}

/** Issues of one code of a diagnosis line stand below the line, under the code. */
const placeOf = (path: string, { diagnosis }: Target): string =>
  diagnosis === undefined ? path : `${path}.codes.${bareCode(diagnosis)}`;

const issuesUnder = (issues: readonly Issue[], path: string): Issue[] =>
  issues.filter((issue) => path === '' || issue.path === path || issue.path.startsWith(`${path}.`));

function judgeIssues({ level }: Check, here: readonly Issue[], anywhere: boolean): Verdict {
  const has = (wanted: Issue['level']): boolean => here.some((issue) => issue.level === wanted);
  const ok =
    level === 'none'
      ? here.length === 0
      : level === 'error'
        ? has('error')
        : has('warning') && (anywhere || !has('error'));
  return verdict(
    ok,
    here.length ? here.map((issue) => `${issue.level} ${issue.code}`).join(', ') : 'no issue',
  );
}

/** What later issues point at may be advice beside the field: the sentence that every advice begins with, and one more. */
const isAdvised = (seen: Seen | undefined): boolean => {
  const [before = ''] = viGrowth.ui.hint.split('{advice}');
  const [, said = ''] = (seen?.around ?? '').split(before.trim());
  return said.trim().length > 10;
};

/** What the product found must also be read at the field by a person. */
function isShown(seen: Seen | undefined, level: string): Verdict {
  const words = level === 'error' ? 'Lỗi:' : 'Xem lại:';
  return verdict(
    seen?.messages.some((message) => message.startsWith(words) && message.length > words.length + 3) ?? false,
    `the issue is found, but the page shows at the field: ${JSON.stringify(seen?.messages ?? 'field not found')}`,
  );
}

function judgeValue(check: Check, standing: Standing, text: unknown): Verdict {
  const { value, absent, unread } = standing;
  if (!('value' in check) || check.value === undefined) {
    const wanted = typeof text === 'string' ? clean(text, leafHasLines(standing.path)) : text;
    return verdict(same(wanted, value), standing);
  }
  const wanted = check.value;
  if (wanted === null)
    return verdict((value === undefined || value === false) && unread === undefined, standing);
  if (typeof wanted === 'object' && 'absent' in wanted)
    return verdict(absent === wanted.absent && (value === undefined || value === false), standing);
  return verdict(same(wanted, value), standing);
}

function leafHasLines(path: string): boolean {
  const leaf = leafAt(path);
  return leaf?.kind === 'diagnoses' || (leaf?.kind === 'text' && leaf.lines === true);
}

function judgeUnread(
  standing: Standing,
  text: unknown,
  here: readonly Issue[],
  draft: RecordDraft,
  seen: Seen | undefined,
): Verdict {
  const { path, unread, value } = standing;
  const isEmpty = value === undefined || value === false;
  if (unread === undefined || !isEmpty || clean(unread, true) !== clean(String(text), false))
    return fail(standing);
  const identifiers = draft.administrative?.identifiers;
  const isNumber = /^administrative\.identifiers\.\w+\.number$/.test(path);
  const isDayOfVisit = /^examinations\.[^.]+\.examinedOn$/.test(path);
  const isRequired =
    required.includes(path) || (isNumber && !Object.values(identifiers ?? {}).some((row) => row.number));
  const found = here.map(({ level }) => level);
  const wanted = isRequired ? 'error' : 'warning';
  const level = isDayOfVisit ? found[0] : found.includes(wanted) ? wanted : undefined;
  if (level === undefined || (level === 'warning' && found.includes('error')))
    return fail(
      `unread, but ${found.length ? found.join(', ') : 'no issue'} stands there instead of: ${wanted}`,
    );
  return isShown(seen, level);
}

function judgeComputed(
  check: Check,
  standing: Standing,
  draft: RecordDraft,
  capturedOn: string,
  seen: Seen | undefined,
): Verdict {
  const around = seen?.around ?? '';
  let found: unknown;
  const indicator = growth.find((each) => check.measure?.startsWith(each));
  if (indicator) {
    found = growthShown(indicator, around)[check.measure === indicator ? 'class' : 'z'];
    return verdict(same(check.value ?? null, found ?? null), found ?? around);
  }
  switch (check.measure) {
    case 'temporaryIdentifier': {
      const number = draft.administrative?.identifiers?.['temporary']?.number;
      const isSeen = number !== undefined && around.includes(number);
      return verdict(
        check.value ? isSeen : number === undefined,
        number === undefined ? 'none issued' : around,
      );
    }
    case 'bmi': {
      const vitals = getAt(draft, standing.path.replace(/\.bmi$/, '')) as {
        weightKg?: number;
        heightCm?: number;
      };
      const [, shown] = /Máy tính: (\d+(?:,\d+)?)/.exec(around) ?? [];
      found = shown === undefined ? null : Number(shown.replace(',', '.'));
      const worked = bmi(vitals ?? {}) ?? null;
      if (!same(found, worked))
        return fail(`the page shows ${String(found)}, measures give ${String(worked)}`);
      break;
    }
    default:
      found = ageShown(check.measure ?? '', around) ?? ageOf(check.measure ?? '', standing.value, capturedOn);
  }
  const wanted = check.value ?? null;
  return verdict(same(wanted, found ?? null) || same(wanted, single(found)), found ?? 'nothing');
}

/** Z-score and class of an indicator as the page says them. */
function growthShown(indicator: (typeof growth)[number], around: string) {
  const [, after = ''] = around.split(`${viGrowth.indicators[indicator]}: `);
  const [, z, words] = /^([−-]?\d+(?:,\d+)?) SD(?: \(([^)]*)\))?/.exec(after) ?? [];
  return {
    z: z === undefined ? undefined : Number(z.replace('−', '-').replace(',', '.')),
    class: Object.entries(viGrowth.classes).find(([, said]) => said === words)?.[0],
  };
}

const single = (found: unknown): unknown =>
  Array.isArray(found) && found[0] === found[1] ? found[0] : found;

/** The age as the page says it, where it says it in this unit. */
function ageShown(measure: string, around: string): number | number[] | undefined {
  const number = (pattern: RegExp): number | undefined => {
    const [, digits] = pattern.exec(around) ?? [];
    return digits === undefined ? undefined : Number(digits);
  };
  if (measure === 'ageDays') return number(/(\d+) ngày tuổi/);
  if (measure === 'ageMonths') return number(/(\d+) tháng tuổi/);
  const [, least, most] = /(\d+) hoặc (\d+) tuổi/.exec(around) ?? [];
  return least && most ? [Number(least), Number(most)] : number(/(\d+) tuổi/);
}

function ageOf(measure: string, born: unknown, on: string): readonly number[] | undefined {
  const found = typeof born === 'string' ? age(born, on) : undefined;
  return { ageDays: found?.days, ageMonths: found?.months, ageYears: found?.years }[measure];
}
