import type { Flip } from '../domain/decision.ts';
import { ratioOfSums } from '../stats/ratio.ts';
import { byCodeUnits, type SamplePair } from './pair.ts';
import type { MetricScores } from './scores.ts';

/** How many changed samples a reader is shown of each kind; the counts say how many there are. */
const MOST_REGRESSED = 24;
const MOST_IMPROVED = 12;

/** The samples whose score changed most, those that got worse first. */
export function worstFlips(pairs: readonly SamplePair[], metric: MetricScores): Flip[] {
  const better = metric.declaration.direction === 'higher_is_better' ? 1 : -1;
  const records = new Map(pairs.map((pair) => [pair.key, pair]));
  const changes = metric.scores.flatMap(({ key, group, baseline, candidate }) => {
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
  changes.sort((a, b) => a.gain - b.gain || byCodeUnits(a.flip.id, b.flip.id));
  const regressed = changes.filter(({ gain }) => gain < 0).slice(0, MOST_REGRESSED);
  const improved = changes
    .filter(({ gain }) => gain > 0)
    .slice(-MOST_IMPROVED)
    .reverse();
  return [...regressed, ...improved].map(({ flip }) => flip);
}
