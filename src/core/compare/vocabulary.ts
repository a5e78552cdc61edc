import type { BySide } from '../domain/decision.ts';
import { wordsIn } from '../metrics/text/words.ts';
import type { AnswerPair } from './answer-pairs.ts';

/** Of a longer answer what comes later is not looked at, so that no model can make this slow. */
const MOST_WORDS = 1000;
/** Standard errors by which more answers of a side must have a word, or it would be told of chance; no word of a few answers has so many. */
const TELLING = 3;
const MOST_SHOWN = 5;
const LONGEST_SHOWN = 24;

/** A word in a unit: how much more the candidate's answers say it, as a share of their words. */
interface Entries {
  readonly words: Int32Array;
  readonly differences: Float64Array;
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
  /** Added up anew for each divergence. */
  readonly #surplus: Float64Array;
  /** With words on both sides. */
  readonly pairs: number;
  readonly usedUnits: number;

  constructor(pairs: readonly AnswerPair[], units: number) {
    const ids = new Map<string, number>();
    const byUnit = Array.from({ length: units }, () => new Map<number, number>());
    const used = new Set<number>();
    let counted = 0;
    for (const { unit, ...texts } of pairs) {
      const said = {
        baseline: wordsIn(texts.baseline.output).slice(0, MOST_WORDS),
        candidate: wordsIn(texts.candidate.output).slice(0, MOST_WORDS),
      };
      if (said.baseline.length === 0 || said.candidate.length === 0) continue;
      counted += 1;
      used.add(unit);
      for (const side of ['baseline', 'candidate'] as const) {
        const share = 1 / said[side].length;
        const own = byUnit[unit] ?? new Map<number, number>();
        const ofAnswer = new Set<number>();
        for (const word of said[side]) {
          const id = this.#idOf(word, ids);
          ofAnswer.add(id);
          this.#totals[id] = (this.#totals[id] ?? 0) + share;
          own.set(id, (own.get(id) ?? 0) + (side === 'candidate' ? share : -share));
        }
        for (const id of ofAnswer) this.#answers[side][id] = (this.#answers[side][id] ?? 0) + 1;
      }
    }
    this.pairs = counted;
    this.usedUnits = used.size;
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
    const surplus = this.#surplusBy(signs);
    let sum = 0;
    for (let word = 0; word < surplus.length; word += 1) {
      const total = this.#totals[word] as number;
      sum += (total / (2 * this.pairs)) * informationOf((surplus[word] as number) / total);
    }
    return sum;
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

/** 1 − H₂((1 + r)/2) in bits: what knowing a word tells of its side. */
function informationOf(r: number): number {
  const half = (share: number) => (share <= 0 ? 0 : (share / 2) * Math.log2(share));
  return half(1 + r) + half(1 - r);
}

function inColumns(byUnit: readonly ReadonlyMap<number, number>[]): Entries {
  const count = byUnit.reduce((sum, { size }) => sum + size, 0);
  const [words, differences] = [new Int32Array(count), new Float64Array(count)];
  const starts = new Int32Array(byUnit.length + 1);
  let at = 0;
  for (const [unit, own] of byUnit.entries()) {
    for (const [word, difference] of own) {
      words[at] = word;
      differences[at] = difference;
      at += 1;
    }
    starts[unit + 1] = at;
  }
  return { words, differences, starts };
}
