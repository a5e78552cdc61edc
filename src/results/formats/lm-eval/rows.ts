import { askedOf } from '../../../core/domain/asked.ts';
import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import { isObject, type Members } from '../../../core/domain/json.ts';
import { keptLikelihoods, type SampleRecord } from '../../../core/domain/sample.ts';
import { comparableJson, digest, digestOfJson } from '../digest.ts';
import { choicesIn } from '../format.ts';
import { type Value, valueGroups } from './values.ts';

/** One line of a samples file, without the prompts that make such files large. */
export interface LmEvalRow {
  readonly at: Location;
  readonly docId: number;
  readonly docDigest: string;
  readonly promptDigest: string;
  /** Absent where that is all that was asked. */
  readonly questionDigest: string | undefined;
  readonly targetDigest: string;
  /** Null up to 0.4.6, which does not say. */
  readonly filter: string | null;
  /** What the line says of each metric asked for; a metric that it does not mention is absent. */
  readonly values: ReadonlyMap<string, unknown>;
  readonly output: string | undefined;
  readonly asked: Pick<SampleRecord, 'asked'>;
  readonly answer: Pick<SampleRecord, 'choices' | 'answer_digest'>;
  /** Position of the right choice; null where the line does not say, or what it says of `acc` is at odds with it. */
  readonly gold: number | null;
}

/** Samples that lie inside the results file. */
export interface InnerRows {
  readonly file: string;
  readonly key: string;
  readonly rows: readonly unknown[];
}

/** A samples file, or what stands in its place. */
export type RowSource = string | InnerRows;

export const fileOf = (source: RowSource): string => (typeof source === 'string' ? source : source.file);

/**
 * The lines of a file, in groups, of which each is gone through before the next is asked for.
 * @param metrics names of the metrics to keep
 * @throws WeighbridgeError `data` with file and line
 */
export async function* lmEvalRows(
  source: RowSource,
  metrics: readonly string[],
): AsyncGenerator<Iterable<LmEvalRow>> {
  function* rowsOf(values: Iterable<Value>): Generator<LmEvalRow> {
    for (const { value, at } of values) yield parseRow(value, metrics, at);
  }
  for await (const values of typeof source === 'string' ? valueGroups(source) : [valuesWithin(source)])
    yield rowsOf(values);
}

function* valuesWithin({ file, key, rows }: InnerRows): Generator<Value> {
  for (const [index, value] of rows.entries()) yield { value, at: { file, key: `${key}.${index}` } };
}

function parseRow(value: unknown, metrics: readonly string[], at: Location): LmEvalRow {
  if (!isObject(value)) throw new WeighbridgeError('data', 'a sample must be an object', { at });
  const { doc_id, filter, doc, arguments: asked, target } = value;
  const asking = askingOf(value);
  const fail = (key: string, message: string): never => {
    throw new WeighbridgeError('data', message, { at: { ...at, key } });
  };
  /** The file's own hash, or ours of what it hashes (up to 0.4.2, which has none). */
  const hashOr = (key: string, original: unknown): string => {
    const hash = value[key];
    if (hash === undefined) return original === undefined ? fail(key, 'is missing') : digest(original);
    return typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? hash : fail(key, 'is not a SHA-256');
  };
  return {
    at,
    docId:
      Number.isSafeInteger(doc_id) && Number(doc_id) >= 0 ? Number(doc_id) : fail('doc_id', 'is no index'),
    docDigest: hashOr('doc_hash', doc),
    promptDigest: withRequests(hashOr('prompt_hash', asked), asking),
    questionDigest: questionDigest(asking),
    targetDigest: hashOr('target_hash', target),
    filter:
      filter === undefined || typeof filter === 'string' ? (filter ?? null) : fail('filter', 'is no text'),
    values: new Map(
      metrics.filter((metric) => Object.hasOwn(value, metric)).map((metric) => [metric, value[metric]]),
    ),
    output: outputOf(asking),
    asked: askedIn(asking),
    answer: answerOf(asking),
    gold: asking.gold,
  };
}

/** What several members of a row are made of. */
interface Asking {
  readonly value: Members;
  /** One a choice, or the only one. */
  readonly requests: readonly unknown[];
  /** The same as canonical JSON, each request a list. */
  readonly listed: string;
  /** Of each choice, given its question; none where the model was not asked for any, and null where they are no whole number of choices. */
  readonly likelihoods: readonly number[] | null;
  /** What each of them is of, where it is a text. */
  readonly continuations: readonly (string | null)[];
  readonly gold: number | null;
}

function askingOf(value: Members): Asking {
  const { arguments: asked } = value;
  const requests = isObject(asked) ? Object.values(asked) : [asked].flat();
  const likelihoods = likelihoodsOf(value);
  const continuations = (likelihoods ?? []).map((_, index) => {
    const choice = member(member(asked, `gen_args_${index}`), 'arg_1');
    return typeof choice === 'string' ? choice.trim() : null;
  });
  const gold = goldOf(value, likelihoods ?? [], continuations);
  const listed = comparableJson(requests.map((each) => (isObject(each) ? Object.values(each) : each)));
  return { value, requests, listed, likelihoods, continuations, gold };
}

/**
 * The file's hash is of the first request's prompt, which many documents share where what is asked lies in the continuations,
 * such as which of two sentences is more likely.
 */
