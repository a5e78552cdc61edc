import { expect, test } from 'vitest';
import { OURS, type Ours } from './ours.ts';
// Made by scripts/references/pins.ts, with the versions that it names.
import pins from './pins.json' with { type: 'json' };

/** Numbers as they are; those that sacreBLEU gives have a signature beside them. */
const numberOf = (value: unknown): number => Number(Array.isArray(value) ? value[0] : value);

test.each(pins.cases.map(({ asked, value }) => ({ name: asked[0] as Ours, rest: asked.slice(1), value })))(
  '$name of $rest is what the reference computed',
  async ({ name, rest, value }) => {
    const ours = OURS[name] as (...rest: readonly unknown[]) => unknown;
    if (name === 'porter') expect(await ours(...rest)).toEqual(value);
    else expect(await ours(...rest)).toBeCloseTo(numberOf(value), 9);
  },
);
