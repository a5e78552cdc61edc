import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rulesOf, SETTING_CLASSES, SETTINGS } from '../../../src/results/formats/setting-rules.ts';
import { settingsOf } from '../../../src/results/formats/settings.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { evalLog, SAMPLES as INSPECT_SAMPLES, header as inspectHeader } from './inspect/build.ts';
import { parquet } from './lighteval/build.ts';
import { lines, python, RESULTS, ROWS, results, samplesName } from './lm-eval/build.ts';
import { compare, type Files } from './load.ts';
import NAMES from './setting-names.json' with { type: 'json' };

type Members = Readonly<Record<string, unknown>>;

/** What is said of two results that are alike but for this. */
async function differences(baseline: Files, candidate: Files, name = '.') {
  const at = (files: Files) => join(temporaryFolder(files), name);
  const { comparability } = await compare(at(baseline), at(candidate));
  return comparability.map(({ field, setting, baseline: left, candidate: right, severity }) => ({
    ...{ what: setting ?? field, left, right, severity },
  }));
}

const hard = (what: string, left: unknown, right: unknown) => ({ what, left, right, severity: 'hard' });
const soft = (what: string, left: unknown, right: unknown) => ({ what, left, right, severity: 'soft' });

describe('lm-evaluation-harness', () => {
  const of = (args: unknown, top: Members = {}, rows: readonly unknown[] = ROWS): Files => ({
    [RESULTS]: python(
      results({ config: { model: 'hf', model_args: args, limit: null, random_seed: 7 }, ...top }),
    ),
    [samplesName('facts')]: lines(rows),
  });
  const given = (more: Members) => of({ pretrained: 'models/ckpt', ...more });

  test.each([
    ['max_length', 2048, 4096],
    ['max_gen_toks', 512, 1024],
    ['enable_thinking', true, false],
    ['think_end_token', '</think>', '<|end|>'],
    ['add_bos_token', true, 'not set'],
    ['truncation', true, 'not set'],
    ['prefix_token_id', 1, 2],
    ['chat_template_args', { reasoning_effort: 'low' }, { reasoning_effort: 'high' }],
    ['system_prompt', 'be brief', 'not set'],
  ])('%s of the arguments', async (name, left, right) => {
    const side = (value: unknown) => given(value === 'not set' ? {} : { [name]: value });
    const text = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
    const said = hard(`model_args.${name}`, text(left), text(right));
    expect(await differences(side(left), side(right))).toEqual([said]);
    expect(await differences(side(right), side(left))).toEqual([hard(said.what, said.right, said.left)]);
  });

  test('as one text and as members they are the same', async () => {
    const text = of(
      'pretrained=models/ckpt,max_length=2048,enable_thinking=False,think_end_token="</think>"',
    );
    const members = given({ max_length: 2048, enable_thinking: false, think_end_token: '</think>' });
    expect(await differences(text, members)).toEqual([]);
  });

  test('BOS left out is left to the name of the model, EleutherAI/lm-evaluation-harness#2049', async () => {
    expect(await differences(given({ add_bos_token: false }), given({}))).toEqual([
      hard('model_args.add_bos_token', 'false', 'not set'),
    ]);
  });

  test('arguments as JSON in a text, EleutherAI/lm-evaluation-harness#3240', async () => {
    const text = (thinking: boolean) =>
      of(`{"pretrained":"a","max_model_len":16384,"enable_thinking":${thinking}}`);
    expect(await differences(text(true), text(false))).toEqual([
      hard('model_args.enable_thinking', 'true', 'false'),
    ]);
    expect(await differences(text(true), given({ max_model_len: 16384, enable_thinking: true }))).toEqual([]);
  });

  test('a value that was cut at its commas tells no secret', async () => {
    const text = (secret: string) =>
      of(`pretrained=a,extra={"X-Api-Key": "${secret}", "Other": "${secret}"}`);
    const found = await differences(text('s3cr3t'), text('0th3r'));
    expect(found.length).toBeGreaterThan(0);
    expect(JSON.stringify(found)).not.toMatch(/s3cr3t|0th3r/);
  });

  test('what is left out, null or the default of every backend is the same', async () => {
    const said = given({ max_gen_toks: 256, truncation: 'False', max_length: null });
    expect(await differences(given({}), said)).toEqual([]);
  });

  test.each([
    ['max_length', 2048, 4096, 'hard'],
    ['fewshot_as_multiturn', true, false, 'hard'],
    ['eot_token_id', 2, 3, 'soft'],
    ['tokenizer_eos_token', ['</s>', '2'], ['<|im_end|>', '3'], 'soft'],
  ])('%s at the top', async (name, left, right, severity) => {
    const found = await differences(of({}, { [name]: left }), of({}, { [name]: right }));
    expect(found).toMatchObject([{ what: `results.${name}`, severity }]);
  });

  test('which model it is, and where it lay, is no difference', async () => {
    const other = {
      pretrained: 'models/other',
      revision: 'abc',
      peft: 'p',
      base_url: 'http://b',
      api_key: 'k',
    };
    expect(await differences(given({}), of(other, { model_name: 'models/other', date: 1 }))).toEqual([]);
  });

  /** What people found out the hard way, by the number of their report: the later score, or the wrong one, came of this. */
  test.each<
    [report: number, left: unknown, right: unknown, told: readonly [what: string, severity: string][]]
  >([
    [622, 'use_fast=False,max_length=512', 'use_fast=False', [['model_args.max_length', 'hard']]],
    [2467, 'max_length=4096', 'max_length=1024', [['model_args.max_length', 'hard']]],
    [1854, 'dtype=auto\n,add_bos_token=True, ', 'dtype=auto', [['model_args.add_bos_token', 'hard']]],
    [1465, { add_bos_token: true }, { add_bos_token: false }, [['model_args.add_bos_token', 'hard']]],
    [2676, 'add_bos_token=True', '', [['model_args.add_bos_token', 'hard']]],
    [
      3576,
      'enable_thinking=False',
      "enable_thinking=True,think_end_token='</think>'",
      [
        ['model_args.enable_thinking', 'hard'],
        ['model_args.think_end_token', 'hard'],
      ],
    ],
    [3118, 'enable_thinking=False', '', [['model_args.enable_thinking', 'hard']]],
    [3161, 'max_model_len=8192', 'max_model_len=16384', [['model_args.max_model_len', 'hard']]],
    [
      2941,
      'gpu_memory_utilization=0.9',
      'gpu_memory_utilization=0.5',
      [['model_args.gpu_memory_utilization', 'soft']],
    ],
    [1625, 'logits_cache=False', '', [['model_args.logits_cache', 'soft']]],
    [2871, 'parallelize=False,dtype=bfloat16', 'dtype=bfloat16', [['model_args.parallelize', 'soft']]],
    [28539, 'max_length=8192,parallelize=True', 'max_length=8192', [['model_args.parallelize', 'soft']]],
    [3495, { pretrained: '<M object at 0x7f1>' }, { pretrained: '<M object at 0x7f2>' }, []],
  ])('report %d', async (_, left, right, told) => {
    const found = await differences(of(left), of(right));
    expect(found.map(({ what, severity }) => [what, severity])).toEqual(told);
  });

  test.each<
    [report: number, left: Members, right: Members, told: readonly [what: string, severity: string][]]
  >([
    [
      1841,
      { config: { model: 'vllm' } },
      { config: { model: 'local-chat-completions' } },
      [['engine', 'hard']],
    ],
    [1645, { config: { batch_size: 1 } }, { config: { batch_size: 16 } }, [['batch_size', 'soft']]],
    [
      879,
      { config: { batch_sizes: [] } },
      { config: { batch_sizes: [64] } },
      [['config.batch_sizes', 'soft']],
    ],
    [1873, { fewshot_as_multiturn: true }, {}, [['results.fewshot_as_multiturn', 'hard']]],
    [2034, { chat_template_sha: 'a' }, { chat_template_sha: null }, [['chat_template', 'hard']]],
    [1563, { system_instruction_sha: 'a' }, {}, [['prompt', 'hard']]],
    [1101, { 'n-shot': { facts: 10 } }, { 'n-shot': { facts: 0 } }, [['few_shot', 'hard']]],
  ])('report %d of what stands beside the arguments', async (_, left, right, told) => {
    const found = await differences(of({}, left), of({}, right));
    expect(found.map(({ what, severity }) => [what, severity])).toEqual(told);
  });

  test('another tokenizer is told, since fine-tunes have their own', async () => {
    const at = (tokenizer: string) => given({ tokenizer });
    expect(await differences(at('/home/a/llama'), at('meta/llama'))).toEqual([
      soft('model_args.tokenizer', '/home/a/llama', 'meta/llama'),
    ]);
  });

  test('a name that nobody knows is told and blocks nothing', async () => {
    expect(await differences(given({ new_thing: 1 }), given({ new_thing: 2 }))).toEqual([
      soft('model_args.new_thing', '1', '2'),
    ]);
  });

  test('requests are compared one by one, whatever the settings and hashes say', async () => {
    const other = ROWS.map((row, index) =>
      index === 2
        ? { ...row, arguments: { ...row.arguments, gen_args_1: { arg_0: 'q2', arg_1: ' C' } } }
        : row,
    );
    const [found] = await differences(given({}), of({ pretrained: 'models/ckpt' }, {}, other));
    expect(found).toMatchObject({
      what: 'inputs',
      severity: 'hard',
      left: expect.stringContaining('(1 differ)'),
    });
    // Both shapes in which they were logged are the same requests.
    const listed = ROWS.map((row) => ({
      ...row,
      arguments: Object.values(row.arguments).map((each) => Object.values(each)),
    }));
    expect(await differences(given({}), of({ pretrained: 'models/ckpt' }, {}, listed))).toEqual([]);
  });

  test('of a group they are told as of a task', async () => {
    const both = (own: Members): Files => ({
      [RESULTS]: python(
        results({
          results: {
            all: { 'acc,none': 0.5 },
            a: { 'acc,none': 0.5 },
            b: { 'acc,none': 0.5 },
          },
          group_subtasks: { all: ['a', 'b'] },
          configs: { a: {}, b: {} },
          versions: {},
          'n-shot': {},
          higher_is_better: { a: { acc: true }, b: { acc: true } },
          'n-samples': { a: { original: 4, effective: 4 }, b: { original: 4, effective: 4 } },
          config: { model: 'hf', model_args: own },
        }),
      ),
      [samplesName('a')]: lines(ROWS),
      [samplesName('b')]: lines(ROWS),
    });
    expect(await differences(both({ max_length: 1 }), both({ max_length: 2 }))).toEqual([
      hard('model_args.max_length', '1', '2'),
    ]);
  });
});

