import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ResolvedConfig } from '../config/resolved.ts';
import type { BaselineProvenance } from '../domain/baseline.ts';
import type { BySide } from '../domain/decision.ts';
import { WeighbridgeError } from '../domain/errors.ts';
import type { GatedSide } from '../domain/run.ts';
import { collect } from '../importers/collect.ts';
import { findImporter } from '../importers/registry.ts';
import { RUN_FILE } from '../store/layout.ts';
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
export async function readSides(folders: RunFolders): Promise<StoredSides> {
  const { anchor } = folders;
  const baseline = await readResults(folders.baseline, 'baseline');
  const candidate = await readResults(folders.candidate, 'candidate');
  const shared = await sharedResults(folders, { baseline, candidate });
  return {
    baseline,
    candidate: { ...candidate, faults: [...candidate.faults, ...shared] },
    ...(anchor === undefined ? {} : { anchor: await readResults(anchor, 'anchor') }),
  };
}

/** Results compared with themselves differ in nothing, whatever they are. */
async function sharedResults(
  paths: BySide<string>,
  { baseline, candidate }: BySide<Salvaged>,
): Promise<WeighbridgeError[]> {
  const isSamePath = (await placeOf(paths.baseline)) === (await placeOf(paths.candidate));
  const places = await Promise.all(baseline.runs.map(({ folder }) => placeOf(folder)));
  for (const { folder } of candidate.runs) {
    // Of another program a folder may hold the results of both sides, each named by its file.
    const isOwn = existsSync(join(folder, RUN_FILE));
    if (!places.includes(await placeOf(folder)) || !(isOwn || isSamePath)) continue;
    const message = "the candidate's results are the baseline's own, so that nothing is compared";
    const fix = 'name the results of each side by their own path';
    return [new WeighbridgeError('data', message, { at: { file: folder }, fix })];
  }
  return [];
}

/** A path without links; as it is where there is no such file, such as with a selection behind it. */
const placeOf = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));

/** Runs of our own come first: a foreign file that lies among them changes nothing. */
export async function readResults(path: string, side: GatedSide): Promise<Salvaged> {
  const importer = (await holdsRuns(path, side)) ? null : await findImporter(path);
  return importer === null ? salvageSide(path, side) : collect(await importer.load(path, side));
}
