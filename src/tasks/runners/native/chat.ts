import type { LoadedModel } from '../../engines/engine.ts';
import { Interpreter, parseTemplate, scopeOf } from './jinja.ts';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly content: string;
  readonly tool_calls?: readonly object[];
}

type ChatTemplate = NonNullable<LoadedModel['chatTemplate']>;

/**
 * Renders messages up to where the assistant begins to speak, as the model's tokenizer would.
 *
 * @param variables what the template knows besides, such as `tools`
 * @throws Error when the template refuses, for instance a system message it has no place for
 */
export function renderChat(
  chat: ChatTemplate,
  messages: readonly ChatMessage[],
  variables: Readonly<Record<string, unknown>> = {},
): string {
  const scope = scopeOf(
    { raise_exception: refuse, strftime_now: formatFixedDate },
    {
      ...variables,
      messages,
      add_generation_prompt: true,
      bos_token: chat.bosToken,
      eos_token: chat.eosToken,
    },
  );
  return String(new Interpreter(scope).run(parseTemplate(chat.template, true)).value);
}

function refuse(reason: string): never {
  throw new Error(reason);
}

const FIXED_DATE: Readonly<Record<string, string>> = {
  Y: '2024',
  y: '24',
  m: '07',
  d: '26',
  b: 'Jul',
  B: 'July',
  a: 'Fri',
  A: 'Friday',
  H: '00',
  M: '00',
  S: '00',
  '%': '%',
};

/**
 * Some templates print today's date, which would make every day's prompts other prompts. Here time stands still, on the
 * date that Llama 3.1's template itself falls back to.
 */
function formatFixedDate(format: string): string {
  return format.replace(/%(.)/gs, (code, letter: string) => {
    const value = FIXED_DATE[letter];
    if (value === undefined) throw new Error(`strftime_now does not know ${code}`);
    return value;
  });
}
