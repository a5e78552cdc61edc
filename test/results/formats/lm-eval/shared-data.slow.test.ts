import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isRatio, type Score } from '../../../../src/core/domain/sample.ts';
import { collect } from '../../../../src/results/formats/collect.ts';
import { lmEval } from '../../../../src/results/formats/lm-eval/lm-eval.ts';
import { sharedData } from '../../../support/shared-data.ts';
import { compare as compareAny, loadPath } from '../load.ts';

/** Expected numbers are those of SOURCES.md beside the files. */
const found = sharedData('lm_eval');
const missing = found === null;
const DATA = found ?? '';

const MMLU = 'replay-mmlu-llama2-7b-alpaca-lora-0.4.13';
const GSM8K = 'replay-gsm8k-gpt3-0.4.13';
const TINY = 'tiny-hf-cpu-0.4.13';

const compare = (baseline: string, candidate: string) =>
  compareAny(join(DATA, baseline), join(DATA, candidate));

/** What the harness itself says a metric came to, where a run's folder has one results file. */
function harnessValue(folder: string, task: string, key: string): number {
  const files = readdirSync(join(DATA, folder), { recursive: true, encoding: 'utf8' });
  const file = files.find((name) => /results_[^/]*\.json$/.test(name)) ?? '';
  const { results } = JSON.parse(readFileSync(join(DATA, folder, file), 'utf8'));
  return results[task][key];
}

/** Documents whose score fell and rose, of scores that are no counts. */
async function moves(baseline: string, candidate: string, task: string, read: (score: Score) => number) {
  const scores = async (path: string) => {
    const { runs } = await loadPath(join(DATA, path));
    const samples = runs.find(({ record }) => record.task === task)?.samples ?? [];
    return new Map(samples.map(({ id, scores: own }) => [id, read(Object.values(own)[0] ?? NaN)]));
  };
  const [before, after] = [await scores(baseline), await scores(candidate)];
  const deltas = [...before].map(([id, value]) => (after.get(id) ?? NaN) - value);
  return {
    pairs: deltas.length,
    fell: deltas.filter((delta) => delta < 0).length,
    rose: deltas.filter((delta) => delta > 0).length,
  };
}

