import { isObject, parseAnswer } from '../../core/domain/json.ts';

/** A call of a tool as a model wrote it. */
export interface ToolCall {
  readonly name: string;
  /** Undefined where they are no JSON. */
  readonly arguments: unknown;
}

/** JSON between marks, in the forms that chat templates teach: Hermes and Qwen, and Llama 3.1's custom functions. */
const MARKED = [
  /<tool_call>\s*(?<body>[\s\S]*?)\s*<\/tool_call>/g,
  /<function=(?<name>[^>\s]+)>\s*(?<body>[\s\S]*?)\s*<\/function>/g,
  /\[TOOL_CALLS\]\s*(?<name>[\w.-]+)\[ARGS\]\s*(?<body>\{[\s\S]*?\})(?=\s*(?:\[TOOL_CALLS\]|$))/g,
];

/** What stands before a list or an object of calls that is all of the answer: Mistral, and Llama 3.1's built-in tools. */
const PREFIX = /^\s*(?:\[TOOL_CALLS\]|<\|python_tag\|>)\s*/;
const FENCED = /^\s*```(?:json)?\n([\s\S]*?)\n```\s*$/;

/**
 * The tool calls in an answer, in the order of each form; none where it calls nothing. A call that is no JSON is one whose arguments are
 * unknown where a mark names the tool, else it is none.
 */
export function toolCallsIn(answer: string): readonly ToolCall[] {
  const marked = MARKED.flatMap((pattern) =>
    [...answer.matchAll(pattern)].flatMap(({ groups }) => {
      const name = groups?.name;
      const value = parsed(groups?.body ?? '');
      return name === undefined ? callsOf(value) : [{ name, arguments: value }];
    }),
  );
  if (marked.length > 0) return marked;
  const plain = answer.replace(PREFIX, '');
  return callsOf(parsed(FENCED.exec(plain)?.[1] ?? plain));
}

/** One call or several: `{name, arguments}`, `{name, parameters}`, or as OpenAI's API has them. */
function callsOf(value: unknown): ToolCall[] {
  if (Array.isArray(value)) return value.flatMap(callsOf);
  if (!isObject(value)) return [];
  if (Array.isArray(value.tool_calls)) return callsOf(value.tool_calls);
  if (isObject(value.function)) return callsOf(value.function);
  const { name, arguments: given = value.parameters } = value;
  if (typeof name !== 'string') return [];
  return [{ name, arguments: typeof given === 'string' ? parsed(given) : given }];
}

function parsed(text: string): unknown {
  try {
    return parseAnswer(text, { file: 'answer' });
  } catch {
    return undefined;
  }
}
