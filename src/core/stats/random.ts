/**
 * Mulberry32 (Tommy Ettinger, public domain): uniform numbers in [0, 1) from a 32-bit seed, the same stream on every
 * machine. Its period of 2³² is long enough for 10⁵ resamples of 10⁴ samples, not for more.
 */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + STEP) | 0;
    return uniform(state);
  };
}

const STEP = 0x6d2b79f5;

function uniform(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
}

/**
 * Draws from all units, with replacement, as many as there are, and adds to `times` how often each kind came: what `mulberry32` would draw,
 * in a loop that holds its state.
 * @param state the seed, or the state after the draws before
 * @param kindOf of each unit
 * @returns the state after the last draw
 */
export function countDraws(state: number, kindOf: Uint16Array | Int32Array, times: Float64Array): number {
  const units = kindOf.length;
  let now = state | 0;
  for (let draw = 0; draw < units; draw += 1) {
    now = (now + STEP) | 0;
    // The casts spare a check a draw, of which there are 10⁹.
    const kind = kindOf[Math.floor(uniform(now) * units)] as number;
    times[kind] = (times[kind] as number) + 1;
  }
  return now;
}

/** The items in a uniformly random order (Fisher & Yates, from the end). */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

/** A 32-bit seed from texts in their order (FNV-1a over UTF-16 units), so that the same data are resampled alike. */
export function seedOf(texts: Iterable<string>): number {
  let hash = 0x811c9dc5;
  for (const text of texts) {
    for (let index = 0; index < text.length; index += 1)
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    hash = Math.imul(hash ^ 0x10000, 0x01000193);
  }
  return hash >>> 0;
}
