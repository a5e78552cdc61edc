import { z } from 'zod';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { shortLine } from '../../../core/domain/short-line.ts';
import type { DescribedModel } from '../engine.ts';
import { type Endpoint, quote } from './endpoint.ts';

const SERVERS = ['llama-server', 'vllm', 'sglang', 'tgi', 'ollama', 'lm-studio', 'other'] as const;
export type ServerKind = (typeof SERVERS)[number];

/** What a server says of itself and its model before it is asked anything. */
export interface Server {
  readonly kind: ServerKind;
  /** Name and version, as far as it says. */
  readonly version: string;
  /** What it says that it serves: the same again as long as it serves the same. */
  readonly serves: Readonly<Record<string, string | number | null>>;
  /** Tokens that prompt and answer share; null where it does not say. */
  readonly contextSize: number | null;
  readonly chatTemplate: DescribedModel['chatTemplate'];
  /** Requests that it works on at once; null where it does not say. */
  readonly slots: number | null;
  /** Where on this machine its weights lie, in its own words. */
  readonly weights: string | null;
}

/** For people, logs and fingerprints: anything, of any length. */
const told = z.string().transform((text) => shortLine(text, 100));

const models = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      owned_by: told.optional(),
      root: z.string().nullish(),
      max_model_len: z.int().min(1).nullish(),
      context_length: z.int().min(1).nullish(),
      meta: z.record(z.string(), z.unknown()).nullish(),
    }),
  ),
});
type Model = z.infer<typeof models>['data'][number];

/** llama-server's `GET /props`. */
const props = z.object({
  build_info: told,
  model_path: z.string(),
  model_ftype: told.optional(),
  total_slots: z.int().min(1),
  chat_template: z.string(),
  bos_token: z.string(),
  eos_token: z.string(),
  default_generation_settings: z.object({ n_ctx: z.int().min(1) }),
});
const version = z.object({ version: told });
/** SGLang's `GET /get_server_info`. */
const sglang = z.object({ version: told, model_path: z.string().optional() });
/** Text Generation Inference's `GET /info`. */
const tgi = z.object({
  version: told,
  model_id: z.string(),
  model_sha: z.string().nullish(),
  max_total_tokens: z.int().min(1).nullish(),
});

/**
 * Finds out what answers at an address.
 * @throws WeighbridgeError `config` where nothing does, or not for this model
 */
export async function findServer(endpoint: Endpoint): Promise<Server> {
  const { base, root, address } = endpoint;
  const [listed, llama, plain, ollama, lmsys, text] = await Promise.all([
    endpoint.look(`${base}/models`, models),
    endpoint.look(`${root}/props`, props),
    endpoint.look(`${root}/version`, version),
    endpoint.look(`${root}/api/version`, version),
    endpoint.look(`${root}/get_server_info`, sglang),
    endpoint.look(`${root}/info`, tgi),
  ]);
  if (listed === null && text === null) {
    throw new WeighbridgeError('engine', `nobody at ${base} lists models`, {
      fix: 'check that the server runs and that the address is that of its API, such as http://localhost:8000/v1',
    });
  }
  const model = modelOf(listed?.data ?? [], address.model, llama !== null || text !== null, base);
  const common = {
    contextSize: model?.max_model_len ?? model?.context_length ?? null,
    ...{ chatTemplate: null, slots: null, weights: null },
    serves: { id: model?.id ?? null, root: model?.root ?? null },
  };
  if (llama !== null) {
    const { n_params: parameters = null, size = null, n_vocab: vocabulary = null } = model?.meta ?? {};
    return {
      kind: 'llama-server',
      version: `llama-server ${llama.build_info}`,
      serves: {
        path: llama.model_path,
        type: llama.model_ftype ?? null,
        ...{ parameters: numberOf(parameters), bytes: numberOf(size), vocabulary: numberOf(vocabulary) },
      },
      contextSize: llama.default_generation_settings.n_ctx,
      chatTemplate:
        llama.chat_template === ''
          ? null
          : { template: llama.chat_template, bosToken: llama.bos_token, eosToken: llama.eos_token },
      slots: llama.total_slots,
      weights: llama.model_path,
    };
  }
  if (text !== null) {
    const serves = { id: text.model_id, revision: text.model_sha ?? null };
    const contextSize = text.max_total_tokens ?? common.contextSize;
    return { ...common, kind: 'tgi', version: `tgi ${text.version}`, serves, contextSize };
  }
  if (lmsys !== null) {
    const weights = lmsys.model_path ?? model?.root ?? null;
    return { ...common, kind: 'sglang', version: `sglang ${lmsys.version}`, weights };
  }
  if (ollama !== null) return { ...common, kind: 'ollama', version: `ollama ${ollama.version}` };
  if (model?.owned_by === 'vllm' && plain !== null) {
    return { ...common, kind: 'vllm', version: `vllm ${plain.version}`, weights: model.root ?? null };
  }
  if (model?.owned_by === 'organization_owner') {
    return { ...common, kind: 'lm-studio', version: 'lm-studio' };
  }
  const said = plain === null ? 'version not told' : plain.version;
  return {
    ...common,
    kind: 'other',
    version: `${model?.owned_by ?? 'unknown server'} ${said}`,
  };
}

/** One model answers under any name on some servers; elsewhere a name that is not there is a mistake. */
function modelOf(listed: readonly Model[], name: string, isOnly: boolean, base: string): Model | undefined {
  const found = listed.find(({ id }) => id === name);
  if (found !== undefined) return found;
  if (isOnly || listed.length === 0) return listed[0];
  const names = listed.slice(0, 10).map(({ id }) => quote(id));
  throw new WeighbridgeError('config', `${base} has no model ${JSON.stringify(name)}`, {
    fix: `name one that it lists: ${names.join(', ')}`,
  });
}

const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;
