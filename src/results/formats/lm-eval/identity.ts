import { stat } from 'node:fs/promises';
import { numberedId } from '../format.ts';
import type { LmEvalRow, RowSource } from './rows.ts';
import { linesOf } from './values.ts';

export type FilteredRow = LmEvalRow & { readonly filter: string };

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
 * @param filters how many lines a document has
 * @param read the lines in groups, from the first one every time
 * @returns groups, likewise
 */
export async function* identified(
  file: RowSource,
  filters: number,
  read: () => AsyncIterable<Iterable<FilteredRow>>,
): AsyncGenerator<Iterable<IdentifiedRow>> {
  const single =
    typeof file !== 'string' || (await sizeOf(file)) <= MOST_KEPT_BYTES
      ? null
      : await singleDocuments(file, filters);
  const kept = new Map<string, FilteredRow[]>();
  function* singleAmong(rows: Iterable<FilteredRow>): Generator<IdentifiedRow> {
    for (const row of rows) {
      if (single?.has(shortened(row.docDigest))) yield { row, id: row.docDigest };
      else {
        const key = `${row.docDigest}${row.filter}`;
        if (kept.get(key)?.push(row) === undefined) kept.set(key, [row]);
      }
    }
  }
  for await (const rows of read()) yield singleAmong(rows);
  yield numberedAmong(kept.values());
}

const sizeOf = async (file: string): Promise<number> =>
  (await stat(file)).size * (file.endsWith('.gz') ? PACKED : 1);

/**
 * Documents that have one line a filter. A hash is found without reading all of its line, at its last mention; one that
 * is found elsewhere, or not at all, makes documents be kept or be there twice, which is refused.
 */
async function singleDocuments(file: string, filters: number): Promise<ReadonlyMap<number, number>> {
  const lines = new Map<number, number>();
  const hash = /"doc_hash":\s*"([0-9a-f]{64})"/y;
  for await (const group of linesOf(file)) {
    for (const { text } of group) {
      hash.lastIndex = Math.max(0, text.lastIndexOf('"doc_hash"'));
      const found = hash.exec(text)?.[1];
      if (found === undefined) continue;
      const document = shortened(found);
      lines.set(document, (lines.get(document) ?? 0) + 1);
    }
  }
  for (const [document, count] of lines) if (count !== filters) lines.delete(document);
  return lines;
}

/** Two hashes with the same first 52 bits are kept as if they were equal documents; that costs memory only. */
const shortened = (hash: string): number => Number.parseInt(hash.slice(0, 13), 16);

function* numberedAmong(documents: Iterable<readonly FilteredRow[]>): Generator<IdentifiedRow> {
  for (const rows of documents) yield* numbered(rows);
}

function* numbered(rows: readonly FilteredRow[]): Generator<IdentifiedRow> {
  const order = ({ promptDigest, targetDigest }: FilteredRow) => `${promptDigest} ${targetDigest}`;
  const sorted =
    rows.length === 1
      ? rows
      : rows.toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : a.docId - b.docId));
  for (const [index, row] of sorted.entries()) {
    yield { row, id: numberedId(row.docDigest, index + 1) };
  }
}
