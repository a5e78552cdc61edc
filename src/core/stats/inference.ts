import { assertNever } from '../domain/errors.ts';
import { type Bootstrap, bcaLimit, bcaTest } from './bootstrap.ts';
import { clopperPearsonLower, clopperPearsonUpper } from './clopper-pearson.ts';
import { type ConfidenceLimits, testByLimits } from './combined.ts';
import type { OneSidedTest } from './one-sided-test.ts';
import { correctedLimit, correctedTest, type InstrumentErrors } from './rogan-gladen.ts';
import { type SkewedEstimate, skewedInterval, skewedStatistic } from './skewed.ts';
import { binomialAtLeast, binomialAtMost } from './special/binomial.ts';
import { normalCdf, normalQuantile } from './special/normal.ts';
import { studentCdf } from './special/student-t.ts';
import { type LinearEstimate, studentInterval, studentStatistic } from './student.ts';
import { type PairedCounts, tangoInterval, tangoZ } from './tango.ts';
import { typicalLower, typicalTest, typicalUpper } from './typical.ts';
import { normalLimit, type ValueWithError } from './unpaired.ts';

/**
 * What the data say about one unknown number, in whatever way fits them:
 * - `tango`: the difference of two rates on paired 0/1 scores;
 * - `student`: anything that is linear to first order, with its standard error;
 * - `skewed`: the same, of independent values whose skewness is taken into account;
 * - `binomial`: one rate;
 * - `normal`: a value with a standard error that somebody else worked out;
 * - `typical`: a mean of few uneven units, by the means of parts of them;
 * - `bootstrap`: a function of all samples at once, by resampling;
 * - `each`: by several methods, of which every one has to agree;
 * - `between`: by one method, as far as it lies between what two others say of worse and better data;
 * - `limits`: anything of which only limits are known, such as a weighted sum;
 * - `negated`: minus a number of which something is known;
 * - `scaled`: another number, stretched by a factor above 0 and moved;
 * - `corrected`: the true rate behind a rate that an instrument with known errors observes;
 * - `unknown`: nothing, since too little is known of the scores.
 */
export type Inference =
  | { readonly kind: 'tango'; readonly counts: PairedCounts }
  | {
      readonly kind: 'student';
      readonly estimate: LinearEstimate;
      /** With so many times the units, where that is more than a smaller error. */
      readonly at?: (times: number) => LinearEstimate;
    }
  | { readonly kind: 'skewed'; readonly estimate: SkewedEstimate }
  | { readonly kind: 'binomial'; readonly events: number; readonly n: number }
  | { readonly kind: 'normal'; readonly estimate: ValueWithError }
  | { readonly kind: 'bootstrap'; readonly bootstrap: Bootstrap }
  | { readonly kind: 'each'; readonly of: readonly Inference[] }
  | {
      readonly kind: 'between';
      readonly of: Inference;
      /** Of data that make the number smaller, and greater. */
      readonly low: Inference;
      readonly high: Inference;
    }
  | { readonly kind: 'limits'; readonly limits: ConfidenceLimits }
  | { readonly kind: 'negated'; readonly of: Inference }
  | { readonly kind: 'typical'; readonly means: Float64Array }
  | { readonly kind: 'scaled'; readonly of: Inference; readonly factor: number; readonly moved: number }
  | { readonly kind: 'corrected'; readonly of: Inference; readonly errors: InstrumentErrors }
  | { readonly kind: 'unknown' };

