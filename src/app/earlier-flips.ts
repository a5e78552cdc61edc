import { isAbsolute, relative } from 'node:path';
import { gatesOnBaseline, type MeasuredFlips } from '../config/plan/flips.ts';
import type { PlannedTask } from '../config/plan/plan.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { canonicalJson } from '../core/domain/canonical-json.ts';
import { metricsOfGate } from '../core/domain/gate.ts';
import type { RecordedRun } from '../core/domain/history.ts';
import type { RunRecord } from '../core/domain/run.ts';
import { type SampleRecord, sampleKey } from '../core/domain/sample.ts';
import { readRecord } from '../results/store/reader.ts';
import { storeOf } from './baselines/find.ts';
import type { BaselineStore } from './baselines/store.ts';
import { historySoFar, placeOf } from './history.ts';

/** The newest tell how candidates are made today. */
const MOST_RUNS = 8;
/** Fewer pairs say less than what is assumed: of 200 that flip as often as that, the share has a standard error of 2.3 points. */
const LEAST_PAIRS = 200;

/** One candidate against its baseline. */
interface Counted {
  readonly flipped: number;
  readonly pairs: number;
}

/**
 * How many answers earlier candidates flipped, of each metric on which a gate is: as the record of rounds says, else as models kept in the
 * store differ. Neither costs a request or a model, and one that cannot be read tells nothing: what is assumed stays.
 */
export async function earlierFlips(
  config: ResolvedConfig,
  tasks: readonly PlannedTask[],
): Promise<readonly MeasuredFlips[]> {
  const place = placeOf(config);
  const store = storeOf(config);
  const file = place?.kind === 'file' ? place.file : null;
  const recorded = place === null ? [] : await readable(async () => (await historySoFar(place)).runs);
  const kept = new Map<string, readonly StoredRun[]>();
  const found = new Map<string, MeasuredFlips>();
  for (const { task, metric, filter } of gatesOnBaseline(config).flatMap(metricsOfGate)) {
    const planned = tasks.find((each) => each.config.name === task);
    const key = JSON.stringify([task, metric]);
    if (filter !== undefined || found.has(key)) continue;
    const digest = planned?.prepared.datasetDigest ?? null;
    const inRecord = pooled(recorded.flatMap((run) => countedIn(run, task, metric, digest) ?? []));
    if (inRecord !== null && file !== null) {
      const shown = relative(process.cwd(), file);
      const from = `record ${shown.startsWith('..') || isAbsolute(shown) ? file : shown}`;
      found.set(key, { task, metric, ...inRecord, from });
      continue;
    }
    if (store === null || digest === null) continue;
    const runs = kept.get(task) ?? (await readable(() => runsOf(store, digest)));
    kept.set(task, runs);
    const inStore = pooled(pairsOf(runs, metric));
    if (inStore !== null) found.set(key, { task, metric, ...inStore, from: 'models of the store' });
  }
  return [...found.values()];
}

async function readable<T>(read: () => Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await read();
  } catch {
    // For estimates alone: who judges by it says what is wrong with it.
    return [];
  }
}

/** Null where too few were asked. Two of each kind are added (Agresti & Coull 1998): that none was seen does not say that none flips. */
function pooled(counted: readonly Counted[]) {
  const newest = counted.slice(-MOST_RUNS);
  const total = (part: keyof Counted) => newest.reduce((sum, each) => sum + each[part], 0);
  const pairs = total('pairs');
  if (pairs < LEAST_PAIRS) return null;
  return { share: (total('flipped') + 2) / (pairs + 4), pairs, runs: newest.length };
}

/** Of the same questions; null of another set, of a model beside itself, and where nothing flips as scores do. */
function countedIn(
  { tasks, gates, candidate, baseline, identicalAnswers }: RecordedRun,
  task: string,
  metric: string,
  digest: string | null,
): Counted | null {
  const own = tasks.find((each) => each.task === task);
  if (own === undefined || (digest !== null && own.dataset !== digest)) return null;
  const isItself =
    candidate !== null &&
    baseline !== null &&
    candidate.digest === baseline.digest &&
    candidate.adapter_digest === baseline.adapter_digest;
  if (isItself || identicalAnswers !== undefined) return null;
  const isOfMetric = (gate: RecordedRun['gates'][number]) =>
    gate.task === task && gate.metric === metric && gate.against === 'baseline' && gate.flips !== null;
  const { flips = null, pairs = 0 } = gates.find(isOfMetric) ?? (own.primaryMetric === metric ? own : {});
  return flips === null ? null : { flipped: flips.regressed + flips.improved, pairs };
}

interface StoredRun {
  readonly record: RunRecord;
  readonly samples: readonly SampleRecord[];
  readonly date: string;
}

/** Runs of different models that were asked these questions in one way, oldest first; of several ways the one of most models. */
async function runsOf(store: BaselineStore, digest: string): Promise<readonly StoredRun[]> {
  const alike = new Map<string, string[]>();
  for (const key of await store.entries.keys()) {
    const { fingerprint } = await readRecord(store.entries.folderOf(key));
    if (fingerprint.dataset !== digest) continue;
    const asked = canonicalJson(fingerprint);
    alike.set(asked, [...(alike.get(asked) ?? []), key]);
  }
  const [keys = []] = [...alike.values()].sort((one, other) => other.length - one.length);
  const runs: StoredRun[] = [];
  for (const key of keys) {
    const found = await store.entries.read(key);
    if (found.kind !== 'found') continue;
    const { record, samples, origin } = found.entry;
    runs.push({ record, samples, date: origin.date });
  }
  return runs.sort((one, other) => (one.date < other.date ? -1 : 1));
}

/** Each model against the one that was kept first, which is the baseline of the others. */
function pairsOf([first, ...others]: readonly StoredRun[], metric: string): readonly Counted[] {
  if (first === undefined) return [];
  const scoreOf = ({ scores }: SampleRecord) => {
    const score = scores[metric];
    return score === 0 || score === 1 ? score : null;
  };
  const scored = new Map(first.samples.map((sample) => [sampleKey(sample), scoreOf(sample)]));
  return others.map(({ samples }) => {
    const both = samples.flatMap((sample) => {
      const [before, after] = [scored.get(sampleKey(sample)) ?? null, scoreOf(sample)];
      return before === null || after === null ? [] : [before !== after];
    });
    return { flipped: both.filter((flips) => flips).length, pairs: both.length };
  });
}
