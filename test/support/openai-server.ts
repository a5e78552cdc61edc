import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

/** Which server it looks like. `plain` has OpenAI's routes alone, and `silent` ignores `echo`, as many do. */
export type Imitated = 'vllm' | 'plain' | 'silent' | 'llama-server';

export interface Asked {
  readonly path: string;
  readonly body: {
    readonly model?: string;
    readonly prompt?: string | readonly number[];
    readonly echo?: boolean;
    readonly max_tokens?: number;
    readonly messages?: readonly { readonly role: string; readonly content: string }[];
    readonly [key: string]: unknown;
  };
  readonly authorization: string | undefined;
  /** Of the requests of this kind, from 1. */
  readonly count: number;
}

/** What comes in place of the right answer: another body, a status, or what becomes of the connection. */
export type Wrong =
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body: unknown }
  | { readonly half: string }
  | { readonly events: readonly string[]; readonly end?: 'hang' | 'hang up' }
  | 'hang'
  | 'hang up'
  | { readonly lateMs: number };

export interface Imitation {
  readonly is?: Imitated;
  /** What the model has read: the counts of its character pairs are all it knows. */
  readonly corpus?: string;
  readonly version?: string;
  readonly contextSize?: number | null;
  /** Whether its tokenizer puts a token before every text. */
  readonly prepends?: boolean;
  /** Whether it knows `stream`; else it passes over it. */
  readonly streams?: boolean;
  readonly models?: readonly (string | { readonly id: string; readonly root: string })[];
  /** Changes an answer to a completion; undefined leaves it right. */
  readonly hostile?: (asked: Asked, right: Completion) => Wrong | undefined;
}

type Completion = ReturnType<ReturnType<typeof answering>>;

const CORPUS = 'the cat sat on the mat. the dog ate the cat food. a man and a hat. ';

/** p(b | a) = (count(ab) + 1) / (count(a·) + alphabet), one token a character. */
export function closedForm(corpus: string = CORPUS) {
  const alphabet = [...new Set(corpus)].sort();
  const count = (text: string) => corpus.split(text).length - 1;
  const known = new Map<string, number>();
  const logLikelihood = (before: string, after: string): number => {
    const key = before + after;
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = Math.log((count(key) + 1) / (count(before) + alphabet.length));
    known.set(key, value);
    return value;
  };
  const best = (before: string): string =>
    alphabet.reduce((one, other) =>
      logLikelihood(before, other) > logLikelihood(before, one) ? other : one,
    );
  return { logLikelihood, best };
}

