import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askGit, mergeBase, readAtRevision, resolveRevision } from '../../src/process/git.ts';
import { commit, git, repository } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** main: 1, 2; a branch from 1 that changes the file. */
function forked() {
  const { folder, first } = repository({ 'models/model.yaml': 'path: one.gguf\n' });
  git(folder, 'checkout', '-qb', 'change');
  commit(folder, { 'models/model.yaml': 'path: mine.gguf\n' });
  git(folder, 'checkout', '-q', 'main');
  const second = commit(folder, { 'models/model.yaml': 'path: two.gguf\n' });
  git(folder, 'checkout', '-q', 'change');
  return { folder, first, second };
}

describe('git', () => {
  test('reads a file as a commit has it, from any folder of the repository', async () => {
    const { folder, first } = forked();
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
    const { folder, second } = forked();
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
      const { folder } = forked();
      await expect(readAtRevision(folder, revision, 'models/model.yaml')).rejects.toMatchObject({
        kind: 'data',
      });
      await expect(mergeBase(folder, revision, 'HEAD')).rejects.toMatchObject({ kind: 'data' });
    },
  );

  test('a file that is not there, and a folder, are no files', async () => {
    const { folder } = forked();
    for (const path of ['nothing.yaml', 'models']) {
      await expect(readAtRevision(folder, 'main', path)).rejects.toMatchObject({ kind: 'data' });
    }
  });

  test('outside of a repository there are no answers', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'plain'));
    expect(await askGit(folder, ['rev-parse', 'HEAD'])).toBeNull();
    expect(await askGit(forked().folder, ['rev-parse', '--abbrev-ref', 'HEAD'])).toBe('change');
  });
});
