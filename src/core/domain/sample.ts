import type { Asked } from './asked.ts';
import type { KeyTable } from './key-table.ts';

/** Why a sample has no score. Never folded into 0: it is counted, and limited by the policy's coverage. */
export interface Unscored {
  readonly unscored: string;
}

/** One sample's part of a ratio metric. */
export interface RatioScore {
  readonly numerator: number;
  readonly denominator: number;
}

/** What a corpus metric keeps of one sample: the numbers that its aggregate's row in AGGREGATES names. */
export interface CorpusScore {
  readonly parts: readonly number[];
}

/** A finite number for a mean metric, a pair for a ratio metric, parts for a corpus metric, or why there is none of these. */
export type Score = number | RatioScore | CorpusScore | Unscored;

/** Stands for the digest of what a program did not keep. A side that kept it is not comparable with one that did not. */
export const NOT_RECORDED = 'not recorded';

/** SHA-256 of an empty text, which some programs write for what was asked where the question lies in the choices. */
const OF_NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export interface TokenUsage {
  readonly prompt_tokens: number;
  readonly output_tokens: number;
  /** Tokens of thoughts, where they were told from the answer; absent where `output_tokens` counts all that the model wrote. */
  readonly thinking_tokens?: number;
}

/** How long whoever answers took, measured when it answered: of nobody who kept an answer anew. */
export interface AnswerTiming {
  /** From the question to the whole answer; of several answers all of them. */
  readonly seconds: number;
  /** From the question to the first token, likewise; absent where answers come whole. */
  readonly first_token_seconds?: number;
  /** Of how many answers, where there are several. */
  readonly answers?: number;
  /** Where it was measured, for people: seconds of two machines are not compared. */
  readonly machine: string;
}

/** Several answers to one sample. */
export interface Repeats {
  /** Metric to the score of each answer, in the order in which they were given. */
  readonly scores: Readonly<Record<string, readonly number[]>>;
  /** For each answer the first one that says the same, counted from 0; absent where nobody kept what they say. */
  readonly same_as?: readonly number[] | undefined;
}

