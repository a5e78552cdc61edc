import type { ResolvedConfig } from '../../config/resolved.ts';
import { type DriftRequest, driftOf } from '../../core/compare/drift.ts';
import type { Mismatch, VerdictFile } from '../../core/domain/decision.ts';
import type { MeasuredDrift, TaskDrift } from '../../core/domain/drift.ts';
import { answerReader } from '../../tasks/scorers/answer-reading.ts';
import type { BasePolicy } from '../policy.ts';
import type { StoredSides } from '../sides/stored.ts';

/** What reads answers for gates on their drift; nothing where no policy has any. */
export async function readerFor(
  { gates }: Pick<ResolvedConfig, 'gates'>,
  base: BasePolicy | null,
): Promise<Pick<StoredSides, 'reader'>> {
  const texts = [base?.config, base?.tip?.config];
  const isAsked =
    gates.some(({ rule }) => rule === 'max_drift') ||
    texts.some((text) => text?.includes('max_drift') === true);
  return isAsked ? { reader: await answerReader() } : {};
}

/** The verdict with how far the answers have drifted, of the tasks of which the config wants to know. It changes nothing else. */
export async function withDrift(
  verdict: VerdictFile,
  { drift: tasks, policy, includeSamples }: ResolvedConfig,
  sides: Pick<StoredSides, 'baseline' | 'candidate'>,
): Promise<VerdictFile> {
  if (tasks.length === 0) return verdict;
  const runOf = (side: 'baseline' | 'candidate', task: string) =>
    sides[side].runs.find(({ record }) => record.task === task) ?? null;
  const requests = tasks.map(
    (task): DriftRequest => ({
      task,
      runs: { baseline: runOf('baseline', task), candidate: runOf('candidate', task) },
      unlike: unlikeIn(verdict.comparability, task),
    }),
  );
  const options = { reader: await answerReader(), minCoverage: policy.minCoverage.value };
  const drift = driftOf(requests, options);
  return { ...verdict, drift: includeSamples === 'none' ? drift.map(withoutWords) : drift };
}

function unlikeIn(mismatches: readonly Mismatch[], task: string): string | null {
  const fields = mismatches
    .filter((each) => each.task === task && each.severity === 'hard' && each.against === undefined)
    .map(({ field }) => field.replaceAll('_', ' '));
  return fields.length === 0 ? null : [...new Set(fields)].join(', ');
}

/** Words are those of a model's answers. */
const withoutWords = (task: TaskDrift): TaskDrift => ({
  ...task,
  features: task.features.map((feature) => {
    if (!('words' in feature)) return feature;
    const { words: _, ...rest }: MeasuredDrift = feature;
    return rest;
  }),
});
