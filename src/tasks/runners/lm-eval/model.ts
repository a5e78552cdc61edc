import { hubModel, type ModelSource } from '../../../core/domain/model.ts';
import type { LmEvalTask, ModelType } from './options.ts';

type Arguments = Readonly<Record<string, string | number | boolean>>;

export interface HarnessModel {
  readonly type: ModelType;
  readonly args: Arguments;
}

interface Refusal {
  readonly says: string;
  readonly fix: string;
}

/** What lm_eval is told to load, or why it cannot. */
export function harnessModel(
  {
    model,
    model_args: more,
    apply_chat_template: chat,
  }: Pick<LmEvalTask, 'model' | 'model_args' | 'apply_chat_template'>,
  source: ModelSource,
): HarnessModel | Refusal {
  const isServed = model === 'local-completions' || model === 'local-chat-completions';
  if (source.kind === 'endpoint' && (model === undefined || isServed)) {
    if (model === 'local-chat-completions' && chat === false) {
      return {
        says: 'local-chat-completions asks in chat turns',
        fix: 'add `apply_chat_template: true` to the task',
      };
    }
    const type = model ?? 'local-completions';
    return { type, args: { model: source.model, base_url: completionsUrl(source.url, type), ...more } };
  }
  if (isServed) {
    return {
      says: `model: ${model} asks an endpoint, and this checkpoint is none`,
      fix: 'leave model out, or name the checkpoint as {url, model}',
    };
  }
  const type = model ?? 'hf';
  const weights = weightsOf(source);
  if (!('args' in weights)) return weights;
  const unusable = Object.entries(weights.args).find(([, value]) => String(value).includes(','));
  if (unusable !== undefined) {
    return {
      says: `lm_eval cuts its arguments at commas, and ${unusable[1]} holds one`,
      fix: 'rename the folder',
    };
  }
  // Unlike Transformers, vLLM takes the tokenizer of a hub at its newest revision, whatever that of the weights is.
  const { revision } = weights.args;
  const pinned = type === 'vllm' && revision !== undefined && more.tokenizer === undefined;
  const args = pinned ? { ...weights.args, tokenizer_revision: revision } : weights.args;
  if (source.kind !== 'adapter') return { type, args: { ...args, ...more } };
  const adapter =
    type === 'vllm' ? { enable_lora: true, lora_local_path: source.adapter } : { peft: source.adapter };
  return { type, args: { ...args, ...adapter, ...more } };
}

function weightsOf(source: ModelSource): { readonly args: Arguments } | Refusal {
  switch (source.kind) {
    case 'folder':
      return { args: { pretrained: source.path } };
    case 'hub':
      return { args: { pretrained: source.name, revision: source.revision } };
    case 'adapter': {
      if (/\.gguf$/i.test(source.base) || /\.gguf$/i.test(source.adapter)) return GGUF;
      const hub = hubModel(source.base);
      return {
        args: hub === null ? { pretrained: source.base } : { pretrained: hub.name, revision: hub.revision },
      };
    }
    case 'file':
      return /\.gguf$/i.test(source.path)
        ? GGUF
        : {
            says: `lm_eval does not load the single file ${source.path}`,
            fix: 'name the folder that holds it with its config.json and tokenizer',
          };
    case 'endpoint':
      return {
        says: `${source.url} serves a model, and the task wants to load weights`,
        fix: 'leave model out, or write local-completions or local-chat-completions',
      };
    case 'results':
      return {
        says: `${source.path} holds no config.json, so it is no Hugging Face folder`,
        fix: 'name the folder with config.json, the weights and the tokenizer',
      };
  }
}

const GGUF: Refusal = {
  says: 'an lm-eval task does not take a GGUF file, only native tasks do',
  fix: 'name the Hugging Face folder the file was converted from, or make the task native',
};

/** lm_eval wants the whole path of the API. */
function completionsUrl(url: string, type: ModelType): string {
  const path = type === 'local-chat-completions' ? 'chat/completions' : 'completions';
  return /\/completions\/?$/.test(url) ? url : `${url.replace(/\/$/, '')}/${path}`;
}
