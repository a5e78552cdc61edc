import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addCases, type CaseRow } from '../../src/app/cases/case-file.ts';
import { caseOfSample, casesToKeep } from '../../src/app/cases.ts';
import type { SampleRecord } from '../../src/core/domain/sample.ts';
import { declareMetric } from '../../src/core/metrics/registry.ts';
import { loadDataset } from '../../src/tasks/datasets/load.ts';
import { parseCase } from '../../src/tasks/runners/native/test-case.ts';
import { faultOf } from '../support/fault.ts';
import { plan, sample } from '../support/stored-run.ts';
import { jsonl, temporaryFolder } from '../support/temporary-folder.ts';

type Row = Partial<SampleRecord> & { readonly id: string };

function writeSide(
  out: string,
  side: 'baseline' | 'candidate',
  task: string,
  rows: readonly Row[],
  metric = 'exact_match',
  fingerprint: Partial<ReturnType<typeof plan>['fingerprint']> = {},
) {
  const folder = join(out, side, task);
  mkdirSync(folder, { recursive: true });
  const record = {
    ...plan({
      side,
      task,
      planned: rows.length,
      metrics: [declareMetric(metric as 'exact_match')],
      primary_metric: metric,
      fingerprint: { ...plan().fingerprint, ...fingerprint },
    }),
    ...{ schema_version: 1, status: { state: 'complete' } },
    ...{ started: '2026-01-01T00:00:00.000Z', finished: '2026-01-01T00:00:01.000Z' },
  };
  writeFileSync(join(folder, 'run.json'), JSON.stringify(record));
  const samples = rows.map((row, index) => sample(index, { scores: { [metric]: 1 }, ...row }));
  writeFileSync(join(folder, 'samples.jsonl'), jsonl(...samples));
}

const PARIS = { question: 'Capital of France?', reference: 'Paris' };

function runOf(baseline: Partial<SampleRecord>, candidate: Partial<SampleRecord>, metric?: string): string {
  const out = join(temporaryFolder({}), 'round-7');
  writeSide(out, 'baseline', 'facts', [{ id: 'a', asked: PARIS, ...baseline }], metric);
  writeSide(out, 'candidate', 'facts', [{ id: 'a', asked: PARIS, ...candidate }], metric);
  return out;
}
const right = (output: string) => ({ output, scores: { exact_match: 1 } });
const wrong = (output: string) => ({ output, scores: { exact_match: 0 } });

describe('a sample that flipped', () => {
  test('is asked as it was, and checked as its task does', async () => {
    const run = runOf(right('Paris'), wrong('Lyon'));
    const { row } = await caseOfSample({ run, sample: 'a', severity: 'critical' });
    expect(row).toEqual({
      name: 'facts/a',
      input: 'Capital of France?',
      checks: [{ name: 'exact_match', target: 'Paris' }],
      tags: ['from:round-7'],
      severity: 'critical',
    });
  });

  test.each<[string, Partial<SampleRecord>, Partial<SampleRecord>, unknown]>([
    [
      'by the reference in it, where the answer says more',
      right('It is Paris.'),
      wrong('Lyon'),
      { name: 'contains', target: 'Paris' },
    ],
    [
      'by the answer, where there is no reference',
      { ...right('Bonjour'), asked: { question: 'Hi' } },
      { ...wrong('No'), asked: { question: 'Hi' } },
      { name: 'exact_match', target: 'Bonjour' },
    ],
    [
      'by the candidate, where that is the better one',
      wrong('Lyon'),
      right('Paris'),
      { name: 'exact_match', target: 'Paris' },
    ],
  ])('%s', async (_, baseline, candidate, check) => {
    const { row } = await caseOfSample({ run: runOf(baseline, candidate), sample: 'facts/a' });
    expect(row.checks).toEqual([check]);
  });

  test('is checked by a scorer that needs no reference', async () => {
    const asked = { question: 'As JSON, please.' };
    const sides = ['{"a":1}', 'a: 1'].map((output, index) => ({
      output,
      asked,
      scores: { json_valid: 1 - index },
    }));
    const [baseline = {}, candidate = {}] = sides;
    const { row } = await caseOfSample({ run: runOf(baseline, candidate, 'json_valid'), sample: 'a' });
    expect(row.checks).toEqual([{ name: 'json_valid' }]);
  });

  test('of a long answer is checked by likeness', async () => {
    const long =
      'The museum opens at nine, closes at five, and is free for children under twelve years of age.';
    const asked = { question: 'When?' };
    const { row } = await caseOfSample({
      run: runOf({ ...right(long), asked }, { ...wrong('I cannot say.'), asked }),
      sample: 'a',
    });
    expect(row.checks).toEqual([{ name: 'edit_similarity', target: long, at_least: 0.6 }]);
  });

  test.each<[string, string, RegExp]>([
    ['no such sample', 'b', /has no sample "b"\n.*facts\/a/],
    ['answers that are alike', 'a', /both sides answer facts\/a alike/],
  ])('%s', async (_, id, why) => {
    const run = runOf(right('Paris'), right('Paris'));
    expect((await faultOf(() => caseOfSample({ run, sample: id }))).text).toMatch(why);
  });

  test('of which no question was kept', async () => {
    const run = runOf({ ...right('Paris'), asked: undefined }, { ...wrong('Lyon'), asked: undefined });
    expect((await faultOf(() => caseOfSample({ run, sample: 'a' }))).text).toMatch(
      /its question was not kept/,
    );
  });

  test.each<[string, Partial<SampleRecord>, Partial<SampleRecord>]>([
    ['nothing was written', { output: undefined }, { output: undefined, scores: { exact_match: 0 } }],
    [
      'a given choice was the likeliest',
      { ...right('Paris'), choices: [-1, -2] },
      { ...wrong('Lyon'), choices: [-2, -1] },
    ],
  ])('of which %s', async (_, baseline, candidate) => {
    const run = runOf(baseline, candidate);
    expect((await faultOf(() => caseOfSample({ run, sample: 'a' }))).text).toMatch(/wrote no answer/);
  });

  test('that two tasks have', async () => {
    const run = runOf(right('Paris'), wrong('Lyon'));
    writeSide(run, 'candidate', 'more', [{ id: 'a', asked: PARIS, ...wrong('Lyon') }]);
    expect((await faultOf(() => caseOfSample({ run, sample: 'a' }))).text).toMatch(
      /facts\/a, more\/a|more\/a, facts\/a/,
    );
  });
});

