import type { Design } from '../../core/domain/run.ts';

/** One of `count` parts, counted from 1. */
interface Part {
  readonly index: number;
  readonly count: number;
}

/** A part of an evaluation, so that several machines can share it. */
export interface Shard extends Part {
  /** Of a sequential run only this part of its order: whoever joins the shards says whether there is another. */
  readonly round?: Part;
}

/** A shard and a round, as they were named; rounds of one machine are those of the only shard. */
export function shardOf(shard: Part | undefined, round: Part | undefined): Shard | null {
  if (round === undefined) return shard ?? null;
  return { ...(shard ?? { index: 1, count: 1 }), round };
}

/**
 * Every `count`-th sample of the order, so that all parts take about as long; of a sequential run within its round. Any other has all of
 * them in the first: later ones need its run, and none of its samples.
 */
export function partOf<Sample>(
  planned: readonly Sample[],
  shard: Shard | null,
  design: Design | undefined,
): readonly Sample[] {
  if (shard === null) return planned;
  const { index, count, round = { index: 1, count: 1 } } = shard;
  const ends = design === 'sequential' ? round.count : 1;
  const endOf = (rounds: number) => Math.min(planned.length, Math.ceil((planned.length * rounds) / ends));
  const [from, end] = [endOf(round.index - 1), endOf(round.index)];
  return planned.slice(0, end).filter((_, position) => position >= from && position % count === index - 1);
}
