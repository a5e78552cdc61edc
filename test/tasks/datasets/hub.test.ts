import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { loadDataset } from '../../../src/tasks/datasets/load.ts';
import { faultOf } from '../../support/fault.ts';
import { HUB_COMMIT as COMMIT, type HubAnswers, hubServer } from '../../support/hub-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const at = (split: string, commit = COMMIT) => `hf:org/set@${commit}#${split}`;
const parquet = (...q: string[]) =>
  Buffer.from(parquetWriteBuffer({ columnData: [{ name: 'q', data: q, type: 'STRING' }] }));

const FILES: Readonly<Record<string, Buffer>> = {
  'README.md': Buffer.from('# x'),
  'all/test-00000-of-00002.parquet': parquet('one', 'two'),
  'all/test-00001-of-00002.parquet': parquet('three'),
  'all/dev-00000-of-00001.parquet': parquet('shot'),
  'law/test-00000-of-00001.parquet': parquet('law'),
  'default/train/0000.parquet': parquet('converted'),
  'data/half-00000-of-00002.parquet': parquet('half'),
};

const hub = (answers?: HubAnswers) => hubServer('datasets/org/set', FILES, answers);

beforeEach(() => {
  vi.stubEnv('WEIGHBRIDGE_CACHE', temporaryFolder({}));
  vi.stubEnv('HF_HUB_OFFLINE', '');
  vi.stubEnv('HF_TOKEN', '');
  vi.stubEnv('GITHUB_ACTIONS', '');
  vi.stubEnv('RUNNER_TRACKING_ID', undefined);
  return () => vi.unstubAllEnvs();
});

describe('a split of the hub', () => {
  test.each([
    ['all/test', ['one', 'two', 'three']],
    ['dev', ['shot']],
    ['default/train', ['converted']],
    ['train', ['converted']],
  ])('%s', async (split, questions) => {
    await hub();
    const { rows } = await loadDataset(at(split));
    expect(rows.map(({ fields }) => fields.q)).toEqual(questions);
    expect(rows.map(({ line }) => line)).toEqual(questions.map((_, index) => index + 1));
  });

  test('is downloaded once, with the token where there is one, and then read without network', async () => {
    const asked = await hub();
    vi.stubEnv('HF_TOKEN', 'secret');
    const { digest } = await loadDataset(at('all/test'));
    expect(asked).toHaveLength(4);
    expect(asked.every((each) => each.endsWith(' Bearer secret'))).toBe(true);
    vi.stubEnv('HF_HUB_OFFLINE', '1');
    expect((await loadDataset(at('all/test'))).digest).toBe(digest);
    expect(asked).toHaveLength(4);
  });
});

test('a list that an earlier job left in the cache says nothing while the hub can', async () => {
  await hub();
  const { digest } = await loadDataset(at('all/test'));
  const cache = process.env.WEIGHBRIDGE_CACHE ?? '';
  const [name = ''] = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  );
  writeFileSync(join(cache, name), '[]');
  expect((await loadDataset(at('all/test'))).digest).toBe(digest);
});

/** A dataset that somebody wrote to the cache in place of the commit's, with a list that fits. */
function plant(cache: string): void {
  const bytes = parquet('planted');
  const oid = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  const list = JSON.stringify([{ type: 'file', path: 'all/test.parquet', size: bytes.length, oid }]);
  const folder = join(cache, 'datasets', 'org--set', COMMIT);
  for (const [file, content] of [
    [join(folder, 'tree.json'), list],
    [join(folder, 'all/test.parquet'), bytes],
    [join(cache, 'dataset-lists', `org--set@${COMMIT}.json`), list],
  ] as const) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

describe('in a job of a workflow without network', () => {
  beforeEach(() => {
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    vi.stubEnv('RUNNER_TEMP', temporaryFolder({}));
  });

  test.each(['RUNNER_TEMP', 'no RUNNER_TEMP'])(
    'what an earlier job planted is not believed: %s',
    async (temp) => {
      if (temp !== 'RUNNER_TEMP') vi.stubEnv('RUNNER_TEMP', '');
      plant(process.env.WEIGHBRIDGE_CACHE ?? '');
      vi.stubEnv('HF_HUB_OFFLINE', '1');
      const fault = await faultOf(() => loadDataset(at('all/test')));
      expect(fault.text).toMatch(/cannot be checked: .*earlier job .*\n {2}fix: let this step ask the hub/s);
    },
  );

  test('files of an earlier job are used where this one asked for their digests', async () => {
    const asked = await hub();
    vi.stubEnv('RUNNER_TEMP', temporaryFolder({}));
    const { digest } = await loadDataset(at('all/test'));
    const before = asked.length;
    vi.stubEnv('RUNNER_TEMP', temporaryFolder({}));
    expect((await loadDataset(at('all/test'))).digest).toBe(digest);
    expect(asked.slice(before).every((each) => each.startsWith('/api/'))).toBe(true);
    vi.stubEnv('HF_HUB_OFFLINE', '1');
    expect((await loadDataset(at('all/test'))).digest).toBe(digest);
  });
});

describe('what is refused', () => {
  test.each<[string, string, string, RegExp, HubAnswers?]>([
    ['a branch', at('test', 'main'), 'config', /main may be another dataset tomorrow/],
    ['no split', 'hf:org/set', 'config', /names no split of a dataset/],
    ['a path that leads out', `hf:../set@${COMMIT}#x`, 'data', /cannot be fetched/],
    [
      'a misspelt split',
      at('all/tset'),
      'config',
      /no Parquet files of "all\/tset"\n {2}fix: did you mean all\/test\?/,
    ],
    [
      'a split of several configurations',
      at('test'),
      'config',
      /2 configurations .*\n {2}fix: name one: all\/test, law\/test/,
    ],
    ['a split of which a part is missing', at('half'), 'data', /1 of 2 files are there/],
    ['a dataset that is not there', at('test'), 'data', /no such dataset or commit/, { status: 404 }],
    ['a gated dataset', at('test'), 'data', /gated or private: HF_TOKEN/, { status: 403 }],
    [
      'other bytes than are listed',
      at('dev'),
      'data',
      /another digest than the hub lists/,
      { lies: { 'all/dev-00000-of-00001.parquet': parquet('lies') } },
    ],
  ])('%s', async (_, written, kind, message, server) => {
    await hub(server);
    const fault = await faultOf(() => loadDataset(written));
    expect(fault.text).toMatch(message);
    expect(fault.kind).toBe(kind);
  });

  test('what is not in the cache where there is no network', async () => {
    vi.stubEnv('HF_HUB_OFFLINE', '1');
    const fault = await faultOf(() => loadDataset(at('test')));
    expect(fault.text).toMatch(/HF_HUB_OFFLINE forbids to fetch it\n {2}fix: .*hf download org\/set/);
  });

  test('a split that is larger than datasets may be', async () => {
    await hub();
    const fault = await faultOf(() => loadDataset(at('all/test'), { maxBytes: 10 }));
    expect(fault.text).toMatch(/is larger than 0 MiB/);
  });
});
