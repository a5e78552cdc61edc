import { join, resolve } from 'node:path';
import type { ResolvedConfig } from '../config/resolved.ts';
import type { BaselineProvenance } from '../domain/baseline.ts';
import type { BySide } from '../domain/decision.ts';
import type { GatedSide } from '../domain/run.ts';
import { collect } from '../importers/collect.ts';
import { findImporter } from '../importers/registry.ts';
import { holdsRuns, type Salvaged, salvageSide } from '../store/results.ts';

/** The folders in which the runs lie; an anchor where the config names one. */
export interface RunFolders extends BySide<string> {
  readonly anchor?: string | undefined;
}

/** Where the runs of a side lie: results that the config names, or what was evaluated into `out`. */
export function sideFolder(config: ResolvedConfig, side: GatedSide, out: string): string {
  const source = config[side];
  return source?.kind === 'results' ? resolve(config.directory, source.path) : join(out, side);
}

/** What could be read of them. */
export interface StoredSides extends BySide<Salvaged> {
  readonly anchor?: Salvaged;
  /** How the baseline was found; absent where one path was named. */
  readonly provenance?: BaselineProvenance | undefined;
}

/** Reads what can be read of all sides, from run directories or from results of other programs. */
export async function readSides({ baseline, candidate, anchor }: RunFolders): Promise<StoredSides> {
  return {
    baseline: await readResults(baseline, 'baseline'),
    candidate: await readResults(candidate, 'candidate'),
    ...(anchor === undefined ? {} : { anchor: await readResults(anchor, 'anchor') }),
  };
}

/** Runs of our own come first: a foreign file that lies among them changes nothing. */
export async function readResults(path: string, side: GatedSide): Promise<Salvaged> {
  const importer = (await holdsRuns(path, side)) ? null : await findImporter(path);
  return importer === null ? salvageSide(path, side) : collect(await importer.load(path, side));
}
