import { createHash } from 'node:crypto';
import { canonicalJson } from '../../core/domain/canonical-json.ts';

/** SHA-256 of a value's canonical JSON, in hex. */
export function datasetDigest(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/**
 * SHA-256 over the rows in order, in hex. It speaks of the rows, not of the file: the same rows as JSONL, JSON or CSV,
 * compressed or not, have one digest.
 */
export function digestOfRows(rows: readonly unknown[]): string {
  const hash = createHash('sha256');
  for (const row of rows) hash.update(canonicalJson(row)).update('\n');
  return hash.digest('hex');
}
