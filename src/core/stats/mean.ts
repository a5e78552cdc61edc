import type { Every } from './columns.ts';
import type { ExtraUnit, Sized } from './effective.ts';
import type { Inference } from './inference.ts';
import { skewedMean } from './skewed.ts';
import { type LinearEstimate, type Move, spreadOf } from './student.ts';
import { typicalValues } from './typical.ts';

/** What is assumed of a mean beyond its units. */
export interface Assumed {
  readonly extra: ExtraUnit | null;
  /** Whether randomisation has to agree, since units are few and uneven. */
  readonly seconded: boolean;
}

/**
 * A mean of one number a unit. Student's t and Hall's have to agree: where losses are skewed the former is too hopeful on their side,
 * where tails are heavy the latter on both, the more so the smaller the level. With one more whole unit it is Student's alone, since that
 * unit is what skews most; with a part of one all of them.
 */
export function inferMean(own: Sized, { extra, seconded }: Assumed): Inference {
  const of: Inference[] = [];
  if (extra === null || extra.weight < 1) {
    const estimate = skewedMean(own);
    of.push({ kind: 'student', estimate }, { kind: 'skewed', estimate });
  }
  if (extra !== null) {
    const at = (times: number) => extendedMean(own, extra, times);
    of.push({ kind: 'student', estimate: at(1), at });
  }
  if (seconded) of.push({ kind: 'typical', means: typicalValues(own, extra) });
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind: 'each', of };
}

/** Mean of the units, `times` over, and one more: of units of one size that is one more value. */
export function extendedMean({ values, sizes }: Sized, extra: ExtraUnit, times = 1): LinearEstimate {
  let [count, mean, size, largest] = [0, 0, 0, 0];
  for (let index = 0; index < values.length; index += 1) {
    count += 1;
    mean += ((values[index] as number) - mean) / count;
  }
  for (let index = 0; index < sizes.length; index += 1) {
    size += sizes[index] as number;
    largest = Math.max(largest, sizes[index] as number);
  }
  const own = extra.weight * largest;
  const total = times * size + own;
  const moved = ((extra.value - mean) * own) / total;
  const moves: Every<Move> = {
    every(holds) {
      for (let index = 0; index < values.length; index += 1) {
        const each = sizes[index] ?? 0;
        // A value is the mean and `count` times what its unit moves it by.
        const by = ((((values[index] as number) - mean) / count) * size - moved * each) / total;
        if (!holds({ by, share: each / total, times })) return false;
      }
      return holds({ by: (own * (extra.value - mean - moved)) / total, share: own / total, times: 1 });
    },
  };
  return { value: mean + moved, ...spreadOf(moves) };
}