describe('lighteval', () => {
  const time = '2025-11-21T02-02-49.864881';
  const of = (model: Members, general: Members = {}, inputs?: readonly string[]): Files => ({
    [`results/org/m/results_${time}.json`]: python({
      config_general: { lighteval_sha: 'abc', ...general, model_config: { model_name: 'org/m', ...model } },
      results: { 'gsm8k:0': { extractive_match: 0.5 } },
      versions: { 'gsm8k:0': 0 },
      config_tasks: { gsm8k: { metrics: [{ metric_name: 'extractive_match', higher_is_better: true }] } },
    }),
    [`details/org/m/${time}/details_gsm8k|0_${time}.parquet`]: parquet([1, 0], undefined, undefined, inputs),
  });

  test.each([
    ['system_prompt', 'be brief', 'be long'],
    ['override_chat_template', true, false],
    ['max_model_length', 2048, 4096],
    ['add_special_tokens', false, 'not set'],
  ])('%s of the model', async (name, left, right) => {
    const side = (value: unknown) => of(value === 'not set' ? {} : { [name]: value });
    expect(await differences(side(left), side(right))).toEqual([
      hard(`model.${name}`, String(left), String(right)),
    ]);
  });

  test.each([
    ['temperature', 0.7, 'not set'],
    ['max_new_tokens', 256, 1024],
    ['top_p', 0.9, 1],
    ['stop_tokens', ['a'], ['b']],
  ])('%s of the generation', async (name, left, right) => {
    const parameters = (value: unknown) => ({
      generation_parameters: value === 'not set' ? {} : { [name]: value },
    });
    const found = await differences(of(parameters(left)), of(parameters(right)));
    expect(found).toMatchObject([{ what: `generation.${name}`, severity: 'hard' }]);
    // Older versions have them one level up.
    expect(await differences(of({}, parameters(left)), of({}, parameters(right)))).toEqual(found);
    expect(await differences(of(parameters(left)), of({}, parameters(left)))).toEqual([]);
  });

  test.each<
    [report: number, left: Members, right: Members, told: readonly [what: string, severity: string][]]
  >([
    [
      552,
      { generation_parameters: { temperature: 1 } },
      { generation_parameters: { temperature: 0 } },
      [['generation.temperature', 'hard']],
    ],
    [867, { use_chat_template: true }, {}, [['model.use_chat_template', 'hard']]],
    [463, { max_model_length: 32768 }, { max_model_length: 38768 }, [['model.max_model_length', 'hard']]],
    [584, { max_num_batched_tokens: 32768 }, {}, [['model.max_num_batched_tokens', 'soft']]],
    [1198, { skip_special_tokens: true, dtype: 'float16' }, { dtype: 'float16' }, []],
    [504, { generation_parameters: { top_p: null, seed: null } }, {}, []],
    [1181, { inference_server_auth: 'hf_a', api_key: 'k' }, { inference_server_auth: 'hf_b' }, []],
  ])('report %d', async (_, left, right, told) => {
    const found = await differences(of(left), of(right));
    expect(found.map(({ what, severity }) => [what, severity])).toEqual(told);
  });

  test('a temperature that is left out is that of the backend, huggingface/lighteval#559', async () => {
    const of0 = of({ generation_parameters: { temperature: 0 } });
    expect(await differences(of0, of({ generation_parameters: { temperature: null } }))).toEqual([
      hard('generation.temperature', '0', 'not set'),
    ]);
  });

  test('the system message inside each logged input', async () => {
    const found = await differences(of({}, {}, ['S1 q0', 'S1 q1']), of({}, {}, ['S2 q0', 'S2 q1']));
    expect(found).toMatchObject([
      { what: 'inputs', severity: 'hard', left: expect.stringContaining('(2 differ)') },
    ]);
    expect(await differences(of({}, {}, ['S1', 'S1']), of({}, {}, ['S1', 'S1']))).toEqual([]);
  });

  test('machines are told, keys and hosts are not kept', async () => {
    const found = await differences(
      of({ dtype: 'bfloat16', batch_size: 1, api_key: 'hf_secret1', base_url: 'http://a' }),
      of({ dtype: 'float16', batch_size: 8, api_key: 'hf_secret2', base_url: 'http://b' }),
    );
    expect(found).toEqual([soft('model.batch_size', '1', '8'), soft('model.dtype', 'bfloat16', 'float16')]);
  });
});

