import { additive, type CorpusStatistic, countPart, type PartRule } from './aggregate.ts';

/** A prediction that names no known class is −1: it costs the reference's class, and is no class of its own. */
const parts: readonly PartRule[] = [
  countPart('class of the reference'),
  { ...countPart('predicted class'), min: -1 },
];

/** Totals of class k: right predictions, references, predictions, at 3k and after. Class −1, no known label, is the last. */
const slot = (classes: number, label: number): number => 3 * (label < 0 ? classes : label);

/** @param value from totals as above, for so many known classes */
const byClass = (value: (totals: Float64Array, classes: number) => number): CorpusStatistic => ({
  parts,
  over: additive((samples) => {
    const classes = 1 + samples.reduce((most, parts) => Math.max(most, parts[0] ?? 0, parts[1] ?? 0), 0);
    return {
      totals: 3 * (classes + 1),
      add: ([reference = -1, predicted = -1]) => ({
        slots: [slot(classes, reference), slot(classes, reference) + 1, slot(classes, predicted) + 2],
        amounts: [reference === predicted ? 1 : 0, 1, 1],
      }),
      value: (totals) => value(totals, classes),
    };
  }),
});

/** 2TP / (2TP + FP + FN) of a class; 0 where it neither occurs nor is predicted, as in scikit-learn. */
function f1Of(totals: Float64Array, label: number): number {
  const [right = 0, references = 0, predictions = 0] = totals.subarray(3 * label, 3 * label + 3);
  return references + predictions > 0 ? (2 * right) / (references + predictions) : 0;
}

/** F1 of class 1 (binary). */
export const f1 = byClass((totals, classes) => (classes > 1 ? f1Of(totals, 1) : 0));

/**
 * Over the classes that occur among the references of all samples, so that a resample without a rare class averages over the
 * same classes. scikit-learn adds classes that are only ever predicted, which would make the number of classes the model's.
 */
export const f1MacroAggregate: CorpusStatistic = {
  parts,
  over: additive((samples) => {
    const classes = [...new Set(samples.map(([reference = 0]) => reference))].sort((a, b) => a - b);
    const indexOf = new Map(classes.map((label, index) => [label, index]));
    return {
      totals: 3 * (classes.length + 1),
      add: ([reference = -1, predicted = -1]) => {
        const own = 3 * (indexOf.get(reference) ?? classes.length);
        const other = 3 * (indexOf.get(predicted) ?? classes.length);
        return { slots: [own, own + 1, other + 2], amounts: [reference === predicted ? 1 : 0, 1, 1] };
      },
      value: (totals) => classes.reduce((total, _, index) => total + f1Of(totals, index), 0) / classes.length,
    };
  }),
};

/** Gorodkin 2004 for several classes; Matthews 1975 for two. 0 where either side has a single class, as in scikit-learn. */
export const mccAggregate = byClass((totals, classes) => {
  let [right, n, products, references, predictions] = [0, 0, 0, 0, 0];
  for (let label = 0; label <= classes; label += 1) {
    const [hits = 0, actual = 0, predicted = 0] = totals.subarray(3 * label, 3 * label + 3);
    right += hits;
    n += actual;
    products += actual * predicted;
    references += actual * actual;
    predictions += predicted * predicted;
  }
  const spread = (n * n - predictions) * (n * n - references);
  return spread > 0 ? (right * n - products) / Math.sqrt(spread) : 0;
});
