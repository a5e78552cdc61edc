import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { Blocks, type DesignedOrder } from '../../../src/tasks/runners/blocks.ts';
import type { Monitor } from '../../../src/tasks/runners/monitor.ts';
import type { PlannedSample } from '../../../src/tasks/runners/runner.ts';
import { plan } from '../../support/stored-run.ts';

const SUBJECTS = ['law', 'physics', 'virology'];
const ids = (count: number) => Array.from({ length: count }, (_, index) => `q${index}`);
const planned = (id: string, index: number): PlannedSample => ({ id, index });
const answer = ({ id, index }: PlannedSample): SampleRecord => ({
  ...{ id, index, scores: { acc: 1 } },
  ...{ input_digest: 'sha256:i', target_digest: 'sha256:t' },
});
/** Questions of one subject begin alike. */
const promptOf = ({ id, index }: PlannedSample) => `${SUBJECTS[index % SUBJECTS.length]}: ${id}`;
const content = (together?: number) => ({
  show: (sample: PlannedSample) => ({ prompt: promptOf(sample), continuations: [], gold: null, targets: [] }),
  ...(together === undefined ? {} : { together }),
});
const monitor = (every: number, earliest: number | null): Monitor => ({
  isLook: (samples, count) => samples % every === 0 || samples === count,
  earliestStop: () => earliest,
  stopReason: () => null,
});
const uniform = (of: readonly string[]): DesignedOrder => ({ ids: of, extend: () => undefined });
/** Known up to the end of a round, as where samples are drawn by what was answered before. */
function inRounds(of: readonly string[], size: number): DesignedOrder {
  const known: string[] = of.slice(0, size);
  return {
    ids: known,
    extend(answered) {
      const has = new Set(Array.from(answered, ({ id }) => id));
      while (known.length < of.length && known.every((id) => has.has(id)))
        known.push(...of.slice(known.length, known.length + size));
    },
  };
}

const CASES = fc.record({
  count: fc.integer({ min: 1, max: 60 }),
  every: fc.integer({ min: 1, max: 20 }),
  earliest: fc.option(fc.integer({ min: 1, max: 60 })),
  round: fc.option(fc.integer({ min: 1, max: 25 })),
  together: fc.integer({ min: 1, max: 12 }),
  /** After how many answers the evaluation is killed, time after time. */
  kills: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 4 }),
});

describe('blocks of a sequential evaluation', () => {
  test('show a monitor the samples of the design at every look, whatever the order of work and whenever it is killed', () => {
    fc.assert(
      fc.property(CASES, ({ count, every, earliest, round, together, kills }) => {
        const order = ids(count);
        const samples = order.map(planned);
        const stored: SampleRecord[] = [];
        const shown: string[] = [];
        for (const budget of [...kills, Number.POSITIVE_INFINITY]) {
          const has = new Set(stored.map(({ id }) => id));
          const blocks = new Blocks(
            content(together),
            round === null ? uniform(order) : inRounds(order, round),
            { monitor: monitor(every, earliest), run: plan({ planned: count }) },
            samples.filter(({ id }) => !has.has(id)),
            stored,
          );
          expect(blocks.count).toBe(count - stored.length);
          shown.splice(0, shown.length, ...blocks.leading().map(({ id }) => id));
          // Whatever a monitor may stop at has all that is stored.
          if (!blocks.isTorn) expect(shown.length).toBe(stored.length);
          let left = budget;
          for (let block = blocks.next(); block.length > 0 && left > 0; block = blocks.next()) {
            for (const sample of block.slice(0, left)) {
              stored.push(answer(sample));
              blocks.add(answer(sample));
            }
            left -= block.length;
            if (left < 0) break;
            shown.push(...blocks.leading().map(({ id }) => id));
            expect(shown).toEqual(order.slice(0, shown.length));
            expect(shown.length).toBe(stored.length);
            if (round === null) expect(shown.length % every === 0 || shown.length === count).toBe(true);
          }
        }
        expect(new Set(stored.map(({ id }) => id)).size).toBe(count);
        expect(stored).toHaveLength(count);
        expect(shown).toEqual(order);
      }),
    );
  });

  test('end at a look, the first where anything can be decided, and are as long as scores are asked for together', () => {
    const blocksOf = (earliest: number | null, together = 1) => {
      const looks = { monitor: monitor(10, earliest), run: plan({ planned: 45 }) };
      const samples = ids(45).map(planned);
      const blocks = new Blocks(content(together), uniform(ids(45)), looks, samples, []);
      const lengths: number[] = [];
      for (let block = blocks.next(); block.length > 0; block = blocks.next()) {
        lengths.push(block.length);
        for (const sample of block) blocks.add(answer(sample));
        blocks.leading();
      }
      return lengths;
    };
    expect(blocksOf(1)).toEqual([10, 10, 10, 10, 5]);
    expect(blocksOf(21)).toEqual([30, 10, 5]);
    expect(blocksOf(1, 12)).toEqual([20, 20, 5]);
    expect(blocksOf(null)).toEqual([45]);
  });
});

test('samples whose prompts begin alike are worked on one after the other, and equal prompts as designed', () => {
  const samples = ids(30).map(planned);
  const work = new Blocks(content(), uniform(ids(30)), null, samples, []).next();
  const subjects = work.map((sample) => promptOf(sample).split(':')[0]);
  expect(subjects.filter((subject, at) => subject !== subjects[at - 1])).toEqual(SUBJECTS);
  const alike = { show: () => ({ prompt: 'the same', continuations: [], gold: null, targets: [] }) };
  expect(new Blocks(alike, uniform(ids(30)), null, samples, []).next()).toEqual(samples);
});

test('a sample is told with that one whose prompt begins most like its own, also of another block', () => {
  const prompts = ['law: a', 'physics: first, a', 'law: b', 'physics: first, b', 'physics: other', 'law: a'];
  const show = ({ index }: PlannedSample) => ({
    ...{ prompt: prompts[index] ?? '', continuations: [], gold: null, targets: [] },
  });
  const looks = { monitor: monitor(2, 1), run: plan({ planned: 6 }) };
  const of = (count: number) => new Blocks({ show }, uniform(ids(6)), looks, ids(count).map(planned), []);
  const blocks = of(6);
  expect(blocks.next().map(({ id }) => id)).toEqual(['q0', 'q1']);
  expect(ids(6).map((id) => blocks.alike(id))).toEqual([
    'q5',
    'q3',
    expect.any(String),
    'q1',
    expect.any(String),
    'q0',
  ]);
  expect(['q0', 'q5']).toContain(blocks.alike('q2'));
  expect(['q1', 'q3']).toContain(blocks.alike('q4'));
  expect(of(1).alike('q0')).toBeNull();
});
