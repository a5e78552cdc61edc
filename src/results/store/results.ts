import { existsSync, readdirSync, statSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { KeyTable } from '../../core/domain/key-table.ts';
import { SIDES, type Side } from '../../core/domain/run.ts';
import { type SampleRecord, type Samples, sampleKey } from '../../core/domain/sample.ts';
import { kindOf, leadNowhere, linksLeadOut, type Roots } from '../links.ts';
import { RUN_FILE, STAGING, SUPERSEDED } from './layout.ts';
import { countDocuments, type Holder, readRunInto, type StoredRun } from './reader.ts';
import { runDifferences } from './resume.ts';
import { serializeSample } from './sample-codec.ts';

/** What a folder of results holds, with what could not be read of it. A fault is never passed over: whoever judges says it. */
export interface PartialRead<Held extends Samples = readonly SampleRecord[]> {
  readonly runs: readonly StoredRun<Held>[];
  readonly faults: readonly WeighbridgeError[];
  /** What was passed over, and what was read otherwise than it seems. */
  readonly notes?: readonly string[];
}

/** Shards of several machines lie at most this deep: `<download>/<shard>/<side>/<task>`. */
const MAX_DEPTH = 4;

/** Folders that never hold runs of the side that is looked for, whatever was named. */
const NEVER: ReadonlySet<string> = new Set([...SIDES, STAGING, SUPERSEDED]);

/**
 * Reads every run that can be read, so that one broken task does not hide what the others say. Runs of one task (shards)
 * are joined into one.
 * @param folder a run directory (its folder for `side` is taken), the folder of one side or of one task, or a folder with
 * several of these
 */
export async function readPartially(folder: string, side: Side): Promise<PartialRead> {
  return readPartiallyInto(folder, side, (): SampleRecord[] => []);
}

/** The same, into what the caller holds the samples of a run in. */
export async function readPartiallyInto<Held extends Holder>(
  folder: string,
  side: Side,
  hold: () => Held,
  roots: Roots = [folder],
): Promise<PartialRead<Held>> {
  const stored: StoredRun<Held>[] = [];
  const faults: WeighbridgeError[] = [];
  const { folders, outside, nowhere } = await runFolders(folder, side, roots);
  const [first, ...others] = outside;
  if (first !== undefined) faults.push(await linksLeadOut([first, ...others]));
  for (const run of folders) {
    await attempt(faults, async () => stored.push(await readRunInto(run, hold())));
  }
  if (stored.length === 0 && faults.length === 0) {
    const [first, ...others] = nowhere;
    faults.push(first === undefined ? nothingIn(folder, side) : await leadNowhere([first, ...others]));
  }
  const runs: StoredRun<Held>[] = [];
  const tasks = [...new Set(stored.map(({ record }) => record.task))].sort();
  for (const task of tasks) {
    const shards = stored.filter(({ record }) => record.task === task);
    await attempt(faults, async () => runs.push(joinShards(shards, hold)));
  }
  return { runs, faults };
}

/** What came of the work, or null after its fault was put with the others. */
export async function attempt<T>(faults: WeighbridgeError[], work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WeighbridgeError)) throw error;
    faults.push(error);
    return null;
  }
}

/** Whether a folder has anything that could be a run of a side, readable or not. */
export async function holdsRuns(folder: string, side: Side, roots: Roots = [folder]): Promise<boolean> {
  const { folders, outside } = await runFolders(folder, side, roots);
  return folders.length + outside.length > 0;
}

interface RunFolders {
  readonly folders: readonly string[];
  /** Links to runs that lie elsewhere. */
  readonly outside: readonly string[];
  /** Links to what is not there. */
  readonly nowhere: readonly string[];
}

async function runFolders(root: string, side: Side, roots: Roots): Promise<RunFolders> {
  const [folders, outside, nowhere]: [string[], string[], string[]] = [[], [], []];
  const seen = new Set<string>();
  const look = async (folder: string, depth: number): Promise<void> => {
    if (existsSync(join(folder, RUN_FILE))) {
      // A link and what it leads to are one run.
      const place = await realpath(folder);
      if (!seen.has(place)) folders.push(folder);
      seen.add(place);
      return;
    }
    if (depth === 0 || !isFolder(folder)) return;
    const ofSide = join(folder, side);
    if (existsSync(ofSide)) return look(ofSide, depth - 1);
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (NEVER.has(entry.name)) continue;
      const inner = join(folder, entry.name);
      const kind = await kindOf(inner, entry, roots);
      if (kind === 'folder') await look(inner, depth - 1);
      if (kind === 'link that leads nowhere') nowhere.push(inner);
      if (kind === 'link that leads out' && existsSync(join(inner, RUN_FILE))) outside.push(inner);
    }
  };
  await look(root, MAX_DEPTH);
  return { folders, outside, nowhere };
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * One run of several that evaluated parts of the same task with the same model. A sample that two of them have must be the
 * same in both.
 * @throws WeighbridgeError `data` when they are not parts of one run
 */
function joinShards<Held extends Holder>(
  shards: readonly StoredRun<Held>[],
  hold: () => Held,
): StoredRun<Held> {
  const [first, ...others] = shards;
  if (first === undefined) throw new Error('no shards to join');
  if (others.length === 0) return first;
  const samples = hold();
  const known = samples.keyTable ?? new KeyTable();
  for (const shard of shards) {
    const differs = runDifferences(first.record, shard.record);
    if (differs.length > 0) throw notOneRun(first, shard, `they differ in ${differs.join(', ')}`);
    for (const sample of shard.samples) {
      const other = samples.at(known.claim(sampleKey(sample)));
      if (other === undefined) samples.push(sample);
      else if (serializeSample(other) !== serializeSample(sample)) {
        throw notOneRun(first, shard, `the sample ${JSON.stringify(sample.id)} has two different results`);
      }
    }
  }
  // A part that failed and was run again is there twice: what counts is whether anything is missing of the whole.
  const isWhole = countDocuments(samples) === first.record.planned;
  const isComplete = ({ record }: StoredRun<Samples>) => record.status.state === 'complete';
  const telling = shards.find((shard) => isComplete(shard) === isWhole) ?? first;
  const incomplete = isWhole && isComplete(telling) ? null : telling.incomplete;
  return { ...telling, incomplete, samples };
}

const notOneRun = (first: StoredRun<Samples>, other: StoredRun<Samples>, why: string) =>
  new WeighbridgeError('data', `${first.folder} and this are not parts of one run: ${why}`, {
    at: { file: other.folder },
    fix: 'name a folder with the results of one model only',
  });

function nothingIn(path: string, side: Side): WeighbridgeError {
  const at = { file: path };
  const message = `there are no results of the ${side}`;
  if (existsSync(path) && !isFolder(path)) {
    return new WeighbridgeError('data', `${message}: the file has no form that is known`, {
      at,
      fix: 'name a run directory, or results that `weighbridge import --help` lists',
    });
  }
  if (existsSync(path) && readdirSync(path).length > 0) {
    return new WeighbridgeError('data', `${message}: nothing in the folder has a form that is known`, {
      at,
      fix: `evaluate it first (weighbridge evaluate --role ${side}), or name results that \`weighbridge import --help\` lists`,
    });
  }
  const problem = existsSync(path) ? `${message}: the folder is empty` : `${message}: no such file or folder`;
  return new WeighbridgeError('data', problem, {
    at,
    fix: `evaluate it first: weighbridge evaluate --role ${side}`,
  });
}
