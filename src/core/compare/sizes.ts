import type { BySide, Mismatch } from '../domain/decision.ts';
import type { MetricDeclaration } from '../domain/metric.ts';
import type { SampleRecord } from '../domain/sample.ts';
import { isKnownRate } from '../metrics/registry.ts';
import { displayKey, type Pairs, type SamplePair } from './pair.ts';

/** What one sample counts for. */
interface Size {
  /** Null where it does not say. */
  readonly of: (sample: SampleRecord) => number | null;
  /** Whether a sample of that size is judged at all; one that is not is missing, which is said elsewhere. */
  readonly isScored: (size: number, sample: SampleRecord) => boolean;
  readonly shown: string;
  readonly field: 'samples' | 'metrics';
}

const WEIGHT: Size = {
  of: ({ weight }) => weight ?? 1,
  isScored: (weight) => weight > 0 && Number.isFinite(weight),
  ...{ shown: 'weight', field: 'samples' },
};

/**
 * The denominator of a metric where it lies in the sample (bytes, words) and not in the answer: that of a rate counts what was
 * predicted, such as for micro-F1. What is known not to be a rate is none, whatever it is declared as.
 */
function denominatorOf({ name, kind, unit }: MetricDeclaration): Size[] {
  if (kind !== 'ratio' || (unit === 'rate' && isKnownRate(name) !== false)) return [];
  const read = ({ scores }: SampleRecord) => {
    const score = Object.hasOwn(scores, name) ? scores[name] : undefined;
    return typeof score === 'object' && 'denominator' in score ? score : null;
  };
  return [
    {
      of: (sample) => read(sample)?.denominator ?? null,
      // An empty text adds nothing to either sum.
      isScored: (size, sample) => size !== 0 || read(sample)?.numerator !== 0,
      ...{ shown: `denominator of ${name}`, field: 'metrics' },
    },
  ];
}

/** Further from the median, a sample decides alone or not at all. */
const FURTHEST = 1e6;

/** Beyond it products of sizes and scores lose their digits, or overflow. */
const [LEAST, MOST] = [1e-100, 1e100];

/**
 * Samples whose sizes are not what the arithmetic rests on: those that the two sides count differently, and those far from
 * the median, one of which could decide alone. Of each size, how many there are and the first one.
 */
export function sizeDifferences(
  pairs: Pairs,
  metrics: readonly MetricDeclaration[],
): Omit<Mismatch, 'task'>[] {
  const weight = pairs.lacks('weight') ? [] : [WEIGHT];
  return [...weight, ...metrics.flatMap(denominatorOf)].flatMap((size) => [
    ...disagreement(pairs, size),
    ...extremes(pairs, size),
  ]);
}

function disagreement(pairs: Iterable<SamplePair>, { of, shown, field }: Size): Omit<Mismatch, 'task'>[] {
  let count = 0;
  let first: ({ readonly key: string } & BySide<number>) | null = null;
  for (const pair of pairs) {
    if (pair.baseline === null || pair.candidate === null) continue;
    const [baseline, candidate] = [of(pair.baseline), of(pair.candidate)];
    if (baseline === null || candidate === null || baseline === candidate) continue;
    first ??= { key: pair.key, baseline, candidate };
    count += 1;
  }
  if (first === null) return [];
  const { key, ...sides } = first;
  const show = (value: number) => `${shown} ${value} at ${displayKey(key)} (${count} differ)`;
  return [{ field, baseline: show(sides.baseline), candidate: show(sides.candidate), severity: 'hard' }];
}

function extremes(pairs: Iterable<SamplePair>, size: Size): Omit<Mismatch, 'task'>[] {
  const { shown, field } = size;
  if (areAlike(pairs, size)) return [];
  const found: number[] = [];
  for (const [, each] of sizesOf(pairs, size)) found.push(each);
  const sizes = Float64Array.from(found).sort();
  const median = sizes[sizes.length >> 1] ?? 1;
  const [least, most] = [Math.max(LEAST, median / FURTHEST), Math.min(MOST, median * FURTHEST)];
  let count = 0;
  let first = '';
  for (const [pair, each] of sizesOf(pairs, size)) {
    if (each >= least && each <= most) continue;
    if (count === 0) first = `${each} at ${displayKey(pair.key)}`;
    count += 1;
  }
  const told = `${shown} ${first} (${count} beyond a millionth to a million times the median of ${median})`;
  return count === 0 ? [] : [{ field, baseline: told, candidate: told, severity: 'hard' }];
}

/** Whether all are one size that the arithmetic bears, as where nobody weighs samples: then none is far from the others. */
function areAlike(pairs: Iterable<SamplePair>, size: Size): boolean {
  let common: number | null = null;
  for (const [, each] of sizesOf(pairs, size)) {
    common ??= each;
    if (each !== common || each < LEAST || each > MOST) return false;
  }
  return true;
}

function* sizesOf(
  pairs: Iterable<SamplePair>,
  { of, isScored }: Size,
): Generator<readonly [pair: SamplePair, size: number]> {
  for (const pair of pairs) {
    for (const sample of [pair.baseline, pair.candidate]) {
      if (sample === null) continue;
      const size = of(sample);
      if (size !== null && isScored(size, sample)) yield [pair, size];
    }
  }
}
