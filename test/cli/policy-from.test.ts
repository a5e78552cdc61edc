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

  test('a revision or a repository that is not there is an error', async () => {
    await expect(policiesFrom(clone().config, 'nowhere')).rejects.toThrow('--policy-from');
    await expect(policiesFrom(join(temporaryFolder(), 'weighbridge.yml'), 'main')).rejects.toThrow(
      '--policy-from',
    );
  });
});
