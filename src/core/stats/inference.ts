import { assertNever } from '../domain/errors.ts';
import { type Bootstrap, bcaLimit, bcaTest } from './bootstrap.ts';
import { clopperPearsonLower, clopperPearsonUpper } from './clopper-pearson.ts';
import { type ConfidenceLimits, testByLimits } from './combined.ts';
import type { OneSidedTest } from './one-sided-test.ts';
import { type SkewedEstimate, skewedInterval, skewedStatistic } from './skewed.ts';
import { binomialAtLeast, binomialAtMost } from './special/binomial.ts';
import { normalCdf, normalQuantile } from './special/normal.ts';
import { studentCdf } from './special/student-t.ts';
import { type LinearEstimate, studentInterval, studentStatistic } from './student.ts';
import { type PairedCounts, tangoInterval, tangoZ } from './tango.ts';
import { normalLimit, type ValueWithError } from './unpaired.ts';

/**
 * What the data say about one unknown number, in whatever way fits them:
 * - `tango`: the difference of two rates on paired 0/1 scores;
 * - `student`: anything that is linear to first order, with its standard error;
 * - `skewed`: the same, of independent values whose skewness is taken into account;
 * - `binomial`: one rate;
 * - `normal`: a value with a standard error that somebody else worked out;
 * - `bootstrap`: a function of all samples at once, by resampling;
 * - `each`: by several methods, of which every one has to agree;
 * - `limits`: anything of which only limits are known, such as a weighted sum;
 * - `negated`: minus a number of which something is known.
 */
export type Inference =
  | { readonly kind: 'tango'; readonly counts: PairedCounts }
  | { readonly kind: 'student'; readonly estimate: LinearEstimate }
  | { readonly kind: 'skewed'; readonly estimate: SkewedEstimate }
  | { readonly kind: 'binomial'; readonly events: number; readonly n: number }
  | { readonly kind: 'normal'; readonly estimate: ValueWithError }
  | { readonly kind: 'bootstrap'; readonly bootstrap: Bootstrap }
  | { readonly kind: 'each'; readonly of: readonly Inference[] }
  | { readonly kind: 'limits'; readonly limits: ConfidenceLimits }
  | { readonly kind: 'negated'; readonly of: Inference };

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
    case 'each':
      return weakestOf(inference.of.map((each) => testAgainst(each, nullValue)));
    default:
      return assertNever(inference);
  }
}

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
    case 'each':
      return Math.min(...inference.of.map((each) => lowerLimit(each, alpha)));
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
    case 'each':
      return Math.max(...inference.of.map((each) => upperLimit(each, alpha)));
    default:
      return assertNever(inference);
  }
}
