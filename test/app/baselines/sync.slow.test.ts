import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AwsClient } from 'aws4fetch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bucket, openBucket } from '../../../src/adapters/http/bucket.ts';
import { BaselineStore } from '../../../src/app/baselines/store.ts';
import { pull, push } from '../../../src/app/baselines/sync.ts';
import type { RunRecord } from '../../../src/core/domain/run.ts';
import { type S3Server, startS3Server } from '../../support/s3-server.ts';
import { plan, sample } from '../../support/stored-run.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const ORIGIN = { commit: 'c0ffee', date: '2026-11-01T10:00:00.000Z', by: 'somebody' };

const record = (dataset: string): RunRecord => ({
  schema_version: 1,
  ...plan({ fingerprint: { dataset, seed: 1, limit: null } }),
  status: { state: 'complete' },
  started: '2026-11-01T09:00:00.000Z',
  finished: '2026-11-01T10:00:00.000Z',
});
const samples = (count: number) => Array.from({ length: count }, (_, index) => sample(index));
const emptyStore = () => new BaselineStore(join(temporaryFolder(), 'store'));

let server: S3Server;
let signer: AwsClient;
beforeAll(async () => {
  server = await startS3Server();
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } =
    server.environment;
  signer = new AwsClient({ accessKeyId, secretAccessKey, service: 's3', region: 'us-east-1' });
}, 300_000);
afterAll(() => server.stop());

/** A bucket of its own, and how it is opened. */
async function newBucket(name: string, prefix = ''): Promise<Bucket> {
  const response = await signer.fetch(`${server.environment.AWS_ENDPOINT_URL}/${name}`, { method: 'PUT' });
  expect(response.status).toBe(200);
  return openBucket(`s3://${name}${prefix}`, server.environment);
}

describe('a store and a bucket', () => {
  test.each([
    ['one', ''],
    ['two', '/team/models/'],
  ])('in bucket %s with the prefix %j: what is pushed is what is pulled', async (name, prefix) => {
    const bucket = await newBucket(`bucket-${name}`, prefix);
    const store = emptyStore();
    const blessing = await store.bless(
      [{ record: record('d1'), samples: samples(20), incomplete: null }],
      ORIGIN,
    );
    await store.keep({ record: record('d2'), samples: samples(7) }, ORIGIN);
    expect(await push(store, bucket)).toEqual({ entries: 2, blessings: 1, refused: [] });
    expect(await push(store, bucket)).toEqual({ entries: 0, blessings: 0, refused: [] });

    const other = emptyStore();
    expect(await pull(other, bucket)).toEqual({ entries: 2, blessings: 1, refused: [] });
    expect(await pull(other, bucket)).toEqual({ entries: 0, blessings: 0, refused: [] });
    expect((await other.list()).blessings).toEqual([blessing]);
    for (const [dataset, count] of [
      ['d1', 20],
      ['d2', 7],
    ] as const) {
      expect(await other.find(record(dataset))).toMatchObject({
        kind: 'found',
        entry: { samples: samples(count), origin: ORIGIN },
      });
    }
  });

  test('an entry grows on both sides, and never shrinks', async () => {
    const bucket = await newBucket('growing');
    const [here, there] = [emptyStore(), emptyStore()];
    await here.keep({ record: record('d1'), samples: samples(5) }, ORIGIN);
    await push(here, bucket);
    await there.keep({ record: record('d1'), samples: samples(20) }, ORIGIN);
    await push(there, bucket);
    expect(await push(here, bucket)).toMatchObject({ entries: 0 });
    expect(await pull(here, bucket)).toMatchObject({ entries: 1 });
    expect(await here.find(record('d1'))).toMatchObject({ entry: { samples: samples(20) } });
  });

  test('what was changed in the bucket is refused, and told', async () => {
    const bucket = await newBucket('changed');
    const store = emptyStore();
    await store.keep({ record: record('d1'), samples: samples(20) }, ORIGIN);
    await push(store, bucket);
    const name = (await bucket.list()).find((each) => each.endsWith('samples.jsonl')) ?? '';
    const content = (await bucket.get(name))?.toString('utf8') ?? '';
    await bucket.put(name, Buffer.from(content.replace('"acc":0', '"acc":1')));
    await bucket.put('entries/not-a-digest/entry.json', Buffer.from('{}'));
    await bucket.put('blessed/torn.json', Buffer.from('{'));
    await bucket.put('unrelated.txt', Buffer.from('x'));
    const other = emptyStore();
    const { entries, blessings, refused } = await pull(other, bucket);
    expect({ entries, blessings }).toEqual({ entries: 0, blessings: 0 });
    expect(refused).toEqual([expect.stringContaining('another digest'), expect.stringContaining('not JSON')]);
    expect(await other.find(record('d1'))).toEqual({ kind: 'missing' });
  });

  test('what is damaged here is not pushed', async () => {
    const bucket = await newBucket('damaged');
    const store = emptyStore();
    const key = (await store.keep({ record: record('d1'), samples: samples(20) }, ORIGIN)) ?? '';
    const folder = store.entries.folderOf(key);
    const digest = readdirSync(folder).find((name) => /^[0-9a-f]{64}$/.test(name)) ?? '';
    const file = join(folder, digest, 'samples.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').slice(1));
    expect(await push(store, bucket)).toMatchObject({
      entries: 0,
      refused: [expect.stringContaining('digest')],
    });
    expect(await bucket.list()).toEqual([]);
  });

  test('more objects than one answer lists', async () => {
    const bucket = await newBucket('many');
    for (let index = 0; index < 1001; index += 50) {
      const some = Array.from({ length: 50 }, (_, offset) =>
        bucket.put(`x/${index + offset}`, Buffer.from('x')),
      );
      await Promise.all(some);
    }
    expect((await bucket.list()).length).toBeGreaterThan(1000);
  }, 120_000);
});

describe('a bucket that cannot be used', () => {
  test.each([
    ['wrong keys', 's3://locked', { AWS_SECRET_ACCESS_KEY: 'wrong' }],
    ['a bucket that is not there', 's3://nowhere-at-all', {}],
    ['a server that is not there', 's3://locked', { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' }],
  ])(
    '%s',
    async (_, address, changes) => {
      await newBucket('locked').catch(() => null);
      const bucket = await openBucket(address, { ...server.environment, ...changes });
      await expect(bucket.list()).rejects.toMatchObject({ kind: 'platform' });
    },
    60_000,
  );

  test.each([
    ['no address of a bucket', 'https://bucket', {}, 's3://bucket'],
    ['no keys', 's3://bucket', { AWS_ACCESS_KEY_ID: '' }, 'environment variables'],
  ])('%s', async (_, address, changes, fix) => {
    await expect(openBucket(address, { ...server.environment, ...changes })).rejects.toMatchObject({
      kind: 'usage',
      fix: expect.stringContaining(fix) as string,
    });
  });
});
