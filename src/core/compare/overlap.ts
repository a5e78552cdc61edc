/**
 * Which questions of a task stand in training text: by runs of 13 words, as in the GPT-3 paper (Brown et al. 2020, appendix C) and
 * lm-evaluation-harness's decontamination; a shorter question by all of its words, from 8 on; one shorter still only where a whole text
 * is equal to it. Words are letters and digits in lower case after NFKC, whatever stands between them. Runs that more than ten questions
 * share are how they are all asked, and count for none that has others.
 */
const RUN = 13;
const MOST_SHARING = 10;
const LEAST_RUN = 8;

/** Words as they are compared. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Where a question was first seen. */
export interface Sighting {
  readonly file: string;
  readonly line: number;
}

export interface OverlappingSample extends Sighting {
  readonly key: string;
  /** Of the question's runs of words, the share that was seen anywhere. */
  readonly share: number;
}

interface Question {
  readonly key: string;
  /** Those that count. */
  runs: number;
  seen: number;
  first: Sighting | null;
}

/** Holds questions, and reads training text of any length past them: memory grows with the questions alone. */
export class OverlapIndex {
  readonly #questions: Question[] = [];
  /** Hash of a run of words to the questions that have it; those are taken out that were seen. */
  readonly #runs = new Map<number, Set<Question>>();
  readonly #lengths = new Set<number>();
  #isReady = false;
  /** Questions too short for a run, by all of their words. */
  readonly #whole = new Map<string, Question[]>();

  add(key: string, text: string): void {
    const words = wordsOf(text);
    if (words.length === 0) return;
    const length = Math.min(RUN, words.length);
    if (length < LEAST_RUN) {
      const question = { key, runs: 1, seen: 0, first: null };
      const own = words.join(' ');
      this.#whole.set(own, [...(this.#whole.get(own) ?? []), question]);
      this.#questions.push(question);
      return;
    }
    const hashes = new Set(runsOf(words.map(hashOf), length));
    const question = { key, runs: hashes.size, seen: 0, first: null };
    this.#questions.push(question);
    this.#lengths.add(length);
    for (const hash of hashes) this.#runs.set(hash, (this.#runs.get(hash) ?? new Set()).add(question));
  }

  /** Looks a piece of training text over: one value of a row, or one line. */
  see(text: string, place: Sighting): void {
    if (!this.#isReady) this.#leaveOutShared();
    const words = wordsOf(text);
    if (words.length < LEAST_RUN) {
      for (const question of this.#whole.get(words.join(' ')) ?? []) saw(question, place);
      return;
    }
    const hashed = words.map(hashOf);
    for (const length of this.#lengths) {
      for (const hash of runsOf(hashed, length)) {
        const questions = this.#runs.get(hash);
        if (questions === undefined) continue;
        for (const question of questions) saw(question, place);
        // Counted once, wherever it stands again.
        this.#runs.delete(hash);
      }
    }
  }

  #leaveOutShared(): void {
    this.#isReady = true;
    const shared = [...this.#runs].filter(([, questions]) => questions.size > MOST_SHARING);
    const counts = new Map<Question, number>();
    for (const [, questions] of shared)
      for (const question of questions) counts.set(question, (counts.get(question) ?? 0) + 1);
    for (const [hash, questions] of shared) {
      for (const question of questions) {
        // One that has no run of its own is known by those that it shares.
        if ((counts.get(question) ?? 0) < question.runs) questions.delete(question);
      }
      if (questions.size === 0) this.#runs.delete(hash);
    }
    for (const [question, count] of counts) if (count < question.runs) question.runs -= count;
  }

  /** In the order in which the questions were added. */
  found(): readonly OverlappingSample[] {
    return this.#questions.flatMap(({ key, runs, seen, first }) =>
      first === null ? [] : [{ key, ...first, share: Math.min(1, seen / runs) }],
    );
  }
}

function saw(question: Question, place: Sighting): void {
  question.seen += 1;
  question.first ??= place;
}

/** 52 bits of two FNV-1a hashes: two runs of the same number by chance are one in 10¹⁵. */
function hashOf(word: string): number {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (low >>> 15), 0x85ebca6b);
  }
  return (low >>> 0) + (high >>> 12) * 2 ** 32;
}

/** The hash of every run of `length` words: of its words' hashes, in their order, and of its length. */
function* runsOf(words: readonly number[], length: number): Iterable<number> {
  for (let start = 0; start + length <= words.length; start++) {
    let [low, high] = [length, 0x9e3779b9];
    for (let at = start; at < start + length; at++) {
      const word = words[at] ?? 0;
      low = Math.imul(low ^ (word >>> 0), 0x01000193) ^ (low >>> 13);
      high = Math.imul(high ^ Math.floor(word / 2 ** 32) ^ (low >>> 7), 0x85ebca6b);
    }
    yield (low >>> 0) + (high >>> 12) * 2 ** 32;
  }
}
