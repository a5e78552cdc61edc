import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { entryKey } from '../../../src/app/baselines/entries.ts';
import { BaselineStore, type BlessableRun } from '../../../src/app/baselines/store.ts';
import type { RunRecord } from '../../../src/core/domain/run.ts';
import { readSide } from '../../support/read-side.ts';
import { plan, sample } from '../../support/stored-run.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const ORIGIN = { commit: 'c0ffee', date: '2026-11-01T10:00:00.000Z', by: 'somebody' };
const PLANNED = 20;

const record = (overrides: Partial<RunRecord> = {}): RunRecord => ({
  schema_version: 1,
  ...plan(),
  status: { state: 'complete' },
  started: '2026-11-01T09:00:00.000Z',
  finished: '2026-11-01T10:00:00.000Z',
  ...overrides,
});
const samples = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => sample(from + i));
const run = (overrides: Partial<RunRecord> = {}): BlessableRun => ({
  record: record(overrides),
  samples: samples(0, PLANNED),
  incomplete: null,
});

const emptyStore = () => new BaselineStore(join(temporaryFolder(), 'store'));

/** A store with one whole entry, and its folder. */
async function filledStore() {
  const store = emptyStore();
  const key = (await store.keep(run(), ORIGIN)) ?? '';
  return { store, key, folder: join(store.folder, 'entries', key) };
}

describe('an entry', () => {
  test('comes back sample by sample, with where it came from', async () => {
    const { store } = await filledStore();
    expect(await store.find(record())).toMatchObject({
      kind: 'found',
      entry: { samples: samples(0, PLANNED), origin: ORIGIN },
    });
  });

  test('is the same under another task name, role or source', async () => {
    const { store } = await filledStore();
    const renamed = record({
      task: 'other',
      task_role: 'target',
      model: { ...plan().model, source: 'elsewhere.gguf' },
    });
    expect((await store.find(renamed)).kind).toBe('found');
  });

  const { model, fingerprint, metrics } = plan();
  test.each<[string, Partial<RunRecord>]>([
    ['weights', { model: { ...model, digest: 'sha256:bb' } }],
    ['adapter', { model: { ...model, adapter_digest: 'sha256:cc' } }],
    ['quantisation', { model: { ...model, quantization: 'Q4_0' } }],
    ['dataset', { fingerprint: { ...fingerprint, dataset: 'd2' } }],
    ['prompt', { fingerprint: { ...fingerprint, prompt: 'p' } }],
    ['template', { fingerprint: { ...fingerprint, chat_template: 't' } }],
    ['generation settings', { fingerprint: { ...fingerprint, generation: '{}' } }],
    ['engine', { fingerprint: { ...fingerprint, engine: 'e' } }],
    ['engine version', { fingerprint: { ...fingerprint, engine_version: '2' } }],
    ['harness version', { fingerprint: { ...fingerprint, harness_version: '2' } }],
    ['type of weights', { fingerprint: { ...fingerprint, dtype: 'F32' } }],
    ['seed', { seed: 2 }],
    ['number of samples', { planned: 21 }],
    ['metrics', { metrics: metrics.slice(1) }],
  ])('of other %s is another', async (_, overrides) => {
    const { store } = await filledStore();
    expect(await store.find(record(overrides))).toEqual({ kind: 'missing' });
    expect(entryKey(record(overrides))).not.toBe(entryKey(record()));
  });

  test('grows by the samples that it lacks; those that it has stay', async () => {
    const store = emptyStore();
    await store.keep({ record: record(), samples: samples(0, 8) }, ORIGIN);
    const changed = samples(0, PLANNED).map((each) => ({ ...each, output: 'later' }));
    await store.keep({ record: record(), samples: changed }, { ...ORIGIN, commit: 'beef' });
    const found = await store.find(record());
    if (found.kind !== 'found') throw new Error('it is gone');
    expect(found.entry.samples).toEqual([...samples(0, 8), ...changed.slice(8)]);
    expect(readdirSync(join(store.folder, 'entries', found.entry.key)).length).toBe(3);
  });

  test('is kept whole when many write it at once', async () => {
    const store = emptyStore();
    const parts = [samples(0, 7), samples(7, 14), samples(14, PLANNED), samples(3, 11)];
    await Promise.all(parts.map((part) => store.keep({ record: record(), samples: part }, ORIGIN)));
    const found = await store.find(record());
    if (found.kind !== 'found') throw new Error('it is gone');
    expect(found.entry.samples.map(({ id }) => id).sort()).toEqual(
      samples(0, PLANNED)
        .map(({ id }) => id)
        .sort(),
    );
  });

  test('of a sequential run is not kept: its order is part of it', async () => {
    const store = emptyStore();
    expect(await store.keep(run({ design: 'sequential' }), ORIGIN)).toBeNull();
    expect(await store.find(record())).toEqual({ kind: 'missing' });
  });
});

