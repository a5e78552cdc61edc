import { resolve } from 'node:path';
import { z } from 'zod';
import { isNative, type ResolvedConfig, type TaskConfig } from '../../config/resolved.ts';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import type { Grading, HumanLabels, TaskLabels } from '../../core/domain/labels.ts';
import type { JudgeScale, MetricDeclaration } from '../../core/domain/metric.ts';
import type { TaskRun } from '../../core/domain/run.ts';
import { sampleKey } from '../../core/domain/sample.ts';
import { shortLine } from '../../core/domain/short-line.ts';
import { middleGrade } from '../../core/stats/annotators.ts';
import { engineRunner } from '../../tasks/runners/registry.ts';
import { type LabelSource, sha256Hex } from '../../tasks/scorers/scorer.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal');
const grades = z.record(z.string().min(1), z.number());
const common = {
  id: z.union([z.string(), z.int()]),
  annotator: z.string().min(1).optional(),
  labels: grades,
};
const row = z.union([
  z.strictObject({ ...common, answer: z.string() }),
  z.strictObject({ ...common, answer_digest: digest }),
]);

/** Grades of one answer by one person, and where they stand; nobody is named in a file of one annotator, or of what they agreed on. */
export interface Annotation {
  readonly line: number;
  readonly annotator: string | undefined;
  readonly grades: Readonly<Record<string, number>>;
}

/** By task and source, what people said of which answer. */
export type LabelFiles = ReadonlyMap<string, readonly ReadSource[]>;

interface ReadSource {
  readonly source: LabelSource;
  /** By `placeOf`; a fault where the file cannot be read. */
  readonly answers: ReadonlyMap<string, readonly Annotation[]> | { readonly fault: string };
}

/**
 * Reads what people graded. A file that cannot be read is a fault of its task's gates, and of nothing else.
 * @param asked whose tasks were asked, where those of the base branch were: of a file that both name its content counts
 */
export async function readLabels(
  config: ResolvedConfig,
  asked: ResolvedConfig = config,
): Promise<LabelFiles> {
  const found = await readOwn(asked);
  if (asked === config) return found;
  for (const [task, own] of await readOwn(config)) {
    const known = found.get(task) ?? [];
    const files = new Set(known.map(({ source }) => source.file));
    found.set(task, [...known, ...own.filter(({ source }) => !files.has(source.file))]);
  }
  return found;
}

async function readOwn({
  tasks,
  taskDirectory,
}: ResolvedConfig): Promise<Map<string, readonly ReadSource[]>> {
  const found = new Map<string, readonly ReadSource[]>();
  for (const task of tasks.filter(isNative)) {
    const named = sourcesOf(task);
    const sources: ReadSource[] = [];
    for (const source of named) {
      // Judges of one task may share a file, in which each finds its own criteria.
      const sharing = named.filter(({ file }) => file === source.file);
      const criteria = new Set(sharing.flatMap(({ metrics }) => [...metrics.keys()]));
      sources.push({ source, answers: await readSource(resolve(taskDirectory, source.file), criteria) });
    }
    if (sources.length > 0) found.set(task.name, sources);
  }
  return found;
}

/** Why gates on judges could not be judged by the labels that they name: a cheap look, before an evaluation that is none. */
export async function unreadableLabels(config: ResolvedConfig): Promise<readonly string[]> {
  const files = await readOwn(config);
  const faults = config.tasks.filter(isNative).flatMap((task) => {
    const scales = new Map(
      engineRunner(task.runner)
        .describe(task.options)
        .metrics.map((metric) => [metric.name, metric]),
    );
    return (files.get(task.name) ?? []).flatMap(({ source, answers }) => {
      const fault = 'fault' in answers ? answers.fault : offScale(source, answers, scales);
      return fault === null ? [] : [`${task.name}: ${fault}`];
    });
  });
  return [...new Set(faults)];
}

function sourcesOf(task: TaskConfig): readonly LabelSource[] {
  return isNative(task) ? (engineRunner(task.runner).describe(task.options).labels ?? []) : [];
}

async function readSource(file: string, criteria: ReadonlySet<string>): Promise<ReadSource['answers']> {
  try {
    const { readRows } = await import('../../tasks/datasets/load.ts');
    const answers = new Map<string, Annotation[]>();
    for (const { line, fields } of await readRows(file)) {
      const at = { file, line };
      const { data, error } = row.safeParse(fields);
      if (data === undefined) {
        throw new WeighbridgeError('data', `this is no label: ${error?.issues[0]?.message ?? ''}`, {
          at,
          fix: 'give each line `id`, `answer` or `answer_digest`, and `labels`, a number of the scale for each criterion',
        });
      }
      const unknown = Object.keys(data.labels).find((name) => !criteria.has(name));
      if (unknown !== undefined) {
        throw new WeighbridgeError(
          'data',
          `the judge has no criterion ${JSON.stringify(shortLine(unknown, 100))}`,
          {
            at,
            fix: `use ${[...criteria].join(', ')}`,
          },
        );
      }
      const place = placeOf(String(data.id), 'answer' in data ? sha256Hex(data.answer) : data.answer_digest);
      const { annotator, labels } = data;
      const others = answers.get(place) ?? [];
      const known = others.find(
        (other) => annotator === undefined || [undefined, annotator].includes(other.annotator),
      );
      if (known !== undefined) {
        throw new WeighbridgeError('data', `the same answer has its grades in line ${known.line} too`, {
          at,
          fix: 'give each answer one line, with what its graders agreed on, or one of each `annotator`',
        });
      }
      answers.set(place, [...others, { line, annotator, grades: labels }]);
    }
    return answers;
  } catch (error) {
    if (!(error instanceof WeighbridgeError)) throw error;
    return { fault: messageOf(error) };
  }
}

