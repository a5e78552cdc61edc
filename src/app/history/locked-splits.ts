import type { ResolvedConfig } from '../../config/resolved.ts';
import { decides, type LockedSplitUse, lockedSplitUse } from '../../core/compare/locked-split.ts';
import type { VerdictFile } from '../../core/domain/decision.ts';
import type { StoredHistory } from '../../results/store/history.ts';

/**
 * Of each locked split that a verdict rests on, how often it decided before.
 * @param history asked for where there is such a split; null where none is kept, or not all of it can be read
 */
export async function lockedSplitsOf(
  { tasks, policy }: ResolvedConfig,
  { gates, provenance }: VerdictFile,
  history: () => Promise<StoredHistory | null>,
): Promise<readonly LockedSplitUse[]> {
  const locked = tasks.filter(({ name, split }) => split === 'locked' && decides(gates, name));
  if (locked.length === 0) return [];
  const known = await history();
  const alpha = policy.alpha.value;
  return locked.map(({ name: task }) => {
    const dataset = provenance.fingerprints[task]?.candidate?.dataset;
    // A round that cannot be read may be one that decided.
    return known === null || known.faults.length > 0 || typeof dataset !== 'string'
      ? { task, alpha, before: null }
      : lockedSplitUse(known.runs, { task, dataset, alpha });
  });
}
