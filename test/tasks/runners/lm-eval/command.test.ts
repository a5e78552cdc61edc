import { describe, expect, test } from 'vitest';
import type { ModelSource } from '../../../../src/core/domain/model.ts';
import { type Call, callArguments, trustsRemoteCode } from '../../../../src/tasks/runners/lm-eval/command.ts';
import { harnessModel } from '../../../../src/tasks/runners/lm-eval/model.ts';
import { lmEvalTask } from '../../../../src/tasks/runners/lm-eval/options.ts';

const COMMIT = 'a'.repeat(40);
const FOLDER: ModelSource = { kind: 'folder', path: '/m/base' };

function args(
  options: Readonly<Record<string, unknown>>,
  source = FOLDER,
  more: Partial<Call> = {},
): string[] {
  const parsed = lmEvalTask.parse(options);
  const model = harnessModel(parsed, source);
  if ('says' in model) throw new Error(model.says);
  const call = {
    ...{ model, tasks: ['mmlu'], options: parsed, includePath: null, allow: [] },
    version: '0.4.13',
  };
  return callArguments({ ...call, ...more });
}

describe('the arguments of a call', () => {
  test('say no more than the config does', () => {
    expect(args({})).toEqual(['--model=hf', '--model_args=pretrained=/m/base', '--tasks=mmlu']);
  });

  test('say all that it does, each value joined to its flag', () => {
    const options = {
      ...{ model: 'vllm', model_args: { dtype: 'bfloat16', tensor_parallel_size: 2, enforce_eager: true } },
      ...{
        num_fewshot: 5,
        apply_chat_template: true,
        fewshot_as_multiturn: true,
        system_instruction: '--limit=1',
      },
      ...{ gen_kwargs: { temperature: 0.6, do_sample: true }, batch_size: 'auto:4', device: 'cuda:0' },
      ...{
        seed: [0, 1, 2, 3],
        limit: 0.5,
        extra_args: { max_batch_size: 64, write_out: true, check_integrity: false },
      },
    };
    expect(args(options, FOLDER, { includePath: '/repo/tasks' })).toEqual([
      '--model=vllm',
      '--model_args=pretrained=/m/base,dtype=bfloat16,tensor_parallel_size=2,enforce_eager=True',
      '--tasks=mmlu',
      '--num_fewshot=5',
      '--batch_size=auto:4',
      '--device=cuda:0',
      '--gen_kwargs=temperature=0.6,do_sample=True',
      '--apply_chat_template',
      '--fewshot_as_multiturn',
      '--system_instruction=--limit=1',
      '--seed=0,1,2,3',
      '--include_path=/repo/tasks',
      '--limit=0.5',
      '--max_batch_size=64',
      '--write_out',
    ]);
  });

  test('are JSON where a list would be cut at its commas', () => {
    expect(args({ gen_kwargs: { until: ['a,b', '\n'], temperature: 0 } })).toContain(
      '--gen_kwargs={"until":["a,b","\\n"],"temperature":0}',
    );
  });

  test.each([
    [[], '0.4.13', []],
    [['trust_remote_code'], '0.4.13', ['--trust_remote_code']],
    [['unsafe_code'], '0.4.13', ['--confirm_run_unsafe_code']],
    [['unsafe_code'], '0.4.7', []],
  ] as const)('let code run only where it is allowed: %j, %s', (allow, version, flags) => {
    expect(args({}, FOLDER, { allow, version }).filter((each) => /code/.test(each))).toEqual(flags);
  });

  test.each([
    [{ trust_remote_code: true }, true],
    [{ trust_remote_code: 'True' }, true],
    [{ trust_remote_code: 'false' }, false],
    [{}, false],
  ])('remote code in %j: %s', (model, expected) => {
    expect(trustsRemoteCode(model)).toBe(expected);
  });
});

describe('what is evaluated', () => {
  const hub: ModelSource = { kind: 'hub', name: 'org/name', revision: COMMIT };
  const adapter: ModelSource = { kind: 'adapter', base: '/m/base', adapter: '/m/lora' };
  const onHub: ModelSource = { kind: 'adapter', base: `hf:org/name@${COMMIT}`, adapter: '/m/lora' };
  const endpoint: ModelSource = { kind: 'endpoint', url: 'http://localhost:8000/v1', model: 'm' };
  test.each([
    [{}, hub, `--model_args=pretrained=org/name,revision=${COMMIT}`],
    [{}, adapter, '--model_args=pretrained=/m/base,peft=/m/lora'],
    [{}, onHub, `--model_args=pretrained=org/name,revision=${COMMIT},peft=/m/lora`],
    [{ model: 'vllm' }, adapter, '--model_args=pretrained=/m/base,enable_lora=True,lora_local_path=/m/lora'],
    [
      { model: 'vllm' },
      hub,
      `--model_args=pretrained=org/name,revision=${COMMIT},tokenizer_revision=${COMMIT}`,
    ],
    [
      { model: 'vllm', model_args: { tokenizer: 'org/other' } },
      hub,
      `--model_args=pretrained=org/name,revision=${COMMIT},tokenizer=org/other`,
    ],
    [{}, endpoint, '--model_args=model=m,base_url=http://localhost:8000/v1/completions'],
    [
      { model: 'local-chat-completions', apply_chat_template: true },
      endpoint,
      '--model_args=model=m,base_url=http://localhost:8000/v1/chat/completions',
    ],
    [
      {},
      { ...endpoint, url: 'http://h/v1/completions' },
      '--model_args=model=m,base_url=http://h/v1/completions',
    ],
  ])('%j of %j', (options, source, expected) => {
    expect(args(options, source)[1]).toBe(expected);
  });

  test.each([
    [{}, { kind: 'file', path: 'a.gguf' }, /does not take a GGUF/],
    [{}, { kind: 'file', path: 'a.safetensors' }, /single file/],
    [{}, { kind: 'adapter', base: 'a.gguf', adapter: 'b.gguf' }, /does not take a GGUF/],
    [{}, { kind: 'folder', path: '/a,peft=b' }, /cuts its arguments at commas/],
    [{ model: 'hf' }, endpoint, /wants to load weights/],
    [{ model: 'local-completions' }, FOLDER, /asks an endpoint/],
    [{ model: 'local-chat-completions' }, endpoint, /chat turns/],
  ] as const)('refused: %j of %j', (options, source, message) => {
    expect(() => args(options, source)).toThrow(message);
  });
});
