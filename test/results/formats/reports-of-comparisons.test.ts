import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { evalLog, header, sample, score } from './inspect/build.ts';
import { parquet } from './lighteval/build.ts';
import { lines, python, RESULTS, ROWS, results, row, samplesName } from './lm-eval/build.ts';
import { compare, type Files, load } from './load.ts';

/** Public reports of results that were compared, averaged or counted wrongly, each with an input of its shape and what is made of it. */

type Members = Readonly<Record<string, unknown>>;

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

async function compared(baseline: Files, candidate: Files) {
  const [left, right] = [baseline, candidate].map((files) => {
    const [first = '.', ...others] = Object.keys(files);
    return join(temporaryFolder(files), others.length === 0 ? first : '.');
  });
  return compare(left ?? '', right ?? '');
}

async function told(baseline: Files, candidate: Files) {
  const { comparability } = await compared(baseline, candidate);
  return comparability.map(({ field, setting, severity }) => `${setting ?? field} ${severity}`);
}

describe('EleutherAI/lm-evaluation-harness', () => {
  const leaf = (value: number, stderr: number) => ({ 'acc,none': value, 'acc_stderr,none': stderr });
  const config = (task: string) => ({
    [task]: { task, metric_list: [{ metric: 'acc', aggregation: 'mean', higher_is_better: true }] },
  });

  test('#1390: the error of a group of 0.4.1, the spread of its tasks, decides nothing', async () => {
    const rows = { mmlu: leaf(0.5957, 0.0293), mmlu_a: leaf(0.6, 0.049), mmlu_b: leaf(0.5, 0.025) };
    const { 'n-samples': _, higher_is_better: __, lm_eval_version: ___, ...old } = results();
    const file = {
      ...old,
      ...{ results: rows, configs: { ...config('mmlu_a'), ...config('mmlu_b') }, group_subtasks: undefined },
    };
    const { runs, faults } = await load({ [RESULTS]: python(file) }, '.');
    expect(faults).toEqual([]);
    expect(runs.map(({ record }) => record.task).sort()).toEqual(['mmlu_a', 'mmlu_b']);
  });

  const documents = (task: string, [right, total]: readonly [number, number]) =>
    lines(
      Array.from({ length: total }, (_, document) =>
        row(document, { acc: Number(document < right), doc_hash: sha(`${task} ${document}`) }),
      ),
    );

  test.each([
    ['over documents', 8 / 22, true],
    ['over its categories', (6 / 12 + 2 / 10) / 2, false],
  ])('#1521: a group of groups that is a mean %s', async (_, value, taken) => {
    const counts = { a: [5, 10], b: [1, 2], c: [2, 10] } as const;
    const names = Object.keys(counts) as (keyof typeof counts)[];
    const of = (record: (name: keyof typeof counts) => unknown) =>
      Object.fromEntries(names.map((name) => [name, record(name)]));
    const file = results({
      results: {
        ...of((name) => leaf(counts[name][0] / counts[name][1], 0.1)),
        ...{ stem: leaf(6 / 12, 0.1), mmlu: leaf(value, 0.1) },
      },
      group_subtasks: { mmlu: ['stem', 'c'], stem: ['a', 'b'] },
      ...{ configs: of((name) => config(name)[name]), versions: of(() => 1), 'n-shot': of(() => 0) },
      higher_is_better: of(() => ({ acc: true })),
      'n-samples': of((name) => ({ original: counts[name][1], effective: counts[name][1] })),
    });
    const samples = names.map((name) => [samplesName(name), documents(name, counts[name])] as const);
    const { runs, faults } = await load({ [RESULTS]: python(file), ...Object.fromEntries(samples) }, '.');
    if (taken) expect(runs.map(({ record }) => [record.task, record.planned])).toEqual([['mmlu', 22]]);
    else expect([runs.length, faults.join()]).toEqual([0, expect.stringMatching(/is 0\.35 .*and 0\.36/)]);
  });

  const facts = (rows: readonly unknown[], top: Members = {}): Files => ({
    [RESULTS]: python(results(top)),
    [samplesName('facts')]: lines(rows),
  });

  test('#2025: lines that do not name their filter are its own, filter by filter', async () => {
    const both = [0, 1].flatMap((right) =>
      ROWS.map(({ filter: _, ...each }) => ({ ...each, acc: right === 0 ? 0 : each.acc })),
    );
    const top = { results: { facts: { 'acc,strict-match': 0, 'acc,flexible-extract': 0.5 } } };
    const files = facts(both, { ...top, lm_eval_version: '0.4.5' });
    const { metrics } = await compared(files, files);
    expect(metrics.get('facts/acc,strict-match')?.baseline?.value).toBe(0);
    expect(metrics.get('facts/acc,flexible-extract')?.baseline?.value).toBe(0.5);
  });

  test('#4089: documents whose numbers were mixed up are paired by what they ask', async () => {
    const mixed = ROWS.map((each, index) => ({ ...each, doc_id: [2, 0, 3, 1][index] }));
    const { comparability, of } = await compared(facts(ROWS), facts(mixed));
    expect(comparability).toEqual([]);
    expect(of('facts/acc')?.flips).toEqual({ regressed: 0, improved: 0 });
  });

  test('#3831: pairs show what two standard errors cannot', async () => {
    const total = 220;
    const side = (right: (document: number) => boolean, samples = true): Files => {
      const rows = Array.from({ length: total }, (_, document) =>
        row(document, { acc: Number(right(document)), doc_hash: sha(`document ${document}`) }),
      );
      const value = rows.reduce((sum, { acc }) => sum + acc, 0) / total;
      const stderr = Math.sqrt((value * (1 - value)) / (total - 1));
      const top = {
        results: { facts: leaf(value, stderr) },
        'n-samples': { facts: { original: total, effective: total } },
      };
      return samples ? facts(rows, top) : { [RESULTS]: python(results(top)) };
    };
    const [before, after] = [(n: number) => n < 150, (n: number) => n >= 16 && n < 152];
    const intervals = await Promise.all(
      [true, false].map(async (samples) => {
        const { of } = await compared(side(before, samples), side(after, samples));
        return of('facts/acc')?.delta;
      }),
    );
    expect(intervals.map((delta) => delta?.value)).toEqual(
      [14 / -220, 14 / -220].map((x) => expect.closeTo(x)),
    );
    expect(intervals.map((delta) => (delta?.high ?? NaN) < 0)).toEqual([true, false]);
  });
});

