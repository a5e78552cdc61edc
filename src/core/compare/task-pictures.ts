import type { BySide } from '../domain/decision.ts';
import { type MetricDeclaration, worseSign } from '../domain/metric.ts';
import { isCorpus, questionOf, type SampleRecord } from '../domain/sample.ts';
import type { ClassCounts, GroupPicture, ReliabilityBin, TaskPictures } from '../domain/shown-samples.ts';
import { partsName } from '../metrics/corpus/registry.ts';
import { mcnemar } from '../stats/mcnemar.ts';
import { holm } from '../stats/multiplicity.ts';
import { normalCdf } from '../stats/special/normal.ts';
import { tangoInterval, tangoZ } from '../stats/tango.ts';

/** One-sided: what is shown is an interval of 90 %, as everywhere. */
const ALPHA = 0.05;
const Z = 1.6448536269514722;
const BINS = 10;
/** Of more classes a table shows nothing. */
const MOST_CLASSES = 10;
/** Metrics whose parts are a confidence, and whether it was right. */
const OF_CONFIDENCE: readonly string[] = ['ece', 'ece_mass', 'mce'];
/** Lengths are counted by powers of two, the last for all that is longer. */
const LENGTHS = 15;

const SIDES = ['baseline', 'candidate'] as const;

/** Of fewer an interval by the normal law says too much. */
const FEWEST_UNITS = 30;

interface GroupSums {
  pairs: number;
  /** Of rows that ask the same, or are of one cluster, the square of their number; summed up. */
  sizes: number;
  rose: number;
  fell: number;
  sum: number;
  squares: number;
}

/** A metric whose parts are classes, with their names. */
interface Classified {
  readonly metric: string;
  readonly labels: readonly string[];
}

function classifiedBy(metrics: readonly MetricDeclaration[]): Classified | null {
  for (const { name, classes, aggregate } of metrics) {
    const isOfClasses = aggregate !== undefined && partsName(aggregate) === 'predictions';
    if (classes !== undefined && isOfClasses) return { metric: name, labels: classes };
  }
  return null;
}

/** What a corpus metric keeps of a sample; null where it has no score. */
function partsOf({ scores }: SampleRecord, metric: string | null): readonly number[] | null {
  const score = metric !== null && Object.hasOwn(scores, metric) ? scores[metric] : undefined;
  return typeof score === 'object' && isCorpus(score) ? score.parts : null;
}

/** Counts what the pictures of a task show, pair by pair. Nothing is decided by any of it. */
export class PictureCounts {
  readonly #metric: MetricDeclaration;
  readonly #groups = new Map<string, GroupSums>();
  /** The metric whose parts are a confidence and whether it was right; null where none is. */
  readonly #stated: string | null;
  readonly #classified: Classified | null;
  #isBinary = true;
  readonly #bins = bySide(() => Array.from({ length: BINS }, () => ({ count: 0, right: 0, confidence: 0 })));
  readonly #lengths = bySide(() => Array.from({ length: LENGTHS }, () => 0));
  /** Null once there were too many, or one without a reference. */
  #classes: Map<string, BySide<Map<string, number>>> | null = new Map();
  /** By group: how many of its rows are of one cluster, or ask the same. */
  readonly #alike = new Map<string, Map<string, number>>();
  #isProvable: boolean;

  /** @param isWhole whether every planned sample was answered: intervals of a size that the answers chose would be too short */
  constructor(metric: MetricDeclaration, isWhole: boolean, others: readonly MetricDeclaration[] = []) {
    this.#metric = metric;
    this.#classified = classifiedBy(others);
    this.#stated =
      others.find(({ aggregate }) => aggregate !== undefined && OF_CONFIDENCE.includes(aggregate))?.name ??
      null;
    this.#isProvable = isWhole;
  }

  add(baseline: SampleRecord, candidate: SampleRecord, from: number, to: number): void {
    this.#isBinary &&= [from, to].every((score) => score === 0 || score === 1);
    this.#isProvable &&= [baseline, candidate].every(
      ({ repeats, weight = 1 }) => repeats === undefined && weight === 1,
    );
    const { group } = candidate;
    if (group !== undefined) this.#addToGroup(group, to - from, this.#countAlike(group, candidate));
    for (const side of SIDES) {
      const sample = side === 'baseline' ? baseline : candidate;
      const { choices } = sample;
      if (typeof choices === 'object') this.#addChoice(side, choices, side === 'baseline' ? from : to);
      else {
        this.#addStated(side, sample);
        if (choices === undefined) this.#addLength(side, sample.output);
      }
    }
    if (this.#classes !== null) this.#addClass(baseline, candidate);
  }

