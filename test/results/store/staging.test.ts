import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunRecord } from '../../../src/core/domain/run.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { acquireLock } from '../../../src/results/store/lock.ts';
import { readPartially } from '../../../src/results/store/results.ts';
import { Staging } from '../../../src/results/store/staging.ts';
import { faultOf } from '../../support/fault.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const record = (task: string, planned: number, digest = 'sha256:a'): RunRecord => ({
  schema_version: 1,
  side: 'candidate',
  task,
  task_role: 'general',
  metrics: [
    {
      ...{
        name: 'acc',
        direction: 'higher_is_better',
        kind: 'mean',
        unit: 'rate',
        scale: 'linear',
        weak: false,
      },
      range: { min: 0, max: 1 },
    },
  ],
  primary_metric: 'acc',
  fingerprint: {},
  model: {
    ...{ source: 'm', digest, adapter_digest: null, architecture: null },
    ...{ parameter_count: null, quantization: null },
  },
  seed: 0,
  planned,
  status: { state: 'complete' },
  started: 'unknown date',
  finished: null,
});

async function* samples(count: number, prefix = 's'): AsyncGenerator<readonly SampleRecord[]> {
  for (let index = 0; index < count; index += 1) {
    yield [
      {
        id: `${prefix}${index}`,
        index,
        input_digest: 'i',
        target_digest: 't',
        scores: { acc: index % 2 },
      },
    ];
  }
}

async function write(
  out: string,
  runs: readonly [RunRecord, AsyncIterable<readonly SampleRecord[]>][],
): Promise<void> {
  const staging = await Staging.open(out);
  try {
    for (const [run, lines] of runs) await staging.add(run, lines);
    await staging.publish();
  } finally {
    await staging.close();
  }
}

test('whole runs appear together, and are read as they were', async () => {
  const out = temporaryFolder();
  await write(out, [
    [record('a', 3), samples(3)],
    [record('b', 2), samples(2)],
  ]);
  const { runs, faults } = await readPartially(out, 'candidate');
  expect(faults).toEqual([]);
  expect(runs.map((run) => [run.record.task, run.samples.length, run.incomplete])).toEqual([
    ['a', 3, null],
    ['b', 2, null],
  ]);
  expect(readdirSync(out)).toEqual(['candidate']);
});

test('other samples of the same length take the place of those that are there', async () => {
  const out = temporaryFolder();
  await write(out, [[record('a', 4), samples(4)]]);
  await write(out, [[record('a', 4), samples(4)]]);
  expect(existsSync(join(out, 'superseded'))).toBe(false);
  const worse = async function* () {
    for await (const group of samples(4)) yield group.map((sample) => ({ ...sample, scores: { acc: 0 } }));
  };
  await write(out, [[record('a', 4), worse()]]);
  const { runs } = await readPartially(out, 'candidate');
  expect(runs[0]?.samples.map(({ scores }) => scores.acc)).toEqual([0, 0, 0, 0]);
  expect(existsSync(join(out, 'superseded'))).toBe(true);
});

test.each<[string, AsyncIterable<readonly SampleRecord[]>, string]>([
  ['too few samples', samples(2), '2 of 3 samples'],
  ['too many', samples(4), '4 of 3 samples'],
  [
    'two results of one',
    (async function* () {
      yield* samples(2);
      yield* samples(1);
    })(),
    'two results of the sample "s0"',
  ],
])('%s: nothing appears', async (_what, lines, message) => {
  const out = temporaryFolder();
  const fault = await faultOf(() =>
    write(out, [
      [record('a', 3), samples(3)],
      [record('b', 3), lines],
    ]),
  );
  expect(fault).toMatchObject({ kind: 'data', text: expect.stringContaining(message) });
  expect(readdirSync(out)).toEqual([]);
});

test('the same run stays, another takes its place, a damaged one too', async () => {
  const out = temporaryFolder();
  const file = join(out, 'candidate', 'a', 'samples.jsonl');
  for (const _time of [1, 2]) await write(out, [[record('a', 3), samples(3)]]);
  expect(existsSync(join(out, 'superseded'))).toBe(false);
  const whole = readFileSync(file, 'utf8');
  writeFileSync(file, whole.slice(0, -5));
  await write(out, [[record('a', 3), samples(3)]]);
  expect(readFileSync(file, 'utf8')).toBe(whole);
  await write(out, [[record('a', 3, 'sha256:b'), samples(3)]]);
  expect(readdirSync(join(out, 'superseded', 'candidate'))).toEqual(['a.1', 'a.2']);
});

test('while another writes one of them, none is moved', async () => {
  const out = temporaryFolder();
  await write(out, [[record('b', 2), samples(2)]]);
  const lock = await acquireLock(join(out, 'candidate', 'b'));
  const both: [RunRecord, AsyncIterable<readonly SampleRecord[]>][] = [
    [record('a', 3), samples(3)],
    [record('b', 2, 'sha256:b'), samples(2)],
  ];
  expect((await faultOf(() => write(out, both))).kind).toBe('usage');
  expect(readdirSync(join(out, 'candidate'))).toEqual(['b']);
  await lock.release();
});

test('what is being written is found by no reader', async () => {
  const out = temporaryFolder();
  const staging = await Staging.open(out);
  await staging.add(record('a', 3), samples(3));
  const { runs, faults } = await readPartially(out, 'candidate');
  expect(runs).toEqual([]);
  expect(faults).toHaveLength(1);
  await staging.close();
});
