import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json.ts';

/**
 * A permutation of samples that depends on the seed, the dataset and the ids, and on nothing else: baseline and candidate
 * see the same order, whatever order the file has, and the first k samples of it are a random sample of k.
 */
export function sampleOrder<Sample extends { readonly id: string }>(
  samples: readonly Sample[],
  seed: number,
  datasetDigest: string,
): Sample[] {
  return samples
    .map((sample) => ({ sample, key: keyOf(seed, datasetDigest, sample.id) }))
    .sort((left, right) => (left.key < right.key ? -1 : 1))
    .map(({ sample }) => sample);
}

function keyOf(seed: number, datasetDigest: string, id: string): string {
  return createHash('sha256')
    .update(canonicalJson([seed, datasetDigest, id]))
    .digest('hex');
}
