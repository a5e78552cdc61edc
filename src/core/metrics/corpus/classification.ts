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
    let classes = 1;
    for (const { parts } of samples) classes = Math.max(classes, 1 + (parts[0] ?? 0), 1 + (parts[1] ?? 0));
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

/** Counts of one class against all others. */
interface Counts {
  /** True positives. */
  readonly right: number;
  readonly references: number;
  readonly predictions: number;
}

const countsOf = (totals: Float64Array, label: number): Counts => {
  const [right = 0, references = 0, predictions = 0] = totals.subarray(3 * label, 3 * label + 3);
  return { right, references, predictions };
};

/** Where the denominator is 0 a rate is undefined: scikit-learn warns and says 0, or what `zero_division` has. */
const rate = (part: number, of: number): number => (of > NOTHING ? part / of : Number.NaN);
/** What sums of weights may be off where nothing is left of them. */
const NOTHING = 1e-9;

const precisionOf = ({ right, predictions }: Counts): number => rate(right, predictions);
const recallOf = ({ right, references }: Counts): number => rate(right, references);
/** 2TP / (2TP + FP + FN): 0 of a class that occurs and is never predicted. */
const f1Of = ({ right, references, predictions }: Counts): number =>
  rate(2 * right, references + predictions);

/** What is asked of class 1 against all others, in tasks with two classes and of one class of many. */
const ofClassOne = (value: (one: Counts, all: number) => number): CorpusStatistic =>
  byClass((totals, classes) => {
    let all = 0;
    for (let label = 0; label <= classes; label += 1) all += totals[3 * label + 1] ?? 0;
    return value(classes > 1 ? countsOf(totals, 1) : { right: 0, references: 0, predictions: 0 }, all);
  });

/** F1 of class 1 (binary). */
export const f1 = ofClassOne(f1Of);
/** TP / (TP + FP) of class 1. */
export const precision = ofClassOne(precisionOf);
/** TP / (TP + FN) of class 1: its sensitivity. */
export const recall = ofClassOne(recallOf);
/** TN / (TN + FP): the recall of everything that is not class 1. */
export const specificity = ofClassOne(({ right, references, predictions }, all) =>
  rate(all - references - predictions + right, all - references),
);

/** What a mean over classes counts a class for. */
type ClassWeight = (counts: Counts) => number;
const alike: ClassWeight = () => 1;
const byReferences: ClassWeight = ({ references }) => references;

/**
 * A mean over the classes that occur among the references of the samples that count, in a resample too: what the metric is on those
 * samples. scikit-learn adds classes that are only ever predicted, which would make the number of classes the model's.
 */
const averaged = (of: (counts: Counts) => number, weight: ClassWeight): CorpusStatistic =>
  byClass((totals, classes) => {
    let [sum, weights] = [0, 0];
    for (let label = 0; label < classes; label += 1) {
      const counts = countsOf(totals, label);
      if (!(counts.references > NOTHING)) continue;
      sum += weight(counts) * of(counts);
      weights += weight(counts);
    }
    return rate(sum, weights);
  });

/** Undefined where a class that occurs is never predicted: left out, forgetting a class would raise the mean. */
export const precisionMacro = averaged(precisionOf, alike);
export const precisionWeighted = averaged(precisionOf, byReferences);
/** Balanced accuracy (Brodersen et al. 2010): the mean recall of the classes. */
export const recallMacro = averaged(recallOf, alike);
export const f1MacroAggregate = averaged(f1Of, alike);
export const f1Weighted = averaged(f1Of, byReferences);

/** Sums over classes, no known label among them. */
function margins(totals: Float64Array, classes: number) {
  let [right, n, products, references, predictions] = [0, 0, 0, 0, 0];
  for (let label = 0; label <= classes; label += 1) {
    const [hits = 0, actual = 0, predicted = 0] = totals.subarray(3 * label, 3 * label + 3);
    right += hits;
    n += actual;
    products += actual * predicted;
    references += actual * actual;
    predictions += predicted * predicted;
  }
  return { right, n, products, references, predictions };
}

/**
 * Gorodkin 2004 for several classes; Matthews 1975 for two. Undefined where the references are of one class: there is nothing to
 * correlate with, and scikit-learn's 0 would be said of answers that are all right. A model that says one class throughout has 0, the
 * limit of answers that tell nothing (Chicco and Jurman 2020, BMC Genomics 21:6), as in scikit-learn.
 */
export const mccAggregate = byClass((totals, classes) => {
  const { right, n, products, references, predictions } = margins(totals, classes);
  const [asked, said] = [n * n - references, n * n - predictions];
  if (!(asked > NOTHING)) return Number.NaN;
  return said > NOTHING ? (right * n - products) / Math.sqrt(asked * said) : 0;
});

/** Cohen 1960: (p_o − p_e) / (1 − p_e) of references and predictions. Undefined where both have one and the same single class. */
export const kappaAggregate = byClass((totals, classes) => {
  const { right, n, products } = margins(totals, classes);
  return rate(n * right - products, n * n - products);
});
