import type { BySide } from '../domain/decision.ts';
import { type MetricDeclaration, worseSign } from '../domain/metric.ts';
import type { TaskRun } from '../domain/run.ts';
import type { IncludeSamples, SampleRecord } from '../domain/sample.ts';
import { isRatio } from '../domain/sample.ts';
import {
  SAMPLE_CHANGES,
  type SampleChange,
  type ShownAnswer,
  type ShownSample,
  type ShownSamples,
  type ShownTask,
} from '../domain/shown-samples.ts';
import { byCodeUnits, type Pairs, pairSamples, type SamplePair } from './pair.ts';
import { PictureCounts } from './task-pictures.ts';

export interface ShownOptions {
  readonly include: Exclude<IncludeSamples, 'none'>;
  /** Metrics that gates are about, by task: where the primary metric of a sample did not change, one of these may have. */
  readonly gated?: ReadonlyMap<string, readonly string[]>;
  /** UTF-16 units of text, about. */
  readonly room?: number;
}

/** About 16 MiB as JSON. */
const ROOM = 16 * 1024 * 1024;
/** What a sample takes of it beside its texts. */
const ROOM_OF_EACH = 300;
const MOST_UNCHANGED = 50;
const FEWEST_ALIKE = 5;
/** Longest text of a sample that is shown. */
const MOST_TEXT = 4000;

/** A sample that may be shown: where it stands, and how it is sorted. */
interface Candidate {
  readonly of: Task;
  readonly position: number;
  readonly metric: MetricDeclaration;
  readonly change: SampleChange;
  /** Plus is worse. */
  readonly degradation: number;
  readonly lostConfidence: number;
}

interface Task {
  readonly name: string;
  readonly pairs: Pairs;
}

/** The samples behind a verdict, as many as there is room for, the worst first. */
export function shownSamples(runs: BySide<readonly TaskRun[]>, options: ShownOptions): ShownSamples {
  const { include, gated, room = ROOM } = options;
  const tasks: ShownTask[] = [];
  const chosen: Candidate[] = [];
  // No more have room, whatever is in them.
  const most = Math.ceil(room / ROOM_OF_EACH);
  for (const candidate of runs.candidate) {
    const { task, metrics, primary_metric: primary, status, draw } = candidate.record;
    const baseline = runs.baseline.find(({ record }) => record.task === task);
    if (baseline === undefined) continue;
    const names = [primary, ...(gated?.get(task) ?? [])];
    const shown = [...new Set(names)].flatMap((name) => metrics.filter((metric) => metric.name === name));
    const [first] = shown;
    if (first === undefined) continue;
    const of = { name: task, pairs: pairSamples(baseline.samples, candidate.samples).pairs };
    const counts = { worse: 0, better: 0, same: 0 };
    const isWhole = status.state === 'complete' && status.stopped === undefined;
    const pictures = new PictureCounts(first, isWhole, metrics);
    const kept = {
      changed: new Worst(most),
      same: new Worst(include === 'all' ? most : MOST_UNCHANGED),
    };
    let position = -1;
    for (const pair of of.pairs) {
      position += 1;
      const found = changeOf(of, position, pair, shown, pictures);
      if (found === null) continue;
      counts[found.change] += 1;
      (found.change === 'same' ? kept.same : kept.changed).add(found);
    }
    // Samples that were drawn by weight are like no others: their counts tell nothing of the task.
    const drawn = isWhole || draw === undefined ? pictures.result() : { groups: [] };
    tasks.push({ task, metric: first.name, unit: first.unit, counts, pictures: drawn });
    for (const each of [kept.changed, kept.same]) for (const one of each.sorted()) chosen.push(one);
  }
  const samples = withoutExamples(withRoom(chosen.sort(inTurn), room));
  const changed = tasks.reduce((sum, { counts }) => sum + counts.worse + counts.better, 0);
  return {
    ...{ schemaVersion: 1, tasks, samples },
    omitted: changed - samples.filter(({ change }) => change !== 'same').length,
  };
}

/** Null of a sample that one side lacks: there is nothing to compare. */
function changeOf(
  of: Task,
  position: number,
  { baseline, candidate }: SamplePair,
  metrics: readonly MetricDeclaration[],
  pictures: PictureCounts,
): Candidate | null {
  if (baseline === null || candidate === null) return null;
  // Looked up once: a table of samples makes them anew each time.
  const [before, after] = [baseline.scores, candidate.scores];
  const [sure, unsure] = [scoreIn(before, CONFIDENCE), scoreIn(after, CONFIDENCE)];
  const lostConfidence = sure === null || unsure === null ? 0 : sure - unsure;
  let known: Candidate | null = null;
  for (const metric of metrics) {
    const [from, to] = [scoreIn(before, metric.name), scoreIn(after, metric.name)];
    if (from === null || to === null) continue;
    if (metric === metrics[0]) pictures.add(baseline, candidate, from, to);
    const degradation = worseSign(metric) * (to - from);
    const change = degradation > 0 ? 'worse' : degradation < 0 ? 'better' : 'same';
    const found: Candidate = { ...{ of, position, metric, change, lostConfidence }, degradation };
    if (change !== 'same') return found;
    known ??= found;
  }
  return known;
}