export function testAgainst(inference: Inference, nullValue: number): OneSidedTest {
  switch (inference.kind) {
    case 'tango': {
      // No difference of rates lies beyond ±1: there is nothing to test.
      if (nullValue <= -1) return { statistic: null, pGreater: 0, pLess: 1 };
      if (nullValue >= 1) return { statistic: null, pGreater: 1, pLess: 0 };
      const z = tangoZ(inference.counts, nullValue);
      return { statistic: z, pGreater: normalCdf(-z), pLess: normalCdf(z) };
    }
    case 'student':
      return testOfStudent(studentStatistic(inference.estimate, nullValue), inference.estimate);
    case 'skewed':
      return testOfStudent(skewedStatistic(inference.estimate, nullValue), inference.estimate);
    case 'binomial': {
      const { events, n } = inference;
      if (nullValue < 0) return { statistic: null, pGreater: 0, pLess: 1 };
      if (nullValue > 1) return { statistic: null, pGreater: 1, pLess: 0 };
      return {
        statistic: null,
        pGreater: binomialAtLeast(events, n, nullValue),
        pLess: binomialAtMost(events, n, nullValue),
      };
    }
    case 'normal': {
      const z = (inference.estimate.value - nullValue) / inference.estimate.stderr;
      return { statistic: z, pGreater: normalCdf(-z), pLess: normalCdf(z) };
    }
    case 'bootstrap':
      return bcaTest(inference.bootstrap, nullValue);
    case 'limits':
      return testByLimits(inference.limits, nullValue);
    case 'negated': {
      const { statistic, pGreater, pLess } = testAgainst(inference.of, 0 - nullValue);
      return { statistic: statistic === null ? null : -statistic, pGreater: pLess, pLess: pGreater };
    }
    case 'typical':
      return typicalTest(inference.means, nullValue);
    case 'scaled':
      return testAgainst(inference.of, (nullValue - inference.moved) / inference.factor);
    case 'corrected':
      return correctedTest((rate) => testAgainst(inference.of, rate), inference.errors, nullValue);
    case 'unknown':
      return { statistic: null, pGreater: 1, pLess: 1 };
    case 'each':
      return weakestOf(inference.of.map((each) => testAgainst(each, nullValue)));
    case 'between':
      return middleTest(threeOf(inference).map((each) => testAgainst(each, nullValue)));
    default:
      return assertNever(inference);
  }
}

/** The same number where scores are counted in another unit: `factor` of them, from `moved` on. */
export const scaled = (of: Inference, factor: number, moved: number): Inference =>
  factor === 1 && moved === 0 ? of : { kind: 'scaled', of, factor, moved };

const testOfStudent = (t: number, { df }: LinearEstimate): OneSidedTest => ({
  statistic: t,
  pGreater: studentCdf(-t, df),
  pLess: studentCdf(t, df),
});

/** What all tests have shown: each side's greatest p-value, and the statistic that is nearest to 0. */
function weakestOf(tests: readonly OneSidedTest[]): OneSidedTest {
  const statistics = tests.flatMap(({ statistic }) => statistic ?? []);
  return {
    statistic:
      statistics.length === 0
        ? null
        : statistics.reduce((least, each) => (Math.abs(each) < Math.abs(least) ? each : least)),
    pGreater: Math.max(...tests.map(({ pGreater }) => pGreater)),
    pLess: Math.max(...tests.map(({ pLess }) => pLess)),
  };
}

/** All that a number lies between, in no order. */
export const threeOf = ({ of, low, high }: Extract<Inference, { kind: 'between' }>): readonly Inference[] => [
  of,
  low,
  high,
];

/** The middle one of three numbers. */
export function middleOf(numbers: readonly number[]): number {
  const [, middle] = [...numbers].sort((a, b) => a - b);
  return middle ?? Number.NaN;
}

function middleTest(tests: readonly OneSidedTest[]): OneSidedTest {
  const pLess = middleOf(tests.map((each) => each.pLess));
  return {
    statistic: tests.find((each) => each.pLess === pLess)?.statistic ?? null,
    pGreater: middleOf(tests.map((each) => each.pGreater)),
    pLess,
  };
}

