import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { makeDirectory, namedFault, pathMeant } from '../../../src/results/store/disk-faults.ts';
import { faultOf } from '../../support/fault.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test.each(['/proc/nope', '/proc/nope/a/b', '/sys/nope/a'])(
  '%s cannot be made, which is said at once',
  async (path) => {
    const { kind, text } = await faultOf(() => makeDirectory(path));
    expect([kind, text]).toEqual(['engine', expect.stringMatching(/^\/(proc|sys)\/nope.*\n {2}fix: /)]);
  },
);

test('a folder is made with those that it needs, and one that is there stays', async () => {
  const folder = temporaryFolder({ file: '' });
  const path = join(folder, 'a/b/c');
  await Promise.all([makeDirectory(path), makeDirectory(path), makeDirectory(join(folder, 'a/b'))]);
  await makeDirectory(path);
  expect(readdirSync(join(folder, 'a/b'))).toEqual(['c']);
  expect((await faultOf(() => makeDirectory(join(folder, 'file/x')))).text).toContain('a file stands');
});

test.each([
  ['facts.json', 'facts.jsonl'],
  ['fact.jsonl', 'facts.jsonl'],
  ['weighbridge.yaml', 'weighbridge.yml'],
  ['facts.dev.json', 'facts.dev.jsonl'],
  ['cand.jsonl', null],
  ['facts.jsonl', null],
  ['nowhere/facts.jsonl', null],
])('where nothing is at %s, %s beside it may be meant', (written, meant) => {
  const folder = temporaryFolder({
    'facts.jsonl': '',
    'facts.dev.jsonl': '',
    'weighbridge.yml': '',
    '.git/x': '',
  });
  expect(pathMeant(join(folder, written))).toBe(
    meant === null ? '' : `did you mean ${join(folder, meant)}? `,
  );
});

test('nothing of ours lets Node make folders its own way', () => {
  const src = resolve(import.meta.dirname, '../../../src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const found = files.filter((name) =>
    /mkdir(Sync)?\([^;]*recursive/.test(readFileSync(join(src, name), 'utf8')),
  );
  expect(files.length).toBeGreaterThan(300);
  expect(found).toEqual([]);
});

test.each([
  [{ code: 'EROFS', path: '/x', syscall: 'open' }, true],
  [{ code: 'EPERM', path: '/x', syscall: 'rename' }, true],
  [{ code: 'EISDIR', path: '/x', syscall: 'open' }, true],
  [{ code: 'ENOENT', path: '/x', syscall: 'open' }, false],
  [{ code: 'EACCES', path: '/x', syscall: 'spawn /x' }, false],
  [{ code: 'EACCES', syscall: 'connect' }, false],
  [undefined, false],
])('%j is the disk that refuses: %s', (error, is) => {
  expect(namedFault(error) !== null).toBe(is);
});
