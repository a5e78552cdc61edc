import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unpack } from '../../src/results/unpack.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type ZipEntry, zip } from '../support/zip.ts';

const LIMITS = { files: 3, fileBytes: 10_000, totalBytes: 15_000, depth: 4 };
const GOOD = { name: 'run/candidate/run.json', content: '{}' };

async function attempt(entries: readonly ZipEntry[] | Buffer) {
  const place = (name: string) => (name.startsWith('run/candidate/') ? name : null);
  const folder = temporaryFolder();
  await writeFile(join(folder, 'a.zip'), Buffer.isBuffer(entries) ? entries : zip(entries));
  return { folder, files: await unpack(join(folder, 'a.zip'), folder, place, LIMITS) };
}

describe('what a stranger has packed', () => {
  test('is unpacked where it belongs, and the rest is left', async () => {
    const { folder, files } = await attempt([
      GOOD,
      { name: 'run/candidate/facts/', content: '', mode: 0o040755 },
      { name: 'report/verdict.json', content: '{"verdict":"pass"}' },
    ]);
    expect(files).toBe(1);
    expect(await readFile(join(folder, 'run/candidate/run.json'), 'utf8')).toBe('{}');
    expect((await readdir(folder)).sort()).toEqual(['a.zip', 'run']);
  });

  test.each<[string, readonly ZipEntry[] | Buffer, string]>([
    ['a path that leads out', [GOOD, { name: '../evil', content: 'x' }], 'invalid relative path'],
    [
      'a path that leads out half-way',
      [{ name: 'run/candidate/../../evil', content: 'x' }],
      'invalid relative path',
    ],
    ['an absolute path', [{ name: '/etc/cron.d/evil', content: 'x' }], 'absolute path'],
    ['a path of Windows', [{ name: 'run\\candidate\\x', content: 'x' }], 'invalid characters'],
    ['a stream of Windows', [{ name: 'run/candidate/x:y', content: 'x' }], 'no artifact can have'],
    ['a name of two lines', [{ name: 'run/candidate/x\n::error::y', content: 'x' }], 'no artifact can have'],
    ['a link', [{ ...GOOD, content: '/etc/passwd', mode: 0o120777 }], 'is a link or a device'],
    [
      'a link beside what is read',
      [GOOD, { name: 'x', content: '/', mode: 0o120777 }],
      'is a link or a device',
    ],
    ['a device', [{ ...GOOD, mode: 0o060644 }], 'is a link or a device'],
    ['a name that is there twice', [GOOD, GOOD], 'EEXIST'],
    [
      'a file that is too large',
      [{ ...GOOD, content: 'x'.repeat(10_001) }],
      'unpacks to more than 10000 bytes',
    ],
    [
      'files that are too large together',
      [GOOD, { name: 'a', content: 'x'.repeat(9_000) }, { name: 'b', content: 'x'.repeat(9_000) }],
      'unpacks to more than 15000 bytes',
    ],
    [
      'a bomb that lies about its size',
      [{ ...GOOD, content: 'x'.repeat(5_000_000), claims: 100 }],
      'too many bytes',
    ],
    [
      'too many files',
      Array.from({ length: 4 }, (_, index) => ({ name: `f${index}`, content: '' })),
      'more than 3 files',
    ],
    ['too many folders', [{ name: 'a/b/c/d/e', content: '' }], 'more than 4 folders deep'],
    ['no zip', Buffer.from('<html>'), 'cannot be unpacked'],
    ['half a zip', zip([GOOD]).subarray(0, 60), 'cannot be unpacked'],
  ])('%s condemns the whole', async (_, entries, message) => {
    await expect(attempt(entries)).rejects.toThrow(message);
    await expect(attempt(entries)).rejects.toThrow('the artifact is refused');
  });
});
