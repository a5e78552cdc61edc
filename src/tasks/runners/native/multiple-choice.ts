import { askedOf } from '../../../core/domain/asked.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import {
  keptLikelihoods,
  type SampleRecord,
  type Score,
  type Unscored,
} from '../../../core/domain/sample.ts';
import {
  type ChoiceParts,
  companionScores,
  isOfClasses,
  partsOfChoices,
} from '../../../core/metrics/choices.ts';
import { datasetDigest } from '../../datasets/digest.ts';
import { type ContinuationScore, isOverflow } from '../../engines/engine.ts';
import type { PlannedSample, PreparedTask, RunContext } from '../runner.ts';
import { goldIndexes } from './answers.ts';
import { nativeMetrics } from './describe.ts';
import { nativeFingerprint } from './fingerprint.ts';
import { askEach } from './in-order.ts';
import type { MultipleChoiceTask } from './options.ts';
import { commonBeginning, createPromptBuilder, loadExamples, type Prompt, renderPrompt } from './prompt.ts';
import { loadRows } from './rows.ts';
import {
  boundedOutput,
  overflowReason,
  plannedFields,
  timingField,
  tokenField,
  unscoredAll,
} from './sample.ts';
import { compileTemplate, type TemplateInput } from './template.ts';

interface Item {
  readonly prompt: Prompt;
  readonly choices: readonly string[];
  /** Index of the right choice. */
  readonly gold: number;
}

/** Reads and checks everything; after this only the model can fail. */
export async function prepareMultipleChoice(
  options: MultipleChoiceTask,
  directory: string,
): Promise<PreparedTask> {
  const { dataset, rows } = await loadRows(options, directory);
  const choicesOf = choiceReader(options);
  const target = compileTemplate(options.doc_to_target, 'doc_to_target');
  const examples = await loadExamples(options, directory);
  const given = [...examples.rows, ...rows].map((row) => ({
    ...{ row, choices: choicesOf(row), target: target.value(row) },
  }));
  const golds = goldIndexes(given, options.answer_format, fieldOf(options.doc_to_target, rows));
  const answers = new Map<TemplateInput, Omit<Item, 'prompt'>>(
    given.map(({ row, choices }, index) => [row, { choices, gold: golds[index] ?? -1 }]),
  );
  const answerTo = (row: TemplateInput) => answers.get(row) ?? { choices: [], gold: -1 };

  const prompts = createPromptBuilder(options, examples, (row) => {
    const { choices, gold } = answerTo(row);
    return choices[gold] ?? '';
  });
  const items = new Map<string, Item>();
  for (const row of rows) {
    const { choices, gold } = answerTo(row);
    checkClasses(options, choices, row);
    items.set(row.planned.id, { prompt: prompts.build(row), choices, gold });
  }

  const itemOf = ({ id }: PlannedSample): Item => {
    const item = items.get(id);
    if (item === undefined) throw new Error(`${id} is not a sample of this task`);
    return item;
  };

  const facts = { datasetDigest: dataset.digest, fewShot: examples.digest, scorers: [] };
  const { metrics } = nativeMetrics(options);
  return {
    samples: rows.map((row) => row.planned),
    metrics,
    datasetDigest: dataset.digest,
    limit: options.limit ?? null,
    fingerprint: (model) => nativeFingerprint(options, facts, model),
    show(sample, model) {
      const { prompt, choices, gold } = itemOf(sample);
      const continuations = continuationsOf(choices, options);
      return { prompt: renderPrompt(prompt, options, model), continuations, gold, targets: [] };
    },
    run: (context) =>
      askEach(context, (sample) => {
        const alike = items.get(context.alike?.(sample.id) ?? '');
        return ask(sample, itemOf(sample), alike, options, context);
      }),
  };
}

function choiceReader({ doc_to_choice }: MultipleChoiceTask): (row: TemplateInput) => readonly string[] {
  const templates = typeof doc_to_choice === 'string' ? null : doc_to_choice;
  if (templates !== null) {
    const compiled = templates.map((source) => compileTemplate(source, 'doc_to_choice'));
    return (row) =>
      checkChoices(
        compiled.map((template) => template.text(row)),
        row,
      );
  }
  const list = compileTemplate(String(doc_to_choice), 'doc_to_choice');
  return (row) => checkChoices(list.value(row), row);
}

