import type { Every } from './columns.ts';
import type { Sized } from './effective.ts';
import type { Inference } from './inference.ts';
import { skewedMean } from './skewed.ts';
import { type LinearEstimate, type Move, spreadOf } from './student.ts';
import { typicalValues } from './typical.ts';

/** What is assumed of a mean beyond its units. */
export interface Assumed {
  /** Own value of one more unit, as heavy as the heaviest; null for none. */
  readonly extra: number | null;
  /** Whether randomisation has to agree, since units are few and uneven. */
  readonly seconded: boolean;
}

/**
 * A mean of one number a unit. Student's t and Hall's have to agree: where losses are skewed the former is too hopeful on their side,
 * where tails are heavy the latter on both, the more so the smaller the level. With one more unit it is Student's alone, since that unit
 * is what skews most.
 */
export function inferMean(own: Sized, { extra, seconded }: Assumed): Inference {
  const of: Inference[] = [];
  if (extra === null) {
    const estimate = skewedMean(own);
    of.push({ kind: 'student', estimate }, { kind: 'skewed', estimate });
  } else {
    const at = (times: number) => extendedMean(own, extra, times);
    of.push({ kind: 'student', estimate: at(1), at });
  }
  if (seconded) of.push({ kind: 'typical', means: typicalValues(own, extra) });
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind: 'each', of };
}

/**
 * Mean of the units, `times` over, and one more, as large as the largest of them, whose own value is `extra`: of units of one size that
 * is one more value.
 */
export function extendedMean({ values, sizes }: Sized, extra: number, times = 1): LinearEstimate {
  let [count, mean, size, largest] = [0, 0, 0, 0];
  for (let index = 0; index < values.length; index += 1) {
    count += 1;
    mean += ((values[index] as number) - mean) / count;
  }
  for (let index = 0; index < sizes.length; index += 1) {
    size += sizes[index] as number;
    largest = Math.max(largest, sizes[index] as number);
  }
  const total = times * size + largest;
  const moved = ((extra - mean) * largest) / total;
  const moves: Every<Move> = {
    every(holds) {
      for (let index = 0; index < values.length; index += 1) {
        const own = sizes[index] ?? 0;
        // A value is the mean and `count` times what its unit moves it by.
        const by = ((((values[index] as number) - mean) / count) * size - moved * own) / total;
        if (!holds({ by, share: own / total, times })) return false;
      }
      return holds({ by: (largest * (extra - mean - moved)) / total, share: largest / total, times: 1 });
    },
  };
  return { value: mean + moved, ...spreadOf(moves) };
}
