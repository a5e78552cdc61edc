import type { Flip } from '../domain/decision.ts';
import { ratioOfSums } from '../stats/ratio.ts';
import { byCodeUnits, type SamplePair } from './pair.ts';
import type { MetricScores } from './scores.ts';

/** How many changed samples a reader is shown of each kind; the counts say how many there are. */
const MOST_REGRESSED = 24;
const MOST_IMPROVED = 12;

interface Change {
  readonly flip: Flip;
  /** In the metric's unit, plus is better. */
  readonly gain: number;
}

/**
 * The samples whose score changed most, those that got worse first. Equal changes (all flips of a 0/1 score) take turns
 * over the groups, so that a few shown samples do not all come from one subject.
 */
export function worstFlips(pairs: readonly SamplePair[], metric: MetricScores): Flip[] {
  const better = metric.declaration.direction === 'higher_is_better' ? 1 : -1;
  const records = new Map(pairs.map((pair) => [pair.key, pair]));
  const changes = metric.scores.flatMap(({ key, group, baseline, candidate }): Change[] => {
    const pair = records.get(key);
    if (baseline === null || candidate === null || !pair?.baseline || !pair.candidate) return [];
    const before = ratioOfSums([baseline]);
    const after = ratioOfSums([candidate]);
    const flip: Flip = {
      id: pair.candidate.id,
      group,
      baseline: { score: before, output: pair.baseline.output ?? null },
      candidate: { score: after, output: pair.candidate.output ?? null },
    };
    const gain = better * (after - before);
    return Number.isFinite(gain) && gain !== 0 ? [{ flip, gain }] : [];
  });
  return [
    ...largest(changes.filter(({ gain }) => gain < 0)).slice(0, MOST_REGRESSED),
    ...largest(changes.filter(({ gain }) => gain > 0)).slice(0, MOST_IMPROVED),
  ];
}

function largest(changes: readonly Change[]): Flip[] {
  const bySize = [...changes].sort(
    (a, b) => Math.abs(b.gain) - Math.abs(a.gain) || byCodeUnits(a.flip.id, b.flip.id),
  );
  const seen = new Map<string | null, number>();
  const turns = bySize.map((change) => {
    const turn = seen.get(change.flip.group) ?? 0;
    seen.set(change.flip.group, turn + 1);
    return { ...change, turn };
  });
  // The sort is stable: within one size and turn the order of ids stays.
  turns.sort((a, b) => Math.abs(b.gain) - Math.abs(a.gain) || a.turn - b.turn);
  return turns.map(({ flip }) => flip);
}
