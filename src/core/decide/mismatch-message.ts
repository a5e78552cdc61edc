import type { Mismatch } from '../domain/decision.ts';
import { formatDigest, plural } from '../domain/format.ts';
import { FINGERPRINT_FIELDS, type FingerprintValue } from '../domain/run.ts';

/** Why two runs cannot be compared, in a whole sentence. */
export function mismatchMessage(mismatch: Mismatch): string {
  const { task, field, setting, baseline, candidate, against } = mismatch;
  const given = givenOtherwise(mismatch);
  if (given !== null)
    return `The runs of ${task} cannot be compared: ${given.words}, the first of them ${given.first}.`;
  const meant = setting ?? (field in FINGERPRINT_FIELDS ? means(field) : null);
  const what = meant === null ? field : `${meant} (${field})`;
  return `The runs of ${task} cannot be compared: ${what}: ${show(baseline)} in the ${against ?? 'baseline'}, ${show(candidate)} in the candidate.`;
}

function means(field: string): string {
  return field in FINGERPRINT_FIELDS
    ? FINGERPRINT_FIELDS[field as keyof typeof FINGERPRINT_FIELDS].means
    : field;
}

const show = (value: FingerprintValue): string => (value === null ? 'none' : formatDigest(String(value)));

const GIVEN: Partial<Record<Mismatch['field'], string>> = {
  inputs: 'what was asked',
  targets: 'what counts as right',
};

/** Of questions and right answers, whose digests say nothing to anybody: on how many samples they differ, and the first; else null. */
export function givenOtherwise({ field, baseline, against }: Mismatch) {
  const what = GIVEN[field];
  const [, first, count] = / at (.+) \((\d+) differ\)$/s.exec(String(baseline)) ?? [];
  if (what === undefined || first === undefined) return null;
  return {
    words: `${what} differs from the ${against ?? 'baseline'}'s on ${plural(Number(count), 'sample')}`,
    first,
  };
}
