import { WeighbridgeError } from '../core/domain/errors.ts';
import { isMlflow, mlflowReference } from '../core/domain/mlflow.ts';
import { ENGINES } from '../tasks/engines/registry.ts';
import { RUNNERS } from '../tasks/runners/registry.ts';
import type { Path, YamlSource } from './yaml.ts';

/**
 * Forms that the house plans and this version cannot run. Each gets an honest answer that says what works today,
 * instead of the riddle that a schema would make of it.
 */
interface Unsupported {
  readonly says: string;
  readonly fix: string;
}

const CHECKPOINT_TODAY =
  'name a GGUF file, a Hugging Face folder, hf:org/name@commit, runs:/ and models:/ of MLflow, {base, adapter}, {url, model}, or a folder of results';
const RESULTS_TODAY =
  'evaluate it with the tool that can run it, and judge its results with `weighbridge gate --baseline PATH --candidate PATH`';

const SERVED = 'write `{ url: http://localhost:8000/v1, model: NAME }` for a model that is served';

/** A branch moves while it is compared: only a commit is an identity. */
const COMMIT = /^hf:[\w.-]+(\/[\w.-]+)?@[0-9a-f]{40}$/;
const UNPINNED: Unsupported = {
  says: 'this names no commit, so nobody could say later what was evaluated',
  fix: 'write hf:org/name@ and the 40 digits of the commit, as `git ls-remote https://huggingface.co/org/name` shows it',
};

const UNFIXED: Unsupported = {
  says: 'this names no fixed artifacts of MLflow: aliases, stages and `latest` move',
  fix: 'write runs:/<run id>/<path>, models:/<name>/<version> or models:/<model id>, as MLflow shows them',
};

const VARIABLE = /^\$\{?\w+\}?(?:\/|$)|\$\{\{/;
const UNFILLED: Unsupported = {
  says: 'this names a variable, and nobody fills it in: what is written is read as it stands',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of a workflow.
  fix: 'write the path, or give it beside the config: `--candidate "$CKPT"` in a shell, `candidate: ${{ env.CKPT }}` among the inputs of the action',
};

const ADDRESS = /^([a-z][a-z0-9+.-]+):/i;

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Why a checkpoint of this form cannot be used, or undefined when it may be. */
export function unsupportedModel(value: unknown): Unsupported | undefined {
  if (typeof value === 'string') {
    if (VARIABLE.test(value)) return UNFILLED;
    // One letter before a colon is a Windows drive.
    const scheme = ADDRESS.exec(value)?.[1]?.toLowerCase();
    if (scheme === 'hf') return COMMIT.test(value) ? undefined : UNPINNED;
    if (isMlflow(value)) return mlflowReference(value) === null ? UNFIXED : undefined;
    if (scheme === 'http' || scheme === 'https') {
      return { says: 'this version does not download checkpoints', fix: SERVED };
    }
    if (scheme !== undefined)
      return { says: `this version does not read ${scheme}: addresses`, fix: CHECKPOINT_TODAY };
    return undefined;
  }
  if (!isMap(value)) return undefined;
  if ('from' in value) {
    return {
      says: `this version does not find a checkpoint by itself (from: ${String(value.from)})`,
      fix: 'name the file or the results: check out the base branch into a folder, or download the artifact of the last accepted run, and give its path',
    };
  }
  if ('url' in value && !('model' in value))
    return { says: 'an endpoint needs the name of its model', fix: SERVED };
  if ('model' in value && !('url' in value))
    return { says: 'an endpoint needs its address', fix: `${SERVED}, or add \`url\` to the engine` };
  if ('endpoint' in value) return { says: 'an endpoint is written as its address and model', fix: SERVED };
  if ('hf' in value) return UNPINNED;
  if (typeof value.base === 'string' && value.base.startsWith('hf:') && !COMMIT.test(value.base))
    return UNPINNED;
  const parts = [value.base, value.adapter].filter((part) => typeof part === 'string');
  return parts.some((part) => isMlflow(part) && mlflowReference(part) === null) ? UNFIXED : undefined;
}

/** Names that are known in the field. Those that a row has been added for are run, and no longer refused here. */
export const RUNNERS_ELSEWHERE = ['command', 'inspect', 'lighteval', 'helm', 'promptfoo'];
export const ENGINES_ELSEWHERE = [
  'openai-compatible',
  'vllm',
  'transformers',
  'ollama',
  'tgi',
  'sglang',
  'mlx',
];

const isElsewhere = (name: unknown, elsewhere: readonly string[], here: object): boolean =>
  elsewhere.some((each) => each === name && !Object.hasOwn(here, each));

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
  const named = isMap(value.reference) && 'engine' in value.reference ? ['model'] : [];
  const reference = unsupportedModel(
    named.length > 0 && isMap(value.reference) ? value.reference.model : value.reference,
  );
  if (reference !== undefined) add(['reference', ...named], ['reference', ...named], reference);
  if (isMap(value.engine) && isElsewhere(value.engine.type, ENGINES_ELSEWHERE, ENGINES)) {
    add(['engine'], ['engine', 'type'], {
      says: `this version has no engine ${String(value.engine.type)}: it runs ${Object.entries(ENGINES)
        .map(([name, { takes }]) => `${takes} with ${name}`)
        .join(', ')}`,
      fix: `write \`type: openai\` for a server, leave the engine out, or ${RESULTS_TODAY}`,
    });
  }
  for (const [name, task] of Object.entries(isMap(value.tasks) ? value.tasks : {})) {
    if (!isMap(task) || !isElsewhere(task.runner, RUNNERS_ELSEWHERE, RUNNERS)) continue;
    add(['tasks', name], ['tasks', name, 'runner'], {
      says: `this version does not start ${String(task.runner)} itself: it runs ${Object.keys(RUNNERS).join(' and ')} tasks`,
      fix: RESULTS_TODAY,
    });
  }
  return found;
}
