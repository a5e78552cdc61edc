import type { EngineFault, EngineRow } from '../engine.ts';
import { openAiOptions } from './options.ts';

/** A server that we start runs as our user, and could read the key where ours lies. */
const KEY_AND_SERVE: EngineFault = {
  option: 'api_key_env',
  says: 'serve starts a server of its own, which could read the key of another',
  fix: 'remove api_key_env, or name the server as {url, model}',
};
const NO_PRICE: EngineFault = {
  option: 'budget',
  says: 'a budget of cost needs to know what a token costs',
  fix: 'add `price: { prompt: 0.15, output: 0.6 }`, in money for a million tokens',
};
const NO_PLACE: EngineFault = {
  option: 'serve',
  says: 'serve.command does not say where the checkpoint and the port go',
  fix: 'put "{checkpoint}" and "{port}" into the command',
};

/** A model behind an API of OpenAI's kind: vLLM, SGLang, llama-server, hosted ones. */
export const openAiRow: EngineRow<typeof openAiOptions> = {
  takes: 'endpoints',
  options: openAiOptions,
  asksEndpoints: true,
  code: ({ serve }) =>
    serve === undefined ? null : { what: 'the command of serve', option: 'serve', needs: 'unsafe_code' },
  faults: ({ api_key_env: key, budget, price, serve }) => [
    ...(serve === undefined || key === undefined ? [] : [KEY_AND_SERVE]),
    ...(budget?.cost === undefined || price !== undefined ? [] : [NO_PRICE]),
    ...(serve === undefined ||
    ['{port}', '{checkpoint}'].every((name) => serve.command.join(' ').includes(name))
      ? []
      : [NO_PLACE]),
  ],
  load: async () => (await import('./engine.ts')).openAi,
};
