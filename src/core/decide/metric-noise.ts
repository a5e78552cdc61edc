import { stderrOfCorpusChange } from '../compare/corpus.ts';
import { DELTA } from '../compare/estimand.ts';
import { estimateOf, paired, shownDelta } from '../compare/estimate.ts';
import { imputeDelta } from '../compare/impute.ts';
import type { MetricScores } from '../compare/scores.ts';
import type { MetricUnit } from '../domain/metric.ts';
import { ratioOfSums } from '../stats/ratio.ts';

/** How much one metric differs between two runs of one model. */
export interface MetricNoise {
  readonly task: string;
  readonly metric: string;
  readonly filter: string | null;
  readonly unit: MetricUnit;
  readonly pairs: number;
  /** Samples whose score is another in the second run: flips, for scores of 0 or 1. */
  readonly changed: number;
  /** Largest change of one sample's score, on the judged scale; null without pairs, and where samples have no score. */
  readonly largest: number | null;
  /** Standard error of the difference of the two runs, in the metric's unit; null where no spread was seen. */
  readonly stderr: number | null;
}

export function metricNoise(task: string, metric: MetricScores): MetricNoise {
  const pairs = metric.scores.flatMap((score) => DELTA.read(score) ?? []);
  const isCorpus = metric.declaration.kind === 'corpus';
  const changes = pairs.map(({ baseline, candidate }) =>
    isCorpus
      ? Number(baseline.parts?.some((part, index) => part !== candidate.parts?.[index]) ?? false)
      : Math.abs(ratioOfSums([candidate]) - ratioOfSums([baseline])),
  );
  const changed = changes.filter((change) => change > 0).length;
  const { declaration, filter } = metric;
  return {
    ...{ task, metric: declaration.name, filter, unit: declaration.unit },
    ...{ pairs: pairs.length, changed },
    largest:
      changes.length === 0 || isCorpus ? null : changes.reduce((most, change) => Math.max(most, change), 0),
    stderr: changed === 0 ? null : stderrOf(metric),
  };
}

/** Of the difference, with nothing added for sparse data: null where both runs agree everywhere. */
function stderrOf(metric: MetricScores): number | null {
  if (metric.declaration.kind === 'corpus') return stderrOfCorpusChange(metric);
  const baseline = estimateOf(metric, paired('baseline'));
  const inference = imputeDelta(metric)?.lowest?.inference;
  if (baseline === null || inference === undefined) return null;
  if (inference.kind === 'tango') {
    const { rose, fell, pairs } = inference.counts;
    return rose + fell === 0 ? null : Math.sqrt(rose + fell - (rose - fell) ** 2 / pairs) / pairs;
  }
  const isLinear = inference.kind === 'student' || inference.kind === 'skewed';
  if (!isLinear || inference.estimate.stderr === 0) return null;
  return shownDelta(inference.estimate.stderr, baseline.value, metric.declaration);
}
