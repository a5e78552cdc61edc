import type { Flip } from '../domain/decision.ts';
import { worseSign } from '../domain/metric.ts';
import { ratioOfSums } from '../stats/ratio.ts';
import { byCodeUnits, type Pairs } from './pair.ts';
import type { MetricScores } from './scores.ts';

/** How many changed samples a reader is shown of each kind; the counts say how many there are. */
const MOST_REGRESSED = 24;
const MOST_IMPROVED = 12;

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
 * over the groups, so that a few shown samples do not all come from one subject.
 */
export function worstFlips(pairs: Pairs, metric: MetricScores): Flip[] {
  const worse = worseSign(metric.declaration);
  const [regressed, improved] = [new Largest(MOST_REGRESSED), new Largest(MOST_IMPROVED)];
  for (const { key, group, baseline, candidate } of metric.scores) {
    if (baseline === null || candidate === null) continue;
    const before = ratioOfSums([baseline]);
    const after = ratioOfSums([candidate]);
    const degradation = worse * (after - before);
    if (!Number.isFinite(degradation) || degradation === 0) continue;
    const size = Math.abs(degradation);
    (degradation > 0 ? regressed : improved).add({ key, group, before, after, size });
  }
  return [...regressed.changes(), ...improved.changes()].flatMap(({ key, group, before, after }): Flip[] => {
    const pair = pairs.find(key);
    if (!pair?.baseline || !pair.candidate) return [];
    return [
      {
        id: pair.candidate.id,
        group,
        baseline: { score: before, output: pair.baseline.output ?? null },
        candidate: { score: after, output: pair.candidate.output ?? null },
      },
    ];
  });
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

  changes(): Change[] {
    const turns = [...this.#byGroup.values()].flatMap((own) => own.map((change, turn) => ({ change, turn })));
    turns.sort((a, b) => b.change.size - a.change.size || a.turn - b.turn || bySize(a.change, b.change));
    return turns.slice(0, this.#most).map(({ change }) => change);
  }
}
