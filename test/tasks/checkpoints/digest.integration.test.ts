import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import {
  type CheckpointDigest,
  digestCheckpoint,
  digestFiles,
} from '../../../src/tasks/checkpoints/digest.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const FIXTURES = resolve(import.meta.dirname, '../../../fixtures/checkpoints');
const sha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');

const digest = (path: string): Promise<CheckpointDigest> => digestCheckpoint({ kind: 'file', path });
const digestOf = async (path: string) => (await digest(path)).identity.digest;

/** A safetensors file of one tensor of four bytes. */
function safetensors(values: readonly number[], dtype = 'U8'): Buffer {
  const header = Buffer.from(
    JSON.stringify({ w: { dtype, shape: [values.length], data_offsets: [0, values.length] } }),
  );
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, Buffer.from(values)]);
}

const ONE = safetensors([1, 2, 3, 4]);
const TWO = safetensors([1, 2, 3, 5]);

describe('what a checkpoint is', () => {
  test('a file has the digest that sha256sum prints, and its header is read', async () => {
    const path = join(FIXTURES, 'base.gguf');
    const { identity, dtype } = await digest(path);
    expect(identity).toEqual({
      source: path,
      digest: `sha256:${sha256(readFileSync(path))}`,
      adapter_digest: null,
      architecture: 'llama',
      parameter_count: 787_584,
      quantization: 'F16',
    });
    expect(dtype).toBe('F16+F32');
  });

  test('an adapter has a digest of its own beside its base', async () => {
    const [base, adapter] = [join(FIXTURES, 'base.gguf'), join(FIXTURES, 'adapter-tickets.gguf')];
    const { identity } = await digestCheckpoint({ kind: 'adapter', base, adapter });
    expect(identity.digest).toBe(await digestOf(base));
    expect(identity.adapter_digest).toBe(`sha256:${sha256(readFileSync(adapter))}`);
  });

  test('a Hugging Face folder is its sorted manifest, and says what its weights are', async () => {
    const folder = join(FIXTURES, 'hf/base');
    const { identity, dtype } = await digest(folder);
    expect(identity).toMatchObject({ architecture: 'llama', parameter_count: 787_584, quantization: null });
    expect(dtype).toBe('F16');
    const lines = readdirSync(folder)
      .sort()
      .map((name) => `${sha256(readFileSync(join(folder, name)))}  ${JSON.stringify(name)}\n`);
    // The lines are sorted whole, so the order in which a disk lists names cannot matter.
    expect(identity.digest).toBe(`sha256:${sha256(lines.sort().join(''))}`);
  });

  test('two checkpoints saved under one folder name are told apart', async () => {
    const [left, right] = ['a', 'b'].map((place, index) => {
      const content = index === 0 ? ONE : TWO;
      return join(temporaryFolder({ [`${place}/my-model/model.safetensors`]: content }), place, 'my-model');
    });
    expect(await digestOf(left ?? '')).not.toBe(await digestOf(right ?? ''));
  });

  test('one checkpoint has one digest under every name', async () => {
    const folder = temporaryFolder({ 'here/model.safetensors': ONE, 'there/model.safetensors': ONE });
    expect(await digestOf(join(folder, 'here'))).toBe(await digestOf(join(folder, 'there')));
  });

  test.each([
    ['a renamed file', { 'b.safetensors': ONE }],
    ['one more file', { 'a.safetensors': ONE, 'tokenizer.json': '{}' }],
    ['files that trade places', { 'a.safetensors': TWO, 'b.safetensors': ONE }],
  ])('%s is another checkpoint', async (_, files: Record<string, Uint8Array | string>) => {
    const others = [{ 'a.safetensors': ONE }, { 'a.safetensors': ONE, 'b.safetensors': TWO }];
    const digests = await Promise.all([files, ...others].map((each) => digestOf(temporaryFolder(each))));
    // A single file in a folder has no name in its digest: it is the file that is loaded.
    const distinct = 'b.safetensors' in files && Object.keys(files).length === 1 ? 2 : 3;
    expect(new Set(digests).size).toBe(distinct);
  });

  test('what git and the Hugging Face client keep beside the weights does not count', async () => {
    const plain = temporaryFolder({ 'm.safetensors': ONE });
    const cloned = temporaryFolder({
      'm.safetensors': ONE,
      '.git/index': 'x',
      '.cache/huggingface/m.lock': '',
    });
    expect(await digestOf(cloned)).toBe(await digestOf(plain));
  });

  test('a split GGUF is all of its parts', async () => {
    const folder = temporaryFolder({ 'm-00001-of-00002.gguf': 'GGUF1', 'm-00002-of-00002.gguf': 'GGUF2' });
    const files = ['m-00001-of-00002.gguf', 'm-00002-of-00002.gguf'].map((name) => ({
      name,
      path: join(folder, name),
    }));
    const before = await digestFiles(files);
    writeFileSync(join(folder, 'm-00002-of-00002.gguf'), 'GGUF3');
    expect(await digestFiles(files)).not.toBe(before);
  });

  test('large files are hashed in threads, with the same result', async () => {
    const content = Buffer.alloc(40 * 1024 * 1024, 7);
    const folder = temporaryFolder({ 'a.bin': content, 'b.bin': content });
    const one = { name: 'a.bin', path: join(folder, 'a.bin') };
    expect(await digestFiles([one])).toBe(`sha256:${sha256(content)}`);
    // Another file: the digest of the first may be remembered.
    const two = { name: 'b.bin', path: join(folder, 'b.bin') };
    const aborted = AbortSignal.abort(new Error('enough'));
    await expect(digestFiles([two], { signal: aborted })).rejects.toThrow('enough');
    const later = new AbortController();
    const running = digestFiles([two], { signal: later.signal });
    later.abort(new Error('stopped'));
    await expect(running).rejects.toThrow('stopped');
  });
});

