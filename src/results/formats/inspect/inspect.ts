import { askedOf } from '../../../core/domain/asked.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { plural } from '../../../core/domain/format.ts';
import { isObject, type Members } from '../../../core/domain/json.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import type { Aggregate, Fingerprint } from '../../../core/domain/run.ts';
import type { SampleRecord, Score } from '../../../core/domain/sample.ts';
import { meanOfRepeats } from '../../../core/metrics/repeats.ts';
import { agree, disagreement, type ExpectedAggregate } from '../aggregate.ts';
import { type FetchedAnswer, fetchedFields } from '../answers.ts';
import { brief, digest, inputDigest } from '../digest.ts';
import {
  byTask,
  choicesIn,
  defineFormat,
  idFrom,
  type Placed,
  type TaskResults,
  unidentifiedModel,
} from '../format.ts';
import { meanMetric } from '../metrics.ts';
import { type Directions, noDirection } from '../selection.ts';
import { settingsOf, withoutNever } from '../settings.ts';
import {
  type InspectHeader,
  type InspectLog,
  type InspectScore,
  isInspectLog,
  readInspectLog,
} from './log.ts';
import { numberOf, ownValue, reducerOf, reduceScores, type StatedMean, statedMean } from './scores.ts';

export const inspect = defineFormat<InspectLog>({
  name: 'Inspect',
  summary: 'a log, .eval or .json, or a folder of logs of one model',
  detect: isInspectLog,
  // In folders too, as Inspect itself lists logs.
  locate: { depth: 4, names: /\.(eval|json)$/ },
  readsAll: true,
  modelOf: ({ header }) => header.eval.model,
  // Scorers of Inspect itself; which way others are better only their authors know.
  directions: (metric) =>
    /^(match|includes|pattern|answer|choice|exact|f1|math|perplexity_choice|model_graded_(qa|fact))$/.test(
      metric,
    )
      ? 'higher_is_better'
      : null,
  read: readInspectLog,

  async toRuns(logs, { directions, each }) {
    // One model's logs of a folder stand for one model; the logs do not say which weights it had.
    const model = digest(logs.map((log) => log.digest).sort());
    return (await each(logs, (log) => taskOf(log, model, directions))).sort(byTask);
  },
});

/** Of samples that lack the score of an epoch, by id: what Inspect takes for their scores all the same. */
type Counted = Map<string, Readonly<Record<string, Score>>>;

/** One score of a log as a metric of a run. */
interface DeclaredScore {
  readonly own: InspectScore;
  readonly metric: MetricDeclaration;
  readonly reduce: (values: readonly number[]) => number;
  /** Whether its score is the mean over all epochs of a sample. */
  readonly isMean: boolean;
  /** What Inspect says that it came to. */
  readonly mean: StatedMean;
  readonly stderr: number | null;
}

/**
 * A log as a task. Epochs of a sample become one score, as its reducer says.
 * @param model stands for all logs of one model
 * @throws WeighbridgeError `data`
 */
function taskOf(log: InspectLog, model: string, directions: Directions): TaskResults {
  const { file, header } = log;
  const scores = header.scores.map((own) => declare(log, own, directions));
  const metrics = scores.map(({ metric }) => metric);
  const common = {
    ...{ file, task: header.eval.task, metrics },
    fingerprint: fingerprintOf(header, scores),
    model: unidentifiedModel(`${header.eval.model}, by logs of Inspect`, model),
    ...(typeof header.eval.created === 'string' ? { started: header.eval.created } : {}),
  };
  if (log.count === 0) return { ...common, aggregates: scores.map((each) => aggregate(each, header)) };
  if (log.count !== header.total) {
    throw new WeighbridgeError(
      'data',
      `${plural(log.count, 'sample')}, and the run evaluated ${header.total}`,
      {
        at: { file },
        fix: 'keep the whole log',
      },
    );
  }
  const group = groupedBy(scores);
  const other = scores.find(({ mean: { groups } }) => groups?.countAlike === true && groups.key !== group);
  if (other !== undefined) {
    throw new WeighbridgeError('data', `${other.metric.name} is a mean over groups other than by ${group}`, {
      at: { file },
      fix: 'group all scores of a task by the same metadata, or evaluate them as tasks of their own',
    });
  }
  const planned = header.total / header.epochs;
  const counted: Counted = new Map();
  const expected = scores.flatMap((score) =>
    expectedOf(score, file, group).map((each) => ({
      ...each,
      counted: ({ id }: SampleRecord) => counted.get(id)?.[each.metric],
    })),
  );
  return { ...common, planned, expected, samples: () => samplesOf(log, scores, group, counted) };
}

