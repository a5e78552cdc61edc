import { rmdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { policiesFrom } from '../../src/cli/policy-from.ts';
import { GitRepository } from '../support/git-repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const WAIVERS = 'version: 1\nwaivers:\n  - { gate: a/b, reason: r, by: x, expires: 2027-01-01 }\n';

function clone() {
  const repository = new GitRepository(temporaryFolder());
  const fork = repository.commit({ 'models/gate.yml': 'base\n', 'models/weighbridge-waivers.yml': WAIVERS });
  repository.commit({ 'models/gate.yml': 'main went on\n' });
  repository.git('checkout', '--quiet', '-b', 'feature', fork);
  repository.commit({
    'models/gate.yml': 'head\n',
    'models/weighbridge-waivers.yml': 'version: 1\nwaivers: []\n',
  });
  return { config: join(repository.folder, 'models/gate.yml'), fork };
}

describe('--policy-from', () => {
  test('reads config and waivers where HEAD left the branch', async () => {
    const { config, fork } = clone();
    expect(await policiesFrom(config, 'main')).toMatchObject({
      base: { revision: fork, config: 'base\n' },
      waivers: [{ gate: 'a/b', by: 'x' }],
      untrusted: null,
    });
  });

  test('left out, what is checked out is the policy, with the waivers beside it', async () => {
    expect(await policiesFrom(clone().config, undefined)).toMatchObject({ base: null, waivers: [] });
    const folder = temporaryFolder({ 'weighbridge.yml': '', 'weighbridge-waivers.yml': WAIVERS });
    expect((await policiesFrom(join(folder, 'weighbridge.yml'), undefined)).waivers).toHaveLength(1);
  });

  test('through a link the base branch has no such folder: refused, not judged by the own limits alone', async () => {
    const repository = new GitRepository(temporaryFolder());
    repository.commit({ 'models/gate.yml': 'strict\n' });
    repository.git('checkout', '--quiet', '-b', 'feature');
    repository.commit({ 'models/gate.yml': null, 'lenient/gate.yml': 'loose\n' });
    rmdirSync(join(repository.folder, 'models'));
    symlinkSync('lenient', join(repository.folder, 'models'));
    repository.commit({});
    const through = join(repository.folder, 'models/gate.yml');
    await expect(policiesFrom(through, 'main')).rejects.toThrow('leads through a symbolic link');
  });

  test('a link above the repository is nobody’s trick', async () => {
    const { config, fork } = clone();
    const link = join(temporaryFolder(), 'link');
    symlinkSync(join(config, '../..'), link);
    const { base } = await policiesFrom(join(link, 'models/gate.yml'), 'main');
    expect(base).toMatchObject({ revision: fork, config: 'base\n' });
  });

  test('a revision or a repository that is not there is an error', async () => {
    await expect(policiesFrom(clone().config, 'nowhere')).rejects.toThrow('--policy-from');
    await expect(policiesFrom(join(temporaryFolder(), 'weighbridge.yml'), 'main')).rejects.toThrow(
      '--policy-from',
    );
  });
});
