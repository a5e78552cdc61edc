import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import { shortLine } from '../../../core/domain/short-line.ts';
import type { LoadedModel } from '../../engines/engine.ts';
import { type ChatMessage, renderChat } from './chat.ts';

/** A conversation as a text. */
export const plainTurns = (turns: readonly ChatMessage[]): string =>
  turns.length === 1
    ? (turns[0]?.content ?? '')
    : turns.map(({ role, content }) => `${role}: ${content}`).join('\n');

/**
 * A conversation in the model's own template, up to where the model is to answer.
 * @throws WeighbridgeError `checkpoint` where the template is missing or refuses
 */
export function renderTurns(
  { chatTemplate }: Pick<LoadedModel, 'chatTemplate'>,
  turns: readonly ChatMessage[],
  tools: readonly object[] | undefined,
): string {
  const unusable = (message: string, fix: string, cause?: unknown) =>
    new WeighbridgeError('checkpoint', message, { fix, cause });
  if (chatTemplate === null)
    throw unusable(
      'the model has no chat template',
      'set apply_chat_template: false, or judge a checkpoint that carries one',
    );
  if (tools !== undefined && !/\btools\b/.test(chatTemplate.template))
    throw unusable(
      "the model's chat template has no place for tools",
      'ask a model that was trained on tools, or describe them in a system message',
    );
  try {
    return renderChat(chatTemplate, turns, tools === undefined ? {} : { tools });
  } catch (cause) {
    throw unusable(
      `the model's chat template refused: ${shortLine(messageOf(cause), 200)}`,
      'leave out what the template refuses, such as a system message',
      cause,
    );
  }
}