function questionDigest({ value, requests, listed }: Asking): string | undefined {
  if (!isObject(value.arguments)) return undefined;
  if (requests.length <= 1 && typeof member(requests[0], 'arg_1') !== 'string') return undefined;
  if (requests.every(hasTwoArguments)) return digestOfJson(listed);
  return digest(requests.map((request) => [member(request, 'arg_0'), member(request, 'arg_1')]));
}

function hasTwoArguments(request: unknown): boolean {
  if (!isObject(request)) return false;
  const [first, second, ...others] = Object.keys(request);
  return first === 'arg_0' && second === 'arg_1' && others.length === 0;
}

/**
 * The harness's hash is of the first request alone. Where all are logged they are asked for what they are: choices, and what
 * a generation was given besides its prompt.
 */
function withRequests(hash: string, { value, listed }: Asking): string {
  if (value.arguments === undefined || value.arguments === null) return hash;
  return digestOfJson(`[${comparableJson(hash)},${listed}]`);
}

/**
 * What the model said, for people: the text it wrote as the filter left it, or the choice that it found most likely.
 * Undefined where that cannot be told.
 */
function outputOf({ value, likelihoods, continuations }: Asking): string | undefined {
  const { filtered_resps: filtered } = value;
  const first: unknown = Array.isArray(filtered) ? filtered[0] : undefined;
  if (typeof first === 'string') return first;
  if (likelihoods === null || likelihoods.length < 2 || likelihoods.some(Number.isNaN)) return undefined;
  return continuations[bestOf(likelihoods)] ?? undefined;
}

const bestOf = (likelihoods: readonly number[]): number =>
  likelihoods.indexOf(likelihoods.reduce((a, b) => Math.max(a, b)));

/** The prompt of the first request; what it was to be continued by are the choices, where there are several. */
function askedIn({ value, requests, likelihoods, gold: right }: Asking): Pick<SampleRecord, 'asked'> {
  const part = (request: unknown, at: 0 | 1) =>
    Array.isArray(request) ? request[at] : member(request, `arg_${at}`);
  const offered = requests.slice(0, likelihoods?.length ?? 0).map((request) => part(request, 1));
  const isChoice = offered.length >= 2 && offered.every((choice) => typeof choice === 'string');
  const choices = isChoice ? offered.map((choice) => choice.trim()) : undefined;
  const gold = choices === undefined ? null : right;
  const prompt = part(requests[0], 0);
  // Messages of a chat come as their JSON in a list of its own (`JsonChatStr`).
  const asked = Array.isArray(prompt) && prompt.length === 1 ? prompt[0] : prompt;
  return askedOf(asked, choices, gold === null ? textOf(value.target) : choices?.[gold]);
}

const textOf = (target: unknown): unknown =>
  typeof target === 'object' && target !== null && !Array.isArray(target) ? JSON.stringify(target) : target;

/**
 * The log-likelihoods of the choices that the model had, or how many the document lists; and all that it answered before any filter,
 * so that answers which a filter makes alike are not taken for the same.
 */
function answerOf({ value, likelihoods }: Asking): Pick<SampleRecord, 'choices' | 'answer_digest'> {
  const { resps, filtered_resps: filtered, doc } = value;
  if (likelihoods === null || likelihoods.length >= 2) {
    const choices = likelihoods === null ? {} : { choices: keptLikelihoods(likelihoods) };
    return { ...choices, answer_digest: digest(resps === undefined ? filtered : resps) };
  }
  const answer = resps === undefined ? {} : { answer_digest: digest(resps) };
  const choices = isObject(doc) ? choicesIn(doc.choices) : null;
  return choices === null || likelihoods.length > 0 ? answer : { choices };
}

/** With `acc_mutual_info` each choice is asked a second time, without its question. */
function likelihoodsOf(value: Members): readonly number[] | null {
  const { filtered_resps: filtered } = value;
  const all = Array.isArray(filtered) ? filtered.filter(Array.isArray) : [];
  const count = all.length / (Object.hasOwn(value, 'acc_mutual_info') && all.length >= 2 ? 2 : 1);
  return Number.isInteger(count) ? all.slice(0, count).map(([likelihood]) => numberIn(likelihood)) : null;
}

/**
 * The right choice, as its index or as its text, as the harness takes a task's target. `acc`, where the line has it, has to
 * follow from it: a task may name its choices otherwise than it asks for them.
 */
function goldOf(
  { target, acc }: Members,
  likelihoods: readonly number[],
  choices: readonly (string | null)[],
): number | null {
  const text = typeof target === 'string' ? target.trim() : undefined;
  const named = choices.flatMap((choice, index) => (choice === text ? [index] : []));
  // Which of two beginnings is more likely to go on in one way: the text is that of all choices.
  if (named.length > 1) return null;
  const [byText = -1] = named;
  const number = typeof target === 'string' && /^\d+$/.test(target) ? Number(target) : target;
  const byNumber = Number.isSafeInteger(number) ? Number(number) : -1;
  if (byText >= 0 && byNumber >= 0 && byText !== byNumber) return null;
  const gold = byText >= 0 ? byText : byNumber;
  if (likelihoods.length < 2 || gold < 0 || gold >= likelihoods.length) return null;
  if (acc === undefined) return gold;
  return Number(acc) === Number(bestOf(likelihoods) === gold) ? gold : null;
}

/** A number, or one written as a text: nothing else is taken for one. */
const numberIn = (value: unknown): number =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')
    ? Number(value)
    : Number.NaN;

function member(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>)[key] : undefined;
}
