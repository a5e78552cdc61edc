import { z } from 'zod';
import type { FoldRuns } from '../core/compare/fold-names.ts';
import { crossValidationOf, type FoldRow, joinFolds } from '../core/compare/folds.ts';
import { canonicalJson } from '../core/domain/canonical-json.ts';
import type { VerdictFile } from '../core/domain/decision.ts';
import { IssueList, WeighbridgeError } from '../core/domain/errors.ts';
import type { HeldOutFold } from '../core/domain/folds.ts';
import type { ModelIdentity } from '../core/domain/model.ts';
import { Staging } from '../results/store/staging.ts';
import { sha256Hex } from '../tasks/scorers/scorer.ts';
import { readToJudge, type StoredSides } from './sides/stored.ts';

const row = z.object({
  id: z.union([z.string().min(1), z.int()]).transform(String),
  fold: z.union([z.string().min(1), z.int()]).transform(String),
  task: z.string().min(1).optional(),
});

/** Results by the fold that their checkpoint was not trained on. */
export type FoldResults = readonly { readonly fold: string; readonly path: string }[];

/**
 * Writes results of k checkpoints as one candidate, each sample by the checkpoint whose fold held it out.
 * @param file rows of `id`, `fold` and, where ids of tasks are alike, `task`
 * @returns the folder of the candidate
 * @throws WeighbridgeError `data` for a fold that is missing, asked otherwise, or holds a sample that another one holds too
 */
export async function joinFoldResults(file: string, results: FoldResults, out: string): Promise<string> {
  const { readRows } = await import('../tasks/datasets/load.ts');
  const rows = (await readRows(file)).map(({ line, fields }): FoldRow => {
    const { data } = row.safeParse(fields);
    if (data !== undefined) return data;
    throw new WeighbridgeError('data', 'this is no row of folds', {
      at: { file, line },
      fix: 'give each row the `id` of a sample and its `fold`',
    });
  });
  const folds: FoldRuns[] = [];
  for (const { fold, path } of results) {
    const { runs, faults } = await readToJudge(path, 'candidate');
    if (faults.length > 0) throw new IssueList('data', faults);
    folds.push({ fold, runs });
  }
  const staging = await Staging.open(out);
  try {
    for (const { record, samples } of joinFolds(folds, rows))
      await staging.add({ ...record, model: modelOf(record.folds) }, inOneBatch(samples));
    await staging.publish();
  } finally {
    await staging.close();
  }
  return out;
}

async function* inOneBatch<Sample>(samples: readonly Sample[]): AsyncGenerator<readonly Sample[]> {
  yield samples;
}

const modelOf = (folds: readonly HeldOutFold[]): ModelIdentity => ({
  source: `${folds.length} checkpoints, each on the fold that was held out from it`,
  digest: `sha256:${sha256Hex(canonicalJson(folds.map(({ digest }) => digest)))}`,
  ...{ adapter_digest: null, architecture: null, parameter_count: null, quantization: null },
});

/** The verdict with what the folds say of the recipe, where the candidate was joined of folds. It changes nothing else. */
export function withFolds(
  verdict: VerdictFile,
  { baseline, candidate }: Pick<StoredSides, 'baseline' | 'candidate'>,
  alpha: number,
): VerdictFile {
  const crossValidation = crossValidationOf(baseline.runs, candidate.runs, alpha);
  return crossValidation.length === 0 ? verdict : { ...verdict, crossValidation };
}