/** What failing means: one failure of a `critical` case is one too many, a `normal` one counts towards a limit, a `warn` is told. */
export const SEVERITIES = ['critical', 'normal', 'warn'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a sample has that is a test case of a behaviour suite. */
export interface TestCase {
  readonly severity: Severity;
  /** Checks that an answer failed, as people read them: from the dataset, and so foreign text. */
  readonly failed: readonly string[];
}

/** More names of checks than these, or longer ones, are cut off where they are made. */
export const MOST_CHECKS = { count: 32, name: 200 } as const;

export const SAMPLES_INCLUDED = ['none', 'changed', 'all'] as const;
/** Of which samples a run directory and a report keep what was asked. */
export type IncludeSamples = (typeof SAMPLES_INCLUDED)[number];

/** One line of `samples.jsonl`. Keys are those on disk. */
export interface SampleRecord {
  readonly id: string;
  /** Position in the dataset, from 0; kept for people, never used for pairing. */
  readonly index: number;
  /** Where a task scores an output in several ways (lm-evaluation-harness filters), which one this line is. */
  readonly filter?: string | undefined;
  /** SHA-256 of what the model was asked, so that two runs can prove they asked the same. */
  readonly input_digest: string;
  /** SHA-256 of all that was asked, where the other covers a part of it, such as a prompt without its choices. */
  readonly question_digest?: string | undefined;
  /** SHA-256 of what counts as right. */
  readonly target_digest: string;
  /** SHA-256 of the tokens in which it was asked, where the engine tells. */
  readonly token_digest?: string | undefined;
  /** Metric name to score; of a `repeated` metric the mean over all answers. */
  readonly scores: Readonly<Record<string, Score>>;
  /** Only where the sample was answered several times: what each answer scored. */
  readonly repeats?: Repeats | undefined;
  /** Samples of one cluster (a passage, a paraphrase set) are not independent. */
  readonly cluster?: string | undefined;
  /** Subtask, such as an MMLU subject. */
  readonly group?: string | undefined;
  readonly weight?: number | undefined;
  /** What the model said, of several answers the first: hostile text. */
  readonly output?: string | undefined;
  /** Whether the answer ended because it might be no longer; absent where nobody says. */
  readonly truncated?: boolean | undefined;
  /**
   * The log-likelihood of each choice that the model had, in the order of the choices, or only how many there were; absent
   * where it was free to write, or nobody says. For people and for predictions: no score is made of it.
   */
  readonly choices?: number | readonly number[] | undefined;
  /** SHA-256 of all numbers that the model answered with, where the output is not all of its answer. */
  readonly answer_digest?: string | undefined;
  readonly usage?: TokenUsage | undefined;
  readonly timing?: AnswerTiming | undefined;
  /** Only of test cases. */
  readonly case?: TestCase | undefined;
  /** Absent where nobody kept it, or `include_samples` is `none`. */
  readonly asked?: Asked | undefined;
}

/** A sample as it is stored. Which ones change is not known before all are there: but for `none`, every question is kept. */
export function storedSample(sample: SampleRecord, include: IncludeSamples = 'changed'): SampleRecord {
  if (include !== 'none') return sample;
  const { asked: _, ...rest } = sample;
  return rest;
}

/** More choices than these are only counted. */
export const MAX_LIKELIHOODS = 256;

/**
 * What is kept of choices: log-likelihoods to 1e-5 nats, which is far finer than two machines agree; only the count where
 * one is not finite, since JSON has no other numbers.
 */
export function keptLikelihoods(likelihoods: readonly unknown[]): number | readonly number[] {
  const finite = likelihoods.filter(
    (value) => typeof value === 'number' && Number.isFinite(value),
  ) as number[];
  const isKept = finite.length === likelihoods.length && finite.length <= MAX_LIKELIHOODS;
  return isKept ? finite.map((value) => Math.round(value * 1e5) / 1e5 + 0) : likelihoods.length;
}

/** Among how many choices the model had to choose. */
export function choiceCount({ choices }: Pick<SampleRecord, 'choices'>): number | undefined {
  return typeof choices === 'object' ? choices.length : choices;
}

/** A sample by other names, which stays held as it is: its members may be read where they are asked for. */
export const renamed = (
  sample: SampleRecord,
  names: Partial<Pick<SampleRecord, 'id' | 'group'>>,
): SampleRecord =>
  new Proxy(sample, {
    get: (own, member) => Reflect.get(Object.hasOwn(names, member) ? names : own, member),
  });

/** Samples of one run in the order in which they were evaluated: an array, or what holds them in less memory than one. */
export interface Samples extends Iterable<SampleRecord> {
  readonly length: number;
  at(position: number): SampleRecord | undefined;
  /** The key of every sample at its position, each there once; absent of what does not hold them so. */
  readonly keyTable?: KeyTable;
  /** A sample's score for the metric where that is one number, else NaN; absent of what does not hold scores by metric. */
  numberAt?(position: number, metric: string): number;
  /** A sample's score for the metric, likewise; undefined where it has none. */
  scoreAt?(position: number, metric: string): Score | undefined;
  /** Whether it is known that no sample has this member, or a digest that says more than that nothing was recorded. */
  lacks?(member: keyof SampleRecord): boolean;
}

/** Whether nobody needs to look at any of the samples for this member. */
export const lacks = (samples: Samples, member: keyof SampleRecord): boolean =>
  samples.lacks?.(member) === true;

export function isUnscored(score: Score): score is Unscored {
  return typeof score === 'object' && 'unscored' in score;
}

export function isRatio(score: Score): score is RatioScore {
  return typeof score === 'object' && 'denominator' in score;
}

export function isCorpus(score: Score): score is CorpusScore {
  return typeof score === 'object' && 'parts' in score;
}

/** What two samples share that ask the same; null where nobody recorded what was asked. */
export function questionOf({
  question_digest: question,
  input_digest: input,
}: Pick<SampleRecord, 'question_digest' | 'input_digest'>): string | null {
  const known = question ?? input;
  return known === NOT_RECORDED || known.endsWith(OF_NOTHING) ? null : known;
}

/** The key by which the same sample is found in two runs: ids alone repeat when a task has several filters. */
export function sampleKey(sample: Pick<SampleRecord, 'id' | 'filter'>): string {
  return sample.filter === undefined ? sample.id : `${sample.id}\u0000${sample.filter}`;
}

/** The id in such a key. */
export const idOf = (key: string): string => key.split('\u0000', 1)[0] ?? key;
