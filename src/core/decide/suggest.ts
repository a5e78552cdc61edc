import type { Gate, Policy, Source } from '../domain/gate.ts';
import type { History, RecordedMetric, RecordedRun } from '../domain/history.ts';
import { type MetricUnit, type WorseSign, worseSign } from '../domain/metric.ts';
import { median } from '../stats/median.ts';
import { normalCdf, normalQuantile } from '../stats/special/normal.ts';
import { errorsOf } from './from-intervals.ts';
import { replayGate } from './replayed-gate.ts';

/** A limit that fits the noise of a suite, with what follows from it. */
export interface SuggestedLimit {
  readonly task: string;
  readonly metric: string;
  readonly unit: MetricUnit;
  /** The largest drop allowed, in the metric's unit. */
  readonly maxDrop: number;
  /** Standard error of a delta at the newest round's number of samples: the median of the rounds, each scaled to it. */
  readonly stderr: number;
  readonly pairs: number;
  readonly rounds: number;
  /** Shares of candidates that did not move: stopped, and proven not to have fallen by the limit. */
  readonly blocksUnchanged: number;
  readonly provesUnchanged: number;
  /** The loss that is stopped nine times of ten. */
  readonly stops: number;
  /** Rounds of the past of which the record tells whether this limit would have stopped them, and those that it would. */
  readonly replayed: number;
  readonly wouldHaveBlocked: readonly RecordedRun[];
}

export interface SuggestOptions {
  /** Share of unchanged candidates that a gate may stop. */
  readonly falseBlocks: number;
  readonly alpha: number;
  readonly leanAlpha: number;
}

/**
 * For each metric with intervals the smallest drop that may be allowed so that a candidate which did not move is stopped in at most
 * `falseBlocks` of its runs under `on_inconclusive: lean`. Such a candidate leans to pass unless its delta, normal with the
 * standard error s around 0, lies within z(1 − lean_alpha) s of the limit: the limit is s (z(1 − lean_alpha) + z(1 − falseBlocks)).
 */
export function suggestLimits(
  { runs }: Pick<History, 'runs'>,
  options: SuggestOptions,
): readonly SuggestedLimit[] {
  const measured = new Map<string, Measured[]>();
  for (const run of runs) {
    for (const { task, metrics, pairs } of run.tasks) {
      for (const metric of metrics) {
        const known = metric.delta === null ? null : errorsOf(metric.delta);
        if (known === null || pairs === 0 || metric.unit === 'perplexity') continue;
        const key = JSON.stringify([task, metric.metric]);
        measured.set(key, [...(measured.get(key) ?? []), { run, task, metric, pairs, known }]);
      }
    }
  }
  return [...measured.values()].flatMap((rounds) => suggestLimit(rounds, options) ?? []);
}

interface Measured {
  readonly run: RecordedRun;
  readonly task: string;
  readonly metric: RecordedMetric;
  readonly pairs: number;
  readonly known: NonNullable<ReturnType<typeof errorsOf>>;
}

function suggestLimit(rounds: readonly Measured[], options: SuggestOptions): SuggestedLimit | null {
  const newest = rounds.at(-1);
  if (newest === undefined) return null;
  const { task, metric, pairs } = newest;
  const { falseBlocks, alpha, leanAlpha } = options;
  const sign = worseSign(metric);
  const stderr = median(rounds.map((round) => errorOf(round, sign) * Math.sqrt(round.pairs / pairs)));
  if (!(stderr > 0)) return null;
  const lean = normalQuantile(1 - leanAlpha);
  const maxDrop = roundUp(stderr * (lean + normalQuantile(1 - falseBlocks)));
  const gate = gateOf(newest, maxDrop);
  const replayed = rounds
    .map(({ run }) => ({ run, ...replayGate(gate, run, policyOf(options)) }))
    .filter(({ unknown }) => unknown === null);
  return {
    ...{ task, metric: metric.metric, unit: metric.unit, maxDrop, stderr, pairs, rounds: rounds.length },
    blocksUnchanged: normalCdf(lean - maxDrop / stderr),
    provesUnchanged: normalCdf(maxDrop / stderr - normalQuantile(1 - alpha)),
    stops: maxDrop + stderr * (normalQuantile(0.9) - lean),
    replayed: replayed.length,
    wouldHaveBlocked: replayed.filter(({ blocks }) => blocks).map(({ run }) => run),
  };
}

const SUGGESTED: Source = { kind: 'default' };

function gateOf({ task, metric: { metric, basis } }: Measured, maxDrop: number): Gate {
  const filter = basis?.filter ?? null;
  return {
    ...{ id: `${task}/${metric}:max_drop`, task, metric: basis?.declaration.name ?? metric },
    ...(filter === null ? {} : { filter }),
    ...{ rule: 'max_drop', limit: { kind: 'absolute', value: maxDrop }, tier: 'blocking', source: SUGGESTED },
  };
}

const policyOf = ({ alpha, leanAlpha }: SuggestOptions): Policy => ({
  alpha: { value: alpha, source: SUGGESTED },
  leanAlpha: { value: leanAlpha, source: SUGGESTED },
  onInconclusive: { value: 'lean', source: SUGGESTED },
  target: { value: 'population', source: SUGGESTED },
  // What is missing counts as the worst that it can be, which is what the rounds were judged by.
  minCoverage: { value: Number.MIN_VALUE, source: SUGGESTED },
});

const errorOf = ({ known }: Measured, sign: WorseSign) => (sign === 1 ? known.above : known.below);

/** To two significant digits, as a person writes a limit. */
function roundUp(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.ceil(value / unit - 1e-9) * unit).toPrecision(12));
}