describe('digests are remembered', () => {
  test('by nothing that an earlier job could have written', async () => {
    const cache = temporaryFolder();
    vi.stubEnv('WEIGHBRIDGE_CACHE', cache);
    try {
      const path = join(FIXTURES, 'base.gguf');
      const { size, mtimeNs, ctimeNs, ino, dev } = statSync(path, { bigint: true });
      const state = [size, mtimeNs, ctimeNs, ino, dev].join(' ');
      // Where they were kept once.
      mkdirSync(join(cache, 'digests'));
      const entry = join(cache, 'digests', `${sha256(path).slice(0, 32)}.json`);
      writeFileSync(entry, JSON.stringify({ file: path, state, digest: 'f'.repeat(64) }));
      const printed = `sha256:${sha256(readFileSync(path))}`;
      expect([await digestOf(path), await digestOf(path)]).toEqual([printed, printed]);
      expect(readdirSync(join(cache, 'digests'))).toHaveLength(1);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test('not for a file that is written while it is young', async () => {
    const path = join(temporaryFolder({ 'm.safetensors': ONE }), 'm.safetensors');
    const first = await digestOf(path);
    writeFileSync(path, TWO);
    expect(await digestOf(path)).not.toBe(first);
  });

  test('a file put in place of another with the same size and time is another file', async () => {
    const folder = temporaryFolder({ 'm.safetensors': ONE, 'n.safetensors': TWO });
    const [path, other] = [join(folder, 'm.safetensors'), join(folder, 'n.safetensors')];
    const { mtime } = statSync(path);
    const first = await digestOf(path);
    renameSync(other, path);
    utimesSync(path, mtime, mtime);
    expect(await digestOf(path)).not.toBe(first);
  });
});

describe('pickles are refused before anything loads them', () => {
  /** What torch.save writes: a ZIP whose entries begin with `<name>/data.pkl`. */
  const torch = Buffer.concat([
    Buffer.from('PK\x03\x04', 'latin1'),
    Buffer.alloc(26),
    Buffer.from('archive/data.pkl\x80\x02.', 'latin1'),
  ]);

  test.each([
    ['pytorch_model.bin', torch],
    ['weights.dat', torch],
    ['model.safetensors.bak', Buffer.from([0x80, 4, 0x95, 0])],
    ['training_args.bin', Buffer.from([0x80, 2, 0x8a, 10])],
    ['deep/er/optimizer.pt', Buffer.from('anything')],
    ['old.CKPT', Buffer.from('(lp0')],
    ['adapter_model.bin', Buffer.from('anything')],
  ])('%s', async (name, content) => {
    const folder = temporaryFolder({ 'model.safetensors': ONE, [name]: content });
    await expect(digest(folder)).rejects.toMatchObject({
      kind: 'checkpoint',
      message: expect.stringContaining(JSON.stringify(name)) as string,
      fix: expect.stringContaining('safetensors') as string,
    });
    await expect(digest(join(folder, name))).rejects.toThrow('pickles');
  });

  test('a ZIP of other things, and a .bin that is no pickle, are none', async () => {
    const zip = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      Buffer.alloc(26),
      Buffer.from('arrays/a.npy'),
    ]);
    const folder = temporaryFolder({
      'model.safetensors': ONE,
      'arrays.npz': zip,
      'vocabulary.bin': 'words',
    });
    expect((await digest(folder)).dtype).toBe('U8');
  });

  test('even where the name of the entry stands only at the end of a long archive', async () => {
    const archive = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      Buffer.alloc(600_000),
      Buffer.from('x/data.pkl\0'),
    ]);
    await expect(digest(temporaryFolder({ 'm.safetensors': ONE, blob: archive }))).rejects.toThrow('"blob"');
  });
});

