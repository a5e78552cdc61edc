import type { PlannedTask } from '../config/plan/plan.ts';
import { alikeRows } from '../core/compare/alike.ts';
import { engineRunner } from '../tasks/runners/registry.ts';

/** Tasks whose rows ask the same as others, or nearly, in words. Choices are a part of what is asked. */
export async function repeatedQuestions(tasks: readonly PlannedTask[], directory: string): Promise<string[]> {
  const says: string[] = [];
  for (const { config, prepared } of tasks) {
    const runner = await engineRunner(config.runner).load();
    const { rows } = await runner.questions(config.options, directory);
    const planned = new Map(prepared.samples.map((sample) => [sample.id, sample]));
    const texts = rows.map(({ id, prompt }) => {
      const sample = planned.get(id);
      const choices = sample === undefined ? [] : prepared.show(sample, null).continuations;
      return { id, text: [prompt, ...choices].join('\n') };
    });
    const { same, near } = alikeRows(texts);
    const of = `of ${texts.length} rows`;
    if (same !== null)
      says.push(
        `${config.name}: ${same.rows} ${of} ask the same as another, such as ${same.first.join(' and ')}: keep one of each, since a question asked twice is no second piece of evidence`,
      );
    if (near !== null)
      says.push(
        `${config.name}: ${near.rows} ${of} ask nearly the same as another, such as ${near.first.join(' and ')}: keep one of each, or say in cluster_field which belong together`,
      );
  }
  return says;
}
