import { tokenizerConfigOf } from '../../checkpoints/tokenizer-config.ts';
import { chatApi } from './chat.ts';
import { completionsApi } from './completions.ts';
import type { Dialect } from './dialect.ts';
import type { Endpoint } from './endpoint.ts';
import { llamaServer } from './llama-server.ts';
import type { OpenAiOptions } from './options.ts';
import type { Server } from './server.ts';

/**
 * How a server is spoken to.
 * @param weights where on this machine lies what it serves; absent where that is not known
 */
export async function dialectOf(
  endpoint: Endpoint,
  server: Server,
  { api }: OpenAiOptions,
  weights: string | undefined,
): Promise<Dialect> {
  if (api === 'chat') return chatApi(endpoint, server);
  if (server.kind === 'llama-server') return llamaServer(endpoint, server);
  const { bos_token: bos, eos_token: eos } = weights === undefined ? {} : await tokenizerConfigOf(weights);
  return completionsApi(
    endpoint,
    server,
    [bos, eos].filter((name) => name != null),
  );
}
