import { mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonl, temporaryFolder } from '../../support/temporary-folder.ts';
import { fixture as helm } from './helm/fixture.ts';
import { header as inspectHeader, jsonLog, SAMPLES } from './inspect/build.ts';
import { parquet } from './lighteval/build.ts';
import { lines, python, RESULTS, ROWS, results, samplesName, TIME } from './lm-eval/build.ts';
import { type Files, load, loadPath } from './load.ts';

/** Results as they lie in real teams: written by loops, by several programs, into caches and onto other disks. */

const LATER = '2026-11-22T02-02-49.864881';

/** One `lm_eval` run of a task, into its own folder or a shared one. */
const lmEval = (task: string, time: string, folder = 'm', overrides: object = {}): Files => {
  const own = results();
  return {
    [`${folder}/results_${time}.json`]: python({
      ...own,
      results: { [task]: own.results.facts },
      configs: { [task]: own.configs.facts },
      higher_is_better: { [task]: { acc: true } },
      'n-samples': { [task]: { original: 4, effective: 4 } },
      date: Date.parse(time.slice(0, 10)) / 1000,
      ...overrides,
    }),
    [`${folder}/${samplesName(task, time)}`]: lines(ROWS),
  };
};

const lighteval = (
  task: string,
  time: string,
  at = { results: 'results/org/m', details: 'details/org/m' },
) => ({
  [`${at.results}/results_${time}.json`]: python({
    config_general: { model_name: 'org/m' },
    results: { [`${task}|0`]: { extractive_match: 0.75 } },
  }),
  [`${at.details}/${time}/details_${task}|0_${time}.parquet`]: parquet([1, 0, 1, 1]),
});

const row = (id: unknown, score: unknown, overrides: object = {}) => ({
  ...{ task: 'facts', id, metric: 'quality', direction: 'higher', score },
  ...overrides,
});

const tasksOf = ({ runs }: Awaited<ReturnType<typeof load>>) => runs.map(({ record }) => record.task);

