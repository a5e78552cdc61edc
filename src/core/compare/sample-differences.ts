import type { Mismatch } from '../domain/decision.ts';
import { formatCount } from '../domain/format.ts';
import { designOf, type FingerprintValue, type RunRecord } from '../domain/run.ts';
import type { SampleRecord } from '../domain/sample.ts';
import { countDifferences } from './aggregate-only.ts';
import { displayKey, type Pairing, type SamplePair } from './pair.ts';

type Difference = Omit<Mismatch, 'task'>;

/** In what the samples differ that two runs have: how many there are of what was planned, and what each side was given. */
export function sampleDifferences(baseline: RunRecord, candidate: RunRecord, pairing: Pairing): Difference[] {
  const { duplicates } = pairing;
  const samples: Difference[] = [];
  const differ = (left: FingerprintValue, right: FingerprintValue) =>
    samples.push({ field: 'samples', baseline: left, candidate: right, severity: 'hard' });
  const isAggregated = (baseline.aggregates ?? candidate.aggregates) !== undefined;
  if (isAggregated) samples.push(...countDifferences(baseline, candidate).map(hard));
  else if (baseline.planned !== candidate.planned) {
    differ(`${formatCount(baseline.planned)} planned`, `${formatCount(candidate.planned)} planned`);
  }
  if (duplicates.baseline.length + duplicates.candidate.length > 0) {
    differ(describeDuplicates(duplicates.baseline), describeDuplicates(duplicates.candidate));
  }
  const beyond = {
    baseline: beyondPlan(baseline, pairing, 'baseline'),
    candidate: beyondPlan(candidate, pairing, 'candidate'),
  };
  if (beyond.baseline + beyond.candidate > 0) {
    differ(
      `${formatCount(beyond.baseline)} beyond the plan`,
      `${formatCount(beyond.candidate)} beyond the plan`,
    );
  }
  if (designOf(candidate) === 'sequential' && !isAggregated) {
    const [left, right] = [evaluatedOf(pairing, 'baseline'), evaluatedOf(pairing, 'candidate')];
    const enough = candidate.status.state === 'complete' ? candidate.status.stopped?.after : undefined;
    if (left < baseline.planned || right < (enough ?? candidate.planned)) {
      differ(
        `${formatCount(left)} of ${formatCount(baseline.planned)} evaluated`,
        `${formatCount(right)} of ${formatCount(enough ?? candidate.planned)} evaluated`,
      );
    }
  }
  return [...samples, ...unpairedSamples(candidate, pairing), ...pairDifferences(pairing)];
}

const hard = (difference: Pick<Mismatch, 'baseline' | 'candidate'>): Difference => ({
  ...difference,
  field: 'samples',
  severity: 'hard',
});

/**
 * Samples that only one side has. How many a verdict can do without is the policy's coverage to say; a reader sees them in
 * any case. What a sequential candidate has not come to is not missing.
 */
function unpairedSamples(candidate: RunRecord, { pairs }: Pairing): Difference[] {
  if (pairs.complete === pairs.length) return [];
  const only = { baseline: { count: 0, first: '' }, candidate: { count: 0, first: '' } };
  for (const pair of pairs) {
    if (pair.baseline !== null && pair.candidate !== null) continue;
    const own = only[pair.baseline === null ? 'candidate' : 'baseline'];
    if (own.count === 0) own.first = pair.key;
    own.count += 1;
  }
  if (designOf(candidate) === 'sequential') only.baseline.count = 0;
  if (only.baseline.count + only.candidate.count === 0) return [];
  const show = ({ count, first }: (typeof only)['baseline']) =>
    count === 0 ? 'none missing on the other side' : `${count} only here, first ${displayKey(first)}`;
  return [
    { field: 'samples', baseline: show(only.baseline), candidate: show(only.candidate), severity: 'soft' },
  ];
}

function describeDuplicates(keys: readonly string[]): string {
  return keys.length === 0
    ? 'no duplicates'
    : `${keys.length} duplicate ids, first ${displayKey(keys[0] ?? '')}`;
}

/** Samples of which a side has a line. */
function evaluatedOf({ pairs }: Pairing, side: 'baseline' | 'candidate'): number {
  const ids = new Set<string>();
  for (const { [side]: sample } of pairs) if (sample !== null) ids.add(sample.id);
  return ids.size;
}

/** Lines more than planned in any one filter. */
function beyondPlan(record: RunRecord, { pairs }: Pairing, side: 'baseline' | 'candidate'): number {
  if (pairs.lacks('filter')) return Math.max(0, pairs.count(side) - record.planned);
  const lines = new Map<string | undefined, number>();
  for (const { [side]: sample } of pairs) {
    if (sample !== null) lines.set(sample.filter, (lines.get(sample.filter) ?? 0) + 1);
  }
  return Math.max(0, ...[...lines.values()].map((count) => count - record.planned));
}

interface Given {
  readonly field: 'inputs' | 'targets' | 'samples';
  readonly member: 'input_digest' | 'target_digest' | 'cluster' | 'group';
  readonly shown?: string;
}

/** What the two sides of a pair must have been given alike. */
const GIVEN_ALIKE: readonly Given[] = [
  { field: 'inputs', member: 'input_digest' },
  { field: 'targets', member: 'target_digest' },
  { field: 'samples', member: 'cluster', shown: 'cluster ' },
  { field: 'samples', member: 'group', shown: 'group ' },
];

const givenTo = (sample: SampleRecord, { member }: Given): string => sample[member] ?? 'none';

/** Pairs of which the two sides were given different things under the same id: counted, and the first one shown. */
function pairDifferences({ pairs }: Pairing): Difference[] {
  const counted = GIVEN_ALIKE.filter(({ member }) => !pairs.lacks(member)).map((given) => ({
    ...{ given, count: 0, first: null as SamplePair | null },
  }));
  if (counted.length === 0) return [];
  for (const pair of pairs) {
    const { baseline, candidate } = pair;
    if (baseline === null || candidate === null) continue;
    for (const each of counted) {
      if (givenTo(baseline, each.given) === givenTo(candidate, each.given)) continue;
      each.first ??= pair;
      each.count += 1;
    }
  }
  return counted.flatMap(({ given, count, first }) => {
    if (first === null) return [];
    const { field, shown = '' } = given;
    const show = (sample: SampleRecord | null) =>
      `${shown}${sample === null ? 'none' : givenTo(sample, given)} at ${displayKey(first.key)} (${count} differ)`;
    return [
      { field, baseline: show(first.baseline), candidate: show(first.candidate), severity: 'hard' as const },
    ];
  });
}
