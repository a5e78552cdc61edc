import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { PlannedSample } from '../runner.ts';
import type { ChatMessage } from './chat.ts';
import { plainTurns, renderTurns } from './conversation.ts';
import type { GenerateTask } from './options.ts';
import type { Question } from './question.ts';
import type { SourceRow } from './rows.ts';
import { compileTemplate, type TemplateInput } from './template.ts';

/** One turn of a row, which is a sample of its own. */
export interface AskedTurn {
  readonly planned: Omit<PlannedSample, 'index'>;
  readonly question: Question;
}

/** What the user says in each turn of a row. @throws WeighbridgeError `data` for what is no list of texts */
export function turnReader(source: string): (row: TemplateInput) => readonly string[] {
  const template = compileTemplate(source, 'doc_to_turns');
  return (row) => {
    const turns = template.value(row);
    if (
      Array.isArray(turns) &&
      turns.length > 0 &&
      turns.every((turn) => typeof turn === 'string' && turn.trim() !== '')
    )
      return turns;
    throw new WeighbridgeError('data', 'doc_to_turns gives no list of texts', {
      at: row.at,
      fix: 'name a field that lists what the user says, one text a turn',
    });
  };
}

/**
 * The turns of a row, each asked after what the model answered to those before it. They are one cluster, and without a `group_field` a
 * group each.
 * @param targets of each turn, in their order; none where no turn has any
 */
export function askedTurns(
  options: GenerateTask,
  { planned: row, at }: SourceRow,
  turns: readonly string[],
  targets: readonly string[],
): readonly AskedTurn[] {
  if (targets.length > 0 && targets.length !== turns.length)
    throw new WeighbridgeError(
      'data',
      `the row has ${turns.length} turns, and doc_to_target gives ${targets.length} references`,
      { at, fix: 'give a reference for each turn, or an empty list' },
    );
  const idOf = (turn: number) => `${row.id}-turn-${turn + 1}`;
  return turns.map((_, turn) => {
    const [target] = targets.slice(turn, turn + 1);
    const before = (said: readonly string[]): readonly ChatMessage[] =>
      turns
        .slice(0, turn + 1)
        .flatMap((content, index): ChatMessage[] => [
          { role: 'user', content },
          ...(index === turn
            ? []
            : [{ role: 'assistant' as const, content: said[index] ?? `[the answer to turn ${index + 1}]` }]),
        ]);
    const system = options.system_instruction;
    return {
      planned: {
        ...{ id: idOf(turn), group: row.group ?? `turn ${turn + 1}`, cluster: row.cluster ?? row.id },
      },
      question: {
        asked: plainTurns(before([])),
        targets: target === undefined ? [] : [target],
        conversation: {
          after: Array.from({ length: turn }, (_, index) => idOf(index)),
          turns: before,
        },
        render(model, said = []) {
          const messages: readonly ChatMessage[] = [
            ...(system === undefined ? [] : [{ role: 'system' as const, content: system }]),
            ...before(said),
          ];
          return model === null ? plainTurns(messages) : renderTurns(model, messages, undefined);
        },
      },
    };
  });
}
