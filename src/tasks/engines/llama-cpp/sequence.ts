import { batchSizes, commonPrefix } from '../tokens.ts';
import type {
  EvaluationItem,
  EvaluationOutput,
  GenerateNext,
  GrammarState,
  RawSequence,
  Sampling,
  Token,
} from './library.ts';
import type { SavedPrefixes } from './prefixes.ts';
import { type Prediction, type Readout, soundToken } from './readout.ts';

/**
 * The one sequence of a context: feeds it tokens, keeping what it already holds of them.
 *
 * Reuse never changes a number: cells are used again only when they were computed in a batch of two tokens or more, and then
 * every kernel computes a token the same way wherever the batch was cut (tested to the last bit in determinism.slow.test.ts).
 */
export class Sequence {
  readonly #raw: RawSequence;
  readonly #batchSize: number;
  readonly #readout: Readout;
  readonly #prefixes: SavedPrefixes | null;
  readonly #timed: (tokens: number, seconds: number) => void;
  /** The tokens held whose cells may be used again. */
  #reusable: readonly Token[] = [];

  /**
   * @param prefixes what it gave way to and may need again; null to compute everything anew
   * @param timed told how long each batch took
   */
  constructor(
    raw: RawSequence,
    batchSize: number,
    readout: Readout,
    prefixes: SavedPrefixes | null = null,
    timed: (tokens: number, seconds: number) => void = () => undefined,
  ) {
    this.#timed = timed;
    this.#raw = raw;
    this.#prefixes = raw.needsCheckpoints ? null : prefixes;
    this.#batchSize = batchSize;
    this.#readout = readout;
  }

  /**
   * Predictions of what follows `tokens[position]`, for every position in `targets`, of the tokens listed there.
   * Needs two tokens or more.
   *
   * @param beginning what other tokens begin with too that are fed later; of no effect on what is predicted
   */
  async predict(
    tokens: readonly Token[],
    targets: ReadonlyMap<number, readonly Token[]>,
    beginning: readonly Token[] = [],
  ): Promise<Map<number, Prediction>> {
    const readout = this.#readout;
    const asked = new Map([...targets].map(([position, wanted]) => [position, readout.predict(wanted)]));
    const outputs = await this.#feed(tokens, asked, beginning);
    return new Map([...outputs].map(([position, output]) => [position, readout.predictionOf(output)]));
  }

  /** Feeds a prompt and samples the token after it. */
  async start(
    prompt: readonly Token[],
    sampling: Sampling,
    beginning: readonly Token[] = [],
  ): Promise<Token> {
    const last = prompt.length - 1;
    const outputs = await this.#feed(prompt, new Map([[last, this.#readout.draw(sampling)]]), beginning);
    return this.#readout.sampledToken(outputs.get(last));
  }

  /** Feeds one token and samples the token after it. Its cell is computed alone, so it is never used again. */
  async step(token: Token, sampling: Sampling): Promise<Token> {
    const [output] = await this.#evaluate([[token, { generateNext: this.#readout.draw(sampling) }]]);
    return this.#readout.sampledToken(output);
  }

  /** The likeliest reply to a prompt, with the logits of some tokens, up to a constant, beside each that it takes. */
  async *reply(
    prompt: readonly Token[],
    watched: readonly Token[],
  ): AsyncGenerator<{ readonly token: Token; readonly logits: ReadonlyMap<Token, number> }, never> {
    const readout = this.#readout;
    const next = readout.draw({ temperature: 0 }, watched);
    const last = prompt.length - 1;
    let output = (await this.#feed(prompt, new Map([[last, next]]))).get(last);
    for (;;) {
      const token = readout.sampledToken(output);
      yield { token, logits: readout.logitsOf(output) };
      [output] = await this.#evaluate([[token, { generateNext: next }]]);
    }
  }

  /** The likeliest reply that a grammar allows; its last token ends the text. Needs three tokens or more. */
  async *constrainedReply(prompt: readonly Token[], grammar: GrammarState): AsyncGenerator<Token, void> {
    // The library knows a grammar only where it goes on by itself, from the last token.
    await this.#feed(prompt.slice(0, -1), new Map());
    const options = { temperature: 0, grammarEvaluationState: grammar, yieldEogToken: true } as const;
    const tokens = this.#raw.evaluateWithMetadata(prompt.slice(-1), { confidence: true }, options);
    let began = performance.now();
    for await (const { token, confidence } of tokens) {
      this.#timed(1, (performance.now() - began) / 1000);
      yield soundToken(token, confidence);
      began = performance.now();
    }
  }

  /** Makes the sequence hold exactly `tokens` and returns what was asked of their positions. */
  async #feed(
    tokens: readonly Token[],
    asked: ReadonlyMap<number, GenerateNext>,
    beginning: readonly Token[] = [],
  ): Promise<Map<number, EvaluationOutput | undefined>> {
    const answers = new Map<number, EvaluationOutput | undefined>();
    let start = await this.#rewind(tokens, beginning, Math.min(...asked.keys(), tokens.length - 2));
    for (const size of batchSizes(tokens.length - start, this.#batchSize)) {
      const items = tokens.slice(start, start + size).map((token, i): EvaluationItem => {
        const generateNext = asked.get(start + i);
        return generateNext === undefined ? token : [token, { generateNext }];
      });
      const outputs = await this.#evaluate(items);
      for (let i = 0; i < size; i++) if (asked.has(start + i)) answers.set(start + i, outputs[i]);
      start += size;
    }
    if (tokens.length >= 2) {
      this.#reusable = tokens;
      this.#prefixes?.remember(tokens);
    }
    return answers;
  }

  async #evaluate(items: readonly EvaluationItem[]): Promise<(EvaluationOutput | undefined)[]> {
    const start = performance.now();
    const outputs = await this.#raw.controlledEvaluate(items);
    this.#timed(items.length, (performance.now() - start) / 1000);
    return outputs;
  }

  /** Cuts the sequence back to what it shares with `tokens`, at most `limit` of them, and says how many are left. */
  async #rewind(tokens: readonly Token[], beginning: readonly Token[], limit: number): Promise<number> {
    const held = this.#reusable;
    // Forgotten until the evaluation succeeds: a failed one leaves cells of unknown content.
    this.#reusable = [];
    const common = this.#raw.needsCheckpoints ? 0 : commonPrefix(held, tokens);
    const shared = (await this.#prefixes?.exchange(held, common, tokens, beginning)) ?? common;
    const kept = Math.max(0, Math.min(shared, limit));
    const end = this.#raw.nextTokenIndex;
    if (kept < end) await this.#raw.eraseContextTokenRanges([{ start: kept, end }]);
    if (this.#raw.nextTokenIndex !== kept) {
      throw new Error(`the engine holds ${this.#raw.nextTokenIndex} tokens after a cut to ${kept}`);
    }
    return kept;
  }
}
