import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { compareRuns, type TaskComparison } from './compare/compare.ts';
import type { ResolvedConfig } from './config/resolved.ts';
import { decide } from './decide/decide.ts';
import type { BaselineProvenance } from './domain/baseline.ts';
import type { BySide, VerdictFile } from './domain/decision.ts';
import { messageOf } from './domain/errors.ts';
import type { GatedSide } from './domain/run.ts';
import { collect } from './importers/collect.ts';
import { findImporter } from './importers/registry.ts';
import { buildVerdictFile, invalidateVerdict } from './report/build.ts';
import { verdictFacts } from './report/facts.ts';
import { renderHtml } from './report/html.ts';
import { canonicalJson } from './report/json.ts';
import { COMMENT_BYTES, renderMarkdown } from './report/markdown.ts';
import { inDesignedOrder } from './stopping.ts';
import { writeAtomically } from './store/atomic-file.ts';
import { onDisk } from './store/disk-faults.ts';
import { holdsRuns, type Salvaged, salvageSide } from './store/results.ts';
import { VERSION } from './version.ts';

export const VERDICT_FILE = 'verdict.json';
export const COMMENT_FILE = 'comment.md';
export const HTML_FILE = 'report.html';

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

/** What the stored runs come to under the config's gates. Pure. A gate whose anchor is not there is `invalid`. */
export function judgeRuns(config: ResolvedConfig, sides: StoredSides): VerdictFile {
  const { gates, policy, file, digest } = config;
  const [baseline, candidate] = [sides.baseline.runs, sides.candidate.runs.map(inDesignedOrder)];
  const expected = config.tasks.map(({ name }) => name);
  const comparisons = compareRuns(baseline, candidate, expected, policy.alpha.value);
  const anchored = compareWithAnchor(config, sides);
  const decision = decide({ comparisons, anchored, gates, policy });
  const anchor = config.anchor === null ? null : { runs: sides.anchor?.runs ?? [], comparisons: anchored };
  const facts = verdictFacts({
    ...{ version: VERSION, config: { file, digest }, gates, policy },
    ...{ runs: { baseline, candidate }, comparisons, decision },
    ...(anchor === null ? {} : { anchor }),
    ...(sides.provenance === undefined ? {} : { provenance: sides.provenance }),
  });
  const faults = [sides.baseline, sides.candidate, sides.anchor].flatMap((side) => side?.faults ?? []);
  return faults.map(messageOf).reduce(invalidateVerdict, buildVerdictFile(facts));
}

/** The tasks that a gate compares with the anchor; an old release may well lack the others. */
function compareWithAnchor({ gates, policy }: ResolvedConfig, sides: StoredSides): TaskComparison[] {
  const tasks = new Set(gates.filter(({ against }) => against === 'anchor').map(({ task }) => task));
  const limited = (side: Salvaged | undefined) =>
    (side?.runs ?? []).filter(({ record }) => tasks.has(record.task));
  return compareRuns(limited(sides.anchor), limited(sides.candidate), [...tasks], policy.alpha.value).map(
    (comparison) => ({
      ...comparison,
      mismatches: comparison.mismatches.map((mismatch) => ({ ...mismatch, against: 'anchor' as const })),
    }),
  );
}

/** Keeps the verdict for machines and for people. */
export async function writeVerdict(out: string, verdict: VerdictFile): Promise<void> {
  const now = new Date().toISOString();
  const context = { artifactUrl: null, runUrl: null, elapsedSeconds: null, now };
  const { markdown } = renderMarkdown(verdict, context, COMMENT_BYTES);
  await onDisk(out, async () => {
    await mkdir(out, { recursive: true });
    await writeAtomically(join(out, VERDICT_FILE), canonicalJson(verdict));
    await writeAtomically(join(out, COMMENT_FILE), markdown);
    await writeAtomically(join(out, HTML_FILE), renderHtml(verdict, context));
  });
}
