import type { MetricDeclaration } from '../domain/metric.ts';
import { type InstrumentErrors, roganGladen } from '../stats/rogan-gladen.ts';
import type { Imputation, ImputedEstimate } from './imputed-estimate.ts';

/** Errors with which a rate of positives is behind the fewest, or the most, true ones. */
function errorsAt(
  { sensitivity, specificity }: NonNullable<MetricDeclaration['errors']>,
  end: 'lowest' | 'highest',
): InstrumentErrors {
  return end === 'lowest'
    ? { sensitivity: sensitivity.most, specificity: specificity.least }
    : { sensitivity: sensitivity.least, specificity: specificity.most };
}

/** The true rate where every answer's score is right, and that of an instrument with these errors: between the two sets' own. */
export function correctedRates(
  observed: number,
  errors: NonNullable<MetricDeclaration['errors']>,
): { readonly low: number; readonly high: number } {
  return {
    low: roganGladen(observed, errorsAt(errors, 'lowest')),
    high: roganGladen(observed, errorsAt(errors, 'highest')),
  };
}

/**
 * The same of what the answers are, not of what was scored: where a scorer's errors were measured on several sets of texts, what is judged
 * may be like any of them. That the rate is above something has to follow from the errors that leave the fewest true positives, that it is
 * below from those that leave the most. Missing scores are completed before, as scores.
 */
export function correctedEstimate(
  estimate: ImputedEstimate | null,
  { errors }: Pick<MetricDeclaration, 'errors'>,
): ImputedEstimate | null {
  if (estimate === null || errors === undefined) return estimate;
  const corrected = (end: 'lowest' | 'highest'): Imputation | null => {
    const own = estimate[end];
    if (own === null) return null;
    const at = errorsAt(errors, end);
    const value = roganGladen(own.value, at);
    // Of what cannot be corrected nothing follows.
    if (Number.isNaN(value)) return null;
    return { value, inference: { kind: 'corrected', of: own.inference, errors: at } };
  };
  const { high } = correctedRates(estimate.value, errors);
  const power = errors.sensitivity.least.rate + errors.specificity.most.rate - 1;
  return {
    ...estimate,
    method: 'rogan-gladen',
    value: Number.isNaN(high) ? estimate.value : high,
    ...(estimate.stderr === undefined ? {} : { stderr: estimate.stderr / power }),
    lowest: corrected('lowest'),
    highest: corrected('highest'),
  };
}
