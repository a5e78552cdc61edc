import { fallingFit } from './isotonic.ts';
import { normalCdf } from './special/normal.ts';

/** What is known of a sample before the candidate answers it. */
export interface FlipSigns {
  /** Whether the baseline is right. */
  readonly right: boolean;
  /** How much more likely the baseline finds its best choice than its second best, in nats; null where nobody knows. */
  readonly margin: number | null;
  /** By earlier model, whether its answer was another one than the baseline's; null where it has none. */
  readonly earlier: readonly (boolean | null)[];
}

/** Flips that are expected where no earlier model tells, and the least and most that are of any sample. */
const USUAL_RATE = 0.12;
const LEAST = 0.005;
const MOST = 0.6;
/** What is expected of all samples together counts for as many answers of one model. */
const PRIOR_ANSWERS = 50;
/** How far a flip of one earlier model is taken to come back, where there are not two that show it. */
const USUAL_REPEAT = 0.6;

/**
 * Predicted flip rate of every sample: by the baseline's margin a curve that falls, learnt from what flipped in earlier models
 * and begun where a shift of all margins by one normal distribution would put it; then as far as flips come back towards the
 * sample's own. Whatever it is worth, no verdict rests on it.
 */
export function predictFlips(samples: readonly FlipSigns[]): number[] {
  const byMargin = new Array<number>(samples.length);
  const spread = spreadOf(samples);
  for (const right of [true, false]) {
    const own = samples.flatMap((sample, position) => (sample.right === right ? [{ sample, position }] : []));
    const known = own.filter(({ sample }) => sample.margin !== null);
    known.sort((a, b) => (a.sample.margin ?? 0) - (b.sample.margin ?? 0) || a.position - b.position);
    const shift = ({ margin }: FlipSigns) => (spread > 0 ? normalCdf(-(margin ?? 0) / spread) : USUAL_RATE);
    const prior = PRIOR_ANSWERS / Math.max(1, own.length);
    const fit = fallingFit(known.map(({ sample }) => withPrior(sample, shift(sample), prior)));
    known.forEach(({ position }, rank) => {
      byMargin[position] = fit[rank] ?? USUAL_RATE;
    });
    const others = own.filter(({ sample }) => sample.margin === null);
    const all = others.map(({ sample }) => withPrior(sample, USUAL_RATE, prior));
    const weight = all.reduce((sum, each) => sum + each.weight, 0);
    const mean = all.reduce((sum, each) => sum + each.weight * each.value, 0) / weight;
    for (const { position } of others) byMargin[position] = mean;
  }
  const repeat = repeatOf(samples);
  return samples.map((sample, position) => {
    const expected = byMargin[position] ?? USUAL_RATE;
    const { flips, models } = countEarlier(sample);
    const rate = models === 0 ? expected : (1 - repeat) * expected + repeat * (flips / models);
    // Sums of the same in another order are the same.
    return Math.round(1e6 * Math.min(MOST, Math.max(LEAST, rate))) / 1e6;
  });
}

function countEarlier({ earlier }: FlipSigns): { readonly flips: number; readonly models: number } {
  let [flips, models] = [0, 0];
  for (const flip of earlier) {
    if (flip === null) continue;
    models += 1;
    if (flip) flips += 1;
  }
  return { flips, models };
}

function withPrior(sample: FlipSigns, expected: number, prior: number) {
  const { flips, models } = countEarlier(sample);
  const weight = models + prior;
  return { value: (flips + prior * expected) / weight, weight };
}

/** So many margins tell their spread. */
const ENOUGH_MARGINS = 5000;

/** The standard deviation of a shift of the margins by which the usual share of samples would flip; 0 without margins. */
function spreadOf(samples: readonly FlipSigns[]): number {
  const known = samples.flatMap(({ margin }) => margin ?? []);
  const every = Math.ceil(known.length / ENOUGH_MARGINS);
  const margins = known.filter((_, index) => index % every === 0);
  const largest = margins.reduce((most, margin) => Math.max(most, margin), 0);
  if (largest <= 0) return 0;
  let [low, high] = [0, 100 * largest];
  for (let step = 0; step < 40; step += 1) {
    const spread = (low + high) / 2;
    const mean = margins.reduce((sum, margin) => sum + normalCdf(-margin / spread), 0) / margins.length;
    if (mean < USUAL_RATE) low = spread;
    else high = spread;
  }
  return high;
}

/** The slope of each earlier model's flips over those of the others: how much likelier a sample flips that did before. */
function repeatOf(samples: readonly FlipSigns[]): number {
  let [n, x, y, xx, xy] = [0, 0, 0, 0, 0];
  for (const sample of samples) {
    const { flips, models } = countEarlier(sample);
    if (models < 2) continue;
    for (const flip of sample.earlier) {
      if (flip === null) continue;
      const others = (flips - Number(flip)) / (models - 1);
      n += 1;
      x += others;
      y += Number(flip);
      xx += others * others;
      xy += others * Number(flip);
    }
  }
  const variance = n * xx - x * x;
  return variance > 0 ? Math.min(0.95, Math.max(0, (n * xy - x * y) / variance)) : USUAL_REPEAT;
}

/** Bins of predicted rates: more tell flips apart better, and each has to be learnt. */
const BINS = 6;

/**
 * The bin of each sample, from the lowest predicted rate to the highest: equally wide on the scale on which all rates are known
 * equally well (arcsine of the square root; Anscombe 1948). What flipped before stays apart from what did not, however few.
 */
export function binsOf(rates: readonly number[]): number[] {
  const places = rates.map((rate) => Math.asin(Math.sqrt(rate)));
  const lowest = places.reduce((least, place) => Math.min(least, place), Number.POSITIVE_INFINITY);
  const highest = places.reduce((most, place) => Math.max(most, place), 0);
  const width = (highest - lowest) / BINS;
  const cells = places.map((place) =>
    width > 0 ? Math.min(BINS - 1, Math.floor((place - lowest) / width)) : 0,
  );
  const used = [...new Set(cells)].sort((one, other) => one - other);
  const bins = new Map(used.map((cell, bin) => [cell, bin]));
  return cells.map((cell) => bins.get(cell) ?? 0);
}
