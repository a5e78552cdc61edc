import { z } from 'zod';
import { Malformed } from '../../../adapters/http/malformed.ts';

const END = '[DONE]';

/** One event of `stream: true`, of completions or of chat. */
const chunk = z.object({
  model: z.string().optional(),
  choices: z
    .array(
      z.object({
        index: z.literal(0).optional(),
        text: z.string().nullish(),
        delta: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
        stop_reason: z.union([z.string(), z.number()]).nullish(),
      }),
    )
    .max(1),
  usage: z.unknown().optional(),
});
type Chunk = z.infer<typeof chunk>;
type Choice = Chunk['choices'][number];

/** What an answer would have been in one piece, and when its first token was there. */
export interface Streamed {
  readonly given: unknown;
  /** Seconds. */
  readonly firstToken: number;
}

/**
 * Puts a streamed answer together.
 * @param now seconds since it was asked for
 * @throws Malformed for one that did not come to its end
 */
export async function joinStream(events: AsyncIterable<string>, now: () => number): Promise<Streamed> {
  let firstToken: number | null = null;
  let model: string | undefined;
  let usage: unknown;
  let last: Choice | undefined;
  // Of what no event had there is nothing, and no empty text.
  const said: { text?: string; content?: string; refusal?: string } = {};
  let isWhole = false;
  for await (const data of events) {
    if (data === END) {
      isWhole = true;
      break;
    }
    const { choices, ...more } = readChunk(data);
    if (model !== undefined && more.model !== undefined && more.model !== model)
      throw new Malformed('another model went on with the answer');
    model ??= more.model;
    usage = more.usage ?? usage;
    const [choice] = choices;
    if (choice === undefined) continue;
    const { text, delta } = choice;
    if (text != null) said.text = (said.text ?? '') + text;
    if (delta?.content != null) said.content = (said.content ?? '') + delta.content;
    if (delta?.refusal != null) said.refusal = (said.refusal ?? '') + delta.refusal;
    if (choice.finish_reason != null) last = choice;
    // A model that has nothing to say has said so by ending.
    if (last !== undefined || Object.values(said).some(Boolean)) firstToken ??= now();
  }
  if (!isWhole || last === undefined || firstToken === null)
    throw new Malformed('the stream ended before the answer did', true);
  const { text, content, refusal } = said;
  const message = { content: refusal && !content ? null : (content ?? null), refusal: refusal || null };
  const { finish_reason, stop_reason } = last;
  return { given: { model, usage, choices: [{ text, message, finish_reason, stop_reason }] }, firstToken };
}

function readChunk(data: string): Chunk {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    throw new Malformed('a piece of the stream is not JSON', true);
  }
  const read = chunk.safeParse(value);
  if (!read.success) throw new Malformed('a piece of the stream is not as expected');
  return read.data;
}
