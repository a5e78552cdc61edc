import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { plain } from '../../../../src/results/formats/plain/plain.ts';
import { jsonl, temporaryFolder } from '../../../support/temporary-folder.ts';
import { compare, load } from '../load.ts';

const row = (id: number, overrides: Readonly<Record<string, unknown>> = {}) => ({
  task: 'facts',
  id: `q${id}`,
  metric: 'acc',
  score: id % 2,
  ...overrides,
});
const rows = [0, 1, 2, 3].map((id) => row(id));
const loadRows = (...lines: readonly unknown[]) => load({ 'scores.jsonl': jsonl(...lines) });
const loadCsv = (text: string) => load({ 'scores.csv': text });

describe('a table', () => {
  test('of the four columns becomes a run of the metric as it is known', async () => {
    const { format, runs, faults } = await loadRows(...rows);
    expect(format).toBe(plain);
    expect(faults).toEqual([]);
    expect(runs[0]?.record).toMatchObject({
      task: 'facts',
      planned: 4,
      primary_metric: 'acc',
      metrics: [{ name: 'acc', direction: 'higher_is_better', unit: 'rate', kind: 'mean' }],
    });
    expect(runs[0]?.samples[1]).toEqual({
      id: 'q1',
      index: 1,
      input_digest: 'not recorded',
      target_digest: 'not recorded',
      scores: { acc: 1 },
    });
    expect(runs[0]?.record.model.source).toMatch(/inputs not recorded.*weights not identified/);
  });

  test('keeps every optional column', async () => {
    const full = {
      ...{ filter: 'strict', group: 'anatomy', cluster: 'passage 1', weight: 2, output: 'Paris' },
      ...{ input: [{ role: 'user', content: 'Capital?' }], target: 'Paris', x_latency: 12 },
    };
    const { runs, faults } = await loadRows(row(1, full));
    expect(faults).toEqual([]);
    const { input: _input, target: _target, x_latency: _own, ...kept } = full;
    expect(runs[0]?.samples[0]).toMatchObject(kept);
    expect(runs[0]?.samples[0]?.input_digest).toMatch(/^sha256:/);
    expect(runs[0]?.record.model.source).not.toContain('inputs not recorded');
  });

  test('keeps an empty answer, by which a model that says nothing is told', async () => {
    const { runs, faults } = await loadRows(row(1, { output: '' }), row(2, { output: null }));
    expect(faults).toEqual([]);
    expect(runs[0]?.samples.map(({ output }) => output)).toEqual(['', undefined]);
  });

  test('is the same as CSV, gzipped, under any name', async () => {
    const csv = ['task,id,metric,score', ...rows.map((each) => Object.values(each).join(','))].join('\n');
    const [fromLines, fromCsv] = [await loadRows(...rows), await load({ data: gzipSync(`${csv}\n`) })];
    expect(fromCsv.faults).toEqual([]);
    expect(fromCsv.runs[0]?.samples).toEqual(fromLines.runs[0]?.samples);
  });

  test.each([
    ['together', [0, 0, 1, 1]],
    ['apart', [0, 1, 0, 1]],
  ])('may have several metrics of a sample, its lines %s', async (_where, ids) => {
    const seen = new Set<number>();
    const lines = ids.map((id) => {
      const again = seen.has(id);
      seen.add(id);
      return row(id, again ? { metric: 'length', score: 7, direction: 'lower' } : { input: 'asked' });
    });
    const { runs, faults } = await loadRows(...lines);
    expect(faults).toEqual([]);
    expect(runs[0]?.record.primary_metric).toBe('acc');
    expect(runs[0]?.samples.map(({ id, scores }) => [id, scores])).toEqual([
      ['q0', { acc: 0, length: 7 }],
      ['q1', { acc: 1, length: 7 }],
    ]);
  });

  test('holds tasks in any order of lines', async () => {
    const lines = [row(1), row(2, { task: 'other' }), row(3), row(4, { task: 'other' })];
    const { runs } = await loadRows(...lines);
    expect(runs.map(({ record, samples }) => [record.task, samples.map(({ id }) => id)])).toEqual([
      ['facts', ['q1', 'q3']],
      ['other', ['q2', 'q4']],
    ]);
  });

  test('of two models has one chosen by name', async () => {
    const both = ['a', 'b'].flatMap((model) => rows.map((each) => ({ ...each, model })));
    const file = join(temporaryFolder({ 'both.jsonl': jsonl(...both) }), 'both.jsonl');
    await expect(compare(file, `${file}#model=b`)).rejects.toThrow(
      /2 models here[\s\S]*#model=a[\s\S]*#model=b/,
    );
    await expect(compare(`${file}#model=c`, `${file}#model=b`)).rejects.toThrow('no model "c" here');
    await expect(compare(`${file}#provider=a`, `${file}#model=b`)).rejects.toThrow('chosen by "provider"');
    const { of, comparability } = await compare(`${file}#model=a`, `${file}#model=b`);
    expect(comparability).toEqual([]);
    expect(of('facts/acc')?.baseline?.n).toBe(4);
  });
});

