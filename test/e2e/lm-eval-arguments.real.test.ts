import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { lmEvalEnvironment } from '../../scripts/lm-eval-environment.ts';
import type { ModelSource } from '../../src/core/domain/model.ts';
import { callArguments } from '../../src/tasks/runners/lm-eval/command.ts';
import { harnessModel } from '../../src/tasks/runners/lm-eval/model.ts';
import { lmEvalTask, type ModelType } from '../../src/tasks/runners/lm-eval/options.ts';

/** Reads the source, since importing the class of a backend needs the backend, such as vLLM. */
const PROBE = `import ast, importlib.util, json, pathlib, sys
folder = pathlib.Path(list(importlib.util.find_spec("lm_eval").submodule_search_locations)[0])
def parameters(file, *names):
    found = []
    for node in ast.walk(ast.parse((folder / file).read_text())):
        if isinstance(node, ast.ClassDef) and node.name in names:
            init = next(each for each in node.body if isinstance(each, ast.FunctionDef) and each.name == "__init__")
            found += [each.arg for each in init.args.args + init.args.kwonlyargs]
    return found
flags = [node.args[0].value[2:] for node in ast.walk(ast.parse((folder / "_cli/run.py").read_text()))
         if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "add_argument"
         and str(getattr(node.args[0], "value", "")).startswith("--")]
served = parameters("models/api_models.py", "TemplateAPI")
own = lambda name: served + parameters("models/openai_completions.py", name)
print(json.dumps({"flags": flags, "models": {
    "hf": parameters("models/huggingface.py", "HFLM"), "vllm": parameters("models/vllm_causallms.py", "VLLM"),
    "local-completions": own("LocalCompletionsAPI"), "local-chat-completions": own("LocalChatCompletion")}}))`;

const probed = z.object({ flags: z.array(z.string()), models: z.record(z.string(), z.array(z.string())) });
const python = join(dirname(lmEvalEnvironment()), 'python');
const { flags, models } = probed.parse(JSON.parse(execFileSync(python, ['-c', PROBE], { encoding: 'utf8' })));

const COMMIT = 'a'.repeat(40);
const WEIGHTS: readonly ModelSource[] = [
  { kind: 'folder', path: '/m' },
  { kind: 'hub', name: 'org/name', revision: COMMIT },
  { kind: 'adapter', base: '/m', adapter: '/a' },
  { kind: 'adapter', base: `hf:org/name@${COMMIT}`, adapter: '/a' },
];
const SERVED: readonly ModelSource[] = [{ kind: 'endpoint', url: 'http://h/v1', model: 'm' }];
/** vLLM's own switch, which the backend passes on, and before 0.4.9 does not set by itself. */
const PASSED_ON: Partial<Record<ModelType, readonly string[]>> = { vllm: ['enable_lora'] };

test.each<[ModelType, readonly ModelSource[]]>([
  ['hf', WEIGHTS],
  ['vllm', WEIGHTS],
  ['local-completions', SERVED],
  ['local-chat-completions', SERVED],
])('%s is given arguments that its class takes', (model, sources) => {
  const known = [...(models[model] ?? []), ...(PASSED_ON[model] ?? [])];
  expect(known.length).toBeGreaterThan(10);
  for (const source of sources) {
    const built = harnessModel(
      lmEvalTask.parse({ model, apply_chat_template: true, model_args: { tokenizer: 't' } }),
      source,
    );
    if ('says' in built) throw new Error(built.says);
    expect(known).toEqual(expect.arrayContaining(Object.keys(built.args)));
  }
});

test('every flag is one of the program', () => {
  const options = lmEvalTask.parse({
    ...{
      num_fewshot: 1,
      batch_size: 'auto',
      device: 'cpu',
      gen_kwargs: { temperature: 0 },
      seed: 1,
      limit: 3,
    },
    ...{ apply_chat_template: true, fewshot_as_multiturn: true, system_instruction: 's' },
  });
  const model = harnessModel(options, { kind: 'folder', path: '/m' });
  if ('says' in model) throw new Error(model.says);
  const call = { model, tasks: ['t'], options, includePath: '/i', version: '0.4.13' };
  const given = callArguments({ ...call, allow: ['trust_remote_code', 'unsafe_code'] });
  const names = given.map((each) => each.slice(2).split('=')[0]);
  expect(names).toHaveLength(15);
  expect(flags).toEqual(expect.arrayContaining([...names, 'output_path', 'log_samples', 'samples']));
});
