import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tokenizerConfigOf } from '../../../src/tasks/checkpoints/tokenizer-config.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test.each<[string, string | null, object]>([
  ['texts', '{"bos_token": "<s>", "eos_token": null}', { bos_token: '<s>', eos_token: null }],
  ['objects', '{"eos_token": {"content": "</s>", "lstrip": false}}', { eos_token: '</s>' }],
  ['nothing', null, {}],
])('special tokens are told as %s', async (_, content, expected) => {
  const folder = temporaryFolder(content === null ? {} : { 'tokenizer_config.json': content });
  expect(await tokenizerConfigOf(folder)).toEqual(expected);
});

test('a file of weights has none beside it', async () => {
  const folder = temporaryFolder({ 'model.gguf': 'x' });
  expect(await tokenizerConfigOf(join(folder, 'model.gguf'))).toEqual({});
});

test('one that cannot be understood is not a missing one', async () => {
  const folder = temporaryFolder({ 'tokenizer_config.json': '{"bos_token": 1}' });
  await expect(tokenizerConfigOf(folder)).rejects.toMatchObject({
    ...{ kind: 'checkpoint', message: expect.stringContaining('bos_token cannot be understood') },
  });
});
