/** Block rates in per cent as an independent simulation found them (200,000 tables a cell), at drops of 0, 1, 2, 3, 5 pp. */
export const DROPS = [0, 0.01, 0.02, 0.03, 0.05];

export interface BlockTable {
  readonly margin: number;
  readonly discordance: number;
  readonly n: number;
  /** Blocked when the observed drop exceeds the margin. */
  readonly observed: readonly number[];
  /** Blocked when a drop above the margin is proven. */
  readonly proven: readonly number[];
  /** Blocked unless a drop above the margin is ruled out. */
  readonly unlessSafe: readonly number[];
}

export const BLOCK_TABLES: readonly BlockTable[] = [
  {
    margin: 0.02,
    discordance: 0.1,
    n: 100,
    observed: [21, 31, 43, 56, 79],
    proven: [1, 3, 5, 10, 26],
    unlessSafe: [85, 91, 95, 98, 100],
  },
  {
    margin: 0.02,
    discordance: 0.1,
    n: 500,
    observed: [7, 22, 47, 74, 98],
    proven: [0, 1, 5, 18, 71],
    unlessSafe: [60, 83, 95, 99, 100],
  },
  {
    margin: 0.02,
    discordance: 0.1,
    n: 2000,
    observed: [0, 7, 48, 92, 100],
    proven: [0, 0, 5, 41, 100],
    unlessSafe: [12, 60, 95, 100, 100],
  },
  {
    margin: 0.02,
    discordance: 0.1,
    n: 14042,
    observed: [0, 0, 50, 100, 100],
    proven: [0, 0, 5, 98, 100],
    unlessSafe: [0, 2, 95, 100, 100],
  },
  {
    margin: 0.03,
    discordance: 0.15,
    n: 100,
    observed: [18, 26, 35, 45, 65],
    proven: [1, 2, 3, 5, 13],
    unlessSafe: [82, 88, 92, 95, 99],
  },
  {
    margin: 0.03,
    discordance: 0.15,
    n: 500,
    observed: [4, 11, 26, 48, 87],
    proven: [0, 0, 1, 5, 32],
    unlessSafe: [47, 69, 86, 95, 100],
  },
  {
    margin: 0.03,
    discordance: 0.15,
    n: 2000,
    observed: [0, 1, 12, 49, 99],
    proven: [0, 0, 0, 5, 76],
    unlessSafe: [4, 26, 69, 95, 100],
  },
  {
    margin: 0.03,
    discordance: 0.15,
    n: 14042,
    observed: [0, 0, 0, 50, 100],
    proven: [0, 0, 0, 5, 100],
    unlessSafe: [0, 0, 8, 95, 100],
  },
];

/** Per cent of models certified below a ceiling, at true rates of 0, c/5, c/2, c and 2c. */
export const CEILING_RATES = [0, 0.2, 0.5, 1, 2];
export const CEILING_TABLES = [
  { ceiling: 0.01, n: 300, certified: [100, 55, 22, 5, 0] },
  { ceiling: 0.01, n: 1000, certified: [100, 95, 44, 3, 0] },
  { ceiling: 0.01, n: 3000, certified: [100, 100, 92, 3, 0] },
  { ceiling: 0.005, n: 1000, certified: [100, 74, 29, 4, 0] },
];

/** Ten benchmarks with margin 3 pp and discordance 12 %: per cent of runs failed and not passed. */
export const TEN_BENCHMARKS = [
  { n: 1000, truth: 'unchanged', drops: { rest: 0, one: 0 }, failed: 0.0, notPassed: 78 },
  { n: 1000, truth: 'one drops 5', drops: { rest: 0, one: 0.05 }, failed: 58.6, notPassed: 100 },
  { n: 1000, truth: 'all drop 1', drops: { rest: 0.01, one: 0.01 }, failed: 0.2, notPassed: 100 },
  { n: 1000, truth: 'one drops 3', drops: { rest: 0, one: 0.03 }, failed: 5.2, notPassed: 99 },
  { n: 3000, truth: 'unchanged', drops: { rest: 0, one: 0 }, failed: 0.0, notPassed: 1 },
  { n: 3000, truth: 'one drops 5', drops: { rest: 0, one: 0.05 }, failed: 94.3, notPassed: 100 },
  { n: 3000, truth: 'all drop 1', drops: { rest: 0.01, one: 0.01 }, failed: 0.0, notPassed: 50 },
  { n: 3000, truth: 'one drops 3', drops: { rest: 0, one: 0.03 }, failed: 4.9, notPassed: 95 },
];
