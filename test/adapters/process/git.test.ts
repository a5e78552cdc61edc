import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  askGit,
  folderInRepository,
  mergeBase,
  readAtRevision,
  resolveRevision,
} from '../../../src/adapters/process/git.ts';
import { GitRepository } from '../../support/git-repository.ts';

let root: string;
let repository: GitRepository;
const commits: Record<string, string> = {};

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'weighbridge git #'));
  repository = new GitRepository(join(root, 'work'));
  commits.fork = repository.commit({ 'a b/policy.yml': 'limit: 2pp\n', '-x.yml': 'dash\n' });
  commits.main = repository.commit({ 'other.txt': 'x' });
  repository.git('checkout', '--quiet', '-b', 'feature', commits.fork);
  commits.head = repository.commit({ 'a b/policy.yml': 'limit: 5pp\n' });
});
afterAll(() => rm(root, { recursive: true }));

const at = (name: string) => commits[name] ?? '';

describe('a file of a revision', () => {
  test.each([
    ['fork', 'a b/policy.yml', 'limit: 2pp\n'],
    ['head', 'a b/policy.yml', 'limit: 5pp\n'],
    ['head', '-x.yml', 'dash\n'],
    ['head', 'other.txt', null],
    ['head', '*.yml', null],
  ])('%s %s', async (revision, path, content) => {
    const bytes = await readAtRevision(repository.folder, at(revision), path);
    expect(bytes?.toString() ?? null).toBe(content);
  });

  test.each(['0'.repeat(40), '--output=/tmp/x', 'main; id', ''])(
    'the revision %j is not there',
    async (revision) => {
      await expect(readAtRevision(repository.folder, revision, 'x')).rejects.toThrow('has no revision');
    },
  );

  test('a folder or a link is no file', async () => {
    symlinkSync('/etc/passwd', join(repository.folder, 'link.yml'));
    const commit = repository.commit({});
    await expect(readAtRevision(repository.folder, commit, 'link.yml')).rejects.toThrow('not a plain file');
    await expect(readAtRevision(repository.folder, commit, 'a b')).rejects.toThrow('not a plain file');
    repository.commit({ 'link.yml': null });
  });

  test('where the config lies in the repository', async () => {
    expect(await folderInRepository(repository.folder)).toBe('');
    expect(await folderInRepository(join(repository.folder, 'a b'))).toBe('a b/');
    expect(await folderInRepository(root)).toBeNull();
  });

  test('a folder that somebody filled like a repository is none', async () => {
    const folder = join(repository.folder, 'a b');
    for (const name of ['objects', 'refs']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'HEAD'), 'ref: refs/heads/main\n');
    expect(await folderInRepository(folder)).toBeNull();
    for (const name of ['objects', 'refs', 'HEAD']) rmSync(join(folder, name), { recursive: true });
  });
});

describe('the commit where two went apart', () => {
  test('is known of a whole clone', async () => {
    expect(await mergeBase(repository.folder, at('main'), at('head'))).toBe(at('fork'));
    expect(await mergeBase(repository.folder, 'main', 'f'.repeat(40))).toBeNull();
  });

  test('is not told by a shallow clone, which could name an older one', async () => {
    const shallow = join(root, 'shallow');
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${repository.folder}`, shallow]);
    expect(await mergeBase(shallow, 'HEAD', 'HEAD')).toBeNull();
  });
});

test('settings of a hostile repository run nothing, not even for an object that is missing', async () => {
  const hostile = new GitRepository(join(root, 'hostile'));
  const commit = hostile.commit({ 'weighbridge.yml': 'x', '.gitattributes': '* filter=evil diff=evil' });
  const mark = join(root, 'ran');
  const command = `touch ${mark}; false`;
  for (const [key, value] of [
    ...[
      ['core.fsmonitor', command],
      ['core.sshCommand', command],
      ['core.pager', command],
      ['core.editor', command],
    ],
    ...[
      ['filter.evil.smudge', command],
      ['diff.evil.textconv', command],
      ['diff.external', command],
    ],
    ...[
      ['remote.evil.url', `ext::sh -c "${command}"`],
      ['remote.evil.promisor', 'true'],
    ],
    ...[
      ['extensions.partialClone', 'evil'],
      ['protocol.ext.allow', 'always'],
      ['alias.ls-tree', `!${command}`],
    ],
    ['core.repositoryFormatVersion', '1'],
  ] as const) {
    hostile.git('config', key ?? '', value ?? '');
  }
  expect((await readAtRevision(hostile.folder, commit, 'weighbridge.yml'))?.toString()).toBe('x');
  await expect(readAtRevision(hostile.folder, 'f'.repeat(40), 'weighbridge.yml')).rejects.toThrow(
    'has no revision',
  );
  await mergeBase(hostile.folder, commit, 'e'.repeat(40));
  expect(existsSync(mark)).toBe(false);
});

describe('names and questions', () => {
  test('a name stands for its commit', async () => {
    expect(await resolveRevision(repository.folder, 'HEAD')).toMatch(/^[0-9a-f]{40}$/);
  });

  test.each(['--upload-pack=x', '', 'a b', '-x', ':/message', 'nowhere'])('%j is no commit', async (name) => {
    await expect(resolveRevision(repository.folder, name)).rejects.toMatchObject({
      kind: 'data',
      fix: expect.stringContaining('fetch-depth: 0'),
    });
  });

  test('outside of a repository there are no answers', async () => {
    expect(await askGit(root, ['rev-parse', 'HEAD'])).toBeNull();
    expect(await askGit(repository.folder, ['rev-parse', '--is-inside-work-tree'])).toBe('true');
  });
});