/** By which of their metadata samples are told apart; null where no score says one. */
const groupedBy = (scores: readonly DeclaredScore[]): string | null =>
  scores.flatMap(({ mean }) => mean.groups?.key ?? [])[0] ?? null;

/** What Inspect says of all samples, and of each group of them. */
function expectedOf(
  { metric: { name: metric }, mean: { value, groups } }: DeclaredScore,
  file: string,
  group: string | null,
): ExpectedAggregate[] {
  const at = { file, key: `results.scores.${metric}` };
  if (groups === null || groups.key !== group) return value === null ? [] : [{ metric, value, at }];
  const ofGroups = [...groups.values].map(([name, own]) => ({
    ...{ metric, value: own, at: { file, key: `${at.key}.metrics.${name}` } },
    of: (sample: SampleRecord) => sample.group !== undefined && groups.nameOf(sample.group) === name,
  }));
  return value === null || groups.countAlike ? ofGroups : [{ metric, value, at }, ...ofGroups];
}

function declare(
  { file, header, count }: InspectLog,
  own: InspectScore,
  directions: Directions,
): DeclaredScore {
  const at = { file, key: `results.scores.${own.name}` };
  const reducer = own.reducer ?? header.eval.config.epochs_reducer?.[0] ?? 'mean';
  const several = header.scores.filter(({ name }) => name === own.name).length > 1;
  const scorers = header.scores.filter((other) => other.name === own.name && other.reducer === own.reducer);
  const base = scorers.length > 1 ? `${own.scorer}.${own.name}` : own.name;
  const name = several && scorers.length === 1 ? `${base}_${reducer}` : base;
  const mean = statedMean(own);
  if (mean === null || (mean.value === null && count === 0)) {
    throw new WeighbridgeError('data', `${name} is no mean over samples`, {
      at,
      fix: 'add the metric accuracy() or mean() to the scorer, and score the log again',
    });
  }
  const reduce = reducerOf(reducer);
  if (reduce === null) {
    throw new WeighbridgeError('data', `epochs of ${name} are reduced by ${reducer}, which is not known`, {
      at,
    });
  }
  const isMean = reducer === 'mean';
  const isRate = mean.by === 'accuracy';
  const direction = isRate ? 'higher_is_better' : directions(name);
  if (direction === null) throw noDirection(at, name);
  const stderr = own.metrics.stderr?.value;
  const plain = meanMetric(name, direction, isRate ? 'rate' : 'number');
  const isRepeated = isMean && header.epochs > 1 && count > 0;
  const metric = isRepeated ? { ...plain, repeated: true as const } : plain;
  const { countAlike = false, values } = mean.groups ?? {};
  if (countAlike && values !== undefined) {
    const ofGroups = [...values.values()].reduce((sum, value) => sum + value, 0) / values.size;
    const said = { metric: name, value: mean.value ?? NaN };
    if (!agree(said, ofGroups)) throw disagreement(header.eval.task, said, ofGroups, at);
  }
  return {
    own,
    metric: countAlike ? { ...metric, group_average: 'macro' } : metric,
    reduce,
    isMean,
    mean,
    stderr: typeof stderr === 'number' && Number.isFinite(stderr) ? stderr : null,
  };
}

/** Of fewer than two samples Inspect writes a standard error of 0. */
function aggregate(
  { own, metric, mean, stderr }: DeclaredScore,
  { completed, epochs }: InspectHeader,
): Aggregate {
  const n = own.scored_samples ?? completed / epochs;
  return { metric: metric.name, value: mean.value ?? NaN, stderr: n < 2 ? null : stderr, n: n || null };
}

