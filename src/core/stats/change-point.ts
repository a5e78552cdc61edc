import { normalCdf } from './special/normal.ts';

/** A value of one round. */
export interface RoundValue {
  readonly value: number;
  /** Of its sampling; greater than 0. */
  readonly stderr: number;
}

export interface ChangePoint {
  /** Of the first value that is no longer like those before it. */
  readonly index: number;
  /** At once and for good, or more with every round. */
  readonly shape: 'step' | 'slope';
  /** By how much in the step, or in each round of the slope. */
  readonly size: number;
  /** Of seeing as much by chance somewhere, where nothing ever changed. */
  readonly p: number;
}

/**
 * Where a series stops being constant: of all rounds, the step or the slope that explains most. Least squares weighted by 1/stderr²;
 * what a model with one more number takes off the weighted sum of squares is χ² with one degree of freedom where nothing changed,
 * and Bonferroni's bound allows for looking at all of them (Hinkley 1970 for the step, Hinkley 1971 for two-phase lines).
 * Assumes values with normal errors of known size. Rounds that are asked the same samples share a part of their error, which moves
 * all values alike: the test then errs on the safe side.
 * @returns null for fewer than three values
 */
export function findChangePoint(rounds: readonly RoundValue[]): ChangePoint | null {
  if (rounds.length < 3) return null;
  const weights = rounds.map(({ stderr }) => 1 / stderr ** 2);
  const values = rounds.map(({ value }) => value);
  const shapes: readonly { readonly shape: ChangePoint['shape']; readonly at: (i: number) => number }[] = [
    { shape: 'step', at: () => 1 },
    { shape: 'slope', at: (steps) => steps },
  ];
  const models = shapes.flatMap(({ shape, at }) =>
    // A slope that begins with the last value is a step.
    values.slice(1, shape === 'slope' ? -1 : undefined).map((_, before) => {
      const index = before + 1;
      const regressor = values.map((__, position) => (position < index ? 0 : at(position - index + 1)));
      return { index, shape, ...explain(values, weights, regressor) };
    }),
  );
  const best = models.reduce((a, b) => (b.explained > a.explained ? b : a));
  const tail = 2 * normalCdf(-Math.sqrt(best.explained));
  return {
    ...{ index: best.index, shape: best.shape, size: best.size },
    p: Math.min(1, models.length * tail),
  };
}

/** What a regressor beside the constant takes off the weighted sum of squares, and its coefficient. */
function explain(values: readonly number[], weights: readonly number[], regressor: readonly number[]) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: readonly number[]) =>
    of.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / total;
  const [centreY, centreX] = [mean(values), mean(regressor)];
  let [xy, xx] = [0, 0];
  for (const [index, weight] of weights.entries()) {
    const x = (regressor[index] ?? 0) - centreX;
    xy += weight * x * ((values[index] ?? 0) - centreY);
    xx += weight * x * x;
  }
  return { size: xy / xx, explained: xy ** 2 / xx };
}
