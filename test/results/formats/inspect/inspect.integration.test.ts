import { describe, expect, test } from 'vitest';
import { inspect } from '../../../../src/results/formats/inspect/inspect.ts';
import { findFormat } from '../../../../src/results/formats/registry.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { zipOf } from '../../../support/zip.ts';
import { evalLog, header, jsonLog, load, results, SAMPLES, sample, score } from './build.ts';

describe('a log', () => {
  test.each([
    ['.eval, zstd', { 'a.eval': evalLog() }],
    ['.eval, deflate', { 'a.eval': evalLog(SAMPLES, header(), 'deflate') }],
    ['.eval, stored', { 'a.eval': evalLog(SAMPLES, header(), 'stored') }],
    ['.json', { 'a.json': jsonLog() }],
  ])('%s is a run', async (_what, files) => {
    expect(await findFormat(temporaryFolder(files))).toBe(inspect);
    const { runs, faults } = await load(files);
    expect(faults).toEqual([]);
    expect(runs[0]?.record).toMatchObject({
      task: 'facts',
      planned: 4,
      metrics: [{ name: 'match', direction: 'higher_is_better', kind: 'mean', unit: 'rate' }],
      fingerprint: { harness: 'inspect_ai', harness_version: '0.3.208', engine: 'hf', limit: null },
    });
    expect(runs[0]?.samples.map(({ id, scores }) => [id, scores.match])).toEqual([
      ['1', 1],
      ['2', 0],
      ['3', 1],
      ['4', 0],
    ]);
    expect(runs[0]?.samples[0]?.output).toBe('answer 1');
    expect(JSON.stringify(runs)).not.toContain('sk-secret');
  });

  test('of two members of one name the later counts', async () => {
    const packed = zipOf([
      ['_journal/start.json', '{}'],
      ['header.json', '{}'],
      ...SAMPLES.map((each) => [`samples/${each.id}_epoch_1.json`, JSON.stringify(each)] as const),
      ['header.json', JSON.stringify(header())],
    ]);
    expect((await load({ 'a.eval': packed })).runs).toHaveLength(1);
  });

  test('of 2024 names its scorer outside', async () => {
    const top = header({
      results: {
        ...{ total_samples: 4, completed_samples: 4, scorer: { name: 'match' } },
        metrics: { accuracy: { name: 'accuracy', value: 0.5 } },
      },
    });
    expect((await load({ 'a.json': jsonLog(SAMPLES, top) })).faults).toEqual([]);
  });

  test('settings of the connection do not matter, others do', async () => {
    const of = async (config: unknown) =>
      (await load({ 'a.eval': evalLog(SAMPLES, header({ plan: { steps: [], config } })) })).runs[0]?.record
        .fingerprint.settings;
    expect(await of({ max_connections: 1 })).toBe(await of({}));
    expect(await of({ temperature: 1 })).not.toBe(await of({}));
  });
});

