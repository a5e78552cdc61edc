import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import { datasetDigest } from '../../datasets/digest.ts';
import { loadDataset, placeOfDataset } from '../../datasets/load.ts';
import type { LoadedModel } from '../../engines/engine.ts';
import { commonPrefix } from '../../engines/tokens.ts';
import { type ChatMessage, renderChat } from './chat.ts';
import type { PromptOptions } from './options.ts';
import { fieldLabel, type SourceRow } from './rows.ts';
import { compileTemplate, type RowTemplate, type TemplateInput } from './template.ts';

/** What stands before the answer, before a chat template has wrapped it. */
export interface Prompt {
  readonly system: string;
  readonly user: string;
  /** The end of `user`, without solved examples. */
  readonly question: string;
}

export interface PromptBuilder {
  /** @throws WeighbridgeError `data` naming dataset, row and template */
  build(row: SourceRow): Prompt;
}

/** Solved examples, by the group whose questions they stand before. */
export interface Examples {
  /** Those that may be needed: the first of each group, and one more in case one is the question itself. */
  readonly rows: readonly TemplateInput[];
  /** @returns the examples for the questions of a group */
  readonly of: (group: string | undefined) => readonly TemplateInput[];
  /** Digest of what may be shown, null without any. */
  readonly digest: string | null;
}

/**
 * Where the task has a `group_field` and the examples have it too, as MMLU's five of each subject, a question is asked after
 * those of its own group.
 * @throws WeighbridgeError `config` or `data`
 */
export async function loadExamples(options: PromptOptions, directory: string): Promise<Examples> {
  const { num_fewshot: count, fewshot_dataset: written, group_field: field } = options;
  if (count === 0) return { rows: [], of: () => [], digest: null };
  if (written === undefined) {
    throw new WeighbridgeError('config', 'num_fewshot needs a fewshot_dataset to take examples from', {
      fix: 'name a file of solved examples in fewshot_dataset',
    });
  }
  const { file, rows } = await loadDataset(placeOfDataset(directory, written), {
    jsonFields: options.json_fields,
  });
  const isGrouped = field !== undefined && rows.some(({ fields }) => Object.hasOwn(fields, field));
  const groups = new Map<string | undefined, TemplateInput[]>();
  for (const row of rows) {
    const at = { file, line: row.line };
    const group = isGrouped ? fieldLabel('group', field, row, at) : undefined;
    const own = groups.get(group) ?? [];
    if (own.length <= count) groups.set(group, [...own, { fields: row.fields, at }]);
  }
  const shown = [...groups.values()].flat();
  const contents = shown.map(({ fields }) => fields);
  return {
    rows: shown,
    of: (group) => groups.get(isGrouped ? group : undefined) ?? [],
    digest: datasetDigest(isGrouped ? [count, field, contents] : [count, contents]),
  };
}

/**
 * Assembles prompts as lm-evaluation-harness does (lm_eval/api/task.py, `fewshot_context`, commit 4e7e0d4, August 2026):
 * system instruction and description, then each example as question, target delimiter, answer, few-shot delimiter, then
 * the question.
 *
 * @param solve the text of a row's right answer, for the examples
 */
export function createPromptBuilder(
  options: PromptOptions,
  examples: Examples,
  solve: (row: TemplateInput) => string,
): PromptBuilder {
  const question = compileTemplate(options.doc_to_text, 'doc_to_text');
  const description = compileTemplate(options.description, 'description');
  const solved = (row: TemplateInput) =>
    `${question.text(row)}${options.target_delimiter}${solve(row)}${options.fewshot_delimiter}`;
  const texts = new Map<TemplateInput, string>();
  for (const row of examples.rows) {
    if (solve(row) === '') {
      throw new WeighbridgeError('data', 'an example without an answer', {
        at: row.at,
        fix: 'correct the row, or leave it out',
      });
    }
    texts.set(row, solved(row));
  }

  return {
    build(row) {
      const { group } = row.planned;
      const own = examples.of(group);
      const self = own.length === 0 ? '' : solved(row);
      const others = own
        .flatMap((example) => texts.get(example) ?? [])
        .filter((text) => text !== self)
        .slice(0, options.num_fewshot);
      if (others.length < options.num_fewshot) {
        throw new WeighbridgeError(
          'data',
          `only ${others.length} of ${options.num_fewshot} examples are left${group === undefined ? '' : ` for ${group}`}`,
          {
            at: row.at,
            fix: 'add rows to fewshot_dataset that are not asked, or lower num_fewshot',
          },
        );
      }
      const asked = question.text(row);
      return {
        system: systemText(options, description, row),
        user: `${others.join('')}${asked}`,
        question: asked,
      };
    },
  };
}

function systemText(options: PromptOptions, description: RowTemplate, row: TemplateInput): string {
  const parts = [options.system_instruction ?? '', options.description === '' ? '' : description.text(row)];
  const [before, after] = parts.filter((part) => part !== '');
  if (before === undefined) return '';
  if (after === undefined) return before;
  // Nothing is put between texts that bring their own white space.
  const spaced = /\s$/u.test(before) || /^\s/u.test(after);
  return spaced ? `${before}${after}` : `${before}${options.fewshot_delimiter}${after}`;
}

/**
 * The text the model is given: as it is, or inside the model's chat template with examples and question as one user turn
 * (the harness with `fewshot_as_multiturn` off).
 *
 * @param model null to leave the template out
 * @throws WeighbridgeError `checkpoint` when the model has no chat template, or its template refuses
 */
export function renderPrompt(
  prompt: Prompt,
  options: PromptOptions,
  model: Pick<LoadedModel, 'chatTemplate'> | null,
): string {
  if (!options.apply_chat_template || model === null) return `${prompt.system}${prompt.user}`;
  if (model.chatTemplate === null) {
    throw new WeighbridgeError('checkpoint', 'the model has no chat template', {
      fix: 'set apply_chat_template: false, or judge a checkpoint that carries one',
    });
  }
  const system: ChatMessage[] = prompt.system === '' ? [] : [{ role: 'system', content: prompt.system }];
  try {
    return renderChat(model.chatTemplate, [...system, { role: 'user', content: prompt.user }]);
  } catch (cause) {
    throw new WeighbridgeError('checkpoint', `the model's chat template refused: ${messageOf(cause)}`, {
      fix: 'set apply_chat_template: false, or leave out what the template refuses, such as a system message',
      cause,
    });
  }
}

/** What two prompts begin with, where there are two. */
export const commonBeginning = (prompt: string, other = ''): string =>
  prompt.slice(0, commonPrefix(prompt, other));
