import { WeighbridgeError } from '../domain/errors.ts';
import type { Path, YamlSource } from './yaml.ts';

/**
 * Forms that the house plans and this version cannot run. Each gets an honest answer that says what works today,
 * instead of the riddle that a schema would make of it.
 */
interface Unsupported {
  readonly says: string;
  readonly fix: string;
}

const GGUF_TODAY =
  'name a GGUF file, an adapter as {base, adapter}, or a folder of results; convert_hf_to_gguf.py of llama.cpp makes a GGUF of a Hugging Face folder';
const RESULTS_TODAY =
  'evaluate it with the tool that can run it, and judge its results with `weighbridge gate --baseline PATH --candidate PATH`';

const ADDRESS = /^([a-z][a-z0-9+.-]+):/i;

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Why a checkpoint of this form cannot be used, or undefined when it may be. */
export function unsupportedModel(value: unknown): Unsupported | undefined {
  if (typeof value === 'string') {
    // One letter before a colon is a Windows drive.
    const scheme = ADDRESS.exec(value)?.[1]?.toLowerCase();
    if (scheme === 'hf') return { says: 'this version does not download from Hugging Face', fix: GGUF_TODAY };
    if (scheme === 'http' || scheme === 'https') {
      return { says: 'this version does not call endpoints and does not download', fix: GGUF_TODAY };
    }
    if (scheme !== undefined)
      return { says: `this version does not read ${scheme}: addresses`, fix: GGUF_TODAY };
    return undefined;
  }
  if (!isMap(value)) return undefined;
  if ('from' in value) {
    return {
      says: `this version does not find a checkpoint by itself (from: ${String(value.from)})`,
      fix: 'name the file or the results: check out the base branch into a folder, or download the artifact of the last accepted run, and give its path',
    };
  }
  if ('endpoint' in value || 'url' in value) {
    return { says: 'this version does not call served endpoints', fix: RESULTS_TODAY };
  }
  if ('hf' in value) return { says: 'this version does not download from Hugging Face', fix: GGUF_TODAY };
  return undefined;
}

const RUNNERS_TO_COME: readonly unknown[] = [
  'lm-eval',
  'lm_eval',
  'command',
  'inspect',
  'lighteval',
  'helm',
  'promptfoo',
];
const ENGINES_TO_COME: readonly unknown[] = [
  'openai-compatible',
  'openai',
  'vllm',
  'transformers',
  'ollama',
  'tgi',
  'sglang',
  'mlx',
];

export interface UnsupportedForm {
  /** Everything the schema says about this part is noise beside the honest answer. */
  readonly covers: Path;
  readonly error: WeighbridgeError;
}

export function unsupportedForms(source: YamlSource): UnsupportedForm[] {
  const { value } = source;
  if (!isMap(value)) return [];
  const found: UnsupportedForm[] = [];
  const add = (covers: Path, at: Path, { says, fix }: Unsupported) =>
    found.push({ covers, error: new WeighbridgeError('config', says, { at: source.locate(at), fix }) });
  const candidate = unsupportedModel(value.candidate);
  if (candidate !== undefined) add(['candidate'], ['candidate'], candidate);
  const { baseline } = value;
  const listed = isMap(baseline) && 'sources' in baseline ? ['baseline', 'sources'] : ['baseline'];
  const sources = listed.length === 2 && isMap(baseline) ? baseline.sources : baseline;
  for (const [index, each] of (Array.isArray(sources) ? sources : [sources]).entries()) {
    if (isMap(each) && 'from' in each) continue;
    const unsupported = unsupportedModel(each);
    const at = Array.isArray(sources) ? [...listed, index] : listed;
    if (unsupported !== undefined) add(at, at, unsupported);
  }
  const anchor = isMap(value.anchor) ? unsupportedModel(value.anchor.model) : undefined;
  if (anchor !== undefined) add(['anchor', 'model'], ['anchor', 'model'], anchor);
  if (value.reference !== undefined && value.reference !== null) {
    add(['reference'], ['reference'], {
      says: 'this version does not evaluate a reference checkpoint',
      fix: 'remove it, or write `reference: null`',
    });
  }
  if (isMap(value.engine) && ENGINES_TO_COME.includes(value.engine.type)) {
    add(['engine'], ['engine', 'type'], {
      says: `this version has no engine ${String(value.engine.type)}: it runs GGUF files with llama.cpp`,
      fix: `leave the engine out, or ${RESULTS_TODAY}`,
    });
  }
  for (const [name, task] of Object.entries(isMap(value.tasks) ? value.tasks : {})) {
    if (!isMap(task) || !RUNNERS_TO_COME.includes(task.runner)) continue;
    add(['tasks', name], ['tasks', name, 'runner'], {
      says: `this version does not start ${String(task.runner)} itself: it runs native tasks only`,
      fix: RESULTS_TODAY,
    });
  }
  return found;
}
