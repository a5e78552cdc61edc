import { describe, expect, test } from 'vitest';
import { readBasePolicy } from '../../src/action/base-policy.ts';
import { policiesFrom } from '../../src/cli/policy-from.ts';
import { GitRepository } from '../support/git-repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CONFIG = 'weighbridge.yml';
const WAIVERS = 'weighbridge-waivers.yml';
const WAIVED = 'version: 1\nwaivers:\n  - { gate: facts/acc, reason: r, by: mallory, expires: 2026-12-31 }\n';

/**
 * A merged pull request whose middle commit, never a state of the branch, has what its net change has not; a second one
 * branches from there.
 */
function planted(middle: Record<string, string>, after: Record<string, string | null>) {
  const repository = new GitRepository(temporaryFolder());
  repository.commit({ [CONFIG]: 'strict\n' });
  repository.git('checkout', '--quiet', '-b', 'first');
  const fork = repository.commit(middle);
  repository.commit(after);
  repository.git('checkout', '--quiet', 'main');
  repository.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'first');
  const baseSha = repository.git('rev-parse', 'HEAD');
  repository.git('checkout', '--quiet', '-b', 'second', fork);
  const headSha = repository.commit({ 'model.txt': 'worse' });
  const place = { checkout: repository.folder, prefix: '', configPath: CONFIG, remote: null };
  return {
    folder: repository.folder,
    fork,
    baseSha,
    event: { name: 'pull_request', baseSha, headSha },
    place,
  };
}

describe('a commit inside of a merged pull request, as the merge base', () => {
  // red-team 1: a waiver in the middle commit of a merged pull request, from which the next one branches
  test('plants no waiver: they are those of the tip of the base branch', async () => {
    const { event, place, folder, fork, baseSha } = planted({ [WAIVERS]: WAIVED }, { [WAIVERS]: null });
    expect(await readBasePolicy(event, place)).toMatchObject({
      ...{ revision: fork, waivers: [], tip: { revision: baseSha } },
    });
    expect(await policiesFrom(`${folder}/${CONFIG}`, 'main')).toMatchObject({ waivers: [] });
  });

  // red-team 1: a loose limit planted the same way
  test('plants no limit: the config of the tip is read beside it', async () => {
    const { event, place, folder } = planted({ [CONFIG]: 'loose\n' }, { [CONFIG]: 'strict\n' });
    const both = { config: 'loose\n', tip: { config: 'strict\n' } };
    expect(await readBasePolicy(event, place)).toMatchObject(both);
    expect(await policiesFrom(`${folder}/${CONFIG}`, 'main')).toMatchObject({ base: both });
  });

  test('at the tip itself there is one commit, and one policy', async () => {
    const repository = new GitRepository(temporaryFolder());
    const baseSha = repository.commit({ [CONFIG]: 'strict\n' });
    const headSha = repository.commit({ 'model.txt': 'worse' });
    const place = { checkout: repository.folder, prefix: '', configPath: CONFIG, remote: null };
    const found = await readBasePolicy({ name: 'pull_request', baseSha, headSha }, place);
    expect(found).toEqual({ revision: baseSha, config: 'strict\n', waivers: [] });
  });
});
