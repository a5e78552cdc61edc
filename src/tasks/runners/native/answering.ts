import { createHash } from 'node:crypto';
import { z } from 'zod';
import { askedOf } from '../../../core/domain/asked.ts';
import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import type { SampleRecord, Severity } from '../../../core/domain/sample.ts';
import { datasetDigest } from '../../datasets/digest.ts';
import { type GenerateAnswer, isOverflow, type LoadedModel, type Overflow } from '../../engines/engine.ts';
import type { Answer, ConfiguredScorer, Scores } from '../../scorers/scorer.ts';
import type { PlannedSample, PreparedTask, RunContext } from '../runner.ts';
import { nativeMetrics } from './describe.ts';
import { nativeFingerprint } from './fingerprint.ts';
import { askInOrder } from './in-order.ts';
import { type AnsweredTask, limitOf } from './options.ts';
import { joinAnswers } from './repeats.ts';
import {
  boundedOutput,
  overflowReason,
  plannedFields,
  timingField,
  tokenField,
  unscoredAll,
} from './sample.ts';
import { generateAfterThoughts, THINKING_TOKENS } from './thinking.ts';

/** Answers scored at once where a classifier's start is paid once for all; what waits for it is kept meanwhile. */
const SCORING_BATCH = 32;
/** Answers for which it is worth loading the model that scores them, and the one that gave them again for the next. */
const LOADING_BATCH = 256;

/** What is asked of a model, which writes its answer. */
export interface Question {
  /** For people: without examples and system message. */
  readonly asked: string;
  readonly targets: readonly string[];
  /** What the answer is to rest on; absent where the task names none. */
  readonly contexts?: readonly string[];
  /** For people, where targets are not all that counts as right. */
  readonly reference?: readonly string[];
  /** Only of a test case. */
  readonly severity?: Severity;
  /**
   * Everything before the answer.
   * @param model whose chat template is used; null for the text without one
   * @throws WeighbridgeError `checkpoint` for a model without the template that the task needs
   */
  readonly render: (model: Pick<LoadedModel, 'chatTemplate'> | null) => string;
}

/** What makes scores of answers. */
export interface AnswerScoring {
  /** What must agree for two runs to be scored alike; whole once it is ready. */
  readonly versions: () => readonly string[];
  ready(signal: AbortSignal): Promise<void>;
  /** One entry an answer, in order. */
  score(answers: readonly Answer[], signal: AbortSignal): Promise<readonly Scored[]>;
  close(): Promise<void>;
}

interface Scored {
  readonly scores: Scores;
  /** Of a test case, the checks that the answer failed. */
  readonly failed?: readonly string[];
}

interface AnsweredQuestions {
  readonly samples: readonly PlannedSample[];
  /** By id of the sample. */
  readonly questions: ReadonlyMap<string, Question>;
  readonly scoring: AnswerScoring;
  readonly scorers: readonly ConfiguredScorer[];
  readonly datasetDigest: string;
  readonly fewShot: string | null;
}

/** One answer to a sample; `answer` is null where the prompt did not fit. */
interface Asked {
  readonly record: SampleRecord;
  readonly answer: Answer | null;
}

/** A task whose model writes its answers. */
export function taskOfQuestions(
  options: AnsweredTask,
  { samples, questions, scoring, scorers, ...facts }: AnsweredQuestions,
): PreparedTask {
  const questionOf = ({ id }: PlannedSample): Question => {
    const question = questions.get(id);
    if (question === undefined) throw new Error(`${id} is not a sample of this task`);
    return question;
  };
  const { metrics } = nativeMetrics(options);
  const batch = scorers.some(({ scoresTogether }) => scoresTogether)
    ? Math.max(1, Math.floor(SCORING_BATCH / (options.repeats ?? 1)))
    : 1;
  const loadsModel = scorers.some((scorer) => scorer.loadsModel);
  const together = loadsModel ? LOADING_BATCH : batch;
  const commands = scorers.filter(({ runsCode }) => runsCode).map(({ name }) => name);
  return {
    ...(commands.length === 0 ? {} : { code: `the command of the scorer ${commands.join(', ')}` }),
    ...(together === 1 ? {} : { together }),
    samples,
    metrics,
    datasetDigest: facts.datasetDigest,
    limit: limitOf(options) ?? null,
    ready: (signal) => scoring.ready(signal),
    fingerprint: (model) => nativeFingerprint(options, { ...facts, scorers: scoring.versions() }, model),
    show(sample, model) {
      const { render, targets } = questionOf(sample);
      return { prompt: render(model), continuations: [], gold: null, targets };
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
              const question = questionOf(sample);
              const kept = readKept(context.answers?.kept.get(sample.id), options.repeats ?? 1);
              const given = kept ?? (await askRepeatedly(sample, question, options, context));
              return { sample, question, given, isNew: kept === null };
            },
            async ({ sample, question, given, isNew }) => {
              if (given === null) return;
              if (isNew && size > 1) await context.answers?.keep(sample.id, given);
              asked.push(given.map((answer) => recordOf(sample, question, answer, options, context)));
            },
          );
          if (context.signal.aborted && loadsModel) return;
          if (loadsModel) await context.release?.();
          for (let first = 0; first < asked.length; first += answered) {
            const part = asked.slice(first, first + answered);
            for (const record of await score(part, scoring, context)) await context.write(record);
            if (context.signal.aborted) return;
          }
        }
      } finally {
        await scoring.close();
      }
    },
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
  { render }: Question,
  options: AnsweredTask,
  { model, seed, signal }: RunContext,
): Promise<readonly Given[] | null> {
  const { max_gen_toks, until, temperature, max_thinking_toks = THINKING_TOKENS } = options.generation_kwargs;
  const answers: Given[] = [];
  for (let repeat = 0; repeat < (options.repeats ?? 1); repeat += 1) {
    if (signal.aborted) return null;
    const request = {
      prompt: render(model),
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
  { render, asked, targets, contexts, reference = targets, severity }: Question,
  answer: Given,
  options: AnsweredTask,
  { model }: RunContext,
): Asked {
  const record = {
    ...plannedFields(sample),
    input_digest: datasetDigest({ prompt: render(model) }),
    target_digest: datasetDigest(reference === targets ? { targets } : { targets, reference }),
    ...askedOf(asked, undefined, reference),
    ...(severity === undefined ? {} : { case: { severity, failed: [] } }),
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
      ...{ id: sample.id, output: answer.text, targets, question: asked },
      ...(contexts === undefined ? {} : { contexts }),
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
  scoring: AnswerScoring,
  { signal }: RunContext,
): Promise<SampleRecord[]> {
  const answers = asked.flat().flatMap(({ answer }) => (answer === null ? [] : [answer]));
  const given = answers.length === 0 ? [] : await scoring.score(answers, signal);
  const scored = new Map(answers.map((answer, index) => [answer, given[index]]));
  return asked.map((own) => {
    const [first, ...others] = own.map(({ record, answer }) => ({
      record: withScores(record, answer === null ? undefined : scored.get(answer)),
      text: answer?.output ?? '',
    }));
    if (first === undefined) throw new Error('a sample without an answer');
    return joinAnswers([first, ...others]);
  });
}

function withScores(record: SampleRecord, scored: Scored | undefined): SampleRecord {
  if (scored === undefined) return record;
  const { scores, failed } = scored;
  return {
    ...record,
    scores,
    ...(record.case === undefined || failed === undefined ? {} : { case: { ...record.case, failed } }),
  };
}
