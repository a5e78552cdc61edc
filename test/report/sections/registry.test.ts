import { describe, expect, test } from 'vitest';
import { EVERYTHING, LADDER, type RungName } from '../../../src/report/section.ts';
import { sectionsFor } from '../../../src/report/sections/registry.ts';
import { CONTEXT } from '../examples.ts';
import { hostileReport } from '../hostile-report.ts';

const FILE = hostileReport('invalid', 'name', 'text');

/** Titles of the folded sections, and how many stand in the open. */
const onRung = (name: RungName) => {
  const rung = LADDER.find((each) => each.name === name) ?? EVERYTHING;
  const titles = sectionsFor(FILE, { medium: 'comment', context: CONTEXT, rung }).map(({ title }) => title);
  return [titles.filter((title) => title === null).length, titles.filter((title) => title !== null)];
};

describe('what a comment says on each rung', () => {
  const WHY = [
    'Why 4 gates regressed, and what would change that',
    'Why 2 gates are undecided, and what would decide',
    'What may be behind it',
  ];
  const REST = ['Classes', 'Beside the reference', 'What was compared', 'Cost', 'Reproduce locally'];

  test.each([
    [
      'full',
      12,
      [
        ...WHY,
        ...['Gates against their limits', 'Which groups and samples changed', 'Classes', 'Training curves'],
        ...REST.slice(1),
      ],
    ],
    ['fewer flips', 12, [...WHY, 'Which groups and samples changed', ...REST]],
    ['no flips', 12, [...WHY, ...REST]],
    ['worst gates', 11, []],
    ['verdict and link', 4, []],
  ] as const)('%s', (name, open, titles) => {
    expect(onRung(name)).toEqual([open, titles]);
  });
});

test.each(['comment', 'page', 'terminal'] as const)('the %s begins with the verdict', (medium) => {
  const [first] = sectionsFor(FILE, { medium, context: CONTEXT, rung: EVERYTHING });
  expect(first?.blocks[0]?.kind).toBe('headline');
});
