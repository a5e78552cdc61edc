import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import {
  bytesOf,
  companionFile,
  filesAt,
  headOf,
  isPlainUtf8,
  unpackedName,
} from '../../../src/results/formats/files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { zstdFrame } from '../../support/zip.ts';

describe('a file that is packed with Zstandard', () => {
  const textOf = async (file: string) => {
    const parts: Buffer[] = [];
    for await (const part of bytesOf(file)) parts.push(part);
    return Buffer.concat(parts).toString();
  };
  const packed = (bytes: Buffer) => {
    const file = join(temporaryFolder(), 'f.jsonl.zst');
    writeFileSync(file, bytes);
    return file;
  };
  const text = '{"a": 1}\n'.repeat(1000);

  test('is read as what is in it, frame by frame', async () => {
    const file = packed(Buffer.concat([zstdFrame(Buffer.from(text)), zstdFrame(Buffer.from('end'))]));
    expect(await textOf(file)).toBe(`${text}end`);
    expect(await headOf(file)).toBe(`${text}end`);
    expect(isPlainUtf8(file)).toBe(false);
    expect(unpackedName('f.jsonl.zst')).toBe('f.jsonl');
  });

  test('says so where it is torn', () =>
    expect(textOf(packed(zstdFrame(Buffer.from(text)).subarray(0, 2000)))).rejects.toThrow(
      'cannot be decompressed',
    ));
});

describe('a file that is packed with gzip', () => {
  /** Of digits by chance, of which a byte holds two or so: packed it is longer than what is unpacked by itself at first. */
  const random = mulberry32(1);
  const text = Array.from({ length: 20_000 }, () => Math.floor(random() * 1e6)).join('\n');
  const packed = gzipSync(text);

  async function read(bytes: Buffer): Promise<{ readonly text: string; readonly error: unknown }> {
    const file = join(temporaryFolder(), 'f.jsonl.gz');
    writeFileSync(file, bytes);
    const parts: Buffer[] = [];
    try {
      for await (const part of bytesOf(file)) parts.push(part);
      return { text: Buffer.concat(parts).toString(), error: null };
    } catch (error) {
      return { text: Buffer.concat(parts).toString(), error };
    }
  }

  test.each([
    ['in one piece', packed, text],
    ['in two', Buffer.concat([packed, gzipSync('end')]), `${text}end`],
    [
      'in many that are short',
      Buffer.concat(Array.from({ length: 900 }, () => gzipSync('a line\n'))),
      'a line\n'.repeat(900),
    ],
    ['that is short', gzipSync('short'), 'short'],
    ['of nothing', gzipSync(''), ''],
  ])('%s is read as what is in it, once', async (_, bytes, expected) => {
    expect(await read(bytes)).toEqual({ text: expected, error: null });
  });

  test.each([
    ['near its end', packed.subarray(0, -1000)],
    ['at its beginning', packed.subarray(0, 500)],
    [
      'in its middle',
      Buffer.concat([packed.subarray(0, 40_000), Buffer.alloc(1000), packed.subarray(41_000)]),
    ],
  ])('torn %s is told, and what stands before that is read once', async (_, bytes) => {
    const { text: found, error } = await read(bytes);
    expect(String(error)).toContain('cannot be decompressed');
    const sound = found.slice(0, 20_000);
    expect(text.startsWith(sound)).toBe(true);
    expect(found.length).toBeLessThan(1.1 * text.length);
  });
});

test('what other programs keep beside results is no result', async () => {
  const folder = temporaryFolder({
    'a.json': '',
    'b.json.gz': '',
    '.ipynb_checkpoints/a-checkpoint.json': '',
    '.cache/huggingface/a.json': '',
    '__MACOSX/._a.json': '',
    '._a.json': '',
  });
  const found = await filesAt(folder, { depth: 3, names: /\.json$/ }, async () => true);
  expect(found).toEqual([join(folder, 'a.json'), join(folder, 'b.json.gz')]);
});

describe('a file beside results', () => {
  test('is itself, or a link that stays with them', async () => {
    const folder = temporaryFolder({ 'results.json': '', 'samples.jsonl': '', 'real/other.jsonl': '' });
    symlinkSync('real/other.jsonl', join(folder, 'link.jsonl'));
    for (const name of ['samples.jsonl', 'link.jsonl']) {
      expect(await companionFile(folder, join(folder, name))).toBe(join(folder, name));
    }
  });

  test('may be a link as the results are, as in a download cache', async () => {
    const cache = temporaryFolder({ 'blobs/a': '', 'blobs/b': '', 'elsewhere/c': '' });
    const folder = join(cache, 'snapshot');
    mkdirSync(folder);
    for (const [name, target] of Object.entries({
      results: 'blobs/a',
      samples: 'blobs/b',
      out: 'elsewhere/c',
    }))
      symlinkSync(`../${target}`, join(folder, name));
    const results = join(folder, 'results');
    expect(await companionFile(folder, join(folder, 'samples'), { beside: results })).toBe(
      join(folder, 'samples'),
    );
    await expect(companionFile(folder, join(folder, 'out'), { beside: results })).rejects.toThrow(
      'leads out',
    );
    await expect(companionFile(folder, join(folder, 'samples'))).rejects.toThrow('leads out');
  });

  test.each(['missing', 'folder'])('is none where it is %s', async (name) => {
    const folder = temporaryFolder({ 'folder/x': '' });
    expect(await companionFile(folder, join(folder, name))).toBeNull();
  });

  test('that was not fetched is a link to nothing', async () => {
    const folder = temporaryFolder();
    symlinkSync('.git/annex/objects/x', join(folder, 'samples'));
    await expect(companionFile(folder, join(folder, 'samples'))).rejects.toThrow('leads to nothing');
  });
});

describe('the files of a folder', () => {
  const files = { 'b.json': '', 'a.json': '', 'c.txt': '', '1/d.json': '', '1/2/e.json': '' };

  test.each([
    [0, ['a.json', 'b.json']],
    [1, ['1/d.json', 'a.json', 'b.json']],
    [2, ['1/2/e.json', '1/d.json', 'a.json', 'b.json']],
  ])('down to %s folders below it, sorted', async (depth, expected) => {
    const folder = temporaryFolder(files);
    const found = await filesAt(folder, { depth, names: /\.json$/ }, async () => true);
    expect(found).toEqual(expected.map((name) => join(folder, name)));
  });

  test('are none where only a file can be named', async () => {
    expect(await filesAt(temporaryFolder(files), null, async () => true)).toEqual([]);
  });

  test('are one that is named, whatever it is called', async () => {
    const file = join(temporaryFolder(files), 'c.txt');
    expect(await filesAt(file, { depth: 0, names: /\.json$/ }, async () => true)).toEqual([file]);
  });
});
