import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { askedOf, type SampleRecord } from '../../../core/domain/sample.ts';
import { datasetDigest } from '../../datasets/digest.ts';
import { type GenerateAnswer, isOverflow, type Overflow } from '../../engines/engine.ts';
import type { Answer, OpenScorer } from '../../scorers/scorer.ts';
import type { PlannedSample, PreparedTask, RunContext } from '../runner.ts';
import { configuredScorers, nativeMetrics } from './describe.ts';
import { nativeFingerprint } from './fingerprint.ts';
import { askInOrder } from './in-order.ts';
import type { GenerateTask } from './options.ts';
import { createPromptBuilder, loadExamples, type Prompt, renderPrompt } from './prompt.ts';
import { joinAnswers } from './repeats.ts';
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
import { generateAfterThoughts, THINKING_TOKENS } from './thinking.ts';

/** Answers scored at once where a classifier's start is paid once for all; what waits for it is kept meanwhile. */
const SCORING_BATCH = 32;
/** Answers for which it is worth loading the model that scores them, and the one that gave them again for the next. */
const LOADING_BATCH = 256;

interface Item {
  readonly prompt: Prompt;
  readonly targets: readonly string[];
}

/** One answer to a sample; `answer` is null where the prompt did not fit. */
interface Asked {
  readonly record: SampleRecord;
  readonly answer: Answer | null;
}

/** Reads and checks everything, and opens the scorers; after this only the model and the scorers' services can fail. */
export async function prepareGenerate(options: GenerateTask, directory: string): Promise<PreparedTask> {
  const { dataset, rows } = await loadRows(options, directory);
  const targetsOf = targetReader(options);
  const examples = await loadExamples(options, directory);
  const prompts = createPromptBuilder(options, examples, (row) => targetsOf(row)[0] ?? '');
  const configured = configuredScorers(options);
  const items = new Map<string, Item>();
  for (const row of rows) {
    const targets = targetsOf(row);
    for (const scorer of configured) {
      const fault = scorer.checkTargets(targets);
      if (fault !== null)
        throw new WeighbridgeError('data', fault, { at: row.at, fix: 'correct the row, or leave it out' });
    }
    items.set(row.planned.id, { prompt: prompts.build(row), targets });
  }

  const itemOf = ({ id }: PlannedSample): Item => {
    const item = items.get(id);
    if (item === undefined) throw new Error(`${id} is not a sample of this task`);
    return item;
  };

  const scorers: OpenScorer[] = [];
  for (const scorer of configured) scorers.push(await scorer.open(directory));
  const facts = {
    datasetDigest: dataset.digest,
    fewShot: examples.digest,
  };
  const { metrics } = nativeMetrics(options);
  const batch = configured.some(({ scoresTogether }) => scoresTogether)
    ? Math.max(1, Math.floor(SCORING_BATCH / (options.repeats ?? 1)))
    : 1;
  const loadsModel = configured.some((scorer) => scorer.loadsModel);
  const together = loadsModel ? LOADING_BATCH : batch;
  const commands = configured.filter(({ runsCode }) => runsCode).map(({ name }) => name);
  return {
    ...(commands.length === 0 ? {} : { code: `the command of the scorer ${commands.join(', ')}` }),
    ...(together === 1 ? {} : { together }),
    samples: rows.map((row) => row.planned),
    metrics,
    datasetDigest: dataset.digest,
    limit: options.limit ?? null,
    async ready(signal) {
      for (const scorer of scorers) await scorer.ready(signal);
    },
    fingerprint: (model) =>
      nativeFingerprint(options, { ...facts, scorers: scorers.map(({ version }) => version) }, model),
    show(sample, model) {
      const { prompt, targets } = itemOf(sample);
      return { prompt: renderPrompt(prompt, options, model), continuations: [], gold: null, targets };
    },
    async run(context) {
      const most = context.model.parallel ?? 1;
      // A model that answers several at once is asked the next ones before the last has its scores.
      const answered = most === 1 ? batch : Math.max(batch, 4 * most);
      const size = loadsModel ? context.pending.length : answered;
      try {
        for (let start = 0; start < context.pending.length; start += size) {
          const asked: (readonly Asked[])[] = [];
          await askInOrder(
            context.pending.slice(start, start + size),
            most,
            () => !context.signal.aborted,
            async (sample) => {
              const item = itemOf(sample);
              const kept = readKept(context.answers?.kept.get(sample.id), options.repeats ?? 1);
              const given = kept ?? (await askRepeatedly(sample, item, options, context));
              return { sample, item, given, isNew: kept === null };
            },
            async ({ sample, item, given, isNew }) => {
              if (given === null) return;
              if (isNew && size > 1) await context.answers?.keep(sample.id, given);
              asked.push(given.map((answer) => recordOf(sample, item, answer, options, context)));
            },
          );
          if (context.signal.aborted && loadsModel) return;
          if (loadsModel) await context.release?.();
          for (let first = 0; first < asked.length; first += answered) {
            const part = asked.slice(first, first + answered);
            for (const record of await score(part, scorers, context)) await context.write(record);
            if (context.signal.aborted) return;
          }
        }
      } finally {
        for (const scorer of scorers) await scorer.close();
      }
    },
  };
}

