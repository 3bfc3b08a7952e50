import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { growthIndicators, loadGrowthTables, zScore } from './index.ts';
import type { GrowthIndicator, GrowthMeasured, GrowthTables } from './index.ts';
import { edgeRows } from './growth-edges.fixture.ts';

let tables: GrowthTables;
before(async () => {
  tables = await loadGrowthTables();
});

const rows = edgeRows.split('\n').map((line) => {
  const [rule, indicator, sex, ageDays, weightKg, heightCm, headCm, position, z] = line.split('; ');
  const numbers = Object.entries({ ageDays, weightKg, heightCm, headCm }).flatMap(([name, text]) =>
    text === '-' ? [] : [[name, Number(text)]],
  );
  const child = { sex, ...Object.fromEntries(numbers), ...(position !== '-' && { position }) };
  return { rule, indicator: indicator as GrowthIndicator, child: child as GrowthMeasured, z };
});

test('each edge of each indicator, for both sexes', () => {
  for (const { rule, indicator, child, z } of rows) {
    const found = zScore(indicator, child, tables);
    const name = `${indicator} ${child.sex}, ${child.ageDays} days: ${rule}`;
    assert.equal(found?.toFixed(2) ?? 'none', z, name);
    assert.ok(!Object.is(found, -0), name);
  }
});

test('the edges are those of every indicator and both sexes', () => {
  const known = new Set(rows.map(({ indicator, child, rule }) => `${indicator} ${child.sex} ${rule}`));
  const all = ['weightForAge', 'heightForAge', 'bmiForAge', 'weightForHeight', 'headForAge'];
  assert.deepEqual(growthIndicators, all);
  for (const indicator of all)
    for (const sex of ['male', 'female'])
      for (const rule of ['day of birth', 'two years', 'last day under 60 months', 'beyond +3', 'beyond -3'])
        assert.ok(known.has(`${indicator} ${sex} ${rule}`), `${indicator} ${sex} ${rule}`);
});
