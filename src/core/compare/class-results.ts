import type { BySide, TaskResult } from '../domain/decision.ts';
import { partsName } from '../metrics/corpus/registry.ts';
import { DELTA } from './estimand.ts';
import type { MetricScores } from './scores.ts';

const SIDES = ['baseline', 'candidate'] as const;

interface Counts {
  right: number;
  predictions: number;
}

/**
 * Precision, recall and F1 of each class over the samples that both sides have a score for; nothing where no metric of the task
 * names its classes. Shown and never judged: gates on a class have a metric of their own.
 */
export function classResultsOf(metrics: readonly MetricScores[]): Pick<TaskResult, 'byClass'> {
  const found = metrics.find(
    ({ declaration: { classes, aggregate, of_class: ofClass } }) =>
      classes !== undefined &&
      ofClass === undefined &&
      aggregate !== undefined &&
      partsName(aggregate) === 'predictions',
  );
  const labels = found?.declaration.classes;
  if (found === undefined || labels === undefined) return {};
  const references = new Float64Array(labels.length);
  const counts = labels.map(() => bySide((): Counts => ({ right: 0, predictions: 0 })));
  const unlabelled = { baseline: 0, candidate: 0 };
  for (const score of found.scores) {
    const pair = DELTA.read(score);
    if (pair === null) continue;
    const [reference = 0] = pair.candidate.parts ?? [];
    references[reference] = (references[reference] ?? 0) + pair.candidate.denominator;
    for (const side of SIDES) {
      const { parts: [expected, said = -1] = [], denominator } = pair[side];
      const own = counts[said]?.[side];
      if (own === undefined) unlabelled[side] += denominator;
      else own.predictions += denominator;
      if (own !== undefined && said === expected) own.right += denominator;
    }
  }
  const classes = labels.map((label, position) => {
    const samples = references[position] ?? 0;
    return { class: label, samples, ...bySide((side) => rates(counts[position]?.[side], samples)) };
  });
  return { byClass: { metric: found.declaration.name, unlabelled, classes } };
}

function rates({ right, predictions }: Counts = { right: 0, predictions: 0 }, references: number) {
  const share = (part: number, of: number) => (of > 0 ? part / of : null);
  return {
    predictions,
    precision: share(right, predictions),
    recall: share(right, references),
    f1: share(2 * right, references + predictions),
  };
}

function bySide<T>(of: (side: keyof BySide<unknown>) => T): BySide<T> {
  return { baseline: of('baseline'), candidate: of('candidate') };
}
