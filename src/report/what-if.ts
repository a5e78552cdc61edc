import type { ImputedEstimate } from '../core/compare/imputed-estimate.ts';
import type { Hypothesis } from '../core/decide/hypothesis.ts';
import { firstCount, hypotheticalEstimate } from '../core/decide/hypothetical.ts';
import { testHypothesis } from '../core/decide/test-hypothesis.ts';
import type { DeltaEstimate, GateResult } from '../core/domain/decision.ts';
import { assertNever } from '../core/domain/errors.ts';
import type { Verdict } from '../core/domain/verdict.ts';

/** On which side of which number a gate wants its subject, in the metric's own unit. */
export interface WhatIfLine {
  readonly about: Hypothesis['estimand'];
  readonly boundary: number;
  readonly safeSide: 'greater' | 'less';
}

/** Null for gates with no single limit (groups), and for those whose limit could not be worked out. */
export function lineOf({ rule, margin, direction }: GateResult): WhatIfLine | null {
  if (margin === null || direction === null) return null;
  const isHigherBetter = direction === 'higher_is_better';
  const safeSide = isHigherBetter ? 'greater' : 'less';
  switch (rule) {
    case 'max_drop':
      return { about: 'delta', boundary: isHigherBetter ? 0 - margin : margin, safeSide };
    case 'min_gain':
      return { about: 'delta', boundary: isHigherBetter ? margin : 0 - margin, safeSide };
    case 'ceiling':
      return { about: 'candidate', boundary: margin, safeSide: 'less' };
    case 'floor':
      return { about: 'candidate', boundary: margin, safeSide: 'greater' };
    case 'net_gain':
      return { about: 'delta', boundary: margin, safeSide: 'greater' };
    case 'no_regression_by_group':
      return null;
    default:
      return assertNever(rule);
  }
}

/** The change that a gate is about, with its interval; null where there is none. */
export function changeOf({ rule, delta, net }: GateResult): DeltaEstimate | null {
  return rule === 'net_gain' ? (net ?? null) : delta;
}

/** Samples that would have to be better (`fewer` bad ones) or worse (`more`) for the gate to get another verdict. */
export interface Turn {
  readonly to: Verdict;
  readonly samples: number;
  readonly bad: 'fewer' | 'more';
}

/**
 * The nearest counts of 0/1 scores that get other verdicts, judged by the code that judges merges. `fewer` turns samples
 * that got worse back, and when none is left, others better; `more` makes unchanged ones worse. Empty for scores that are
 * not 0 or 1, where samples are missing, and where the counts in the file do not lead to the verdict in it.
 */
export function turnsOf(gate: GateResult, alpha: number): readonly Turn[] {
  const counted = countedEvidence(gate);
  const line = lineOf(gate);
  if (counted === null || line === null) return [];
  const claim: Hypothesis = {
    estimand: line.about,
    sign: line.safeSide === 'greater' ? -1 : 1,
    boundary: line.safeSide === 'greater' ? 0 - line.boundary : line.boundary,
    margin: gate.margin ?? 0,
    tolerance: Math.abs(line.boundary),
    forbidden: '',
  };
  const target = gate.test?.method === 'benchmark' ? 'benchmark' : 'population';
  const verdictAt = (shift: number) => testHypothesis(claim, counted.evidence(shift), alpha, target).verdict;
  if (verdictAt(0) !== gate.verdict) return [];

  const turns: Turn[] = [];
  if (gate.verdict === 'pass') {
    const more = firstShift(counted.mostWorse, (shift) => verdictAt(-shift) !== 'pass');
    if (more !== null) turns.push({ to: verdictAt(-more), samples: more, bad: 'more' });
  }
  if (gate.verdict === 'regression') {
    const fewer = firstShift(counted.mostBetter, (shift) => verdictAt(shift) !== 'regression');
    if (fewer !== null && verdictAt(fewer) !== 'pass')
      turns.push({ to: verdictAt(fewer), samples: fewer, bad: 'fewer' });
  }
  if (gate.verdict !== 'pass') {
    const fewer = firstShift(counted.mostBetter, (shift) => verdictAt(shift) === 'pass');
    if (fewer !== null) turns.push({ to: 'pass', samples: fewer, bad: 'fewer' });
  }
  return turns;
}

interface Counted {
  /** With so many samples better, or worse where negative. */
  readonly evidence: (shift: number) => ImputedEstimate;
  readonly mostBetter: number;
  readonly mostWorse: number;
}