function checkChoices(value: unknown, { at }: TemplateInput): readonly string[] {
  const list = typeof value === 'string' ? parseList(value) : value;
  if (!Array.isArray(list) || list.length < 2) {
    throw new WeighbridgeError('data', 'doc_to_choice does not give a list of two choices or more', {
      at,
      fix: 'name a field that holds a list, or write a list of templates',
    });
  }
  return list.map((choice: unknown) => {
    if (typeof choice === 'number') return String(choice);
    if (typeof choice === 'string' && choice !== '') return choice;
    throw new WeighbridgeError('data', `a choice is not a text: ${JSON.stringify(choice)}`, {
      ...{ at, fix: 'correct the row, or leave it out' },
    });
  });
}

/** @throws WeighbridgeError `data` where choices are not what a metric over all samples needs */
function checkClasses(
  { corpus_metrics: names, doc_to_choice }: MultipleChoiceTask,
  choices: readonly string[],
  { at }: TemplateInput,
): void {
  const binary = names.find((name) => name === 'auc' || name === 'average_precision');
  if (binary !== undefined && choices.length !== 2) {
    throw new WeighbridgeError('data', `${binary} needs two choices, and there are ${choices.length}`, {
      at,
      fix: `remove ${binary} from corpus_metrics`,
    });
  }
  const ofClasses = names.find(isOfClasses);
  const classes = [doc_to_choice].flat();
  const other = choices.findIndex((choice, index) => choice !== classes[index]);
  if (ofClasses === undefined || (other < 0 && choices.length === classes.length)) return;
  throw new WeighbridgeError(
    'data',
    `${ofClasses} needs the classes of doc_to_choice, and a choice is ${JSON.stringify(choices[other])}`,
    {
      at,
      fix: 'the rows have a field of that name: call the field something else, or write the class as a template',
    },
  );
}