describe.skipIf(missing)('pairs of real runs', { timeout: 120_000 }, () => {
  test.each([
    ['ckpt-50', 0.467, -0.0022, 547, 520],
    ['ckpt-200', 0.4627, -0.0065, 674, 594],
  ])('mmlu ckpt-0 to %s', async (candidate, value, delta, regressed, improved) => {
    const { tasks, comparability, of } = await compare(join(MMLU, 'ckpt-0'), join(MMLU, candidate));
    // The program that played recorded answers was told which by an argument of its own.
    expect(comparability).toMatchObject([{ setting: 'model_args.key', severity: 'soft' }]);
    expect(tasks).toHaveLength(1);
    const acc = of('mmlu/acc');
    expect(acc?.flips).toEqual({ regressed, improved });
    expect(acc?.baseline).toMatchObject({ n: 12_343, value: expect.closeTo(0.4692, 4) });
    expect(acc?.candidate?.value).toBeCloseTo(value, 4);
    expect(acc?.delta?.value).toBeCloseTo(delta, 4);
    const [before, after] = ['ckpt-0', candidate].map((folder) =>
      harnessValue(join(MMLU, folder), 'mmlu', 'acc,none'),
    );
    expect(acc?.delta?.value).toBeCloseTo((after ?? NaN) - (before ?? NaN), 9);
    expect(acc?.groups).toHaveLength(55);
  });

  test('gsm8k', async () => {
    const { comparability, of } = await compare(
      join(GSM8K, 'gpt3__6b_finetuning'),
      join(GSM8K, 'gpt3__6b_verification'),
    );
    // The program that played recorded answers was told which by an argument of its own.
    expect(comparability).toMatchObject([{ setting: 'model_args.key', severity: 'soft' }]);
    for (const filter of ['strict-match', 'flexible-extract']) {
      const metric = of(`gsm8k/exact_match,${filter}`);
      expect(metric?.flips).toEqual({ regressed: 64, improved: 293 });
      expect(metric?.baseline?.n).toBe(1319);
      const [before, after] = ['gpt3__6b_finetuning', 'gpt3__6b_verification'].map((folder) =>
        harnessValue(join(GSM8K, folder), 'gsm8k', `exact_match,${filter}`),
      );
      expect(metric?.delta?.value).toBeCloseTo((after ?? NaN) - (before ?? NaN), 9);
      expect(metric?.delta?.value).toBeCloseTo(0.1736, 4);
    }
  });

  test('a tiny model: rounding, and a perplexity that got better', async () => {
    const base = join(TINY, 'models__tiny-base');
    expect(await moves(base, join(TINY, 'models__tiny-base-rtn8'), 'truthfulqa_mc2', Number)).toEqual({
      ...{ pairs: 200, fell: 91, rose: 74 },
    });
    // The harness's lines are log-likelihoods, whose negatives the ratio's numerators are.
    const likelihood = (score: Score) =>
      typeof score === 'object' && isRatio(score) ? -score.numerator : NaN;
    expect(await moves(base, join(TINY, 'models__tiny-sft-math'), 'lambada_openai', likelihood)).toEqual({
      pairs: 250,
      fell: 77,
      rose: 173,
    });
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
    ['pyfade-gsm8k-0.4.9', 'of several models lie here'],
    [
      'pyfade-gsm8k-0.4.9/results_2025-09-09T13-31-53.431753.json',
      'has 3 samples of the filter strict-match, and the run evaluated 100 documents',
    ],
    ['eee-math-perturbed-0.4.9.2', 'has 10 samples, and the run evaluated 5000 documents'],
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

  test('one results file a task, 12 of them, are one run of one model', async () => {
    const { runs, faults, notes } = await loadPath(join(DATA, 'latxa-vs-llama2-0.4.0/latxa-7b-v1.1'));
    expect(faults).toEqual([]);
    expect(runs).toHaveLength(40);
    expect(new Set(runs.map(({ record }) => record.model.digest)).size).toBe(1);
    expect(notes).toEqual([expect.stringContaining('read together as one run of')]);
  });

  test.each<[string, string, number, Readonly<Record<string, unknown>>]>([
    ['odd-0.4.13/jsonpath', 'odd_nan', 1, { stderr: expect.any(Number) }],
    ['harness-repo-history-0.3/opt/opt-125m', 'arc_challenge', 65, { n: 1172, stderr: expect.any(Number) }],
    ['pythia-1.4b-0.3/1.4b_step143000.json', 'arc_challenge', 87, { n: 1172 }],
    ['harness-testdata-0.3/squad2-v1-res.json', 'squad2', 1, { stderr: null }],
    ['harness-testdata-0.3/wikitext-v1-res.json', 'wikitext', 1, { metric: 'bits_per_byte', stderr: null }],
    [
      'stability-rinna-0.2/rinna-japanese-gpt-neox-3.6b-instruction-sft/result.jsquad-1.2.json',
      'jsquad-1.2-0.4',
      1,
      { value: 49.34714092751013, stderr: null },
    ],
    [
      'latxa-vs-llama2-0.4.0/latxa-7b-v1/latxa-7b-v1_eus_exams_eu_5-shot.json',
      'eus_exams_eu_ejadministrari',
      29,
      { n: 696 },
    ],
    [
      'latxa-vs-llama2-0.4.0/latxa-7b-v1.1/latxa-7b-v1.1_vaxx_stance_5-shot.json',
      'vaxx_stance',
      1,
      { metric: 'f1', stderr: null },
    ],
  ])('%s has aggregates only', async (path, task, tasks, aggregate) => {
    const { runs, faults } = await loadPath(join(DATA, path));
    expect(faults).toEqual([]);
    expect(runs).toHaveLength(tasks);
    const run = runs.find(({ record }) => record.task === task);
    expect(run?.record.aggregates?.[0]).toMatchObject(aggregate);
    expect(runs.every(({ samples }) => samples.length === 0)).toBe(true);
  });

  test('a list of answers inside a row is its samples', async () => {
    const path = 'stability-rinna-0.2/rinna-japanese-gpt-neox-3.6b/result.mgsm.json';
    const { runs, faults } = await loadPath(join(DATA, path));
    expect(faults).toEqual([]);
    expect(runs).toMatchObject([{ record: { task: 'mgsm-1.0-0.4', planned: 250 } }]);
    expect(runs[0]?.samples.filter(({ scores }) => scores.acc === 1)).toHaveLength(2);
  });

  test('a group whose standard error was computed wrong is taken apart', async () => {
    const { runs } = await loadPath(
      join(DATA, 'latxa-vs-llama2-0.4.0/latxa-7b-v1/latxa-7b-v1_eus_exams_eu_5-shot.json'),
    );
    expect(runs.map(({ record }) => record.task)).not.toContain('eus_exams_eu');
  });

  test('a task that one side lacks is no comparison', async () => {
    const { comparability } = await compare(
      'latxa-vs-llama2-0.4.0/Llama-2-7b-hf/Llama-2-7b-hf_xstory_cloze_0-shot.json',
      'latxa-vs-llama2-0.4.0/latxa-7b-v1.1/latxa-7b-v1.1_xstorycloze_eu_0-shot.json',
    );
    expect(comparability).toContainEqual(
      expect.objectContaining({ task: 'xstorycloze_eu', field: 'run', baseline: 'no run', severity: 'hard' }),
    );
  });
});
