import { type Asked, openAiServer, type Wrong } from './openai-server.ts';

/** What a guard would be asked about, out of any of its prompts. */
interface Guarded {
  /** Prompt or turns, as sent. */
  readonly text: string;
  readonly asked: Asked;
  readonly isUnsafe: boolean;
}

/** A reply as completions and chats give it, with the likelihoods of its first token where they were asked for. */
export const guardReply = (
  { path, body }: Asked,
  text: string,
  likely: Readonly<Record<string, number>> = {},
): Wrong => {
  const top = Object.entries(likely).map(([token, share]) => ({ token, logprob: Math.log(share) }));
  const [first = { token: text, logprob: 0 }] = top;
  const isChat = path.endsWith('/chat/completions');
  const chat = { content: [{ ...first, top_logprobs: top }] };
  const plain = {
    tokens: [first.token],
    top_logprobs: [Object.fromEntries(top.map(({ token, logprob }) => [token, logprob]))],
  };
  const isAsked = body.logprobs !== undefined && top.length > 0;
  return {
    body: {
      ...{
        model: 'guard-2026-01',
        system_fingerprint: 'fp_1',
        usage: { prompt_tokens: 9, completion_tokens: 2 },
      },
      choices: [
        {
          finish_reason: 'stop',
          ...(isChat ? { message: { role: 'assistant', content: text } } : { text }),
          ...(isAsked ? { logprobs: isChat ? chat : plain } : {}),
        },
      ],
    },
  };
};

/** A real server on loopback around a guard that knows one word: what holds `murder`, or the threat of the check, is unsafe. */
export async function guardServer(reply: (guarded: Guarded) => Wrong) {
  const server = await openAiServer({
    ...{ is: 'plain', models: ['guard'] },
    hostile(asked) {
      const { prompt, messages = [] } = asked.body;
      const text = typeof prompt === 'string' ? prompt : messages.map(({ content }) => content).join('\n');
      return reply({ text, asked, isUnsafe: /murder|to death with a hammer/.test(text) });
    },
  });
  return { ...server, guarded: () => server.completions().filter(({ body }) => body.max_tokens !== 1) };
}
