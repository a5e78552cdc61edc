import type { BySide } from '../domain/decision.ts';
import type { TaskRun } from '../domain/run.ts';
import type { SampleRecord } from '../domain/sample.ts';
import { byCodeUnits, filterOf, type Pairs, pairSamples } from './pair.ts';
import { dependenceOf } from './questions.ts';

type WrittenSample = SampleRecord & { readonly output: string };

/** Two answers to one prompt, as they were kept. */
export interface AnswerPair extends BySide<WrittenSample> {
  /** Prompts that are not independent share one; from 0. */
  readonly unit: number;
}

export interface AnswerPairs {
  readonly planned: number;
  readonly pairs: readonly AnswerPair[];
  readonly units: number;
}

/** The answers that both sides wrote to a task. A task with several filters says the same in each of them. */
export function answerPairs(runs: BySide<TaskRun>): AnswerPairs {
  const { pairs: all } = pairSamples(runs.baseline.samples, runs.candidate.samples);
  const filter = firstFilter(all);
  const { clusterAt } = dependenceOf(all, filter);
  const pairs: AnswerPair[] = [];
  const units = new Map<string, number>();
  let [position, asked, count] = [-1, 0, 0];
  for (const pair of all) {
    position += 1;
    if (filterOf(pair) !== filter) continue;
    asked += 1;
    const { baseline, candidate } = pair;
    if (!isWritten(baseline) || !isWritten(candidate)) continue;
    const cluster = clusterAt(position);
    const unit = (cluster === null ? undefined : units.get(cluster)) ?? count;
    if (unit === count) count += 1;
    if (cluster !== null) units.set(cluster, unit);
    pairs.push({ unit, baseline, candidate });
  }
  const planned = Math.max(asked, runs.baseline.record.planned, runs.candidate.record.planned);
  return { planned, pairs, units: count };
}

function firstFilter(pairs: Pairs): string | null {
  const filters = new Set<string | null>();
  for (const pair of pairs) filters.add(filterOf(pair));
  return [...filters].sort((a, b) => byCodeUnits(a ?? '', b ?? ''))[0] ?? null;
}

/** What a model chose among given choices it did not write. */
const isWritten = (sample: SampleRecord | null): sample is WrittenSample =>
  sample?.output !== undefined && sample.choices === undefined;
