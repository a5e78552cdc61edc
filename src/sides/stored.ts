import { join, resolve } from 'node:path';
import type { ResolvedConfig } from '../config/resolved.ts';
import type { BaselineProvenance } from '../domain/baseline.ts';
import type { BySide } from '../domain/decision.ts';
import type { GatedSide } from '../domain/run.ts';
import type { SampleRecord, Samples } from '../domain/sample.ts';
import { collectInto } from '../importers/collect.ts';
import { findImporter } from '../importers/registry.ts';
import { OutputSpool } from '../store/output-spool.ts';
import type { Holder } from '../store/reader.ts';
import { holdsRuns, type Salvaged, salvageInto } from '../store/results.ts';
import { SampleTable } from '../store/sample-table.ts';

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
export interface StoredSides extends BySide<Salvaged<Samples>> {
  readonly anchor?: Salvaged<Samples>;
  /** How the baseline was found; absent where one path was named. */
  readonly provenance?: BaselineProvenance | undefined;
}

/** Reads what can be read of all sides, from run directories or from results of other programs. */
export async function readSides({ baseline, candidate, anchor }: RunFolders): Promise<StoredSides> {
  return {
    baseline: await readToJudge(baseline, 'baseline'),
    candidate: await readToJudge(candidate, 'candidate'),
    ...(anchor === undefined ? {} : { anchor: await readToJudge(anchor, 'anchor') }),
  };
}

/** Every sample as it is, for whoever passes them on. Runs of our own come first: a foreign file that lies among them changes nothing. */
export async function readResults(path: string, side: GatedSide): Promise<Salvaged> {
  return readInto(path, side, (): SampleRecord[] => []);
}

/** The same in little memory, for whoever goes through the samples a few times and looks at a few of them. */
export async function readToJudge(path: string, side: GatedSide): Promise<Salvaged<Samples>> {
  return readInto(path, side, compactly());
}

/** Runs of our own alone, likewise. */
export async function salvageToJudge(path: string, side: GatedSide): Promise<Salvaged<Samples>> {
  return salvageInto(path, side, compactly());
}

function compactly(): () => SampleTable {
  const outputs = new OutputSpool();
  return () => new SampleTable(outputs);
}

async function readInto<Held extends Holder>(
  path: string,
  side: GatedSide,
  hold: () => Held,
): Promise<Salvaged<Held>> {
  const importer = (await holdsRuns(path, side)) ? null : await findImporter(path);
  return importer === null
    ? salvageInto(path, side, hold)
    : collectInto(await importer.load(path, side), hold);
}