/** A template such as `["{{a}}", "{{b}}"]` gives the text of a list. */
function parseList(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The field that a template hands on; null for any other, which says itself what the answer is. */
function fieldOf(template: string, rows: readonly TemplateInput[]): string | null {
  const [, name = null] = /^\s*\{\{\s*([\w.]+)\s*\}\}\s*$/.exec(template) ?? [];
  return name ?? (rows.every(({ fields }) => Object.hasOwn(fields, template)) ? template : null);
}

/** Inside a chat turn the answer begins at once (harness: construct_requests). */
function continuationsOf(choices: readonly string[], options: MultipleChoiceTask): readonly string[] {
  const delimiter = options.apply_chat_template ? '' : options.target_delimiter;
  return choices.map((choice) => `${delimiter}${choice}`);
}

async function ask(
  sample: PlannedSample,
  item: Item,
  alike: Item | undefined,
  options: MultipleChoiceTask,
  { model }: RunContext,
): Promise<SampleRecord> {
  const { choices, gold } = item;
  const context = renderPrompt(item.prompt, options, model);
  const beginning = commonBeginning(context, alike && renderPrompt(alike.prompt, options, model));
  const continuations = continuationsOf(choices, options);
  const answer = await model.scoreChoices({
    context,
    continuations,
    truncation: options.truncation,
    beginning,
  });
  const record = {
    ...plannedFields(sample),
    input_digest: datasetDigest({ context, continuations }),
    target_digest: datasetDigest({ choices, gold }),
    ...askedOf(item.prompt.question, choices, choices[gold]),
    ...tokenField(answer),
  };
  const { metrics } = nativeMetrics(options);
  if (isOverflow(answer)) return { ...record, scores: unscoredAll(metrics, overflowReason(answer)) };
  const usage = { prompt_tokens: answer.promptTokens, output_tokens: 0 };
  const kept = {
    choices: keptChoices(answer.scores, choices),
    answer_digest: digestOf(answer.scores),
    usage,
    ...timingField(answer, model),
  };
  const judged = judge(answer.scores, choices);
  if (typeof judged === 'string') return { ...record, scores: unscoredAll(metrics, judged), ...kept };
  const { best, bestNormalised } = judged;
  return {
    ...record,
    scores: {
      acc: rightness(best, gold),
      acc_norm: rightness(bestNormalised, gold),
      ...companionScores(
        answer.scores.map(({ logLikelihood }) => logLikelihood),
        gold,
      ),
      ...corpusScores(options, answer.scores, best, gold),
    },
    ...(typeof best === 'number' ? { output: boundedOutput(choices[best] ?? '') } : {}),
    ...kept,
  };
}

/** A choice that is there twice is one to a guess: of such a question only how many there are is kept. */
function keptChoices(scores: readonly ContinuationScore[], choices: readonly string[]) {
  const distinct = new Set(choices).size;
  if (distinct < choices.length || scores.length !== choices.length) return distinct;
  return keptLikelihoods(scores.map(({ logLikelihood }) => logLikelihood));
}

/** To the last bit: of models that are alike to it, one was asked twice. */
const digestOf = (scores: readonly ContinuationScore[]): string =>
  datasetDigest({ likelihoods: scores.map(({ logLikelihood }) => String(logLikelihood)) });

const rightness = (chosen: number | Unscored, gold: number): Score =>
  typeof chosen === 'number' ? Number(chosen === gold) : chosen;

function corpusScores(
  { corpus_metrics: names }: MultipleChoiceTask,
  scores: readonly ContinuationScore[],
  best: number | Unscored,
  gold: number,
): SampleRecord['scores'] {
  const likelihoods = scores.map(({ logLikelihood }) => logLikelihood);
  const highest = likelihoods.reduce((most, value) => Math.max(most, value), -Infinity);
  const confidence = 1 / likelihoods.reduce((total, value) => total + Math.exp(value - highest), 0);
  const [first = NaN, second = NaN] = likelihoods;
  const odds = second - first;
  const probabilities = likelihoods.map((value) => Math.exp(value - highest) * confidence);
  const given: Readonly<Record<ChoiceParts, Score>> = {
    confidence: typeof best === 'number' ? { parts: [confidence, best === gold ? 1 : 0] } : best,
    odds: Number.isFinite(odds)
      ? { parts: [gold, odds] }
      : { unscored: 'a choice has no finite log-likelihood' },
    predictions: typeof best === 'number' ? { parts: [gold, best] } : best,
    probabilities: { parts: [gold, ...probabilities] },
  };
  return Object.fromEntries(names.map((name) => [name, given[partsOfChoices(name)]]));
}

/** The chosen indexes, or why there are none. */
function judge(
  scores: readonly ContinuationScore[],
  choices: readonly string[],
): Readonly<Record<'best' | 'bestNormalised', number | Unscored>> | string {
  const likelihoods = scores.map(({ logLikelihood }) => logLikelihood);
  if (likelihoods.length !== choices.length) {
    return `the engine scored ${likelihoods.length} of ${choices.length} choices`;
  }
  const broken = likelihoods.findIndex((value) => Number.isNaN(value));
  if (broken >= 0) return `the log-likelihood of choice ${broken} is not a number`;
  if (!likelihoods.some(Number.isFinite)) return 'no choice has a finite log-likelihood';
  // Length in characters, as Python counts them: code points.
  const normalised = likelihoods.map((value, index) => value / Array.from(choices[index] ?? '').length);
  return { best: preferred(likelihoods, choices), bestNormalised: preferred(normalised, choices) };
}

/**
 * A model that likes all choices alike has chosen none: taken for a choice of the first, it would be right on all of a dataset
 * whose right choice comes first. Choices with the same text are one.
 */
function preferred(values: readonly number[], choices: readonly string[]): number | Unscored {
  const isIndifferent = new Set(values).size === 1 && new Set(choices).size > 1;
  return isIndifferent ? { unscored: 'all choices are equally likely' } : indexOfMax(values);
}

/** The first of equals, as numpy.argmax. */
function indexOfMax(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > (values[best] ?? -Infinity) ? index : best), 0);
}
