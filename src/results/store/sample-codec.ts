import { type Asked, MOST_ASKED, type Turn } from '../../core/domain/asked.ts';
import { type Location, WeighbridgeError } from '../../core/domain/errors.ts';
import { isObject, type Members, parseJson } from '../../core/domain/json.ts';
import type { MetricDeclaration } from '../../core/domain/metric.ts';
import { type RunRecord, repeatsOf } from '../../core/domain/run.ts';
import {
  type AnswerTiming,
  isCorpus,
  isRatio,
  isUnscored,
  MAX_LIKELIHOODS,
  MOST_CHECKS,
  type Repeats,
  type SampleRecord,
  type Score,
  SEVERITIES,
  type Severity,
  type TestCase,
  type TokenUsage,
} from '../../core/domain/sample.ts';
import { faultOfParts } from '../../core/metrics/corpus/registry.ts';
import { meanOfRepeats } from '../../core/metrics/repeats.ts';

/**
 * One line of `samples.jsonl`, newline included. Keys stand in one order, so that equal evaluations give equal bytes.
 */
export function serializeSample(sample: SampleRecord): string {
  const scores = Object.entries(sample.scores)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([metric, score]): [string, Score] => [metric, ordered(score)]);
  const line = {
    id: sample.id,
    index: sample.index,
    filter: sample.filter,
    input_digest: sample.input_digest,
    question_digest: sample.question_digest,
    target_digest: sample.target_digest,
    token_digest: sample.token_digest,
    scores: Object.fromEntries(scores),
    repeats: sample.repeats && orderedRepeats(sample.repeats),
    cluster: sample.cluster,
    group: sample.group,
    weight: sample.weight,
    output: sample.output,
    truncated: sample.truncated,
    choices: sample.choices,
    answer_digest: sample.answer_digest,
    usage: sample.usage && {
      prompt_tokens: sample.usage.prompt_tokens,
      output_tokens: sample.usage.output_tokens,
      thinking_tokens: sample.usage.thinking_tokens,
    },
    timing: sample.timing && {
      seconds: sample.timing.seconds,
      first_token_seconds: sample.timing.first_token_seconds,
      answers: sample.timing.answers,
      machine: sample.timing.machine,
    },
    case: sample.case && { severity: sample.case.severity, failed: sample.case.failed },
    asked: sample.asked && {
      question: sample.asked.question,
      turns: sample.asked.turns?.map(({ role, text }) => ({ role, text })),
      choices: sample.asked.choices,
      reference: sample.asked.reference,
    },
  };
  return `${JSON.stringify(line)}\n`;
}

function ordered(score: Score): Score {
  if (typeof score === 'number') return finite(score);
  if (isUnscored(score)) return { unscored: score.unscored };
  if (isCorpus(score)) return { parts: score.parts.map(finite) };
  return { numerator: finite(score.numerator), denominator: finite(score.denominator) };
}

function orderedRepeats({ scores, same_as }: Repeats): Repeats {
  const names = Object.keys(scores).sort();
  return {
    scores: Object.fromEntries(names.map((name) => [name, (scores[name] ?? []).map(finite)])),
    same_as,
  };
}

/** JSON.stringify would write NaN as null. */
function finite(value: number): number {
  if (!Number.isFinite(value)) throw new TypeError(`a score of ${value} must be stored as unscored`);
  return value;
}

const KEYS = new Set([
  'id',
  'index',
  'filter',
  'input_digest',
  'question_digest',
  'target_digest',
  'token_digest',
  'scores',
  'repeats',
  'cluster',
  'group',
  'weight',
  'output',
  'truncated',
  'choices',
  'answer_digest',
  'usage',
  'timing',
  'case',
  'asked',
]);

const MAX_NAME_LENGTH = 1024;

/** Whether a text that is not empty may be an id or a digest. */
export const mayBeName = (text: string): boolean => text.length <= MAX_NAME_LENGTH && !/\p{Cc}/u.test(text);

/** What the record of a run says of its samples. */
export interface SampleShape {
  readonly metrics: ReadonlyMap<string, MetricDeclaration>;
  /** Answers of each sample. */
  readonly repeats: number;
}

