import type { LinearEstimate } from './student.ts';

/**
 * The corrected resampled t of Nadeau & Bengio 2003 ("Inference for the generalization error") for k-fold cross-validation: the mean of
 * the folds' means with SE² = (1/k + n₂/n₁) s², where a fold holds n₂/n₁ = 1/(k − 1) as many samples as its checkpoint was trained on,
 * and k − 1 degrees of freedom. The second term stands for what the training sets share: no unbiased estimate of it exists (Bengio &
 * Grandvalet 2004), so that its error is nominal.
 *
 * @param means one a fold, at least two
 */
export function correctedResampled(means: readonly number[]): LinearEstimate {
  const k = means.length;
  const value = means.reduce((sum, mean) => sum + mean, 0) / k;
  const variance = means.reduce((sum, mean) => sum + (mean - value) ** 2, 0) / (k - 1);
  return { value, stderr: Math.sqrt((1 / k + 1 / (k - 1)) * variance), df: k - 1 };
}
