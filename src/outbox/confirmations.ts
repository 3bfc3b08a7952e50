import { getAt } from '../schema/index.ts';
import type { HealthRecord } from '../schema/index.ts';
import { isBag, isEqual, own } from './bags.ts';

const obstetricWords = ['.lastPregnancy', '.gynecologicalDisease', 'history.otherIssues'];

/**
 * What a warning was judged by besides the value it stands at, and what is no unit with that: a place beside it (with a
 * point) or anywhere in the record. Whoever confirmed the warning had these before them.
 */
const judgedBy: { readonly [code: string]: readonly string[] } = {
  'bmi.mismatch': ['.weightKg', '.heightCm'],
  'number.implausible': ['administrative.birthDate'],
  'identifier.sexMismatch': ['administrative.sex'],
  'identifier.birthYearMismatch': ['administrative.birthDate'],
  'relation.sexMismatch': ['administrative.sex'],
  'name.sameAsPerson': ['administrative.fullName'],
  'part.notForMen': ['administrative.sex', 'history.reproductive', 'immunizations.tetanus'],
  'obstetric.pregnancies': ['.miscarriages', '.abortions', '.births', '.contraception', ...obstetricWords],
  'obstetric.births': [
    '.normalDeliveries',
    '.caesareans',
    '.difficultDeliveries',
    '.termBirths',
    '.pretermBirths',
  ],
  'obstetric.livingChildren': ['.births', ...obstetricWords],
};

const placesOf = (path: string, code: string): readonly string[] =>
  (Object.hasOwn(judgedBy, code) ? judgedBy[code]! : []).map((place) =>
    place.startsWith('.') ? path.slice(0, path.lastIndexOf('.')) + place : place,
  );

/**
 * The merged record without the confirmations that were given for other values: what a person let stand, seeing one
 * weight, is asked again beside another.
 */
export function stillConfirmed(
  sides: readonly (HealthRecord | undefined)[],
  merged: HealthRecord,
): HealthRecord {
  const { confirmed, ...rest } = merged;
  if (!isBag(confirmed)) return merged;
  let isWhole = true;
  const places = Object.entries(confirmed).flatMap(([path, given]) => {
    const codes = Object.entries(given).filter(([code, confirmation]) => {
      const holders = sides.filter((side) =>
        isEqual(own(own(own(side, 'confirmed'), path), code), confirmation),
      );
      return placesOf(path, code).every((place) =>
        holders.every((side) => isEqual(getAt(side, place), getAt(merged, place))),
      );
    });
    if (codes.length < Object.keys(given).length) isWhole = false;
    return codes.length ? [[path, Object.fromEntries(codes)] as const] : [];
  });
  if (isWhole) return merged;
  return places.length ? { ...rest, confirmed: Object.fromEntries(places) } : rest;
}
