import type { BySide } from '../domain/decision.ts';
import { type SampleRecord, sampleKey } from '../domain/sample.ts';

/** The same sample in two runs; null on the side that lacks it. */
export interface SamplePair {
  readonly key: string;
  readonly baseline: SampleRecord | null;
  readonly candidate: SampleRecord | null;
}

export interface Pairing {
  /** Every key of either side once, in the order of keys, so that the order of lines in a file changes nothing. */
  readonly pairs: readonly SamplePair[];
  /** Keys that occur more than once on a side: which of their lines belong together cannot be known. */
  readonly duplicates: BySide<readonly string[]>;
}

/** Pairs samples by key, never by position. */
export function pairSamples(baseline: readonly SampleRecord[], candidate: readonly SampleRecord[]): Pairing {
  const left = indexByKey(baseline);
  const right = indexByKey(candidate);
  const keys = [...new Set([...left.samples.keys(), ...right.samples.keys()])].sort(byCodeUnits);
  return {
    pairs: keys.map((key) => ({
      key,
      baseline: left.samples.get(key) ?? null,
      candidate: right.samples.get(key) ?? null,
    })),
    duplicates: { baseline: left.duplicates, candidate: right.duplicates },
  };
}

function indexByKey(samples: readonly SampleRecord[]) {
  const byKey = new Map<string, SampleRecord>();
  const duplicates = new Set<string>();
  for (const sample of samples) {
    const key = sampleKey(sample);
    if (byKey.has(key)) duplicates.add(key);
    else byKey.set(key, sample);
  }
  return { samples: byKey, duplicates: [...duplicates].sort(byCodeUnits) };
}

/** The same order on every machine: no locale has a say. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
