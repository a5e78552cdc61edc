import type { SequentialExperiment } from './sequential.ts';

/**
 * Per cent of a benchmark that an independent simulation needed on average at drops of 0, 1, 2, 3, 5 pp, with its verdicts in
 * per cent.
 */
export interface SequentialTable extends Omit<SequentialExperiment, 'drop'> {
  readonly share: readonly number[];
  readonly pass: readonly number[];
  readonly regression: readonly number[];
}

export const SEQUENTIAL_TABLES: readonly SequentialTable[] = [
  {
    ...{ target: 'benchmark', n: 500, margin: 0.02, discordance: 0.1 },
    share: [69, 87, 96, 85, 52],
    pass: [99.9, 99.3, 95.9, 0.9, 0.1],
    regression: [0.1, 0.7, 4.2, 99.2, 99.9],
  },
  {
    ...{ target: 'benchmark', n: 2000, margin: 0.02, discordance: 0.1 },
    share: [40, 68, 94, 65, 23],
    pass: [99.9, 99.5, 94.9, 1.5, 0.1],
    regression: [0.1, 0.5, 5.1, 98.6, 100],
  },
  {
    ...{ target: 'benchmark', n: 14042, margin: 0.02, discordance: 0.1 },
    share: [10, 28, 92, 28, 5],
    pass: [99.8, 99.4, 3.9, 1.2, 0],
    regression: [0.2, 0.6, 96.2, 98.8, 100],
  },
  {
    ...{ target: 'benchmark', n: 2000, margin: 0.03, discordance: 0.1 },
    share: [25, 39, 70, 93, 38],
    pass: [100, 99.5, 99.6, 95.2, 0.4],
    regression: [0.1, 0.5, 0.4, 4.8, 99.7],
  },
  {
    ...{ target: 'population', n: 100, margin: 0.02, discordance: 0.1 },
    share: [97, 98, 99, 98, 95],
    pass: [10.8, 6.7, 3, 1.7, 0.1],
    regression: [0.9, 1.5, 3.1, 7.5, 22.4],
  },
  {
    ...{ target: 'population', n: 500, margin: 0.02, discordance: 0.1 },
    share: [89, 96, 97, 95, 76],
    pass: [36.1, 13, 4.5, 0.9, 0],
    regression: [0.1, 0.8, 4.3, 14.5, 66.7],
  },
  {
    ...{ target: 'population', n: 2000, margin: 0.02, discordance: 0.1 },
    share: [64, 89, 97, 88, 39],
    pass: [86.8, 34.6, 4.9, 0.1, 0],
    regression: [0, 0.1, 4, 37.5, 99.6],
  },
  {
    ...{ target: 'population', n: 14042, margin: 0.02, discordance: 0.1 },
    share: [21, 48, 97, 47, 12],
    pass: [100, 97.6, 5.1, 0, 0],
    regression: [0, 0, 4.1, 97.9, 100],
  },
];