describe('one results file a task is one run of one model', () => {
  test.each<[string, Files]>([
    ['lm-eval, a loop into one folder', { ...lmEval('facts', TIME), ...lmEval('maths', LATER) }],
    [
      'lm-eval, one folder a task',
      { ...lmEval('facts', TIME, 'facts/m'), ...lmEval('maths', LATER, 'maths/m') },
    ],
    [
      'lm-eval, a folder a day, a run and a task',
      { ...lmEval('facts', TIME, '2026/11/1/facts/m'), ...lmEval('maths', LATER, '2026/11/2/maths/m') },
    ],
    ['lighteval', { ...lighteval('facts', TIME), ...lighteval('maths', LATER) }],
    [
      'Inspect',
      {
        'a.json': jsonLog(SAMPLES),
        'b.json': jsonLog(SAMPLES, inspectHeader({}, { task: 'maths' })),
      },
    ],
  ])('%s', async (_what, files) => {
    const loaded = await load(files, '.');
    expect(loaded.faults).toEqual([]);
    expect(tasksOf(loaded).map((task) => task.replace(':0', ''))).toEqual(['facts', 'maths']);
    expect(new Set(loaded.runs.map(({ record }) => record.model.digest)).size).toBe(1);
    expect(loaded.notes).toEqual([expect.stringMatching(/^read together as one run of /)]);
  });

  test('of two models it is none', async () => {
    const other = lmEval('maths', LATER, 'm', { model_name: 'models/other' });
    const { runs, faults } = await load({ ...lmEval('facts', TIME), ...other }, '.');
    expect(runs).toEqual([]);
    expect(faults).toEqual([expect.stringMatching(/several models[\s\S]*models\/ckpt[\s\S]*models\/other/)]);
    expect(faults[0]).toMatch(/write \S+#one-model$/);
  });

  test('a path and a repository that are one model by the word of whoever names them', async () => {
    const other = lmEval('maths', LATER, 'm', { model_name: 'models/other' });
    const loaded = await load({ ...lmEval('facts', TIME), ...other }, '.#one-model');
    expect(loaded.faults).toEqual([]);
    expect(tasksOf(loaded)).toEqual(['facts', 'maths']);
    expect(loaded.notes).toEqual([
      expect.stringMatching(/^read together as one run of models\/ckpt alias models\/other: /),
    ]);
  });
});

describe('what else people keep beside results or name in place of them', () => {
  test('the JSON Schema of Every Eval Ever is no evaluation', async () => {
    const keys = ['schema_version', 'evaluation_id', 'model_info', 'evaluation_results'];
    const schema = {
      type: 'object',
      properties: Object.fromEntries(keys.map((key) => [key, { type: 'object' }])),
    };
    expect((await load({ 'eval.schema.json': python(schema) }, '.')).format).toBeNull();
  });

  test.each(['run_spec.json', 'stats.json', 'per_instance_stats.json', 'scenario_state.json'])(
    '%s of a run of HELM stands for the run',
    async (name) => {
      const { runs, faults } = await load(helm.files({}), join('a', name));
      expect(faults).toEqual([]);
      expect(runs.map(({ record }) => record.planned)).toEqual([4]);
    },
  );
});

describe('a folder, where it is a file that has results', () => {
  const table = jsonl(row('q1', 1));
  const junit = '<testsuite name="s" tests="1"><testcase classname="c" name="n"/></testsuite>';

  test.each<[string, Files, readonly string[]]>([
    ['a table', { 'scores.jsonl': table, 'README.md': 'scores' }, ['scores.jsonl']],
    ['a report of tests', { 'report.xml': junit }, ['report.xml']],
    [
      'two of them',
      { 'a.csv': 'task,id,metric,score\nfacts,q1,acc,1\n', 'b.jsonl': table },
      ['a.csv', 'b.jsonl'],
    ],
  ])('is told which to name: %s', async (_what, files, names) => {
    const folder = temporaryFolder(files);
    const list = names.map((name) => `\n  ${join(folder, name)}`).join('');
    await expect(loadPath(folder)).rejects.toThrow(`named by their file:${list}`);
  });

  test('is told of links too, wherever they lead', async () => {
    const [folder, cache] = [temporaryFolder(), temporaryFolder({ blob: table })];
    symlinkSync(join(cache, 'blob'), join(folder, 'scores.jsonl'));
    symlinkSync('nowhere', join(folder, 'gone.jsonl'));
    await expect(loadPath(folder)).rejects.toThrow(`named by their file:\n  ${join(folder, 'scores.jsonl')}`);
  });

  test('is none where nothing in it is known, or it lies deeper', async () => {
    expect((await load({ 'README.md': 'text', 'deep/scores.jsonl': table }, '.')).format).toBeNull();
  });
});

describe('a task that was evaluated twice', () => {
  const wrong = (time: string): Files => ({
    ...lmEval('facts', time),
    [`m/results_${time}.json`]: python({ ...results(), date: Date.parse(time.slice(0, 10)) / 1000 }),
  });
  const twice = { ...wrong(TIME), ...wrong(LATER) };

  test('is refused, with how to choose', async () => {
    const { runs, faults } = await load(twice, 'm');
    expect(runs).toEqual([]);
    expect(faults).toEqual([
      expect.stringMatching(
        /2 results of the task "facts"[\s\S]*of 2026-11-21T[\s\S]*of 2026-11-22T[\s\S]*#newest/,
      ),
    ]);
  });

  test('is the newest where that is asked for', async () => {
    const folder = temporaryFolder(twice);
    const { runs, faults } = await loadPath(`${folder}/m#newest`);
    expect(faults).toEqual([]);
    expect(runs.map(({ record }) => record.started)).toEqual(['2026-11-22T00:00:00.000Z']);
  });

  test('has no newest where nobody says when', async () => {
    const undated = (time: string): Files => ({
      [`m/results_${time}.json`]: python({ ...results(), date: null }),
    });
    const folder = temporaryFolder({ ...undated(TIME), ...undated(LATER) });
    const { runs, faults } = await loadPath(`${folder}/m#newest`);
    expect(runs).toEqual([]);
    expect(faults).toEqual([expect.stringMatching(/of an unknown time|of unknown date/)]);
  });
});

describe('links', () => {
  /** The file at `name` moves to `target`, and a link to it takes its place. */
  const linked = (folder: string, name: string, target: string): void => {
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(folder, name), target);
    symlinkSync(target, join(folder, name));
  };
  const names = Object.keys(lmEval('facts', TIME));

  test('that stay under what was named are followed', async () => {
    const folder = temporaryFolder(lmEval('facts', TIME));
    for (const [index, name] of names.entries()) linked(folder, name, join(folder, 'cache', `${index}`));
    const { runs, faults } = await loadPath(folder);
    expect(faults).toEqual([]);
    expect(runs).toHaveLength(1);
  });

  test('of a folder are followed too, and what is reached twice is read once', async () => {
    const folder = temporaryFolder(lmEval('facts', TIME, 'runs/1'));
    symlinkSync(join(folder, 'runs/1'), join(folder, 'runs/latest'));
    const { runs, faults } = await loadPath(folder);
    expect(faults).toEqual([]);
    expect(runs).toHaveLength(1);
  });

  test('that lead out are named one by one, and followed where that is allowed', async () => {
    const folder = temporaryFolder(lmEval('facts', TIME));
    const cache = temporaryFolder();
    for (const [index, name] of names.entries()) linked(folder, name, join(cache, `${index}`));
    const refused = await loadPath(folder);
    expect(refused.runs).toEqual([]);
    for (const name of names) expect(refused.faults.join()).toContain(`${join(folder, name)} -> ${cache}`);
    expect(refused.faults.join()).toContain(`--follow ${cache}`);
    const { runs, faults } = await loadPath(`${folder}#follow=${encodeURIComponent(cache)}`);
    expect(faults).toEqual([]);
    expect(runs).toHaveLength(1);
  });
});

