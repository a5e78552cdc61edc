import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openaiEvals } from '../../../../src/results/formats/openai-evals/openai-evals.ts';
import { jsonl, temporaryFolder } from '../../../support/temporary-folder.ts';
import { compare, load } from '../load.ts';

type Overrides = Readonly<Record<string, unknown>>;

const spec = (overrides: Overrides = {}, config: Overrides = {}) => ({
  spec: {
    completion_fns: ['gpt-x'],
    ...{ eval_name: 'capitals.dev.match-v1', base_eval: 'capitals', split: 'dev' },
    run_config: {
      eval_spec: {
        cls: 'evals.elsuite.basic.match:Match',
        registry_path: '/home/x',
        args: { samples_jsonl: 'a' },
      },
      ...{ seed: 20220722, max_samples: null, command: 'oaieval gpt-x capitals --key sk-secret' },
      ...config,
    },
    ...{ created_by: '', run_id: 'r1', created_at: '2026-11-21 02:00:00' },
    ...overrides,
  },
});
const event = (number: number, type: string, data: unknown, overrides: Overrides = {}) => ({
  ...{ run_id: 'r1', event_id: number, sample_id: `capitals.dev.${number}`, type, data },
  ...{ created_by: '', created_at: '2026-11-21' },
  ...overrides,
});
const asked = (number: number) => event(number, 'sampling', { prompt: `q${number}`, sampled: ['Paris'] });
const match = (number: number, correct = number % 2 === 1) =>
  event(number, 'match', { correct, expected: `a${number}`, picked: null, sampled: 'Paris' });
const report = (values: Overrides) => ({ final_report: values, run_id: 'r1' });

const numbers = [0, 1, 2, 3];
const log = [
  spec(),
  ...numbers.map(asked),
  ...numbers.map((each) => match(each)),
  report({ accuracy: 0.5, boostrap_std: 0.1 }),
];
const loadLog = (...lines: readonly unknown[]) => load({ 'log.jsonl': jsonl(...lines) });

describe('a run', () => {
  test('of matches becomes an accuracy', async () => {
    const { format, runs, faults } = await loadLog(...log);
    expect(format).toBe(openaiEvals);
    expect(faults).toEqual([]);
    expect(runs[0]?.record).toMatchObject({
      ...{ task: 'capitals.dev.match-v1', planned: 4, seed: 20220722, started: '2026-11-21 02:00:00' },
      metrics: [{ name: 'accuracy', unit: 'rate', direction: 'higher_is_better' }],
      fingerprint: { harness: 'openai-evals', limit: null, seed: 20220722 },
    });
    expect(runs[0]?.samples[1]).toMatchObject({
      ...{ id: 'capitals.dev.1', index: 1, output: 'Paris', scores: { accuracy: 1 } },
      ...{
        input_digest: expect.stringMatching(/^sha256:/),
        target_digest: expect.stringMatching(/^sha256:/),
      },
    });
    expect(JSON.stringify(runs)).not.toContain('sk-secret');
  });

  test('may have its events after the report, and samples in any order', async () => {
    const [first, ...rest] = log;
    const { runs, faults } = await loadLog(first, ...rest.toReversed());
    expect(faults).toEqual([]);
    expect(runs[0]?.samples.map(({ scores }) => scores.accuracy)).toEqual([0, 1, 0, 1]);
  });

  test('graded by a model keeps the first question, and names the grader', async () => {
    const graded = (number: number, score: number | null) => [
      asked(number),
      event(number, 'sampling', { prompt: 'Is it right?', sampled: ['Y'] }),
      event(number, 'metrics', { choice: score === null ? '__invalid__' : 'Y', score }),
    ];
    const { runs, faults } = await loadLog(
      spec({ completion_fns: ['gpt-x', 'gpt-judge'] }),
      ...[graded(0, 0.5), graded(1, 1), graded(2, null)].flat(),
      report({ 'counts/Y': 2, score: 0.75 }),
    );
    expect(faults).toEqual([]);
    expect(runs[0]?.record.fingerprint.scorers).toContain('gpt-judge');
    expect(runs[0]?.record.model.source).toContain('gpt-x, by OpenAI evals');
    expect(runs[0]?.samples.map(({ scores }) => scores.score)).toEqual([
      0.5,
      1,
      { unscored: 'no score was recorded' },
    ]);
    expect(runs[0]?.samples[0]?.input_digest).toBe((await loadLog(...log)).runs[0]?.samples[0]?.input_digest);
  });

  test('with matches and metrics of the same samples has both', async () => {
    const fuzzy = (each: number) => event(each, 'metrics', { accuracy: each % 2, f1_score: 0.5 });
    const { runs, faults } = await loadLog(
      spec(),
      ...numbers.flatMap((each) => [match(each), fuzzy(each)]),
      report({ accuracy: 0.5, f1_score: 0.5 }),
    );
    expect(faults).toEqual([]);
    expect(runs[0]?.samples[3]?.scores).toEqual({ accuracy: 1, f1_score: 0.5 });
  });

  test('that scores a sample several times has a cluster of it', async () => {
    const { runs, faults } = await loadLog(
      spec(),
      match(0, true),
      match(0, false),
      match(1),
      report({ accuracy: 2 / 3 }),
    );
    expect(faults).toEqual([]);
    expect(runs[0]?.samples).toMatchObject([
      { id: 'capitals.dev.0', cluster: 'capitals.dev.0' },
      { id: 'capitals.dev.0#2', cluster: 'capitals.dev.0' },
      { id: 'capitals.dev.1' },
    ]);
  });

  test('with an error has a sample without a score, and NaN is none', async () => {
    const { runs } = await load({
      log: jsonl(
        spec(),
        match(1),
        event(2, 'error', { type: 'E', message: 'refused\nat' }),
        event(3, 'metrics', { accuracy: '?' }),
        report({}),
      ).replace('"?"', 'NaN'),
    });
    expect(runs[0]?.samples.map(({ scores }) => scores.accuracy)).toEqual([
      1,
      { unscored: 'error: refused' },
      { unscored: 'NaN' },
    ]);
  });
});

