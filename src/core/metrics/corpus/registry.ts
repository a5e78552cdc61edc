import type { CorpusAggregate } from '../../domain/corpus.ts';
import { auc } from './auc.ts';
import { bleuAggregate } from './bleu.ts';
import { ece } from './calibration.ts';
import { chrfAggregate } from './chrf.ts';
import { f1, f1MacroAggregate, mccAggregate } from './classification.ts';
import type { AggregateFunction } from './weighable.ts';

/** How each corpus metric follows from its samples' parts: one row an aggregate. */
export const AGGREGATES: Readonly<Record<CorpusAggregate, AggregateFunction>> = {
  f1,
  f1_macro: f1MacroAggregate,
  mcc: mccAggregate,
  bleu: bleuAggregate,
  chrf: chrfAggregate,
  auc,
  ece,
};
