import type { WeightedDraw } from '../domain/run.ts';
import type { SampleRecord, Samples } from '../domain/sample.ts';
import { binsOf, type FlipSigns, predictFlips } from '../stats/flip-prediction.ts';
import { idsOf } from './draw.ts';

/** Tens of samples a bin, or there is nothing to weigh. */
const FEWEST_SAMPLES = 200;

/**
 * Plans the draw of a run by what is known before its first sample: the baseline's margins, and the answers of earlier models.
 * @param rounds after how many samples weights can be set anew
 * @returns null where nothing is known that tells samples apart
 */
export function planDraw(
  metric: Pick<WeightedDraw, 'metric' | 'filter'>,
  baseline: Samples,
  earlier: readonly Samples[],
  rounds: readonly number[],
): WeightedDraw | null {
  const ids = idsOf(baseline);
  if (ids.length < FEWEST_SAMPLES) return null;
  const own = byId(baseline, metric);
  const others = earlier.map((samples) => byId(samples, metric));
  const signs = ids.map((id): FlipSigns => {
    const sample = own.get(id);
    const score = sample?.scores[metric.metric];
    return {
      right: score === 1,
      margin: sample === undefined ? null : marginOf(sample),
      earlier: others.map((answers) => flipOf(sample, answers.get(id), metric.metric)),
    };
  });
  const rates = predictFlips(signs);
  const bins = binsOf(rates);
  const count = new Set(bins).size;
  if (count < 2) return null;
  const meanOf = (bin: number, right: boolean) => {
    const all = rates.filter((_, position) => bins[position] === bin);
    const side = rates.filter((_, position) => bins[position] === bin && signs[position]?.right === right);
    const chosen = side.length > 0 ? side : all;
    const mean = chosen.reduce((sum, rate) => sum + rate, 0) / chosen.length;
    return Math.round(1e6 * mean) / 1e6;
  };
  return {
    ...metric,
    rates: Array.from({ length: count }, (_, bin) => [meanOf(bin, true), meanOf(bin, false)] as const),
    bins: bins.map((bin) => bin.toString(36)).join(''),
    rounds,
  };
}

function byId(samples: Samples, { filter }: Pick<WeightedDraw, 'filter'>): Map<string, SampleRecord> {
  const found = new Map<string, SampleRecord>();
  for (const sample of samples) if (sample.filter === filter) found.set(sample.id, sample);
  return found;
}

/** Null where the baseline's choices are not known by their log-likelihoods. */
function marginOf({ choices }: SampleRecord): number | null {
  if (typeof choices !== 'object' || choices.length < 2) return null;
  const [best = 0, second = 0] = [...choices].sort((one, other) => other - one);
  return best - second;
}

/** Null where not both have a score for the same question. */
function flipOf(
  before: SampleRecord | undefined,
  after: SampleRecord | undefined,
  metric: string,
): boolean | null {
  if (before === undefined || after === undefined || before.input_digest !== after.input_digest) return null;
  const [was, is] = [before.scores[metric], after.scores[metric]];
  return typeof was === 'number' && typeof is === 'number' ? was !== is : null;
}
