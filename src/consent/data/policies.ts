import type { AgePolicy, Capacity } from '../deciders.ts';

const able: readonly Capacity[] = ['full', 'limited', 'difficulty'];
const all: readonly Capacity[] = ['full', 'limited', 'difficulty', 'lost'];

/**
 * Who decides at which age. Two acts have rows of their own (HIV law, art. 27 and 30; treatment with substitutes): ages
 * differ by act, there is no single "child". The rows for all acts take the stricter of law and sanction: from the 7th
 * birthday child and representative, not only where private life is published.
 */
export const agePolicies: readonly AgePolicy[] = [
  {
    id: 'vn-2026',
    from: '2026-01-01',
    source: {
      vi: 'Luật 91/2025/QH15, Điều 24; Nghị định 330/2026/NĐ-CP, Điều 60.1; Luật 64/2006/QH11, sửa đổi năm 2020',
      en: 'Law 91/2025/QH15 art. 24; decree 330/2026/NĐ-CP art. 60.1; law 64/2006/QH11 as amended 2020',
    },
    // The law on personal data lets the legal representative decide; being asked by word of mouth, or only caring for the
    // child, is no such right that could be shown later.
    weakGrounds: ['spoken', 'caring'],
    rules: [
      { act: 'hivTest', from: 15, capacity: ['full'], deciders: ['self'], reason: 'minor' },
      { act: 'hivResult', from: 15, capacity: ['full'], deciders: ['self'], reason: 'minor' },
      {
        act: 'methadone',
        from: 12,
        below: 18,
        capacity: able,
        deciders: ['representative', 'child'],
        reason: 'minor',
      },
      { act: '*', from: 0, below: 7, capacity: all, deciders: ['representative'], reason: 'smallChild' },
      {
        act: '*',
        from: 7,
        below: 16,
        capacity: able,
        deciders: ['representative', 'child'],
        reason: 'child',
      },
      {
        act: '*',
        from: 16,
        below: 18,
        capacity: able,
        deciders: ['representative', 'child'],
        reason: 'minor',
      },
      {
        act: '*',
        from: 7,
        below: 18,
        capacity: ['lost'],
        deciders: ['representative'],
        reason: 'representedChild',
      },
      { act: '*', from: 18, capacity: ['full'], deciders: ['self'], reason: 'adult' },
      {
        act: '*',
        from: 18,
        capacity: ['limited', 'difficulty', 'lost'],
        deciders: ['representative'],
        reason: 'representedAdult',
      },
    ],
  },
];
