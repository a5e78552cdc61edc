import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { WeighbridgeError } from '../../../../src/core/domain/errors.ts';
import { findWeights } from '../../../../src/tasks/engines/llama-cpp/checkpoint-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'weighbridge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const safetensors = Buffer.concat([
  Buffer.from([40, 0, 0, 0, 0, 0, 0, 0]),
  Buffer.from('{"weight":{"dtype":"F32"}}'),
]);

describe('what is not GGUF is refused, with the way out', () => {
  test.each([
    { name: 'model.pt', content: 'PK\x03\x04archive', message: 'pickle', fix: 'safetensors' },
    { name: 'renamed.gguf', content: 'PK\x03\x04archive', message: 'pickle', fix: 'safetensors' },
    { name: 'raw.gguf', content: Buffer.from([0x80, 4, 0x95, 0]), message: 'pickle', fix: 'safetensors' },
    { name: 'old.gguf', content: Buffer.from([0x80, 2, 0x8a, 10]), message: 'pickle', fix: 'safetensors' },
    { name: 'pytorch_model.bin', content: 'anything', message: 'extension of a pickle-based', fix: 'GGUF' },
    { name: 'last.CKPT', content: 'anything', message: 'extension of a pickle-based', fix: 'GGUF' },
    { name: 'a.pth', content: 'anything', message: 'extension of a pickle-based', fix: 'GGUF' },
    { name: 'a.pkl', content: 'anything', message: 'extension of a pickle-based', fix: 'GGUF' },
    {
      name: 'model.safetensors',
      content: safetensors,
      message: 'safetensors file',
      fix: 'convert_hf_to_gguf',
    },
    { name: 'empty.gguf', content: '', message: 'is empty', fix: 'step that wrote' },
    {
      name: 'pointer.gguf',
      content: 'version https://git-lfs.github.com/spec/v1\noid',
      message: 'Git LFS pointer',
      fix: 'lfs',
    },
    {
      name: 'noise.gguf',
      content: '\x1b[31mhostile',
      message: 'not a GGUF file (it begins with "\\u001b[31")',
      fix: 'convert',
    },
  ])('$name', async ({ name, content, message, fix }) => {
    const path = write(name, content);
    const error: unknown = await findWeights(path).catch((reason: unknown) => reason);
    if (!(error instanceof WeighbridgeError)) throw new Error('it was accepted');
    expect(error.kind).toBe('checkpoint');
    expect(error.message).toContain(message);
    expect(error.fix).toContain(fix);
    expect(error.at).toEqual({ file: path });
  });

  test('a file that is not there', async () => {
    await expect(findWeights(join(folder, 'nowhere.gguf'))).rejects.toMatchObject({
      message: 'the checkpoint cannot be opened',
      at: { file: join(folder, 'nowhere.gguf') },
    });
  });

  test.each([
    ['org/Model-2.5-7B', 'a name of the Hub is written hf:org/name@<full commit>; check the path'],
    ['nowhere/model.gguf', 'check the path'],
  ])('%s', async (name, fix) => {
    const path = join(folder, 'none', name);
    await expect(findWeights(path)).rejects.toMatchObject({ fix: expect.stringMatching(`^${fix}`) });
  });

  test.each([
    { files: ['b.gguf', 'a.gguf'], message: 'is a folder', fix: 'a.gguf, b.gguf' },
    { files: [], message: 'neither a GGUF file nor results', fix: 'name a .gguf' },
  ])('a folder with $files', async ({ files, message, fix }) => {
    const path = mkdtempSync(join(folder, 'model-'));
    for (const file of files) writeFileSync(join(path, file), '');
    await expect(findWeights(path)).rejects.toMatchObject({
      kind: 'checkpoint',
      message: expect.stringContaining(message),
      fix: expect.stringContaining(fix),
    });
  });
});

describe('what is GGUF', () => {
  test('goes by its content, not its name', async () => {
    const path = write('ggml-model.bin', 'GGUF....');
    expect(await findWeights(path)).toEqual([path]);
  });

  test('a split model is all its parts', async () => {
    mkdirSync(join(folder, 'split'));
    const parts = [1, 2].map((i) => write(`split/m-0000${i}-of-00002.gguf`, `GGUF${i}`));
    expect(await findWeights(parts[0] ?? '')).toEqual(parts);
    await expect(findWeights(parts[1] ?? '')).rejects.toThrow('is part 2 of a split model');
  });

  test('a split model with a part missing', async () => {
    const path = write('torn-00001-of-00002.gguf', 'GGUF');
    await expect(findWeights(path)).rejects.toMatchObject({
      at: { file: join(folder, 'torn-00002-of-00002.gguf') },
    });
  });
});
