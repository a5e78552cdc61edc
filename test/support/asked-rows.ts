import { suggestTask as suggestTaskOf } from '../../src/tasks/runners/native/shapes.ts';
import { prepareTask } from './native-task.ts';

export type Rows = readonly Readonly<Record<string, unknown>>[];

export const AT = { file: 'rows.jsonl' };
export const suggestTask = (rows: Rows) => suggestTaskOf(rows, AT);

/** What the first row becomes: `prompt`, then the choices with the right one marked, or the right answers. */
export async function asked(rows: Rows) {
  const suggested = suggestTask(rows);
  if (suggested === null) return null;
  // What runs Python is no dependency, and nothing is scored here.
  const isPython = suggested.metric === 'python_tests';
  const options = { ...suggested.options, ...(isPython ? { scorers: ['exact_match'] } : {}) };
  const prepared = await prepareTask(options, rows);
  const [sample] = prepared.samples;
  if (sample === undefined) return null;
  const { prompt, continuations, gold, targets } = prepared.show(sample, null);
  const choices = continuations.map((text, index) => `${index === gold ? '*' : ''}${text}`);
  return {
    shape: suggested.shape.split(':')[0],
    metric: suggested.metric,
    prompt,
    answer: [...choices, ...targets],
  };
}
