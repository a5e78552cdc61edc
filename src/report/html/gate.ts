import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { GateResult, VerdictFile } from '../../core/domain/decision.ts';
import { whatWouldChange } from '../change.ts';
import { methodLines, numbersOf } from '../explain.ts';
import { metricName } from '../format.ts';
import { gateSentence } from '../gate-sentence.ts';
import { verdictLabel } from '../headline.ts';
import { code, say } from '../inline.ts';
import { drawing } from './drawing.ts';
import { list, nodes, pairs } from './elements.ts';

/** Why one gate decided as it did: open where it did not simply hold. */
export function gateCard(file: VerdictFile, gate: GateResult): ElementContent {
  const tier = gate.tier === 'advisory' ? ' advisory' : '';
  const changes = whatWouldChange(gate, file.policy.alpha.value);
  return h('details', { className: ['gate', gate.verdict], open: gate.verdict !== 'pass' }, [
    h('summary', [
      h('span', { className: ['badge'] }, `${verdictLabel(gate.verdict)}${tier}`),
      ' ',
      ...nodes(code(metricName(gate))),
    ]),
    h('p', nodes(say`${gateSentence(gate)}.`)),
    ...drawing(gate),
    ...(gate.reasons.length === 0
      ? []
      : [h('h3', 'Reasons'), ...list(gate.reasons.map((reason) => say`${reason}`))]),
    ...(changes.length === 0 ? [] : [h('h3', 'What would change the verdict'), ...list(changes)]),
    ...numbersOf(file, gate).flatMap(([title, rows]) =>
      rows.length === 0 ? [] : [h('h3', title), pairs(rows)],
    ),
    ...methodOf(gate),
  ]);
}

function methodOf(gate: GateResult): ElementContent[] {
  const lines = methodLines(gate);
  return lines.length === 0 ? [] : [h('h3', 'Method'), h('p', { className: ['lines'] }, lines.join('\n'))];
}
