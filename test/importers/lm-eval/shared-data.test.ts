import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collect } from '../../../src/importers/collect.ts';
import { lmEval } from '../../../src/importers/lm-eval/importer.ts';
import { compareResults } from '../../../src/results.ts';
import { sharedData } from '../../support/shared-data.ts';

/** Expected numbers are those of SOURCES.md beside the files. */
const found = sharedData('lm_eval');
const missing = found === null;
const DATA = found ?? '';

const MMLU = 'replay-mmlu-llama2-7b-alpaca-lora-0.4.13';
const GSM8K = 'replay-gsm8k-gpt3-0.4.13';
const TINY = 'tiny-hf-cpu-0.4.13';

const compare = async (baseline: string, candidate: string) => {
  const { tasks, comparability } = await compareResults({
    baseline: join(DATA, baseline),
    candidate: join(DATA, candidate),
  });
  const metrics = tasks.flatMap(({ task, metrics: each }) =>
    each.map((metric) => ({ ...metric, name: `${task}/${metric.metric}` })),
  );
  return {
    tasks,
    comparability,
    metrics,
    of: (name: string) => metrics.find((metric) => metric.name === name),
  };
};

describe.skipIf(missing)('pairs of real runs', { timeout: 120_000 }, () => {
  test.each([
    ['ckpt-50', 0.467, -0.0022, 547, 520],
    ['ckpt-200', 0.4627, -0.0065, 674, 594],
  ])('mmlu ckpt-0 to %s', async (candidate, value, delta, regressed, improved) => {
    const { tasks, comparability, of } = await compare(join(MMLU, 'ckpt-0'), join(MMLU, candidate));
    expect(comparability).toEqual([]);
    expect(tasks).toHaveLength(1);
    const acc = of('mmlu/acc');
    expect(acc?.flips).toEqual({ regressed, improved });
    expect(acc?.baseline).toMatchObject({ n: 12_343, value: expect.closeTo(0.4692, 4) });
    expect(acc?.candidate?.value).toBeCloseTo(value, 4);
    expect(acc?.delta?.value).toBeCloseTo(delta, 4);
    expect(acc?.groups).toHaveLength(55);
  });

  test('gsm8k', async () => {
    const { comparability, of } = await compare(
      join(GSM8K, 'gpt3__6b_finetuning'),
      join(GSM8K, 'gpt3__6b_verification'),
    );
    expect(comparability).toEqual([]);
    for (const filter of ['strict-match', 'flexible-extract']) {
      const metric = of(`gsm8k/exact_match,${filter}`);
      expect(metric?.flips).toEqual({ regressed: 64, improved: 293 });
      expect(metric?.baseline?.n).toBe(1319);
      expect(metric?.delta?.value).toBeCloseTo(0.1736, 4);
    }
  });

  test('a tiny model: rounding, and a perplexity that got better', async () => {
    const base = join(TINY, 'models__tiny-base');
    const rounded = await compare(base, join(TINY, 'models__tiny-base-rtn8'));
    expect(rounded.tasks).toHaveLength(9);
    expect(rounded.comparability).toEqual([]);
    expect(rounded.of('truthfulqa_mc2/acc')?.delta?.value).toBeCloseTo(0, 4);
    const tuned = (await compare(base, join(TINY, 'models__tiny-sft-math'))).of('lambada_openai/perplexity');
    expect(tuned?.direction).toBe('lower_is_better');
    expect(Math.log((tuned?.candidate?.value ?? NaN) / (tuned?.baseline?.value ?? NaN))).toBeCloseTo(
      -0.879,
      3,
    );
  });
});

describe.skipIf(missing)('odd runs', () => {
  test.each([
    ['odd-0.4.13/predict-only', '--predict_only'],
    ['pyfade-gsm8k-0.4.9', '2 runs of lm-evaluation-harness'],
    ['pyfade-gsm8k-0.4.9/results_2025-09-09T13-31-53.431753.json', 'the last line is cut off'],
    ['eee-math-perturbed-0.4.9.2', 'has 10 samples, and the run evaluated 5000 documents'],
    ['latxa-vs-llama2-0.4.0/latxa-7b-v1.1', '12 runs of lm-evaluation-harness'],
  ])('%s', async (path, message) => {
    expect(await lmEval.detect(join(DATA, path))).toBe(true);
    const { runs, faults } = await collect(await lmEval.load(join(DATA, path), 'candidate'));
    expect(runs).toEqual([]);
    expect(faults.map((fault) => fault.describe()).join()).toContain(message);
  });

  test.each([
    ['odd-0.4.13/nan-group', ['odd_brier', 'odd_nan'], null],
    ['odd-0.4.13/limit-1', ['odd_tuples'], 1],
    ['odd-0.4.13/multi-filter-repeats', ['odd_gen'], null],
    ['odd-0.4.13/samples-subset', ['odd_nan'], '3 of 40'],
    ['flor-760m-eqbench-0.4.9', ['eqbench_ca', 'eqbench_es'], 10],
  ])('%s', async (path, tasks, limit) => {
    const { runs, faults } = await collect(await lmEval.load(join(DATA, path), 'candidate'));
    expect(faults).toEqual([]);
    expect(runs.map(({ record }) => record.task)).toEqual(tasks);
    for (const { record } of runs) expect(record.fingerprint.limit).toBe(limit);
  });
});
