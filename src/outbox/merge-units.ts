import { isLeaf, isRows, wholeForm } from '../schema/index.ts';
import type { Group, Leaf, Rows } from '../schema/index.ts';

/**
 * What is one writing besides a single field: mixed from two people it would say what nobody wrote. `*` = any one key;
 * a pattern takes in all below it; the patterns of one line are one unit, named by the first.
 */
const units: readonly (readonly string[])[] = [
  // A number is one of its kind, and was issued on that day at that place.
  ['administrative.identifiers.*'],
  // A line and a commune mean something only inside their (old or new) district and province.
  ['administrative.permanentAddress'],
  ['administrative.currentAddress'],
  // One test gives both; half of each is the blood group of nobody.
  ['administrative.bloodAbo', 'administrative.bloodRh'],
  // The relation is that of the person named.
  ['administrative.caregiverName', 'administrative.caregiverRelation'],
  // How much, and for how long, of what stands beside it.
  ['history.risk.alcohol', 'history.risk.alcoholGlassesPerDay'],
  ['history.risk.exposure', 'history.risk.exposureDuration'],
  // Rows of a table: the relative who is affected has what the row says.
  ['history.familyAllergies.*'],
  ['history.familyDiseases.*'],
  // A dose: given or not, when, and what it did. Tables of later versions too.
  ['immunizations.*.*'],
  // Lying or standing is how that height was measured; a reason is that of the judgement beside it.
  ['screenings.*.rounds.*.heightCm', 'screenings.*.rounds.*.position'],
  ['screenings.*.rounds.*.nutrition', 'screenings.*.rounds.*.nutritionReason'],
  ['periodicExaminations.*.physique.heightCm', 'periodicExaminations.*.physique.position'],
  // One guardian, one incident and one test, each as somebody wrote it.
  ['screenings.*.general.guardians.*'],
  ['screenings.*.incidents.*'],
  ['periodicExaminations.*.guardian'],
  ['periodicExaminations.*.labs.*'],
  // Yes or no, and of what.
  ['screenings.*.general.treatment'],
  ['periodicExaminations.*.history.treatment'],
  ['periodicExaminations.*.history.family'],
  ['periodicExaminations.*.history.own'],
  ['screenings.*.general.vaccinated.other', 'screenings.*.general.vaccinated.otherName'],
  ['periodicExaminations.*.history.vaccinated.other', 'periodicExaminations.*.history.vaccinated.otherName'],
  // A class of children is the doctor's who named it.
  ['periodicExaminations.*.*.class', 'periodicExaminations.*.*.doctor'],
  // A notice went to that person on that day; whether it was answered comes later.
  [
    'screenings.*.parentNotice.sentOn',
    'screenings.*.parentNotice.channel',
    'screenings.*.parentNotice.recipient',
  ],
];

/**
 * Lists whose rows are visits: merged field by field, because several stations fill one row, unless one side has not got
 * the row. A school book is none of them: there is one of a school year, and who clears the only blank that stood in it
 * has not removed what others write there.
 */
export const visits: readonly string[] = ['examinations', 'periodicExaminations'];

const matching = (patterns: readonly string[]): RegExp =>
  new RegExp(`^(?:${patterns.join('|').replaceAll('.', '\\.').replaceAll('*', '[^.]+')})(?=\\.|$)`);
const unitPattern = /* @__PURE__ */ matching(/* @__PURE__ */ units.flat());

type Node = Leaf | Rows | Group | undefined;
function childOf(node: Node, key: string): Node {
  if (!node || isLeaf(node)) return undefined;
  return isRows(node) ? node.rows : Object.hasOwn(node, key) ? node[key] : undefined;
}

const makeJoined = (): readonly (readonly (readonly string[])[])[] =>
  units.filter((line) => line.length > 1).map((line) => line.map((pattern) => pattern.split('.')));
const joined = /* @__PURE__ */ makeJoined();

/** The first place of a unit of several, by any place of it. */
function firstOf(unit: string): string {
  const keys = unit.split('.');
  const isOf = (pattern: readonly string[]): boolean =>
    pattern.length === keys.length && pattern.every((key, at) => key === '*' || key === keys[at]);
  const first = joined.find((line) => line.some(isOf))?.[0];
  return first ? first.map((key, at) => (key === '*' ? keys[at]! : key)).join('.') : unit;
}

/** The unit that a place belongs to by the form and the table above. */
export function unitAt(path: string): string | undefined {
  const unit = unitPattern.exec(path)?.[0];
  if (unit !== undefined) return firstOf(unit);
  let node: Node = wholeForm;
  const keys = path.split('.');
  const end = keys.findIndex((key) => (node = childOf(node, key)) && isLeaf(node));
  return end < 0 ? undefined : keys.slice(0, end + 1).join('.');
}

/** Sorts paths by the order of the form; what the form does not know comes last. */
export function inFormOrder(paths: Iterable<string>): string[] {
  const rankOf = (path: string): string => {
    let node: Node = wholeForm;
    const rank = path.split('.').map((key) => {
      const names = !node || isLeaf(node) ? [] : isRows(node) ? (node.printed ?? []) : Object.keys(node);
      const at = names.indexOf(key);
      node = childOf(node, key);
      return `${at < 0 ? 999 : 100 + at}${key}`;
    });
    return rank.join('.');
  };
  const ranked = new Map([...paths].map((path) => [rankOf(path), path]));
  return [...ranked.keys()].sort().map((rank) => ranked.get(rank)!);
}
