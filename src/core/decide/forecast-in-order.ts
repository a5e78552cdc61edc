import type { ImputedEstimate } from '../compare/imputed-estimate.ts';
import type { Policy } from '../domain/gate.ts';
import { testAgainst } from '../stats/inference.ts';
import { mulberry32 } from '../stats/random.ts';
import { rateLogE } from '../stats/sequential/e-values.ts';
import { isBatchEnd, plannedLooks } from '../stats/sequential/looks.ts';
import { binomialAtLeast, binomialAtMost } from '../stats/special/binomial.ts';
import {
  binomialOf,
  type Fate,
  type FlipShares,
  fateFrom,
  outcomeOfTested,
  simulatedFate,
} from './forecast.ts';
import { degradationOf, type Hypothesis } from './hypothesis.ts';
import { estimateOfFlips, firstCount } from './hypothetical.ts';
import { isLookedAt } from './sequential.ts';
import { testHypothesis } from './test-hypothesis.ts';

/** What becomes of candidates that are judged as their samples come. */

/** Of looks, which take microseconds: the standard error of a share is at most 0.8 points. */
const ROUNDS = 4000;

/**
 * Of pairs that are looked at, each of which gets worse or better with these probabilities: simulated, since what a look finds hangs
 * together with what the ones before it found.
 */
export function fateOfLooks(
  hypothesis: Hypothesis,
  pairs: number,
  { worse: loses, better: gains }: FlipShares,
  policy: Policy,
): Fate {
  const random = mulberry32(pairs);
  const losses = binomialDraws(loses);
  const wins = binomialDraws(gains / (1 - loses));
  const looks = plannedLooks(pairs, policy.alpha.value, (n) => n);
  const undecided = new Map<string, keyof Fate>();
  const atEnd = (regressed: number, improved: number): keyof Fate => {
    const key = `${regressed} ${improved}`;
    const estimate = estimateOfFlips(hypothesis.sign, { regressed, improved, pairs });
    const last = looks.at(-1)?.level ?? 0;
    const found =
      undecided.get(key) ?? outcomeOfTested(testHypothesis(hypothesis, estimate, last, 'population'), policy);
    undecided.set(key, found);
    return found;
  };
  return simulatedFate(ROUNDS, () => {
    let [regressed, improved, seen] = [0, 0, 0];
    for (const { samples, level } of looks) {
      const more = losses(samples - seen, random());
      improved += wins(samples - seen - more, random());
      regressed += more;
      seen = samples;
      const estimate = estimateOfFlips(hypothesis.sign, { regressed, improved, pairs: samples });
      const { worst } = degradationOf(estimate, hypothesis.sign);
      if (worst === null) throw new Error('an estimate without an inference');
      const { pLess, pGreater } = testAgainst(worst.inference, hypothesis.boundary);
      if (pLess < level) return 'proven';
      if (pGreater < level) return 'blocked';
    }
    return atEnd(regressed, improved);
  });
}

/** Numbers of events among n by a uniform number; the cumulated probabilities of an n are worked out once. */
export function binomialDraws(rate: number): (n: number, uniform: number) => number {
  const tables = new Map<number, Float64Array>();
  const tableOf = (n: number) => {
    let total = 0;
    return Float64Array.from({ length: n + 1 }, (_, k) => {
      total += binomialOf(k, n, rate);
      return total;
    });
  };
  return (n, uniform) => {
    const table = tables.get(n) ?? tableOf(n);
    tables.set(n, table);
    return Math.min(
      n,
      firstCount(n, (k) => (table[k] ?? 1) > uniform),
    );
  };
}

/** A state that hardly any candidate reaches. */
const NEGLIGIBLE = 1e-12;

/** What a look at so many samples says of a number of failures among them; null while undecided. */
type Look = (failures: number) => keyof Fate | null;

/**
 * Of samples each of which fails with this probability, under a ceiling or floor that is judged as they come: exact, by how likely every
 * number of failures is while nothing is decided.
 * @param estimateAt the estimate of so many failures among all samples
 */
export function fateOfFailures(
  hypothesis: Hypothesis,
  n: number,
  failureRate: number,
  policy: Policy,
  estimateAt: (failures: number) => ImputedEstimate,
): Fate {
  const alpha = policy.alpha.value;
  const lookAt = isLookedAt(hypothesis.tolerance, n)
    ? plannedLook(hypothesis, n, alpha)
    : betAfter(hypothesis, n, alpha);
  const fate = { proven: 0, unproven: 0, blocked: 0 };
  let open = new Map([[0, 1]]);
  let seen = 0;
  for (let samples = 1; samples <= n; samples += 1) {
    const look = lookAt(samples);
    if (look === null) continue;
    open = afterMore(open, samples - seen, failureRate);
    seen = samples;
    for (const [failures, chance] of open) {
      const outcome = look(failures);
      if (outcome !== null) fate[outcome] += chance;
      else if (chance > NEGLIGIBLE) continue;
      open.delete(failures);
    }
  }
  for (const [failures, chance] of open) {
    const tested = testHypothesis(hypothesis, estimateAt(failures), alpha, 'population');
    // The error was spent on looking: the fixed test may be leant on, and decides nothing.
    fate[outcomeOfTested({ ...tested, verdict: 'inconclusive' }, policy)] += chance;
  }
  return fateFrom(fate);
}

function betAfter({ tolerance }: Hypothesis, n: number, alpha: number): (samples: number) => Look | null {
  const enough = Math.log(1 / alpha);
  return (samples) => {
    if (!isBatchEnd(samples, n)) return null;
    return (failures) => {
      const { below, above } = rateLogE(failures, samples, tolerance);
      return below >= enough ? 'proven' : above >= enough ? 'blocked' : null;
    };
  };
}

function plannedLook({ tolerance }: Hypothesis, n: number, alpha: number): (samples: number) => Look | null {
  const levels = new Map(
    plannedLooks(n, alpha, (samples) => samples).map((look) => [look.samples, look.level]),
  );
  return (samples) => {
    const level = levels.get(samples);
    if (level === undefined) return null;
    return (failures) => {
      if (binomialAtMost(failures, samples, tolerance) < level) return 'proven';
      return binomialAtLeast(failures, samples, tolerance) < level ? 'blocked' : null;
    };
  };
}

function afterMore(open: ReadonlyMap<number, number>, more: number, rate: number): Map<number, number> {
  const chances = Array.from({ length: more + 1 }, (_, k) => binomialOf(k, more, rate));
  const next = new Map<number, number>();
  for (const [failures, chance] of open)
    chances.forEach((own, k) => {
      next.set(failures + k, (next.get(failures + k) ?? 0) + chance * own);
    });
  return next;
}
