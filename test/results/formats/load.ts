import { join } from 'node:path';
import { compareResults } from '../../../src/app/compare.ts';
import { collect } from '../../../src/results/formats/collect.ts';
import type { Format } from '../../../src/results/formats/format.ts';
import { findFormat } from '../../../src/results/formats/registry.ts';
import type { StoredRun } from '../../../src/results/store/reader.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface Loaded {
  /** Who says that the results are its own. */
  readonly format: Format | null;
  readonly runs: readonly StoredRun[];
  /** What each fault says. */
  readonly faults: readonly string[];
  readonly notes: readonly string[];
}

/** Loads what lies at `name` in a folder with these files, through the registry. */
export async function load(files: Files, name = Object.keys(files)[0] ?? ''): Promise<Loaded> {
  return loadPath(join(temporaryFolder(files), name));
}

export async function loadPath(path: string): Promise<Loaded> {
  const format = await findFormat(path);
  if (format === null) return { format, runs: [], faults: [], notes: [] };
  const { runs, faults, notes = [] } = await collect(await format.load(path, 'candidate'));
  return { format, runs, faults: faults.map((fault) => fault.describe()), notes };
}

/** The comparison of two paths, with its metrics by name. */
export async function compare(baseline: string, candidate: string) {
  const { tasks, comparability } = await compareResults({ baseline, candidate });
  const metrics = new Map<string, (typeof tasks)[number]['metrics'][number]>(
    tasks.flatMap(({ task, metrics: each }) =>
      each.map((metric) => [`${task}/${metric.metric}`, metric] as const),
    ),
  );
  return { tasks, comparability, metrics, of: (name: string) => metrics.get(name) };
}
