import type { BySide } from '../domain/decision.ts';
import type { TokenPrice } from '../domain/metric.ts';
import { type Prices, priceOf } from '../domain/prices.ts';
import type { TaskRun } from '../domain/run.ts';
import { lacks } from '../domain/sample.ts';
import type { AnswerSpeed } from '../domain/speed.ts';
import { weightedQuantile } from '../stats/quantile.ts';

const SIDES = ['baseline', 'candidate'] as const;

/**
 * How fast both sides answered and what that cost, task by task: shown beside the verdict, which another clock could not change. A task
 * that nobody timed, and whose tokens have no price, has no row.
 */
export function speedsOf(runs: BySide<readonly TaskRun[]>, prices: Prices | null): readonly AnswerSpeed[] {
  return SIDES.flatMap((side) =>
    runs[side].flatMap((run) => {
      const price = prices === null ? null : priceOf(prices, run.record.model.source);
      const speed = speedOf(run, price);
      return speed === null ? [] : [{ ...speed, side, currency: prices?.currency ?? null }];
    }),
  );
}

function speedOf(
  { record, samples }: TaskRun,
  price: TokenPrice | null,
): Omit<AnswerSpeed, 'side' | 'currency'> | null {
  if (lacks(samples, 'usage') && lacks(samples, 'timing')) return null;
  const times: number[] = [];
  const firstTokens: number[] = [];
  const machines = new Set<string>();
  let [seconds, tokens, cost, counted] = [0, 0, 0, 0];
  for (const { usage, timing } of samples) {
    const written = (usage?.output_tokens ?? 0) + (usage?.thinking_tokens ?? 0);
    if (usage !== undefined && price !== null) {
      counted += 1;
      cost += (usage.prompt_tokens * price.input + written * price.output) / 1e6;
    }
    if (timing === undefined) continue;
    const { answers = 1, first_token_seconds: first } = timing;
    times.push(timing.seconds / answers);
    if (first !== undefined) firstTokens.push(first / answers);
    machines.add(timing.machine);
    seconds += timing.seconds;
    tokens += written;
  }
  if (times.length === 0 && counted === 0) return null;
  const quantile = (values: readonly number[], q: number) => {
    const sorted = [...values].sort((a, b) => a - b).map((value) => ({ value, weight: 1 }));
    return sorted.length === 0 ? null : weightedQuantile(sorted, q);
  };
  return {
    task: record.task,
    answers: times.length,
    latency: { p50: quantile(times, 0.5), p95: quantile(times, 0.95) },
    firstToken: quantile(firstTokens, 0.5),
    tokensPerSecond: tokens > 0 && seconds > 0 ? tokens / seconds : null,
    // Of some answers it would look like that of all.
    cost: counted > 0 && counted === samples.length ? (1000 * cost) / counted : null,
    machines: [...machines].sort(),
  };
}
