import { limitsOfFinitePopulation } from '../stats/finite-population.ts';
import { lowerLimit, upperLimit } from '../stats/inference.ts';
import type { Imputation, ImputedEstimate } from './imputed-estimate.ts';

/** The same evidence about exactly the `population` samples, of which those seen are a random part. */
export function ofFinitePopulation(evidence: ImputedEstimate, population: number): ImputedEstimate {
  const share = Math.min(1, evidence.n / population);
  const narrowed = (completion: Imputation | null): Imputation | null => {
    if (completion === null) return null;
    const { value, inference } = completion;
    const own = {
      lower: (alpha: number) => lowerLimit(inference, alpha),
      upper: (alpha: number) => upperLimit(inference, alpha),
    };
    return { value, inference: { kind: 'limits', limits: limitsOfFinitePopulation(own, share) } };
  };
  return {
    ...evidence,
    method: 'finite population',
    lowest: narrowed(evidence.lowest),
    highest: narrowed(evidence.highest),
  };
}