/** A real server on loopback around a model in closed form. */
export async function openAiServer(imitation: Imitation = {}) {
  const { is = 'vllm', models = ['tiny'], contextSize = 512, version = '0.28.0', hostile } = imitation;
  const { streams = true, prepends = true } = imitation;
  const requests: Asked[] = [];
  const counts = new Map<string, number>();
  const complete = answering(imitation.corpus ?? CORPUS, is);
  const server = createServer(async (incoming, response) => {
    const path = incoming.url ?? '';
    const body = await readBody(incoming);
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    const asked = { path, body, authorization: incoming.headers.authorization, count };
    requests.push(asked);
    if (path === '/v1/models') {
      const owner = is === 'vllm' ? 'vllm' : 'somebody';
      const context = contextSize === null ? {} : { max_model_len: contextSize };
      const listed = models.map((model) => (typeof model === 'string' ? { id: model } : model));
      send(response, { body: { data: listed.map((model) => ({ owned_by: owner, ...context, ...model })) } });
    } else if (path === '/version' && is === 'vllm') send(response, { body: { version } });
    else if (path === '/tokenize' && is === 'vllm') {
      const tokens = [
        ...(body.add_special_tokens === true && prepends ? [2] : []),
        ...idsOf(String(body.prompt)),
      ];
      send(response, { body: { tokens, token_strs: tokens.map((id) => String.fromCodePoint(id)) } });
    } else if (path === '/v1/completions' || path === '/v1/chat/completions') {
      const right = complete(asked);
      const wrong = hostile?.(asked, right);
      const isStreamed = body.stream === true && streams;
      send(response, wrong ?? (isStreamed ? { events: eventsOf(right) } : { body: right }));
    } else send(response, { status: 404, body: { error: 'not found' } });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, requests, completions: () => requests.filter(isCompletion) };
}

const isCompletion = ({ path }: Asked): boolean => path.endsWith('/completions');
const idsOf = (text: string): number[] => [...text].map((letter) => letter.codePointAt(0) ?? 0);

function answering(corpus: string, is: Imitated) {
  const { logLikelihood, best } = closedForm(corpus);
  return ({ path, body }: Asked) => {
    const { prompt = '', max_tokens: most = 16, messages } = body;
    const given =
      messages !== undefined
        ? `${messages.map(({ role, content }) => `${role}: ${content}`).join('\n')}\n`
        : typeof prompt === 'string'
          ? prompt
          : String.fromCodePoint(...prompt);
    // What is sent as a text gets the token that stands before every text.
    const before = typeof prompt === 'string' ? '\u0002' : '';
    const stop = (body.stop ?? []) as readonly string[];
    let text = '';
    let stopped: string | undefined;
    while (text.length < most && stopped === undefined) {
      text += best((given + text).at(-1) ?? ' ');
      stopped = stop.find((each) => text.endsWith(each));
    }
    const output = text.length;
    if (stopped !== undefined) text = text.slice(0, -stopped.length);
    const whole = `${before}${given}${text}`;
    const tokens = [...whole];
    const scored = tokens.map((letter, i) => (i === 0 ? null : logLikelihood(tokens[i - 1] ?? '', letter)));
    const tops = tokens.map((_, i) => {
      if (i === 0) return null;
      const top = best(tokens[i - 1] ?? '');
      return { [top]: logLikelihood(tokens[i - 1] ?? '', top) };
    });
    const isEchoed = body.echo === true && is !== 'silent';
    const from = isEchoed ? 0 : tokens.length - text.length;
    const logprobs =
      body.logprobs === undefined
        ? null
        : { tokens: tokens.slice(from), token_logprobs: scored.slice(from), top_logprobs: tops.slice(from) };
    const said = isEchoed ? `${given}${text}` : text;
    return {
      id: 'cmpl-1',
      model: body.model ?? 'tiny',
      choices: [
        {
          ...{ index: 0, finish_reason: stopped === undefined ? 'length' : 'stop', logprobs },
          ...(is === 'vllm' ? { stop_reason: stopped ?? null } : {}),
          ...(path.includes('/chat/') ? { message: { role: 'assistant', content: said } } : { text: said }),
        },
      ],
      usage: { prompt_tokens: tokens.length - text.length, completion_tokens: output },
    };
  };
}

/** The same answer a letter at a time, as vLLM streams it with `include_usage`. */
export function eventsOf({ model, choices: [choice], usage }: Completion): string[] {
  if (choice === undefined) throw new Error('no choice');
  const { finish_reason, stop_reason = null } = choice;
  const isChat = 'message' in choice;
  const piece = (said: string) => (isChat ? { delta: { content: said } } : { text: said });
  const chunk = (more: object) =>
    JSON.stringify({ model, choices: [{ index: 0, finish_reason: null, ...more }] });
  const said = isChat ? choice.message.content : choice.text;
  return [
    ...[...said].map((letter) => chunk(piece(letter))),
    chunk({ ...piece(''), finish_reason, stop_reason }),
    JSON.stringify({ model, choices: [], usage }),
    '[DONE]',
  ];
}

async function readBody(incoming: IncomingMessage): Promise<Asked['body']> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : JSON.parse(text);
}

function send(response: ServerResponse, what: Wrong): void {
  if (what === 'hang') return;
  if (what === 'hang up') {
    response.destroy();
    return;
  }
  const type = { 'content-type': 'application/json' };
  if ('lateMs' in what) {
    void setTimeout(what.lateMs).then(() => response.writeHead(200, type).end('{}'));
    return;
  }
  if ('half' in what) {
    // More is promised than comes, and the connection stays open for a moment.
    response.writeHead(200, { ...type, 'content-length': '100000' });
    response.write(what.half);
    void setTimeout(20).then(() => response.destroy());
    return;
  }
  if ('events' in what) {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    const write = async () => {
      for (const event of what.events) {
        response.write(`data: ${event}\n\n`);
        await setTimeout(2);
      }
      if (what.end === 'hang up') response.destroy();
      else if (what.end === undefined) response.end();
    };
    void write();
    return;
  }
  const { status = 200, headers = {}, body } = what;
  response.writeHead(status, { ...type, ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
