import { corpus, ERROR, FROM_0_TO_1, HIGHER, LOWER, NO_RANGE_BELOW, row } from './traits.ts';

/** Rows of the registry: calibration, numbers and rankings. */
export const NUMBER_ROWS = {
  // Of calibration.
  ece: row(
    corpus(FROM_0_TO_1, 'ece', 'lower_is_better'),
    'Expected calibration error over 15 bins of equal width, closed on the right: the mean gap between confidence and being right.',
    'Whether a confidence means what it says. Chance makes it too high: gate its change.',
    'Guo et al. 2017; torchmetrics',
  ),
  ece_mass: row(
    corpus(FROM_0_TO_1, 'ece_mass', 'lower_is_better'),
    'The same over 15 bins of equally many answers.',
    'Confidences that crowd at one end. Shown, never judged.',
    'calibration_curve(strategy="quantile") of scikit-learn',
  ),
  mce: row(
    corpus(FROM_0_TO_1, 'mce', 'lower_is_better'),
    'The largest gap of a bin of `ece`.',
    'Where no confidence may be far off. A bin of few answers decides it: shown, never judged.',
    'Guo et al. 2017',
  ),
  brier: row(
    { ...LOWER, unit: 'number' },
    '(p − 1)² of the confidence in an answer that is right, p² in one that is wrong.',
    'Calibration and being right in one number that is a mean.',
    'brier_score_loss of scikit-learn',
  ),
  // Of numbers.
  mae: row(ERROR, '|y − ŷ|.', 'Numbers; in their own unit.', 'mean_absolute_error of scikit-learn'),
  rmse: row(
    corpus(NO_RANGE_BELOW, 'rmse', 'lower_is_better'),
    '√ of the mean of (y − ŷ)².',
    'Numbers of which large misses cost more.',
    'root_mean_squared_error of scikit-learn',
  ),
  median_absolute_error: row(
    corpus(NO_RANGE_BELOW, 'median_absolute_error', 'lower_is_better'),
    'The median of |y − ŷ|.',
    'Numbers with a few wild misses that do not count.',
    'median_absolute_error of scikit-learn',
  ),
  r2: row(
    corpus({ min: null, max: 1 }, 'r2'),
    '1 − Σ (y − ŷ)² / Σ (y − ȳ)²; undefined where the right numbers are all alike.',
    'The share of the spread that is explained.',
    'r2_score of scikit-learn, force_finite=False',
  ),
  within_tolerance: row(
    HIGHER,
    '|y − ŷ| is at most the tolerance.',
    'Numbers that are either near enough or not.',
    'a count',
  ),
  spearman: row(
    corpus({ min: -1, max: 1 }, 'spearman'),
    'Pearson’s correlation of the ranks, ties sharing theirs; undefined where a side is constant.',
    'A judge whose order counts and not its scale.',
    'spearmanr of scipy',
  ),
  kendall: row(
    corpus({ min: -1, max: 1 }, 'kendall'),
    'τ-b: pairs in the right order less those in the wrong, ties left out; undefined where a side is constant.',
    'The same with many ties, or few samples.',
    'kendalltau of scipy',
  ),
  // Of rankings.
  mrr: row(
    { ...HIGHER, unit: 'number' },
    '1 / the rank of the first item that is relevant; 0 where none is listed.',
    'One good answer is enough.',
    'Voorhees 1999',
  ),
  ndcg: row(
    { ...HIGHER, unit: 'number' },
    'Σ gain / log₂(rank + 1) over the first k, as a share of the most there could be.',
    'Relevance in degrees.',
    'ndcg_score of scikit-learn',
  ),
  recall_at_k: row(
    HIGHER,
    'The share of what is relevant that is among the first k.',
    'Retrieval before a reader that sees k items.',
    'recall of trec_eval',
  ),
};
