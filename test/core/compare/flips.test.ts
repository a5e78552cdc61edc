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
        const meanOf = (group: string) => {
          const gains = changes.flatMap((each) => (each.group === group ? [each.gain] : []));
          return gains.reduce<number>((sum, gain) => sum + gain, 0) / gains.length;
        };
        // Those that moved most in this direction first; of equal ones, by name.
        const rank = (a: string, b: string) =>
          direction * (meanOf(b) - meanOf(a)) || -direction * (a < b ? -1 : 1) * Number(a !== b);
        const turns = own.map((each) => ({ ...each, turn: turnOf(each) }));
        return turns
          .sort((a, b) => b.size - a.size || a.turn - b.turn || rank(a.group, b.group))
          .slice(0, most);
      };
      expect(result?.flips.map(({ id }) => id)).toEqual(
        [...largest(-1, 24), ...largest(1, 12)].map(({ id }) => id),
      );
    }),
  );
});

test('what was asked is shown by its last paragraph, as the baseline has it, on one line', () => {
  const side = (score: number, question: string) => run([score], ACC, {}, () => ({ asked: { question } }));
  const asked = `Solved: 1 + 1 = 2\n\nWhat is the\ncapital of France?${' Think.'.repeat(30)}`;
  const { result } = compareTask(side(1, asked), side(0, 'planted'));
  expect(result?.flips[0]?.question).toMatch(/^What is the capital of France\? Think\..*…$/);
  expect(result?.flips[0]?.question).toHaveLength(120);
});
