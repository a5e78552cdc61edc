import type { RowQuestions } from '../runner.ts';
import { loadCases } from './cases.ts';
import { type CasesTask, hasScorers, type NativeTask } from './options.ts';
import { loadRows, type SourceRow } from './rows.ts';
import { compileTemplate } from './template.ts';
import { askedTurns, turnReader } from './turns.ts';

/** Fields that are a question whatever else the prompt has of a row, such as a longer passage. */
const NAMED = new Set(['question', 'query', 'problem', 'instruction']);

/**
 * What the rows of a task ask in their own words: of the fields whose text stands in the prompt, the one that is longest over all
 * rows, and those named as questions are. Options in fields of their own, of which training text is full, are neither.
 */
export async function questionsOf(options: NativeTask, directory: string): Promise<RowQuestions> {
  if (options.type === 'cases') return questionsOfCases(options, directory);
  const { dataset, rows } = await loadRows(options, directory);
  if (hasScorers(options) && options.doc_to_turns !== undefined) {
    const turnsIn = turnReader(options.doc_to_turns);
    const turns = rows.map(turnsIn);
    return {
      datasetDigest: dataset.digest,
      rows: rows.flatMap((row, index) =>
        askedTurns(options, row, turns[index] ?? [], []).map(({ planned: { id } }, turn) => {
          const asked = (turns[index] ?? []).slice(0, turn + 1);
          return { id, prompt: asked.join('\n'), bare: asked };
        }),
      ),
    };
  }
  const template = compileTemplate(options.doc_to_text, 'doc_to_text');
  const prompts = rows.map((row) => template.text(row));
  const asked = rows.map((row, index) => fieldsIn(prompts[index] ?? '', row));
  const lengths = new Map<string, number>();
  for (const fields of asked)
    for (const [name, text] of fields) lengths.set(name, (lengths.get(name) ?? 0) + text.length);
  const [longest] = [...lengths].sort(([, a], [, b]) => b - a)[0] ?? [];
  const isAsked = (name: string) => name === longest || NAMED.has(name.toLowerCase());
  return {
    datasetDigest: dataset.digest,
    rows: rows.map(({ planned }, index) => ({
      id: planned.id,
      prompt: prompts[index] ?? '',
      bare: (asked[index] ?? []).flatMap(([name, text]) => (isAsked(name) ? [text] : [])),
    })),
  };
}

/** Test cases ask what their users say. */
async function questionsOfCases(options: CasesTask, directory: string): Promise<RowQuestions> {
  const { digest, cases } = await loadCases(options, directory);
  return {
    datasetDigest: digest,
    rows: cases.map(({ row, parsed: { messages } }) => {
      const asked = messages.filter(({ role }) => role === 'user').map(({ content }) => content);
      return { id: row.planned.id, prompt: asked.join('\n'), bare: asked };
    }),
  };
}

const fieldsIn = (prompt: string, { fields }: SourceRow): (readonly [name: string, text: string])[] =>
  Object.entries(fields).flatMap(([name, value]) => {
    const text = typeof value === 'string' ? value.trim() : '';
    return text !== '' && prompt.includes(text) ? [[name, text] as const] : [];
  });
