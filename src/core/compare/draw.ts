import type { WeightedDraw } from '../domain/run.ts';
import { idOf, type SampleRecord, type Samples } from '../domain/sample.ts';
import { Drawing } from '../stats/sequential/drawing.ts';
import type { FlipStratum } from '../stats/sequential/flip-rates.ts';
import { byCodeUnits } from './pair.ts';

const SIDES = ['right', 'wrong', 'unknown'] as const;

/** What the plan of a weighted draw and the baseline's samples say of every sample, before the candidate is asked. */
export class DrawPlan {
  /** By bin, and by what the baseline has of the metric that the draw is about. */
  readonly strata: readonly FlipStratum[];
  /** Ids in the order in which the plan's bins are written. */
  readonly ids: readonly string[];
  readonly rounds: readonly number[];
  readonly #metric: Pick<WeightedDraw, 'metric' | 'filter'>;
  readonly #stratumOf: ReadonlyMap<string, number>;
  readonly #before: ReadonlyMap<string, number>;

  private constructor(draw: WeightedDraw, ids: readonly string[], before: ReadonlyMap<string, number>) {
    this.ids = ids;
    this.rounds = draw.rounds;
    this.#metric = draw;
    this.#before = before;
    const sizes = new Array<number>(draw.rates.length * SIDES.length).fill(0);
    this.#stratumOf = new Map(
      ids.map((id, position) => {
        const score = before.get(id);
        const side = score === undefined ? 2 : score === 1 ? 0 : 1;
        const stratum = Number.parseInt(draw.bins[position] ?? '', 36) * SIDES.length + side;
        sizes[stratum] = (sizes[stratum] ?? 0) + 1;
        return [id, stratum];
      }),
    );
    this.strata = draw.rates.flatMap((rates, bin) =>
      SIDES.map((_, side) => ({
        size: sizes[bin * SIDES.length + side] ?? 0,
        right: side !== 1,
        rate: rates[side === 1 ? 1 : 0],
      })),
    );
  }

  /** Null where the plan is of other samples than the baseline has. Remembered, since a run is looked at hundreds of times. */
  static of(draw: WeightedDraw, baseline: Samples): DrawPlan | null {
    const known = KNOWN.get(draw);
    if (known?.baseline === baseline) return known.plan;
    const plan = DrawPlan.#make(draw, baseline);
    KNOWN.set(draw, { baseline, plan });
    return plan;
  }

  static #make(draw: WeightedDraw, baseline: Samples): DrawPlan | null {
    const ids = idsOf(baseline);
    if (draw.bins.length !== ids.length) return null;
    const before = new Map<string, number>();
    for (const sample of baseline) {
      const score = rightOf(sample, draw);
      if (score !== null) before.set(sample.id, score);
    }
    return new DrawPlan(draw, ids, before);
  }

  /** Undefined for a sample that the baseline does not have. */
  stratumOf(id: string): number | undefined {
    return this.#stratumOf.get(id);
  }

  /** Whether the candidate's sample flipped, by id; null where a side has no score of 0 or 1. */
  flips(candidate: Samples): Map<string, boolean | null> {
    const flips = new Map<string, boolean | null>();
    for (const sample of candidate) {
      const [before, after] = [this.#before.get(sample.id), rightOf(sample, this.#metric)];
      const flip = before === undefined || after === null ? null : before !== after;
      if (flip !== null || !flips.has(sample.id)) flips.set(sample.id, flip);
    }
    return flips;
  }
}

const KNOWN = new WeakMap<WeightedDraw, { readonly baseline: Samples; readonly plan: DrawPlan | null }>();

/** A weighted draw as it went. */
export interface ReplayedDraw {
  readonly strata: readonly FlipStratum[];
  /** How many samples were drawn. */
  readonly drawn: number;
  readonly stratumOf: (key: string) => number | undefined;
  /** Weights of the strata when this sample was drawn. */
  readonly weightsOf: (key: string) => Float64Array | undefined;
}

/** Null where samples were drawn uniformly; `lost` where the plan does not fit what is stored, so that no order decides. */
export type FoundDraw = ReplayedDraw | 'lost' | null;

/**
 * The weights of each draw, computed again from what was drawn before it.
 * @param candidate in the order of the draws
 * @returns null where the candidate has samples that the plan does not
 */
export function replayDraw(plan: DrawPlan, candidate: Samples): ReplayedDraw | null {
  const drawing = new Drawing(plan.strata, plan.rounds);
  const weights = new Map<string, Float64Array>();
  for (const [id, flip] of plan.flips(candidate)) {
    const stratum = plan.stratumOf(id);
    if (stratum === undefined) return null;
    weights.set(id, drawing.weights);
    drawing.add(stratum, flip);
  }
  return {
    strata: plan.strata,
    drawn: weights.size,
    stratumOf: (key) => plan.stratumOf(idOf(key)),
    weightsOf: (key) => weights.get(idOf(key)),
  };
}

/** Every id once, in the order of code units. */
export const idsOf = (samples: Samples): string[] =>
  [...new Set(Array.from(samples, ({ id }) => id))].sort(byCodeUnits);

/** 1 or 0; null for anything else, and for lines of another filter. */
function rightOf(
  sample: SampleRecord,
  { metric, filter }: Pick<WeightedDraw, 'metric' | 'filter'>,
): number | null {
  const score = sample.filter === filter ? sample.scores[metric] : undefined;
  return score === 0 || score === 1 ? score : null;
}
