import { completionOf, grades } from './judge-server.ts';
import { type Asked, openAiServer, type Wrong } from './openai-server.ts';

/** What is asked about one answer: which parts it has, or what each of them is worth. */
export type Requested =
  | { readonly kind: 'parts'; readonly key: string; readonly answer: string; readonly text: string }
  | { readonly kind: 'verdicts'; readonly parts: ReadonlyMap<string, string>; readonly text: string };

/** The request of a scorer that judges part by part, as its judge reads it. */
export function requestedOf(asked: Asked): Requested {
  const [system = '', text = ''] = (asked.body.messages ?? []).map(({ content }) => content);
  const [, mark = ''] = /<\w+ (\w{16})>\n/.exec(text) ?? [];
  const block = (name: string) =>
    text.split(`<${name} ${mark}>\n`)[1]?.split(`\n</${name} ${mark}>`)[0] ?? '';
  const [, key] = /\{"(\w+)": \["…"/.exec(system) ?? [];
  if (key !== undefined) return { kind: 'parts', key, answer: block('answer'), text };
  const names = [...system.matchAll(/"(\w+_\d+)": \{"reason"/g)].map(([, name = '']) => name);
  return { kind: 'verdicts', parts: new Map(names.map((name) => [name, block(name)])), text };
}

/** A sentence is a part, and counts unless it is one of those that a judge has to know as none. */
export function soundJudge(
  requested: Requested,
  counts: (part: string) => boolean = (part) => !/Romans|Rhine|Sourdough|garden/.test(part),
): Wrong {
  if (requested.kind === 'parts')
    return completionOf(JSON.stringify({ [requested.key]: requested.answer.match(/[^.]+\./g) ?? [] }));
  const verdicts = [...requested.parts].map(([name, part]) => [name, Number(counts(part))] as const);
  return completionOf(grades(Object.fromEntries(verdicts)));
}

/** A real server on loopback that judges part by part; what `reply` leaves undefined is answered soundly. */
export async function claimsServer(reply: (requested: Requested) => Wrong | undefined = () => undefined) {
  const server = await openAiServer({
    ...{ is: 'plain', models: ['judge'] },
    hostile(asked) {
      const requested = requestedOf(asked);
      return (asked.body.max_tokens === 1 ? undefined : reply(requested)) ?? soundJudge(requested);
    },
  });
  return { ...server, asked: () => server.completions().filter(({ body }) => body.max_tokens !== 1) };
}
