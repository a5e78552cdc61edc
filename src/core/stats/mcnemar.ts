import { binomialAtLeast, binomialAtMost, binomialExactly } from './special/binomial.ts';

/**
 * McNemar's test of "any change at all" on the discordant pairs: under H₀ a discordant pair regressed with
 * probability ½. It knows no margin, so a large n flags harmless changes: it annotates, and blocks only families of
 * zero-margin hypotheses. McNemar 1947; the mid-p version is that of Fagerland, Lydersen & Laake 2013, which keeps its
 * level and is less conservative than the exact one.
 */
export interface McNemar {
  /** P(at least this many regressed): small says the candidate is worse. */
  readonly exactWorse: number;
  /** `exactWorse` less half the probability of the observed count. */
  readonly midPWorse: number;
  readonly exactTwoSided: number;
  readonly midPTwoSided: number;
}

export function mcnemar(improved: number, regressed: number): McNemar {
  const discordant = improved + regressed;
  if (discordant === 0) return { exactWorse: 1, midPWorse: 0.5, exactTwoSided: 1, midPTwoSided: 1 };
  const fewer = Math.min(improved, regressed);
  const exactWorse = binomialAtLeast(regressed, discordant, 0.5);
  const atMostFewer = binomialAtMost(fewer, discordant, 0.5);
  const atObserved = binomialExactly(fewer, discordant, 0.5);
  return {
    exactWorse,
    midPWorse: exactWorse - atObserved / 2,
    exactTwoSided: Math.min(1, 2 * atMostFewer),
    midPTwoSided: improved === regressed ? 1 : 2 * atMostFewer - atObserved,
  };
}