describe('scores', () => {
  test.each([
    ['true', 1],
    ['false', 0],
    ['1e400', { unscored: 'Infinity' }],
    ['null', { unscored: 'no score in the file' }],
    ['"N/A"', { unscored: 'N/A' }],
    ['"NaN"', { unscored: 'NaN' }],
    ['-Infinity', { unscored: '-Infinity' }],
  ])('%s', async (score, expected) => {
    const text = JSON.stringify(row(0, { score: '?' })).replace('"?"', score);
    const { runs } = await load({ 'scores.jsonl': `${text}\n` });
    expect(runs[0]?.samples[0]?.scores).toEqual({ acc: expected });
  });

  test('may be the bare NaN of Python, also in the first line', async () => {
    const { runs } = await load({
      'scores.jsonl': '{"task": "t", "id": 1, "metric": "acc", "score": NaN}\n',
    });
    expect(runs[0]?.samples[0]).toMatchObject({ id: '1', scores: { acc: { unscored: 'NaN' } } });
  });

  test('in per cent are refused, unless the file says so', async () => {
    const percents = rows.map((each) => ({ ...each, score: 87.5 }));
    const { runs, faults } = await loadRows(...percents);
    expect(runs).toEqual([]);
    expect(faults[0]).toMatch(/:1 \(score\): 87.5 lies outside 0 to 1[\s\S]*"unit" with "percent"/);
    const declared = await loadRows({ ...percents[0], unit: 'percent' }, ...percents.slice(1));
    expect(declared.faults).toEqual([]);
    expect(declared.runs[0]?.samples[3]?.scores).toEqual({ acc: 0.875 });
  });

  test.each([
    ['rate', { unit: 'rate', range: { min: 0, max: 1 } }],
    ['percent', { unit: 'rate', range: { min: 0, max: 1 } }],
    ['number', { unit: 'number', range: { min: null, max: null } }],
  ])('of a metric of your own in the unit %s', async (unit, declared) => {
    const score = unit === 'percent' ? 50 : 1;
    const { runs } = await loadRows(row(1, { metric: 'mine', direction: 'lower_is_better', unit, score }));
    expect(runs[0]?.record.metrics[0]).toMatchObject({ direction: 'lower_is_better', ...declared });
  });
});

test('the range of a metric of your own is what the file says', async () => {
  const judge = { metric: 'judge', direction: 'higher', score: 7, min: 1, max: 10 };
  const { runs } = await loadRows(row(1, judge), row(2, { ...judge, min: undefined, max: undefined }));
  expect(runs[0]?.record.metrics[0]).toMatchObject({ unit: 'number', range: { min: 1, max: 10 } });
});