const placeOf = (id: string, answer: string): string => JSON.stringify([id, answer]);

/**
 * What people said of the answers that two sides gave.
 * @param files of the config at hand; another config's tasks may name labels that nobody read
 */
export function labelsOf(
  { tasks }: ResolvedConfig,
  files: LabelFiles | undefined,
  baseline: readonly TaskRun[],
  candidate: readonly TaskRun[],
): HumanLabels {
  const found = new Map<string, TaskLabels>();
  for (const task of tasks) {
    const runOf = (runs: readonly TaskRun[]) => runs.find(({ record }) => record.task === task.name);
    const runs = { baseline: runOf(baseline), candidate: runOf(candidate) };
    for (const source of sourcesOf(task)) {
      const read = files?.get(task.name)?.find((each) => each.source.file === source.file);
      const labels = taskLabels(source, read, runs);
      const before = found.get(task.name);
      found.set(task.name, {
        file: source.file,
        fault: before?.fault ?? labels.fault,
        metrics: new Map([...(before?.metrics ?? []), ...labels.metrics]),
      });
    }
  }
  return found;
}

function taskLabels(
  { file, metrics }: LabelSource,
  read: ReadSource | undefined,
  runs: { readonly baseline: TaskRun | undefined; readonly candidate: TaskRun | undefined },
): TaskLabels {
  const faulty = (fault: string): TaskLabels => ({ file, fault, metrics: new Map() });
  if (read === undefined) return faulty(`the labels in ${file} are not at hand where the verdict is made`);
  const { answers } = read;
  const scales = declarationsOf(runs.candidate ?? runs.baseline);
  const fault = 'fault' in answers ? answers.fault : offScale({ file, metrics }, answers, scales);
  if ('fault' in answers || fault !== null) return faulty(fault ?? '');
  const gradings = new Map<string, Grading>();
  for (const [criterion, metric] of metrics) {
    const ofSide = (run: TaskRun | undefined) => gradesOf(run, answers, criterion);
    gradings.set(metric, { baseline: ofSide(runs.baseline), candidate: ofSide(runs.candidate) });
  }
  return { file, fault: null, metrics: gradings };
}

/** The first grade that the judge could not have given; null where there is none, or nobody knows its scale. */
function offScale(
  { file, metrics }: LabelSource,
  answers: ReadonlyMap<string, readonly Annotation[]>,
  scales: ReadonlyMap<string, MetricDeclaration>,
): string | null {
  for (const [criterion, metric] of metrics) {
    const { judge } = scales.get(metric) ?? {};
    for (const { line, grades: given } of [...answers.values()].flat()) {
      const grade = given[criterion];
      if (judge === undefined || grade === undefined || isOnScale(grade, judge)) continue;
      const { min, max, step = 1 } = judge;
      return `${file}, line ${line}: ${grade} for ${criterion}, and the scale goes from ${min} to ${max} in steps of ${step}`;
    }
  }
  return null;
}

const isOnScale = (grade: number, { min, max, step = 1 }: JudgeScale): boolean =>
  grade >= min && grade <= max && Number.isInteger((grade - min) / step);

const declarationsOf = (run: TaskRun | undefined): ReadonlyMap<string, MetricDeclaration> =>
  new Map((run?.record.metrics ?? []).map((metric) => [metric.name, metric]));

function gradesOf(
  run: TaskRun | undefined,
  answers: ReadonlyMap<string, readonly Annotation[]>,
  criterion: string,
): ReadonlyMap<string, number> {
  const graded = new Map<string, number>();
  const ids = new Set([...answers.keys()].map((place) => String(JSON.parse(place)[0])));
  for (const sample of run?.samples ?? []) {
    if (sample.output === undefined || !ids.has(sample.id)) continue;
    const given = answers.get(placeOf(sample.id, sha256Hex(sample.output))) ?? [];
    // Where as many say one thing as another, people have not said what is right.
    const grade = middleGrade(given.flatMap(({ grades: own }) => own[criterion] ?? []));
    if (grade !== null) graded.set(sampleKey(sample), grade);
  }
  return graded;
}
