import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RunRecord } from '../../../src/core/domain/run.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { holdsRuns, readPartially } from '../../../src/results/store/results.ts';
import { serializeRunRecord } from '../../../src/results/store/run-record.ts';
import { serializeSample } from '../../../src/results/store/sample-codec.ts';
import { plan, sample } from '../../support/stored-run.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const record = (overrides: Partial<RunRecord> = {}): RunRecord => ({
  schema_version: 1,
  ...plan({ planned: 4 }),
  status: { state: 'complete' },
  started: '2026-01-01T00:00:00.000Z',
  finished: '2026-01-01T00:01:00.000Z',
  ...overrides,
});

/** Stores a run as an evaluation leaves it. */
function store(folder: string, samples: readonly SampleRecord[], overrides: Partial<RunRecord> = {}): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'run.json'), serializeRunRecord(record(overrides)));
  writeFileSync(join(folder, 'samples.jsonl'), samples.map(serializeSample).join(''));
}

const WHOLE = [0, 1, 2, 3].map((index) => sample(index));
const ODD = [1, 3].map((index) => sample(index));
const EVEN = [0, 2].map((index) => sample(index));

async function read(folder: string) {
  const { runs, faults } = await readPartially(folder, 'candidate');
  return {
    runs: runs.map(({ record: { task, side }, samples }) => ({
      task,
      side,
      ids: samples.map(({ id }) => id).sort(),
    })),
    faults: faults.map((fault) => fault.describe()),
  };
}

const FACTS = { task: 'facts', side: 'candidate', ids: ['s0', 's1', 's2', 's3'] };

describe('where runs are looked for', () => {
  test.each([
    ['a run directory', ''],
    ['the folder of the side', 'candidate'],
    ['the folder of the task', 'candidate/facts'],
  ])('%s', async (_, named) => {
    const out = temporaryFolder();
    store(join(out, 'candidate/facts'), WHOLE);
    expect(await read(join(out, named))).toEqual({ runs: [FACTS], faults: [] });
    expect(await holdsRuns(join(out, named), 'candidate')).toBe(true);
  });

  test('never takes the folder of another side, nor what was superseded', async () => {
    const out = temporaryFolder();
    store(join(out, 'baseline/facts'), WHOLE, { side: 'baseline' });
    store(join(out, 'superseded/candidate/facts.1'), WHOLE);
    const { runs, faults } = await read(out);
    expect(runs).toEqual([]);
    expect(faults).toEqual([
      expect.stringMatching(
        /no results of the candidate: nothing in the folder has .*\n {2}fix: evaluate it first/,
      ),
    ]);
    expect(await holdsRuns(out, 'candidate')).toBe(false);
  });

  test.each([
    ['nowhere', /no results of the candidate: no such file or folder\n {2}fix: evaluate it first/],
    [
      '.',
      /candidate: nothing in the folder has a form that is known\n {2}fix: evaluate it first .*, or name/,
    ],
    ['a-file', /no results of the candidate: the file has no form that is known\n {2}fix: name /],
  ])('%s holds nothing, and that is a fault', async (name, says) => {
    const folder = join(temporaryFolder({ 'a-file': 'text' }), name);
    expect(await read(folder)).toEqual({
      runs: [],
      faults: [expect.stringMatching(says)],
    });
  });

  test('one broken task does not hide the others', async () => {
    const out = temporaryFolder({ 'candidate/broken/run.json': '{' });
    store(join(out, 'candidate/facts'), WHOLE);
    const { runs, faults } = await read(out);
    expect(runs).toEqual([FACTS]);
    expect(faults).toEqual([expect.stringMatching(/broken\/run\.json: not JSON/)]);
  });
});

describe('shards of one run', () => {
  test('are joined by union, wherever machines left them', async () => {
    const download = temporaryFolder();
    store(join(download, 'shard-1/candidate/facts'), ODD);
    store(join(download, 'shard-2/candidate/facts'), [...EVEN, sample(1)]);
    expect(await read(download)).toEqual({ runs: [FACTS], faults: [] });
  });

  test('a part that did not finish makes the whole unfinished', async () => {
    const download = temporaryFolder();
    store(join(download, '1/candidate/facts'), ODD);
    store(join(download, '2/candidate/facts'), EVEN.slice(1), {
      status: { state: 'failed', reason: 'out of memory' },
    });
    const { runs } = await readPartially(download, 'candidate');
    expect(runs[0]?.record.status).toEqual({ state: 'failed', reason: 'out of memory' });
    expect(runs[0]?.incomplete).toContain('out of memory');
  });

  test('a part that failed and was run again completes the whole', async () => {
    const download = temporaryFolder();
    store(join(download, '1-attempt-1/candidate/facts'), ODD.slice(1), {
      status: { state: 'failed', reason: 'out of memory' },
    });
    store(join(download, '1-attempt-2/candidate/facts'), ODD);
    store(join(download, '2-attempt-1/candidate/facts'), EVEN);
    const { runs } = await readPartially(download, 'candidate');
    expect(runs[0]?.record.status).toEqual({ state: 'complete' });
    expect(runs[0]?.incomplete).toBeNull();
  });

  test('whole samples of parts that all say that they failed are not complete', async () => {
    const download = temporaryFolder();
    const failed = { status: { state: 'failed', reason: 'the disk is full' } } as const;
    store(join(download, '1/candidate/facts'), ODD, failed);
    store(join(download, '2/candidate/facts'), EVEN, failed);
    const { runs } = await readPartially(download, 'candidate');
    expect(runs[0]?.incomplete).toContain('the disk is full');
  });

  test.each<[string, Partial<RunRecord>, readonly SampleRecord[], string]>([
    ['of two models', { model: { ...plan().model, digest: 'sha256:bb' } }, EVEN, 'they differ in model'],
    [
      'of two datasets',
      { fingerprint: { dataset: 'd2', seed: 1, limit: null } },
      EVEN,
      'fingerprint.dataset',
    ],
    ['of two seeds', { seed: 2 }, EVEN, 'they differ in seed'],
    ['of two sides', { side: 'baseline' }, EVEN, 'they differ in side'],
    [
      'with two results of one sample',
      {},
      [sample(1, { output: 'another' })],
      'the sample "s1" has two different results',
    ],
  ])('%s are a fault, and no run', async (_, other, samples, says) => {
    const download = temporaryFolder();
    store(join(download, '1/facts'), ODD);
    store(join(download, '2/facts'), samples, other);
    const { runs, faults } = await read(download);
    expect(runs).toEqual([]);
    expect(faults).toEqual([
      expect.stringMatching(/are not parts of one run.*\n {2}fix: name a folder with the results of one/),
    ]);
    expect(faults[0]).toContain(says);
  });
});
