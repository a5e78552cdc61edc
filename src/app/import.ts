import { existsSync } from 'node:fs';
import { IssueList, WeighbridgeError } from '../core/domain/errors.ts';
import type { GatedSide } from '../core/domain/run.ts';
import { findFormat, RESULT_FORMATS } from '../results/formats/registry.ts';
import { parseSelection } from '../results/formats/selection.ts';
import { attempt } from '../results/store/results.ts';
import { Staging } from '../results/store/staging.ts';

export interface ImportedRun {
  readonly task: string;
  readonly folder: string;
  /** Lines: a document has one a filter. */
  readonly samples: number;
}

export interface ImportedResults {
  readonly runs: readonly ImportedRun[];
  /** What was passed over, and what was read otherwise than it seems. */
  readonly notes: readonly string[];
}

/**
 * Writes results of another program as runs of one side: all of them, or none where any is at fault.
 * @throws WeighbridgeError `data` when nobody knows the format, or the results are at fault
 */
export async function importResults(path: string, side: GatedSide, out: string): Promise<ImportedResults> {
  const format = await findFormat(path);
  if (format === null) {
    const { file } = parseSelection(path);
    if (!existsSync(file)) {
      throw new WeighbridgeError('data', 'no such file or folder', {
        at: { file },
        fix: 'name the results by the path at which they lie',
      });
    }
    const known = Object.values(RESULT_FORMATS)
      .map(({ name, summary }) => `${name} (${summary})`)
      .join('; ');
    throw new WeighbridgeError('data', 'no results in a format that is known', {
      at: { file: path },
      fix: `name results of one of these: ${known}`,
    });
  }
  const { runs, faults, notes } = await format.load(path, side);
  const failed = [...faults];
  const staging = await Staging.open(out);
  try {
    const samples = new Map<string, number>();
    for (const run of runs) {
      await attempt(failed, async () =>
        samples.set(run.record.task, await staging.add(run.record, run.samples())),
      );
    }
    if (failed.length > 0) throw new IssueList('data', failed);
    const published = await staging.publish();
    const imported = published.map(({ record: { task }, folder }) => ({
      ...{ task, folder, samples: samples.get(task) ?? 0 },
    }));
    return { runs: imported, notes };
  } finally {
    await staging.close();
  }
}