export const shapeOf = (record: Pick<RunRecord, 'metrics' | 'fingerprint'>): SampleShape => ({
  metrics: new Map(record.metrics.map((metric) => [metric.name, metric])),
  repeats: repeatsOf(record),
});

/**
 * Reads one line.
 * @throws WeighbridgeError `data` with file and line
 */
export function parseSample(text: string, shape: SampleShape, at: Location): SampleRecord {
  return checkSample(parseJson(text, at), shape, at);
}

/**
 * Takes a sample as hostile data: every member is checked, nothing unknown is passed on.
 *
 * Checked by hand and not by a schema because a run may have a million lines.
 * @throws WeighbridgeError `data`
 */
export function checkSample(value: unknown, shape: SampleShape, at: Location): SampleRecord {
  const fail: Fail = (message, key) => {
    throw new WeighbridgeError('data', message, { at: key === undefined ? at : { ...at, key } });
  };
  const members = isObject(value) ? value : fail('a sample must be an object');
  for (const key of Object.keys(members)) if (!KEYS.has(key)) fail('this key is not known', key);

  const { weight, output, truncated, usage, timing, case: test, asked } = members;
  if (weight !== undefined && !(typeof weight === 'number' && Number.isFinite(weight) && weight > 0)) {
    fail('must be a positive number', 'weight');
  }
  if (output !== undefined && typeof output !== 'string') fail('must be a text', 'output');
  if (truncated !== undefined && typeof truncated !== 'boolean') fail('must be true or false', 'truncated');
  const choices = members.choices === undefined ? undefined : parseChoices(members, fail);
  const scores = parseScores(members.scores, shape.metrics, fail);
  const answers = parseRepeats(members.repeats, scores, shape, fail);
  const sample: Mutable<SampleRecord> = {
    id: parseName(members, 'id', fail),
    index: parseCount(members, 'index', fail),
    input_digest: parseName(members, 'input_digest', fail),
    target_digest: parseName(members, 'target_digest', fail),
    scores,
  };
  // One after the other, in one order: there may be millions, and an object of each member would be made to be thrown away.
  if (members.filter !== undefined) sample.filter = parseName(members, 'filter', fail);
  if (members.question_digest !== undefined)
    sample.question_digest = parseName(members, 'question_digest', fail);
  if (members.token_digest !== undefined) sample.token_digest = parseName(members, 'token_digest', fail);
  if (answers !== null) sample.repeats = answers;
  if (members.cluster !== undefined) sample.cluster = parseName(members, 'cluster', fail);
  if (members.group !== undefined) sample.group = parseName(members, 'group', fail);
  if (weight !== undefined) sample.weight = weight as number;
  if (output !== undefined) sample.output = output as string;
  if (truncated !== undefined) sample.truncated = truncated as boolean;
  if (choices !== undefined) sample.choices = choices;
  if (members.answer_digest !== undefined) sample.answer_digest = parseName(members, 'answer_digest', fail);
  if (usage !== undefined) sample.usage = parseUsage(usage, fail);
  if (timing !== undefined) sample.timing = parseTiming(timing, fail);
  if (test !== undefined) sample.case = parseCase(test, fail);
  if (asked !== undefined) sample.asked = parseAsked(asked, fail);
  return sample;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

type Fail = (message: string, key?: string) => never;

function parseName(members: Members, key: string, fail: Fail): string {
  const member = members[key];
  if (typeof member !== 'string' || member === '') return fail('must be a text', key);
  return mayBeName(member) ? member : fail('must be short and without control characters', key);
}

function parseCount(holder: Members, key: string, fail: Fail): number {
  const member = holder[key];
  return typeof member === 'number' && Number.isSafeInteger(member) && member >= 0
    ? member
    : fail('must be a whole number that is not negative', key);
}

function parseChoices(members: Members, fail: Fail): number | readonly number[] {
  const { choices } = members;
  if (!Array.isArray(choices))
    return parseCount(members, 'choices', fail) || fail('must be at least 1', 'choices');
  const isBounded = choices.length >= 1 && choices.length <= MAX_LIKELIHOODS;
  if (!isBounded) return fail(`must be of 1 to ${MAX_LIKELIHOODS} choices`, 'choices');
  return choices.every((each) => typeof each === 'number' && Number.isFinite(each))
    ? (choices as number[])
    : fail('must be finite log-likelihoods', 'choices');
}

function parseCase(member: unknown, fail: Fail): TestCase {
  const { severity, failed, ...others } = isObject(member) ? member : fail('must be an object', 'case');
  const isKnown = SEVERITIES.includes(severity as Severity) && Object.keys(others).length === 0;
  const isList =
    Array.isArray(failed) &&
    failed.length <= MOST_CHECKS.count &&
    failed.every((name) => typeof name === 'string' && name.length <= MOST_CHECKS.name);
  if (!isKnown || !isList) fail('must be a severity with the names of failed checks', 'case');
  return { severity: severity as Severity, failed: failed as string[] };
}

function parseAsked(member: unknown, fail: Fail): Asked {
  const { question, turns, choices, reference, ...others } = isObject(member)
    ? member
    : fail('must be an object', 'asked');
  const isText = (value: unknown, most: number) => typeof value === 'string' && value.length <= most;
  const isList =
    choices === undefined ||
    (Array.isArray(choices) &&
      choices.length <= MOST_ASKED.choices &&
      choices.every((choice) => isText(choice, MOST_ASKED.choice)));
  const isTurn = ({ role, text, ...more }: Members) =>
    isText(role, MOST_ASKED.role) && isText(text, MOST_ASKED.turn) && Object.keys(more).length === 0;
  const areTurns =
    turns === undefined ||
    (Array.isArray(turns) &&
      turns.length <= MOST_ASKED.turns &&
      turns.every((turn) => isObject(turn) && isTurn(turn)));
  const isKnown =
    Object.keys(others).length === 0 && isList && areTurns && isText(question, MOST_ASKED.question);
  if (!isKnown || !(reference === undefined || isText(reference, MOST_ASKED.reference))) {
    fail('must be a question, with or without choices and a reference, as short texts', 'asked');
  }
  return {
    question: question as string,
    ...(turns === undefined ? {} : { turns: turns as Turn[] }),
    ...(choices === undefined ? {} : { choices: choices as string[] }),
    ...(reference === undefined ? {} : { reference: reference as string }),
  };
}

function parseUsage(member: unknown, fail: Fail): TokenUsage {
  const holder = isObject(member) ? member : fail('must be an object', 'usage');
  return {
    prompt_tokens: parseCount(holder, 'prompt_tokens', fail),
    output_tokens: parseCount(holder, 'output_tokens', fail),
    ...(holder.thinking_tokens === undefined
      ? {}
      : { thinking_tokens: parseCount(holder, 'thinking_tokens', fail) }),
  };
}

function parseTiming(member: unknown, fail: Fail): AnswerTiming {
  const {
    seconds,
    first_token_seconds: first,
    answers,
    machine,
    ...others
  } = isObject(member) ? member : fail('must be an object', 'timing');
  const isTime = (value: unknown): value is number =>
    typeof value === 'number' && Number.isFinite(value) && value >= 0;
  const isNamed = typeof machine === 'string' && mayBeName(machine);
  const isCounted =
    answers === undefined || (typeof answers === 'number' && Number.isSafeInteger(answers) && answers > 1);
  if (!isTime(seconds) || !(first === undefined || (isTime(first) && first <= seconds))) {
    return fail('must be seconds, those to the first token no more than all', 'timing');
  }
  if (!isNamed || !isCounted || Object.keys(others).length > 0) {
    return fail('must be seconds with the name of a machine', 'timing');
  }
  return {
    seconds,
    ...(first === undefined ? {} : { first_token_seconds: first }),
    ...(answers === undefined ? {} : { answers: answers as number }),
    machine,
  };
}

/** Only metrics that `run.json` declares are taken over, so no key can reach a prototype. */
function parseScores(
  value: unknown,
  metrics: ReadonlyMap<string, MetricDeclaration>,
  fail: Fail,
): Record<string, Score> {
  const members = isObject(value) ? value : fail('must be an object', 'scores');
  const scores: Record<string, Score> = {};
  for (const [metric, score] of Object.entries(members)) {
    const key = `scores.${metric}`;
    const declaration = metrics.get(metric) ?? fail('run.json does not declare this metric', key);
    scores[metric] = parseScore(score, declaration, (message) => fail(message, key));
  }
  return scores;
}

/**
 * The scores of all planned answers of every metric that is their mean: fewer, or others than their mean says, are not those
 * that were asked for.
 */
function parseRepeats(
  value: unknown,
  scores: Readonly<Record<string, Score>>,
  { metrics, repeats: planned }: SampleShape,
  fail: Fail,
): Repeats | null {
  const isMean = (name: string) => metrics.get(name)?.repeated === true && typeof scores[name] === 'number';
  if (value === undefined) {
    if (Object.keys(scores).some(isMean)) fail(`the scores of its ${planned} answers are missing`, 'repeats');
    return null;
  }
  const wanted = Object.entries(scores).flatMap(([name, score]) => {
    const declaration = metrics.get(name);
    return declaration?.repeated === true && typeof score === 'number' ? [{ declaration, score }] : [];
  });
  const members = isObject(value) ? value : fail('must be an object', 'repeats');
  const unknown = Object.keys(members).find((key) => key !== 'scores' && key !== 'same_as');
  if (unknown !== undefined) fail('this key is not known', `repeats.${unknown}`);
  const lists = isObject(members.scores) ? members.scores : fail('must be an object', 'repeats.scores');
  const other = Object.keys(lists).find(
    (metric) => !wanted.some(({ declaration }) => declaration.name === metric),
  );
  if (other !== undefined) fail('is no score that is the mean of several', `repeats.scores.${other}`);
  const own = wanted.map(({ declaration, score }): [string, readonly number[]] => {
    const { name: metric } = declaration;
    const key = `repeats.scores.${metric}`;
    const list = Object.hasOwn(lists, metric) ? lists[metric] : undefined;
    if (!Array.isArray(list) || list.length !== planned) {
      return fail(`must have the scores of all ${planned} answers`, key);
    }
    const each = list.map((one: unknown) => {
      if (typeof one !== 'number') return fail('must be finite numbers', key);
      return parseScore(one, declaration, (message) => fail(message, key)) as number;
    });
    return meanOfRepeats(each) === score ? [metric, each] : fail('does not come to the score', key);
  });
  const { same_as: same } = members;
  if (same === undefined) return { scores: Object.fromEntries(own) };
  const isFirst = (first: unknown, position: number) =>
    typeof first === 'number' && Number.isSafeInteger(first) && first >= 0 && first <= position;
  if (!Array.isArray(same) || same.length !== planned || !same.every(isFirst)) {
    return fail(`must name the first answer like it for each of ${planned}`, 'repeats.same_as');
  }
  if (same.some((first: number) => same[first] !== first)) {
    fail('names an answer that is not the first like it', 'repeats.same_as');
  }
  return { scores: Object.fromEntries(own), same_as: same as number[] };
}

function parseScore(value: unknown, metric: MetricDeclaration, fail: Fail): Score {
  if (isObject(value) && typeof value.unscored === 'string' && Object.keys(value).length === 1) {
    return { unscored: value.unscored };
  }
  switch (metric.kind) {
    case 'mean': {
      const { min, max } = metric.range;
      if (typeof value !== 'number' || !Number.isFinite(value)) return fail('must be a finite number');
      if (value < (min ?? -Infinity) || value > (max ?? Infinity)) {
        return fail(`is ${value}, outside of ${min ?? '-∞'} to ${max ?? '∞'}, where ${metric.name} is`);
      }
      return value;
    }
    case 'ratio': {
      const ratio = isObject(value) && Object.keys(value).length === 2 ? value : fail('must be a ratio');
      const { numerator, denominator } = ratio;
      if (typeof numerator !== 'number' || !Number.isFinite(numerator))
        return fail('has no finite numerator');
      if (typeof denominator !== 'number' || !Number.isFinite(denominator) || denominator < 0) {
        return fail('has no finite denominator');
      }
      const score = { numerator, denominator };
      return isRatio(score) ? score : fail('must be a ratio');
    }
    case 'corpus': {
      if (metric.aggregate === undefined) return fail('nobody says how this metric follows from its samples');
      const parts = isObject(value) && Object.keys(value).length === 1 ? value.parts : null;
      if (!Array.isArray(parts)) return fail('must be parts');
      const fault = faultOfParts(metric.aggregate, parts);
      return fault === null ? { parts } : fail(fault);
    }
  }
}