/** Lower limit with one-sided error `alpha`. */
export function lowerLimit(inference: Inference, alpha: number): number {
  switch (inference.kind) {
    case 'tango':
      return tangoInterval(inference.counts, normalQuantile(1 - alpha)).low;
    case 'student':
      return studentInterval(inference.estimate, alpha).low;
    case 'skewed':
      return skewedInterval(inference.estimate, alpha).low;
    case 'binomial':
      return clopperPearsonLower(inference.events, inference.n, alpha);
    case 'normal':
      return normalLimit(inference.estimate, alpha);
    case 'bootstrap':
      return bcaLimit(inference.bootstrap, alpha);
    case 'limits':
      return inference.limits.lower(alpha);
    case 'negated':
      return -upperLimit(inference.of, alpha);
    case 'typical':
      return typicalLower(inference.means, alpha);
    case 'scaled':
      return inference.moved + inference.factor * lowerLimit(inference.of, alpha);
    case 'corrected':
      return correctedLimit((rate) => testAgainst(inference, rate), alpha, 'lower');
    case 'unknown':
      return -Infinity;
    case 'each':
      return Math.min(...inference.of.map((each) => lowerLimit(each, alpha)));
    case 'between':
      return middleOf(threeOf(inference).map((each) => lowerLimit(each, alpha)));
    default:
      return assertNever(inference);
  }
}

/** Upper limit with one-sided error `alpha`. */
export function upperLimit(inference: Inference, alpha: number): number {
  switch (inference.kind) {
    case 'tango':
      return tangoInterval(inference.counts, normalQuantile(1 - alpha)).high;
    case 'student':
      return studentInterval(inference.estimate, alpha).high;
    case 'skewed':
      return skewedInterval(inference.estimate, alpha).high;
    case 'binomial':
      return clopperPearsonUpper(inference.events, inference.n, alpha);
    case 'normal':
      return normalLimit(inference.estimate, 1 - alpha);
    case 'bootstrap':
      return bcaLimit(inference.bootstrap, 1 - alpha);
    case 'limits':
      return inference.limits.upper(alpha);
    case 'negated':
      return -lowerLimit(inference.of, alpha);
    case 'typical':
      return typicalUpper(inference.means, alpha);
    case 'scaled':
      return inference.moved + inference.factor * upperLimit(inference.of, alpha);
    case 'corrected':
      return correctedLimit((rate) => testAgainst(inference, rate), alpha, 'upper');
    case 'unknown':
      return Infinity;
    case 'each':
      return Math.max(...inference.of.map((each) => upperLimit(each, alpha)));
    case 'between':
      return middleOf(threeOf(inference).map((each) => upperLimit(each, alpha)));
    default:
      return assertNever(inference);
  }
}

/**
 * What `times` as many samples would say if what was observed kept its proportions; null where nobody can tell, and the error is taken to
 * fall with the square root.
 */
export function grown(inference: Inference, times: number): Inference | null {
  switch (inference.kind) {
    case 'tango': {
      const { rose, fell, pairs } = inference.counts;
      return { kind: 'tango', counts: { rose: rose * times, fell: fell * times, pairs: pairs * times } };
    }
    case 'binomial':
      return { kind: 'binomial', events: inference.events * times, n: inference.n * times };
    case 'student': {
      const { estimate, at } = inference;
      return { kind: 'student', estimate: at?.(times) ?? grownEstimate(estimate, times) };
    }
    case 'skewed':
      return { kind: 'skewed', estimate: grownEstimate(inference.estimate, times) };
    case 'normal':
      return {
        kind: 'normal',
        estimate: { ...inference.estimate, stderr: inference.estimate.stderr / Math.sqrt(times) },
      };
    case 'each': {
      const of = inference.of.map((each) => grown(each, times)).filter((each) => each !== null);
      return of.length === 0 ? null : { kind: 'each', of };
    }
    case 'negated':
    case 'corrected':
    case 'scaled': {
      const of = grown(inference.of, times);
      return of === null ? null : { ...inference, of };
    }
    case 'between': {
      const [of, low, high] = threeOf(inference).map((each) => grown(each, times));
      return of && low && high ? { kind: 'between', of, low, high } : null;
    }
    case 'typical':
    case 'bootstrap':
    case 'limits':
    case 'unknown':
      return null;
    default:
      return assertNever(inference);
  }
}

const grownEstimate = <Estimate extends LinearEstimate>(estimate: Estimate, times: number): Estimate => ({
  ...estimate,
  stderr: estimate.stderr / Math.sqrt(times),
  df: (estimate.df + 1) * times - 1,
});
