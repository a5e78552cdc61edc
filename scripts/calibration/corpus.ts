import { imputeDelta } from '../../src/core/compare/impute.ts';
import type { PairedScore } from '../../src/core/compare/score-table.ts';
import type { MetricScores } from '../../src/core/compare/scores.ts';
import { hypothesisOf } from '../../src/core/decide/rules/registry.ts';
import { testHypothesis } from '../../src/core/decide/test-hypothesis.ts';
import { declareMetric } from '../../src/core/metrics/registry.ts';
import { mulberry32 } from '../../src/core/stats/random.ts';
import { type CorpusModel, corpusModel, type ModelledMetric } from './corpus-models.ts';
import { ALPHA } from './exact.ts';
import { atMost, type Check, percent, type Section, show } from './section.ts';

const METRICS: readonly ModelledMetric[] = [
  ...(['f1_macro', 'f1_weighted', 'precision_macro', 'precision_weighted', 'balanced_accuracy'] as const),
  ...([
    'mcc',
    'kappa',
    'auc',
    'auc_ovr',
    'average_precision',
    'rmse',
    'median_absolute_error',
    'bleu',
  ] as const),
];
/** Runs of each size, as many as are affordable: every one of them is resampled 2,000 times. */
const RUNS = new Map([
  [50, 1000],
  [100, 800],
  [200, 400],
  [500, 120],
  [2000, 40],
]);

/** Errors at the limit, per cent. */
const MOST = 6;

export const corpus: Section = {
  name: 'corpus',
  title: 'Metrics of all samples at once',
  about: `Per cent of simulated runs that are judged wrongly: a candidate exactly at the limit (of which the true values are known by
formula) passed and failed, nominal 5 each; the same limit and an unchanged candidate failed. The standard error is that of a rate of
5 %, and a criterion is held to be met up to three of them above 6 %. The calibration error has limits and a section of its own.`,
  run: ({ cell, progress }) => {
    const checks: Check[] = [];
    const rows: string[][] = [];
    for (const metric of METRICS) {
      for (const [n, runs] of RUNS) {
        const name = `${metric}, n ${n}`;
        if (!name.includes(cell ?? '')) continue;
        progress(name);
        const [worse, same] = [corpusModel(metric, true), corpusModel(metric, false)];
        const margin = Math.abs(worse.delta);
        const atLimit = errors(worse, margin, n, runs);
        const unchanged = errors(same, margin, n, Math.ceil(runs / 5));
        const error = percent(Math.sqrt((ALPHA * (1 - ALPHA)) / runs));
        const most = MOST + 3 * error;
        checks.push(
          atMost(`${name}: passed at the limit`, percent(atLimit.pass), most),
          atMost(`${name}: failed at the limit`, percent(atLimit.regression), most),
          atMost(`${name}: unchanged and failed`, percent(unchanged.regression), n >= 500 ? 2 : 5),
        );
        const shown = [atLimit.pass, atLimit.regression, unchanged.pass, unchanged.regression];
        rows.push([
          ...[worse.title, String(n), String(runs), `± ${error.toFixed(1)}`],
          ...shown.map((rate) => show(percent(rate))),
        ]);
      }
    }
    const head = [
      ...['metric', 'samples', 'runs', 'standard error', 'at the limit: passed', 'failed'],
      ...['unchanged: passed', 'failed'],
    ];
    return { tables: rows.length === 0 ? [] : [{ title: 'Errors', head, rows }], checks };
  },
};

function errors(model: CorpusModel, margin: number, n: number, runs: number) {
  const random = mulberry32(n);
  const rates = { pass: 0, regression: 0, inconclusive: 0 };
  for (let run = 0; run < runs; run += 1) {
    const drawn = Array.from({ length: n }, () => model.draw(random));
    rates[verdictOfScores(model.metric, drawn, margin, `${run} `)] += 1 / runs;
  }
  return rates;
}

/** The decision on a drop or rise of at most `margin`. @param run in the samples' keys, which seed the bootstrap */
export function verdictOfScores(
  name: ModelledMetric | 'ece',
  drawn: readonly (readonly [baseline: readonly number[], candidate: readonly number[]])[],
  margin: number,
  run = '',
) {
  const declaration = declareMetric(name);
  const claim = hypothesisOf({ rule: 'max_drop', limit: { kind: 'absolute', value: margin } }, declaration, {
    ...{ value: 0.5, stderr: null, n: drawn.length },
  });
  if ('refusal' in claim) throw new Error(claim.refusal);
  const scores = drawn.map(([baseline, candidate], index): PairedScore => {
    const place = { key: `${run}${index}`, cluster: `${index}`, group: null, weight: 1 };
    return { ...place, baseline: scored(baseline), candidate: scored(candidate) };
  });
  const metric: MetricScores = {
    ...{ declaration, filter: null, scores },
    ...{ unpaired: { baseline: 0, candidate: 0 }, unscored: { baseline: 0, candidate: 0 } },
    whyUnscored: { baseline: null, candidate: null },
  };
  const evidence = imputeDelta(metric);
  return evidence === null ? 'inconclusive' : testHypothesis(claim, evidence, ALPHA, 'population').verdict;
}

const scored = (parts: readonly number[]) => ({ numerator: Number.NaN, denominator: 1, parts });