describe('Inspect', () => {
  const of = (own: Members, config: Members = {}, messages?: readonly unknown[]): Files => ({
    'a.eval': evalLog(
      messages === undefined ? INSPECT_SAMPLES : INSPECT_SAMPLES.map((each) => ({ ...each, messages })),
      inspectHeader({ plan: { steps: [], config } }, own),
    ),
  });

  test.each([
    ['temperature', 0.5, 1],
    ['max_tokens', 100, 200],
    ['reasoning_effort', 'low', 'high'],
    ['system_message', 'a', 'b'],
  ])('%s of the generation', async (name, left, right) => {
    expect(await differences(of({}, { [name]: left }), of({}, { [name]: right }))).toEqual([
      hard(`generation.${name}`, String(left), String(right)),
    ]);
  });

  test.each([
    ['message_limit', 10, 20],
    ['token_limit', 100, 200],
    ['time_limit', 1, 2],
  ])('%s of the evaluation', async (name, left, right) => {
    const side = (value: number) => of({ config: { epochs: 1, epochs_reducer: ['mean'], [name]: value } });
    expect(await differences(side(left), side(right))).toEqual([
      hard(`config.${name}`, String(left), String(right)),
    ]);
  });

  test('what the model was set up with, UKGovernmentBEIS/inspect_ai#1565', async () => {
    const own = (temperature: number) => of({ model_generate_config: { temperature } });
    expect(await differences(own(0.7), own(0))).toEqual([hard('generation.temperature', '0.7', '0')]);
    // The task's own settings win.
    expect(await differences(own(0.7), of({ model_generate_config: {} }, { temperature: 0.7 }))).toEqual([]);
  });

  test.each([
    ['max_model_len', 1024, 4096],
    ['chat_template_kwargs', '{"a":1}', '{"a":2}'],
    ['rope_scaling', 'x', 'y'],
  ])('%s, which goes on to the server that it starts', async (name, left, right) => {
    const side = (value: unknown) => of({ model_args: { [name]: value } });
    expect(await differences(side(left), side(right))).toEqual([
      hard(`model_args.${name}`, String(left), String(right)),
    ]);
  });

  test('another grader, and not where it was asked', async () => {
    const graded = (model: string, host: string) =>
      of({
        model_roles: {
          grader: {
            model,
            base_url: host,
            config: { temperature: 0, max_retries: 1 },
            args: { api_key: `sk-${host}` },
          },
        },
      });
    expect(await differences(graded('m1', 'http://a'), graded('m1', 'http://b'))).toEqual([]);
    const [found, ...others] = await differences(graded('m1', 'http://a'), graded('m2', 'http://a'));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      what: 'eval.model_roles',
      severity: 'hard',
      left: expect.stringContaining('m1'),
    });
  });

  test('arguments of the model', async () => {
    const found = await differences(
      of({ model_args: { enable_thinking: true, api_key: 'sk-1', my_password: 'one', device: 'cpu' } }),
      of({ model_args: { enable_thinking: false, api_key: 'sk-2', my_password: 'two', device: 'cuda' } }),
    );
    expect(found).toEqual([
      hard('model_args.enable_thinking', 'true', 'false'),
      soft('model_args.device', 'cpu', 'cuda'),
      soft('model_args.my_password', expect.stringMatching(/^sha256:/), expect.stringMatching(/^sha256:/)),
    ]);
  });

  test('what stood before the first answer, and not what came after it', async () => {
    const talk = (system: string, answer: string, id: string) => [
      { id, role: 'system', content: system },
      { id: `${id}u`, role: 'user', content: 'question', source: 'input' },
      { id: `${id}a`, role: 'assistant', content: answer, source: 'generate' },
      { id: `${id}t`, role: 'user', content: `about ${answer}` },
      { id: `${id}b`, role: 'assistant', content: answer, source: 'generate' },
    ];
    expect(await differences(of({}, {}, talk('S', 'x', 'i')), of({}, {}, talk('S', 'y', 'j')))).toEqual([]);
    expect(await differences(of({}, {}, talk('S', 'x', 'i')), of({}, {}, talk('T', 'x', 'i')))).toMatchObject(
      [{ what: 'inputs', severity: 'hard' }],
    );
  });
});