/** A list means any of its members; no template means that there is no right answer. */
function targetReader(options: GenerateTask): (row: TemplateInput) => readonly string[] {
  if (options.doc_to_target === '') return () => [];
  const template = compileTemplate(options.doc_to_target, 'doc_to_target');
  return (row) => {
    const value = template.value(row);
    return (Array.isArray(value) ? value : [value]).map((target: unknown) => {
      if (typeof target === 'string') return target;
      if (target === null || target === undefined) {
        throw new WeighbridgeError('data', 'doc_to_target gives no answer', {
          at: row.at,
          fix: 'give the row an answer, or write another doc_to_target',
        });
      }
      return typeof target === 'object' ? canonicalJson(target) : String(target);
    });
  };
}

/** What an engine answered, as it is kept. */
const givenAnswer = z.union([
  z.strictObject({
    overflow: z.strictObject({ tokens: z.number(), context: z.number() }),
    tokenDigest: z.string().exactOptional(),
  }),
  z.strictObject({
    text: z.string(),
    promptTokens: z.number(),
    outputTokens: z.number(),
    finish: z.enum(['stop', 'end_of_text', 'length']),
    tokenDigest: z.string().exactOptional(),
    timing: z
      .strictObject({ seconds: z.number().min(0), firstTokenSeconds: z.number().min(0).exactOptional() })
      .exactOptional(),
    machine: z.string().exactOptional(),
    thinkingTokens: z.number().exactOptional(),
  }),
]);

/** With the machine that answered: who goes on with a run may be another. */
type Given = (GenerateAnswer & { readonly thinkingTokens?: number; readonly machine?: string }) | Overflow;

/** All answers to a sample that an earlier evaluation kept; null where they are not whole, and it is asked again. */
function readKept(kept: unknown, repeats: number): readonly Given[] | null {
  const { data } = z.array(givenAnswer).safeParse(kept);
  const last = data?.at(-1);
  const isWhole = last !== undefined && (data?.length === repeats || isOverflow(last));
  return isWhole && data !== undefined ? data : null;
}

/** All answers to a sample, or none: one of which only some are there is asked again. */
async function askRepeatedly(
  sample: PlannedSample,
  { prompt }: Item,
  options: GenerateTask,
  { model, seed, signal }: RunContext,
): Promise<readonly Given[] | null> {
  const { max_gen_toks, until, temperature, max_thinking_toks = THINKING_TOKENS } = options.generation_kwargs;
  const answers: Given[] = [];
  for (let repeat = 0; repeat < (options.repeats ?? 1); repeat += 1) {
    if (signal.aborted) return null;
    const request = {
      prompt: renderPrompt(prompt, options, model),
      specialTokens: options.apply_chat_template,
      maxTokens: max_gen_toks,
      stop: until,
      temperature,
      seed: answerSeed(seed, sample.id, repeat),
    };
    const answer =
      options.strip_thinking === true
        ? await generateAfterThoughts(model, request, max_thinking_toks)
        : await model.generate(request);
    const { machine } = model;
    answers.push(isOverflow(answer) || machine === undefined ? answer : { ...answer, machine });
    // Where one answer has no score, neither has the sample.
    if (isOverflow(answer)) break;
  }
  return answers;
}

function recordOf(
  sample: PlannedSample,
  { prompt, targets }: Item,
  answer: Given,
  options: GenerateTask,
  { model }: RunContext,
): Asked {
  const record = {
    ...plannedFields(sample),
    input_digest: datasetDigest({ prompt: renderPrompt(prompt, options, model) }),
    target_digest: datasetDigest({ targets }),
    ...askedOf(prompt.question, undefined, targets),
    scores: {},
    ...tokenField(answer),
  };
  if (isOverflow(answer)) {
    const { metrics } = nativeMetrics(options);
    return { record: { ...record, scores: unscoredAll(metrics, overflowReason(answer)) }, answer: null };
  }
  return {
    record: {
      ...record,
      output: boundedOutput(answer.text),
      truncated: answer.finish === 'length',
      usage: {
        prompt_tokens: answer.promptTokens,
        output_tokens: answer.outputTokens,
        ...(answer.thinkingTokens === undefined ? {} : { thinking_tokens: answer.thinkingTokens }),
      },
      ...timingField(answer, answer),
    },
    answer: {
      ...{ id: sample.id, output: answer.text, targets, question: prompt.question },
      outputTokens: answer.outputTokens,
    },
  };
}

/**
 * Each answer has a seed of its own, so that it does not depend on which went before it. The first has what it has alone: more
 * repeats are more of the same.
 */
function answerSeed(seed: number, id: string, repeat: number): number {
  return createHash('sha256')
    .update(canonicalJson(repeat === 0 ? [seed, id] : [seed, id, repeat]))
    .digest()
    .readUInt32BE(0);
}

async function score(
  asked: readonly (readonly Asked[])[],
  scorers: readonly OpenScorer[],
  { signal }: RunContext,
): Promise<SampleRecord[]> {
  const answers = asked.flat().flatMap(({ answer }) => (answer === null ? [] : [answer]));
  const scores = new Map<Answer, SampleRecord['scores']>();
  for (const scorer of answers.length === 0 ? [] : scorers) {
    const given = await scorer.score(answers, signal);
    for (const [index, answer] of answers.entries()) {
      scores.set(answer, { ...scores.get(answer), ...given[index] });
    }
  }
  return asked.map((own) => {
    const [first, ...others] = own.map(({ record, answer }) => ({
      record: { ...record, scores: (answer === null ? undefined : scores.get(answer)) ?? record.scores },
      text: answer?.output ?? '',
    }));
    if (first === undefined) throw new Error('a sample without an answer');
    return joinAnswers([first, ...others]);
  });
}