describe('prompts that the baseline got right', () => {
  const rows = (group: string, count: number, score = 1): Row[] =>
    Array.from({ length: count }, (_, index) => ({
      ...{ id: `${group}-${index}`, group, asked: PARIS, output: 'Paris' },
      scores: { exact_match: score },
    }));

  test('take turns over groups, and are the same ones every time', async () => {
    const out = temporaryFolder({});
    writeSide(out, 'baseline', 'facts', [...rows('large', 30), ...rows('small', 2), ...rows('lost', 5, 0)]);
    const { rows: kept } = await casesToKeep(out, 10);
    expect(kept).toHaveLength(10);
    expect(kept.filter(({ tags }) => tags.includes('small'))).toHaveLength(2);
    expect(kept.some(({ tags }) => tags.includes('lost'))).toBe(false);
    expect(await casesToKeep(out, 10)).toMatchObject({ rows: kept });
    expect((await casesToKeep(out, 100)).rows).toHaveLength(32);
  });

  test('are of the tasks that are asked alike and were answered rightly, and how to keep the others is said', async () => {
    const out = temporaryFolder({});
    const asked = (generation: string) => ({ generation });
    writeSide(out, 'baseline', 'chat', rows('chat', 9, 0), undefined, asked('sha256:long'));
    writeSide(out, 'baseline', 'facts', rows('facts', 4), undefined, asked('sha256:short'));
    const { rows: kept, from, notes } = await casesToKeep(out, 10);
    expect(kept.map(({ tags }) => tags[0])).toEqual(['facts', 'facts', 'facts', 'facts']);
    expect(from?.fingerprint.generation).toBe('sha256:short');
    expect(notes).toEqual([
      expect.stringMatching(
        /^chat: left out, .* than facts: .*`weighbridge cases keep \S+baseline\/chat --to FILE`$/,
      ),
    ]);
  });

  test.each<Partial<SampleRecord>>([{ output: undefined }, { output: 'Paris', choices: [-1.5, -2] }])(
    'leave out what was not written, and say so: %j',
    async (answer) => {
      const out = temporaryFolder({});
      writeSide(out, 'baseline', 'mmlu', [
        { id: 'a', asked: { ...PARIS, choices: ['Paris', 'Lyon'] }, ...answer },
      ]);
      expect(await casesToKeep(out, 10)).toMatchObject({
        rows: [],
        from: null,
        notes: [/^mmlu: left out/].map((each) => expect.stringMatching(each)),
      });
    },
  );
});

describe('a file of cases', () => {
  const row = (name: string): CaseRow => ({
    name,
    input: 'two\nlines: yes',
    checks: [{ name: 'exact_match', target: '- x' }],
    tags: ['from:r'],
  });

  test.each(['cases.yml', 'cases.jsonl'])(
    '%s is made, grows, keeps what stands there, and is read back',
    async (name) => {
      const file = join(temporaryFolder({}), 'evals', name);
      expect(await addCases(file, [row('a')])).toEqual([]);
      if (name.endsWith('yml')) writeFileSync(file, `# mine\n${readFileSync(file, 'utf8')}`);
      expect(await addCases(file, [row('a'), row('b')])).toEqual(['a']);
      const { rows } = await loadDataset(file, { idField: 'name' });
      expect(rows.map(({ fields }) => fields)).toEqual([row('a'), row('b')]);
      for (const { fields } of rows) expect(parseCase(fields, { file }).messages).toHaveLength(1);
      if (name.endsWith('yml')) expect(readFileSync(file, 'utf8')).toContain('# mine\n');
    },
  );

  test('of another kind is refused', async () => {
    expect((await faultOf(() => addCases('cases.csv', [row('a')]))).text).toMatch(/no file of cases/);
  });
});
