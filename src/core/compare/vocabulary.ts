import type { BySide } from '../domain/decision.ts';
import { wordsIn } from '../metrics/text/words.ts';
import { mulberry32 } from '../stats/random.ts';
import type { AnswerPair } from './answer-pairs.ts';

/** Of a longer answer what comes later is not looked at, so that no model can make this slow. */
const MOST_WORDS = 1000;
/** Standard errors by which more answers of a side must have a word, or it would be told of chance; no word of a few answers has so many. */
const TELLING = 3;
const MOST_SHOWN = 5;
const LONGEST_SHOWN = 24;
/** Swaps whose mean is taken for chance: fewer of many long answers, of which chance says less. */
const MOST_SWAPS = 100;
const LEAST_SWAPS = 20;
const MOST_TERMS = 4e6;

/** A word in a unit: how much more the candidate's answers say it, as a share of their words. */
interface Entries {
  readonly words: Int32Array;
  readonly differences: Float64Array;
  /** How much both sides of the unit say it together. */
  readonly sums: Float64Array;
  /** Where each unit's entries begin, and where the last ones end. */
  readonly starts: Int32Array;
}

/**
 * The Jensen-Shannon divergence of two vocabularies in bits, from 0 to 1: the mean divergence of each from their mean (Lin 1991). Each
 * answer counts alike, whatever its length. With T the sum of a word's shares over the answers of both sides, X what the candidate's have more
 * of it, r = X/T and n pairs it is Σ T/2n · (1 − H₂((1 + r)/2)), since the word's probabilities are (T ± X)/2n; swapping the sides of a
 * unit turns the sign of what it adds to X, and leaves T.
 */
export class PairedVocabulary {
  readonly #names: string[] = [];
  readonly #answers: BySide<number[]> = { baseline: [], candidate: [] };
  readonly #totals: number[] = [];
  readonly #entries: Entries;
  /** Pairs of each unit. */
  readonly #pairsOf: number[];
  /** Added up anew for each divergence. */
  readonly #surplus: Float64Array;
  /** With words on both sides. */
  readonly pairs: number;
  readonly usedUnits: number;

  constructor(pairs: readonly AnswerPair[], units: number) {
    this.#pairsOf = Array.from({ length: units }, () => 0);
    const ids = new Map<string, number>();
    const byUnit = Array.from({ length: units }, () => new Map<number, Said>());
    let counted = 0;
    for (const { unit, ...texts } of pairs) {
      const said = {
        baseline: wordsIn(texts.baseline.output).slice(0, MOST_WORDS),
        candidate: wordsIn(texts.candidate.output).slice(0, MOST_WORDS),
      };
      if (said.baseline.length === 0 || said.candidate.length === 0) continue;
      counted += 1;
      this.#pairsOf[unit] = (this.#pairsOf[unit] ?? 0) + 1;
      for (const side of ['baseline', 'candidate'] as const) {
        const share = 1 / said[side].length;
        const own = byUnit[unit] ?? new Map<number, Said>();
        const ofAnswer = new Set<number>();
        for (const word of said[side]) {
          const id = this.#idOf(word, ids);
          ofAnswer.add(id);
          this.#totals[id] = (this.#totals[id] ?? 0) + share;
          const { difference, sum } = own.get(id) ?? SILENCE;
          own.set(id, {
            difference: difference + (side === 'candidate' ? share : -share),
            sum: sum + share,
          });
        }
        for (const id of ofAnswer) this.#answers[side][id] = (this.#answers[side][id] ?? 0) + 1;
      }
    }
    this.pairs = counted;
    this.usedUnits = this.#pairsOf.filter((own) => own > 0).length;
    this.#entries = inColumns(byUnit);
    this.#surplus = new Float64Array(this.#totals.length);
  }

