import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig } from '../config/load.ts';
import { type Overrides, resolveConfig } from '../config/resolve.ts';
import { verdictFileSchema } from '../config/verdict-schema.ts';
import { compareRuns } from '../core/compare/compare.ts';
import type { BySide, VerdictFile } from '../core/domain/decision.ts';
import { IssueList, WeighbridgeError } from '../core/domain/errors.ts';
import { parseJson } from '../core/domain/json.ts';
import type { GatedSide } from '../core/domain/run.ts';
import { buildVerdictFile } from '../report/build.ts';
import type { Comparison } from '../report/comparison.ts';
import { findFormat, RESULT_FORMATS } from '../results/formats/registry.ts';
import { attempt } from '../results/store/results.ts';
import { Staging } from '../results/store/staging.ts';
import { judgeRuns, VERDICT_FILE, writeVerdict } from './judge/judge.ts';
import { judgeUnderPolicies, type Policies } from './judge/policies.ts';
import { declaredTasks } from './sides/declared.ts';
import { readSides, readToJudge, sideFolder } from './sides/stored.ts';

export interface ImportedRun {
  readonly task: string;
  readonly folder: string;
  /** Lines: a document has one a filter. */
  readonly samples: number;
}

/** Judges results that lie anywhere, under a config, under limits given by flags, or both. */
export async function judgeResults(options: {
  readonly configPath: string | null;
  readonly overrides: Overrides;
  readonly out: string;
  readonly folders: BySide<string>;
  readonly policies?: Policies;
}): Promise<VerdictFile> {
  const { configPath, overrides, out } = options;
  const runs = await readSides(options.folders);
  // Without a config nothing says which tasks there should be: results that cannot be read are all there is to tell.
  if (configPath === null && runs.baseline.runs.length + runs.candidate.runs.length === 0) {
    throw new IssueList('data', [...runs.baseline.faults, ...runs.candidate.faults]);
  }
  const request = { overrides, results: declaredTasks([...runs.baseline.runs, ...runs.candidate.runs]) };
  const config =
    configPath === null
      ? resolveConfig({ text: null, file: null, ...request })
      : await loadConfig(configPath, request);
  const anchor =
    config.anchor === null ? {} : { anchor: await readToJudge(sideFolder(config, 'anchor', out), 'anchor') };
  const sides = { ...runs, ...anchor };
  const verdict =
    options.policies === undefined
      ? judgeRuns(config, sides)
      : judgeUnderPolicies(config, overrides, sides, options.policies);
  await writeVerdict(out, verdict);
  return verdict;
}

/** Two folders of results next to each other, without a judgement: they may be the same. */
export async function compareResults(folders: BySide<string>): Promise<Comparison> {
  const baseline = await readToJudge(folders.baseline, 'baseline');
  const candidate = await readToJudge(folders.candidate, 'candidate');
  const faults = [...baseline.faults, ...candidate.faults];
  if (faults.length > 0) throw new IssueList('data', faults);
  const comparisons = compareRuns(baseline.runs, candidate.runs, []);
  return {
    schemaVersion: 1,
    tasks: comparisons.flatMap(({ result }) => result ?? []),
    comparability: comparisons.flatMap(({ mismatches }) => mismatches),
  };
}

/**
 * Writes results of another program as runs of one side: all of them, or none where any is at fault.
 * @throws WeighbridgeError `data` when nobody knows the format, or the results are at fault
 */
export async function importResults(
  path: string,
  side: GatedSide,
  out: string,
): Promise<readonly ImportedRun[]> {
  const format = await findFormat(path);
  if (format === null) {
    const known = Object.values(RESULT_FORMATS)
      .map(({ name, summary }) => `${name} (${summary})`)
      .join('; ');
    throw new WeighbridgeError('data', 'no results in a format that is known', {
      at: { file: path },
      fix: `name results of one of these: ${known}`,
    });
  }
  const { runs, faults } = await format.load(path, side);
  const failed = [...faults];
  const staging = await Staging.open(out);
  try {
    const samples = new Map<string, number>();
    for (const run of runs) {
      await attempt(failed, async () =>
        samples.set(run.record.task, await staging.add(run.record, run.samples())),
      );
    }
    if (failed.length > 0) throw new IssueList('data', failed);
    const published = await staging.publish();
    return published.map(({ record: { task }, folder }) => ({
      task,
      folder,
      samples: samples.get(task) ?? 0,
    }));
  } finally {
    await staging.close();
  }
}

/** Renders an earlier verdict again. @throws WeighbridgeError `data` when the file is not a verdict */
export async function renderAgain(out: string): Promise<VerdictFile> {
  const verdict = await readVerdict(join(out, VERDICT_FILE));
  await writeVerdict(out, verdict);
  return verdict;
}

/** Far above what a verdict with every flip of a large suite takes. */
const MAX_VERDICT_BYTES = 64 * 1024 * 1024;

/** @throws WeighbridgeError `data` when there is no verdict file, or it is none that this version wrote */
export async function readVerdict(file: string): Promise<VerdictFile> {
  try {
    if ((await stat(file)).size > MAX_VERDICT_BYTES) throw new Error('too large');
    const verdict = verdictFileSchema.parse(parseJson(await readFile(file, 'utf8'), { file }));
    const { schemaVersion: _, exitCode, summary: __, ...facts } = verdict;
    if (buildVerdictFile(facts).exitCode !== exitCode)
      throw new Error('its exit code is that of another verdict');
    return verdict;
  } catch (cause) {
    const isAbsent = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new WeighbridgeError('data', isAbsent ? 'there is no verdict file' : 'this is not a verdict file', {
      at: { file },
      fix: 'name a folder in which `weighbridge run` or `gate` left one',
      cause,
    });
  }
}
