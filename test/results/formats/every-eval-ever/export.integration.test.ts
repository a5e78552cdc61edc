import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { compareResults } from '../../../../src/app/compare.ts';
import type { SampleRecord } from '../../../../src/core/domain/sample.ts';
import { collect } from '../../../../src/results/formats/collect.ts';
import { everyEvalEver } from '../../../../src/results/formats/every-eval-ever/every-eval-ever.ts';
import { exporterOf } from '../../../../src/results/formats/registry.ts';
import { readRun } from '../../../../src/results/store/reader.ts';
import { openRun } from '../../../../src/results/store/writer.ts';
import { sharedData } from '../../../support/shared-data.ts';
import { plan, sample } from '../../../support/stored-run.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const SIDES = ['baseline', 'candidate'] as const;

/** A run with everything that a line can hold. */
const samplesOf = (right: (index: number) => boolean): SampleRecord[] =>
  Array.from({ length: 20 }, (_, index) =>
    sample(index, {
      scores: {
        acc: index === 7 ? { unscored: 'error: refused\nat x' } : Number(right(index)),
        bits_per_byte: { numerator: index + 1, denominator: 3 },
      },
      filter: 'strict',
      cluster: `c${index % 5}`,
      group: index < 10 ? 'first' : 'second',
      weight: 1 + (index % 2),
      usage: { prompt_tokens: 3, output_tokens: index },
    }),
  );

async function store(folder: string): Promise<void> {
  for (const side of SIDES) {
    const { writer } = await openRun(
      folder,
      plan({ side, model: { ...plan().model, source: `org/${side}.gguf`, digest: side } }),
    );
    for (const each of samplesOf((index) => index % (side === 'baseline' ? 2 : 3) === 0))
      await writer.write(each);
    await writer.complete();
  }
}

async function exported(): Promise<{ runs: string; out: string; files: string[] }> {
  const folder = temporaryFolder();
  const [runs, out] = [join(folder, 'runs'), join(folder, 'out')];
  await store(runs);
  const files: string[] = [];
  for (const side of SIDES) {
    const run = await readRun(join(runs, side, 'facts'));
    files.push(...(await exporterOf('every-eval-ever').write(run, join(out, side))));
  }
  return { runs, out, files };
}

test('what is exported and read again is the same run, and gives the same comparison', async () => {
  const { runs, out } = await exported();
  for (const side of SIDES) {
    const before = await readRun(join(runs, side, 'facts'));
    const { runs: after, faults } = await collect(await everyEvalEver.load(join(out, side), side));
    expect(faults).toEqual([]);
    expect(after[0]?.record).toEqual(before.record);
    expect(after[0]?.samples).toEqual(before.samples);
  }
  const both = async (folder: string) => compareResults({ baseline: folder, candidate: folder });
  const comparison = await both(out);
  expect(comparison).toEqual(await both(runs));
  expect(comparison.tasks[0]?.metrics).toHaveLength(2);
});

test('a second export replaces the first, byte for byte', async () => {
  const { runs, out, files } = await exported();
  const contents = () => files.map((file) => readFileSync(file, 'utf8'));
  const first = contents();
  for (const side of SIDES) {
    await exporterOf('every-eval-ever').write(await readRun(join(runs, side, 'facts')), join(out, side));
  }
  expect(contents()).toEqual(first);
  expect(readdirSync(join(out, 'baseline/data/weighbridge/org/baseline.gguf'))).toHaveLength(2);
});

test('a score that is missing is never the number alone', async () => {
  const { files } = await exported();
  const [aggregate = '', rows = ''] = files;
  const lines = readFileSync(rows, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const missing = lines.filter(({ error }) => error !== undefined);
  expect(missing).toMatchObject([
    { sample_id: 's7', error: 'error: refused\nat x', evaluation: { is_correct: false } },
  ]);
  const { evaluation_results: results } = JSON.parse(readFileSync(aggregate, 'utf8'));
  expect(results[0].score_details).toMatchObject({
    details: { unscored: '1' },
    uncertainty: { num_samples: 19 },
  });
});

test('aggregates alone are exported, and read again', async () => {
  const { schema_version: _version, ...described } = (
    await readRun(join((await exported()).runs, 'candidate', 'facts'))
  ).record;
  const aggregates = [
    { metric: 'acc', value: 0.75, stderr: 0.1, n: 20 },
    { metric: 'bits_per_byte', value: 2, stderr: null, n: null },
  ];
  const record = { schema_version: 1 as const, ...described, planned: 0, aggregates };
  const out = temporaryFolder();
  expect(await exporterOf('every-eval-ever').write({ record, samples: [] }, out)).toHaveLength(1);
  const { runs, faults } = await collect(await everyEvalEver.load(out, 'candidate'));
  expect(faults).toEqual([]);
  expect(runs[0]?.record).toEqual(record);
});

test('names of models stay inside the folder', async () => {
  const { runs } = await exported();
  const run = await readRun(join(runs, 'candidate', 'facts'));
  const out = temporaryFolder();
  const model = { ...run.record.model, source: '../../../..' };
  const files = await exporterOf('every-eval-ever').write({ ...run, record: { ...run.record, model } }, out);
  for (const file of files) expect(file).toContain(join(out, 'data/weighbridge/unknown/unknown/'));
});

test('a run of which nothing has a score is refused', async () => {
  const { runs } = await exported();
  const { record } = await readRun(join(runs, 'candidate', 'facts'));
  await expect(
    exporterOf('every-eval-ever').write({ record, samples: [] }, temporaryFolder()),
  ).rejects.toThrow('no number to export');
});

test.each<[string, (text: string) => string, RegExp]>([
  ['changed', (text) => text.replace('"sample_id":"s3"', '"sample_id":"s30"'), /not the file whose checksum/],
  [
    'cut off at a line',
    (text) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1),
    /39 samples of 40/,
  ],
  ['torn', (text) => text.slice(0, -20), /the last line is cut off/],
])('an export whose samples were %s is refused', async (_how, change, message) => {
  const { out, files } = await exported();
  const rows = files[3] ?? '';
  writeFileSync(rows, change(readFileSync(rows, 'utf8')));
  const { faults } = await collect(await everyEvalEver.load(out, 'candidate'));
  expect(faults.map((fault) => fault.describe()).join()).toMatch(message);
});

const data = sharedData('every_eval_ever');
const at = (name: string) => join(data ?? '', name);

describe.skipIf(data === null)('the published schemas', () => {
  const validator = (name: string) => {
    const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
    return ajv.compile(JSON.parse(readFileSync(at(name), 'utf8')));
  };

  test('hold for an export', async () => {
    const [isAggregate, isRow] = [
      validator('eval.schema.json'),
      validator('instance_level_eval.schema.json'),
    ];
    const { files } = await exported();
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      if (file.endsWith('.json')) {
        isAggregate(JSON.parse(text));
        expect(isAggregate.errors ?? []).toEqual([]);
        continue;
      }
      for (const line of text.trimEnd().split('\n')) {
        isRow(JSON.parse(line));
        expect(isRow.errors ?? []).toEqual([]);
      }
    }
  });
});
