/** Fewer of a class leave its own recall within 20 points either way, at 90 % (normal approximation, at one half). */
const FEWEST_OF_CLASS = 20;
/** Above it a model that always says the same class looks good. */
const LOPSIDED = 0.8;

/**
 * What a task of classes should be told of how often each is right.
 * @param classes their names, in order
 * @param golds index of the right class of each row
 */
export function classBalance(classes: readonly string[], golds: readonly number[]): readonly string[] {
  const counts = classes.map((name, index) => ({
    name,
    count: golds.filter((gold) => gold === index).length,
  }));
  const rare = counts.filter(({ count }) => count < FEWEST_OF_CLASS);
  const [largest] = counts.toSorted((a, b) => b.count - a.count);
  const of = (each: { readonly name: string; readonly count: number }) => `${each.name} ${each.count}`;
  return [
    ...(rare.length === 0
      ? []
      : [
          `fewer than ${FEWEST_OF_CLASS} rows of ${rare.map(of).join(', ')}: what happens to such a class cannot be seen`,
        ]),
    ...(largest === undefined || largest.count <= LOPSIDED * golds.length
      ? []
      : [
          `${largest.count} of ${golds.length} rows are ${largest.name}: a model that always says so is right there, so gate \`f1_macro\` or \`balanced_accuracy\` (corpus_metrics) beside accuracy`,
        ]),
  ];
}
