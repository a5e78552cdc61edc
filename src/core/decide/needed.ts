import { assertNever } from '../domain/errors.ts';
import { type Inference, testAgainst } from '../stats/inference.ts';
import { normalQuantile } from '../stats/special/normal.ts';
import { type Degradation, slackOf } from './hypothesis.ts';

/** More than anyone will run: beyond this the answer is that the value sits on its limit. */
const MOST = 1e9;

/**
 * Samples that would show on which side of the boundary a degradation lies, if what was observed keeps its proportions. Null where no
 * number does, because the value sits on the boundary.
 */
export function samplesToDecide(
  boundary: number,
  { value, n, best, worst }: Degradation,
  alpha: number,
): number | null {
  // There no statistic, corrected or rounded, tells the sides apart.
  if (Math.abs(value - boundary) <= slackOf(n)) return null;
  const imputation = value > boundary ? best : worst;
  if (imputation === null) return null;
  const needed = needs(imputation.inference, n, boundary, alpha);
  return needed <= MOST ? Math.max(n + 1, Math.ceil(needed)) : null;
}

function needs(inference: Inference, n: number, boundary: number, alpha: number): number {
  switch (inference.kind) {
    case 'tango':
    case 'student':
    case 'skewed': {
      // At fixed proportions the statistic grows with √n.
      const { statistic } = testAgainst(inference, boundary);
      return statistic === null || statistic === 0
        ? Infinity
        : n * (normalQuantile(1 - alpha) / statistic) ** 2;
    }
    case 'binomial': {
      const rate = inference.events / inference.n;
      const isDecided = (size: number) => {
        const { pGreater, pLess } = testAgainst({ kind: 'binomial', events: rate * size, n: size }, boundary);
        return Math.min(pGreater, pLess) < alpha;
      };
      let enough = n;
      while (enough <= MOST && !isDecided(enough)) enough *= 2;
      return enough > MOST ? Infinity : firstDecided(isDecided, n, enough);
    }
    case 'normal':
    case 'bootstrap':
    case 'each':
    case 'limits': {
      const { pGreater, pLess } = testAgainst(inference, boundary);
      const least = Math.min(pGreater, pLess);
      return least >= 0.5 ? Infinity : n * (normalQuantile(1 - alpha) / normalQuantile(least)) ** 2;
    }
    case 'negated':
      return needs(inference.of, n, 0 - boundary, alpha);
    default:
      return assertNever(inference);
  }
}

function firstDecided(isDecided: (size: number) => boolean, undecided: number, decided: number): number {
  let low = undecided;
  let high = decided;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isDecided(middle)) high = middle;
    else low = middle;
  }
  return high;
}
