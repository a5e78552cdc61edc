import type { Flip } from '../domain/decision.ts';
import { worseSign } from '../domain/metric.ts';
import { ratioOfSums } from '../stats/ratio.ts';
import { byCodeUnits, type Pairs } from './pair.ts';
import type { MetricScores } from './scores.ts';

/** How many changed samples a reader is shown of each kind; the counts say how many there are. */
const MOST_REGRESSED = 24;
const MOST_IMPROVED = 12;

/** UTF-16 units of a question: a line has room for as many. */
const MOST_ASKED = 120;

interface Change {
  readonly key: string;
  readonly group: string | null;
  readonly before: number;
  readonly after: number;
  /** In the metric's unit, whichever way. */
  readonly size: number;
}

/**
 * The samples whose score changed most, those that got worse first. Equal changes (all flips of a 0/1 score) take turns
 * over the groups, those that moved most first, so that a few shown samples do not all come from one subject.
 */
export function worstFlips(pairs: Pairs, metric: MetricScores): Flip[] {
  const worse = worseSign(metric.declaration);
  const [regressed, improved] = [new Largest(MOST_REGRESSED), new Largest(MOST_IMPROVED)];
  const means = new Map<string | null, { sum: number; count: number }>();
  for (const { key, group, baseline, candidate } of metric.scores) {
    if (baseline === null || candidate === null) continue;
    const before = ratioOfSums([baseline]);
    const after = ratioOfSums([candidate]);
    const degradation = worse * (after - before);
    if (!Number.isFinite(degradation)) continue;
    const own = means.get(group) ?? { sum: 0, count: 0 };
    means.set(group, { sum: own.sum + degradation, count: own.count + 1 });
    if (degradation === 0) continue;
    const size = Math.abs(degradation);
    (degradation > 0 ? regressed : improved).add({ key, group, before, after, size });
  }
  const ranked = [...means]
    .sort(
      ([left, a], [right, b]) => b.sum / b.count - a.sum / a.count || byCodeUnits(left ?? '', right ?? ''),
    )
    .map(([group]) => group);
  const shown = [...regressed.changes(ranked), ...improved.changes(ranked.toReversed())];
  return shown.flatMap(({ key, group, before, after }): Flip[] => {
    const pair = pairs.find(key);
    if (!pair?.baseline || !pair.candidate) return [];
    // The baseline's word, which whoever wants to merge has not written.
    const asked = pair.baseline.asked ?? pair.candidate.asked;
    return [
      {
        id: pair.candidate.id,
        group,
        ...(asked === undefined ? {} : { question: lastParagraph(asked.question) }),
        baseline: { score: before, output: pair.baseline.output ?? null },
        candidate: { score: after, output: pair.candidate.output ?? null },
      },
    ];
  });
}

/** Behind examples and passages stands what was asked. */
function lastParagraph(question: string): string {
  const all = question.trim();
  const last = all
    .slice(all.lastIndexOf('\n\n') + 1)
    .trim()
    .replace(/\s+/g, ' ');
  return last.length <= MOST_ASKED
    ? last
    : `${last.slice(0, MOST_ASKED - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

const bySize = (a: Change, b: Change): number => b.size - a.size || byCodeUnits(a.key, b.key);

/** The largest changes so far: of every group as many as are shown in all, since no more of one can be. */
class Largest {
  readonly #most: number;
  readonly #byGroup = new Map<string | null, Change[]>();

  constructor(most: number) {
    this.#most = most;
  }

  add(change: Change): void {
    const own = this.#byGroup.get(change.group) ?? [];
    this.#byGroup.set(change.group, own);
    const last = own.at(-1);
    if (own.length === this.#most && last !== undefined && bySize(last, change) < 0) return;
    const place = own.findIndex((other) => bySize(change, other) < 0);
    own.splice(place === -1 ? own.length : place, 0, change);
    if (own.length > this.#most) own.pop();
  }

  /** @param groups whose turn is first */
  changes(groups: readonly (string | null)[]): Change[] {
    const turns = groups.flatMap((group) =>
      (this.#byGroup.get(group) ?? []).map((change, turn) => ({ change, turn })),
    );
    // Sorting is stable: in each turn groups stay in their order.
    turns.sort((a, b) => b.change.size - a.change.size || a.turn - b.turn);
    return turns.slice(0, this.#most).map(({ change }) => change);
  }
}
