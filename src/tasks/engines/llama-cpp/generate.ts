import type { GenerateAnswer, GenerateRequest, Overflow } from '../engine.ts';
import { secondsSince } from '../timed.ts';
import { digestTokens, encodeText, prefixOf, type Tokenizer } from '../tokens.ts';
import type { Model, Sampling, Token } from './library.ts';
import type { Sequence } from './sequence.ts';

export type Vocabulary = Pick<Model, 'detokenize' | 'isEogToken' | 'vocabularyType'>;

/** Longest UTF-8 character in bytes, and so the most byte tokens one character can be spread over. */
const LONGEST_CHARACTER = 4;

export async function generate(
  sequence: Sequence,
  tokenizer: Tokenizer,
  vocabulary: Vocabulary,
  contextSize: number,
  request: GenerateRequest,
): Promise<GenerateAnswer | Overflow> {
  const began = performance.now();
  const encoded = encodeText(tokenizer, request.prompt, request.specialTokens);
  const prompt = encoded.length === 0 ? [prefixOf(tokenizer)] : encoded;
  const tokenDigest = digestTokens(tokenizer, [prompt]);
  // At least one token has to fit behind the prompt. (The engine itself would silently shift the context.)
  if (prompt.length + 1 > contextSize) {
    return { overflow: { tokens: prompt.length + 1, context: contextSize }, tokenDigest };
  }
  const room = Math.min(request.maxTokens, contextSize - prompt.length);
  const decoder = new Decoder(vocabulary);
  const beginning = encodeText(tokenizer, request.beginning ?? '', request.specialTokens);
  let token = await sequence.start(prompt, samplingOf(request, 0), beginning);
  const firstTokenSeconds = secondsSince(began);
  for (let count = 1; ; count++) {
    const searched = decoder.text.length;
    const end = (outputTokens: number, finish: GenerateAnswer['finish']): GenerateAnswer => {
      const text = decoder.finish();
      const stop = findStop(text, searched, request.stop);
      const timing = { seconds: secondsSince(began), firstTokenSeconds };
      const counts = { promptTokens: prompt.length, outputTokens, tokenDigest, timing };
      return stop === null
        ? { text, finish, ...counts }
        : { text: text.slice(0, stop), finish: 'stop', ...counts };
    };
    if (vocabulary.isEogToken(token)) return end(count - 1, 'end_of_text');
    decoder.push(token);
    if (count >= room || findStop(decoder.text, searched, request.stop) !== null) return end(count, 'length');
    token = await sequence.step(token, samplingOf(request, count));
  }
}

/** Plain sampling from the model's own distribution: temperature only, no truncation of the vocabulary. */
function samplingOf({ temperature, seed }: GenerateRequest, position: number): Sampling {
  if (temperature === 0) return { temperature };
  return { temperature, seed: mix(seed, position), topK: 0, topP: 1, minP: 0 };
}

/**
 * The engine starts a generator anew for each token, so each token needs a seed of its own. Mixed rather than added: with
 * seed + position, two samples with neighbouring seeds would draw the same numbers one token apart. (murmur3's finaliser)
 */
function mix(seed: number, position: number): number {
  let h = Math.imul(seed, 0x9e3779b1) ^ Math.imul(position + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Turns tokens into text as they come, holding back a character until all its bytes are there. */
export class Decoder {
  readonly #vocabulary: Vocabulary;
  #text = '';
  #held: Token[] = [];
  #recent: Token[] = [];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  get text(): string {
    return this.#text;
  }

  push(token: Token): void {
    this.#held.push(token);
    const piece = this.#vocabulary.detokenize(this.#held, false, this.#recent);
    // U+FFFD at the end is a character cut in half, unless there are more tokens than any character has bytes.
    if (piece.endsWith('\uFFFD') && this.#held.length < LONGEST_CHARACTER) return;
    this.#take(piece);
  }

  /** The whole text; bytes that never became a character are U+FFFD. */
  finish(): string {
    if (this.#held.length > 0) this.#take(this.#vocabulary.detokenize(this.#held, false, this.#recent));
    return this.#text;
  }

  #take(piece: string): void {
    this.#text += piece;
    // What came before decides about spaces in other vocabularies only, and looking at it doubles the work.
    if (this.#vocabulary.vocabularyType !== 'bpe') this.#recent = this.#held;
    this.#held = [];
  }
}

/**
 * Where a text has to end: before the first occurrence of any stop string, null when there is none.
 * `from` is how much of the text was searched before; an occurrence may begin there and end in what is new.
 */
export function findStop(text: string, from: number, stop: readonly string[]): number | null {
  let first: number | null = null;
  for (const wanted of stop) {
    if (wanted === '') continue;
    const at = text.indexOf(wanted, Math.max(0, from - wanted.length + 1));
    if (at !== -1 && (first === null || at < first)) first = at;
  }
  return first;
}
