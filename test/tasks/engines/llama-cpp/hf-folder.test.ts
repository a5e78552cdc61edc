import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  chatTemplateOfFolder,
  outTypeOf,
  readHfFolder,
} from '../../../../src/tasks/engines/llama-cpp/hf-folder.ts';
import { safetensors } from '../../../support/safetensors.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const MODEL = { 'config.json': '{}', 'model.safetensors': safetensors('a') };
const ADAPTER = {
  'adapter_config.json': '{"peft_type":"LORA"}',
  'adapter_model.safetensors': safetensors('a'),
};

test.each([
  { files: MODEL, wanted: 'model', kind: 'model' },
  { files: ADAPTER, wanted: 'adapter', kind: 'adapter' },
  { files: ADAPTER, wanted: 'model', kind: 'adapter' },
  { files: { ...MODEL, ...ADAPTER }, wanted: 'adapter', kind: 'adapter' },
  { files: { ...MODEL, ...ADAPTER }, wanted: 'model', kind: 'model' },
  { files: { 'notes.txt': '' }, wanted: 'model', kind: undefined },
  { files: { ...MODEL, 'model.gguf': 'GGUF' }, wanted: 'model', kind: undefined },
] as const)('is a $kind, asked for a $wanted', async ({ files, wanted, kind }) => {
  expect((await readHfFolder(temporaryFolder(files), wanted))?.kind).toBe(kind);
});

describe('is refused', () => {
  test.each<[string, Record<string, string | Uint8Array>, RegExp]>([
    ['without weights', { 'config.json': '{}' }, /without weights/],
    ['with pickles', { ...MODEL, 'pytorch_model.bin': 'PK\x03\x04' }, /has pickles/],
    [
      'with a part that is not there',
      { ...MODEL, 'model.safetensors.index.json': '{"weight_map":{"a":"model-00002.safetensors"}}' },
      /has no file "model-00002\.safetensors", which its model\.safetensors\.index\.json names/,
    ],
    [
      'with a part outside of it',
      { ...MODEL, 'model.safetensors.index.json': '{"weight_map":{"a":"../other/model.safetensors"}}' },
      /has no file "\.\.\/other\/model\.safetensors"/,
    ],
    ['with an index that is none', { ...MODEL, 'model.safetensors.index.json': '[]' }, /index that is none/],
    ['with torn weights', { ...MODEL, 'model.safetensors': 'torn' }, /no readable safetensors header/],
    [
      'with two chat templates',
      { ...MODEL, 'tokenizer_config.json': '{"chat_template":"U"}', 'chat_template.jinja': 'T' },
      /one chat template in chat_template\.jinja and another/,
    ],
    [
      'with a torn config of its tokenizer',
      { ...MODEL, 'tokenizer_config.json': '[' },
      /tokenizer_config\.json.*is no JSON|is no JSON/,
    ],
    [
      'with a chat template that is none',
      { ...MODEL, 'tokenizer_config.json': '{"chat_template":5}' },
      /is no config of a tokenizer: chat_template cannot be understood/,
    ],
    [
      'as an adapter without weights',
      { 'adapter_config.json': '{}', 'other.safetensors': safetensors('a') },
      /without adapter_model\.safetensors/,
    ],
  ])('%s', async (_, files, says) => {
    await expect(readHfFolder(temporaryFolder(files), 'model')).rejects.toMatchObject({
      ...{ kind: 'checkpoint', message: expect.stringMatching(says) },
    });
  });

  test.each([
    { use_rslora: true },
    { use_dora: true },
    { fan_in_fan_out: true },
    { lora_bias: true },
    { bias: 'lora_only' },
    { alpha_pattern: { q_proj: 4 } },
    { modules_to_save: ['lm_head'] },
    { trainable_token_indices: [1] },
    { layer_replication: [[0, 4]] },
    { peft_type: 'IA3' },
  ])('an adapter with %j, of which the converter would make another', async (setting) => {
    const files = { ...ADAPTER, 'adapter_config.json': JSON.stringify({ peft_type: 'LORA', ...setting }) };
    await expect(readHfFolder(temporaryFolder(files), 'adapter')).rejects.toMatchObject({
      message: expect.stringContaining(`passes over ${Object.keys(setting)[0]}`),
      fix: expect.stringContaining('merge'),
    });
  });
});

test.each([
  ['F32', 'auto', 'f32'],
  ['F16', 'auto', 'f16'],
  ['BF16+F32', 'auto', 'bf16'],
  ['F8_E4M3+F32', 'auto', 'auto'],
  [null, 'auto', 'auto'],
  ['F32', 'q8_0', 'q8_0'],
] as const)('weights of %s with convert: %s become %s', (dtype, convert, expected) => {
  const folder = { path: '/x', files: [], bytes: 1, dtype };
  expect(outTypeOf({ ...folder, kind: 'model' }, convert)).toBe(expected);
  expect(outTypeOf({ ...folder, kind: 'adapter' }, convert)).toBe('f32');
});

describe('the chat template of a folder', () => {
  const bos = { bos_token: '<s>', eos_token: { content: '</s>' } };
  const said = (template: string) => ({ template, bosToken: '<s>', eosToken: '</s>' });
  test.each<[string, Record<string, string>, object | null]>([
    ['a text', { 'tokenizer_config.json': JSON.stringify({ ...bos, chat_template: 'T' }) }, said('T')],
    [
      'the default of several',
      {
        'tokenizer_config.json': JSON.stringify({
          ...{
            ...bos,
            chat_template: [
              { name: 'tools', template: 'U' },
              { name: 'default', template: 'T' },
            ],
          },
        }),
      },
      said('T'),
    ],
    [
      'a file of its own',
      { 'tokenizer_config.json': JSON.stringify(bos), 'chat_template.jinja': 'T' },
      said('T'),
    ],
    ['none', { 'tokenizer_config.json': JSON.stringify(bos) }, null],
    ['none without a config of the tokenizer', {}, null],
    ['a file alone', { 'chat_template.jinja': 'T' }, { template: 'T', bosToken: '', eosToken: '' }],
  ])('is %s', async (_, files, expected) => {
    const folder = await readHfFolder(temporaryFolder({ ...MODEL, ...files }), 'model');
    expect(folder && (await chatTemplateOfFolder(folder.path))).toEqual(expected);
  });
});

test('a chat template that cannot be read is not a missing one', async () => {
  const folder = temporaryFolder(MODEL);
  mkdirSync(join(folder, 'chat_template.jinja'));
  await expect(chatTemplateOfFolder(folder)).rejects.toMatchObject({
    kind: 'checkpoint',
    message: expect.stringContaining('cannot be read'),
  });
});