describe('a damaged entry is refused and told, and made again', () => {
  const sampleFile = (folder: string) => {
    const digest = readdirSync(folder).find((name) => /^[0-9a-f]{64}$/.test(name));
    return join(folder, digest ?? '', 'samples.jsonl');
  };
  test.each<[string, (folder: string) => void]>([
    [
      'one score flipped',
      (folder) => {
        const file = sampleFile(folder);
        writeFileSync(file, readFileSync(file, 'utf8').replace('"acc":0', '"acc":1'));
      },
    ],
    ['a line more', (folder) => appendFileSync(sampleFile(folder), `${JSON.stringify(sample(99))}\n`)],
    ['the samples gone', (folder) => rmSync(sampleFile(folder))],
    [
      'another run',
      (folder) => {
        const file = join(folder, 'run.json');
        writeFileSync(file, readFileSync(file, 'utf8').replace('sha256:aa', 'sha256:bb'));
      },
    ],
    ['no run', (folder) => rmSync(join(folder, 'run.json'))],
    [
      'a manifest that is torn',
      (folder) => {
        const file = join(folder, 'entry.json');
        writeFileSync(file, readFileSync(file, 'utf8').slice(0, 40));
      },
    ],
    [
      'a manifest with another digest',
      (folder) => {
        const file = join(folder, 'entry.json');
        writeFileSync(file, readFileSync(file, 'utf8').replace(/"samples": "..../, '"samples": "0000'));
      },
    ],
    [
      'a manifest that leads out of the store',
      (folder) => {
        const file = join(folder, 'entry.json');
        writeFileSync(
          file,
          readFileSync(file, 'utf8').replace(/"samples": ".*"/, '"samples": "../../../elsewhere"'),
        );
      },
    ],
  ])('%s', async (_, damage) => {
    const { store, folder } = await filledStore();
    damage(folder);
    const found = await store.find(record());
    expect(found.kind).toBe('damaged');
    await store.keep(run(), ORIGIN);
    expect((await store.find(record())).kind).toBe('found');
  });

  test('what a crash left half-written is no entry', async () => {
    const { store, folder } = await filledStore();
    rmSync(join(folder, 'entry.json'));
    expect(await store.find(record())).toEqual({ kind: 'missing' });
  });
});

describe('a blessing', () => {
  const two = () => [run(), run({ task: 'prose', fingerprint: { dataset: 'd9', seed: 1, limit: null } })];

  test('is the baseline in force, and comes back as runs of the baseline', async () => {
    const store = emptyStore();
    await store.bless([run({ side: 'candidate' })], { ...ORIGIN, date: '2026-10-01T10:00:00.000Z' });
    const blessing = await store.bless(two(), ORIGIN);
    expect((await store.list()).blessings.map(({ id }) => id)).toEqual([
      blessing.id,
      '2026-10-01T10-00-00-000Z.aa',
    ]);
    const out = temporaryFolder();
    expect(await store.checkOut(blessing, out)).toBe(join(out, 'baseline'));
    const runs = await readSide(out, 'baseline');
    expect(
      runs.map(({ record, samples, incomplete }) => [record.task, record.side, samples.length, incomplete]),
    ).toEqual([
      ['facts', 'baseline', PLANNED, null],
      ['prose', 'baseline', PLANNED, null],
    ]);
    expect(runs[0]?.record.reused).toEqual({ samples: PLANNED, origin: ORIGIN });
  });

  test('is in full, whatever order its samples came in', async () => {
    const store = emptyStore();
    const out = temporaryFolder();
    const blessing = await store.bless([run({ design: 'sequential', order_seed: 7 })], ORIGIN);
    await store.checkOut(blessing, out);
    const [blessed] = await readSide(out, 'baseline');
    expect(blessed?.record).toMatchObject({ design: 'full' });
    expect(blessed?.record).not.toHaveProperty('order_seed');
    expect(blessed?.samples).toHaveLength(PLANNED);
  });

  test.each<[string, readonly BlessableRun[], string]>([
    ['nothing', [], 'no run'],
    [
      'a run that is not whole',
      [{ ...run(), incomplete: 'stopped after 3 of 20 samples' }],
      'stopped after 3',
    ],
    [
      'a run that stopped early',
      [{ ...run({ design: 'sequential' }), samples: samples(0, PLANNED - 1) }],
      'stop early',
    ],
    [
      'two models',
      [run(), run({ task: 'prose', model: { ...plan().model, digest: 'sha256:bb' } })],
      'several models',
    ],
  ])('of %s is refused', async (_, runs, says) => {
    const store = emptyStore();
    await expect(store.bless(runs, ORIGIN)).rejects.toMatchObject({
      kind: 'data',
      message: expect.stringContaining(says) as string,
    });
    expect((await store.list()).blessings).toEqual([]);
  });

  test('whose samples are gone or damaged is no baseline', async () => {
    const store = emptyStore();
    const blessing = await store.bless(two(), ORIGIN);
    await store.entries.remove(blessing.tasks[1]?.key ?? '');
    await expect(store.checkOut(blessing, temporaryFolder())).rejects.toThrow(
      'has no prose: its samples are gone',
    );
  });

  test('is of the samples that were blessed, not of others that the store has under their key', async () => {
    const store = emptyStore();
    const blessing = await store.bless(two(), ORIGIN);
    await store.entries.remove(blessing.tasks[0]?.key ?? '');
    const worse = run().samples.map((each) => ({ ...each, scores: { ...each.scores, acc: 0 } }));
    await store.keep({ ...run(), samples: worse }, ORIGIN);
    await expect(store.checkOut(blessing, temporaryFolder())).rejects.toThrow('not those that were blessed');
  });

  test('of one model has no entry of another', async () => {
    const store = emptyStore();
    const { id: _id, ...blessing } = await store.bless([run()], ORIGIN);
    const other = run({ model: { ...plan().model, digest: 'sha256:bb' } });
    const key = (await store.keep(other, ORIGIN)) ?? '';
    const [first] = blessing.tasks;
    if (first === undefined) throw new Error('no task');
    const forged = await store.addBlessing({ ...blessing, tasks: [{ ...first, key, samples: undefined }] });
    await expect(store.checkOut(forged, temporaryFolder())).rejects.toThrow('not those that were blessed');
  });

  test('that cannot be read is told and hides no other', async () => {
    const store = emptyStore();
    const blessing = await store.bless([run()], ORIGIN);
    writeFileSync(join(store.folder, 'blessed', '2027-torn.json'), '{"schema_version":');
    const { blessings, faults } = await store.list();
    expect(blessings).toEqual([blessing]);
    expect(faults).toHaveLength(1);
  });
});

describe('pruning', () => {
  test('keeps the newest, those that are young enough, and what they name; nothing else', async () => {
    const store = emptyStore();
    const other = (dataset: string) => run({ fingerprint: { dataset, seed: 1, limit: null } });
    for (const [month, dataset] of [
      ['08', 'a'],
      ['09', 'b'],
      ['10', 'a'],
      ['11', 'c'],
    ] as const) {
      await store.bless([other(dataset)], { ...ORIGIN, date: `2026-${month}-01T00:00:00.000Z` });
    }
    await store.keep(other('never blessed'), ORIGIN);
    expect(await store.prune({ count: 1, since: new Date('2026-10-01') })).toEqual({
      blessings: 2,
      entries: 2,
    });
    expect((await store.list()).blessings.map(({ origin }) => origin.date.slice(5, 7))).toEqual(['11', '10']);
    expect((await store.find(other('a').record)).kind).toBe('found');
    expect(existsSync(join(store.folder, 'entries', entryKey(other('b').record)))).toBe(false);
    expect(await store.prune({ count: 0, since: null })).toEqual({ blessings: 2, entries: 2 });
    expect(await store.entries.keys()).toEqual([]);
  });

  test('an empty store has nothing to prune or list', async () => {
    const store = emptyStore();
    expect(await store.prune({ count: 3, since: null })).toEqual({ blessings: 0, entries: 0 });
    expect(await store.list()).toEqual({ blessings: [], faults: [] });
  });
});
