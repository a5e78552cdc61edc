import { isObject } from '../../core/domain/json.ts';
import { parsedJson } from './json.ts';

/** A call of a tool as a model wrote it. */
export interface ToolCall {
  /** Null where it cannot be read. */
  readonly name: string | null;
  /** Undefined where they are no JSON. */
  readonly arguments: unknown;
}

/**
 * Calls between marks, in the forms that chat templates teach: Hermes and Qwen, Llama 3.1's custom functions, Mistral. One that is cut off
 * goes on to the next, or to the end.
 */
const MARKED = [
  /<tool_call>(?<body>[\s\S]*?)(?=<\/tool_call>|<tool_call>|$)/g,
  /<function=(?<name>[^>\s]+)>(?<body>[\s\S]*?)(?=<\/function>|<function=|$)/g,
  /\[TOOL_CALLS\]\s*(?<name>[\w.-]+)\[ARGS\](?<body>[\s\S]*?)(?=\[TOOL_CALLS\]|<\/s>|$)/g,
];

/** What stands before a list or an object of calls that is all of the answer: Mistral, and Llama 3.1's built-in tools. */
const PREFIX = /^\s*(?:\[TOOL_CALLS\]|<\|python_tag\|>)\s*/;
const FENCED = /^\s*```(?:json)?\n([\s\S]*?)\n```\s*$/;

/** The tool calls in an answer, in the order of each form; none where it calls nothing. Behind a mark stands a call, readable or not. */
export function toolCallsIn(answer: string): readonly ToolCall[] {
  const marked = MARKED.flatMap((pattern) =>
    [...answer.matchAll(pattern)].flatMap(({ groups }) => {
      const { name, body = '' } = groups ?? {};
      if (name !== undefined) return [{ name, arguments: parsedJson(body)?.value }];
      // Qwen puts one form into the other.
      if (body.includes('<function=')) return [];
      const calls = callsOf(parsedJson(body)?.value, {});
      return calls.length > 0 ? calls : [UNREADABLE];
    }),
  );
  if (marked.length > 0) return marked;
  const plain = answer.replace(PREFIX, '');
  return callsOf(parsedJson(FENCED.exec(plain)?.[1] ?? plain)?.value, undefined);
}

const UNREADABLE: ToolCall = { name: null, arguments: undefined };

/**
 * One call or several: `{name, arguments}`, `{name, parameters}`, or as OpenAI's API has them.
 * @param none what a call without arguments has
 */
function callsOf(value: unknown, none: unknown): ToolCall[] {
  if (Array.isArray(value)) return value.flatMap((each) => callsOf(each, none));
  if (!isObject(value)) return [];
  if (Array.isArray(value.tool_calls)) return callsOf(value.tool_calls, none);
  if (isObject(value.function)) return callsOf(value.function, none);
  const { name, arguments: given = value.parameters ?? none } = value;
  if (typeof name !== 'string') return [];
  return [{ name, arguments: typeof given === 'string' ? parsedJson(given)?.value : given }];
}