function countedEvidence(gate: GateResult): Counted | null {
  const { candidate, delta, flips, pairs, direction, unpaired, unscored } = gate;
  const isMissing = [unpaired, unscored].some((sides) => sides.baseline > 0 || sides.candidate > 0);
  // The answers of several tasks, or of none that are known, have no single count.
  const isCounted = gate.rule !== 'net_gain' && gate.evidence === undefined;
  if (isMissing || direction === null || gate.test === null || !isCounted) return null;
  const line = lineOf(gate);
  if (line?.about === 'delta') {
    if (delta?.method !== 'tango' || flips === null) return null;
    return {
      mostBetter: pairs - flips.improved,
      mostWorse: pairs - flips.improved - flips.regressed,
      evidence: (shift) => {
        const regressed = Math.max(0, flips.regressed - shift);
        const improved = flips.improved + Math.max(0, shift - flips.regressed);
        const [rose, fell] = direction === 'higher_is_better' ? [improved, regressed] : [regressed, improved];
        const value = (rose - fell) / pairs;
        return hypotheticalEstimate('tango', value, pairs, { kind: 'tango', counts: { rose, fell, pairs } });
      },
    };
  }
  if (line === null || candidate === null || gate.test.method !== 'clopper-pearson') return null;
  const { n } = candidate;
  const observed = Math.round(candidate.value * n);
  const better = line.safeSide === 'greater' ? 1 : -1;
  const [up, down] = [n - observed, observed];
  return {
    mostBetter: better > 0 ? up : down,
    mostWorse: better > 0 ? down : up,
    evidence: (shift) => {
      const events = observed + better * shift;
      return hypotheticalEstimate('clopper-pearson', events / n, n, { kind: 'binomial', events, n });
    },
  };
}

/** Null when no shift up to `most` does. */
function firstShift(most: number, holds: (shift: number) => boolean): number | null {
  const first = firstCount(most, holds);
  return first > most ? null : first;
}

/**
 * The strictest limit that these samples would have passed, as it would stand in the config; null when none would. It is
 * the end of the interval on the forbidden side, since interval and test are two views of one thing; for the benchmark
 * itself, the observed value.
 */
export function passingLimit(gate: GateResult): string | null {
  const line = lineOf(gate);
  if (line === null) return null;
  const end = forbiddenEnd(gate, line);
  if (end === null) return null;
  switch (gate.rule) {
    case 'max_drop':
      return written(Math.max(0, line.safeSide === 'greater' ? -end : end), gate, 'up');
    case 'min_gain': {
      const gain = line.safeSide === 'greater' ? end : -end;
      return gain > 0 ? written(gain, gate, 'down') : null;
    }
    case 'ceiling':
      return written(end, gate, 'up');
    case 'floor':
      return written(end, gate, 'down');
    case 'net_gain':
      return end > 0 ? written(end, gate, 'down') : null;
    case 'no_regression_by_group':
      return null;
    default:
      return assertNever(gate.rule);
  }
}

/** The limit of what the data allow on the forbidden side. */
export function forbiddenEnd(gate: GateResult, line: WhatIfLine): number | null {
  const { bound, candidate, test } = gate;
  const delta = changeOf(gate);
  const isBenchmark = test?.method === 'benchmark';
  if (line.about === 'candidate') return isBenchmark ? (candidate?.value ?? null) : (bound?.value ?? null);
  if (delta === null) return null;
  return isBenchmark ? delta.value : line.safeSide === 'greater' ? delta.low : delta.high;
}

/** Rounded to a tenth of a point, or four digits, always to the side on which it still passes. */
function written(value: number, { unit, rule }: GateResult, towards: 'up' | 'down'): string | null {
  const scale = unit === 'rate' ? 1000 : 10 ** (3 - Math.floor(Math.log10(Math.max(Math.abs(value), 1e-9))));
  // The test is strict: exactly on the end of the interval does not pass.
  const hair = 1e-6;
  const steps = towards === 'up' ? Math.ceil(value * scale + hair) : Math.floor(value * scale - hair);
  if (steps <= 0 && towards === 'down') return null;
  // A rate below 100 % is no limit of a rate.
  if (unit === 'rate' && rule === 'ceiling' && steps >= scale) return null;
  if (unit !== 'rate') return String(Number((steps / scale).toPrecision(6)));
  const isOwnValue = rule === 'ceiling' || rule === 'floor';
  return `${steps / 10}${isOwnValue ? '%' : 'pp'}`;
}
