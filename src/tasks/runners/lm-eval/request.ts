import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Side } from '../../../core/domain/run.ts';
import { writeAtomically } from '../../../results/store/atomic-file.ts';
import { makeDirectory, onDisk } from '../../../results/store/disk-faults.ts';
import { runFolder, taskFolder } from '../../../results/store/layout.ts';
import { readRun, type StoredRun } from '../../../results/store/reader.ts';
import type { RunPlan } from '../../../results/store/resume.ts';
import { type OpenedRun, openRun } from '../../../results/store/writer.ts';
import { hashFile } from '../../checkpoints/hash.ts';
import { HARNESS_FOLDER } from './call.ts';
import type { TaskFile } from './task-files.ts';

/**
 * Path and digest of every file of the repository on which a task's results depend: its YAML and what that includes, Python
 * beside it, and the data files that it names. What it loads from a hub is not among them.
 */
export async function fingerprintFiles(
  files: readonly TaskFile[],
  directory: string,
): Promise<(readonly [path: string, digest: string])[]> {
  const paths = new Set(files.map(({ path }) => path));
  for (const { path, data } of files) {
    for (const name of await readdir(dirname(path))) {
      if (name.endsWith('.py')) paths.add(join(dirname(path), name));
    }
    for (const name of data) for (const each of await filesAt(resolve(directory, name))) paths.add(each);
  }
  const digests: (readonly [string, string])[] = [];
  for (const path of [...paths].sort()) {
    const found = await stat(path).catch(() => null);
    if (found?.isFile() === true) digests.push([path, await hashFile(path, found.size)]);
  }
  return digests;
}

/** A file, all files of a folder, or of the folder in which a pattern begins. */
async function filesAt(path: string): Promise<string[]> {
  const [fixed = path] = path.split(/[^/]*[*?[{]/);
  const found = await stat(fixed).catch(() => null);
  if (found?.isDirectory() !== true) return [path];
  const entries = await readdir(fixed, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/**
 * A run says what was asked and answered, but not with which settings of the harness. They are kept beside it, as one digest,
 * so that a run is taken up again only by the call that began it.
 */
const requestFile = (out: string, side: Side, task: string): string =>
  join(out, HARNESS_FOLDER, side, `${taskFolder(task)}.request`);

/** The run that an earlier evaluation left, if it made the same request. */
export async function earlierRun(
  out: string,
  side: Side,
  task: string,
  request: string,
): Promise<StoredRun | null> {
  const asked = await readFile(requestFile(out, side, task), 'utf8').catch(() => null);
  if (asked !== request) return null;
  try {
    return await readRun(runFolder(out, side, task));
  } catch (error) {
    // What is damaged is set aside when the new run is opened.
    if (error instanceof WeighbridgeError && error.kind === 'data') return null;
    throw error;
  }
}

/** Opens a run for what this request gives; one of another request is set aside first, however alike it looks. */
export async function openRunFor(
  request: string,
  out: string,
  plan: RunPlan,
  earlier: StoredRun | null,
): Promise<OpenedRun> {
  const opened = await openRun(out, plan, { fresh: earlier === null });
  const file = requestFile(out, plan.side, plan.task);
  await onDisk(file, async () => {
    await makeDirectory(dirname(file));
    await writeAtomically(file, request);
  });
  return opened;
}
