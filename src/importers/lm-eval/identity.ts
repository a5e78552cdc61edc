import { stat } from 'node:fs/promises';
import type { Row } from './rows.ts';

export type FilteredRow = Row & { readonly filter: string };

export interface IdentifiedRow {
  readonly row: FilteredRow;
  readonly id: string;
}

/** Lines of files up to this size are kept while they are told apart; larger files are read twice instead. */
const MOST_KEPT_BYTES = 32 * 1024 * 1024;

/** What samples shrink to when packed: prompts of few-shot examples repeat. */
const PACKED = 8;

/**
 * Documents are told by their hash, and the equal ones among them by a number. They are numbered in an order of their own,
 * since the order of lines means nothing, so that of those no line can be given out before all are known.
 * @param read the lines, from the first one every time
 */
export async function* identified(
  file: string,
  read: () => AsyncIterable<FilteredRow>,
): AsyncGenerator<IdentifiedRow> {
  const bytes = (await stat(file)).size * (file.endsWith('.gz') ? PACKED : 1);
  const repeated = bytes <= MOST_KEPT_BYTES ? null : await repeatedDocuments(read());
  const kept = new Map<string, FilteredRow[]>();
  for await (const row of read()) {
    const key = documentOf(row);
    if (repeated?.has(key) === false) yield { row, id: row.docDigest };
    else if (kept.get(key)?.push(row) === undefined) kept.set(key, [row]);
  }
  for (const rows of kept.values()) yield* numbered(rows);
}

const documentOf = ({ docDigest, filter }: FilteredRow): string => `${docDigest}${filter}`;

async function repeatedDocuments(rows: AsyncIterable<FilteredRow>): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for await (const row of rows) {
    const key = documentOf(row);
    if (seen.has(key)) repeated.add(key);
    seen.add(key);
  }
  return repeated;
}

function* numbered(rows: readonly FilteredRow[]): Generator<IdentifiedRow> {
  const order = ({ promptDigest, targetDigest }: FilteredRow) => `${promptDigest} ${targetDigest}`;
  const sorted =
    rows.length === 1
      ? rows
      : rows.toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : a.docId - b.docId));
  for (const [index, row] of sorted.entries()) {
    yield { row, id: index === 0 ? row.docDigest : `${row.docDigest}#${index + 1}` };
  }
}
