import { declaredTasks } from '../config/declared-tasks.ts';
import { loadConfig } from '../config/load.ts';
import { isNative, type ResolvedConfig } from '../config/resolved.ts';
import { OverlapIndex, type OverlappingSample } from '../core/compare/overlap.ts';
import { allSaid } from '../core/domain/asked.ts';
import type { VerdictFile } from '../core/domain/decision.ts';
import { messageOf, WeighbridgeError } from '../core/domain/errors.ts';
import { designOf, type RunRecord } from '../core/domain/run.ts';
import type { Samples } from '../core/domain/sample.ts';
import { EXIT_CODES } from '../core/domain/verdict.ts';
import { invalidateVerdict } from '../report/build.ts';
import { countDocuments, type StoredRun } from '../results/store/reader.ts';
import { textLines } from '../tasks/datasets/stream.ts';
import { engineRunner } from '../tasks/runners/registry.ts';
import type { RowQuestions } from '../tasks/runners/runner.ts';
import { judgeRuns } from './judge/judge-runs.ts';
import type { Log } from './log.ts';
import { curvesOf } from './sides/curves.ts';
import { readLabels } from './sides/labels.ts';
import { readSides, type StoredSides, sideFolder } from './sides/stored.ts';

/** What of a task stands in the training files. */
export interface TaskOverlap {
  readonly task: string;
  readonly samples: number;
  /** Samples whose question nobody kept: of them nothing is known. */
  readonly unknown: number;
  readonly overlapping: readonly (Omit<OverlappingSample, 'key'> & { readonly id: string })[];
}

export interface OverlapReport {
  readonly files: readonly string[];
  readonly tasks: readonly TaskOverlap[];
  /**
   * On all samples, and on those that stand in no training file: null where some do and a run stopped early, whose order the rest would
   * not have, and never a pass where nobody knows of some.
   */
  readonly whole: VerdictFile;
  readonly clean: VerdictFile | null;
}

const EVERY = 100_000;

/**
 * Looks for the questions of stored runs in the files that a model was trained on, and judges again without those that are there.
 * Training files are read as a stream, however large.
 * @throws WeighbridgeError `data` for runs or training files that cannot be read, or runs that kept no question
 */
export async function findOverlap(
  configPath: string,
  {
    out,
    training,
    log,
  }: { readonly out: string; readonly training: readonly string[]; readonly log: Pick<Log, 'info'> },
): Promise<OverlapReport> {
  const places = await loadConfig(configPath, { assumeTasks: true });
  const stored = await readSides({
    baseline: sideFolder(places, 'baseline', out),
    candidate: sideFolder(places, 'candidate', out),
    anchor: places.anchor === null ? undefined : sideFolder(places, 'anchor', out),
  });
  const [curves, labels] = [await curvesOf(places), await readLabels(places)];
  const sides = { ...stored, curves, labels };
  const results = declaredTasks([...sides.baseline.runs, ...sides.candidate.runs]);
  const config = await loadConfig(configPath, { results });
  const runs = sides.candidate.runs;
  const index = new OverlapIndex();
  const unknown = new Map<string, number>();
  for (const { record, samples } of runs) {
    const rows = await rowsOf(config, record, log);
    const known = new Set<string>();
    for (const { id, asked } of samples) {
      if (known.has(id)) continue;
      known.add(id);
      const row = rows.get(id);
      const prompt = asked === undefined ? row?.prompt : allSaid(asked);
      if (prompt === undefined) unknown.set(record.task, (unknown.get(record.task) ?? 0) + 1);
      else index.add(JSON.stringify([record.task, id]), prompt, row?.bare);
    }
  }
  const all = runs.reduce((total, { samples }) => total + countDocuments(samples), 0);
  if (all === 0 || [...unknown.values()].reduce((total, count) => total + count, 0) === all) {
    throw new WeighbridgeError('data', 'no run of the candidate has kept its questions', {
      at: { file: out },
      fix: 'evaluate with `include_samples: changed`, the default, or import results that say what was asked',
    });
  }
  for (const file of training) {
    let read = 0;
    for await (const { line, texts } of textLines(file)) {
      for (const text of texts) index.see(text, { file, line });
      read += 1;
      if (read % EVERY === 0) log.info(`${file}: ${read} lines read`);
    }
    if (read === 0)
      throw new WeighbridgeError('data', 'the training file is empty', {
        at: { file },
        fix: 'name the file that the model was trained on',
      });
  }
  const found = index.found().map(({ key, ...sighting }) => {
    const [task = '', id = ''] = JSON.parse(key) as [string, string];
    return { task, id, ...sighting };
  });
  const tasks = runs.map(
    ({ record: { task }, samples }): TaskOverlap => ({
      ...{ task, samples: countDocuments(samples), unknown: unknown.get(task) ?? 0 },
      overlapping: found.flatMap(({ task: of, ...each }) => (of === task ? [each] : [])),
    }),
  );
  const ids = new Map(tasks.map(({ task, overlapping }) => [task, new Set(overlapping.map(({ id }) => id))]));
  const isWhole = [sides.baseline, sides.candidate].every((side) =>
    side.runs.every(
      ({ record, samples }) => designOf(record) === 'full' || countDocuments(samples) === record.planned,
    ),
  );
  const whole = judgeRuns(config, sides);
  const clean = isWhole ? judgeRuns(config, without(sides, ids)) : found.length === 0 ? whole : null;
  const doubtful = tasks.flatMap((task) => (task.unknown === 0 ? [] : [unknownReason(task)]));
  return {
    ...{ files: training, tasks, whole },
    clean: clean === null ? null : doubtful.reduce(invalidateVerdict, clean),
  };
}

