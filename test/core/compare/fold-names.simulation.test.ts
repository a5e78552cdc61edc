import { expect, test } from 'vitest';
import { duelsOf, type FoldRuns, misnamed } from '../../../src/core/compare/fold-names.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { plan, sample } from '../../support/stored-run.ts';

const RUNS = 200;

interface Recipe {
  readonly folds: number;
  readonly samples: number;
  /** In logits: what having been trained on a sample gives, */
  readonly known: number;
  /** by how much checkpoints differ everywhere, */
  readonly apart?: number;
  /** and by how much the same checkpoint is better on one fold than on another. */
  readonly uneven?: number;
  /** For which checkpoint the results of each are given. */
  readonly named?: (index: number) => number;
}

/** Answers of checkpoints that were each trained on all folds but their own. */
function wrongNames(random: () => number, recipe: Recipe): boolean {
  const { folds: k, samples: n, known, apart = 0, uneven = 0, named = (index) => index } = recipe;
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const hard = Array.from({ length: n }, () => 1.5 * normal());
  const scoresOf = (own: number) => {
    const everywhere = apart * normal();
    const onFold = Array.from({ length: k }, () => everywhere + uneven * normal());
    return hard.map((each, at) => {
      const logit = each + (onFold[at % k] ?? 0) + (at % k === own ? 0 : known);
      return Number(random() < 1 / (1 + Math.exp(-logit)));
    });
  };
  const folds = Array.from({ length: k }, (_, own): FoldRuns => {
    const scores = scoresOf(own);
    const samples = scores.map((acc, at) => sample(at, { scores: { acc } }));
    const record = { ...plan(), schema_version: 1 as const, status: { state: 'complete' as const } };
    return { fold: `${named(own)}`, runs: [{ record: { ...record, started: '', finished: '' }, samples }] };
  });
  const held = folds.map(({ fold }) => ({
    ...{ fold, source: fold, digest: fold },
    ids: hard.flatMap((_, at) => (`${at % k}` === fold ? [`s${at}`] : [])),
  }));
  return misnamed(duelsOf(folds, [{ record: { ...plan(), folds: held } }])) !== null;
}

function shareOf(recipe: Recipe): number {
  const random = mulberry32(3);
  return Array.from({ length: RUNS }, () => wrongNames(random, recipe)).filter(Boolean).length / RUNS;
}

test.each<[what: string, recipe: Recipe]>([
  ['learn nothing', { folds: 5, samples: 300, known: 0 }],
  ['learn by heart', { folds: 5, samples: 300, known: 4 }],
  ['are very different', { folds: 5, samples: 300, known: 0, apart: 2 }],
  ['are different, of many rows', { folds: 3, samples: 3000, known: 0.2, apart: 1 }],
  ['do better here and there', { folds: 5, samples: 150, known: 0.5, uneven: 0.3 }],
])('checkpoints that %s are taken for none but themselves', (_, recipe) => {
  expect(shareOf(recipe)).toBeLessThanOrEqual(0.005);
});

test.each<[what: string, recipe: Recipe]>([
  ['two of three', { folds: 3, samples: 150, known: 4, named: (index) => [1, 0, 2][index] ?? 0 }],
  ['two of five', { folds: 5, samples: 150, known: 4, named: (index) => [1, 0, 2, 3, 4][index] ?? 0 }],
  ['all in a round', { folds: 5, samples: 150, known: 4, named: (index) => (index + 1) % 5 }],
  ['both', { folds: 2, samples: 80, known: 4, named: (index) => 1 - index }],
])('results of checkpoints that know their rows are found where they are swapped: %s', (_, recipe) => {
  expect(shareOf(recipe)).toBeGreaterThanOrEqual(0.95);
});