async function* samplesOf(
  { header, samples }: InspectLog,
  declared: readonly DeclaredScore[],
  group: string | null,
  counted: Counted,
): AsyncGenerator<Placed> {
  const order = new Map((header.eval.dataset.sample_ids ?? []).map((id, index) => [String(id), index]));
  let number = 0;
  for await (const unordered of samples()) {
    const epochs = unordered.toSorted((a, b) => Number(a.epoch ?? 0) - Number(b.epoch ?? 0));
    const [first = {}] = epochs;
    const id = String(first.id);
    const output = outputOf(first.output);
    const scored = declared.map((each) => [each, epochScores(epochs, each)] as const);
    const partial = scored.filter(([, values]) => header.epochs > 1 && !values.every(Number.isFinite));
    if (partial.length > 0) {
      const own = partial.map(([each, values]) => [
        each.metric.name,
        reduceScores(values, each.reduce, whyUnscored(epochs)),
      ]);
      counted.set(idFrom(id), Object.fromEntries(own));
    }
    const sample = {
      id: idFrom(id),
      index: order.get(id) ?? number,
      input_digest: inputDigest([first.input, first.choices, ...givenMessages(first.messages)]),
      target_digest: digest(first.target),
      scores: Object.fromEntries(
        scored.map(([each, values]) => [each.metric.name, scoreOf(values, epochs, each, header.epochs)]),
      ),
      ...repeatsOf(scored, epochs, header.epochs),
      ...(output === undefined ? {} : { output, ...truncatedBy(first.output) }),
      ...fetchedFields(epochs.map(fetchedIn)),
      ...choicesOf(first),
      ...askedIn(first),
      ...(group === null ? {} : groupOf(first, group)),
    };
    yield { sample };
    number += 1;
  }
}

/** What the one call took that gave the answer (`ModelOutput`); of a conversation of several nothing is known of its parts. */
function fetchedIn({ messages, output }: Members): FetchedAnswer {
  const said = Array.isArray(messages)
    ? messages.filter((each) => isObject(each) && each.role === 'assistant')
    : [];
  const { usage, time } = isObject(output) && said.length === 1 ? output : ({} as Members);
  const { input_tokens: read, output_tokens: written } = isObject(usage) ? usage : ({} as Members);
  const numeric = (value: unknown) => (typeof value === 'number' ? value : null);
  return { promptTokens: numeric(read), outputTokens: numeric(written), seconds: numeric(time) };
}

/** What stood in the conversation before the model first spoke: solvers add system messages and templates to the input. */
function givenMessages(messages: unknown): unknown[] {
  if (!Array.isArray(messages)) return [];
  const spoke = messages.findIndex(
    (message) =>
      isObject(message) && message.role === 'assistant' && (message.source === 'generate' || message.model),
  );
  const last = messages.findLastIndex((message) => isObject(message) && message.role === 'assistant');
  const given = messages.slice(0, spoke >= 0 ? spoke : last >= 0 ? last : messages.length).filter(isObject);
  return given.map(({ role, content, tool_calls, function: name }) => ({ role, content, tool_calls, name }));
}

const epochScores = (epochs: readonly Members[], { own }: DeclaredScore): readonly number[] =>
  epochs.map((epoch) =>
    epoch.invalidation ? NaN : numberOf(ownValue(epoch.scores, own.name, own.scorer ?? own.name)),
  );

/** @param planned epochs that the task has: a mean, or the best, of fewer is of those that happened to come to a score */
function scoreOf(
  values: readonly number[],
  epochs: readonly Members[],
  { metric, reduce }: DeclaredScore,
  planned: number,
): Score {
  const scored = values.filter((value) => Number.isFinite(value)).length;
  if (planned === 1 || (values.length === planned && scored === planned)) {
    return metric.repeated === true
      ? meanOfRepeats(values)
      : reduceScores(values, reduce, whyUnscored(epochs));
  }
  const why = scored < values.length ? whyUnscored(epochs) : 'the others are not in the log';
  return { unscored: `${scored} of ${planned} epochs have a score: ${why}` };
}

/** What each epoch scored, and which gave the same answer, as their scorer or else the model has it. */
function repeatsOf(
  scored: readonly (readonly [DeclaredScore, readonly number[]])[],
  epochs: readonly Members[],
  planned: number,
): Pick<SampleRecord, 'repeats'> {
  const whole = scored.filter(
    ([{ metric }, values]) =>
      metric.repeated === true && values.length === planned && values.every(Number.isFinite),
  );
  const [first] = whole;
  if (first === undefined) return {};
  const [{ own }] = first;
  const answers = epochs.map((epoch) => answerText(epoch, own.name, own.scorer ?? own.name));
  const isKnown = answers.every((answer) => answer !== null);
  return {
    repeats: {
      scores: Object.fromEntries(whole.map(([{ metric }, values]) => [metric.name, values])),
      ...(isKnown ? { same_as: answers.map((answer) => answers.indexOf(answer)) } : {}),
    },
  };
}