describe('what is refused', () => {
  test.each<[string, readonly unknown[], RegExp]>([
    ['a run without its end', log.slice(0, -1), /no final report: it did not reach its end/],
    [
      'a number that does not follow from the samples',
      [...log.slice(0, -1), report({ accuracy: 0.75 })],
      /accuracy is 0.75 in the results file and 0.5 by the samples/,
    ],
    [
      'samples that are missing',
      log.filter((_line, index) => index !== 5),
      /accuracy is 0.5 in the results file/,
    ],
    ['two runs', [...log, spec()], /events of two runs/],
    ['an event of another run', [...log, event(9, 'match', {}, { run_id: 'r2' })], /events of two runs/],
    [
      'metrics of unknown direction',
      [spec(), event(0, 'metrics', { turns: 3 }), report({ turns: 3 })],
      /which way its metrics are better \(it has turns\)/,
    ],
    ['nothing scored', [spec(), asked(0), report({})], /it scored nothing/],
    [
      'an event without a sample',
      [spec(), { type: 'match', run_id: 'r1', data: {} }],
      /:2: an event needs a sample_id/,
    ],
    [
      'an accuracy outside of its range',
      [spec(), event(0, 'metrics', { accuracy: 50 }), report({})],
      /accuracy is 50, which lies outside 0 to 1/,
    ],
    [
      'matches without an order',
      [spec(), match(0), match(0), event(0, 'metrics', { accuracy: 1 }), report({})],
      /which belong together/,
    ],
    ['a specification without a name', [spec({ eval_name: '' }), report({})], /spec.eval_name/],
    [
      'a name that no task has',
      [spec({ eval_name: 'a\u0007' }), match(0, true), report({})],
      /no name of a task/,
    ],
  ])('%s', async (_what, lines, message) => {
    const { format, runs, faults } = await loadLog(...lines);
    expect(format).toBe(openaiEvals);
    expect(runs).toEqual([]);
    expect(faults.join()).toMatch(message);
  });

  test.each([
    ['a torn last line', jsonl(...log).slice(0, -9), /the last line is cut off/],
    ['__proto__ as a sample', jsonl(...log).replace('capitals.dev.0', '__proto__'), /accuracy|no score|^$/],
    [
      'too deep data',
      jsonl(spec(), event(0, 'match', '?')).replace('"?"', `${'['.repeat(200)}${']'.repeat(200)}`),
      /nested deeper/,
    ],
  ])('%s', async (_what, text, message) => {
    expect((await load({ log: text })).faults.join()).toMatch(message);
  });
});

describe('comparability', () => {
  const of = (first: readonly unknown[], second: readonly unknown[]) => {
    const folder = temporaryFolder({ 'a.jsonl': jsonl(...first), 'b.jsonl': jsonl(...second) });
    return compare(join(folder, 'a.jsonl'), join(folder, 'b.jsonl'));
  };

  test('two runs pair by sample', async () => {
    const better = [
      spec({ completion_fns: ['gpt-y'] }),
      ...numbers.map(asked),
      ...numbers.map((each) => match(each, each > 0)),
      report({ accuracy: 0.75 }),
    ];
    const { comparability, metrics } = await of(log, better);
    expect(comparability).toEqual([]);
    expect([...metrics.values()][0]).toMatchObject({
      delta: { value: 0.25 },
      flips: { regressed: 0, improved: 1 },
    });
  });

  test.each<[string, unknown, string]>([
    ['limits', spec({}, { max_samples: 4 }), 'limit'],
    ['graders', spec({ completion_fns: ['gpt-x', 'judge'] }), 'scorers'],
  ])('other %s are a hard mismatch', async (_what, other, field) => {
    const { comparability } = await of(log, [other, ...log.slice(1)]);
    expect(comparability).toContainEqual(expect.objectContaining({ field, severity: 'hard' }));
  });
});

test('what was asked first and expected is kept for people, a conversation turn by turn', async () => {
  const prompt = [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Capital of France?' },
  ];
  const { runs } = await loadLog(
    spec(),
    event(0, 'sampling', { prompt, sampled: ['Paris'] }),
    event(0, 'sampling', { prompt: 'Is this right? Paris', sampled: ['Y'] }),
    event(0, 'match', { correct: true, expected: ['Paris', 'paris'] }),
    asked(1),
    match(1),
    report({ accuracy: 1 }),
  );
  expect(runs[0]?.samples.map((sample) => sample.asked)).toEqual([
    {
      question: 'Capital of France?',
      turns: [{ role: 'system', text: 'Be brief.' }],
      reference: 'Paris | paris',
    },
    { question: 'q1', reference: 'a1' },
  ]);
});