/** What the rows ask of which the run is, by their ids: none where the dataset is another, or not there. */
async function rowsOf(
  { tasks, taskDirectory }: ResolvedConfig,
  { task, fingerprint }: RunRecord,
  log: Pick<Log, 'info'>,
): Promise<ReadonlyMap<string, RowQuestions['rows'][number]>> {
  const own = tasks.filter(isNative).find(({ name }) => name === task);
  if (own === undefined) return new Map();
  const without = (why: string) => {
    log.info(`${task}: ${why}: its questions are looked for as they were asked, template and all`);
    return new Map();
  };
  try {
    const runner = await engineRunner(own.runner).load();
    const { datasetDigest, rows } = await runner.questions(own.options, taskDirectory);
    return datasetDigest === fingerprint.dataset
      ? new Map(rows.map((row) => [row.id, row]))
      : without('its dataset is another now');
  } catch (error) {
    if (!(error instanceof WeighbridgeError)) throw error;
    return without(messageOf(error));
  }
}

const unknownReason = ({ task, unknown, samples }: TaskOverlap): string =>
  `nobody kept what ${unknown} of the ${samples} samples of ${task} asked, so that they may stand in the training files`;

/** That of the verdict without them: where nobody could judge without them, nothing is known. */
export const exitCodeOfOverlap = ({ clean }: Pick<OverlapReport, 'clean'>): number =>
  clean?.exitCode ?? EXIT_CODES.invalid;

/** The same runs as if these samples had never been asked. */
function without(sides: StoredSides, ids: ReadonlyMap<string, ReadonlySet<string>>): StoredSides {
  const rest = (run: StoredRun<Samples>): StoredRun<Samples> => {
    const gone = ids.get(run.record.task) ?? new Set();
    const samples = [...run.samples].filter(({ id }) => !gone.has(id));
    // A question is planned once, and has a line in every filter.
    const removed = countDocuments(run.samples) - countDocuments(samples);
    const { draw: _, population: __, ...record } = run.record;
    return { ...run, samples, record: { ...record, design: 'full', planned: record.planned - removed } };
  };
  return {
    ...sides,
    baseline: { ...sides.baseline, runs: sides.baseline.runs.map(rest) },
    candidate: { ...sides.candidate, runs: sides.candidate.runs.map(rest) },
    ...(sides.anchor === undefined ? {} : { anchor: { ...sides.anchor, runs: sides.anchor.runs.map(rest) } }),
  };
}
