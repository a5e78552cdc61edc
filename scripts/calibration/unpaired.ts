import { mulberry32 } from '../../src/core/stats/random.ts';
import { pGreaterThan, unpairedDifference } from '../../src/core/stats/unpaired.ts';
import { ALPHA, BASELINE_RIGHT, type Experiment } from './exact.ts';

export const UNPAIRED_RUNS = 4000;

/** Both sides' right answers, and the flips between them. */
export interface DrawnTable {
  readonly n: number;
  readonly baseline: number;
  readonly candidate: number;
  readonly rose: number;
  readonly fell: number;
}

const drawn = new Map<string, readonly DrawnTable[]>();

/**
 * How often a rule that looks at the two accuracies blocks. Simulated, since it depends on how many answers both have right; all rules
 * and limits see the same tables.
 */
export function simulatedShare(experiment: Experiment, blocks: (table: DrawnTable) => boolean): number {
  const key = JSON.stringify(experiment);
  const tables = drawn.get(key) ?? draw(experiment);
  drawn.set(key, tables);
  return tables.filter(blocks).length / tables.length;
}

function draw({ n, discordance, drop }: Experiment): DrawnTable[] {
  const random = mulberry32(n);
  const fall = (discordance + drop) / 2;
  const rise = (discordance - drop) / 2;
  return Array.from({ length: UNPAIRED_RUNS }, () => {
    let [baseline, rose, fell] = [0, 0, 0];
    for (let sample = 0; sample < n; sample += 1) {
      const u = random();
      if (u < BASELINE_RIGHT) {
        baseline += 1;
        if (u < fall) fell += 1;
      } else if (u < BASELINE_RIGHT + rise) rose += 1;
    }
    return { n, baseline, candidate: baseline + rose - fell, rose, fell };
  });
}

/** A test of the two accuracies which forgets that the questions are the same calls the candidate worse. */
export function unpairedBlocks({ n, baseline, candidate }: DrawnTable): boolean {
  const side = (right: number) => ({
    value: right / n,
    stderr: Math.sqrt(((right / n) * (1 - right / n)) / n),
  });
  return pGreaterThan(unpairedDifference(side(candidate), side(baseline)), 0) < ALPHA;
}