describe('links', () => {
  test('out of the folder are refused, whatever they lead to', async () => {
    const outside = temporaryFolder({ 'secret.safetensors': ONE, 'folder/x': '' });
    for (const target of ['secret.safetensors', 'folder', 'nothing']) {
      const folder = temporaryFolder({ 'config.json': '{}' });
      symlinkSync(join(outside, target), join(folder, 'model.safetensors'));
      await expect(digest(folder)).rejects.toMatchObject({ kind: 'checkpoint' });
    }
  });

  test('inside the folder, and from a snapshot to the blobs of its Hugging Face cache, are followed', async () => {
    const plain = temporaryFolder({ 'model.safetensors': ONE, 'same.safetensors': ONE });
    const linked = temporaryFolder({ 'model.safetensors': ONE });
    symlinkSync('model.safetensors', join(linked, 'same.safetensors'));
    expect(await digestOf(linked)).toBe(await digestOf(plain));

    const hub = temporaryFolder({ 'models--org--m/blobs/abc': ONE });
    const snapshot = join(hub, 'models--org--m/snapshots/1234');
    mkdirSync(snapshot, { recursive: true });
    for (const name of ['model.safetensors', 'same.safetensors'])
      symlinkSync('../../blobs/abc', join(snapshot, name));
    expect(await digestOf(snapshot)).toBe(await digestOf(plain));
  });
});

describe('weights that are none', () => {
  test.each([
    ['cut short', ONE.subarray(0, ONE.length - 1), 'ends before its last tensor'],
    ['a Git LFS pointer', 'version https://git-lfs.github.com/spec/v1', 'no readable safetensors header'],
    ['empty', '', 'too short'],
  ])('%s', async (_, content, says) => {
    await expect(digest(temporaryFolder({ 'model.safetensors': content }))).rejects.toThrow(says);
  });

  test('GGUF by name only', async () => {
    await expect(digest(join(temporaryFolder({ 'm.gguf': 'GGUF' }), 'm.gguf'))).rejects.toMatchObject({
      kind: 'checkpoint',
    });
  });

  test.each([
    ['nothing there', 'nowhere'],
    ['an empty folder', '.'],
  ])('%s', async (_, name) => {
    await expect(digest(join(temporaryFolder(), name))).rejects.toMatchObject({ kind: 'checkpoint' });
  });

  test('a config.json that is none', async () => {
    const folder = temporaryFolder({ 'model.safetensors': ONE, 'config.json': '{' });
    await expect(digest(folder)).rejects.toThrow('config.json');
  });

  test('quantisation as the config says it, dtypes by how common they are', async () => {
    const config = JSON.stringify({
      model_type: 'qwen3',
      quantization_config: { quant_method: 'gptq', bits: 4 },
    });
    const folder = temporaryFolder({
      'config.json': config,
      'a.safetensors': safetensors([1, 2], 'I32'),
      'b.safetensors': safetensors([1, 2, 3], 'F16'),
    });
    expect(await digest(folder)).toMatchObject({
      identity: { architecture: 'qwen3', quantization: 'gptq 4 bit', parameter_count: 5 },
      dtype: 'F16+I32',
    });
  });

  test('a file that grows while it is read', async () => {
    const folder = temporaryFolder({ 'a.bin': Buffer.alloc(60 * 1024 * 1024) });
    const path = join(folder, 'a.bin');
    // Without a pause, so that it grows between the two looks whenever they are.
    const growing = setInterval(() => appendFileSync(path, 'more'), 1);
    const running = digestFiles([{ name: 'a.bin', path }]);
    await expect(running)
      .rejects.toThrow('changed while it was read')
      .finally(() => clearInterval(growing));
  });
});
