import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adviceSettings, cutOffs, growthIndicators } from '../measures/index.ts';
import type { AdviceCode, NutritionClass } from '../measures/index.ts';
import type { JumpCode } from '../school/index.ts';
import { enGrowth } from './en/growth.ts';
import { enStation } from './en/station.ts';
import { viGrowth } from './screening.ts';
import type { GrowthWords } from './screening.ts';
import { viStation } from './station.ts';

// A class or a code without words does not compile, and none has words that nothing says.
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const classesAgree: Same<keyof GrowthWords['classes'], NutritionClass> = true;
const codesAgree: Same<keyof GrowthWords['advice'], AdviceCode> = true;

test('every class, indicator, advice and action has words in both languages', () => {
  assert.ok(classesAgree && codesAgree);
  for (const words of [viGrowth, enGrowth]) {
    for (const { class: found } of cutOffs) assert.ok(words.classes[found], `${words.locale} ${found}`);
    for (const indicator of growthIndicators) assert.ok(words.indicators[indicator]);
    for (const [code, action] of Object.entries(adviceSettings.actions)) {
      assert.ok(words.advice[code as AdviceCode], `${words.locale} ${code}`);
      assert.ok(words.actions[action]);
    }
  }
});

test('both languages fill in the same places', () => {
  const places = (text: string): string => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
  for (const part of ['ui', 'advice'] as const)
    for (const [key, text] of Object.entries(viGrowth[part]))
      assert.equal(places((enGrowth[part] as Record<string, string>)[key]!), places(text), key);
});

test('the words of a station fill in the same places in both languages', () => {
  const places = (text: string): string => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
  for (const part of ['ui', 'questions', 'stations'] as const)
    for (const [key, text] of Object.entries(viStation[part]))
      assert.equal(places((enStation[part] as Record<string, string>)[key]!), places(text), key);
});

test('every question that may be asked has its sentence', () => {
  const asked: { readonly [code in `jump.${JumpCode}` | 'slip.number']: string } = viStation.questions;
  assert.equal(Object.keys(asked).length, 7);
});
