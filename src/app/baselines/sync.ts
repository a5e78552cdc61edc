import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Bucket } from '../../adapters/http/bucket.ts';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { makeDirectory } from '../../results/store/disk-faults.ts';
import { RUN_FILE, SAMPLES_FILE } from '../../results/store/layout.ts';
import { ENTRY_FILE, Entries } from './entries.ts';
import { parseBlessing, parseEntry } from './manifest.ts';
import type { BaselineStore } from './store.ts';

/** What was carried, and what was left where it is, with the reason. */
export interface Carried {
  readonly entries: number;
  readonly blessings: number;
  readonly refused: readonly string[];
}

/** The only keys that are looked at: whatever else lies in a bucket is not ours, and leads nowhere. */
const ENTRY_KEY = /^entries\/([0-9a-f]{64})\/entry\.json$/;
const BLESSING_KEY = /^blessed\/([0-9A-Za-z.-]{1,100})\.json$/;

/** Puts into a bucket what it lacks. What makes an entry goes last, so that nobody finds half of one. */
export async function push(store: BaselineStore, bucket: Bucket): Promise<Carried> {
  const there = new Set(await bucket.list());
  const refused: string[] = [];
  let entries = 0;
  for (const key of await store.entries.keys()) {
    const found = await store.entries.read(key);
    if (found.kind === 'damaged') refused.push(found.reason);
    if (found.kind !== 'found') continue;
    const folder = store.entries.folderOf(key);
    const manifest = await readFile(join(folder, ENTRY_FILE));
    const { samples, count } = parseEntry(manifest.toString('utf8'), join(folder, ENTRY_FILE));
    if (there.has(`entries/${key}/${ENTRY_FILE}`) && (await countThere(bucket, key)) >= count) continue;
    for (const file of [join(samples, SAMPLES_FILE), RUN_FILE]) {
      await bucket.put(`entries/${key}/${file}`, await readFile(join(folder, file)));
    }
    await bucket.put(`entries/${key}/${ENTRY_FILE}`, manifest);
    entries += 1;
  }
  const { blessings, faults } = await store.list();
  const missing = blessings.filter(({ id }) => !there.has(`blessed/${id}.json`));
  for (const { id, ...blessing } of missing) {
    await bucket.put(`blessed/${id}.json`, Buffer.from(`${JSON.stringify(blessing, null, 2)}\n`));
  }
  return { entries, blessings: missing.length, refused: [...refused, ...faults] };
}

/** Samples that an entry of the bucket has; none where its manifest cannot be read, so that it is written again. */
async function countThere(bucket: Bucket, key: string): Promise<number> {
  const content = await bucket.get(`entries/${key}/${ENTRY_FILE}`);
  if (content === null) return 0;
  const manifest = await attempt(async () => parseEntry(content.toString('utf8'), key));
  return 'count' in manifest ? manifest.count : 0;
}

/** Takes from a bucket what the store lacks. Every digest is checked before anything of it is kept. */
export async function pull(store: BaselineStore, bucket: Bucket): Promise<Carried> {
  const scratch = await mkdtemp(join(tmpdir(), 'weighbridge-pull-'));
  try {
    const names = await bucket.list();
    const refused: string[] = [];
    let entries = 0;
    const fetched = new Entries(scratch);
    for (const key of names.flatMap((name) => ENTRY_KEY.exec(name)?.[1] ?? [])) {
      const here = await store.entries.read(key);
      if (here.kind === 'found' && here.entry.samples.length >= (await countThere(bucket, key))) continue;
      const found = await attempt(async () => {
        await download(bucket, key, fetched.folderOf(key));
        return fetched.read(key);
      });
      if (found.kind === 'found') {
        await store.entries.keep(found.entry.record, found.entry.samples, found.entry.origin);
        entries += 1;
      } else refused.push(found.kind === 'damaged' ? found.reason : `the entry ${key} is gone`);
    }
    const { blessings } = await store.list();
    const known = new Set(blessings.map(({ id }) => id));
    let taken = 0;
    for (const name of names) {
      const id = BLESSING_KEY.exec(name)?.[1];
      if (id === undefined || known.has(id)) continue;
      const content = await bucket.get(name);
      if (content === null) continue;
      const blessing = await attempt(async () => ({
        kind: 'found' as const,
        manifest: parseBlessing(content.toString('utf8'), name),
      }));
      if (blessing.kind === 'damaged') refused.push(blessing.reason);
      else {
        await store.addBlessing(blessing.manifest);
        taken += 1;
      }
    }
    return { entries, blessings: taken, refused };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Malformed data of one object is told and stops no other. */
async function attempt<T>(
  work: () => Promise<T>,
): Promise<T | { readonly kind: 'damaged'; readonly reason: string }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WeighbridgeError && error.kind === 'data') {
      return { kind: 'damaged', reason: messageOf(error) };
    }
    throw error;
  }
}

async function download(bucket: Bucket, key: string, folder: string): Promise<void> {
  const take = async (name: string): Promise<Buffer | null> => {
    const content = await bucket.get(`entries/${key}/${name}`);
    if (content === null) return null;
    await makeDirectory(dirname(join(folder, name)));
    await writeFile(join(folder, name), content);
    return content;
  };
  const manifest = await take(ENTRY_FILE);
  if (manifest === null) return;
  await take(RUN_FILE);
  // The schema of the manifest allows a digest and nothing else as the name of a folder.
  const { samples } = parseEntry(manifest.toString('utf8'), key);
  await take(join(samples, SAMPLES_FILE));
}
