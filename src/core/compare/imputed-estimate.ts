import type { Moved } from '../domain/kept-estimate.ts';
import { limitsOfFinitePopulation } from '../stats/combined.ts';
import { type Inference, lowerLimit, upperLimit } from '../stats/inference.ts';

/** The data completed in one way: the value they then have, and what they say about the true value. */
export interface Imputation {
  readonly value: number;
  readonly inference: Inference;
}

/**
 * What the samples say about one number, on the scale on which it is judged (logarithmic for `scale: log`).
 *
 * Samples without a score are not left out: `lowest` and `highest` complete them so that the number becomes as low and
 * as high as it can. That it is greater than something must follow from `lowest`, that it is less from `highest`. When
 * every sample is scored the two are the same, but for the extra unit of sparse data.
 */
export interface ImputedEstimate {
  readonly method:
    | 'tango'
    | 'clopper-pearson'
    | 'rogan-gladen'
    | 't'
    | 'clustered t'
    | 'linearised t'
    | 'stratified t'
    | 'bca bootstrap'
    | 'jackknife t'
    | 'batched t'
    | 'order statistics'
    | 'calibration limits'
    | 'unpaired z'
    | 'square-and-add'
    | 'average'
    | 'finite population';
  /** Over the samples that have scores, nothing added. */
  readonly value: number;
  /** Samples that the value rests on. */
  readonly n: number;
  /** Null where nothing follows: a missing score could be anything, or no spread was seen to judge by. */
  readonly lowest: Imputation | null;
  readonly highest: Imputation | null;
  /** Too few units lie far from the rest for a mean to be normal: `lowest` and `highest` carry one more unit. */
  readonly sparse: boolean;
  /** Of the value itself, with nothing added; absent where no more is known than limits. */
  readonly stderr?: number;
  /** How units moved, of a change of scores whose range is known and of which none are counted by its ends. */
  readonly moved?: Moved;
  /** Nobody says between which values scores lie: that the error is what it should be was tested, and is not certain. */
  readonly approximate?: true;
  /** For want of a range nothing is inferred from so few units. */
  readonly rangeless?: true;
}

/** The same estimate about exactly the `population` samples, of which those seen are a random part. */
export function ofFinitePopulation(estimate: ImputedEstimate, population: number): ImputedEstimate {
  const share = Math.min(1, estimate.n / population);
  const narrowed = (imputation: Imputation | null): Imputation | null => {
    if (imputation === null) return null;
    const { value, inference } = imputation;
    const own = {
      lower: (alpha: number) => lowerLimit(inference, alpha),
      upper: (alpha: number) => upperLimit(inference, alpha),
    };
    return { value, inference: { kind: 'limits', limits: limitsOfFinitePopulation(own, share) } };
  };
  return {
    ...estimate,
    method: 'finite population',
    lowest: narrowed(estimate.lowest),
    highest: narrowed(estimate.highest),
  };
}
