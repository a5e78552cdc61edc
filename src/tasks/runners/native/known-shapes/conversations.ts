import type { Fields } from '../../../datasets/row.ts';
import {
  isAnswer,
  isListOf,
  isMember,
  isSomeTexts,
  isText,
  isTexts,
  isTurns,
  makesNoTask,
  one,
  oneOf,
  REFERENCE,
  type Shape,
  type Test,
} from '../shape.ts';
import {
  conversation,
  endsWithUser,
  handedOn,
  openConversation,
  openEnded,
  sayer,
  textsOf,
  transcript,
  written,
} from '../suggested-prompts.ts';

const TURNS = ['messages', 'conversation', 'conversations'];
const PAIRS = ['chosen', 'rejected'];
/** Of which the model would have to know to answer so. */
const TOOLS = ['tools', 'functions'];

const isToolCall = (turn: unknown) =>
  typeof turn === 'object' &&
  turn !== null &&
  ['tool_calls', 'function_call'].some((name) => Object.hasOwn(turn, name));
const callsTools: Test = (value) => Array.isArray(value) && value.some(isToolCall);

/** What was said turn by turn. */
export const CONVERSATIONS: readonly Shape[] = [
  {
    name: 'messages without an answer: a conversation whose last word is the user’s',
    unless: oneOf([...REFERENCE, ...PAIRS, ...TOOLS]),
    needs: { turns: one([...TURNS, 'prompt'], endsWithUser) },
    task: openConversation,
  },
  {
    name: 'messages: a conversation with role and content',
    unless: oneOf([...PAIRS, ...TOOLS]),
    needs: { turns: one(TURNS, isTurns) },
    task: (found) => conversation(found),
  },
  {
    name: 'messages that call tools',
    needs: { turns: one(TURNS, callsTools) },
    task: (found) =>
      makesNoTask(
        found,
        'a call of a tool is no text that could be compared',
        'write the task yourself, with the scorer tool_call (docs/reference/metrics.md), or keep the conversations without calls',
      ),
  },
  {
    name: 'OpenAI evals: messages and what the answer should be',
    needs: {
      turns: one(['input', 'prompt', 'messages'], isTurns),
      reference: one(REFERENCE, (value, row) => isAnswer(value, row) || isTexts(value, row)),
    },
    task: (found) => {
      const { turns = '', reference = '' } = found.column;
      const doc_to_text = transcript(turns, sayer(found.rows, [turns]));
      return written(doc_to_text, handedOn(reference), textsOf(found, 'reference'));
    },
  },
  {
    name: 'ShareGPT: a conversation with from and value',
    unless: oneOf([...PAIRS, ...TOOLS]),
    needs: {
      turns: one(
        ['conversations', 'conversation', 'messages'],
        isListOf(isMember(['from', isText], ['value', isText])),
      ),
    },
    task: (found) => conversation(found, { role: 'from', text: 'value' }),
  },
  {
    name: 'MT-Bench: what the user says, turn by turn',
    needs: { turns: one(['turns'], isSomeTexts) },
    task: ({ column: { turns = '' }, rows }) => {
      const isNamed = new Set(rows.map((row: Fields) => row.question_id)).size === rows.length;
      const { options, ...more } = openEnded('');
      const { doc_to_text: _, ...others } = options;
      return {
        ...more,
        options: { ...others, ...(isNamed ? { id_field: 'question_id' } : {}), doc_to_turns: turns },
      };
    },
  },
];
