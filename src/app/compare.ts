import { compareRuns } from '../core/compare/compare.ts';
import type { BySide } from '../core/domain/decision.ts';
import { IssueList } from '../core/domain/errors.ts';
import type { Comparison } from '../report/comparison.ts';
import { inSharedUnits, readToJudge } from './sides/stored.ts';

/** Two folders of results next to each other, without a judgement: they may be the same. */
export async function compareResults(folders: BySide<string>): Promise<Comparison> {
  const { baseline, candidate } = inSharedUnits({
    baseline: await readToJudge(folders.baseline, 'baseline'),
    candidate: await readToJudge(folders.candidate, 'candidate'),
  });
  const faults = [...baseline.faults, ...candidate.faults];
  if (faults.length > 0) throw new IssueList('data', faults);
  const comparisons = compareRuns(baseline.runs, candidate.runs, []);
  return {
    schemaVersion: 1,
    tasks: comparisons.flatMap(({ result }) => result ?? []),
    comparability: comparisons.flatMap(({ mismatches }) => mismatches),
  };
}
