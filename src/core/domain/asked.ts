import { isObject } from './json.ts';

/** What one of those who talk said, before the question. */
export interface Turn {
  /** As the program calls whoever speaks: `system`, `user`, `assistant`. */
  readonly role: string;
  readonly text: string;
}

/** What was asked and what counts as right, for people alone: hostile text, which nothing is decided by. */
export interface Asked {
  /** Of a conversation the last that the user said. */
  readonly question: string;
  /** What was said before it, in its order; absent where nothing was. */
  readonly turns?: readonly Turn[] | undefined;
  readonly choices?: readonly string[] | undefined;
  /** Of choices the text of the right one. */
  readonly reference?: string | undefined;
}

/** Texts in UTF-16 units: more than a reader reads, and neither a dataset nor a program can fill the disk. */
export const MOST_ASKED = {
  ...{ question: 8000, turns: 16, turn: 2000, role: 40 },
  ...{ choice: 500, choices: 32, reference: 2000 },
} as const;

/**
 * What is kept of a question; nothing where there is none. The end of a long one is what was asked, after its examples.
 * @param asked a text, or the messages of a conversation, also as the JSON that programs write of them; anything else is
 *   shown as JSON
 */
export function askedOf(asked: unknown, choices?: unknown, reference?: unknown): { readonly asked?: Asked } {
  const most = MOST_ASKED;
  const { question, turns } = conversationIn(asked) ?? { question: textOf(asked), turns: [] };
  if (question === '') return {};
  const listed = Array.isArray(choices) ? choices.slice(0, most.choices).map(String) : [];
  return {
    asked: {
      question: lastOf(question, most.question),
      ...(turns.length === 0 ? {} : { turns: lastTurns(turns) }),
      ...(listed.length === 0 ? {} : { choices: listed.map((choice) => firstOf(choice, most.choice)) }),
      ...referenceOf(reference),
    },
  };
}

/** What counts as right; of several texts each of them does. */
export function referenceOf(reference: unknown): Pick<Asked, 'reference'> {
  const right = [reference].flat().filter((each) => each != null);
  return right.length === 0
    ? {}
    : { reference: firstOf(right.map(String).join(' | '), MOST_ASKED.reference) };
}

/** All that was said, for those who look for it elsewhere. */
export const allSaid = ({ turns = [], question }: Asked): string =>
  [...turns.map(({ text }) => text), question].join('\n');

/** Null for what is no conversation. What follows the user's last words, such as the beginning of an answer, stands with them. */
function conversationIn(asked: unknown): (Pick<Required<Asked>, 'question'> & { turns: Turn[] }) | null {
  const messages = typeof asked === 'string' ? listIn(asked) : asked;
  if (!Array.isArray(messages) || messages.length === 0) return null;
  const turns = messages.flatMap((message) => turnOf(message) ?? []);
  if (turns.length < messages.length) return null;
  const asking = turns.findLastIndex(({ role }) => /^(user|human)$/i.test(role));
  const [question, ...after] = turns.splice(asking === -1 ? turns.length - 1 : asking);
  const rest = after.map(({ role, text }) => `\n\n${role}: ${text}`).join('');
  return { question: `${question?.text ?? ''}${rest}`, turns };
}

/** Of what holds nothing, nothing. */
function textOf(asked: unknown): string {
  if (typeof asked === 'string') return asked;
  return typeof asked === 'object' && asked !== null && Object.keys(asked).length > 0
    ? JSON.stringify(asked)
    : '';
}

function listIn(text: string): unknown {
  if (!/^\s*\[\s*\{/.test(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A message as chat services take it, as ShareGPT has it, or as OpenCompass writes it. */
function turnOf(message: unknown): Turn | null {
  if (!isObject(message)) return null;
  const { role = message.from, content = message.value ?? message.prompt } = message;
  if (typeof role !== 'string') return null;
  const called = Array.isArray(message.tool_calls)
    ? message.tool_calls.map((call) => JSON.stringify(call))
    : [];
  const said = [content].flat().flatMap((part) => partText(part));
  return { role, text: [...said, ...called].join('\n') };
}

/** Of a part that is no text, such as an image, what it is. */
function partText(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (!isObject(part)) return [];
  return [
    typeof part.text === 'string' ? part.text : `[${typeof part.type === 'string' ? part.type : 'no text'}]`,
  ];
}

function lastTurns(turns: readonly Turn[]): Turn[] {
  const most = MOST_ASKED;
  const kept = turns.length <= most.turns ? turns : turns.slice(1 - most.turns);
  const left = turns.length - kept.length;
  return [
    ...(left === 0 ? [] : [{ role: '…', text: `${left} earlier turns` }]),
    ...kept.map(({ role, text }) => ({ role: firstOf(role, most.role), text: firstOf(text, most.turn) })),
  ];
}

/** Both cut between characters, never inside a surrogate pair. */
const firstOf = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
const lastOf = (text: string, most: number): string =>
  text.length <= most ? text : `…${text.slice(1 - most).replace(/^[\udc00-\udfff]/, '')}`;
