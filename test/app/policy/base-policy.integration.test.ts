import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClient } from '../../../src/adapters/github/client.ts';
import { readBasePolicy } from '../../../src/app/policy/base-policy.ts';
import { FakeGitHub } from '../../simulator/fake-github.ts';
import { GitRepository } from '../../support/git-repository.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const GATE = 'models/weighbridge.yml';

/** A clone whose base branch has a config in a folder, at the pull request that does something to the folder. */
function clone(
  change: (repository: GitRepository) => void,
  {
    event = 'pull_request',
    configPath = 'weighbridge.yml',
    since = {} as Record<string, string | Uint8Array>,
  } = {},
) {
  const repository = new GitRepository(temporaryFolder());
  const fork = repository.commit({ [GATE]: 'strict\n' });
  const main = repository.git('rev-parse', '--abbrev-ref', 'HEAD');
  repository.git('checkout', '--quiet', '-b', 'feature');
  change(repository);
  const headSha = repository.git('rev-parse', 'HEAD');
  let baseSha = fork;
  if (Object.keys(since).length > 0) {
    repository.git('checkout', '--quiet', main);
    baseSha = repository.commit(since);
    repository.git('checkout', '--quiet', 'feature');
  }
  const checkout = join(repository.folder, 'models');
  const place = { checkout, prefix: 'models/', configPath, remote: null };
  return readBasePolicy({ name: event, baseSha, headSha }, place);
}

const loosen = (repository: GitRepository) => void repository.commit({ [GATE]: 'loose\n' });

test('is that of the base branch, whatever the pull request writes', async () => {
  expect(await clone(loosen)).toMatchObject({ config: 'strict\n' });
});

describe('once the base branch went on', () => {
  const WAIVERS = "version: 1\nwaivers:\n  - { gate: facts/acc, by: a, reason: r, expires: '2027-01-01' }\n";
  const since = { [GATE]: 'stricter\n', 'models/weighbridge-waivers.yml': WAIVERS };

  test('a pull request has what it left and the tip, whose waivers count', async () => {
    const policy = await clone(loosen, { since });
    expect(policy).toMatchObject({ config: 'strict\n', tip: { config: 'stricter\n' } });
    expect(policy.waivers).toMatchObject([{ gate: 'facts/acc', by: 'a' }]);
  });

  test('a merge group has the commit that it is built on alone', async () => {
    const policy = await clone(loosen, { since, event: 'merge_group' });
    expect(policy).toMatchObject({ config: 'stricter\n' });
    expect(policy).not.toHaveProperty('tip');
  });

  test('a config that is no text is at fault there', async () => {
    const bytes = { [GATE]: Buffer.from([0x66, 0xff, 0x0a]) };
    await expect(clone(loosen, { since: bytes })).rejects.toThrow(
      'weighbridge.yml of the base branch is not UTF-8',
    );
  });
});

test.each(['../../weighbridge.yml', '..\\..\\weighbridge.yml'])(
  'a config outside of the repository, %s, has none',
  async (configPath) => {
    await expect(clone(loosen, { configPath })).rejects.toThrow('lies outside of the repository');
  },
);

// red-team 1: the config moved into a submodule
test('a folder that is turned into a submodule is refused', async () => {
  const other = new GitRepository(temporaryFolder());
  other.commit({ 'weighbridge.yml': 'loose\n' });
  const change = (repository: GitRepository) => {
    repository.git('rm', '--quiet', '-r', 'models');
    const add = ['submodule', '--quiet', 'add', other.folder, 'models'];
    repository.git('-c', 'protocol.file.allow=always', ...add);
    repository.commit({});
  };
  await expect(clone(change)).rejects.toThrow('lies in a submodule');
});

describe('where the clone does not have the base branch, GitHub is asked', () => {
  const [BASE, HEAD] = ['b'.repeat(40), 'a'.repeat(40)];
  let github: FakeGitHub;
  beforeEach(async () => {
    github = await new FakeGitHub().start();
    github.mergeBase = BASE;
    github.commits.set(BASE, { [GATE]: 'strict\n', 'models/deep/er/other.txt': 'x' });
  });
  afterEach(() => github.stop());

  /** @param checkedOut what the one commit of the clone has in place of the config */
  function read(checkedOut: string) {
    const repository = new GitRepository(temporaryFolder());
    repository.commit({ [GATE]: checkedOut });
    const client = createClient({ token: 't', apiUrl: github.url, timeoutMs: 10_000 });
    const remote = { client, repository: { owner: 'o', name: 'r' } };
    const checkout = join(repository.folder, 'models');
    const place = { checkout, prefix: 'models/', configPath: 'weighbridge.yml', remote };
    return readBasePolicy({ name: 'pull_request', baseSha: BASE, headSha: HEAD }, place);
  }
  const calls = () => github.requests.map(({ call }) => call);

  test('for a config that is as the pull request has it, only whether it is', async () => {
    expect(await read('strict\n')).toMatchObject({ config: 'strict\n', waivers: [] });
    expect(calls()).toEqual(['repos/compare-commits', 'git/get-tree']);
  });

  test('for one that the pull request changes, its content too', async () => {
    expect(await read('loose\n')).toMatchObject({ config: 'strict\n', waivers: [] });
    expect(calls()).toEqual(['repos/compare-commits', 'git/get-tree', 'git/get-blob']);
  });

  test('folder by folder, where a commit has more files than it lists', async () => {
    github.isVast = true;
    expect(await read('strict\n')).toMatchObject({ config: 'strict\n', waivers: [] });
    // The whole, the root and the folder, each once for both files.
    expect(calls()).toEqual(['repos/compare-commits', ...Array(3).fill('git/get-tree')]);
  });

  test('one that is a link is refused, and so is a commit that is not there', async () => {
    github.links.add(GATE);
    await expect(read('strict\n')).rejects.toThrow(`${GATE} is not a plain file at ${BASE}`);
    github.commits.clear();
    await expect(read('strict\n')).rejects.toThrow('the policy of the base branch cannot be read');
  });

  test('a branch without a config has none', async () => {
    github.commits.set(BASE, { 'README.md': 'x' });
    expect(await read('loose\n')).toMatchObject({ config: null, waivers: [] });
  });
});
