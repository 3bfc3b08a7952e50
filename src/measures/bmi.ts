import { isPossible } from './limits.ts';

/**
 * Body mass index in kg/m², rounded half up to 2 decimals: weight / height² (WHO Technical Report Series 894, 2000).
 * `undefined` unless both are given and a living person can have them, so that a slip (height in metres, weight in
 * grams) shows no number at all.
 */
export function bmi(measured: {
  readonly weightKg?: number | undefined;
  readonly heightCm?: number | undefined;
}): number | undefined {
  const { weightKg, heightCm } = measured;
  if (!isPossible('weightKg', weightKg) || !isPossible('heightCm', heightCm)) return undefined;
  // Whole grams and tenths of a millimetre: a half stays a half, which decimal fractions in binary do not.
  const grams = Math.round(weightKg * 1e3);
  const tenths = Math.round(heightCm * 1e2);
  return Math.floor((grams * 1e7) / tenths ** 2 + 0.5) / 100;
}
