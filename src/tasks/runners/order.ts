import { createHash } from 'node:crypto';
import type { DrawPlan } from '../../core/compare/draw.ts';
import { canonicalJson } from '../../core/domain/canonical-json.ts';
import type { RunRecord } from '../../core/domain/run.ts';
import type { Samples } from '../../core/domain/sample.ts';
import { Drawing } from '../../core/stats/sequential/drawing.ts';

/**
 * A permutation of samples that depends on the seed, the dataset and the ids, and on nothing else: baseline and candidate
 * see the same order, whatever order the file has, and the first k samples of it are a random sample of k.
 */
export function sampleOrder<Sample extends { readonly id: string }>(
  samples: readonly Sample[],
  seed: number,
  datasetDigest: string,
): Sample[] {
  return ordered(samples, [seed, datasetDigest]);
}

/** What draws the order of sequential runs where their author may not choose it. */
export interface OrderDraw {
  readonly fresh: number;
  /** Of checkpoints that an order was drawn for before, by their key: asking again is no second draw. */
  readonly earlier: Readonly<Record<string, number>>;
}

/** Stands for a checkpoint in a draw. */
export const checkpointKey = ({
  digest,
  adapter_digest,
}: Pick<RunRecord['model'], 'digest' | 'adapter_digest'>): string =>
  digestOf([digest, adapter_digest]).slice(0, 16);

export const drawnSeed = (draw: OrderDraw, model: RunRecord['model']): number =>
  draw.earlier[checkpointKey(model)] ?? draw.fresh;

/**
 * The order of a sequential run, another one for every model: where evaluation may stop early, no candidate can be trained on
 * the samples that come first. The same model always gets the same order, so that asking again is no second draw. Where the
 * order's seed was drawn, the dataset has no part in it: a row more, and the others would be drawn anew.
 */
export function sequentialOrder<Sample extends { readonly id: string }>(
  samples: readonly Sample[],
  record: DrawnRun,
): Sample[] {
  return ordered(samples, saltOf(record));
}

type DrawnRun = Pick<RunRecord, 'seed' | 'order_seed' | 'fingerprint' | 'model'>;

function saltOf({ seed, order_seed, fingerprint, model }: DrawnRun): Salt {
  const drawn = order_seed === undefined ? [seed, fingerprint.dataset ?? null] : [order_seed];
  return [...drawn, model.digest, model.adapter_digest];
}

/**
 * The order of a sequential run whose samples are drawn by weight: round by round, since weights follow from what was drawn
 * before. In a round each sample that is left waits for a time that is drawn by its weight, and the shortest come first: that
 * is drawing one after the other by weight (Efraimidis & Spirakis 2006).
 */
export class WeightedOrder {
  /** As far as it is known. */
  readonly ids: string[] = [];
  readonly #plan: DrawPlan;
  readonly #salt: Salt;
  readonly #drawing: Drawing;
  readonly #left: Set<string>;
  /** How many of the drawn samples the weights know. */
  #counted = 0;

  constructor(plan: DrawPlan, record: DrawnRun) {
    this.#plan = plan;
    this.#salt = saltOf(record);
    this.#drawing = new Drawing(plan.strata, plan.rounds);
    this.#left = new Set(plan.ids);
    this.#draw();
  }

  /** Draws the rounds that follow from the candidate's samples: a round is drawn once all before it were answered. */
  extend(candidate: Samples): void {
    const flips = this.#plan.flips(candidate);
    while (this.#left.size > 0 && this.ids.slice(this.#counted).every((id) => flips.has(id))) {
      for (const id of this.ids.slice(this.#counted)) {
        this.#drawing.add(this.#plan.stratumOf(id) ?? -1, flips.get(id) ?? null);
      }
      this.#counted = this.ids.length;
      this.#draw();
    }
  }

  #draw(): void {
    const end = this.#plan.rounds.find((round) => round > this.ids.length) ?? this.#plan.ids.length;
    const { weights } = this.#drawing;
    const salt = [...this.#salt, this.ids.length];
    const next = [...this.#left]
      .map((id) => ({ id, time: waitingTime(salt, id, weights[this.#plan.stratumOf(id) ?? -1] ?? 0) }))
      .sort((one, other) => one.time - other.time || (one.id < other.id ? -1 : 1))
      .slice(0, end - this.ids.length);
    for (const { id } of next) {
      this.ids.push(id);
      this.#left.delete(id);
    }
  }
}

/** Exponential, with the weight as its rate. */
function waitingTime(salt: Salt, id: string, weight: number): number {
  const uniform = (Number.parseInt(digestOf([...salt, id]).slice(0, 13), 16) + 0.5) / 2 ** 52;
  return -Math.log(uniform) / weight;
}

type Salt = readonly (string | number | boolean | null)[];

function ordered<Sample extends { readonly id: string }>(samples: readonly Sample[], salt: Salt): Sample[] {
  return samples
    .map((sample) => ({ sample, key: digestOf([...salt, sample.id]) }))
    .sort((left, right) => (left.key < right.key ? -1 : 1))
    .map(({ sample }) => sample);
}

function digestOf(value: readonly unknown[]): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
