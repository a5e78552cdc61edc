import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readRun, type StoredRun } from '../../src/results/store/reader.ts';

/** The runs of one side of a run directory, by the names of their folders. */
export async function readSide(out: string, side: string): Promise<StoredRun[]> {
  const names = readdirSync(join(out, side)).sort();
  return Promise.all(names.map((name) => readRun(join(out, side, name))));
}
