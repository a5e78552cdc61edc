import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTask } from '../../../src/core/compare/compare.ts';
import { ACC, run } from './build.ts';

test('shown flips are the largest whatever order they come in, groups taking turns among equal ones', () => {
  const change = fc.record({
    gain: fc.constantFrom(-3, -2, -1, 0, 1, 2),
    group: fc.constantFrom('a', 'b', 'c'),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 120 }), (changes) => {
      const metric = { ...ACC, range: { min: null, max: null } };
      const side = (scores: readonly number[]) =>
        run(scores, metric, {}, (index) => ({ group: changes[index]?.group ?? '' }));
      const { result } = compareTask(side(changes.map(() => 0)), side(changes.map(({ gain }) => gain)));
      const sorted = changes
        .map((each, index) => ({
          ...each,
          size: Math.abs(each.gain),
          id: `s${String(index).padStart(6, '0')}`,
        }))
        .sort((a, b) => b.size - a.size);
      const largest = (direction: number, most: number) => {
        const own = sorted.filter(({ gain }) => Math.sign(gain) === direction);
        const turnOf = ({ id, group }: (typeof own)[number]) =>
          own.filter((each) => each.group === group).findIndex((each) => each.id === id);
        const turns = own.map((each) => ({ ...each, turn: turnOf(each) }));
        return turns.sort((a, b) => b.size - a.size || a.turn - b.turn).slice(0, most);
      };
      expect(result?.flips.map(({ id }) => id)).toEqual(
        [...largest(-1, 24), ...largest(1, 12)].map(({ id }) => id),
      );
    }),
  );
});
