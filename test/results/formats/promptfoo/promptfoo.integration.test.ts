import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { promptfoo } from '../../../../src/results/formats/promptfoo/promptfoo.ts';
import { jsonl, temporaryFolder } from '../../../support/temporary-folder.ts';
import { compare, load } from '../load.ts';

type Overrides = Readonly<Record<string, unknown>>;

const assertion = (metric: string) => ({ type: 'icontains', value: 'yes', metric });

/** A row of version 3: tests with odd numbers pass. */
const row = (number: number, overrides: Overrides = {}) => {
  const success = number % 2 === 1;
  const vars = { question: `q${number}` };
  return {
    ...{ cost: 0, id: `random-${Math.sin(number)}`, latencyMs: 1 },
    gradingResult: {
      pass: success,
      score: Number(success),
      componentResults: [{ assertion: assertion('tone') }],
    },
    namedScores: { tone: success ? 1 : 0.25 },
    prompt: { raw: `Answer: q${number}`, label: 'Answer: {{question}}' },
    ...{ promptId: 'p1', promptIdx: 0, provider: { id: 'openai:m', label: 'm' } },
    response: { output: success ? 'yes' : 'no' },
    ...{ score: Number(success), success, testIdx: number, vars },
    testCase: { vars, assert: [assertion('tone')], options: {} },
    failureReason: success ? 0 : 1,
    ...(success ? {} : { error: 'Expected output to contain "yes"' }),
    ...overrides,
  };
};
type Row = ReturnType<typeof row>;

const failed = {
  failureReason: 2,
  success: false,
  error: 'connection refused\nat x',
  gradingResult: null,
  namedScores: {},
  score: 0,
};

const results = (rows: readonly Row[], overrides: Overrides = {}) => ({
  evalId: 'eval-1',
  results: {
    ...{ version: 3, timestamp: '2026-11-21T02:16:37.700Z', prompts: [] },
    results: rows,
    stats: {
      successes: rows.filter(({ success }) => success).length,
      failures: rows.filter(({ success, failureReason }) => !success && failureReason === 1).length,
      errors: rows.filter(({ failureReason }) => failureReason === 2).length,
    },
    ...overrides,
  },
  config: {
    providers: [
      { id: 'openai:m', label: 'm', config: { temperature: 0, apiKey: 'sk-secret' } },
      { 'openai:n': { label: 'n & m', config: { temperature: 0 } } },
    ],
  },
  metadata: { promptfooVersion: '0.123.1' },
});
const rows = [0, 1, 2, 3].map((number) => row(number));
const loadResults = (value: unknown) => load({ 'out.json': JSON.stringify(value) });
const loadRows = (each: readonly Row[], overrides: Overrides = {}) => loadResults(results(each, overrides));

