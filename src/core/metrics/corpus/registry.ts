import type { CorpusStatistic, PartRule } from './aggregate.ts';
import { auc } from './auc.ts';
import { bleuAggregate } from './bleu.ts';
import { ece } from './calibration.ts';
import { chrfAggregate } from './chrf.ts';
import { f1, f1MacroAggregate, mccAggregate } from './classification.ts';

/**
 * Functions of all samples at once that are known by name: one row an aggregate. A run that names one in its metric's
 * declaration can be judged without knowing who scored it.
 */
export const AGGREGATES = {
  f1,
  f1_macro: f1MacroAggregate,
  mcc: mccAggregate,
  bleu: bleuAggregate,
  chrf: chrfAggregate,
  auc,
  ece,
} as const satisfies Readonly<Record<string, CorpusStatistic>>;

export type CorpusAggregate = keyof typeof AGGREGATES;

/** What is wrong with a sample's parts; null where nothing is. */
export function faultOfParts(aggregate: CorpusAggregate, parts: readonly unknown[]): string | null {
  const rules: readonly PartRule[] = AGGREGATES[aggregate].parts;
  if (parts.length !== rules.length)
    return `${aggregate} needs ${rules.length} parts, and there are ${parts.length}`;
  for (const [index, rule] of rules.entries()) {
    const part = parts[index];
    const isNumber =
      typeof part === 'number' && Number.isFinite(part) && (!rule.whole || Number.isSafeInteger(part));
    if (!isNumber || part < (rule.min ?? -Infinity) || part > (rule.max ?? Infinity)) {
      return `part ${index + 1} cannot be a ${rule.means}`;
    }
  }
  return null;
}
