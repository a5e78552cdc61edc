/** What one of the numbers must be that a corpus metric keeps of a sample. */
interface PartRule {
  readonly means: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly whole: boolean;
}

const count = (means: string): PartRule => ({ means, min: 0, max: null, whole: true });

/** A prediction that names no known class is −1: it costs the reference's class, and is no class of its own. */
const CLASSES: readonly PartRule[] = [
  count('class of the reference'),
  { ...count('predicted class'), min: -1 },
];

const ORDERS = [1, 2, 3, 4] as const;
const CHARACTER_ORDERS = [1, 2, 3, 4, 5, 6] as const;

const TRUTH: PartRule = { means: '1 where it is so, else 0', min: 0, max: 1, whole: true };

/**
 * Functions of all samples at once that are known by name, with the numbers that each needs of a sample. A run that names
 * one in its metric's declaration can be judged without knowing who scored it.
 */
export const CORPUS_AGGREGATES = {
  /** F1 of class 1 (binary). */
  f1: CLASSES,
  /** Mean of the F1 of every class that occurs among the references. */
  f1_macro: CLASSES,
  /** Matthews' correlation of reference and prediction, for any number of classes. */
  mcc: CLASSES,
  /** BLEU-4 as sacreBLEU computes it, 0 to 100. */
  bleu: [
    count('tokens of the answer'),
    count('tokens of the nearest reference'),
    ...ORDERS.map((n) => count(`matching ${n}-grams`)),
    ...ORDERS.map((n) => count(`${n}-grams of the answer`)),
  ],
  /** chrF2 as sacreBLEU computes it, 0 to 100. */
  chrf: CHARACTER_ORDERS.flatMap((n) => [
    count(`${n}-grams of the answer`),
    count(`${n}-grams of the reference`),
    count(`matching ${n}-grams`),
  ]),
  /** Probability that a positive sample has a higher score than a negative one. */
  auc: [TRUTH, { means: 'score', min: null, max: null, whole: false }],
  /** Expected calibration error over 15 bins of equal width. */
  ece: [{ means: 'probability of the chosen answer', min: 0, max: 1, whole: false }, TRUTH],
} as const satisfies Readonly<Record<string, readonly PartRule[]>>;

export type CorpusAggregate = keyof typeof CORPUS_AGGREGATES;

/** What is wrong with a sample's parts; null where nothing is. */
export function faultOfParts(aggregate: CorpusAggregate, parts: readonly unknown[]): string | null {
  const rules: readonly PartRule[] = CORPUS_AGGREGATES[aggregate];
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