describe('promptfoo', () => {
  const of = (config: Members): Files => ({
    'out.json': JSON.stringify({
      evalId: 'e',
      results: {
        ...{ version: 3, timestamp: '2026-11-21T02:16:37.700Z', prompts: [] },
        results: [
          {
            ...{
              prompt: { raw: 'q', label: 'q' },
              provider: { id: 'openai:m' },
              vars: {},
              success: true,
              score: 1,
            },
            gradingResult: { pass: true, score: 1, componentResults: [{ pass: true }] },
          },
        ],
        stats: { successes: 1, failures: 0, errors: 0 },
      },
      config,
    }),
  });
  const provider = (config: Members) => of({ providers: [{ id: 'openai:m', config }] });

  test.each([
    ['max_tokens', 16000, 1024],
    ['temperature', 0, 'not set'],
    ['num_ctx', 40960, 4096],
    ['reasoning', { effort: 'high' }, { effort: 'low' }],
  ])('%s of the provider', async (name, left, right) => {
    const side = (value: unknown) => provider(value === 'not set' ? {} : { [name]: value });
    expect(await differences(side(left), side(right), 'out.json')).toMatchObject([
      { what: `provider.${name}`, severity: 'hard' },
    ]);
  });

  test('what the environment says in its place, promptfoo/promptfoo#6492', async () => {
    const env = (tokens: string, key: string) =>
      of({ env: { OPENAI_MAX_TOKENS: tokens, OPENAI_API_KEY: key } });
    expect(await differences(env('10000', 'sk-a'), env('1024', 'sk-b'), 'out.json')).toEqual([
      hard('env.OPENAI_MAX_TOKENS', '10000', '1024'),
    ]);
  });

  test('one that was put a level too deep, and so has no effect, is told', async () => {
    const deep = (tokens: number) => provider({ config: { max_tokens: tokens } });
    expect(await differences(deep(1), deep(2), 'out.json')).toMatchObject([
      { what: 'provider.config', severity: 'soft' },
    ]);
  });
});

