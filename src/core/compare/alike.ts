import { runHashes, textHash, wordsOf } from './overlap.ts';

/** Two rows are near-duplicates where their runs of three words are the same to this share (Jaccard), as Lee et al. 2022 have it. */
const NEAR = 0.8;
const RUN = 3;
/** A run that more rows have is how they are all asked: rows that share no rarer one are not near each other. */
const MOST_SHARING = 100;

export interface AlikeRows {
  readonly rows: number;
  /** Ids of the first two. */
  readonly first: readonly [string, string];
}

/** Rows of one dataset that ask the same in the same words, and those that nearly do; null where there are none. */
export interface Alike {
  readonly same: AlikeRows | null;
  readonly near: AlikeRows | null;
}

/** A row as it is asked. */
export interface AskedRow {
  readonly id: string;
  readonly text: string;
  /** Of rows that belong together, which nobody takes for independent. */
  readonly cluster?: string | undefined;
}

/** Rows of distinct texts; the runs of all of them stand in one list, since hundreds of thousands of small ones are large. */
interface DistinctRows {
  readonly ids: string[];
  readonly clusters: (string | undefined)[];
  readonly runs: number[];
  /** Where the runs of a row begin, and behind the last row. */
  readonly starts: number[];
}

/**
 * Compares texts by their words, whatever their case and marks, and runs of words by hashes. Near ones are found by prefixes of the rarest
 * runs (Chaudhuri et al. 2006): rows with that much in common share one of them.
 */
export function alikeRows(rows: Iterable<AskedRow>): Alike {
  const named = new Map<number, string[]>();
  const distinct: DistinctRows = { ids: [], clusters: [], runs: [], starts: [0] };
  for (const { id, text, cluster } of rows) {
    const words = wordsOf(text);
    if (words.length === 0) continue;
    const name = textHash(words);
    const own = named.get(name);
    if (own !== undefined) {
      own.push(id);
      continue;
    }
    named.set(name, [id]);
    distinct.ids.push(id);
    distinct.clusters.push(cluster);
    for (const run of runHashes(words, RUN)) distinct.runs.push(run);
    distinct.starts.push(distinct.runs.length);
  }
  const same = [...named.values()].filter((ids) => ids.length > 1);
  return {
    same: alike(
      same.reduce((total, ids) => total + ids.length, 0),
      same[0],
    ),
    near: nearIn(distinct),
  };
}

const alike = (rows: number, [one, other]: readonly string[] = []): AlikeRows | null =>
  one === undefined || other === undefined ? null : { rows, first: [one, other] };

function nearIn({ ids, clusters, runs, starts }: DistinctRows): AlikeRows | null {
  const countOf = counterOf(runs);
  const runsOf = (row: number) => runs.slice(starts[row], starts[row + 1]);
  const rarest = new Map<number, number[]>();
  const found = new Set<number>();
  let first: readonly string[] | undefined;
  for (const [row, id] of ids.entries()) {
    const ordered = runsOf(row).sort((a, b) => countOf(a) - countOf(b) || a - b);
    const own = new Set(ordered);
    const prefix = ordered
      .slice(0, own.size - Math.ceil(NEAR * own.size) + 1)
      // One that no other row has leads to none.
      .filter((run) => countOf(run) > 1 && countOf(run) <= MOST_SHARING);
    const others = new Set(prefix.flatMap((run) => rarest.get(run) ?? []));
    for (const other of others) {
      const isTogether = clusters[row] !== undefined && clusters[row] === clusters[other];
      if (isTogether || jaccard(runsOf(other), own) < NEAR) continue;
      found.add(other).add(row);
      first ??= [ids[other] ?? '', id];
    }
    for (const run of prefix) {
      const sharing = rarest.get(run);
      if (sharing === undefined) rarest.set(run, [row]);
      else sharing.push(row);
    }
  }
  return alike(found.size, first);
}

/** How many rows have a run, up to 255; more where two runs share a place of the table, which at worst passes over a rare one. */
function counterOf(runs: readonly number[]): (run: number) => number {
  const counts = new Uint8Array(2 ** Math.ceil(Math.log2(Math.max(1024, 4 * runs.length))));
  const countOf = (run: number) => counts[run % counts.length] ?? 0;
  for (const run of runs) counts[run % counts.length] = Math.min(255, countOf(run) + 1);
  return countOf;
}

function jaccard(a: readonly number[], b: ReadonlySet<number>): number {
  if (Math.min(a.length, b.size) < NEAR * Math.max(a.length, b.size)) return 0;
  const shared = a.filter((run) => b.has(run)).length;
  return shared / (a.length + b.size - shared);
}
