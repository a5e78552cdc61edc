import type { RunRecord } from '../../core/domain/run.ts';
import type { SampleRecord } from '../../core/domain/sample.ts';
import { type CheckEntry, configureCheck } from '../../tasks/runners/native/check.ts';

/** Longer answers are checked by likeness: no model writes a paragraph twice. */
const EXACT = 24;
const ALIKE = 0.6;

/** What may check an answer, the strictest first: the scorer of the task where its reference is known, that the reference is in it, the answer that was right. */
export function checksFor(
  { asked }: SampleRecord,
  right: string,
  { primary_metric: primary }: RunRecord,
): CheckEntry[] {
  const answer = right.trim();
  const own: CheckEntry =
    answer.length <= EXACT && !answer.includes('\n')
      ? { name: 'exact_match', target: right }
      : { name: 'edit_similarity', target: right, at_least: ALIKE };
  const reference = asked?.choices === undefined ? asked?.reference : undefined;
  // Some scorers ask for no reference: a form, a refusal.
  if (reference === undefined || reference.trim() === '')
    return answer === '' ? [] : [{ name: primary }, own];
  return [
    { name: primary, target: reference },
    { name: 'contains', target: reference },
    ...(answer === '' ? [] : [own]),
  ];
}

/** Whether an answer passes; not where the check cannot be made of its name alone, or would ask somebody else. */
export async function holds(entry: CheckEntry, output: string): Promise<boolean> {
  const configured = configureCheck(entry);
  if (!configured.ok) return false;
  const { scorer, targets, passes } = configured.check;
  if (scorer.runsCode || scorer.asks !== null || scorer.checkTargets(targets ?? []) !== null) return false;
  const open = await scorer.open('.');
  const [scores] = await open.score(
    [{ id: 'case', output, targets: targets ?? [] }],
    new AbortController().signal,
  );
  await open.close();
  return passes(scores ?? {}) === true;
}

/** Whether the check says of the sides what the run said: that they differ. */
export async function tellsApart(
  check: CheckEntry,
  right: string,
  sides: readonly (string | undefined)[],
): Promise<boolean> {
  const others = sides.filter((side) => side !== undefined && side !== right) as string[];
  if (others.length === 0) return sides.includes(undefined);
  for (const other of others) if (await holds(check, other)) return false;
  return true;
}