describe('lighteval', () => {
  test.each([
    ['results_path_template', { results: 'org_m', details: 'details/org/m' }],
    ['details that were moved', { results: 'results/org/m', details: 'elsewhere/x' }],
  ])('finds its details with %s', async (_what, at) => {
    const { runs, faults } = await load(lighteval('facts', TIME, at), '.');
    expect(faults).toEqual([]);
    expect(runs[0]?.samples).toHaveLength(4);
  });

  test('does not choose between two', async () => {
    const copy = lighteval('facts', TIME, { results: 'x', details: 'b' });
    const { faults } = await load(
      { ...lighteval('facts', TIME, { results: 'x', details: 'a' }), ...copy },
      '.',
    );
    expect(faults).toEqual([expect.stringContaining('lie here twice')]);
  });
});

describe('encodings', () => {
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

  test.each<[string, string]>([
    ['JSONL', jsonl(row('q1', 1), row('q2', 0))],
    ['CSV', 'task,id,metric,direction,score\r\nfacts,q1,quality,higher,1\r\nfacts,q2,quality,higher,0\r\n'],
  ])('%s of PowerShell, in UTF-16, is read and said', async (_what, text) => {
    for (const bytes of [utf16(text), utf16(text).swap16()]) {
      const { runs, faults, notes } = await load({ scores: bytes });
      expect(faults).toEqual([]);
      expect(runs[0]?.samples.map(({ id, scores }) => [id, scores.quality])).toEqual([
        ['q1', 1],
        ['q2', 0],
      ]);
      expect(notes).toEqual([expect.stringMatching(/scores is UTF-16/)]);
    }
  });

  test('half a character of UTF-16 is a fault', async () => {
    const { faults } = await load({ scores: utf16(jsonl(row('q1', 1))).subarray(0, -1) });
    expect(faults).toEqual([expect.stringContaining('not UTF-16')]);
  });
});

test('ids above 2^53 stay what they are', async () => {
  const text = `{"task":"facts","id":9007199254740993,"metric":"acc","score":1}\n{"task":"facts","id":9007199254740992,"metric":"acc","score":0}\n`;
  const { runs, faults } = await load({ 'scores.jsonl': text });
  expect(faults).toEqual([]);
  expect(runs[0]?.samples.map(({ id }) => id)).toEqual(['9007199254740993', '9007199254740992']);
});

describe('per cent', () => {
  const percent = jsonl(row('q1', 1, { unit: 'percent' }), row('q2', 0, { unit: 'percent' }));

  test('that never exceeds 1 is a question', async () => {
    const { runs, faults } = await load({ 'scores.jsonl': percent });
    expect(runs).toEqual([]);
    expect(faults).toEqual([
      expect.stringMatching(/none of its scores exceeds 1[\s\S]*"rate"[\s\S]*#percent=quality/),
    ]);
  });

  test('is taken where that is said', async () => {
    const folder = temporaryFolder({ 'scores.jsonl': percent });
    const { runs } = await loadPath(`${folder}/scores.jsonl#percent=quality`);
    expect(runs[0]?.samples[0]?.scores.quality).toBe(0.01);
  });

  test('of nothing but 0 is 0 either way', async () => {
    const { faults } = await load({ 'scores.jsonl': jsonl(row('q1', 0, { unit: 'percent' })) });
    expect(faults).toEqual([]);
  });
});

describe('a last line of CSV without an end', () => {
  const csv = (...scores: readonly string[]) =>
    `task,id,metric,score\n${scores.map((score, index) => `facts,q${index},acc,${score}`).join('\n')}`;

  test('is whole where its last field is as long as all others', async () => {
    const { runs, faults } = await load({ 'scores.csv': csv('1', '0', '1') });
    expect(faults).toEqual([]);
    expect(runs[0]?.samples).toHaveLength(3);
  });

  test.each([[['0.5', '0']], [['0.5', '0.25', '0.5']], [['0']]])('%j may be cut off', async (scores) => {
    const { runs, faults } = await load({ 'scores.csv': csv(...scores) });
    expect(runs).toEqual([]);
    expect(faults).toEqual([expect.stringContaining('may be cut off')]);
  });
});

test(`${RESULTS} of a run without samples says how many there were by its standard error`, async () => {
  const { runs } = await load(
    {
      [`m/${RESULTS}`]: python({
        results: { facts: { acc: 0.75, acc_stderr: 0.04351941398892446 } },
        versions: { facts: 0 },
      }),
    },
    '.',
  );
  expect(runs[0]?.record.aggregates).toEqual([
    { metric: 'acc', value: 0.75, stderr: 0.04351941398892446, n: 100 },
  ]);
});
