import { expect, test } from 'vitest';
import { RunMeter } from '../../../src/app/evaluate/run-meter.ts';
import { makePlan } from '../../../src/config/plan/plan.ts';
import { resolveConfig } from '../../../src/config/resolve.ts';
import type { PreparedTask } from '../../../src/tasks/runners/runner.ts';

const TEXT = `version: 1
candidate: c.gguf
baseline: b.gguf
tasks:
  facts: { role: general, type: multiple_choice, dataset: facts.jsonl }
  rows: { role: general, type: multiple_choice, dataset: rows.jsonl }
gates:
  - { metric: facts/acc, max_drop: 5pp }
  - { metric: rows/acc, max_drop: 5pp }
`;

/** As many samples as the task's name is given, each prompt 40 bytes and so 10 tokens. */
async function meterOf(text: string, sizes: Readonly<Record<string, number>>) {
  const config = resolveConfig({ text, file: 'w.yml' });
  const plan = await makePlan(config, async ({ name }): Promise<PreparedTask> => {
    const { metrics } = config.declared.find(({ task }) => task === name) ?? { metrics: [] };
    return {
      ...{ metrics, datasetDigest: name, limit: null, fingerprint: () => ({}), run: async () => {} },
      samples: Array.from({ length: sizes[name] ?? 0 }, (_, index) => ({ id: `${index}`, index })),
      show: () => ({ prompt: 'x'.repeat(40), continuations: [], gold: null, targets: [] }),
    };
  });
  let now = 0;
  const meter = new RunMeter(plan, ['baseline', 'candidate'], () => now);
  return {
    meter,
    shares: plan.feasibility.map(({ expectedShare }) => expectedShare ?? 1),
    after(seconds: number, side: 'baseline' | 'candidate', task: string, done: number) {
      now += 1000 * seconds;
      const planned = sizes[task] ?? 0;
      return meter.add(side, { task, done, planned, samplesPerSecond: null, secondsLeft: null });
    },
  };
}

const SIZES = { facts: 1000, rows: 3000 };

test('what is left is that of both sides and all tasks, at most, and expected where it may end early', async () => {
  const { meter, after, shares } = await meterOf(TEXT, SIZES);
  expect(after(60, 'baseline', 'facts', 1)).toBeNull();
  const early = after(10, 'baseline', 'facts', 101);
  // 10 samples a second, 7899 of 8000 left.
  expect(early?.mostSeconds).toBeCloseTo(789.9, 1);
  const [ofFacts = 1, ofRows = 1] = shares;
  expect(ofRows).toBeLessThan(1);
  expect(early?.expectedSeconds).toBeCloseTo(389.9 + 100 * ofFacts + 300 * ofRows, 1);
  after(90, 'baseline', 'facts', 1000);
  after(1, 'baseline', 'rows', 1);
  expect(after(299, 'baseline', 'rows', 3000)?.mostSeconds).toBeCloseTo(400, -1);
  meter.end('baseline');
  // The candidate's first task ended early: what it did not come to is not asked.
  after(20, 'candidate', 'facts', 200);
  const last = after(10, 'candidate', 'rows', 100);
  // 3998 samples in 430 seconds, 2900 left.
  expect(last?.mostSeconds).toBeCloseTo(311.9, 1);
});

test('what an earlier run stored took no time now', async () => {
  const { after } = await meterOf(TEXT, SIZES);
  after(1, 'baseline', 'facts', 900);
  expect(after(10, 'baseline', 'facts', 1000)?.mostSeconds).toBeCloseTo(700, 0);
});

test('a whole evaluation is expected to take what it takes at most', async () => {
  const { after } = await meterOf(`${TEXT}policy: { evaluation: full }\n`, SIZES);
  after(1, 'baseline', 'facts', 1);
  const left = after(10, 'baseline', 'facts', 101);
  expect(left?.expectedSeconds).toBe(left?.mostSeconds);
});

test('nothing is said of a run of which a harness has a part', async () => {
  const harness = TEXT.replace(
    'rows: { role: general, type: multiple_choice, dataset: rows.jsonl }',
    'rows: { role: general, runner: lm-eval }',
  );
  const { after } = await meterOf(harness, SIZES).catch(() => ({ after: () => null }));
  expect(after(1, 'baseline', 'facts', 500)).toBeNull();
});
