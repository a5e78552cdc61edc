import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HARNESSES, type Harness, harness } from '../../scripts/harnesses.ts';
import type { MetricResult } from '../../src/core/domain/decision.ts';
import type { SampleRecord } from '../../src/core/domain/sample.ts';
import type { Comparison } from '../../src/report/comparison.ts';
import { temporaryFolder, weighbridge } from '../e2e/support.ts';

/** What a harness said of one metric, by its own reader. */
interface Told {
  readonly value: number;
  readonly stderr: number | null;
  /** Of each sample; null where the harness tells sums only. */
  readonly scores: readonly number[] | null;
}

type Numbers = Readonly<Record<'base' | 'tuned', Readonly<Record<string, Told>>>>;

interface Row {
  /** The script that runs it, and says what it counted. */
  readonly script: string;
  /** Of a side, in the folder that the script wrote to. */
  readonly path: (side: string) => string;
}

const ROWS: Readonly<Record<Harness, Row>> = {
  'lm-eval': { script: 'lm_eval_runs.py', path: (side) => side },
  inspect: { script: 'inspect_ai_runs.py', path: (side) => `${side}#higher=polite&lower=length` },
  lighteval: { script: 'lighteval_runs.py', path: (side) => side },
  helm: { script: 'helm_runs.py', path: (side) => `output/runs/${side}` },
  promptfoo: { script: 'promptfoo_runs.mjs', path: (side) => `${side}.json` },
};

/** What we make of the likelihoods of choices beside a program's own metrics. */
const COMPANIONS = /\/(?:prob_correct|nll|brier_score)$/;

const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b);

/** What stands in a run directory, by `task/metric` with a filter where there is one. */
function imported(out: string): Map<string, number[]> {
  const scores = new Map<string, number[]>();
  for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('samples.jsonl')) continue;
    const { task } = JSON.parse(readFileSync(join(out, file, '../run.json'), 'utf8')) as { task: string };
    for (const line of readFileSync(join(out, file), 'utf8').trimEnd().split('\n')) {
      const sample = JSON.parse(line) as SampleRecord;
      for (const [metric, score] of Object.entries(sample.scores)) {
        const isFiltered = sample.filter !== undefined && sample.filter !== 'none';
        const name = `${task}/${metric}${isFiltered ? `,${sample.filter}` : ''}`;
        if (typeof score === 'number') scores.set(name, [...(scores.get(name) ?? []), score]);
      }
    }
  }
  return scores;
}

describe.each(Object.keys(HARNESSES) as Harness[])('%s', (name) => {
  const found = harness(name);
  const folder = temporaryFolder();
  const out = join(folder.path, 'out');
  const { script, path } = ROWS[name];
  const sideOf = (side: string) => join(out, path(side));
  let told: Numbers = { base: {}, tuned: {} };

  beforeAll(() => {
    if ('missing' in found) return;
    const { status, stdout, stderr } = spawnSync(
      found.program,
      [join(import.meta.dirname, script), out, ...(found.rest ?? [])],
      {
        encoding: 'utf8',
        cwd: folder.path,
        env: { ...process.env, HF_HUB_OFFLINE: '1', HF_HOME: join(folder.path, 'hf'), OMP_NUM_THREADS: '1' },
      },
    );
    expect(status, `${stdout.slice(-4000)}\n${stderr.slice(-4000)}`).toBe(0);
    told = JSON.parse(readFileSync(join(out, 'numbers.json'), 'utf8')) as Numbers;
  });
  afterAll(() => folder[Symbol.dispose]());

  test.skipIf('missing' in found)('results of today are compared by the numbers that it tells', async () => {
    const { exitCode, stdout, stderr } = await weighbridge([
      'compare',
      sideOf('base'),
      sideOf('tuned'),
      '--json',
    ]);
    expect(exitCode, stderr).toBe(0);
    const { tasks, comparability } = JSON.parse(stdout) as Comparison;
    expect(comparability.filter(({ severity }) => severity === 'hard')).toEqual([]);
    const compared = new Map<string, MetricResult>(
      tasks.flatMap(({ task, metrics }) => metrics.map((each) => [`${task}/${each.metric}`, each] as const)),
    );
    expect(Object.keys(told.base).length).toBeGreaterThan(1);
    const own = [...compared.keys()].filter((metric) => !COMPANIONS.test(metric));
    expect(own.sort()).toEqual(Object.keys(told.base).sort());
    for (const [metric, base] of Object.entries(told.base)) {
      const tuned = told.tuned[metric];
      const ours = compared.get(metric);
      expect(ours?.baseline?.value, `${metric} of the baseline`).toBeCloseTo(base.value, 9);
      expect(ours?.candidate?.value, `${metric} of the candidate`).toBeCloseTo(tuned?.value ?? NaN, 9);
      if (base.stderr !== null) expect(ours?.baseline?.stderr, metric).toBeCloseTo(base.stderr, 6);
      if (base.scores === null || tuned?.scores == null || ours?.flips == null) continue;
      // Both sides' samples in the order in which the harness has them.
      const pairs = base.scores.map((score, index) => (tuned.scores?.[index] ?? NaN) - score);
      const flips = {
        regressed: pairs.filter((delta) => delta < 0).length,
        improved: pairs.filter((delta) => delta > 0).length,
      };
      expect(ours.flips, metric).toEqual(flips);
      expect(flips.regressed + flips.improved, `${metric}: the stand-ins differ`).toBeGreaterThan(0);
    }
  });

  test.skipIf('missing' in found).each(['base', 'tuned'] as const)(
    '%s is imported sample by sample',
    async (side) => {
      const into = join(folder.path, `imported-${side}`);
      const { exitCode, stderr } = await weighbridge(['import', sideOf(side), '--out', into]);
      expect(exitCode, stderr).toBe(0);
      const ours = imported(into);
      const scores = Object.entries(told[side]).flatMap(([metric, { scores: each }]) =>
        each === null ? [] : [[metric, each] as const],
      );
      expect(scores.length).toBeGreaterThan(0);
      for (const [metric, each] of scores) {
        const [mine, theirs] = [sorted(ours.get(metric) ?? []), sorted(each)];
        expect(mine.length, metric).toBe(theirs.length);
        for (const [index, score] of mine.entries())
          expect(score, metric).toBeCloseTo(theirs[index] ?? NaN, 9);
      }
    },
  );
});
