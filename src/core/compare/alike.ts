import { wordsOf } from './overlap.ts';

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

/**
 * Compares texts by their words, whatever their case and marks. Near ones are found exactly, by prefixes of the rarest runs (Chaudhuri et
 * al. 2006): rows with that much in common share one of them.
 */
export function alikeRows(rows: readonly { readonly id: string; readonly text: string }[]): Alike {
  const named = new Map<string, string[]>();
  for (const { id, text } of rows) {
    const name = wordsOf(text).join(' ');
    if (name === '') continue;
    const own = named.get(name);
    if (own === undefined) named.set(name, [id]);
    else own.push(id);
  }
  const same = [...named.values()].filter((ids) => ids.length > 1);
  const distinct = [...named].map(([name, [id = '']]) => ({ id, runs: runsIn(name) }));
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

function runsIn(name: string): ReadonlySet<string> {
  const words = name.split(' ');
  const runs = new Set<string>();
  for (let start = 0; start + RUN <= words.length; start++)
    runs.add(words.slice(start, start + RUN).join(' '));
  return runs;
}

function nearIn(
  rows: readonly { readonly id: string; readonly runs: ReadonlySet<string> }[],
): AlikeRows | null {
  const frequency = new Map<string, number>();
  for (const { runs } of rows) for (const run of runs) frequency.set(run, (frequency.get(run) ?? 0) + 1);
  const rarest = new Map<string, number[]>();
  const found = new Set<number>();
  let first: readonly string[] | undefined;
  for (const [position, { id, runs }] of rows.entries()) {
    const ordered = [...runs].sort(
      (a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1),
    );
    const prefix = ordered
      .slice(0, runs.size - Math.ceil(NEAR * runs.size) + 1)
      .filter((run) => (frequency.get(run) ?? 0) <= MOST_SHARING);
    const others = new Set(prefix.flatMap((run) => rarest.get(run) ?? []));
    for (const other of others) {
      const row = rows[other];
      if (row === undefined || jaccard(row.runs, runs) < NEAR) continue;
      found.add(other).add(position);
      first ??= [row.id, id];
    }
    for (const run of prefix) {
      const sharing = rarest.get(run);
      if (sharing === undefined) rarest.set(run, [position]);
      else sharing.push(position);
    }
  }
  return alike(found.size, first);
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size < NEAR * large.size) return 0;
  let shared = 0;
  for (const run of small) if (large.has(run)) shared += 1;
  return shared / (a.size + b.size - shared);
}
