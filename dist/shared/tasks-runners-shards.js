// src/tasks/runners/shards.ts
/** A shard and a round, as they were named; rounds of one machine are those of the only shard. */
function shardOf(shard, round) {
	if (round === void 0) return shard ?? null;
	return {
		...shard ?? {
			index: 1,
			count: 1
		},
		round
	};
}
/**
* Every `count`-th sample of the order, so that all parts take about as long; of a sequential run within its round. Any other has all of
* them in the first: later ones need its run, and none of its samples.
*/
function partOf(planned, shard, design) {
	if (shard === null) return planned;
	const { index, count, round = {
		index: 1,
		count: 1
	} } = shard;
	const ends = design === "sequential" ? round.count : 1;
	const endOf = (rounds) => Math.min(planned.length, Math.ceil(planned.length * rounds / ends));
	const [from, end] = [endOf(round.index - 1), endOf(round.index)];
	return planned.slice(0, end).filter((_, position) => position >= from && position % count === index - 1);
}

export { shardOf as n, partOf as t };