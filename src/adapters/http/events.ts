import { createParser } from 'eventsource-parser';
import { messageOf } from '../../core/domain/errors.ts';
import { Malformed } from './malformed.ts';

export const isEventStream = ({ headers }: Response): boolean =>
  /^text\/event-stream\b/i.test(headers.get('content-type') ?? '');

/** In characters. */
const LONGEST_EVENT = 2 ** 20;

/**
 * The data of server-sent events (WHATWG HTML, 9.2), as they come.
 * @param most bytes of all events together
 * @throws Malformed for a body that breaks off, or is larger; whoever aborted the request looks at the signal first
 */
export async function* eventsOf(response: Response, most: number): AsyncGenerator<string> {
  const arrived: string[] = [];
  const parser = createParser({
    maxBufferSize: LONGEST_EVENT,
    onEvent: ({ data }) => void arrived.push(data),
    onError: ({ type }) => {
      // Fields that nobody knows are to be passed over.
      if (type === 'max-buffer-size-exceeded') throw new Malformed('an event of the stream is too long');
    },
  });
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  let bytes = 0;
  try {
    for (;;) {
      const piece = await reader?.read();
      if (piece?.value === undefined) return;
      bytes += piece.value.byteLength;
      if (bytes > most) throw new Malformed(`the answer is larger than ${most} bytes`);
      parser.feed(decoder.decode(piece.value, { stream: true }));
      yield* arrived.splice(0);
    }
  } catch (error) {
    if (error instanceof Malformed) throw error;
    throw new Malformed(`the stream broke off (${messageOf(error)})`, true);
  } finally {
    // Whoever has read enough leaves a connection that would go on otherwise.
    await reader?.cancel().catch(() => undefined);
  }
}
