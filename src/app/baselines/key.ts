import { createHash } from 'node:crypto';
import { canonicalJson } from '../../core/domain/canonical-json.ts';
import type { RunRecord } from '../../core/domain/run.ts';

/** What of a run decides its samples. Names and roles of tasks do not: they may change. */
export type Identified = Pick<RunRecord, 'model' | 'fingerprint' | 'metrics' | 'planned' | 'seed'>;

/**
 * SHA-256 of everything that can change a sample: weights, adapter, quantisation, and the whole fingerprint, with the digests
 * of dataset, prompts and templates, generation settings, engine and versions. One difference is another entry.
 */
export function entryKey({ model, fingerprint, metrics, planned, seed }: Identified): string {
  const { digest, adapter_digest, quantization } = model;
  const identity = { model: { digest, adapter_digest, quantization }, fingerprint, metrics, planned, seed };
  return createHash('sha256').update(canonicalJson(identity)).digest('hex');
}
