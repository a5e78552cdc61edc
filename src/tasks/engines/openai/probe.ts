import { MALFORMED, NoAnswer } from '../../../adapters/http/service.ts';
import { messageOf } from '../../../core/domain/errors.ts';
import type { Dialect, Scoring, TokenScore } from './dialect.ts';

/** What every model has read the like of; which of them it goes on with does not matter. */
const PLANTED = [
  'The capital of France is Paris. The capital of Italy is',
  'one, two, three, four, five, six, seven,',
  'A rose is a rose is a rose is a',
  '1 2 3 4 5 6 7 8 9',
] as const;
/** Nobody goes on so. */
const OTHER = ' zqxj wvkq';
const GREEDY = { stop: [], temperature: 0, seed: 1, specialTokens: false } as const;
const LENGTH = 8;
const REPEATS = 3;
/** Two answers to the same question by one server, nats a token: batches of another size round otherwise. */
const NOISE = 0.5;

export interface Probed {
  /** Whether a greedy answer is the same each time. */
  readonly isRepeatable: boolean;
  /** The way of scoring that works; null where none does. */
  readonly scoring: Scoring | null;
  /** Why none does; empty where one does. */
  readonly refusals: readonly string[];
  /** What it says greedily, where that is the same each time: another model says something else. */
  readonly answer: string | null;
}

/** Asks what a server must be able to do, with answers that are known beforehand. */
export async function probe(dialect: Dialect, ask: (text: string) => string): Promise<Probed> {
  const [planted] = PLANTED;
  const say = async (text: string) => {
    const prompt = dialect.tokenize === null ? ask(text) : await tokensOf(dialect, text);
    return (await dialect.generate(prompt, { ...GREEDY, maxTokens: LENGTH })).text;
  };
  const said = await Promise.all(Array.from({ length: REPEATS }, () => say(planted)));
  const isRepeatable = new Set(said).size === 1;
  const refusals: string[] = [];
  let scoring: Scoring | null = null;
  for (const each of dialect.scorings) {
    const refusal = await refusalOf(dialect, each, say);
    if (refusal === null) {
      scoring = each;
      break;
    }
    refusals.push(`${each.name}: ${refusal}`);
  }
  return {
    isRepeatable,
    scoring,
    refusals: scoring === null ? refusals : [],
    answer: isRepeatable ? (said[0] ?? null) : null,
  };
}

/** Why a way of scoring cannot be believed; null where it can. */
async function refusalOf(
  dialect: Dialect,
  scoring: Scoring,
  say: (text: string) => Promise<string>,
): Promise<string | null> {
  let checked = 0;
  for (const text of PLANTED) {
    const own = await say(text);
    if (own.trim() === '') continue;
    const asked = [own, OTHER, own];
    let found: readonly (readonly TokenScore[])[];
    try {
      found = await Promise.all(asked.map((continuation) => scoresOf(dialect, scoring, text, continuation)));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return messageOf(error.cause);
    }
    const [first = [], other = [], again = []] = found;
    if (
      [first, other].some(
        (scores) => scores.length === 0 || scores.some(({ logLikelihood }) => !isLikely(logLikelihood)),
      )
    ) {
      return 'not every token has a log-likelihood';
    }
    const [sum, otherSum, repeated] = [total(first), total(other), total(again)];
    if (Math.abs(sum - repeated) > NOISE * first.length) {
      return `the same text had a log-likelihood of ${sum.toFixed(3)} and of ${repeated.toFixed(3)}`;
    }
    const values = new Set([...first, ...other].map(({ logLikelihood }) => logLikelihood));
    if (sum === otherSum || values.size === 1) return 'two different texts had the same log-likelihoods';
    const [begin] = first;
    const [otherBegin] = other;
    if ((begin?.logLikelihood ?? 0) < (otherBegin?.logLikelihood ?? 0) - NOISE) {
      return 'what the model itself says first was less likely than something else';
    }
    // A text that was cut between tokens is not read as it was written.
    if (begin?.isGreedy) checked += 1;
  }
  return checked > 0 ? null : 'what the model itself says was never its likeliest';
}

/** A server that understood what it was asked and cannot do it, as opposed to one that is down or overloaded. */
const isRefusal = (error: unknown): error is Error & { readonly cause: NoAnswer } =>
  error instanceof Error &&
  error.cause instanceof NoAnswer &&
  [MALFORMED, 400, 422, 501].includes(error.cause.status ?? 0);

async function scoresOf(dialect: Dialect, scoring: Scoring, context: string, continuation: string) {
  if (dialect.tokenize === null) {
    if (scoring.scoreText === undefined)
      throw new Error('a way of scoring that needs tokens was tried without any');
    return (await scoring.scoreText(context, continuation)).scores;
  }
  const [before, whole] = await Promise.all([
    tokensOf(dialect, context),
    tokensOf(dialect, context + continuation),
  ]);
  return scoring.score(before, whole.slice(before.length));
}

async function tokensOf(dialect: Dialect, text: string): Promise<readonly number[]> {
  const { ids = [] } = (await dialect.tokenize?.(text, true)) ?? {};
  return dialect.prepended === null ? ids : [dialect.prepended, ...ids];
}

const isLikely = (value: number): boolean => Number.isFinite(value) && value <= 0;
const total = (scores: readonly TokenScore[]): number =>
  scores.reduce((sum, { logLikelihood }) => sum + logLikelihood, 0);
