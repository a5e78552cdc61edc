import type { CorpusStatistic, NotJudged } from './aggregate.ts';
import { auc } from './auc.ts';
import { biasAmbiguous, biasDisambiguated } from './bias.ts';
import { bleuAggregate } from './bleu.ts';
import { ece, eceMass, mce } from './calibration.ts';
import { chrfAggregate } from './chrf.ts';
import {
  f1,
  f1MacroAggregate,
  f1Weighted,
  kappaAggregate,
  mccAggregate,
  precision,
  precisionMacro,
  precisionWeighted,
  recall,
  recallMacro,
  specificity,
} from './classification.ts';
import { kendall, spearman } from './correlation.ts';
import { meanResultantLength } from './directions.ts';
import { lengthControlledWinRate } from './length-controlled.ts';
import { areaByClass, averagePrecision, averagePrecisionByClass } from './ranked.ts';
import { medianAbsoluteError, numberParts, r2, rmse } from './regression.ts';

/**
 * Functions of all samples at once that are known by name: one row an aggregate. A run that names one in its metric's
 * declaration can be judged without knowing who scored it.
 */
export const AGGREGATES = {
  f1,
  f1_macro: f1MacroAggregate,
  mcc: mccAggregate,
  kappa: kappaAggregate,
  balanced_accuracy: recallMacro,
  precision,
  recall,
  specificity,
  precision_macro: precisionMacro,
  precision_weighted: precisionWeighted,
  f1_weighted: f1Weighted,
  bleu: bleuAggregate,
  chrf: chrfAggregate,
  auc,
  auc_ovr: areaByClass,
  average_precision: averagePrecision,
  average_precision_macro: averagePrecisionByClass,
  ece,
  ece_mass: eceMass,
  mce,
  rmse,
  r2,
  median_absolute_error: medianAbsoluteError,
  spearman,
  kendall,
  bias_ambiguous: biasAmbiguous,
  bias_disambiguated: biasDisambiguated,
  win_rate_length_controlled: lengthControlledWinRate,
  mean_resultant_length: meanResultantLength,
} as const satisfies Readonly<Record<string, CorpusStatistic>>;

export type CorpusAggregate = keyof typeof AGGREGATES;

/** Why no gate may rest on it; null where one may. */
export function whyNotJudged(aggregate: CorpusAggregate): NotJudged | null {
  const { notJudged }: CorpusStatistic = AGGREGATES[aggregate];
  return notJudged ?? null;
}

/** What is wrong with a sample's parts; null where nothing is. */
export function faultOfParts(aggregate: CorpusAggregate, parts: readonly unknown[]): string | null {
  const { parts: rules, more }: CorpusStatistic = AGGREGATES[aggregate];
  if (parts.length < rules.length || (more === undefined && parts.length > rules.length))
    return `${aggregate} needs ${rules.length} parts${more === undefined ? '' : ' or more'}, and there are ${parts.length}`;
  for (const [index, part] of parts.entries()) {
    const rule = rules[index] ?? more;
    if (rule === undefined) continue;
    const isNumber =
      typeof part === 'number' && Number.isFinite(part) && (!rule.whole || Number.isSafeInteger(part));
    if (!isNumber || part < (rule.min ?? -Infinity) || part > (rule.max ?? Infinity)) {
      return `part ${index + 1} cannot be a ${rule.means}`;
    }
  }
  return null;
}

/** What the parts say of a sample: its class and what was taken for it, or a number and what was said; null for anything else. */
export function partsName(aggregate: CorpusAggregate): 'predictions' | 'probabilities' | 'numbers' | null {
  const { parts, more }: CorpusStatistic = AGGREGATES[aggregate];
  if (parts === numberParts) return 'numbers';
  if (parts[0]?.means !== 'class of the reference') return null;
  return more === undefined ? 'predictions' : 'probabilities';
}
