import { worseSign } from '../domain/metric.ts';
import { idOf } from '../domain/sample.ts';
import { sumClusters } from '../stats/clustered.ts';
import { DELTA } from './estimand.ts';
import { isMeanOfGroups } from './groups.ts';
import type { PairedScore } from './score-table.ts';
import type { MetricScores } from './scores.ts';

/** Sums of influences on a metric's change, by what is independent of each other across all metrics. */
interface Influences {
  readonly byUnit: ReadonlyMap<number, number>;
  /** Null where a change is no sum over samples. */
  readonly spread: number | null;
}

/**
 * How the estimated changes for the worse of several metrics hang together because they rest on the same samples: the correlation
 * of each two, by position. Samples are the same that ask the same or, where nobody recorded that of one of them, have the same id,
 * whichever filter read them; clusters that have the same name. What shares nothing is independent given the two checkpoints.
 *
 * r = Σ e_jg e_kg / √(Σ e_jg² · Σ e_kg²) over joint clusters g, e being influences: what the cluster-robust error of the sum
 * takes account of (Liang & Zeger 1986). A negative one is not credited. Where samples are shared and nothing can be estimated, it
 * is 1, the most that there can be.
 */
export function correlationsOf(metrics: readonly MetricScores[]): (left: number, right: number) => number {
  const joint = new Joint();
  const unrecorded = new Set(
    metrics.flatMap((metric) =>
      Array.from(metric.scores).flatMap(({ key }) => (askedOf(metric, key) === null ? [idOf(key)] : [])),
    ),
  );
  for (const [index, metric] of metrics.entries()) {
    for (const score of metric.scores) {
      if (DELTA.read(score) === null) continue;
      const unit = joint.unitOf(ownUnit(index, score));
      for (const name of sharedNames(metric, score, unrecorded)) joint.join(unit, name);
    }
  }
  const influences = metrics.map((metric, index) => influencesOf(metric, index, joint));
  return (left, right) => correlation(influences[left], influences[right]);
}

const ownUnit = (metric: number, { cluster, key }: PairedScore): string =>
  cluster === null ? `${metric} sample ${key}` : `${metric} cluster ${cluster}`;

const askedOf = ({ questionOf }: MetricScores, key: string): string | null => questionOf?.(key) ?? null;

/** @param unrecorded ids of which some metric does not know what was asked: there they are all there is to go by */
function sharedNames(
  metric: MetricScores,
  { key, cluster }: PairedScore,
  unrecorded: ReadonlySet<string>,
): string[] {
  const [question, id] = [askedOf(metric, key), idOf(key)];
  return [
    ...(question === null ? [] : [`question ${question}`]),
    ...(unrecorded.has(id) ? [`id ${id}`] : []),
    // A cluster that was joined of rows which ask the same has no name but its questions'.
    ...(cluster === null || cluster.startsWith('\u0001') ? [] : [`cluster ${cluster}`]),
  ];
}

/** Units that are joined as far as they share a name. */
class Joint {
  readonly #units = new Map<string, number>();
  readonly #owners = new Map<string, number>();
  readonly #parents: number[] = [];

  unitOf(name: string): number {
    const known = this.#units.get(name);
    if (known !== undefined) return known;
    const unit = this.#parents.push(this.#parents.length) - 1;
    this.#units.set(name, unit);
    return unit;
  }

  join(unit: number, name: string): void {
    const owner = this.#owners.get(name);
    if (owner === undefined) this.#owners.set(name, unit);
    else this.#parents[this.rootOf(unit)] = this.rootOf(owner);
  }

  rootOf(unit: number): number {
    let root = unit;
    while (this.#parents[root] !== root) root = this.#parents[root] ?? root;
    for (let at = unit; at !== root; ) {
      const next = this.#parents[at] ?? root;
      this.#parents[at] = root;
      at = next;
    }
    return root;
  }
}

function influencesOf(metric: MetricScores, index: number, joint: Joint): Influences {
  const { scores, declaration } = metric;
  const isLinear = declaration.kind !== 'corpus' && !isMeanOfGroups(metric);
  const samples = sumClusters(scores, DELTA.read, () => null, DELTA.add, DELTA.keep);
  const values = isLinear ? [...DELTA.values(samples)] : [];
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const sign = worseSign(declaration);
  const byUnit = new Map<number, number>();
  let position = 0;
  for (const score of scores) {
    if (DELTA.read(score) === null) continue;
    const root = joint.rootOf(joint.unitOf(ownUnit(index, score)));
    const influence = isLinear ? sign * ((values[position] ?? mean) - mean) : 0;
    byUnit.set(root, (byUnit.get(root) ?? 0) + influence);
    position += 1;
  }
  let spread = 0;
  for (const influence of byUnit.values()) spread += influence ** 2;
  return { byUnit, spread: isLinear ? spread : null };
}

function correlation(left: Influences | undefined, right: Influences | undefined): number {
  if (left === undefined || right === undefined) return 0;
  let [shared, products] = [0, 0];
  for (const [unit, influence] of left.byUnit) {
    const other = right.byUnit.get(unit);
    if (other === undefined) continue;
    shared += 1;
    products += influence * other;
  }
  if (shared === 0) return 0;
  const size = Math.sqrt((left.spread ?? 0) * (right.spread ?? 0));
  return size > 0 ? Math.min(1, Math.max(0, products / size)) : 1;
}
