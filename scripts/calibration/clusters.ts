import type { PairedScore } from '../../src/core/compare/score-table.ts';
import type { MetricDeclaration } from '../../src/core/domain/metric.ts';
import { declareMetric } from '../../src/core/metrics/registry.ts';
import { mulberry32 } from '../../src/core/stats/random.ts';
import { testDrop } from './judged.ts';
import { atMost, type Check, percent, type Section, show } from './section.ts';

/** Samples that share a passage. */
export interface Clustered {
  readonly clusters: number;
  readonly size: number;
  /** Share of the variance that a cluster's samples have in common; `flips`: 0/1 scores of which some passages lose many. */
  readonly icc: number | 'flips';
}

const MARGIN = 0.02;
const RUNS = 2000;
/** Shares of passages that are hit, of answers that fall in those, and of answers that rise anywhere. */
const FLIPS = { hit: 0.2, fall: 0.35, rise: 0.05 };

const SCORE: MetricDeclaration = {
  ...{ name: 'score', direction: 'higher_is_better', kind: 'mean', unit: 'number' },
  ...{ range: { min: 0, max: 1 }, scale: 'linear', weak: false },
};

const CELLS: readonly Clustered[] = [
  ...[0, 0.1, 0.3].flatMap((icc) => [
    { clusters: 10, size: 20, icc },
    { clusters: 20, size: 10, icc },
    { clusters: 40, size: 10, icc },
  ]),
  { clusters: 100, size: 5, icc: 'flips' },
  { clusters: 40, size: 10, icc: 'flips' },
];

export const clusters: Section = {
  name: 'clusters',
  title: 'Samples in clusters',
  about: `Error at a drop of exactly the limit, per cent of ${RUNS} simulated runs, nominal 5: with clusters named, and with the same samples
taken as independent. Passages of which none lost much might hide one that is lost whole, which is counted: so few of them prove little. The last rows are 0/1 scores of passages, one in five of which loses a third of its answers.`,
  run: ({ cell, progress }) => {
    const checks: Check[] = [];
    const rows = CELLS.filter((each) => nameOf(each).includes(cell ?? '')).map((each) => {
      const name = nameOf(each);
      progress(name);
      const { named, ignored } = errorsAtMargin(each, RUNS, 1);
      // 5 % and three standard errors of it among 2000 runs.
      const most = 6.5;
      checks.push(
        atMost(`${name}: passed`, percent(named.pass), most),
        atMost(`${name}: failed`, percent(named.regression), most),
      );
      const shown = [named.pass, named.regression, ignored.pass, ignored.regression].map((x) =>
        show(percent(x)),
      );
      return [`${each.clusters} × ${each.size}`, String(each.icc), ...shown];
    });
    const head = [
      'clusters',
      'ICC',
      'wrongly passed',
      'wrongly failed',
      'passed, ignored',
      'failed, ignored',
    ];
    return { tables: rows.length === 0 ? [] : [{ title: 'Errors at the limit', head, rows }], checks };
  },
};

const nameOf = ({ clusters: count, size, icc }: Clustered): string =>
  `${count} clusters of ${size}, ICC ${icc}`;

interface Errors {
  readonly pass: number;
  readonly regression: number;
}

/** Shares of runs passed and failed when the true drop is exactly the margin. */
function errorsAtMargin(
  experiment: Clustered,
  runs: number,
  seed: number,
): { readonly named: Errors; readonly ignored: Errors } {
  const random = mulberry32(seed);
  const named = { pass: 0, regression: 0, inconclusive: 0 };
  const ignored = { pass: 0, regression: 0, inconclusive: 0 };
  const declaration = experiment.icc === 'flips' ? declareMetric('acc') : SCORE;
  for (let run = 0; run < runs; run += 1) {
    const scores = draw(experiment, random);
    named[verdictOf(declaration, scores)] += 1 / runs;
    const alone = scores.map((score) => ({ ...score, cluster: score.key }));
    ignored[verdictOf(declaration, alone)] += 1 / runs;
  }
  return { named, ignored };
}

const verdictOf = (declaration: MetricDeclaration, scores: readonly PairedScore[]) =>
  testDrop(declaration, scores, { kind: 'absolute', value: MARGIN })?.verdict ?? 'inconclusive';

function draw({ clusters: count, size, icc }: Clustered, random: () => number): PairedScore[] {
  // Box & Muller 1958.
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: count }, (_, cluster) => {
    const shared = icc === 'flips' ? 0 : Math.sqrt(icc) * normal();
    const fall = random() < FLIPS.hit ? FLIPS.fall : 0;
    return Array.from({ length: size }, (__, position): PairedScore => {
      const place = { key: `${cluster}.${position}`, cluster: `${cluster}`, group: null, weight: 1 };
      if (icc !== 'flips') {
        const delta = -MARGIN + 0.1 * (shared + Math.sqrt(1 - icc) * normal());
        return { ...place, ...sides(0.5, 0.5 + delta) };
      }
      const u = random();
      return { ...place, ...(u < fall ? sides(1, 0) : u < fall + FLIPS.rise ? sides(0, 1) : sides(1, 1)) };
    });
  }).flat();
}

const sides = (baseline: number, candidate: number) => ({
  baseline: { numerator: baseline, denominator: 1 },
  candidate: { numerator: candidate, denominator: 1 },
});
