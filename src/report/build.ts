import type { VerdictFile } from '../core/domain/decision.ts';
import { verdictExitCode } from '../core/domain/verdict.ts';
import { summaryLine } from './headline.ts';
import { toPlain } from './inline.ts';
import { worstFirst } from './order.ts';

/** What the earlier phases found; everything else in the verdict file follows from it. */
export type VerdictFacts = Omit<VerdictFile, 'schemaVersion' | 'exitCode' | 'summary'>;

/** A decision that contradicts itself is our own fault, and must never leave as a green check. */
function assertConsistent({ verdict, blocked, gates, untrusted }: VerdictFacts): void {
  const passedOver = gates.some(({ waived }) => waived !== undefined);
  const mustBlock = verdict === 'invalid' || (verdict === 'regression' && !passedOver);
  if (mustBlock && !blocked) throw new Error(`a verdict of ${verdict} that does not block`);
  if (verdict === 'pass' && untrusted !== undefined) throw new Error('a pass of samples that nobody trusts');
  if (gates.some(({ waived, blocks, verdict: of }) => waived && (blocks || of === 'invalid')))
    throw new Error('a waived gate that blocks, or that could not be judged');
  if (verdict === 'pass' && blocked) throw new Error('a pass that blocks');
  if (verdict !== 'invalid' && gates.length === 0) throw new Error(`a verdict of ${verdict} without a gate`);
  if (!blocked && gates.some((gate) => gate.blocks)) throw new Error('a gate blocks, the verdict does not');
}

/**
 * The verdict file, complete: gates in the order in which they are read, the exit code, the summary sentence.
 * @throws Error when the decision contradicts itself
 */
export function buildVerdictFile(facts: VerdictFacts): VerdictFile {
  assertConsistent(facts);
  const gates = worstFirst(facts.gates);
  return {
    ...facts,
    schemaVersion: 1,
    exitCode: verdictExitCode(facts.verdict, facts.blocked),
    summary: toPlain(summaryLine({ ...facts, gates })),
    gates,
  };
}

/** The same file when something outside the samples went wrong, such as an evaluation that crashed: never milder than before. */
export function invalidateVerdict(file: VerdictFile, reason: string): VerdictFile {
  const reasons = [onOneLine(reason), ...file.reasons];
  return buildVerdictFile({ ...file, verdict: 'invalid', blocked: true, reasons });
}

/** A described error has its fix on a line of its own; a reason is one line. */
const onOneLine = (reason: string): string =>
  reason.replaceAll(/\n {2}fix: (.*)/g, ' (fix: $1)').replaceAll('\n', '; ');
