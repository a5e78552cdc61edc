import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBasePolicy } from '../../../src/app/policy/base-policy.ts';
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
