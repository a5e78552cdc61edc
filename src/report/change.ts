import type { GateResult } from '../core/domain/decision.ts';
import { formatCount, plural } from './format.ts';
import { VERDICT_WORDS } from './headline.ts';
import { code, type Inline, say } from './inline.ts';
import { isNotEvaluated } from './not-evaluated.ts';
import { lineOf, passingLimit, type Turn, turnsOf } from './what-if.ts';

/** What would have led to another verdict, a sentence each: other answers, another limit, more samples. */
export function whatWouldChange(gate: GateResult, alpha: number): readonly Inline[] {
  if (gate.verdict === 'invalid') return [say`Data that can be judged: see the reasons.`];
  if (isNotEvaluated(gate)) return [];
  const sentences = turnsOf(gate, alpha).map((turn) => turnSentence(gate, turn));
  const limit = passingLimit(gate);
  if (limit !== null && gate.verdict !== 'pass') {
    sentences.push(
      say`A limit of ${code(`${keyOf(gate)}: ${limit}`)} would have passed; limits are chosen before results are seen.`,
    );
  } else if (limit !== null) {
    sentences.push(say`The strictest limit that these samples pass is ${code(`${keyOf(gate)}: ${limit}`)}.`);
  } else if (lineOf(gate) !== null) {
    sentences.push(say`No ${code(gate.rule)} would have passed with these samples.`);
  }
  if (gate.verdict === 'inconclusive' && (gate.needed !== null || gate.test !== null)) {
    sentences.push(samplesSentence(gate));
  }
  return sentences;
}

/** The key in the config that holds the limit. */
const keyOf = ({ rule }: GateResult): string => (rule === 'net_gain' ? 'at_least' : rule);

function turnSentence({ rule, verdict }: GateResult, { to, samples, bad }: Turn): Inline {
  const isOwnValue = rule === 'ceiling' || rule === 'floor';
  const count = `${plural(samples, isOwnValue ? 'bad answer' : 'net flip')} ${bad}`;
  const word = VERDICT_WORDS[to].word.toLowerCase();
  if (bad === 'more') return say`${count} would have made it ${word}.`;
  return to === 'pass'
    ? say`${count} would have passed.`
    : say`${count} would have left the ${VERDICT_WORDS[verdict].word.toLowerCase()} unproven.`;
}

/** How many samples would settle an undecided gate. */
function samplesSentence(gate: GateResult): Inline {
  if (gate.needed === null) return say`No number of samples can be named that would decide it.`;
  const missing = gate.needed - Math.max(gate.pairs, gate.candidate?.n ?? 0);
  const more = missing > 0 ? say`, ${formatCount(missing)} more than now` : [];
  return say`About ${plural(gate.needed, 'sample')} would decide it if the observed rates hold${more}.`;
}
