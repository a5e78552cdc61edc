import { askedOf } from '../../../core/domain/asked.ts';
import type { SampleRecord } from '../../../core/domain/sample.ts';
import { datasetDigest } from '../../datasets/digest.ts';
import { isOverflow } from '../../engines/engine.ts';
import type { Answer, ConfiguredScorer, Scores } from '../../scorers/scorer.ts';
import type { PlannedSample, PreparedTask, RunContext } from '../runner.ts';
import { plainTurns } from './conversation.ts';
import { nativeMetrics } from './describe.ts';
import { nativeFingerprint } from './fingerprint.ts';
import { askingOnce, type Given } from './given.ts';
import { askInOrder } from './in-order.ts';
import { type AnsweredTask, limitOf } from './options.ts';
import type { Question } from './question.ts';
import { joinAnswers } from './repeats.ts';
import {
  boundedOutput,
  overflowReason,
  plannedFields,
  timingField,
  tokenField,
  unscoredAll,
} from './sample.ts';

/** Answers scored at once where a classifier's start is paid once for all; what waits for it is kept meanwhile. */
const SCORING_BATCH = 32;
/** Answers for which it is worth loading the model that scores them, and the one that gave them again for the next. */
const LOADING_BATCH = 256;

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
      const answersTo = askingOnce(options, questions, context);
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
              return { sample, question: questionOf(sample), ...(await answersTo(sample.id)) };
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

function recordOf(
  sample: PlannedSample,
  { render, conversation, asked, targets, contexts, reference = targets, severity }: Question,
  answer: Given,
  options: AnsweredTask,
  { model }: RunContext,
): Asked {
  const said = isOverflow(answer) ? [] : (answer.said ?? []);
  const turns = said.length === 0 ? undefined : conversation?.turns(said);
  const record = {
    ...plannedFields(sample),
    input_digest: datasetDigest({ prompt: render(model) }),
    target_digest: datasetDigest(reference === targets ? { targets } : { targets, reference }),
    ...askedOf(turns ?? asked, undefined, reference),
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
      ...{
        id: sample.id,
        output: answer.text,
        targets,
        question: turns === undefined ? asked : plainTurns(turns),
      },
      ...(contexts === undefined ? {} : { contexts }),
      outputTokens: answer.outputTokens,
    },
  };
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
