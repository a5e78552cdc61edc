import { ASSUMED_DISCORDANCE } from '../../core/decide/hypothetical.ts';
import { formatCount, plural } from '../../core/domain/format.ts';
import { metricsOfGate, type NamedMetric } from '../../core/domain/gate.ts';
import type { ResolvedConfig } from '../resolved.ts';
import type { Feasibility } from './feasibility.ts';

/** How many answers to a task earlier candidates flipped, against the baseline of their time. */
export interface MeasuredFlips {
  readonly task: string;
  readonly metric: string;
  /** Of all pairs, from 0 to 1. */
  readonly share: number;
  readonly runs: number;
  readonly pairs: number;
  /** Where they are kept, in words. */
  readonly from: string;
}

/** Share of the answers that a candidate is taken to flip. */
export const discordanceOf = (named: NamedMetric, flips: readonly MeasuredFlips[]): number =>
  measuredFlips(named, flips)?.share ?? ASSUMED_DISCORDANCE;

export const measuredFlips = ({ task, metric, filter }: NamedMetric, flips: readonly MeasuredFlips[]) =>
  flips.find((each) => each.task === task && each.metric === metric && filter === undefined);

/** Those that compare with what the earlier candidates were compared with. */
export const gatesOnBaseline = ({ gates }: Pick<ResolvedConfig, 'gates'>) =>
  gates.filter(({ against }) => against === undefined);

/** On what the forecasts of gates rest: what was measured, then what had to be assumed. */
export function flipWords(
  config: Pick<ResolvedConfig, 'gates'>,
  feasibility: readonly Feasibility[],
  flips: readonly MeasuredFlips[],
): string[] {
  const isForeseen = (id: string) =>
    feasibility.some(({ gate, forecasts, certifiable }) => {
      const isTold = forecasts !== undefined && !('missing' in forecasts) && forecasts.length > 0;
      return gate === id && (isTold || certifiable !== null);
    });
  const asked = gatesOnBaseline(config)
    .filter(({ id }) => isForeseen(id))
    .flatMap(metricsOfGate);
  const isAssumed = asked.some((named) => measuredFlips(named, flips) === undefined);
  const measured = flips.filter((each) => asked.some((named) => measuredFlips(named, [each]) !== undefined));
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return [
    ...measured.map(
      ({ task, metric, share, runs, pairs, from }) =>
        `flips of ${task}/${metric}: ${percent(share)} of answers, as measured in ${plural(runs, 'earlier run')} with ${formatCount(pairs)} pairs (${from})`,
    ),
    ...(isAssumed
      ? [
          `flips of ${measured.length === 0 ? 'answers' : 'other answers'}: ${percent(ASSUMED_DISCORDANCE)} assumed, since no earlier runs of these tasks are kept that tell`,
        ]
      : []),
  ];
}
