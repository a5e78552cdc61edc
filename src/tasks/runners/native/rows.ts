import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import { dayOf } from '../../../core/metrics/text/days.ts';
import type { DatasetRow } from '../../datasets/identify.ts';
import { type Dataset, loadDataset, placeOfDataset } from '../../datasets/load.ts';
import type { PlannedSample } from '../runner.ts';
import type { TemplateInput } from './template.ts';

/** A row with everything a task needs to point at it. */
export interface SourceRow extends TemplateInput {
  readonly planned: PlannedSample;
}

export interface SourceRows {
  readonly dataset: Dataset;
  readonly rows: readonly SourceRow[];
}

/** Options that say which rows there are. */
interface RowOptions {
  readonly dataset: string;
  readonly id_field?: string | undefined;
  readonly json_fields?: readonly string[] | undefined;
  readonly group_field?: string | undefined;
  readonly cluster_field?: string | undefined;
  readonly date_field?: string | undefined;
  readonly trained_until?: string | undefined;
}

/** @throws WeighbridgeError `data` */
export async function loadRows(options: RowOptions, directory: string): Promise<SourceRows> {
  const dataset = await loadDataset(placeOfDataset(directory, options.dataset), {
    idField: options.id_field,
    jsonFields: options.json_fields,
  });
  assertLater(options, dataset);
  const rows = dataset.rows.map((row) => {
    const at: Location = { file: dataset.file, line: row.line };
    return {
      fields: row.fields,
      at,
      planned: {
        id: row.id,
        index: row.index,
        ...label('group', options.group_field, row, at),
        ...label('cluster', options.cluster_field, row, at),
      },
    };
  });
  return { dataset, rows };
}

/** The day that a date or a time of ISO 8601 begins with. */
const DAY = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/;

/**
 * Rows from before the end of the training data may have been learnt, and one that names no day may be from any.
 * @throws WeighbridgeError `config` or `data`
 */
function assertLater({ date_field: field, trained_until: until }: RowOptions, { file, rows }: Dataset): void {
  if (until === undefined) return;
  if (field === undefined) {
    throw new WeighbridgeError('config', 'trained_until needs a date_field to compare with', {
      fix: 'name the field with the day of a row in date_field',
    });
  }
  for (const { fields, line } of rows) {
    const value = Object.hasOwn(fields, field) ? fields[field] : undefined;
    const [, day] = (typeof value === 'string' ? DAY.exec(value) : null) ?? [];
    const at = { file, line, key: field };
    if (day === undefined || dayOf(day, 'iso') === null) {
      throw new WeighbridgeError('data', `the row has no usable day: ${JSON.stringify(value) ?? 'missing'}`, {
        at,
        fix: 'write it as 2025-03-01, or leave the row out',
      });
    }
    if (day <= until) {
      throw new WeighbridgeError(
        'data',
        `the row is of ${day}, and the model was trained on data until ${until}`,
        { at, fix: 'ask only rows of later days: the split is not one in time' },
      );
    }
  }
}

function label(kind: 'group' | 'cluster', field: string | undefined, row: DatasetRow, at: Location) {
  return field === undefined ? {} : { [kind]: fieldLabel(kind, field, row, at) };
}

/**
 * A group or cluster that a row lacks would silently weaken the statistics: it is an error.
 * @throws WeighbridgeError `data`
 */
export function fieldLabel(
  kind: 'group' | 'cluster',
  field: string,
  { fields }: Pick<DatasetRow, 'fields'>,
  at: Location,
): string {
  const value = Object.hasOwn(fields, field) ? fields[field] : undefined;
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text === 'string' && text !== '' && text.length <= 512 && !/\p{Cc}/u.test(text)) return text;
  throw new WeighbridgeError('data', `the row has no usable ${kind}: ${JSON.stringify(value) ?? 'missing'}`, {
    at: { ...at, key: field },
    fix: `give every row a short text or a whole number in ${JSON.stringify(field)}, or remove ${kind}_field`,
  });
}
