import type { CountedText } from '../../engines/engine.ts';
import type { ChatMessage } from '../../runners/native/chat.ts';

/** What a model is asked about an answer of another one: all that decides what it replies, at temperature 0. */
export interface ModelRequest {
  /** Turns of a chat; what is foreign in them never counts as a mark of the model's template. */
  readonly messages: readonly ChatMessage[];
  /** In place of the turns: the text that the model was trained on, in parts of our own words and of foreign ones. */
  readonly prompt?: readonly CountedText[];
  /** What the model's own chat template is given besides the turns. */
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly maxTokens: number;
  /** Whether a reply that is cut off says what it has to say. */
  readonly mayBeCut?: true;
  /** JSON schema of the reply; null for words. */
  readonly schema: object | null;
  /** Words, of which the first that is said decides, each with its forms: the reply tells their probabilities. */
  readonly labels?: readonly (readonly string[])[];
}

/** What came of one request: a text, or why there is none and never will be. */
export type Reply =
  /** `shares` are the probabilities of the labels among them; null where nobody tells. */
  { readonly text: string; readonly shares: readonly number[] | null } | { readonly fault: string };

/** Who replies, as far as is known. */
export interface AskedIdentity {
  /** Name under which a service answers, which may be a dated one; of a file its digest. */
  readonly model: string;
  /** The service's own name for its build; null where it has none, or it does not count. */
  readonly fingerprint: string | null;
  /** Server with its version, and what it says of the weights, as JSON; null where it says nothing. */
  readonly server: string | null;
}

/** A model that scorers ask: one that somebody serves, or a GGUF file in the embedded engine. */
export interface AskedModel {
  /** What its replies depend on, as far as is known without asking it. */
  readonly inputs: readonly string[];
  /**
   * Asks something small, so that a model which cannot be asked is known before another is.
   * @throws WeighbridgeError where it gives no answer
   */
  identify(probe: ModelRequest, signal: AbortSignal): Promise<AskedIdentity>;
  /**
   * @param identity who is to reply
   * @throws WeighbridgeError for what may be asked again later: it is down, has spent its budget, or became another
   */
  ask(request: ModelRequest, identity: AskedIdentity, signal: AbortSignal): Promise<Reply>;
  /** Lets go of what it holds; it may be asked again. */
  close(): Promise<void>;
}
