import { describe, expect, onTestFinished, test } from 'vitest';
import { openAi } from '../../../../src/tasks/engines/openai/engine.ts';
import { openAiOptions } from '../../../../src/tasks/engines/openai/options.ts';
import { joinStream } from '../../../../src/tasks/engines/openai/stream.ts';
import { faultOf } from '../../../support/fault.ts';
import {
  type Asked,
  eventsOf,
  type Imitation,
  openAiServer,
  type Wrong,
} from '../../../support/openai-server.ts';

const REQUEST = {
  ...{ prompt: 'the cat', specialTokens: false, maxTokens: 12, stop: ['.'], temperature: 0, seed: 1 },
};
/** And not of the probe. */
const isOurs = ({ body }: Asked) => body.max_tokens === REQUEST.maxTokens;

async function opened(imitation: Imitation, firstTokens: boolean, options: object = {}) {
  const server = await openAiServer(imitation);
  const settings = openAiOptions.parse({ attempts: 1, timeout_seconds: 60, ...options });
  const events = { status: () => {}, firstTokens };
  const source = { kind: 'endpoint', url: server.url, model: 'tiny' } as const;
  const model = await openAi.open(source, settings, events, new AbortController().signal);
  onTestFinished(() => model.close());
  return { ...server, model, asked: () => server.completions().filter(isOurs) };
}

async function generated({ model }: Awaited<ReturnType<typeof opened>>, prompt = REQUEST.prompt) {
  const answer = await model.generate({ ...REQUEST, prompt });
  if ('overflow' in answer) throw new Error('overflow');
  const { timing, ...rest } = answer;
  return { rest, timing };
}

const CHAT = JSON.stringify([{ role: 'user', content: 'the cat' }]);

test('a stream in which nobody said anything is no empty answer', async () => {
  const events = async function* () {
    yield JSON.stringify({ choices: [{ delta: { role: 'assistant' } }] });
    yield JSON.stringify({ choices: [{ delta: {}, finish_reason: 'stop' }] });
    yield '[DONE]';
  };
  const { given } = await joinStream(events(), () => 1);
  expect(given).toMatchObject({ choices: [{ message: { content: null, refusal: null } }] });
  expect(JSON.stringify(given)).not.toContain('"text"');
});

describe('first tokens', () => {
  test.each([
    ['of completions', REQUEST.prompt, {}],
    ['of chat', CHAT, { api: 'chat' }],
  ])('%s have a time where somebody asks for it, and the answer is the same', async (_, prompt, options) => {
    const [plain, streamed] = [await opened({}, false, options), await opened({}, true, options)];
    const [one, other] = [await generated(plain, prompt), await generated(streamed, prompt)];
    expect(other.rest).toEqual(one.rest);
    expect(one.timing?.firstTokenSeconds).toBeUndefined();
    expect(plain.asked().map(({ body }) => body.stream)).toEqual([undefined]);
    const { seconds = 0, firstTokenSeconds = Number.NaN } = other.timing ?? {};
    // Twelve letters come one after another.
    expect(firstTokenSeconds).toBeLessThan(seconds - 0.01);
    expect(streamed.asked().map(({ body }) => body.stream_options)).toEqual([{ include_usage: true }]);
  });

  test('have none of a server that passes over the wish', async () => {
    const { rest, timing } = await generated(await opened({ streams: false }, true));
    expect(rest).toEqual((await generated(await opened({}, false))).rest);
    expect(timing).toEqual({ seconds: expect.any(Number) });
  });

  test('nor of one that refuses it, which is asked in one piece from then on', async () => {
    const refused = { status: 400, body: { error: 'unknown field stream_options' } };
    const server = await opened({ hostile: ({ body }) => (body.stream ? refused : undefined) }, true);
    await generated(server);
    const { rest, timing } = await generated(server);
    expect(rest).toEqual((await generated(await opened({}, false))).rest);
    expect(timing).toEqual({ seconds: expect.any(Number) });
    expect(server.asked().map(({ body }) => body.stream)).toEqual([undefined, undefined]);
  });

  test('log-likelihoods are never streamed', async () => {
    const server = await opened({}, true);
    await server.model.scoreChoices({ context: 'the', continuations: [' cat'], truncation: 'refuse' });
    expect(server.completions().filter(({ body }) => body.echo && body.stream)).toEqual([]);
  });
});

describe('a stream that is no answer gives none', () => {
  const change = (edit: (events: string[]) => readonly string[], end?: 'hang' | 'hang up') => ({
    wrong: (right: Parameters<typeof eventsOf>[0]): Wrong => ({
      events: edit(eventsOf(right)),
      ...(end === undefined ? {} : { end }),
    }),
  });
  const without = (what: string) => (events: string[]) => events.filter((event) => !event.includes(what));
  const chunk = (more: object) => JSON.stringify({ model: 'tiny', choices: [{ index: 0, ...more }] });

  test.each([
    ['cut in the middle', change((events) => events.slice(0, 5)), /ended before the answer did/],
    ['cut before the end is said', change(without('[DONE]')), /ended before the answer did/],
    ['torn off', change((events) => events.slice(0, 5), 'hang up'), /the stream broke off/],
    ['never ending', change((events) => events.slice(0, 5), 'hang'), /no answer within 2 s/],
    ['empty', change(() => ['[DONE]']), /ended before the answer did/],
    ['not JSON', change((events) => ['{"choices": [', ...events]), /not JSON/],
    ['an error', change(() => ['{"error": {"message": "out of memory"}}']), /not as expected/],
    ['another index', change((events) => [chunk({ index: 1, text: 'x' }), ...events]), /not as expected/],
    ['two choices', change(() => ['{"choices": [{"text": "x"}, {"text": "y"}]}']), /not as expected/],
    [
      'another model in the middle',
      change((events) => [
        ...events.slice(0, 3),
        JSON.stringify({ model: 'other', choices: [] }),
        ...events.slice(3),
      ]),
      /another model/,
    ],
    ['without its tokens', change(without('usage')), /not as expected: usage/],
    ['without a reason for its end', change(without('stop_reason')), /ended before the answer did/],
    ['a line that is too long', change(() => ['x'.repeat(2 ** 21)]), /too long/],
  ])('%s', async (what, { wrong }, says) => {
    const server = await opened(
      { hostile: (asked, right) => (isOurs(asked) ? wrong(right) : undefined) },
      true,
      { timeout_seconds: what === 'never ending' ? 2 : 60 },
    );
    const fault = await faultOf(() => server.model.generate(REQUEST));
    expect(fault.text).toMatch(says);
  });

  test('but is asked for again', async () => {
    let tries = 0;
    const server = await opened(
      {
        hostile: (asked, right) => {
          if (!isOurs(asked)) return undefined;
          tries += 1;
          return tries === 1 ? { events: eventsOf(right).slice(0, 5) } : undefined;
        },
      },
      true,
      { attempts: 2 },
    );
    expect((await generated(server)).rest).toEqual((await generated(await opened({}, false))).rest);
    expect(tries).toBe(2);
  });
});
