import { confirmedFor, getAt } from '../schema/index.ts';
import type { HealthRecord } from '../schema/index.ts';
import { isBag, isEqual, own } from './bags.ts';

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
      return confirmedFor(path, code).every((place) =>
        holders.every((side) => isEqual(getAt(side, place), getAt(merged, place))),
      );
    });
    if (codes.length < Object.keys(given).length) isWhole = false;
    return codes.length ? [[path, Object.fromEntries(codes)] as const] : [];
  });
  if (isWhole) return merged;
  return places.length ? { ...rest, confirmed: Object.fromEntries(places) } : rest;
}
