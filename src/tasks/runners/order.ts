import { createHash } from 'node:crypto';
import { canonicalJson } from '../../core/domain/canonical-json.ts';
import type { RunRecord } from '../../core/domain/run.ts';

/**
 * A permutation of samples that depends on the seed, the dataset and the ids, and on nothing else: baseline and candidate
 * see the same order, whatever order the file has, and the first k samples of it are a random sample of k.
 */
export function sampleOrder<Sample extends { readonly id: string }>(
  samples: readonly Sample[],
  seed: number,
  datasetDigest: string,
): Sample[] {
  return ordered(samples, [seed, datasetDigest]);
}

/**
 * The order of a sequential run, another one for every model: where evaluation may stop early, no candidate can be trained on
 * the samples that come first. The same model always gets the same order, so that asking again is no second draw.
 */
export function sequentialOrder<Sample extends { readonly id: string }>(
  samples: readonly Sample[],
  { seed, fingerprint, model }: Pick<RunRecord, 'seed' | 'fingerprint' | 'model'>,
): Sample[] {
  return ordered(samples, [seed, fingerprint.dataset ?? null, model.digest, model.adapter_digest]);
}

function ordered<Sample extends { readonly id: string }>(
  samples: readonly Sample[],
  salt: readonly (string | number | boolean | null)[],
): Sample[] {
  return samples
    .map((sample) => ({ sample, key: digestOf([...salt, sample.id]) }))
    .sort((left, right) => (left.key < right.key ? -1 : 1))
    .map(({ sample }) => sample);
}

function digestOf(value: readonly unknown[]): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
