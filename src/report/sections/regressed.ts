import type { VerdictFile } from '../../core/domain/decision.ts';
import { whatWouldChange } from '../change.ts';
import { plural } from '../format.ts';
import { gateSentence } from '../gate-sentence.ts';
import { say } from '../inline.ts';
import { folded } from '../table.ts';
import { decidingNumbers, gateItem, joinSentences } from './undecided.ts';

/** Why each gate that regressed did, and what would have changed that. */
export function regressedSection({ gates, policy }: VerdictFile): string | null {
  const regressed = gates.filter((gate) => gate.verdict === 'regression');
  if (regressed.length === 0) return null;
  const items = regressed.map((gate) =>
    gateItem(gate, [
      say`${gateSentence(gate)}.`,
      decidingNumbers(gate),
      joinSentences(whatWouldChange(gate, policy.alpha.value)),
    ]),
  );
  return folded(
    `Why ${plural(regressed.length, 'gate')} regressed, and what would change that`,
    items.join('\n'),
  );
}
