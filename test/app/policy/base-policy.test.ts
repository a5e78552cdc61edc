import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBasePolicy } from '../../../src/app/policy/base-policy.ts';
import { GitRepository } from '../../support/git-repository.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const GATE = 'models/weighbridge.yml';

/** A clone whose base branch has a config in a folder, at the pull request that does something to the folder. */
function clone(change: (repository: GitRepository) => void) {
  const repository = new GitRepository(temporaryFolder());
  const baseSha = repository.commit({ [GATE]: 'strict\n' });
  repository.git('checkout', '--quiet', '-b', 'feature');
  change(repository);
  const headSha = repository.git('rev-parse', 'HEAD');
  const checkout = join(repository.folder, 'models');
  const place = { checkout, prefix: 'models/', configPath: 'weighbridge.yml', remote: null };
  return readBasePolicy({ name: 'pull_request', baseSha, headSha }, place);
}

test('is that of the base branch, whatever the pull request writes', async () => {
  const change = (repository: GitRepository) => void repository.commit({ [GATE]: 'loose\n' });
  expect(await clone(change)).toMatchObject({ config: 'strict\n' });
});

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
