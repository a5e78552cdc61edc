import { expect, test } from 'vitest';
import { eventsOf, isEventStream } from '../../../src/adapters/http/events.ts';
import { Malformed } from '../../../src/adapters/http/malformed.ts';

async function read(pieces: readonly (string | Uint8Array)[], most = 1000): Promise<string[]> {
  const encoder = new TextEncoder();
  const bytes = pieces.map((piece) => (typeof piece === 'string' ? encoder.encode(piece) : piece));
  const events: string[] = [];
  for await (const data of eventsOf(new Response(ReadableStream.from(bytes)), most)) events.push(data);
  return events;
}

test.each<[string, (string | Uint8Array)[], string[]]>([
  ['one an event, however it is cut', ['da', 'ta: a\n', '\ndata: b\n\nda'], ['a', 'b']],
  [
    'comments, names and carriage returns around it',
    [': ping\r\n\r\nevent: x\r\nid: 1\r\ndata: a\r\n\r\n'],
    ['a'],
  ],
  ['lines of one event are joined', ['data: a\ndata: b\n\n'], ['a\nb']],
  [
    'a letter that is cut in half',
    [Uint8Array.from([100, 97, 116, 97, 58, 0xc3]), Uint8Array.from([0xa4, 10, 10])],
    ['ä'],
  ],
  ['a field that nobody knows', ['what: ever\ndata: a\n\n'], ['a']],
  ['nothing', [], []],
])('%s', async (_, pieces, events) => {
  expect(await read(pieces)).toEqual(events);
});

test('neither all of it nor one event is longer than it may be', async () => {
  await expect(read(['data: a\n\n', 'x'.repeat(1000)])).rejects.toThrow(Malformed);
  await expect(read(['data: a\n\n', 'x'.repeat(1000)])).rejects.toThrow('larger than 1000 bytes');
  await expect(read(Array(20).fill('x'.repeat(2 ** 17)), 2 ** 30)).rejects.toThrow('too long');
});

test('a body that breaks off is damaged, and may be asked for again', async () => {
  const body = new ReadableStream({
    pull: (controller) => controller.error(new Error('socket hang up')),
  });
  await expect(eventsOf(new Response(body), 10).next()).rejects.toMatchObject({
    ...{ name: 'Malformed', isDamaged: true, message: 'the stream broke off (socket hang up)' },
  });
});

test('known by its type', () => {
  const of = (type: string) => isEventStream(new Response('', { headers: { 'content-type': type } }));
  expect(
    ['text/event-stream', 'Text/Event-Stream; charset=utf-8', 'text/event-streams', 'application/json'].map(
      of,
    ),
  ).toEqual([true, true, false, false]);
});
