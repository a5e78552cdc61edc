import type { ImputedEstimate } from '../core/compare/imputed-estimate.ts';
import type { Hypothesis } from '../core/decide/hypothesis.ts';
import { estimateOfFlips, firstCount, hypotheticalEstimate } from '../core/decide/hypothetical.ts';
import { ruleOf, shownHypothesisOf } from '../core/decide/rules/registry.ts';
import { testHypothesis } from '../core/decide/test-hypothesis.ts';
import type { GateResult } from '../core/domain/decision.ts';
import type { Verdict } from '../core/domain/verdict.ts';
import { formatCount, roundedSamples } from './format.ts';
import { isChoosable, isNotNeeded, passingLimit } from './gate-rules.ts';
import { VERDICT_WORDS } from './headline.ts';
import { code, type Inline, inline } from './inline.ts';

/** Samples that would have to be better (`fewer` bad ones) or worse (`more`) for the gate to get another verdict. */
interface Turn {
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
  const counted = countedAnswers(gate);
  const shown = shownHypothesisOf(gate);
  if (counted === null || shown === null) return [];
  const hypothesis: Hypothesis = {
    ...shown,
    margin: gate.margin ?? 0,
    tolerance: Math.abs(shown.boundary),
    forbidden: '',
  };
  const target = gate.test?.method === 'benchmark' ? 'benchmark' : 'population';
  const verdictAt = (shift: number) =>
    testHypothesis(hypothesis, counted.estimate(shift), alpha, target).verdict;
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
  readonly estimate: (shift: number) => ImputedEstimate;
  readonly mostBetter: number;
  readonly mostWorse: number;
}

function countedAnswers(gate: GateResult): Counted | null {
  const { candidate, delta, flips, pairs, unpaired, unscored } = gate;
  const isMissing = [unpaired, unscored].some((sides) => sides.baseline > 0 || sides.candidate > 0);
  // The answers of several tasks, or of none that are known, have no single count.
  // Nor can answers be counted against a limit in a unit that a file does not tell, such as points out of ten.
  const isCounted = ruleOf(gate).scope === 'metric' && gate.evidence === undefined && gate.unit === 'rate';
  const hypothesis = shownHypothesisOf(gate);
  if (isMissing || hypothesis === null || gate.test === null || !isCounted) return null;
  const { estimand, sign } = hypothesis;
  if (estimand === 'delta') {
    if (delta?.method !== 'tango' || flips === null) return null;
    return {
      mostBetter: pairs - flips.improved,
      mostWorse: pairs - flips.improved - flips.regressed,
      estimate: (shift) =>
        estimateOfFlips(sign, {
          regressed: Math.max(0, flips.regressed - shift),
          improved: flips.improved + Math.max(0, shift - flips.regressed),
          pairs,
        }),
    };
  }
  if (candidate === null || gate.test.method !== 'clopper-pearson') return null;
  const { n } = candidate;
  const observed = Math.round(candidate.value * n);
  const [bad, good] = sign === 1 ? [observed, n - observed] : [n - observed, observed];
  return {
    mostBetter: bad,
    mostWorse: good,
    estimate: (shift) => {
      const events = observed - sign * shift;
      return hypotheticalEstimate('clopper-pearson', events / n, n, { kind: 'binomial', events, n });
    },
  };
}

/** Null when no shift up to `most` does. */
function firstShift(most: number, holds: (shift: number) => boolean): number | null {
  const first = firstCount(most, holds);
  return first > most ? null : first;
}

/** What would have led to another verdict, a sentence each: other answers, another limit, more samples. */
export const whatWouldChange = (gate: GateResult, alpha: number): readonly Inline[] =>
  [...otherOutcomes(gate, alpha), samplesSentence(gate)].filter(({ length }) => length > 0);

/** The same of the samples that there are. */
export function otherOutcomes(gate: GateResult, alpha: number): readonly Inline[] {
  if (gate.verdict === 'invalid') return [inline`Data that can be judged: see the reasons.`];
  if (isNotNeeded(gate)) return [];
  if (gate.blind !== undefined) return [inline`No number of samples would change that.`];
  const sentences = turnsOf(gate, alpha).map((turn) => turnSentence(gate, turn));
  const limit = passingLimit(gate);
  if (limit !== null && gate.verdict !== 'pass') {
    if (isChoosable(gate)) {
      sentences.push(
        inline`A limit of ${code(`${ruleOf(gate).key}: ${limit}`)} would have passed; limits are chosen before results are seen.`,
      );
    }
  } else if (limit !== null) {
    sentences.push(
      inline`The strictest limit that these samples pass is ${code(`${ruleOf(gate).key}: ${limit}`)}.`,
    );
  } else if (shownHypothesisOf(gate) !== null) {
    sentences.push(inline`No ${code(gate.rule)} would have passed with these samples.`);
  }
  return sentences;
}

function turnSentence({ rule, verdict }: GateResult, { to, samples, bad }: Turn): Inline {
  const answers =
    ruleOf({ rule }).estimand === 'candidate'
      ? `bad ${samples === 1 ? 'answer' : 'answers'}`
      : `${samples === 1 ? 'answer' : 'answers'} lost on balance`;
  const count = `${formatCount(samples)} ${bad} ${answers}`;
  const word = VERDICT_WORDS[to].word.toLowerCase();
  if (bad === 'more') return inline`${count} would have made it ${word}.`;
  return to === 'pass'
    ? inline`${count} would have passed.`
    : inline`${count} would have left the ${VERDICT_WORDS[verdict].word.toLowerCase()} unproven.`;
}

/** How many samples would settle an undecided gate; nothing for others. */
export function samplesSentence(gate: GateResult): Inline {
  if (gate.verdict !== 'inconclusive' || gate.blind !== undefined || isNotNeeded(gate)) return [];
  if (gate.needed === null && gate.test === null) return [];
  if (gate.needed === null) return inline`No number of samples can be named that would decide it.`;
  return inline`About ${roundedSamples(gate.needed)} would decide it if the observed rates hold.`;
}