describe('results', () => {
  test('become a task of all tests, and one of each named score', async () => {
    const { format, runs, faults } = await loadRows(rows);
    expect(format).toBe(promptfoo);
    expect(faults).toEqual([]);
    expect(runs.map(({ record }) => [record.task, record.planned])).toEqual([
      ['promptfoo', 4],
      ['tone', 4],
    ]);
    expect(runs[0]?.record).toMatchObject({
      primary_metric: 'pass',
      started: '2026-11-21T02:16:37.700Z',
      fingerprint: {
        harness: 'promptfoo',
        harness_version: '0.123.1',
        settings: '{"provider.temperature":"0"}',
      },
      metrics: [
        { name: 'pass', unit: 'rate', direction: 'higher_is_better' },
        { name: 'score', unit: 'number', direction: 'higher_is_better' },
      ],
    });
    expect(runs[0]?.samples.map(({ scores }) => scores.pass)).toEqual([0, 1, 0, 1]);
    expect(runs[1]?.samples.map(({ scores }) => scores.score)).toEqual([0.25, 1, 0.25, 1]);
    expect(JSON.stringify(runs)).not.toContain('sk-secret');
  });

  test('have as many choices as their variables list', async () => {
    const asked = (number: number, vars: Readonly<Record<string, unknown>>) =>
      row(number, { vars, testCase: { vars, assert: [], options: {} } });
    const { runs } = await loadRows([
      asked(0, { question: 'q', choices: ['a', 'b', 'c'] }),
      asked(1, { question: 'q', options: ['a', 'b'] }),
      asked(2, { question: 'q', choices: 'a, b' }),
    ]);
    expect(runs[0]?.samples.map(({ choices }) => choices)).toEqual([3, 2, undefined]);
  });

  test.each([
    ['gzipped', gzipSync(JSON.stringify(results(rows)))],
    ['indented', JSON.stringify(results(rows), null, 2)],
    ['without evalId', JSON.stringify({ results: results(rows).results, config: {} })],
    ['of 2023, the summary alone', JSON.stringify({ ...results(rows).results, version: 2 })],
    ['as JSONL', jsonl(...rows)],
    ['in any order', JSON.stringify(results(rows.toReversed()))],
  ])('may be %s', async (_how, content) => {
    const { format, runs, faults } = await load({ 'anything.txt': content });
    expect(format).toBe(promptfoo);
    expect(faults).toEqual([]);
    expect(runs[0]?.samples.map(({ scores }) => scores.pass)).toEqual([0, 1, 0, 1]);
  });

  test('of version 2 take the test from the table, and a provider as a text', async () => {
    const old = rows.map(({ testCase: _test, failureReason: _why, testIdx: _index, ...rest }) => ({
      ...rest,
      provider: 'openai:m',
    }));
    const table = { body: rows.map(({ testCase }) => ({ test: testCase })) };
    const { runs, faults } = await loadRows(old as unknown as Row[], {
      ...{ version: 2, table },
      stats: { successes: 2, failures: 2 },
    });
    const now = await loadRows(rows);
    expect(faults).toEqual([]);
    const essence = (loaded: typeof now) => loaded.runs.map(({ samples }) => samples);
    expect(essence({ format: null, runs, faults, notes: [] })).toEqual(essence(now));
  });
});

describe('what is not counted', () => {
  const scoresOf = async (overrides: Overrides) => {
    const { runs, faults } = await loadRows([row(1, overrides), row(3)]);
    expect(faults).toEqual([]);
    return runs.map(({ samples }) => Object.values(samples[0]?.scores ?? {})[0]);
  };

  test('an error of the provider, also where the file does not say that it is one', async () => {
    const error = { unscored: 'error: connection refused' };
    expect(await scoresOf(failed)).toEqual([error, error]);
    const { failureReason: _why, ...untold } = failed;
    const { runs } = await loadRows([row(1, { ...untold, failureReason: undefined }), row(3)], {
      stats: { successes: 1, failures: 1 },
    });
    expect(runs[0]?.samples[0]?.scores.pass).toEqual(error);
  });

  test('a test without assertions, to which promptfoo gives a pass', async () => {
    const bare = {
      testCase: { vars: { question: 'q1' }, assert: [] },
      gradingResult: { pass: true },
      namedScores: {},
    };
    expect((await scoresOf(bare))[0]).toEqual({ unscored: 'no assertions' });
  });

  test('a score that is null', async () => {
    expect((await scoresOf({ namedScores: { tone: null } }))[1]).toEqual({
      unscored: 'no such score in the file',
    });
  });

  test('a named score that weighs nothing, which promptfoo writes as 0, is what its assertions say', async () => {
    const measured = (weight: number, ...scores: readonly number[]) => ({
      namedScores: { tone: 0 },
      gradingResult: {
        ...{ pass: true, score: 1 },
        componentResults: scores.map((score) => ({ score, assertion: { ...assertion('tone'), weight } })),
      },
    });
    expect((await scoresOf(measured(0, 0.25, 0.75)))[1]).toBe(0.5);
    expect((await scoresOf(measured(0, NaN)))[1]).toEqual({ unscored: expect.any(String) });
    expect((await scoresOf(measured(2, 0)))[1]).toBe(0);
  });

  test('a named score that the test does not ask for', async () => {
    const other = {
      testCase: { vars: { question: 'q1' }, assert: [{ type: 'assert-set', assert: [assertion('facts')] }] },
      namedScores: { facts: 1 },
    };
    const { runs } = await loadRows([row(1, other), row(3)]);
    expect(runs.map(({ record }) => [record.task, record.planned])).toEqual([
      ['promptfoo', 2],
      ['facts', 1],
      ['tone', 1],
    ]);
  });
});