  #idOf(word: string, ids: Map<string, number>): number {
    const known = ids.get(word);
    if (known !== undefined) return known;
    const id = this.#names.length;
    ids.set(word, id);
    this.#names.push(word);
    this.#totals.push(0);
    this.#answers.baseline.push(0);
    this.#answers.candidate.push(0);
    return id;
  }

  /** In bits. @param signs by unit, −1 where its sides are swapped */
  divergence(signs: Int8Array): number {
    return this.#toldBy(this.#surplusBy(signs)) / (2 * this.pairs);
  }

  #toldBy(surplus: Float64Array): number {
    let sum = 0;
    for (let word = 0; word < surplus.length; word += 1)
      sum += tells(this.#totals[word] as number, surplus[word] as number);
    return sum;
  }

  /**
   * The divergence less its mean over random swaps of sides, on all units and without each of them. Of words that few answers have the
   * divergence of the very same model is far from 0, by an amount that swaps show (permutation null); what is left is a distance of the models.
   */
  beyondChance(seed: number): { readonly value: number; readonly without: readonly number[] } {
    const { words, differences, sums, starts } = this.#entries;
    const random = mulberry32(seed);
    const units = this.#pairsOf.length;
    const swaps = Math.max(
      LEAST_SWAPS,
      Math.min(MOST_SWAPS, Math.floor(MOST_TERMS / Math.max(1, words.length))),
    );
    const signs = new Int8Array(units).fill(1);
    const without = new Float64Array(units);
    let value = 0;
    for (let draw = 0; draw <= swaps; draw += 1) {
      const weight = draw === 0 ? 1 : -1 / swaps;
      if (draw > 0) for (let unit = 0; unit < units; unit += 1) signs[unit] = random() < 0.5 ? -1 : 1;
      const surplus = this.#surplusBy(signs);
      const all = this.#toldBy(surplus);
      value += (weight * all) / (2 * this.pairs);
      for (let unit = 0; unit < units; unit += 1) {
        let left = all;
        for (let at = starts[unit] as number; at < (starts[unit + 1] as number); at += 1) {
          const word = words[at] as number;
          const [total, more] = [this.#totals[word] as number, surplus[word] as number];
          const own = (signs[unit] as number) * (differences[at] as number);
          left += tells(total - (sums[at] as number), more - own) - tells(total, more);
        }
        without[unit] =
          (without[unit] as number) + (weight * left) / (2 * (this.pairs - (this.#pairsOf[unit] as number)));
      }
    }
    return { value, without: Array.from(without).filter((_, unit) => (this.#pairsOf[unit] as number) > 0) };
  }

  #surplusBy(signs: Int8Array): Float64Array {
    const { words, differences, starts } = this.#entries;
    const surplus = this.#surplus.fill(0);
    for (let unit = 0; unit < signs.length; unit += 1) {
      const sign = signs[unit] as number;
      const end = starts[unit + 1] as number;
      for (let at = starts[unit] as number; at < end; at += 1) {
        const word = words[at] as number;
        surplus[word] = (surplus[word] as number) + sign * (differences[at] as number);
      }
    }
    return surplus;
  }

  /** Words that more answers of a side have, those first that tell the sides apart best. */
  tellingWords(): BySide<readonly string[]> {
    const more = this.#names.map((name, word) => {
      const [own, other] = [this.#answers.candidate[word] ?? 0, this.#answers.baseline[word] ?? 0];
      return { name, z: (own - other) / Math.sqrt(own + other) };
    });
    const most = (sign: 1 | -1) =>
      more
        .filter(({ name, z }) => sign * z >= TELLING && name.length <= LONGEST_SHOWN)
        .sort((a, b) => sign * (b.z - a.z) || (a.name < b.name ? -1 : 1))
        .slice(0, MOST_SHOWN)
        .map(({ name }) => name);
    return { baseline: most(-1), candidate: most(1) };
  }
}

/** Below it a word's sum is what rounding has left of it. */
const NOTHING = 1e-12;

const tells = (total: number, surplus: number): number =>
  total < NOTHING ? 0 : total * informationOf(Math.max(-1, Math.min(1, surplus / total)));

/** 1 − H₂((1 + r)/2) in bits: what knowing a word tells of its side. */
function informationOf(r: number): number {
  const half = (share: number) => (share <= 0 ? 0 : (share / 2) * Math.log2(share));
  return half(1 + r) + half(1 - r);
}

/** A word in one unit, as a share of its answers. */
interface Said {
  readonly difference: number;
  readonly sum: number;
}

const SILENCE: Said = { difference: 0, sum: 0 };

function inColumns(byUnit: readonly ReadonlyMap<number, Said>[]): Entries {
  const count = byUnit.reduce((sum, { size }) => sum + size, 0);
  const words = new Int32Array(count);
  const [differences, sums] = [new Float64Array(count), new Float64Array(count)];
  const starts = new Int32Array(byUnit.length + 1);
  let at = 0;
  for (const [unit, own] of byUnit.entries()) {
    for (const [word, { difference, sum }] of own) {
      words[at] = word;
      differences[at] = difference;
      sums[at] = sum;
      at += 1;
    }
    starts[unit + 1] = at;
  }
  return { words, differences, sums, starts };
}