describe('huggingface/lighteval', () => {
  const TIME = '2025-11-21T02-02-49.864881';
  const of = (general: Members = {}, task = 'gsm8k', metric = 'acc'): Files => ({
    [`results/org/m/results_${TIME}.json`]: python({
      config_general: { lighteval_sha: 'abc', model_config: { model_name: 'org/m' }, ...general },
      results: { [`${task}:0`]: { [metric]: 0.5 } },
      versions: { [`${task}:0`]: 0 },
      config_tasks: { [task]: { metrics: [{ metric_name: metric, higher_is_better: true }] } },
    }),
    [`details/org/m/${TIME}/details_${task}|0_${TIME}.parquet`]: parquet([1, 0], metric),
  });

  test('#132: a number of lm_eval beside one of lighteval', async () => {
    const harness = { [RESULTS]: python(results()), [samplesName('facts')]: lines(ROWS) };
    expect(await told(harness, of({}, 'facts'))).toEqual(['run hard', 'run hard']);
  });

  test('#864: vLLM beside transformers is told setting by setting', async () => {
    const model = (own: Members) => of({ model_config: { model_name: 'org/m', dtype: 'auto', ...own } });
    expect(
      await told(model({ batch_size: 1, model_parallel: false }), model({ tensor_parallel_size: 1 })),
    ).toEqual(['model.batch_size soft', 'model.model_parallel soft', 'model.tensor_parallel_size soft']);
  });

  test('#1323: the first so many samples are no sample of the others', async () => {
    expect(await told(of({ max_samples: 2 }), of())).toEqual(['limit hard']);
    const { runs } = await load(of({ max_samples: 2 }), '.');
    expect(runs[0]?.record).toMatchObject({ fingerprint: { limit: 2 } });
    expect(runs[0]?.record.population).toBeUndefined();
  });
});

