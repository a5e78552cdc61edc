import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFromBranch, updateOnBranch } from '../../../src/adapters/process/git-branch.ts';
import { GitRepository, git } from '../../support/git-repository.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weighbridge-branch-'));
  execFileSync('git', ['init', '--quiet', '--bare', join(folder, 'remote.git')]);
});
afterEach(() => rm(folder, { recursive: true }));

/** A clone of its own, as each job has one. */
function clone(name: string) {
  const repository = new GitRepository(join(folder, name));
  repository.commit({ 'readme.md': name });
  repository.git('remote', 'add', 'origin', join(folder, 'remote.git'));
  return { clone: repository.folder, remote: 'origin', branch: 'weighbridge-history', file: 'history.jsonl' };
}

const lines = (content: string | null) => (content ?? '').split('\n').filter((line) => line !== '');

test('a branch is made of one file, and shares nothing with the code', async () => {
  const place = clone('a');
  expect(await readFromBranch(place)).toBeNull();
  await updateOnBranch(place, 'first', (content) => `${content ?? ''}one\n`);
  await updateOnBranch(place, 'second', (content) => `${content ?? ''}two\n`);
  expect(await readFromBranch(clone('b'))).toBe('one\ntwo\n');
  const remote = join(folder, 'remote.git');
  expect(git(remote, 'ls-tree', '--name-only', 'weighbridge-history')).toBe('history.jsonl');
  expect(git(remote, 'rev-list', '--count', 'weighbridge-history')).toBe('2');
  // Nothing is left in the clone, whose work tree was never touched.
  expect(git(place.clone, 'for-each-ref', 'refs/weighbridge')).toBe('');
  expect(git(place.clone, 'status', '--porcelain')).toBe('');
});

test('ten writers at once, each in a clone of its own: no line is lost', async () => {
  const places = Array.from({ length: 10 }, (_, index) => clone(`writer-${index}`));
  await Promise.all(
    places.map((place, index) =>
      updateOnBranch(place, 'add', (content) => `${content ?? ''}line ${index}\n`),
    ),
  );
  const found = lines(await readFromBranch(clone('reader')));
  expect(found.sort()).toEqual(Array.from({ length: 10 }, (_, index) => `line ${index}`));
});

test('a remote that is not there is told in the words of git', async () => {
  const place = { ...clone('a'), remote: join(folder, 'nowhere.git') };
  await expect(updateOnBranch(place, 'x', () => 'x')).rejects.toMatchObject({
    kind: 'platform',
    message: expect.stringMatching(/could not be used: .*(does not exist|not appear to be a git repository)/),
  });
});