  /** Rows of the group so far that tell the same as this one: together they are no more evidence than one. */
  #countAlike(group: string, sample: SampleRecord): number {
    const own = sample.cluster ?? questionOf(sample);
    if (own === null) return 0;
    const alike = this.#alike.get(group) ?? new Map<string, number>();
    this.#alike.set(group, alike);
    const before = alike.get(own) ?? 0;
    alike.set(own, before + 1);
    return before;
  }

  #addToGroup(group: string, delta: number, alike: number): void {
    const own = this.#groups.get(group) ?? { pairs: 0, sizes: 0, rose: 0, fell: 0, sum: 0, squares: 0 };
    this.#groups.set(group, own);
    own.pairs += 1;
    own.sizes += (alike + 1) ** 2 - alike ** 2;
    own.rose += Number(delta > 0);
    own.fell += Number(delta < 0);
    own.sum += delta;
    own.squares += delta * delta;
  }

  /** Of the choice that it took, as the softmax of all has it. */
  #addChoice(side: keyof BySide<unknown>, likelihoods: readonly number[], score: number): void {
    const highest = likelihoods.reduce((most, value) => Math.max(most, value), -Infinity);
    this.#addConfidence(
      side,
      1 / likelihoods.reduce((total, value) => total + Math.exp(value - highest), 0),
      score,
    );
  }

  /** As the model itself says. */
  #addStated(side: keyof BySide<unknown>, sample: SampleRecord): void {
    const parts = partsOf(sample, this.#stated);
    if (parts === null) return;
    const [confidence = Number.NaN, right = Number.NaN] = parts;
    this.#addConfidence(side, confidence, right);
  }

  #addConfidence(side: keyof BySide<unknown>, confidence: number, score: number): void {
    const bin = this.#bins[side][Math.min(BINS - 1, Math.floor(confidence * BINS))];
    if (bin === undefined) return;
    bin.count += 1;
    bin.right += score;
    bin.confidence += confidence;
  }

  #addLength(side: keyof BySide<unknown>, output: string | undefined): void {
    if (output === undefined) return;
    const at = Math.min(LENGTHS - 1, Math.ceil(Math.log2(output.length + 1)));
    this.#lengths[side][at] = (this.#lengths[side][at] ?? 0) + 1;
  }

  #addClass(baseline: SampleRecord, candidate: SampleRecord): void {
    const classes = this.#classes;
    if (classes === null) return;
    if (this.#classified !== null) {
      this.#addLabels(classes, this.#classified, baseline, candidate);
      return;
    }
    const reference = (baseline.asked ?? candidate.asked)?.reference?.trim();
    const outputs = { baseline: baseline.output?.trim(), candidate: candidate.output?.trim() };
    if (
      reference === undefined ||
      reference.length > 40 ||
      outputs.baseline === undefined ||
      outputs.candidate === undefined
    ) {
      this.#classes = null;
      return;
    }
    const own = classes.get(reference) ?? bySide(() => new Map<string, number>());
    classes.set(reference, own);
    for (const side of SIDES) {
      const said = outputs[side] ?? '';
      own[side].set(said, (own[side].get(said) ?? 0) + 1);
    }
    if (classes.size > MOST_CLASSES) this.#classes = null;
  }

  /** As a scorer read them from the answers: what was no label is none here either. */
  #addLabels(
    classes: Map<string, BySide<Map<string, number>>>,
    { metric, labels }: Classified,
    baseline: SampleRecord,
    candidate: SampleRecord,
  ): void {
    if (labels.length > MOST_CLASSES) {
      this.#classes = null;
      return;
    }
    const said = bySide((side) => partsOf(side === 'baseline' ? baseline : candidate, metric));
    const reference = labels[said.candidate?.[0] ?? -1];
    if (reference === undefined || said.baseline === null || said.candidate === null) return;
    const own = classes.get(reference) ?? bySide(() => new Map<string, number>());
    classes.set(reference, own);
    for (const side of SIDES) {
      const label = labels[said[side]?.[1] ?? -1] ?? '';
      own[side].set(label, (own[side].get(label) ?? 0) + 1);
    }
  }

  result(): TaskPictures {
    const isCalibrated = this.#isBinary && worseSign(this.#metric) === -1;
    const reliability = bySide((side) => (isCalibrated ? binsOf(this.#bins[side]) : []));
    const hasLengths = SIDES.every((side) => this.#lengths[side].some((count) => count > 0));
    const classes = this.#classesOf();
    return {
      groups: this.#isProvable ? this.#groupsOf() : [],
      ...(SIDES.every((side) => reliability[side].length > 0) ? { reliability } : {}),
      ...(hasLengths ? { lengths: this.#lengths } : {}),
      ...(classes === null ? {} : { classes }),
    };
  }

  /** With what all groups together prove: of many groups some fall by chance (Holm 1979). */
  #groupsOf(): GroupPicture[] {
    const { range, unit } = this.#metric;
    const isRate = this.#isBinary && unit === 'rate' && range.max === 1;
    const found = [...this.#groups].map(([group, sums]) => ({ group, ...groupEstimate(sums, isRate) }));
    const adjusted = holm(found.map(({ p }) => p));
    const worse = worseSign(this.#metric);
    return found
      .map(({ p: _, ...each }, index) => ({ ...each, proven: (adjusted[index] ?? 1) < ALPHA }))
      .sort((a, b) => worse * (b.delta - a.delta) || (a.group < b.group ? -1 : 1));
  }

  /** What was said and is no class is counted together. Null where there is nothing to confuse. */
  #classesOf(): ClassCounts | null {
    const classes = this.#classes;
    const labels = [...(classes?.keys() ?? [])].sort();
    if (classes === null || labels.length < 2) return null;
    const counts = bySide((side) =>
      labels.map((label) => {
        const said = classes.get(label)?.[side] ?? new Map<string, number>();
        const own = labels.map((each) => said.get(each) ?? 0);
        const all = [...said.values()].reduce((sum, count) => sum + count, 0);
        return [...own, all - own.reduce((sum, count) => sum + count, 0)];
      }),
    );
    const total = (rows: readonly (readonly number[])[], of: (row: readonly number[]) => number) =>
      rows.reduce((sum, row) => sum + of(row), 0);
    // Free texts that hardly ever name a class are no answers of a classifier.
    const isNamed = SIDES.some(
      (side) =>
        total(counts[side], (row) => row.at(-1) ?? 0) * 2 <
        total(counts[side], (row) => row.reduce((sum, count) => sum + count, 0)),
    );
    return isNamed ? { labels, ...counts } : null;
  }
}

/**
 * As many independent pairs are as certain as these where rows of one cluster move together, which is the worst that they can do
 * (Kish 1965, "Survey sampling", 11.7).
 */
function groupEstimate({ pairs, sizes, rose, fell, sum, squares }: GroupSums, isRate: boolean) {
  const delta = sum / pairs;
  const units = pairs ** 2 / sizes;
  const isTold = units >= FEWEST_UNITS;
  if (isRate) {
    const share = units / pairs;
    const counts = { rose: rose * share, fell: fell * share, pairs: units };
    const isOneEach = units === pairs;
    const p = isOneEach
      ? mcnemar(rose, fell).exactTwoSided
      : isTold
        ? 2 * normalCdf(-Math.abs(tangoZ(counts, 0)))
        : 1;
    return { pairs, delta, ...tangoInterval(counts, Z), p };
  }
  const stderr = Math.sqrt(Math.max(0, squares / pairs - delta * delta) / Math.max(1, units - 1));
  const p = isTold && stderr > 0 ? 2 * normalCdf(-Math.abs(delta) / stderr) : 1;
  return { pairs, delta, low: delta - Z * stderr, high: delta + Z * stderr, p };
}

const binsOf = (
  bins: readonly { readonly count: number; readonly right: number; readonly confidence: number }[],
): ReliabilityBin[] =>
  bins
    .filter(({ count }) => count > 0)
    .map(({ count, right, confidence }) => ({
      count,
      confidence: confidence / count,
      accuracy: right / count,
    }));

function bySide<T>(of: (side: keyof BySide<unknown>) => T): { baseline: T; candidate: T } {
  return { baseline: of('baseline'), candidate: of('candidate') };
}
