import type { Numbers } from './columns.ts';

export function sum(values: Numbers): number {
  let total = 0;
  for (let index = 0; index < values.length; index += 1) total += values[index] as number;
  return total;
}
