import type { Mismatch } from '../domain/decision.ts';
import type { TaskComparison } from './compare.ts';

/** In what the policy has the baseline alone asked otherwise. */
export interface DeclaredPrompt {
  /** As the baseline's run has to record it. */
  readonly digest: string;
  /** What of a fingerprint its settings decide. */
  readonly decides: readonly Mismatch['field'][];
}

/**
 * The comparison where the policy has the baseline asked with a prompt of its own: what follows from just that is a remark. Anything else
 * that differs stays what it is, a baseline that was asked otherwise is not comparable, and neither is one that was not.
 */
export function acceptOwnPrompt(comparison: TaskComparison, declared: DeclaredPrompt | null): TaskComparison {
  const { mismatches, task, pairs } = { pairs: comparison.result?.pairs ?? 0, ...comparison };
  if (declared === null || comparison.result === null) return comparison;
  if (mismatches.some(({ field, severity }) => field === 'run' && severity === 'hard')) return comparison;
  const found = mismatches.find(({ field }) => field === 'own_prompt');
  const isMeant = found?.baseline === declared.digest && found.candidate === 'not recorded';
  if (!isMeant) {
    const missing: Mismatch = {
      ...{ task, field: 'own_prompt', severity: 'hard' },
      ...{ baseline: found?.baseline ?? 'not recorded', candidate: `declared ${declared.digest}` },
    };
    return { ...comparison, mismatches: [...mismatches.filter((each) => each !== found), missing] };
  }
  const follows = ({ field, setting, severity }: Mismatch) =>
    field === 'inputs' ||
    declared.decides.includes(field) ||
    // Other texts are other tokens; two tokenizers that cut one text otherwise have a difference of their own.
    (field === 'tokenizer' && setting === 'tokens' && severity === 'soft' && pairs > 0);
  const remark: Mismatch = { ...found, severity: 'soft' };
  return {
    ...comparison,
    mismatches: [remark, ...mismatches.filter((each) => each !== found && !follows(each))],
  };
}
