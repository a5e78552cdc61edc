import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { WeighbridgeError } from '../domain/errors.ts';
import type { Side } from '../domain/run.ts';
import { RUN_FILE } from './layout.ts';
import { readRun, type StoredRun } from './reader.ts';

/** What a folder of results holds, with what could not be read of it. A fault is never passed over: whoever judges says it. */
export interface Salvaged {
  readonly runs: readonly StoredRun[];
  readonly faults: readonly WeighbridgeError[];
}

/**
 * Reads every run that can be read, so that one broken task does not hide what the others say.
 * @param folder a run directory (its folder for `side` is taken), the folder of one side, or the folder of one task
 */
export async function salvageSide(folder: string, side: Side): Promise<Salvaged> {
  const runs: StoredRun[] = [];
  const faults: WeighbridgeError[] = [];
  for (const task of await taskFolders(folder, side)) {
    try {
      runs.push(await readRun(task));
    } catch (error) {
      if (!(error instanceof WeighbridgeError)) throw error;
      faults.push(error);
    }
  }
  if (runs.length === 0 && faults.length === 0) faults.push(nothingIn(folder, side));
  return { runs: runs.sort((a, b) => (a.record.task < b.record.task ? -1 : 1)), faults };
}

async function taskFolders(folder: string, side: Side): Promise<string[]> {
  if (existsSync(join(folder, RUN_FILE))) return [folder];
  const ofSide = join(folder, side);
  const parent = existsSync(ofSide) ? ofSide : folder;
  if (!existsSync(parent)) return [];
  const entries = await readdir(parent, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => join(parent, entry.name));
}

const nothingIn = (folder: string, side: Side) =>
  new WeighbridgeError('data', `there are no results of the ${side}`, {
    at: { file: folder },
    fix: `evaluate it first: weighbridge evaluate --role ${side}`,
  });
