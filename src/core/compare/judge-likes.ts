import type { BySide, JudgeLikes } from '../domain/decision.ts';
import type { Grading } from '../domain/labels.ts';
import type { RunRecord } from '../domain/run.ts';
import { askedIn, shownIdentity } from '../domain/scorer-version.ts';
import { valueOfAll } from '../metrics/corpus/aggregate.ts';
import { lengthControlledWinRate } from '../metrics/corpus/length-controlled.ts';
import { normalQuantile } from '../stats/special/normal.ts';
import { studentMean } from '../stats/student.ts';
import type { MetricScores } from './scores.ts';

/** Of answers that people graded too, in each of two parts: with fewer the limits say nothing. */
const LEAST_ANSWERS = 10;
const SIDES = ['baseline', 'candidate'] as const;
type Sided = (typeof SIDES)[number];

/** Whether the judge that a run was scored by is the model of that run. Of what is not identified nobody knows. */
export function isOwnJudge(record: RunRecord | undefined): boolean {
  const { scorers } = record?.fingerprint ?? {};
  if (record === undefined || typeof scorers !== 'string') return false;
  const { digest, source } = record.model;
  const names = [digest ?? '', source.split(' at ')[0] ?? ''].filter((name) => name !== '');
  const shown = names.map(shownIdentity);
  return askedIn(scorers).some((name) => shown.includes(name));
}

/**
 * What a judge likes beside what it is asked for: the place of an answer, its length, and its own words. Null where nothing can be told.
 * @param name of the metric that it graded by itself
 */
export function judgeLikes(
  { metrics, ownJudge }: { readonly metrics: readonly MetricScores[]; readonly ownJudge: BySide<boolean> },
  name: string,
  grading: Grading | undefined,
  alpha: number,
): JudgeLikes | null {
  const find = (wanted: string) => metrics.find(({ declaration }) => declaration.name === wanted);
  const graded = find(name);
  const excesses = graded === undefined || grading === undefined ? [] : excessesOf(graded, grading);
  const length = lengthLiking(excesses, alpha);
  const own = SIDES.filter((side) => ownJudge[side]);
  const turned = find(`${name}.flipped`);
  const controlled = find(`${name}.length_controlled`);
  const likes: JudgeLikes = {
    ...(turned === undefined ? {} : { turned: bySide((side) => meanOf(valuesOf(turned, side))) }),
    ...(controlled === undefined ? {} : { longer: bySide((side) => longerOf(controlled, side)) }),
    ...(length === null ? {} : { length }),
    ...(own.length === 0 ? {} : { itself: { sides: own, excess: ownLiking(excesses, own, alpha) } }),
  };
  return Object.keys(likes).length === 0 ? null : likes;
}

const bySide = <Value>(of: (side: Sided) => Value): BySide<Value> => ({
  baseline: of('baseline'),
  candidate: of('candidate'),
});

const valuesOf = ({ scores }: MetricScores, side: Sided): number[] =>
  scores.flatMap((score) => {
    const part = score[side];
    return part === null ? [] : [part.numerator / part.denominator];
  });

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of verdicts between answers of unlike length those for the longer; and the win rate beside that at equal length. */
function longerOf({ scores }: MetricScores, side: Sided) {
  const parts = scores.flatMap((score) => {
    const { parts: own } = score[side] ?? {};
    return own === undefined ? [] : [own];
  });
  const decided = parts.filter(([win, longer]) => win !== 0.5 && longer !== 0);
  const preferred = decided.filter(([win = 0, longer = 0]) => (win === 1) === longer > 0);
  const rate = meanOf(parts.map(([win = 0]) => win));
  return {
    ...{ verdicts: decided.length, preferred: preferred.length, winRate: rate },
    controlled:
      parts.length === 0
        ? null
        : valueOfAll(
            lengthControlledWinRate,
            parts.map((own) => ({ parts: own, weight: 1 })),
          ),
  };
}

/** How much higher than people the judge grades an answer, and how long that is. */
interface Excess {
  readonly side: Sided;
  readonly value: number;
  /** Letters; null where the answer was not kept. */
  readonly length: number | null;
}

function excessesOf({ scores, pairOf }: MetricScores, grading: Grading): readonly Excess[] {
  return scores.flatMap((score) =>
    SIDES.flatMap((side): Excess[] => {
      const [label, part] = [grading[side].get(score.key), score[side]];
      if (label === undefined || part === null) return [];
      const output = pairOf?.(score.key)?.[side]?.output;
      return [
        {
          ...{ side, value: part.numerator / part.denominator - label },
          length: output === undefined ? null : output.trim().length,
        },
      ];
    }),
  );
}

/**
 * How much more than people it gives the longer half of a side's answers than the shorter one, mean of the sides: between sides length
 * and model cannot be told apart.
 */
function lengthLiking(excesses: readonly Excess[], alpha: number) {
  const differences = SIDES.flatMap((side) => {
    const own = excesses.filter((each) => each.side === side && each.length !== null);
    const lengths = own.map(({ length }) => length ?? 0).sort((one, other) => one - other);
    const middle = lengths[lengths.length >> 1] ?? 0;
    const longer = own.filter(({ length }) => (length ?? 0) > middle);
    const shorter = own.filter(({ length }) => (length ?? 0) < middle);
    return differenceOf(longer, shorter) ?? [];
  });
  if (differences.length === 0) return null;
  const count = differences.length;
  return withLimits(
    differences.reduce((sum, { value }) => sum + value, 0) / count,
    Math.hypot(...differences.map(({ stderr }) => stderr)) / count,
    alpha,
  );
}

/** How much more than people it gives its own answers than the other side's; null where both are its own, or too few were graded. */
function ownLiking(excesses: readonly Excess[], own: readonly Sided[], alpha: number) {
  if (own.length !== 1) return null;
  const found = differenceOf(
    excesses.filter(({ side }) => own.includes(side)),
    excesses.filter(({ side }) => !own.includes(side)),
  );
  return found === null ? null : withLimits(found.value, found.stderr, alpha);
}

function differenceOf(one: readonly Excess[], other: readonly Excess[]) {
  if (Math.min(one.length, other.length) < LEAST_ANSWERS) return null;
  const [left, right] = [one, other].map((each) => studentMean(each.map(({ value }) => value)));
  if (left === undefined || right === undefined) return null;
  return { value: left.value - right.value, stderr: Math.hypot(left.stderr, right.stderr) };
}

/** By the normal distribution: what is shown decides nothing. */
function withLimits(value: number, stderr: number, alpha: number) {
  const half = normalQuantile(1 - alpha) * stderr;
  return { value, low: value - half, high: value + half };
}
