import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Answer, OpenScorer, Scores } from '../../scorers/scorer.ts';
import type { PlannedSample, PreparedTask } from '../runner.ts';
import { type AnswerScoring, taskOfQuestions } from './answering.ts';
import { configuredScorers } from './describe.ts';
import type { GenerateTask } from './options.ts';
import { createPromptBuilder, loadExamples, renderPrompt } from './prompt.ts';
import type { Question } from './question.ts';
import { loadRows, type SourceRow } from './rows.ts';
import { compileTemplate, type TemplateInput } from './template.ts';
import { type AskedTurn, askedTurns, turnReader } from './turns.ts';

/** Reads and checks everything, and opens the scorers; after this only the model and the scorers' services can fail. */
export async function prepareGenerate(options: GenerateTask, directory: string): Promise<PreparedTask> {
  const { dataset, rows } = await loadRows(options, directory);
  const targetsOf = targetReader(options);
  const contextsOf = contextReader(options);
  const examples = await loadExamples(options, directory);
  const turnsIn = options.doc_to_turns === undefined ? null : turnReader(options.doc_to_turns);
  const prompts = createPromptBuilder(options, examples, (row) => targetsOf(row)[0] ?? '');
  const configured = configuredScorers(options);
  const askedOnce = (row: SourceRow): AskedTurn => {
    const prompt = prompts.build(row);
    return {
      planned: row.planned,
      question: {
        asked: prompt.question,
        targets: targetsOf(row),
        render: (model) => renderPrompt(prompt, options, model),
      },
    };
  };
  const samples: PlannedSample[] = [];
  const questions = new Map<string, Question>();
  for (const row of rows) {
    const contexts = contextsOf?.(row);
    const asked =
      turnsIn === null ? [askedOnce(row)] : askedTurns(options, row, turnsIn(row), targetsOf(row));
    for (const { planned, question } of asked) {
      for (const scorer of configured) {
        const fault = scorer.checkTargets(question.targets);
        if (fault !== null)
          throw new WeighbridgeError('data', fault, { at: row.at, fix: 'correct the row, or leave it out' });
      }
      samples.push({ ...planned, index: samples.length });
      questions.set(planned.id, { ...question, ...(contexts === undefined ? {} : { contexts }) });
    }
  }
  if (contextsOf !== null) requireContexts(options, questions, dataset);

  const scorers: OpenScorer[] = [];
  for (const scorer of configured) scorers.push(await scorer.open(directory));
  return taskOfQuestions(options, {
    samples,
    questions,
    scoring: scoringBy(scorers),
    scorers: configured,
    datasetDigest: dataset.digest,
    fewShot: examples.digest,
  });
}

/** Every scorer scores every answer. */
function scoringBy(scorers: readonly OpenScorer[]): AnswerScoring {
  return {
    versions: () => scorers.map(({ version }) => version),
    async ready(signal) {
      for (const scorer of scorers) await scorer.ready(signal);
    },
    async score(answers, signal) {
      const scores = new Map<Answer, Scores>();
      for (const scorer of scorers) {
        const given = await scorer.score(answers, signal);
        for (const [index, answer] of answers.entries()) {
          scores.set(answer, { ...scores.get(answer), ...given[index] });
        }
      }
      return answers.map((answer) => ({ scores: scores.get(answer) ?? {} }));
    },
    async close() {
      for (const scorer of scorers) await scorer.close();
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

/** What each row has an answer rest on; null where the task names nothing. A field that is not there, or null, is no context. */
function contextReader({
  doc_to_contexts: source,
}: GenerateTask): ((row: TemplateInput) => readonly string[]) | null {
  if (source === undefined) return null;
  const template = compileTemplate(source, 'doc_to_contexts');
  return (row) => {
    const value = /^\w+$/.test(source) && !Object.hasOwn(row.fields, source) ? null : template.value(row);
    return (Array.isArray(value) ? value : [value ?? '']).flatMap((context: unknown) => {
      if (typeof context !== 'string')
        throw new WeighbridgeError('data', 'doc_to_contexts gives what is no text', {
          at: row.at,
          fix: 'give a list of texts, or one text; of objects name the field, as in {{ contexts | map(attribute="text") | list }}',
        });
      return context.trim() === '' ? [] : [context];
    });
  };
}

/** A row may have none; where no row has, the field is misspelt. */
function requireContexts(
  { doc_to_contexts: source }: GenerateTask,
  questions: ReadonlyMap<string, Question>,
  { file }: { readonly file: string },
): void {
  if ([...questions.values()].some(({ contexts = [] }) => contexts.length > 0)) return;
  throw new WeighbridgeError('data', `doc_to_contexts ${JSON.stringify(source)} gives no row any context`, {
    at: { file },
    fix: 'name the field that holds what was retrieved',
  });
}
