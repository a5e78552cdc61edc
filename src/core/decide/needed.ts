import { grown, type Inference, testAgainst } from '../stats/inference.ts';
import { normalQuantile } from '../stats/special/normal.ts';
import { type Degradation, slackOf } from './hypothesis.ts';

/** More than anyone will run: beyond this the answer is that the value sits on its limit. */
const MOST = 1e9;

/** Share of runs of the answered size that are to be decided. */
const POWER = 0.9;

/**
 * Samples that would show in nine of ten runs on which side of the boundary a degradation lies, if what was observed is so: the smallest
 * number at which the test, which is asked again with as many, would decide even if the value came out 1.28 of its standard errors worse
 * than observed. What is assumed once, such as one more unit of sparse data, is assumed once among them too. Null where no number does,
 * because the value sits on the boundary.
 */
export function samplesToDecide(
  boundary: number,
  { value, n, best, worst, stderr }: Degradation,
  alpha: number,
): number | null {
  // There no statistic, corrected or rounded, tells the sides apart.
  if (Math.abs(value - boundary) <= slackOf(n)) return null;
  const isWorse = value > boundary;
  const imputation = isWorse ? best : worst;
  if (imputation === null) return null;
  const { inference } = imputation;
  const pOf = (of: Inference, against: number) => {
    const { pGreater, pLess } = testAgainst(of, against);
    return isWorse ? pGreater : pLess;
  };
  if (grown(inference, 1) === null || stderr === undefined)
    return samplesByRoot(n, pOf(inference, boundary), alpha);
  const isDecided = (size: number) => {
    const more = grown(inference, size / n);
    const unlucky = normalQuantile(POWER) * stderr * Math.sqrt(n / size) * (isWorse ? 1 : -1);
    return more !== null && pOf(more, boundary + unlucky) < alpha;
  };
  let enough = n;
  while (enough <= MOST && !isDecided(enough)) enough *= 2;
  return enough > MOST ? null : answer(n, firstDecided(isDecided, n, enough));
}

/** The same where no more is known than the p-value of the side that was observed: the error is taken to fall with the square root. */
export function samplesByRoot(n: number, p: number, alpha: number): number | null {
  if (p >= 0.5) return null;
  const reach = normalQuantile(1 - alpha) + normalQuantile(POWER);
  return answer(n, n * (reach / -normalQuantile(p)) ** 2);
}

const answer = (n: number, needed: number): number | null =>
  needed <= MOST ? Math.max(n + 1, Math.ceil(needed)) : null;

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
