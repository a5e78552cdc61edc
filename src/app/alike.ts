import type { PlannedTask } from '../config/plan/plan.ts';
import { type AskedRow, alikeRows } from '../core/compare/alike.ts';
import { wordsOf } from '../core/compare/overlap.ts';
import { engineRunner } from '../tasks/runners/registry.ts';
import type { PreparedTask, RowQuestions } from '../tasks/runners/runner.ts';

/** Tasks whose rows ask the same as others, or nearly, in words, and tasks that ask what another one asks too. */
export async function repeatedQuestions(
  tasks: readonly PlannedTask[],
  directory: string,
): Promise<readonly string[]> {
  const says: string[] = [];
  const asked: AskedBy[] = [];
  for (const { config, prepared } of tasks) {
    const runner = await engineRunner(config.runner).load();
    const { rows, datasetDigest } = await runner.questions(config.options, directory);
    says.push(...repeatedIn(config.name, textsOf(prepared, rows), rows.length));
    asked.push({ task: config.name, datasetDigest, rows });
  }
  return [...says, ...sharedQuestions(asked)];
}

interface AskedBy extends RowQuestions {
  readonly task: string;
}

/** Shorter questions are asked anywhere. */
const FEWEST_WORDS = 5;

/** Two splits of one dataset that have rows in common; tasks of the very same rows are so on purpose. */
function sharedQuestions(tasks: readonly AskedBy[]): readonly string[] {
  const first = new Map<string, AskedBy>();
  const shared = new Map<string, { readonly example: string; count: number }>();
  for (const own of tasks) {
    for (const { id, bare } of own.rows) {
      const words = wordsOf(bare.join(' '));
      if (words.length < FEWEST_WORDS) continue;
      const question = words.join(' ');
      const other = first.get(question);
      if (other === undefined) first.set(question, own);
      else if (other.datasetDigest !== own.datasetDigest) {
        const pair = `${other.task} and ${own.task}`;
        const found = shared.get(pair) ?? { example: id, count: 0 };
        found.count += 1;
        shared.set(pair, found);
      }
    }
  }
  return [...shared].map(
    ([pair, { example, count }]) =>
      `${pair}: ${count} questions stand in both, such as ${example} of the second: splits of one dataset must have no row in common`,
  );
}

/** Choices are a part of what is asked. */
const withChoices = (prompt: string, choices: readonly string[]): string => [prompt, ...choices].join('\n');

/** Made one by one: all at once would be as large as the dataset. */
function* textsOf(prepared: PreparedTask, rows: RowQuestions['rows']): Generator<AskedRow> {
  const planned = new Map(prepared.samples.map((sample) => [sample.id, sample]));
  for (const { id, prompt } of rows) {
    const sample = planned.get(id);
    const choices = sample === undefined ? [] : prepared.show(sample, null).continuations;
    yield { id, text: withChoices(prompt, choices), cluster: sample?.cluster };
  }
}

/** The same of a task without solved examples, whose prompts ask nothing but the row. */
export function* askedRows(prepared: PreparedTask): Generator<AskedRow> {
  for (const sample of prepared.samples) {
    const { prompt, continuations } = prepared.show(sample, null);
    yield { id: sample.id, text: withChoices(prompt, continuations), cluster: sample.cluster };
  }
}

/** Rows of one task that ask the same as others, or nearly. */
export function repeatedIn(name: string, rows: Iterable<AskedRow>, count: number): readonly string[] {
  const { same, near } = alikeRows(rows);
  const of = `of ${count} rows`;
  return [
    ...(same === null
      ? []
      : [
          `${name}: ${same.rows} ${of} ask the same as another, such as ${same.first.join(' and ')}: keep one of each, since a question asked twice is no second piece of evidence`,
        ]),
    ...(near === null
      ? []
      : [
          `${name}: ${near.rows} ${of} ask nearly the same as another, such as ${near.first.join(' and ')}: keep one of each, or say in cluster_field which belong together`,
        ]),
  ];
}
