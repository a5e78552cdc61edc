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

/** What draws the order of sequential runs where their author may not choose it. */
export interface OrderDraw {
  readonly fresh: number;
  /** Of checkpoints that an order was drawn for before, by their key: asking again is no second draw. */
  readonly earlier: Readonly<Record<string, number>>;
}

/** Stands for a checkpoint in a draw. */
export const checkpointKey = ({
  digest,
  adapter_digest,
}: Pick<RunRecord['model'], 'digest' | 'adapter_digest'>): string =>
  digestOf([digest, adapter_digest]).slice(0, 16);

export const drawnSeed = (draw: OrderDraw, model: RunRecord['model']): number =>
  draw.earlier[checkpointKey(model)] ?? draw.fresh;

/**
 * The order of a sequential run, another one for every model: where evaluation may stop early, no candidate can be trained on
 * the samples that come first. The same model always gets the same order, so that asking again is no second draw. Where the
 * order's seed was drawn, the dataset has no part in it: a row more, and the others would be drawn anew.
 */
export function sequentialOrder<Sample extends { readonly id: string }>(
  samples: readonly Sample[],
  { seed, order_seed, fingerprint, model }: Pick<RunRecord, 'seed' | 'order_seed' | 'fingerprint' | 'model'>,
): Sample[] {
  const drawn = order_seed === undefined ? [seed, fingerprint.dataset ?? null] : [order_seed];
  return ordered(samples, [...drawn, model.digest, model.adapter_digest]);
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
