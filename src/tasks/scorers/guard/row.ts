import type { ModelRequest } from '../asking/request.ts';

/** What a guard judges: an answer, after what was asked. */
export interface Exchange {
  readonly question: string;
  readonly answer: string;
}

/** What a guard said of one request. */
export interface GuardVerdict {
  readonly isUnsafe: boolean;
  /** The categories that it names, in the words of the row; null where one request is about one category, or it named none. */
  readonly categories: readonly string[] | null;
}

/** A model that is trained to judge answers, and how: prompt and labels are those of its card, without which it is none. */
export interface Guard {
  readonly summary: string;
  /** Where prompt and labels stand, with their revision. */
  readonly source: string;
  /** What it looks for, by the names that the config uses. */
  readonly categories: readonly string[];
  /** Categories that are asked where the config names none. */
  readonly standard: readonly string[];
  /** Whether each category is a request of its own. */
  readonly oneByOne: boolean;
  /** The words that it may begin with, unsafe first, each in its forms. */
  readonly labels: readonly [readonly string[], readonly string[]];
  readonly maxTokens: number;
  /** The text that it was trained on, in parts, without the mark that begins every text; absent of one whose own chat template alone knows it. */
  readonly prompt?: (exchange: Exchange, category: string) => NonNullable<ModelRequest['prompt']>;
  /** What its own chat template is given besides the turns. */
  readonly variables?: (category: string) => Readonly<Record<string, unknown>>;
  /** Categories of which any must be found in a text that threatens, hates and says how. */
  readonly shown: readonly string[];
  /** Null for what is none of its labels. */
  read(reply: string): GuardVerdict | null;
}
