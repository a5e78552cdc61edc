import type { TaskComparison } from '../compare/compare.ts';
import type { GateResult } from '../domain/decision.ts';
import { assertNever } from '../domain/errors.ts';
import { metricName, plural } from '../domain/format.ts';
import { type Gate, type OnIdentical, type Policy, tasksOfGate } from '../domain/gate.ts';
import type { HumanLabels } from '../domain/labels.ts';
import { join, VERDICTS, type Verdict } from '../domain/verdict.ts';
import { judgeGate } from './gate.ts';
import { weighJudge } from './judged-gate.ts';
import { identicalMessage } from './messages.ts';
import { mismatchMessage } from './mismatch-message.ts';

export interface DecisionInput {
  /** One a task, as `compareRuns` gives them. */
  readonly comparisons: readonly TaskComparison[];
  /** The same against the anchor, for the gates that name it. */
  readonly anchored?: readonly TaskComparison[];
  readonly gates: readonly Gate[];
  /** Gates on something else than samples, judged already. */
  readonly judged?: readonly GateResult[];
  /** What people said of answers that a model graded. */
  readonly labels?: Readonly<Record<'baseline' | 'anchor', HumanLabels>>;
  readonly policy: Policy;
}

export interface Decision {
  readonly verdict: Verdict;
  /** Whether the merge is blocked; an inconclusive verdict may or may not block. */
  readonly blocked: boolean;
  /** About the run as a whole; each gate has its own. */
  readonly reasons: readonly string[];
  /** Blocking first, worst first, otherwise in the order of the config. */
  readonly gates: readonly GateResult[];
  /** Samples that other weights answer exactly alike, where that is all of them. */
  readonly identicalAnswers?: number;
}

/**
 * Judges every gate and joins the blocking ones. Pure: the same samples and policy give the same decision, byte for byte.
 *
 * All blocking gates must pass for the whole to pass, each tested at the policy's α: an intersection-union test, whose
 * error is at most α without a correction (Berger 1982). One proven regression fails the whole; that is not corrected
 * either, because with a margin an unchanged model is failed far more rarely than α.
 */
export function decide(input: DecisionInput): Decision {
  const { comparisons, anchored = [], gates, judged = [], labels, policy } = input;
  const asked = gates.map((gate) => {
    const against = gate.against === 'anchor' ? anchored : comparisons;
    const graded = labels?.[gate.against ?? 'baseline'] ?? new Map();
    return weighJudge(gate, judgeGate(gate, against, policy), against, graded, policy);
  });
  const results = [...asked, ...judged].sort(worstFirst);
  const blocking = results.filter(({ tier }) => tier === 'blocking');
  // Whatever else holds, a checkpoint of which no sample was to hold anything has not been judged.
  const isUnasked = !asked.some(({ tier }) => tier === 'blocking');
  const { anchorOnly, ungated } = otherMismatches(comparisons, gates);
  const identical = identicalAnswers(comparisons);
  const isRefused = identical !== null && onIdentical(policy, gates) === 'block';
  const verdict = join([
    ...blocking.map((gate) => gate.verdict),
    ...(anchorOnly.length > 0 || isRefused || isUnasked ? (['invalid'] as const) : []),
  ]);
  const blocked = blocking.some((gate) => gate.blocks) || verdict === 'invalid';
  return {
    verdict,
    blocked,
    ...(identical === null ? {} : { identicalAnswers: identical }),
    reasons: [
      ...(isRefused ? [identicalMessage(identical)] : []),
      isUnasked ? nothingJudged(results.length) : headline(verdict, blocked, blocking, policy),
      ...anchorOnly,
      ...ungated.map((message) => `No gate speaks of it: ${message}`),
    ],
    gates: results,
  };
}

/** How many samples both sides answer alike, where that is every one that tells, and other weights were asked; else null. */
function identicalAnswers(comparisons: readonly TaskComparison[]): number | null {
  const same = comparisons.filter(({ isSame }) => isSame === true);
  if (same.length === 0 || comparisons.some(({ isSame }) => isSame === false)) return null;
  return same.reduce((sum, { result }) => sum + (result?.pairs ?? 0), 0);
}

/** What answers exactly as before has gained nothing, so that where something must be gained the wrong weights were asked. */
export function onIdentical({ identical }: Policy, gates: readonly Gate[]): OnIdentical {
  const mustGain = gates.some(
    ({ rule, tier }) => tier === 'blocking' && (rule === 'min_gain' || rule === 'net_gain'),
  );
  return identical?.value ?? (mustGain ? 'block' : 'warn');
}

function worstFirst(a: GateResult, b: GateResult): number {
  const rank = ({ tier, verdict }: GateResult) =>
    (tier === 'blocking' ? VERDICTS.length : 0) + VERDICTS.indexOf(verdict);
  return rank(b) - rank(a);
}

/**
 * Tasks that cannot be compared with the baseline and that no gate against it speaks of. Where gates speak of the anchor
 * alone, what was to hold is unknown: `invalid`. Where none speaks of the task, nothing that was to hold rests on it: a
 * warning, and never silence, since it was asked for.
 */
function otherMismatches(comparisons: readonly TaskComparison[], gates: readonly Gate[]) {
  const gated = new Set(gates.flatMap(tasksOfGate));
  const againstBaseline = new Set(
    gates.flatMap((gate) => (gate.against === undefined ? tasksOfGate(gate) : [])),
  );
  const messages = (isMeant: (task: string) => boolean) =>
    comparisons
      .filter(({ task }) => isMeant(task))
      .flatMap(({ mismatches }) => mismatches.filter(({ severity }) => severity === 'hard'))
      .map(mismatchMessage);
  return {
    anchorOnly: messages((task) => gated.has(task) && !againstBaseline.has(task)),
    ungated: messages((task) => !gated.has(task)),
  };
}

const nothingJudged = (gateCount: number): string =>
  gateCount === 0
    ? 'There are no gates, so nothing was judged: add a threshold or a gate to the config.'
    : 'All gates on samples are advisory, so nothing was judged that could pass: make at least one of them blocking.';

function notJudged([first, ...others]: readonly GateResult[]): string {
  if (first === undefined)
    return 'A task that is gated against the anchor alone cannot be compared with the baseline.';
  const more = others.length === 0 ? '' : ` and ${plural(others.length, 'more gate')}`;
  return `${metricName(first)}${more} could not be judged: ${first.reasons[0] ?? 'no reason was recorded'}`;
}

function headline(
  verdict: Verdict,
  blocked: boolean,
  blocking: readonly GateResult[],
  policy: Policy,
): string {
  const decisive = blocking.filter((gate) => gate.verdict === verdict);
  const deciding = decisive.map(({ id }) => id);
  const share = `${deciding.length} of ${blocking.length} blocking gates`;
  const which = deciding.length === 0 ? '' : `: ${deciding.join(', ')}`;
  switch (verdict) {
    case 'pass':
      return blocking.length === 1
        ? 'The blocking gate holds.'
        : `All ${blocking.length} blocking gates hold.`;
    case 'regression':
      return `A regression is proven on ${share}${which}.`;
    case 'inconclusive':
      return `The data do not decide ${share}, and with on_inconclusive: ${policy.onInconclusive.value} that ${blocked ? 'blocks' : 'does not block'}${which}.`;
    case 'invalid':
      return notJudged(decisive);
    default:
      return assertNever(verdict);
  }
}
