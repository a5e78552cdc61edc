import type { OneSidedTest } from './one-sided-test.ts';
import { betaQuantile } from './special/beta.ts';

/** A share that was measured on `of` independent cases; of cases in clusters as many as they are worth. */
export interface MeasuredRate {
  readonly rate: number;
  readonly of: number;
}

/** How an instrument errs that calls things positive or not. */
export interface InstrumentErrors {
  /** The share of true positives that it calls so. */
  readonly sensitivity: MeasuredRate;
  /** The share of true negatives that it does not call positive. */
  readonly specificity: MeasuredRate;
}

/**
 * The true rate behind a rate of positives, p = (q + sp − 1) / (se + sp − 1), kept within [0, 1]; NaN where the instrument tells nothing
 * apart. Rogan & Gladen 1978, "Estimating prevalence from the results of a screening test". Assumes that it errs on what is judged as
 * often as on what it was measured on, for this model too.
 */
export function roganGladen(observed: number, { sensitivity, specificity }: InstrumentErrors): number {
  const power = sensitivity.rate + specificity.rate - 1;
  if (!(power > 0)) return Number.NaN;
  return Math.min(1, Math.max(0, (observed + specificity.rate - 1) / power));
}

/**
 * Points at which the uncertainty of both errors is looked at, and the step from one to the next: neighbours in the Fibonacci sequence, a
 * lattice that fills the square evenly (Niederreiter 1992). Each is a permutation of equally likely quantiles.
 */
const [POINTS, STEP] = [55, 34] as const;
/** Cases beyond which nothing is gained, and no quantile found. */
const MOST_CASES = 1e6;

/**
 * A test of the true rate from one of the observed rate, by melding (Fay, Proschan & Brittain 2015, "Combining one-sample confidence
 * procedures for inference in the two-sample case"; for prevalence Bayer, Fay & Graubard 2023): were the true rate p, positives come at
 * q = p·se + (1 − p)(1 − sp), where se and sp are as uncertain as Clopper-Pearson limits have them, on the side that makes the claim
 * harder; the p-value is the mean over q of that of the observed rate. With errors that are known it is the test of the observed rate itself.
 */
export function correctedTest(
  ofObserved: (rate: number) => OneSidedTest,
  errors: InstrumentErrors,
  nullValue: number,
): OneSidedTest {
  if (nullValue < 0) return { statistic: null, pGreater: 0, pLess: 1 };
  if (nullValue > 1) return { statistic: null, pGreater: 1, pLess: 0 };
  if (!tellsApart(errors)) return { statistic: null, pGreater: 1, pLess: 1 };
  const mean = (side: 'least' | 'most', p: (test: OneSidedTest) => number) => {
    const rates = ratesOf(errors, nullValue, side);
    return rates.reduce((total, rate) => total + p(ofObserved(rate)), 0) / rates.length;
  };
  return {
    statistic: null,
    pGreater: mean('most', ({ pGreater }) => pGreater),
    pLess: mean('least', ({ pLess }) => pLess),
  };
}

/** The smallest, or greatest, true rate that the test does not reject with error `alpha`; 0 or 1 where it rejects none on that side. */
export function correctedLimit(
  test: (nullValue: number) => OneSidedTest,
  alpha: number,
  end: 'lower' | 'upper',
): number {
  const isRejected = (rate: number) => {
    const { pGreater, pLess } = test(rate);
    return (end === 'lower' ? pGreater : pLess) < alpha;
  };
  const [inside, outside] = end === 'lower' ? [1, 0] : [0, 1];
  if (!isRejected(outside)) return outside;
  let [kept, rejected] = [inside, outside];
  while (Math.abs(kept - rejected) > 1e-7) {
    const middle = (kept + rejected) / 2;
    if (isRejected(middle)) rejected = middle;
    else kept = middle;
  }
  return kept;
}

/** What limits of 95 % leave of it: one that may as well be guessing corrects nothing. */
function tellsApart({ sensitivity, specificity }: InstrumentErrors): boolean {
  const hit = shapeOf(sensitivity.rate, sensitivity.of, 'least');
  const alarm = shapeOf(1 - specificity.rate, specificity.of, 'most');
  return quantileOf(hit, 0.05) > quantileOf(alarm, 0.95);
}

interface Shape {
  readonly a: number;
  readonly b: number;
}

/** The Beta variable whose quantiles are the lower (least) or upper (most) Clopper-Pearson limits of a rate; a = 0 is 0, b = 0 is 1. */
function shapeOf(rate: number, of: number, side: 'least' | 'most'): Shape {
  const cases = Math.min(of, MOST_CASES);
  const events = rate * cases;
  return side === 'least' ? { a: events, b: cases - events + 1 } : { a: events + 1, b: cases - events };
}

function quantileOf(shape: Shape, probability: number): number {
  const { a, b } = shape;
  // Of less than half a case nothing is known: the end that makes the claim harder.
  if (a < 0.5) return 0;
  if (b < 0.5) return 1;
  return betaQuantile(probability, a, b);
}

interface Points {
  readonly hits: readonly number[];
  readonly alarms: readonly number[];
}

/** Of one instrument they are asked for at every true rate that is tested. */
const known = new WeakMap<InstrumentErrors, Partial<Record<'least' | 'most', Points>>>();

function pointsOf(errors: InstrumentErrors, side: 'least' | 'most'): Points {
  const found = known.get(errors)?.[side];
  if (found !== undefined) return found;
  const { sensitivity, specificity } = errors;
  const hit = shapeOf(sensitivity.rate, sensitivity.of, side);
  const alarm = shapeOf(1 - specificity.rate, specificity.of, side);
  const quantiles = (shape: Shape, at: (index: number) => number) =>
    Array.from({ length: POINTS }, (_, index) => quantileOf(shape, (at(index) + 0.5) / POINTS));
  const points = {
    hits: quantiles(hit, (index) => index),
    alarms: quantiles(alarm, (index) => (STEP * index) % POINTS),
  };
  known.set(errors, { ...known.get(errors), [side]: points });
  return points;
}

/** Rates at which positives come, equally likely, where a share of `prevalence` is truly positive. */
function ratesOf(errors: InstrumentErrors, prevalence: number, side: 'least' | 'most'): readonly number[] {
  const { hits, alarms } = pointsOf(errors, side);
  return hits.map((hit, index) => prevalence * hit + (1 - prevalence) * (alarms[index] ?? 0));
}
