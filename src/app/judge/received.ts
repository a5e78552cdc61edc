import { resolveConfig } from '../../config/resolve.ts';
import type { VerdictFile } from '../../core/domain/decision.ts';
import { openResults } from '../sides/declared.ts';
import { readToJudge, salvageToJudge } from '../sides/stored.ts';
import { judgeUnderPolicies, type Policies } from './policies.ts';

/** Samples that another job has made, and what they are judged by. */
export interface ReceivedRuns {
  /** The config's path, for people. */
  readonly file: string;
  /** As the pull request has it; null where it removes it, and the base branch's alone applies. */
  readonly config: string | null;
  /** Folder of the candidate's samples. */
  readonly candidate: string;
  /** Folder of the baseline's samples, from where the samples' maker cannot write. */
  readonly baseline: string;
  readonly policies: Policies;
}

/**
 * Judges what another job has evaluated. Nothing but its samples is read, whatever else it says of itself.
 * @throws WeighbridgeError when there is no config at all, or one is at fault
 */
export async function judgeReceived({
  file,
  config,
  candidate,
  baseline,
  policies,
}: ReceivedRuns): Promise<VerdictFile> {
  const text = config ?? policies.base?.config ?? '';
  const resolved = resolveConfig({ text, file });
  const sides = {
    baseline: await readToJudge(baseline, 'baseline'),
    // Foreign formats are read by more code than a stranger's samples should reach.
    candidate: await salvageToJudge(candidate, 'candidate'),
    ...(resolved.anchor === null ? {} : { anchor: await readToJudge(baseline, 'anchor') }),
  };
  const results = openResults(resolved, [...sides.baseline.runs, ...sides.candidate.runs]);
  return judgeUnderPolicies(resolveConfig({ text, file, results }), {}, sides, policies);
}
