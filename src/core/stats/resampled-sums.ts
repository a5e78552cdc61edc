import { poissonTable, TABLE_BITS, UNDECIDED } from './multinomial.ts';

/** What a resample asks of many units where all of it are sums over them: those of each column, times how often each unit is drawn. */
export interface SummedUnits {
  /** One number a unit. */
  readonly columns: readonly Float64Array[];
  /** @param totals one a column */
  readonly value: (totals: Float64Array) => number;
}

/** In so many of its standard deviations below all units lies what is drawn of them at once: one time out of 740 it is too many. */
const SPARED = 3;
/** Sums that are taken at once, which the innermost loop is written for. */
const WIDTH = 4;
/** So many units' numbers stay near to the processor while all resamples take them. */
const BLOCK = 2048;
/** Of a unit whose first bits leave its count open: half of another number. */
const MORE_BITS = 16;
/** Words of a generator's state. */
const WORDS = 4;

/**
 * The sums of each column where as many units are drawn, with replacement, as there are: a Poisson count of each unit, of which all together
 * are multinomial given their sum, and what is left to draw one by one (Devroye 1986, XI.1.4). No count is kept: a block of units is drawn for
 * all resamples before the next, each from its own stream, so that what one resample draws depends on nothing but its number and the seed.
 *
 * @returns by column and resample
 */
export function resampledSums(
  columns: readonly Float64Array[],
  { resamples, seed }: { readonly resamples: number; readonly seed: number },
): Float64Array[] {
  const units = columns[0]?.length ?? 0;
  const unlike = columns.filter((column, at) => !isConstant(column) && firstLike(columns, column) === at);
  const sums = unlike.map(() => new Float64Array(resamples));
  const all = Array.from({ length: resamples }, (_, resample) => resample);
  for (let first = 0; first < unlike.length; first += WIDTH) {
    const group = unlike.slice(first, first + WIDTH);
    const amounts = interleaved(group);
    // What has drawn too much is drawn anew, the same in every group.
    let left: readonly number[] = all;
    for (let attempt = 0; left.length > 0; attempt += 1)
      left = drawInto(sums.slice(first, first + WIDTH), { amounts, units, left, seed, attempt });
  }
  return columns.map((column) =>
    isConstant(column)
      ? new Float64Array(resamples).fill(units * (column[0] ?? 0))
      : (sums[unlike.indexOf(columns[firstLike(columns, column)] ?? column)] ?? new Float64Array(resamples)),
  );
}

/** As many units are drawn every time. */
const isConstant = (column: Float64Array): boolean => column.every((amount) => amount === column[0]);

/** Two sides often have a column in common, such as what is right. */
const firstLike = (columns: readonly Float64Array[], column: Float64Array): number =>
  columns.findIndex((other) => other === column || other.every((amount, unit) => amount === column[unit]));

function interleaved(columns: readonly Float64Array[]): Float64Array {
  const units = columns[0]?.length ?? 0;
  // Units are drawn two by two: of an odd number one more, of zeros.
  const amounts = new Float64Array((units + (units % 2)) * WIDTH);
  for (const [at, column] of columns.entries())
    for (let unit = 0; unit < units; unit += 1) amounts[unit * WIDTH + at] = column[unit] as number;
  return amounts;
}

interface Drawing {
  readonly amounts: Float64Array;
  readonly units: number;
  /** Those that are drawn. */
  readonly left: readonly number[];
  readonly seed: number;
  readonly attempt: number;
}

