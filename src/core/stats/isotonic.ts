/** A value with what it weighs. */
export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/**
 * The falling sequence nearest to the values in weighted squares: neighbours out of order become their mean, until none is
 * (pool adjacent violators; Ayer, Brunk, Ewing, Reid & Silverman 1955).
 */
export function fallingFit(values: readonly Weighted[]): number[] {
  const blocks: { total: number; weight: number; count: number }[] = [];
  for (const { value, weight } of values) {
    let block = { total: value * weight, weight, count: 1 };
    for (;;) {
      const before = blocks.at(-1);
      if (before === undefined || before.total / before.weight >= block.total / block.weight) break;
      blocks.pop();
      block = {
        total: before.total + block.total,
        weight: before.weight + block.weight,
        count: before.count + block.count,
      };
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ total, weight, count }) => new Array<number>(count).fill(total / weight));
}
