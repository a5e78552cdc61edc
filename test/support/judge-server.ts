import { type Asked, type Imitation, openAiServer, type Wrong } from './openai-server.ts';

/** One graded answer as a judge is asked about it. */
interface Graded {
  readonly answer: string;
  readonly question: string;
  readonly asked: Asked;
  /** Of the answers, from 1; what only asks who the judge is does not count. */
  readonly count: number;
}

export const completionOf = (content: string | null, more: object = {}) => ({
  body: {
    ...{ id: 'chatcmpl-1', object: 'chat.completion', model: 'judge-2026-01', system_fingerprint: 'fp_1' },
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
    usage: { prompt_tokens: 100, completion_tokens: 20 },
    ...more,
  },
});

export const grades = (scores: Readonly<Record<string, number>>, reason = 'because'): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, { reason, score }])),
  );

/** A real server on loopback that judges as `reply` says. */
export async function judgeServer(
  reply: (graded: Graded) => Wrong,
  { identity = {}, ...imitation }: Omit<Imitation, 'hostile'> & { readonly identity?: object } = {},
) {
  let count = 0;
  const server = await openAiServer({
    ...{ is: 'plain', models: ['judge'], ...imitation },
    hostile(asked) {
      if (asked.body.max_tokens === 1) return completionOf('x', identity);
      const said = asked.body.messages?.at(-1)?.content ?? '';
      const [, mark = ''] = /<answer (\w+)>/.exec(said) ?? [];
      const block = (name: string) =>
        said.split(`<${name} ${mark}>\n`)[1]?.split(`\n</${name} ${mark}>`)[0] ?? '';
      count += 1;
      return reply({ answer: block('answer'), question: block('question'), asked, count });
    },
  });
  return {
    ...server,
    graded: () => server.completions().filter(({ body }) => body.max_tokens !== 1),
  };
}