/** @returns the resamples that have to be drawn anew */
function drawInto(
  sums: readonly Float64Array[],
  { amounts, units, left, seed, attempt }: Drawing,
): readonly number[] {
  const { counts, ends } = poissonTable(1 - SPARED / Math.sqrt(units));
  const states = new Int32Array(WORDS * left.length);
  const totals = new Float64Array(WIDTH * left.length);
  const drawn = new Float64Array(left.length);
  for (const [place, resample] of left.entries()) states.set([seed, resample, attempt, 1], WORDS * place);
  // A generator forgets what it began with: unlike streams begin unlike.
  for (let place = 0; place < left.length; place += 1)
    for (let warm = 0; warm < 16; warm += 1) nextOf(states, WORDS * place);
  for (let from = 0; from < units; from += BLOCK) {
    const to = Math.min(units, from + BLOCK);
    for (let place = 0; place < left.length; place += 1) {
      const taken = addBlock(states, WORDS * place, totals, WIDTH * place, counts, ends, amounts, from, to);
      drawn[place] = (drawn[place] as number) + taken;
    }
  }
  return left.filter((resample, place) => {
    const missing = units - (drawn[place] as number);
    for (let draw = 0; draw < missing; draw += 1) {
      const row = WIDTH * Math.floor(((nextOf(states, WORDS * place) >>> 0) / 2 ** 32) * units);
      for (let at = 0; at < WIDTH; at += 1)
        totals[WIDTH * place + at] = (totals[WIDTH * place + at] as number) + (amounts[row + at] as number);
    }
    for (const [at, own] of sums.entries()) own[resample] = totals[WIDTH * place + at] as number;
    return missing < 0;
  });
}

/** Chris Doty-Humphrey's sfc32. */
function nextOf(states: Int32Array, at: number): number {
  const b = states[at + 1] as number;
  const c = states[at + 2] as number;
  const next = states[at + 3] as number;
  const drawn = ((((states[at] as number) + b) | 0) + next) | 0;
  states[at] = b ^ (b >>> 9);
  states[at + 1] = c + (c << 3);
  states[at + 2] = ((c << 21) | (c >>> 11)) + drawn;
  states[at + 3] = next + 1;
  return drawn;
}

/**
 * Of each of two units as many bits of one number decide as the table has; where these leave a count open, more are drawn. The innermost loop of a
 * bootstrap, 10⁹ times: it holds the state, the casts spare a check a number, and what came in objects or lists took it a third longer.
 * @param at where the stream's state is
 * @param sum where its sums are
 * @returns how many were drawn
 */
function addBlock(
  states: Int32Array,
  at: number,
  totals: Float64Array,
  sum: number,
  counts: Uint8Array,
  ends: Float64Array,
  amounts: Float64Array,
  from: number,
  to: number,
): number {
  let a = states[at] as number;
  let b = states[at + 1] as number;
  let c = states[at + 2] as number;
  let next = states[at + 3] as number;
  const shift = 32 - TABLE_BITS;
  const mask = 2 ** TABLE_BITS - 1;
  const undecided = UNDECIDED;
  let total = 0;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let other = 0;
  for (let unit = from; unit < to; unit += 2) {
    const drawn = (((a + b) | 0) + next) | 0;
    next = (next + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    let one = counts[drawn >>> shift] as number;
    other = counts[drawn & mask] as number;
    if ((one | other) === undecided) {
      const more = (((a + b) | 0) + next) | 0;
      next = (next + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + more) | 0;
      if (one === undecided) one = decided(ends, drawn >>> shift, more >>> MORE_BITS) | 0;
      if (other === undecided) other = decided(ends, drawn & mask, more & (2 ** MORE_BITS - 1)) | 0;
    }
    const place = WIDTH * unit;
    s0 += one * (amounts[place] as number) + other * (amounts[place + 4] as number);
    s1 += one * (amounts[place + 1] as number) + other * (amounts[place + 5] as number);
    s2 += one * (amounts[place + 2] as number) + other * (amounts[place + 6] as number);
    s3 += one * (amounts[place + 3] as number) + other * (amounts[place + 7] as number);
    total += one + other;
  }
  // The second of the last two may be none.
  if ((to - from) % 2 === 1) total -= other;
  states[at] = a;
  states[at + 1] = b;
  states[at + 2] = c;
  states[at + 3] = next;
  totals[sum] = (totals[sum] as number) + s0;
  totals[sum + 1] = (totals[sum + 1] as number) + s1;
  totals[sum + 2] = (totals[sum + 2] as number) + s2;
  totals[sum + 3] = (totals[sum + 3] as number) + s3;
  return total;
}

/** The count of a number by its first bits, which leave it open, and those after them. */
function decided(ends: Float64Array, first: number, more: number): number {
  const number = (first + more / 2 ** MORE_BITS) * 2 ** (32 - TABLE_BITS);
  let count = 0;
  while (number >= (ends[count] as number)) count += 1;
  return count;
}
