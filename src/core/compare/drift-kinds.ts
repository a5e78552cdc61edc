import type { DriftShare } from '../domain/drift.ts';
import { type ConfidenceLimits, remembered } from '../stats/combined.ts';
import { sum } from '../stats/sum.ts';
import type { AnswerPairs } from './answer-pairs.ts';
import type { Reading } from './drift-feature.ts';
import {
  type Feature,
  meanAtWorst,
  type ReadPair,
  readPairs,
  sizeOfChange,
  withInterval,
} from './drift-feature.ts';
import { changesOf, dotOf, meanChange } from './drift-means.ts';

/**
 * A kind an answer. Σ D²/m over kinds, D what one side has more of and m what both have: Pearson's chi-squared of two margins, which of
 * paired answers has no known distribution and needs none here. Told is half of Σ|D|, the share that changed.
 */
export function kindFeature(
  answers: AnswerPairs,
  { feature, matters, tooFew, read }: Reading<string>,
): Feature {
  const sides = readPairs(answers, read);
  const names = [...new Set(sides.flatMap(({ baseline, candidate }) => [baseline, candidate]))].sort();
  const place = new Map(names.map((name, index) => [name, index]));
  const totals = new Float64Array(names.length);
  const sums = names.map(() => new Float64Array(answers.units));
  for (const { unit, ...kinds } of sides) {
    for (const [kind, by] of [
      [kinds.baseline, -1],
      [kinds.candidate, 1],
    ] as const) {
      const at = place.get(kind) ?? 0;
      totals[at] = (totals[at] ?? 0) + 1;
      const own = sums[at];
      if (own !== undefined) own[unit] = (own[unit] ?? 0) + by;
    }
  }
  const shares = names
    .map((name, at) => {
      const difference = sum(sums[at] ?? []);
      const both = totals[at] ?? 0;
      const of = 2 * sides.length;
      return { name, baseline: (both - difference) / of, candidate: (both + difference) / of };
    })
    .sort(
      (a, b) =>
        Math.abs(b.candidate - b.baseline) - Math.abs(a.candidate - a.baseline) || (a.name < b.name ? -1 : 1),
    );
  const value = sum(shares.map(({ baseline, candidate }) => Math.abs(candidate - baseline))) / 2;
  const changes = sums.map(changesOf);
  const limits = remembered(limitsOfKinds(answers, sides, shares));
  return {
    ...{ feature, matters, tooFew },
    prompts: sides.length,
    usedUnits: new Set(sides.map(({ unit }) => unit)).size,
    statistic: (signs) =>
      changes.reduce((total, own, at) => total + dotOf(signs, own) ** 2 / (totals[at] ?? 1), 0),
    isLarge: (effect) => effect >= matters,
    summary: () => ({ ...{ baseline: null, candidate: null, shares }, effect: withInterval(value, limits) }),
    limits,
    atWorst: meanAtWorst(limits, 1),
  };
}

/** Kinds that are told apart in limits; the rarest beyond them are one. */
const MOST_KINDS = 7;

/**
 * Half of Σ|D| is the largest change of the share of any set of kinds (total variation), and what is observed of it is too large on average. So
 * it is below a limit where that is proven of every set at the level itself (an intersection-union test, Berger 1982), and beyond it where
 * that is proven of one, each at α by the number of sets (Bonferroni). Of more kinds than are told apart the rarest are one, and what
 * they are seen to have moved among themselves is added.
 */
function limitsOfKinds(
  answers: AnswerPairs,
  sides: readonly ReadPair<string>[],
  byMove: readonly DriftShare[],
): ConfidenceLimits {
  const byShare = [...byMove].sort((a, b) => b.baseline + b.candidate - a.baseline - a.candidate);
  const apart = byShare.slice(0, MOST_KINDS);
  const rare = byShare.slice(MOST_KINDS);
  const hidden = sum(rare.map(({ baseline, candidate }) => Math.abs(candidate - baseline))) / 2;
  const place = new Map(apart.map(({ name }, index) => [name, index]));
  const kinds = apart.length + (rare.length === 0 ? 0 : 1);
  // A set and all others change by the same; every set without the last kind is half of them.
  const sets = Array.from({ length: 2 ** Math.max(0, kinds - 1) - 1 }, (_, index) => index + 1);
  const isIn = (set: number, kind: string) => Number((set & (1 << (place.get(kind) ?? apart.length))) !== 0);
  const changes = sets.map(
    (set) =>
      meanChange(
        answers,
        sides.map(({ unit, ...kind }) => ({
          unit,
          baseline: isIn(set, kind.baseline),
          candidate: isIn(set, kind.candidate),
        })),
        1,
      ).limits,
  );
  // Where both sides gave nothing but one kind, as many answers say how rare any other is.
  const own =
    changes.length > 0
      ? changes
      : [
          meanChange(
            answers,
            sides.map(({ unit }) => ({ unit, baseline: 0, candidate: 0 })),
            1,
          ).limits,
        ];
  const most = (of: (size: ConfidenceLimits) => number) => Math.max(...own.map(sizeOfChange).map(of));
  return {
    lower: (alpha) => most(({ lower }) => lower(alpha / (2 * own.length))),
    upper: (alpha) => Math.min(1, most(({ upper }) => upper(alpha)) + hidden),
  };
}