describe('UKGovernmentBEIS/inspect_ai', () => {
  const SAMPLES = [sample(1, 'C'), sample(2, 'I'), sample(3, 'C'), sample(4, 'I')];
  const log = (own: Members = {}, top: Members = {}, samples = SAMPLES) => evalLog(samples, header(top, own));

  test('#5296: of a task that was run again nobody chooses a log in silence', async () => {
    const [first, again] = ['2026-11-21T02:24:31+00:00', '2026-11-22T02:24:31+00:00'];
    const files = { 'a.eval': log({ created: first }), 'b.eval': log({ created: again }) };
    const { runs, faults } = await load(files, '.');
    expect(runs).toEqual([]);
    expect(faults.join()).toMatch(/2 results of the task "facts"[\s\S]*a\.eval[\s\S]*b\.eval[\s\S]*#newest/);
    const newest = await load(files, '.#newest');
    expect(newest.runs[0]?.record.started).toContain('2026-11-22');
  });

  test('METR/inspect-action#271: samples that failed in another log are counted in none', async () => {
    const broken = log({ created: '2026-11-20T02:24:31+00:00' }, { status: 'error' }, SAMPLES.slice(0, 1));
    const { runs, faults, notes } = await load({ 'a.eval': broken, 'b.eval': log() }, '.');
    expect([faults, runs[0]?.record.planned]).toEqual([[], 4]);
    expect(notes.join()).toContain('a.eval');
  });

  test('#618: numbers that depend on how samples were shuffled pair nothing', async () => {
    const shuffled = SAMPLES.map((each, index) => ({ ...each, input: `question ${4 - index}` }));
    expect(await told({ 'r.eval': log() }, { 'r.eval': log({}, {}, shuffled) })).toEqual(['inputs hard']);
  });

  test('#2104: a score of NaN is none, and leaves the accuracy', async () => {
    const own = score({ accuracy: 2 / 3, stderr: 0.3 }, { unscored_samples: 1, scored_samples: 3 });
    const top = { results: { total_samples: 4, completed_samples: 4, scores: [own] } };
    const { runs, faults } = await load({
      'r.eval': log({}, top, [...SAMPLES.slice(0, 3), sample(4, NaN)]),
    });
    expect(faults).toEqual([]);
    expect(runs[0]?.samples[3]?.scores.match).toHaveProperty('unscored');
  });
});

describe('promptfoo/promptfoo', () => {
  const one = (question: string, own: Members = {}) => ({
    ...{ provider: { id: 'openai:m' }, prompt: { raw: question, label: 'p' }, vars: { question } },
    ...{ success: true, score: 1, namedScores: {}, response: { output: 'yes' }, testIdx: 0, promptIdx: 0 },
    testCase: { vars: { question }, assert: [{ type: 'equals', value: 'yes' }] },
    gradingResult: { pass: true, score: 1, componentResults: [{ assertion: { type: 'equals' } }] },
    ...own,
  });
  const of = (rows: readonly ReturnType<typeof one>[], version = 3): Files => ({
    'out.json': python({
      results: {
        ...{ version, timestamp: '2026-11-21T02:16:37.700Z', prompts: [], results: rows },
        stats: {
          successes: rows.filter(({ success }) => success).length,
          failures: rows.filter(({ success }) => !success).length,
          errors: 0,
        },
      },
      config: {},
    }),
  });

  test('#827: a test with a text in `error` and a grade failed, and is no error', async () => {
    const graded = { pass: false, score: 0.75, componentResults: [{ pass: true }, { pass: false }] };
    const failed = { success: false, score: 0.75, error: 'Contains banana', gradingResult: graded };
    const { runs, faults } = await load(of([one('a', failed)], 2));
    expect(faults).toEqual([]);
    expect(runs[0]?.samples.map(({ scores }) => scores)).toEqual([{ pass: 0, score: 0.75 }]);
  });

  test('#8613: a score of NaN fails its test, and is no number', async () => {
    const graded = { pass: false, score: null, componentResults: [{ pass: false, score: null }] };
    const failed = { success: false, score: null, failureReason: 1, gradingResult: graded };
    const { runs } = await load(of([one('a', failed)]));
    expect(runs[0]?.samples[0]?.scores).toEqual({ pass: 0, score: { unscored: expect.any(String) } });
  });

  describe('#8206: a named score', () => {
    const named = (value: number, assertions: number, weights?: Members) => {
      const assert = Array.from({ length: assertions }, () => ({
        type: 'equals',
        metric: 'Tone',
        value: 'x',
      }));
      const gradingResult = {
        ...{ pass: true, score: 1, componentResults: assert.map((assertion) => ({ assertion, score: 1 })) },
        ...(weights === undefined ? {} : { namedScoreWeights: weights }),
      };
      const testCase = { vars: { question: 'a' }, assert };
      return of([one('a', { namedScores: { Tone: value }, testCase, gradingResult })]);
    };

    test('of several assertions that is their sum is not compared with their mean', async () => {
      const { comparability } = await compared(named(2, 2), named(1, 2, { Tone: 2 }));
      expect(comparability).toMatchObject([{ task: 'Tone', field: 'scorers', severity: 'hard' }]);
      expect(await told(named(2, 2), named(2, 2))).toEqual([]);
    });

    test('of one assertion is the same in both', async () => {
      expect(await told(named(1, 1), named(1, 1, { Tone: 1 }))).toEqual([]);
    });
  });
});

describe('stanford-crfm/helm', () => {
  const stat = (name: string, mean: unknown) => ({ name: { name, split: 'test' }, count: 1, mean });
  const run = (trials: readonly (readonly number[])[]): Files => {
    const all = trials.flatMap((scores, trial) =>
      scores.map((value, index) => ({ value, id: `q${index}`, trial })),
    );
    return {
      'a/run_spec.json': python({ name: 'facts:model=org_m', adapter_spec: { model: 'org/m' } }),
      'a/stats.json': python([
        stat('exact_match', all.reduce((sum, { value }) => sum + value, 0) / all.length),
        stat('num_instances', trials[0]?.length),
      ]),
      'a/per_instance_stats.json': python(
        all.map(({ value, id, trial }) => ({
          ...{ instance_id: id, train_trial_index: trial, stats: [stat('exact_match', value)] },
        })),
      ),
      'a/scenario_state.json': python({
        request_states: all.map(({ id, trial }) => ({
          ...{ instance: { id }, train_trial_index: trial, request: { prompt: `${trial} ${id}` } },
        })),
      }),
    };
  };

  test('#1492: three trials of an instance are one instance asked thrice', async () => {
    const { runs, faults } = await load(
      run([
        [1, 0, 1],
        [1, 1, 0],
        [0, 0, 1],
      ]),
      '.',
    );
    expect(faults).toEqual([]);
    expect(runs[0]?.record.planned).toBe(9);
    expect(new Set(runs[0]?.samples.map(({ cluster }) => cluster)).size).toBe(3);
  });
});