describe('what is refused', () => {
  const line = JSON.stringify(rows[0]);
  test.each<[string, string, RegExp]>([
    [
      'a metric of unknown direction',
      jsonl(row(1, { metric: 'mine' })),
      /which way is better[\s\S]*"direction"/,
    ],
    ['a metric with the name of a member', jsonl(row(1, { metric: 'toString' })), /which way is better/],
    ['a direction that is not its', jsonl(row(1, { direction: 'lower' })), /of this metric higher is better/],
    ['half a range', jsonl(row(1, { metric: 'm', direction: 'lower', min: 1 })), /a range has two ends/],
    [
      'a range of a rate',
      jsonl(row(1, { metric: 'm', direction: 'lower', unit: 'rate', min: 0, max: 1 })),
      /a rate lies between/,
    ],
    ['a range of what is known', jsonl(row(1, { min: 0, max: 1 })), /range of this metric is known/],
    [
      'two ranges',
      jsonl(
        row(1, { metric: 'm', direction: 'lower', min: 0, max: 1 }),
        row(2, { metric: 'm', min: 0, max: 2 }),
      ),
      /:2 \(max\)/,
    ],
    [
      'a score outside its range',
      jsonl(row(1, { metric: 'm', direction: 'lower', min: 1, max: 10, score: 11 })),
      /11 lies outside 1 to 10/,
    ],
    [
      'a score below a range without an end',
      jsonl(row(1, { metric: 'nll', score: -0.5 })),
      /-0.5 lies outside 0 to Infinity/,
    ],
    ['a unit that is not its', jsonl(row(1, { unit: 'number' })), /this metric is a rate/],
    [
      'two directions',
      jsonl(row(1, { metric: 'm', direction: 'lower' }), row(2, { metric: 'm', direction: 'higher' })),
      /:2 \(direction\)/,
    ],
    ['a ratio', jsonl(row(1, { metric: 'byte_perplexity' })), /no mean of one number a sample/],
    ['a score twice', jsonl(row(1), row(2), row(1)), /:3: acc of the sample "q1" is already on line 1/],
    [
      'a score twice where lines of a sample stand apart',
      jsonl(row(1), row(2), row(1, { metric: 'exact_match' }), row(2, { score: 1 })),
      /:4: acc of the sample "q2" is already on line 2/,
    ],
    [
      'a score that is a text',
      jsonl(row(1, { score: 'good' })),
      /"good" is no number\n {2}fix: correct the line/,
    ],
    ...['yes', 'No', 'passed', 'incorrect', 'T', '✓'].map((score): [string, string, RegExp] => [
      `a score of ${score}`,
      jsonl(row(1, { score })),
      /is no number\n {2}fix: write 1 for what is right and 0 for what is not$/,
    ]),
    ...['100%', '95.5 %'].map((score): [string, string, RegExp] => [
      `a score of ${score}`,
      jsonl(row(1, { score })),
      /is no number\n {2}fix: .*column "unit" that says percent/,
    ]),
    ['a decimal comma', jsonl(row(1, { score: '0,5' })), /fix: .*decimal point/],
    ['a quotient', jsonl(row(1, { score: '3/4' })), /fix: .*decimal point/],
    [
      'the header again',
      jsonl(row(1, { score: 'score' })),
      /fix: take the line out: the names of the columns stand here again/,
    ],
    [
      'a score that is missing',
      `${line}\n{"task":"facts","id":"q2","metric":"acc"}\n`,
      /:2: "score" is missing/,
    ],
    ['a misspelt column', jsonl(row(1, { wieght: 2 })), /"wieght" is not known[\s\S]*x_/],
    [
      '__proto__',
      `${line}\n{"task":"facts","id":"q2","metric":"acc","score":1,"__proto__":{}}\n`,
      /"__proto__" is not known/,
    ],
    [
      'a metric called __proto__',
      jsonl(row(1, { metric: '__proto__', direction: 'higher' })),
      /cannot have this name/,
    ],
    ['an id with control characters', jsonl(row(1, { id: 'a\u0000b' })), /control characters/],
    ['a weight of nothing', jsonl(row(1, { weight: 0 })), /positive number/],
    ['input and prompt', jsonl(row(1, { input: 'a', prompt: 'b' })), /says the same as input/],
    [
      'two inputs of a sample',
      jsonl(row(1, { input: 'a' }), row(1, { input: 'b', metric: 'exact_match' })),
      /another input on line 1/,
    ],
    ['lines of which some name a model', jsonl(row(1), row(2, { model: 'a' })), /some do not/],
    ['a torn last line', `${line}\n${line.slice(0, -9)}`, /:2: the last line is cut off/],
    ['no JSON', `${line}\n{"task":,}\n`, /:2: not JSON/],
    ['a list', `${line}\n[1]\n`, /:2: a line must be an object/],
    [
      'too deep an input',
      `${line}\n{"task":"t","id":1,"metric":"acc","score":1,"input":${'['.repeat(200)}${']'.repeat(200)}}\n`,
      /nested deeper than 100/,
    ],
  ])('%s', async (_what, text, message) => {
    const { format, runs, faults } = await load({ 'scores.jsonl': text });
    expect(format).toBe(plain);
    expect(runs).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(message);
  });

  test.each<[string, string, RegExp]>([
    ['a last line without an end', 'task,id,metric,score\nfacts,q1,acc,0.5', /may be cut off/],
    ['another number of columns', 'task,id,metric,score\nfacts,q1,acc\n', /not CSV/],
    ['a column twice', 'task,id,metric,score,score\nfacts,q1,acc,1,0\n', /two columns are called "score"/],
    ['a misspelt column', 'task,id,metric,score,grup\nfacts,q1,acc,1,a\n', /:1: "grup" is not known/],
    [
      "pandas' index",
      ',task,id,metric,score\n0,facts,q1,acc,1\n',
      /as pandas writes its index[\s\S]*index=False/,
    ],
    ['an id that is empty', 'task,id,metric,score\nfacts,,acc,1\n', /:2: "id" is missing/],
  ])('CSV with %s', async (_what, text, message) => {
    const { format, runs, faults } = await loadCsv(text);
    expect(format).toBe(plain);
    expect(runs).toEqual([]);
    expect(faults.join()).toMatch(message);
  });

  test.each(['scores.jsonl', 'scores.csv'])('bytes that are no UTF-8 in %s', async (name) => {
    const text = name.endsWith('csv')
      ? 'task,id,metric,score\n\u{fffd},q1,acc,1\n'
      : `${line}\n{"task":"\u{fffd}"}\n`;
    const bytes = Buffer.from(text.replace('\u{fffd}', '\u00ff'), 'latin1');
    expect((await load({ [name]: bytes })).faults.join()).toContain('not UTF-8');
  });

  test('one task at fault does not hide another', async () => {
    const { runs, faults } = await loadRows(...rows, row(1, { task: 'mine', metric: 'mine' }));
    expect(runs.map(({ record }) => record.task)).toEqual(['facts']);
    expect(faults).toHaveLength(1);
  });

  test('a whole object without an end of its line is taken', async () => {
    const { runs, faults } = await load({ 'scores.jsonl': jsonl(...rows).trimEnd() });
    expect(faults).toEqual([]);
    expect(runs[0]?.samples).toHaveLength(4);
  });
});

