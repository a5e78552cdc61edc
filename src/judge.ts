import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareRuns } from './compare/compare.ts';
import type { ResolvedConfig } from './config/resolved.ts';
import { decide } from './decide/decide.ts';
import type { BySide, VerdictFile } from './domain/decision.ts';
import { messageOf } from './domain/errors.ts';
import type { Side } from './domain/run.ts';
import { findImporter } from './importers/registry.ts';
import { buildVerdictFile, invalidateVerdict } from './report/build.ts';
import { verdictFacts } from './report/facts.ts';
import { canonicalJson } from './report/json.ts';
import { COMMENT_BYTES, renderMarkdown } from './report/markdown.ts';
import { inDesignedOrder } from './stopping.ts';
import { writeAtomically } from './store/atomic-file.ts';
import { onDisk } from './store/disk-faults.ts';
import { holdsRuns, type Salvaged, salvageSide } from './store/results.ts';
import { VERSION } from './version.ts';

export const VERDICT_FILE = 'verdict.json';
export const COMMENT_FILE = 'comment.md';

/** Reads what can be read of both sides, from run directories or from results of other programs. */
export async function readBoth(paths: BySide<string>): Promise<BySide<Salvaged>> {
  return {
    baseline: await readResults(paths.baseline, 'baseline'),
    candidate: await readResults(paths.candidate, 'candidate'),
  };
}

/** Runs of our own come first: a foreign file that lies among them changes nothing. */
async function readResults(path: string, side: Side): Promise<Salvaged> {
  const importer = (await holdsRuns(path, side)) ? null : await findImporter(path);
  return importer === null ? salvageSide(path, side) : importer.load(path, side);
}

/** What the stored runs come to under the config's gates. Pure. */
export function judgeRuns(config: ResolvedConfig, runs: BySide<Salvaged>): VerdictFile {
  const { gates, policy, file, digest } = config;
  const [baseline, candidate] = [runs.baseline.runs, runs.candidate.runs.map(inDesignedOrder)];
  const expected = config.tasks.map(({ name }) => name);
  const comparisons = compareRuns(baseline, candidate, expected, policy.alpha.value);
  const decision = decide({ comparisons, gates, policy });
  const facts = verdictFacts({
    ...{ version: VERSION, config: { file, digest }, gates, policy },
    ...{ runs: { baseline, candidate }, comparisons, decision },
  });
  const faults = [...runs.baseline.faults, ...runs.candidate.faults].map(messageOf);
  return faults.reduce(invalidateVerdict, buildVerdictFile(facts));
}

/** Keeps the verdict for machines and for people. */
export async function writeVerdict(out: string, verdict: VerdictFile): Promise<void> {
  const { markdown } = renderMarkdown(
    verdict,
    { artifactUrl: null, runUrl: null, elapsedSeconds: null },
    COMMENT_BYTES,
  );
  await onDisk(out, async () => {
    await mkdir(out, { recursive: true });
    await writeAtomically(join(out, VERDICT_FILE), canonicalJson(verdict));
    await writeAtomically(join(out, COMMENT_FILE), markdown);
  });
}