function answerText({ scores, output }: Members, name: string, scorer: string): string | null {
  const score = isObject(scores) ? (scores[scorer] ?? scores[name]) : undefined;
  if (isObject(score) && typeof score.answer === 'string') return score.answer.trim();
  return outputOf(output)?.trim() ?? null;
}

function whyUnscored(epochs: readonly Members[]): string {
  if (epochs.some(({ invalidation }) => invalidation)) return 'invalidated';
  const error = epochs.map((epoch) => epoch.error).find(isObject);
  return error === undefined ? 'not scored' : `error: ${String(error.message).slice(0, 200)}`;
}

/** The answer's text; a message may consist of parts. */
function outputOf(output: unknown): string | undefined {
  const choice = isObject(output) && Array.isArray(output.choices) ? output.choices[0] : undefined;
  const content = isObject(choice) && isObject(choice.message) ? choice.message.content : undefined;
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return undefined;
  return content
    .flatMap((part) => (isObject(part) && typeof part.text === 'string' ? part.text : []))
    .join('\n');
}

/** Whether the answer ended because it might be no longer; nothing where the log does not say. */
function truncatedBy(output: unknown): { readonly truncated?: boolean } {
  const choice = isObject(output) && Array.isArray(output.choices) ? output.choices[0] : undefined;
  const reason = isObject(choice) ? choice.stop_reason : undefined;
  if (typeof reason !== 'string' || reason === 'unknown') return {};
  return { truncated: reason === 'max_tokens' || reason === 'model_length' };
}

/** A target may be the letter of a choice. */
function askedIn({ input, choices, target }: Members): Pick<SampleRecord, 'asked'> {
  const list = Array.isArray(choices) ? choices : undefined;
  const letter = typeof target === 'string' && /^[A-Z]$/.test(target) ? target.charCodeAt(0) - 65 : -1;
  return askedOf(input, list, list?.[letter] ?? target);
}

function choicesOf({ choices }: Members): { readonly choices?: number } {
  const count = choicesIn(choices);
  return count === null ? {} : { choices: count };
}

function groupOf({ metadata }: Members, key: string): { readonly group?: string } {
  const own = isObject(metadata) ? metadata[key] : undefined;
  return own === undefined ? {} : { group: idFrom(String(own)) };
}

/** Models that a task asks beside its own, such as a grader, without the hosts at which they were asked. */
function rolesOf(roles: unknown): unknown {
  if (!isObject(roles)) return roles;
  const roleOf = (role: unknown) =>
    isObject(role)
      ? {
          model: role.model,
          config: withoutNever('inspect_ai', 'generation', role.config),
          args: withoutNever('inspect_ai', 'model_args', role.args),
        }
      : role;
  return Object.fromEntries(Object.entries(roles).map(([name, role]) => [name, roleOf(role)]));
}

function fingerprintOf(
  { eval: own, plan, scores, epochs: each }: InspectHeader,
  declared: readonly DeclaredScore[],
): Fingerprint {
  const generation = { ...own.model_generate_config, ...plan?.config };
  const { name, samples, sample_ids, shuffled } = own.dataset;
  const { limit, sample_id, epochs, epochs_reducer } = own.config;
  // A mean is of one thing however many epochs it is over; the best of them, or the commonest, is not.
  const isMean = declared.every((score) => score.isMean);
  return {
    dataset: digest({ name, samples, sample_ids, shuffled }),
    prompt: digest({ steps: plan?.steps, args: own.task_args }),
    generation: brief({ epochs: isMean && each > 1 ? 1 : epochs, epochs_reducer }),
    ...(each > 1 ? { repeats: each } : {}),
    scorers: brief(own.scorers ?? scores.map((score) => ({ name: score.name, params: score.params }))),
    task_version: own.task_version ?? null,
    limit: limit === undefined && sample_id === undefined ? null : brief(limit ?? sample_id ?? null),
    engine: own.model.includes('/') ? (own.model.split('/')[0] ?? null) : null,
    harness: 'inspect_ai',
    ...settingsOf('inspect_ai', {
      ...{ generation, config: own.config, model_args: own.model_args },
      eval: { ...own, model_roles: rolesOf(own.model_roles) },
    }),
    harness_version: String(own.packages.inspect_ai ?? 'unknown'),
    seed: typeof generation.seed === 'number' ? generation.seed : null,
  };
}