describe('tests', () => {
  test('of which one alone is repeated are numbered, and not independent', async () => {
    const { runs } = await loadRows([row(1), row(1, { testIdx: 4 }), row(3)]);
    const [first, other, again] = runs[0]?.samples ?? [];
    expect(first?.cluster).toBe(first?.id);
    expect(again?.cluster).toBe(first?.id);
    expect(other?.cluster).toBeUndefined();
    expect(new Set(runs[0]?.samples.map(({ id }) => id)).size).toBe(3);
    expect(runs[0]?.record.fingerprint).not.toHaveProperty('repeats');
  });

  test('with several prompts are clusters, of which one prompt can be chosen', async () => {
    const second = { prompt: { raw: 'Say: q', label: 'second' }, promptId: 'p2', promptIdx: 1 };
    const files = {
      'out.json': JSON.stringify(results([...rows, ...[0, 1, 2, 3].map((each) => row(each, second))])),
    };
    const { runs } = await load(files);
    expect(runs[0]?.samples).toHaveLength(8);
    expect(new Set(runs[0]?.samples.map(({ cluster }) => cluster)).size).toBe(4);
    expect(new Set(runs[0]?.samples.map(({ group }) => group))).toEqual(
      new Set(['Answer: {{question}}', 'second']),
    );
    const chosen = await load(files, 'out.json#prompt=second');
    expect(chosen.runs[0]?.samples.map(({ group }) => group)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('of a conversation are told by what was asked, not by what was answered', async () => {
    const talk = (said: string) => {
      const vars = { question: 'q1', _conversation: [{ output: said }] };
      return loadRows([row(1, { vars, prompt: { raw: said, label: 'l' } })]);
    };
    const digestOf = async (said: string) => (await talk(said)).runs[0]?.samples[0]?.input_digest;
    expect(await digestOf('a')).toBe(await digestOf('b'));
  });
});

describe('tests that are repeated', () => {
  /** As `--repeat 3` writes them: all tests again and again, each row with a number of its own. */
  const repeated = (own: (number: number, repeat: number) => Overrides = () => ({}), numbers = [1, 3]) =>
    numbers.flatMap((number, test) =>
      [0, 1, 2].map((repeat) => row(number, { testIdx: 3 * test + repeat, ...own(number, repeat) })),
    );
  const wrong = {
    success: false,
    failureReason: 1,
    score: 0,
    response: { output: 'no' },
    namedScores: { tone: 0 },
  };
  const flaky = (number: number, repeat: number) => (number === 1 && repeat === 1 ? wrong : {});

  test.each([
    ['a file', () => loadRows(repeated(flaky))],
    ['JSONL, in any order', () => load({ 'out.jsonl': jsonl(...repeated(flaky).toReversed()) })],
    [
      'a test that says so itself',
      () =>
        loadRows(
          repeated((number, repeat) => ({
            ...flaky(number, repeat),
            testCase: { ...row(number).testCase, options: { repeat: 3 } },
          })),
        ),
    ],
  ])('are samples with several answers: %s', async (_, loaded) => {
    const { runs, faults } = await loaded();
    expect(faults).toEqual([]);
    expect(runs.map(({ record }) => [record.task, record.planned, record.fingerprint.repeats])).toEqual([
      ['promptfoo', 2, 3],
      ['tone', 2, 3],
    ]);
    expect(runs[0]?.record.metrics.map(({ repeated: each }) => each)).toEqual([true, true]);
    expect(runs[0]?.samples.map(({ scores, repeats, cluster }) => [scores.pass, repeats, cluster])).toEqual([
      [
        expect.closeTo(2 / 3, 12),
        { scores: { pass: [1, 0, 1], score: [1, 0, 1] }, same_as: [0, 1, 0] },
        undefined,
      ],
      [1, { scores: { pass: [1, 1, 1], score: [1, 1, 1] }, same_as: [0, 0, 0] }, undefined],
    ]);
    expect(runs[1]?.samples.map(({ scores }) => scores.score)).toEqual([expect.closeTo(2 / 3, 12), 1]);
  });

  test('are unscored where one answer is', async () => {
    const { runs, faults } = await loadRows(
      repeated((number, repeat) => (number === 1 && repeat === 2 ? failed : {})),
    );
    expect(faults).toEqual([]);
    expect(runs[0]?.samples.map(({ scores }) => scores.pass)).toEqual([
      { unscored: '2 of 3 repeats have a score: error: connection refused' },
      1,
    ]);
    expect(runs[1]?.samples.map(({ scores }) => scores.score)).toEqual([
      { unscored: '2 of 3 repeats have a score: error: connection refused' },
      1,
    ]);
  });

  test('under several prompts are a cluster of the prompts', async () => {
    const second = { prompt: { raw: 'Say: q', label: 'second' }, promptId: 'p2', promptIdx: 1 };
    const { runs, faults } = await loadRows([...repeated(), ...repeated(() => second)]);
    expect(faults).toEqual([]);
    expect(runs[0]?.samples.map(({ repeats }) => repeats?.scores.pass)).toEqual(Array(4).fill([1, 1, 1]));
    expect(new Set(runs[0]?.samples.map(({ cluster }) => cluster)).size).toBe(2);
  });

  test('compare with those that were asked once, by their means', async () => {
    const paths = [repeated(flaky), [row(1), row(3, { testIdx: 2 })]].map((each) =>
      join(temporaryFolder({ 'out.json': JSON.stringify(results(each)) }), 'out.json'),
    );
    const { comparability, of } = await compare(paths[0] ?? '', paths[1] ?? '');
    expect(comparability).toMatchObject([
      { field: 'repeats', baseline: 3, candidate: 1, severity: 'soft' },
      { field: 'repeats', baseline: 3, candidate: 1, severity: 'soft' },
    ]);
    expect(of('promptfoo/pass')).toMatchObject({
      baseline: { value: expect.closeTo(5 / 6, 12), n: 2 },
      candidate: { value: 1, n: 2 },
    });
  });
});

describe('two providers in one file', () => {
  const both = results([
    ...rows,
    ...rows.map((each) => ({ ...each, provider: { id: 'openai:n', label: 'n & m' } })),
  ]);
  const path = () => join(temporaryFolder({ 'both.json': JSON.stringify(both) }), 'both.json');

  test('are compared by name', async () => {
    const file = path();
    const { comparability, of } = await compare(`${file}#provider=m`, `${file}#provider=n %26 m`);
    expect(comparability.filter(({ severity }) => severity === 'hard')).toEqual([]);
    expect(of('promptfoo/pass')).toMatchObject({
      baseline: { value: 0.5, n: 4 },
      candidate: { value: 0.5, n: 4 },
    });
  });

  test('are never taken in silence, and are listed', async () => {
    const file = path();
    await expect(compare(file, `${file}#provider=m`)).rejects.toThrow(
      /2 providers[\s\S]*#provider=m\n[\s\S]*#provider=n %26 m/,
    );
    await expect(compare(`${file}#provider=x`, file)).rejects.toThrow('no provider "x"');
    await expect(compare(`${file}#model=x`, file)).rejects.toThrow(/#provider=NAME, .*#prompt=NAME/);
  });
});

describe('what is refused', () => {
  test.each<[string, unknown, RegExp]>([
    [
      'rows that are fewer than were counted',
      results(rows, { results: rows.slice(1) }),
      /2 of 3 results passed, and the file counts 2 of 4/,
    ],
    ['no rows', results([]), /there are no results/],
    [
      'a row without success',
      results([{ ...row(1), success: undefined } as unknown as Row]),
      /results.results.0.success/,
    ],
    ['a named score called promptfoo', results([row(1, { namedScores: { promptfoo: 1 } })]), /another name/],
    [
      'another version',
      { ...results(rows), results: { version: 3, results: 'none' } },
      /not results of promptfoo/,
    ],
  ])('%s', async (_what, value, message) => {
    const { format, runs, faults } = await loadResults(value);
    expect(format).toBe(promptfoo);
    expect(runs).toEqual([]);
    expect(faults.join()).toMatch(message);
  });

  test('a named score with control characters, and none of the others', async () => {
    const { runs, faults } = await loadResults(results([row(1, { namedScores: { 'a\u0000': 1 } })]));
    expect(runs.map(({ record }) => record.task)).toEqual(['promptfoo', 'tone']);
    expect(faults.join()).toMatch(/no name of a task/);
  });

  test.each<[string, string | Uint8Array, RegExp]>([
    ['a file that is cut off', JSON.stringify(results(rows)).slice(0, -40), /not JSON/],
    [
      'a gzip file that is cut off',
      gzipSync(JSON.stringify(results(rows))).subarray(0, -40),
      /cannot be decompressed/,
    ],
    ['JSONL that is cut off', jsonl(...rows).slice(0, -40), /:4: the last line is cut off/],
    ['its XML', '<promptfoo>\n<results>', /promptfoo eval -o results.json/],
    [
      'members nested too deep',
      JSON.stringify(results(rows)).replace('"options":{}', `"options":${'['.repeat(200)}${']'.repeat(200)}`),
      /nested deeper/,
    ],
  ])('%s', async (_what, content, message) => {
    const { format, runs, faults } = await load({ out: content });
    expect(format).toBe(promptfoo);
    expect(runs).toEqual([]);
    expect(faults.join()).toMatch(message);
  });

  test('__proto__ changes nothing', async () => {
    const text = JSON.stringify(results(rows)).replaceAll('"tone":', '"__proto__":');
    const { faults, runs } = await load({ out: text });
    expect(faults).toEqual([]);
    expect(runs).toHaveLength(2);
    expect(({} as Record<string, unknown>).tone).toBeUndefined();
  });
});

describe('comparability', () => {
  test.each<[string, Overrides, string]>([
    ['a prompt', { prompt: { raw: 'Other: q1', label: 'Answer: {{question}}' } }, 'inputs'],
    [
      'an assertion',
      { testCase: { vars: { question: 'q1' }, assert: [{ type: 'equals', value: 'no', metric: 'tone' }] } },
      'targets',
    ],
  ])('%s that differs is a hard mismatch', async (_what, overrides, field) => {
    const folder = temporaryFolder({
      'a.json': JSON.stringify(results([row(1), row(3)])),
      'b.json': JSON.stringify(results([row(1, overrides), row(3)])),
    });
    const { comparability } = await compare(join(folder, 'a.json'), join(folder, 'b.json'));
    expect(comparability).toContainEqual(expect.objectContaining({ field, severity: 'hard' }));
  });
});

describe('what an answer took', () => {
  const usage = { total: 30, prompt: 20, completion: 10, cached: 0 };
  const taken = async (overrides: Overrides) => {
    const { runs } = await loadResults(
      results(rows.map((each) => ({ ...each, latencyMs: 1500, tokenUsage: usage, ...overrides }))),
    );
    return runs[0]?.samples[0];
  };

  test('is that of the row, on a machine that nobody recorded', async () => {
    expect(await taken({})).toMatchObject({
      usage: { prompt_tokens: 20, output_tokens: 10 },
      timing: { seconds: 1.5, machine: 'not recorded' },
    });
  });

  test.each<[string, Overrides]>([
    ['out of a cache', { response: { output: 'yes', cached: true } }],
    ['of which tokens came out of a cache', { tokenUsage: { ...usage, cached: 30 } }],
  ])('is not known of one %s', async (_, overrides) => {
    const found = await taken(overrides);
    expect([found?.usage, found?.timing]).toEqual([undefined, undefined]);
  });

  test.each<[string, Overrides]>([
    ['counts nothing, and writes 0', { tokenUsage: { ...usage, prompt: 0, completion: 0 } }],
    ['counts parts of tokens', { tokenUsage: { ...usage, prompt: 1.5 } }],
    ['says something else', { tokenUsage: 'many' }],
  ])('is no count of 0 where a provider %s', async (_, overrides) => {
    const found = await taken(overrides);
    expect(found?.usage).toBeUndefined();
    expect(found?.timing?.seconds).toBe(1.5);
  });
});

test.each([
  [
    'JSON',
    JSON.stringify([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Who?' },
    ]),
  ],
  ['YAML', '- role: system\n  content: Be brief.\n- role: user\n  content: Who?\n'],
])('a chat written as %s is shown turn by turn', async (_name, raw) => {
  const chat = row(1, { prompt: { raw, label: 'chat' } });
  const { runs } = await load({ 'results.json': JSON.stringify(results([chat])) });
  expect(runs[0]?.samples[0]?.asked).toEqual({
    ...{ question: 'Who?', turns: [{ role: 'system', text: 'Be brief.' }] },
    reference: 'icontains: yes',
  });
});