describe('what is kept', () => {
  const { other_settings: kept } = settingsOf('promptfoo', {
    provider: {
      ...{
        my_api_key: 'abc',
        x_token: 'abc',
        apiKey: 'gone',
        note: 'sk-abcdefghijkl',
        address: 'https://u:p@h/',
      },
      ...{
        nested: { Authorization: 'abc' },
        blob: 'aB3'.repeat(20),
        plain: 'as it is',
        long: 'word '.repeat(100),
      },
      ...{ tokens: 'plain too', callback: 'https://h/?sig=1', JWT: 'eyJhbGciOi.J9' },
    },
  });
  const values: Members = JSON.parse(String(kept));

  test.each(['plain', 'tokens'])('%s as it is', (name) => {
    expect(values[`provider.${name}`]).not.toMatch(/^sha256:/);
  });

  test.each(['my_api_key', 'x_token', 'note', 'address', 'nested', 'blob', 'long', 'callback', 'JWT'])(
    '%s as a digest',
    (name) => {
      expect(values[`provider.${name}`]).toMatch(/^sha256:[0-9a-f]{64}$/);
    },
  );

  test('a key that opens something is not kept at all', () => {
    expect(String(kept)).not.toContain('gone');
    expect(values).not.toHaveProperty('provider.apiKey');
  });

  test('more than anybody sets is a digest together', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${index}`, index]));
    expect(String(settingsOf('helm', { run: many }).other_settings).length).toBeLessThan(10_000);
    const other = settingsOf('helm', { run: { ...many, k4999: 'changed' } });
    expect(other).not.toEqual(settingsOf('helm', { run: many }));
  });
});

test('no setting stands in two classes of a place', () => {
  for (const places of Object.values(SETTINGS)) {
    for (const place of Object.values<Readonly<Record<string, string>>>(places)) {
      const names = Object.keys(SETTING_CLASSES).flatMap((of) =>
        (place[of] ?? '').split(/\s+/).filter(Boolean),
      );
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  }
});

describe('the newest versions', () => {
  const recorded = Object.entries(NAMES).flatMap(([harness, { version, places }]) =>
    Object.entries(places).map(([place, names]) => ({ harness, version, place, names })),
  );

  test.each(recorded)('$harness $version: every name of $place has a class', ({ harness, place, names }) => {
    const own: Readonly<Record<string, Parameters<typeof rulesOf>[0]>> =
      SETTINGS[harness as keyof typeof SETTINGS];
    const rules = own[place];
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => rules === undefined || !rulesOf(rules).has(name))).toEqual([]);
  });

  test('every place of the table is one of theirs', () => {
    const table = Object.entries(SETTINGS).flatMap(([harness, places]) =>
      Object.keys(places).map((place) => `${harness} ${place}`),
    );
    expect(recorded.map(({ harness, place }) => `${harness} ${place}`).sort()).toEqual(table.sort());
  });
});