test('quoted CSV with an empty score, lines in a field, and separators that are no ends of lines', async () => {
  const { runs, faults } = await loadCsv(
    'task,id,metric,score,output\nfacts,q1,acc,,"a ""b""\nc\u2028d"\nfacts,q2,acc,1,\n',
  );
  expect(faults).toEqual([]);
  expect(runs[0]?.samples).toMatchObject([
    { id: 'q1', output: 'a "b"\nc\u2028d', scores: { acc: { unscored: 'no score in the file' } } },
    { id: 'q2', scores: { acc: 1 } },
  ]);
});

describe('comparison', () => {
  const folder = (first: readonly unknown[], second: readonly unknown[]) => {
    const path = temporaryFolder({ 'a.jsonl': jsonl(...first), 'b.jsonl': jsonl(...second) });
    return compare(join(path, 'a.jsonl'), join(path, 'b.jsonl'));
  };
  const asked = rows.map((each) => ({ ...each, input: `What is ${each.id}?` }));

  test('pairs by id, whatever the order', async () => {
    const { comparability, of } = await folder(
      asked,
      asked.toReversed().map((each) => ({ ...each, score: 1 })),
    );
    expect(comparability).toEqual([]);
    expect(of('facts/acc')).toMatchObject({ delta: { value: 0.5 }, flips: { regressed: 0, improved: 2 } });
  });

  test.each([
    ['other inputs', asked.map((each) => ({ ...each, input: 'Other?' })), 'inputs'],
    ['inputs on one side only', rows, 'inputs'],
    ['fewer samples', asked.slice(1), 'samples'],
    ['another metric', asked.map((each) => ({ ...each, metric: 'exact_match' })), 'metrics'],
  ])('of %s is a hard mismatch', async (_what, other, field) => {
    const { comparability } = await folder(asked, other);
    expect(comparability.map((mismatch) => [mismatch.field, mismatch.severity])).toContainEqual([
      field,
      'hard',
    ]);
  });
});