describe('several logs', () => {
  const second = header({}, { task: 'other' });

  test('of one model are one side', async () => {
    const { runs, faults } = await load({ 'a.eval': evalLog(), 'b.json': jsonLog(SAMPLES, second) });
    expect(faults).toEqual([]);
    expect(runs.map(({ record }) => record.task)).toEqual(['facts', 'other']);
    expect(new Set(runs.map(({ record }) => record.model.digest)).size).toBe(1);
  });

  test('of one task are ambiguous', async () => {
    const { runs, faults } = await load({ 'a.eval': evalLog(), 'b.eval': evalLog() });
    expect(runs).toEqual([]);
    expect(faults[0]).toMatch(/2 results of the task "facts"[\s\S]*name one of these files/);
  });

  test('of two models are not one run', async () => {
    const other = header({}, { task: 'other', model: 'hf/step-2000' });
    const { runs, faults } = await load({ 'a.eval': evalLog(), 'b.eval': evalLog(SAMPLES, other) });
    expect(runs).toEqual([]);
    expect(faults).toEqual([expect.stringMatching(/several models lie here:[\s\S]*hf\/step-2000/)]);
  });

  const failed = (created: string) =>
    jsonLog([], { ...header({}, { created }), status: 'error', error: { message: 'CUDA out of memory' } });

  test('of a task that failed and was evaluated again: the later one, with a note', async () => {
    const { runs, faults, notes } = await load({
      'a.json': failed('2026-01-01T00:00:00Z'),
      'b.json': jsonLog(SAMPLES, header({}, { created: '2026-01-02T00:00:00Z' })),
    });
    expect(faults).toEqual([]);
    expect(runs).toHaveLength(1);
    expect(notes).toEqual([expect.stringMatching(/a\.json: passed over \(.*CUDA out of memory/)]);
  });

  test.each(['2026-01-03T00:00:00Z', '2026-01-02T00:00:00Z'])(
    'of a task that failed at %s, not before it was evaluated: refused',
    async (created) => {
      const { faults } = await load({
        'a.json': failed(created),
        'b.json': jsonLog(SAMPLES, header({}, { created: '2026-01-02T00:00:00Z' })),
      });
      expect(faults).toEqual([expect.stringContaining('did not finish')]);
    },
  );

  test('of a task that failed after it was evaluated: the newest that is whole, where that is asked for', async () => {
    const files = {
      'a.json': jsonLog(SAMPLES, header({}, { created: '2026-01-02T00:00:00Z' })),
      'b.json': failed('2026-01-03T00:00:00Z'),
    };
    const { runs, faults, notes } = await load(files, '.#newest');
    expect(faults).toEqual([]);
    expect(runs).toHaveLength(1);
    expect(notes).toEqual([expect.stringMatching(/b\.json: passed over \(.*newest whole run of facts/)]);
    const alone = await load({ 'b.json': files['b.json'] }, '.#newest');
    expect(alone.faults).toEqual([expect.stringContaining('did not finish')]);
  });
});

describe('scores', () => {
  const one = (value: unknown, metrics: Readonly<Record<string, unknown>>) =>
    load({ 'a.json': jsonLog([sample(1, value)], header(results([score(metrics)], 1))) });

  test.each([
    ['C', 1],
    ['P', 0.5],
    ['I', 0],
    ['N', 0],
    ['yes', 1],
    ['False', 0],
    [true, 1],
    ['0.25', 0.25],
  ])('%j counts as %d', async (value, number) => {
    const { runs, faults } = await one(value, { accuracy: number });
    expect(faults).toEqual([]);
    expect(runs[0]?.samples[0]?.scores.match).toBe(number);
  });

  test.each([NaN, null, undefined, 'maybe', Infinity])('%s is unscored, never 0', async (value) => {
    const { runs, faults } = await one(value, { accuracy: NaN });
    expect(faults).toEqual([]);
    expect(runs[0]?.samples[0]?.scores.match).toEqual({ unscored: 'not scored' });
  });

  test('that Inspect took for 0 are refused, with both numbers', async () => {
    const { faults } = await one('maybe', { accuracy: 0 });
    expect(faults).toEqual([expect.stringContaining('match is 0 in the results file and NaN')]);
  });

  test('outside 0 to 1 have no accuracy', async () => {
    expect((await one(7, { accuracy: 7 })).faults).toEqual([expect.stringContaining('match')]);
  });

  test('by key, one a key; which way they are better must be said', async () => {
    const samples = [1, 2].map((id) =>
      sample(id, null, { scores: { rubric: { value: { quality: id === 1 ? null : 0.5, safe: 1 } } } }),
    );
    const scores = ['quality', 'safe'].map((name) =>
      score({ mean: name === 'safe' ? 1 : 0.5 }, { name, scorer: 'rubric' }),
    );
    const files = { 'a.eval': evalLog(samples, header(results(scores, 2))) };
    expect((await load(files)).faults[0]).toMatch(/which way quality is better[\s\S]*#higher=quality/);
    const { runs, faults } = await load(files, 'a.eval#higher=quality,safe');
    expect(faults).toEqual([]);
    expect(runs[0]?.samples.map(({ scores: own }) => own)).toEqual([
      { quality: { unscored: 'not scored' }, safe: 1 },
      { quality: 0.5, safe: 1 },
    ]);
    const lower = await load(files, 'a.eval#higher=quality&lower=safe');
    expect(lower.runs[0]?.record.metrics.map(({ direction }) => direction)).toEqual([
      'higher_is_better',
      'lower_is_better',
    ]);
    expect((await load(files, 'a.eval#best=safe')).faults[0]).toContain('nothing can be chosen by "best"');
  });

  test('that are no mean over samples are refused', async () => {
    expect((await one('C', { custom: 3 })).faults[0]).toContain('match is no mean over samples');
  });
});

describe('a mean a group of samples, as grouped() gives it', () => {
  const SUBJECTS = ['rivers', 'crafts', 'crafts', 'crafts'];
  const samples = SAMPLES.map((each, index) => ({ ...each, metadata: { subject: SUBJECTS[index] } }));
  // Of rivers 1 of 1 is right, of crafts 1 of 3.
  const VALUES = { rivers: 1, crafts: 1 / 3, all: 0.5 };
  const grouped = (
    values: Readonly<Record<string, unknown>>,
    params: Readonly<Record<string, unknown>> = {},
  ) =>
    load({
      'a.eval': evalLog(
        samples,
        header(
          results([
            {
              ...score({}),
              metrics: Object.fromEntries(
                Object.entries(values).map(([name, value]) => [
                  name,
                  {
                    ...{ name, value, group: 'grouped' },
                    params: { metric: { type: 'metric', name: 'accuracy' }, group_key: 'subject', ...params },
                  },
                ]),
              ),
            },
          ]),
        ),
      ),
    });
  const MACRO = { all: 'groups' };

  test.each<
    [string, Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, string | undefined]
  >([
    ['over samples', VALUES, {}, undefined],
    ['over groups', { ...VALUES, all: 2 / 3 }, MACRO, 'macro'],
    ['of no whole', { rivers: 1, crafts: 1 / 3 }, { all: false }, undefined],
    [
      'of other names',
      { 's-rivers': 1, 's-crafts': 1 / 3, total: 0.5 },
      { all_label: 'total', name_template: 's-{group_name}' },
      undefined,
    ],
  ])('%s', async (_, values, params, average) => {
    const { runs, faults } = await grouped(values, params);
    expect(faults).toEqual([]);
    expect(runs[0]?.record.metrics).toMatchObject([{ name: 'match', unit: 'rate' }]);
    expect(runs[0]?.record.metrics[0]?.group_average).toBe(average);
    expect(runs[0]?.samples.map(({ group }) => group)).toEqual(SUBJECTS);
  });

  test.each<[string, Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>]>([
    ['the whole', { ...VALUES, all: 0.75 }, {}],
    ['the mean of the groups', { ...VALUES, all: 0.5 }, MACRO],
    ['a group', { ...VALUES, crafts: 2 / 3 }, {}],
    ['a group of no samples', { ...VALUES, inns: 1 }, {}],
    ['a group that the mean of groups holds', { rivers: 1, crafts: 0.6, all: 0.8 }, MACRO],
  ])('%s must follow from the samples', async (_, values, params) => {
    expect((await grouped(values, params)).faults[0]).toContain('by the samples');
  });
});

test('a folder of a task is looked into, as Inspect itself lists logs', async () => {
  const { runs, faults } = await load(
    {
      'logs/facts/a.eval': evalLog(),
      'logs/other/2026/b.eval': evalLog(SAMPLES, header({}, { task: 'other' })),
    },
    'logs',
  );
  expect(faults).toEqual([]);
  expect(runs.map(({ record }) => record.task)).toEqual(['facts', 'other']);
});

describe('epochs', () => {
  const epochs = (...values: readonly unknown[]) =>
    values.map((value, index) => sample('q', value, { epoch: index + 1 }));
  const reduced = (reducer: string, value: number, values: readonly unknown[]) =>
    load({
      'a.eval': evalLog(
        epochs(...values),
        header(results([score({ accuracy: value })], values.length), {
          config: { epochs: values.length, epochs_reducer: [reducer] },
        }),
      ),
    });

  test.each<[string, number, readonly unknown[]]>([
    ['mean', 2 / 3, ['C', 'I', 'C']],
    ['median', 1, ['C', 'I', 'C']],
    ['median', 0.25, ['I', 'P']],
    ['mode', 0, ['I', 'C', 'I']],
    ['max', 1, ['I', 'C', 'I']],
    ['at_least_2', 0, ['I', 'C', 'I']],
    ['at_least_2', 1, ['C', 'C', 'I']],
    ['pass_at_2', 2 / 3, ['I', 'C', 'I']],
    ['pass_k_2', 1 / 3, ['C', 'C', 'I']],
  ])('%s gives %d', async (reducer, value, values) => {
    const { runs, faults } = await reduced(reducer, value, values);
    expect(faults).toEqual([]);
    expect(runs[0]?.record.planned).toBe(1);
    expect(runs[0]?.samples).toMatchObject([{ id: 'q', scores: { match: expect.closeTo(value, 12) } }]);
    expect((await reduced(reducer, value + 0.01, values)).runs).toEqual([]);
  });

  test('by their mean keep what each scored, and which gave the same answer', async () => {
    const { runs } = await reduced('mean', 2 / 3, ['C', 'I', 'C']);
    expect(runs[0]?.record.fingerprint.repeats).toBe(3);
    expect(runs[0]?.record.metrics[0]).toMatchObject({ name: 'match', repeated: true });
    expect(runs[0]?.samples[0]?.repeats).toEqual({ scores: { match: [1, 0, 1] }, same_as: [0, 0, 0] });
  });

  test('of which one has no score leave their sample without one, whatever Inspect counts', async () => {
    const { runs, faults } = await reduced('mean', 1, ['C', NaN, 'C']);
    expect(faults).toEqual([]);
    expect(runs[0]?.samples[0]?.scores).toEqual({
      match: { unscored: '2 of 3 epochs have a score: not scored' },
    });
    expect((await reduced('mean', 0.5, ['C', NaN, 'C'])).runs).toEqual([]);
  });

  test.each(['median', 'mode', 'max', 'at_least_1', 'pass_at_2'])(
    'nor where %s of the others is what Inspect takes: those that failed are not missing at random',
    async (reducer) => {
      const { runs, faults } = await reduced(reducer, 1, ['C', NaN, 'C']);
      expect(faults).toEqual([]);
      expect(runs[0]?.samples[0]?.scores).toEqual({
        match: { unscored: '2 of 3 epochs have a score: not scored' },
      });
    },
  );

  test('as many or fewer are compared by their means, and by anything else are not', async () => {
    const generation = async (reducer: string, values: readonly unknown[]) =>
      (await reduced(reducer, 1, values)).runs[0]?.record.fingerprint.generation;
    expect(await generation('mean', ['C', 'C'])).toBe(await generation('mean', ['C']));
    expect(await generation('max', ['C', 'C'])).not.toBe(await generation('max', ['C']));
  });

  test('by a reducer that is not known are refused', async () => {
    expect((await reduced('variance', 0, ['C', 'I'])).faults[0]).toContain('variance, which is not known');
  });

  test('by two reducers are two metrics', async () => {
    const both = [score({ accuracy: 0.5 }, { reducer: 'mean' }), score({ accuracy: 1 }, { reducer: 'max' })];
    const top = header(results(both, 2), { config: { epochs: 2, epochs_reducer: ['mean', 'max'] } });
    const { runs, faults } = await load({ 'a.eval': evalLog(epochs('C', 'I'), top) });
    expect(faults).toEqual([]);
    expect(runs[0]?.samples[0]?.scores).toEqual({ match_mean: 0.5, match_max: 1 });
  });
});

describe('what was not evaluated', () => {
  test('a sample with an error has no score, though the run says success', async () => {
    const failed = sample(4, null, { scores: {}, error: { message: 'endpoint returned 503' } });
    const top = header(results([score({ accuracy: 2 / 3 })], 4, 3));
    const { runs, faults } = await load({ 'a.eval': evalLog([...SAMPLES.slice(0, 3), failed], top) });
    expect(faults).toEqual([]);
    expect(runs[0]?.record.planned).toBe(4);
    expect(runs[0]?.samples[3]?.scores.match).toEqual({ unscored: 'error: endpoint returned 503' });
  });

  test('an invalidated sample has no score', async () => {
    const invalid = sample(4, 'C', { invalidation: { reason: 'leak' } });
    const top = header(results([score({ accuracy: 2 / 3 })]));
    const { runs } = await load({ 'a.eval': evalLog([...SAMPLES.slice(0, 3), invalid], top) });
    expect(runs[0]?.samples[3]?.scores.match).toEqual({ unscored: 'invalidated' });
  });

  test('without samples there are aggregates', async () => {
    const { runs, faults } = await load({ 'a.eval': evalLog([]) });
    expect(faults).toEqual([]);
    expect(runs[0]?.record).toMatchObject({
      planned: 0,
      aggregates: [{ metric: 'match', value: 0.5, stderr: 0.28, n: 4 }],
    });
  });

  test('a standard error of one sample is none', async () => {
    const top = header(results([score({ accuracy: 1, stderr: 0 })], 1));
    expect((await load({ 'a.eval': evalLog([], top) })).runs[0]?.record.aggregates).toMatchObject([
      { stderr: null },
    ]);
  });

  const cut = evalLog();
  test.each<[string, Uint8Array, RegExp]>([
    ['a cancelled run', evalLog(SAMPLES, header({ status: 'cancelled' })), /status is cancelled/],
    [
      'a failed run',
      evalLog(SAMPLES, header({ status: 'error', results: null, error: { message: '503' } })),
      /status is error: 503/,
    ],
    [
      'a running one',
      zipOf([
        ['_journal/start.json', '{}'],
        ['samples/1_epoch_1.json', '{}'],
      ]),
      /still going/,
    ],
    ['an invalidated log', evalLog(SAMPLES, header({ invalidated: true })), /marked as invalid/],
    ['nothing scored', evalLog(SAMPLES, header(results([]))), /nothing was scored/],
    ['samples that are lost', evalLog(SAMPLES.slice(1)), /3 samples, and the run evaluated 4/],
    ['a cut archive', cut.subarray(0, cut.length - 40), /cannot be unpacked/],
    ['a method nobody knows', evalLog(SAMPLES, header(), 'unknown'), /compressed by method 97/],
    [
      'samples in chunks',
      zipOf([
        ['_journal/start.json', '{}'],
        ['samples/1_epoch_1/sample.json', '{}'],
        ['header.json', JSON.stringify(header())],
      ]),
      /stored in chunks/,
    ],
  ])('%s is refused', async (_what, bytes, message) => {
    expect(await findFormat(temporaryFolder({ 'a.eval': bytes }))).toBe(inspect);
    const { runs, faults } = await load({ 'a.eval': bytes });
    expect(runs).toEqual([]);
    expect(faults).toEqual([expect.stringMatching(message)]);
  });

  test.each(['deflate', 'zstd'] as const)(
    'a %s member that is larger than it says is refused',
    async (method) => {
      const bytes = evalLog(SAMPLES, header(), method);
      const size = Buffer.byteLength(JSON.stringify(header()));
      // The size in both headers of the last member.
      for (let at = bytes.indexOf('PK\x01\x02'); at < bytes.length - 4; at += 1) {
        if (bytes.readUInt32LE(at) === size) bytes.writeUInt32LE(size - 10, at);
      }
      expect((await load({ 'a.eval': bytes })).faults).toEqual([
        expect.stringContaining('cannot be unpacked'),
      ]);
    },
  );
});

describe('what an answer took', () => {
  const messages = [
    { role: 'user', content: 'q' },
    { role: 'assistant', content: 'a', source: 'generate' },
  ];
  const output = (more: object = {}) => ({
    choices: [{ message: { content: 'a' } }],
    ...{ usage: { input_tokens: 64, output_tokens: 2, total_tokens: 66 }, time: 0.5 },
    ...more,
  });
  const taken = async (overrides: object) => {
    const samples = SAMPLES.map((each) => ({ ...each, messages, output: output(), ...overrides }));
    return (await load({ 'a.json': jsonLog(samples) })).runs[0]?.samples[0];
  };

  test('is that of the call that gave it, on a machine that nobody recorded', async () => {
    expect(await taken({})).toMatchObject({
      usage: { prompt_tokens: 64, output_tokens: 2 },
      timing: { seconds: 0.5, machine: 'not recorded' },
    });
  });

  test('is not known of a conversation, whose last call is a part of it', async () => {
    const found = await taken({ messages: [...messages, ...messages] });
    expect([found?.usage, found?.timing]).toEqual([undefined, undefined]);
  });

  test('is unmeasured where nobody measured, and never 0', async () => {
    const found = await taken({ output: output({ time: null, usage: null }) });
    expect([found?.usage, found?.timing]).toEqual([undefined, undefined]);
    expect((await taken({ output: output({ time: -1 }) }))?.timing).toBeUndefined();
  });
});
