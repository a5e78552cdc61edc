import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askGit, mergeBase, readAtRevision, resolveRevision } from '../../src/process/git.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@b',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@b',
    },
  }).trim();

/** main: 1, 2; a branch from 1 that changes the file. */
function repository() {
  const folder = temporaryFolder({ 'models/model.yaml': 'path: one.gguf\n' });
  const commit = (message: string) => {
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', message);
    return git(folder, 'rev-parse', 'HEAD');
  };
  git(folder, 'init', '-q', '-b', 'main');
  const first = commit('one');
  git(folder, 'checkout', '-qb', 'change');
  writeFileSync(join(folder, 'models/model.yaml'), 'path: mine.gguf\n');
  commit('mine');
  git(folder, 'checkout', '-q', 'main');
  writeFileSync(join(folder, 'models/model.yaml'), 'path: two.gguf\n');
  const second = commit('two');
  git(folder, 'checkout', '-q', 'change');
  return { folder, first, second };
}

describe('git', () => {
  test('reads a file as a commit has it, from any folder of the repository', async () => {
    const { folder, first } = repository();
    expect(await mergeBase(folder, 'main', 'HEAD')).toBe(first);
    expect(await resolveRevision(folder, first.slice(0, 10))).toBe(first);
    expect(String(await readAtRevision(folder, first, 'models/model.yaml'))).toBe('path: one.gguf\n');
    expect(String(await readAtRevision(join(folder, 'models'), 'main', 'model.yaml'))).toBe(
      'path: two.gguf\n',
    );
    expect(String(await readAtRevision(join(folder, 'models'), 'main', '../models/model.yaml'))).toContain(
      'two',
    );
  });

  test('a clone of one commit has no merge base, and says how to get it', async () => {
    const { folder, second } = repository();
    const clone = join(temporaryFolder(), 'clone');
    git('/', 'clone', '-q', '--depth', '1', `file://${folder}`, clone);
    await expect(mergeBase(clone, second, 'HEAD')).rejects.toMatchObject({
      kind: 'data',
      fix: expect.stringContaining('fetch-depth: 0') as string,
    });
  });

  test.each(['--upload-pack=x', '', 'a b', '-x', ':/message', 'main:secret'])(
    '%j is no commit',
    async (revision) => {
      const { folder } = repository();
      await expect(readAtRevision(folder, revision, 'models/model.yaml')).rejects.toMatchObject({
        kind: 'data',
      });
      await expect(mergeBase(folder, revision, 'HEAD')).rejects.toMatchObject({ kind: 'data' });
    },
  );

  test('a file that is not there, and a folder, are no files', async () => {
    const { folder } = repository();
    for (const path of ['nothing.yaml', 'models']) {
      await expect(readAtRevision(folder, 'main', path)).rejects.toMatchObject({ kind: 'data' });
    }
  });

  test('outside of a repository there are no answers', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'plain'));
    expect(await askGit(folder, ['rev-parse', 'HEAD'])).toBeNull();
    expect(await askGit(repository().folder, ['rev-parse', '--abbrev-ref', 'HEAD'])).toBe('change');
  });
});