const CONFIDENCE = 'prob_correct';

/** One number; null of what has none, such as a part of a corpus metric. */
function scoreIn(scores: SampleRecord['scores'], metric: string): number | null {
  const score = Object.hasOwn(scores, metric) ? scores[metric] : undefined;
  const value = typeof score === 'object' && isRatio(score) ? score.numerator / score.denominator : score;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

const inTurn = (a: Candidate, b: Candidate): number =>
  SAMPLE_CHANGES.indexOf(a.change) - SAMPLE_CHANGES.indexOf(b.change) ||
  Math.abs(b.degradation) - Math.abs(a.degradation) ||
  (a.change === 'better' ? a.lostConfidence - b.lostConfidence : b.lostConfidence - a.lostConfidence) ||
  byCodeUnits(a.of.name, b.of.name) ||
  a.position - b.position;

/** The first of those that were added, however many they were. */
class Worst {
  readonly #most: number;
  #kept: Candidate[] = [];
  /** As many come before it as are kept; null as long as fewer do. */
  #last: Candidate | null = null;

  constructor(most: number) {
    this.#most = most;
  }

  add(one: Candidate): void {
    if (this.#last !== null && inTurn(this.#last, one) < 0) return;
    this.#kept.push(one);
    if (this.#kept.length < 1.25 * this.#most) return;
    this.#kept = this.sorted();
    this.#last = this.#kept.at(-1) ?? null;
  }

  sorted(): Candidate[] {
    return this.#kept.sort(inTurn).slice(0, this.#most);
  }
}

function withRoom(chosen: readonly Candidate[], room: number): ShownSample[] {
  const samples: ShownSample[] = [];
  let used = 0;
  for (const one of chosen) {
    const sample = shownSample(one);
    const { asked, baseline, candidate } = sample;
    used += ROOM_OF_EACH + JSON.stringify([asked, baseline.output, candidate.output]).length;
    if (used > room) break;
    samples.push(sample);
  }
  return samples;
}

function shownSample({ of, position, metric, change }: Candidate): ShownSample {
  const { baseline, candidate } = of.pairs.at(position) ?? {};
  if (!baseline || !candidate) throw new Error('a sample that was there is gone');
  // The baseline's word, which whoever wants to merge has not written.
  const asked = baseline.asked ?? candidate.asked;
  const { id, filter, group } = candidate;
  return {
    task: of.name,
    id,
    ...(filter === undefined ? {} : { filter }),
    group: group ?? null,
    metric: metric.name,
    change,
    baseline: answerOf(baseline, metric),
    candidate: answerOf(candidate, metric),
    ...(asked === undefined ? {} : { asked }),
  };
}

function answerOf(sample: SampleRecord, metric: MetricDeclaration): ShownAnswer {
  const confidence = scoreIn(sample.scores, CONFIDENCE);
  const { output = null } = sample;
  return {
    score: scoreIn(sample.scores, metric.name),
    output: output === null || output.length <= MOST_TEXT ? output : `${output.slice(0, MOST_TEXT - 1)}…`,
    ...(confidence === null ? {} : { confidence: Math.round(confidence * 1e4) / 1e4 }),
  };
}

/**
 * Questions without what all questions of their group begin with: a harness asks each behind the same instruction and the same
 * solved examples. It is cut between paragraphs alone, where examples end.
 */
function withoutExamples(samples: readonly ShownSample[]): ShownSample[] {
  const shared = new Map<string, { readonly start: string; readonly count: number }>();
  const groupOf = ({ task, group }: ShownSample) => JSON.stringify([task, group]);
  for (const sample of samples) {
    if (sample.asked === undefined) continue;
    const { question } = sample.asked;
    const before = shared.get(groupOf(sample));
    const start = before === undefined ? question : commonStart(before.start, question);
    shared.set(groupOf(sample), { start, count: (before?.count ?? 0) + 1 });
  }
  return samples.map((sample) => {
    if (sample.asked === undefined) return sample;
    const { question } = sample.asked;
    const { start: all = '', count = 0 } = shared.get(groupOf(sample)) ?? {};
    const start = all.lastIndexOf('\n\n');
    // Few samples may share a passage.
    const isExamples = count >= FEWEST_ALIKE && start > 0 && start + 2 < question.trimEnd().length;
    const own = isExamples ? `…\n${question.slice(start + 2)}` : question;
    const cut = own.length <= MOST_TEXT ? own : `…${own.slice(1 - MOST_TEXT)}`;
    return { ...sample, asked: { ...sample.asked, question: cut } };
  });
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}
