import { questionOf, type SampleRecord } from '../domain/sample.ts';
import { SampleIndex } from '../domain/sample-index.ts';
import { filterOf, type Pairs, type SamplePair } from './pair.ts';

/** Rows that ask what a row of another cluster asks as well. */
export interface AskedAgain {
  readonly rows: number;
  /** Of so many. */
  readonly of: number;
  /** Keys of the first two. */
  readonly first: readonly [string, string];
}

/** Which rows of a task are not independent: those of a declared cluster, and those that ask the same. */
export interface Dependence {
  /** By position among the pairs. */
  readonly clusterAt: (position: number) => string | null;
  /** Null where no question comes twice, but for repeats, which are a cluster by declaration. */
  readonly askedAgain: AskedAgain | null;
}

/** What rows could have in common. */
const TELLING = ['cluster', 'question_digest', 'input_digest'] as const;

/** The baseline's word, which whoever wants to merge has not written. */
const sampleOf = ({ baseline, candidate }: SamplePair): SampleRecord | null => baseline ?? candidate;

/**
 * Joins declared clusters with rows of one question, as far as they reach into each other. A row asked twice is no second
 * piece of evidence: copied often enough, a few rows that both models get right would prove anything.
 */
export function dependenceOf(pairs: Pairs, filter: string | null): Dependence {
  if (TELLING.every((member) => pairs.lacks(member))) return { clusterAt: () => null, askedAgain: null };
  // The first row of its declared cluster, or the row itself; then of all that these were joined with.
  const declared = Int32Array.from({ length: pairs.length }, (_, position) => position);
  const named = new Map<string, number>();
  for (const [position, { cluster }] of rowsOf(pairs, filter)) {
    if (cluster === undefined) continue;
    declared[position] = named.get(cluster) ?? position;
    if (declared[position] === position) named.set(cluster, position);
  }
  const parents = declared.slice();
  const rootOf = (position: number): number => {
    let root = position;
    while ((parents[root] ?? root) !== root) root = parents[root] ?? root;
    for (let at = position; at !== root; ) {
      const next = parents[at] ?? root;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  const questions = new SampleIndex({ at: (position) => sampleAt(pairs, position) }, (sample) =>
    questionOf(sample),
  );
  const joined = new Uint8Array(pairs.length);
  // First rows of questions that are asked in several declared clusters.
  const spans = new Uint8Array(pairs.length);
  let of = 0;
  let first: AskedAgain['first'] | null = null;
  for (const [position, sample] of rowsOf(pairs, filter)) {
    of += 1;
    const question = questionOf(sample);
    if (question === null) continue;
    const earlier = questions.claim(question, position);
    if (earlier === undefined) continue;
    if (declared[earlier] !== declared[position]) {
      spans[earlier] = 1;
      first ??= [pairs.at(earlier)?.key ?? '', pairs.at(position)?.key ?? ''];
      const [root, other] = [rootOf(earlier), rootOf(position)];
      parents[other] = root;
      joined[root] = 1;
    }
  }
  const countRows = (): number => {
    let count = 0;
    for (const [, sample] of rowsOf(pairs, filter)) {
      const question = questionOf(sample);
      const asked = question === null ? undefined : questions.find(question);
      if (asked !== undefined && spans[asked] === 1) count += 1;
    }
    return count;
  };
  const rows = first === null ? 0 : countRows();
  return {
    clusterAt(position) {
      const root = rootOf(position);
      // No declared name has a control character, and names made of a sample's key begin with another one.
      return joined[root] === 1 ? `\u0001${root}` : (sampleAt(pairs, position)?.cluster ?? null);
    },
    askedAgain: first === null ? null : { rows, of, first },
  };
}

const sampleAt = (pairs: Pairs, position: number): SampleRecord | undefined => {
  const pair = pairs.at(position);
  return pair === undefined ? undefined : (sampleOf(pair) ?? undefined);
};

function* rowsOf(
  pairs: Pairs,
  filter: string | null,
): Generator<readonly [position: number, sample: SampleRecord]> {
  let position = 0;
  for (const pair of pairs) {
    const sample = sampleOf(pair);
    if (sample !== null && filterOf(pair) === filter) yield [position, sample];
    position += 1;
  }
}
