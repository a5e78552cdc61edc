import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareRuns } from './compare/compare.ts';
import { loadConfig } from './config/load.ts';
import type { DeclaredTask } from './config/metric-name.ts';
import { type Overrides, resolveConfig } from './config/resolve.ts';
import { verdictFileSchema } from './config/verdict-schema.ts';
import type { BySide, VerdictFile } from './domain/decision.ts';
import { IssueList, WeighbridgeError } from './domain/errors.ts';
import { judgeRuns, readSides, sideFolder, VERDICT_FILE, writeVerdict } from './judge.ts';
import type { Comparison } from './report/comparison.ts';
import { type Salvaged, salvageSide } from './store/results.ts';

/** Judges results that lie anywhere, under a config, under limits given by flags, or both. */
export async function judgeResults(options: {
  readonly configPath: string | null;
  readonly overrides: Overrides;
  readonly out: string;
  readonly folders: BySide<string>;
}): Promise<VerdictFile> {
  const { configPath, overrides, out } = options;
  const runs = await readSides(options.folders);
  const request = { overrides, results: declaredTasks(runs) };
  const config =
    configPath === null
      ? resolveConfig({ text: null, file: null, ...request })
      : await loadConfig(configPath, request);
  const anchor =
    config.anchor === null ? {} : { anchor: await salvageSide(sideFolder(config, 'anchor', out), 'anchor') };
  const verdict = judgeRuns(config, { ...runs, ...anchor });
  await writeVerdict(out, verdict);
  return verdict;
}

/** Two folders of results next to each other, without a judgement. */
export async function compareResults(folders: BySide<string>): Promise<Comparison> {
  const { baseline, candidate } = await readSides(folders);
  const faults = [...baseline.faults, ...candidate.faults];
  if (faults.length > 0) throw new IssueList('data', faults);
  const comparisons = compareRuns(baseline.runs, candidate.runs, []);
  return {
    schemaVersion: 1,
    tasks: comparisons.flatMap(({ result }) => result ?? []),
    comparability: comparisons.flatMap(({ mismatches }) => mismatches),
  };
}

/** Renders an earlier verdict again. @throws WeighbridgeError `data` when the file is not a verdict */
export async function renderAgain(out: string): Promise<VerdictFile> {
  const verdict = await readVerdict(join(out, VERDICT_FILE));
  await writeVerdict(out, verdict);
  return verdict;
}

/** @throws WeighbridgeError `data` when there is no verdict file, or it is none that this version wrote */
export async function readVerdict(file: string): Promise<VerdictFile> {
  try {
    return verdictFileSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new WeighbridgeError('data', 'this is not a verdict file', {
      at: { file },
      fix: 'name a folder in which `weighbridge run` or `gate` left one',
      cause,
    });
  }
}

/** What results say of their own tasks, so that gates can be checked against them. */
function declaredTasks({ baseline, candidate }: BySide<Salvaged>): readonly DeclaredTask[] {
  const declared = new Map(
    [...baseline.runs, ...candidate.runs].map(({ record }): [string, DeclaredTask] => [
      record.task,
      {
        task: record.task,
        role: record.task_role,
        metrics: record.metrics,
        primaryMetric: record.primary_metric,
      },
    ]),
  );
  return [...declared.values()];
}
