import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import type { MetricDeclaration } from '../../core/domain/metric.ts';
import { isRatio, isUnscored, type SampleRecord, type Score } from '../../core/domain/sample.ts';
import { writeAtomically } from '../store/atomic-file.ts';
import { makeDirectory, onDisk } from '../store/disk-faults.ts';
import { taskFolder } from '../store/layout.ts';
import type { Exporter } from './format.ts';

/** A metric of a sample: a row. */
interface Row {
  readonly sample: SampleRecord;
  readonly metric: MetricDeclaration;
  readonly score: Score;
}

const isOfParts = (score: Score): score is Extract<Score, { readonly parts: unknown }> =>
  typeof score === 'object' && 'parts' in score;

type Cell = string | number | null | undefined;

/** Columns as a plain table has them, and what such a table has no place for. */
const COLUMNS: Readonly<
  Record<
    string,
    { readonly type: 'STRING' | 'DOUBLE' | 'INT32'; readonly of: (row: Row, task: string) => Cell }
  >
> = {
  task: { type: 'STRING', of: (_row, task) => task },
  id: { type: 'STRING', of: ({ sample }) => sample.id },
  index: { type: 'INT32', of: ({ sample }) => sample.index },
  filter: { type: 'STRING', of: ({ sample }) => sample.filter },
  group: { type: 'STRING', of: ({ sample }) => sample.group },
  cluster: { type: 'STRING', of: ({ sample }) => sample.cluster },
  weight: { type: 'DOUBLE', of: ({ sample }) => sample.weight },
  metric: { type: 'STRING', of: ({ metric }) => metric.name },
  direction: { type: 'STRING', of: ({ metric }) => metric.direction },
  unit: { type: 'STRING', of: ({ metric }) => metric.unit },
  score: { type: 'DOUBLE', of: ({ score }) => (typeof score === 'number' ? score : null) },
  numerator: { type: 'DOUBLE', of: ({ score }) => (isRatio(score) ? score.numerator : null) },
  denominator: { type: 'DOUBLE', of: ({ score }) => (isRatio(score) ? score.denominator : null) },
  parts: { type: 'STRING', of: ({ score }) => (isOfParts(score) ? JSON.stringify(score.parts) : null) },
  unscored: { type: 'STRING', of: ({ score }) => (isUnscored(score) ? score.unscored : null) },
  input_digest: { type: 'STRING', of: ({ sample }) => sample.input_digest },
  target_digest: { type: 'STRING', of: ({ sample }) => sample.target_digest },
  question: { type: 'STRING', of: ({ sample }) => sample.asked?.question },
  reference: { type: 'STRING', of: ({ sample }) => sample.asked?.reference },
  output: { type: 'STRING', of: ({ sample }) => sample.output },
};

/** For databases: a row a sample and metric, and the run's record in the metadata of the file. */
export const parquetExporter: Exporter = {
  summary: 'Parquet: a table a task, a row a sample and metric, for DuckDB, pandas and their like',

  async write({ record, samples }, folder) {
    const { task, metrics } = record;
    const rows = samples.flatMap((sample) =>
      metrics.flatMap((metric): Row[] => {
        const score = sample.scores[metric.name];
        return score === undefined ? [] : [{ sample, metric, score }];
      }),
    );
    if (rows.length === 0) {
      throw new WeighbridgeError('data', `${task} has no samples to export`, {
        fix: 'evaluate it with its samples: of sums alone there is no table',
      });
    }
    // Loaded when it is needed, like all that only some commands do.
    const { parquetWriteBuffer } = await import('hyparquet-writer');
    const file = join(folder, `${taskFolder(task)}.parquet`);
    const content = parquetWriteBuffer({
      columnData: Object.entries(COLUMNS).map(([name, { type, of }]) => ({
        ...{ name, type, nullable: true, data: rows.map((row) => of(row, task) ?? null) },
      })),
      kvMetadata: [{ key: 'weighbridge', value: JSON.stringify(record) }],
    });
    await onDisk(folder, async () => {
      await makeDirectory(folder);
      await writeAtomically(file, Buffer.from(content));
    });
    return [file];
  },
};
