import { readFileSync, rmdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { policiesFrom, runUnder } from '../../src/cli/policy-from.ts';
import { readConfig } from '../../src/config/load.ts';
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
    expect((await policiesFrom(config, 'main')).policies).toMatchObject({
      base: { revision: fork, config: 'base\n' },
      waivers: [{ gate: 'a/b', by: 'x' }],
      untrusted: null,
    });
  });

  test('left out, what is checked out is the policy, with the waivers beside it', async () => {
    expect((await policiesFrom(clone().config, undefined)).policies).toMatchObject({
      base: null,
      waivers: [],
    });
    const folder = temporaryFolder({ 'weighbridge.yml': '', 'weighbridge-waivers.yml': WAIVERS });
    expect((await policiesFrom(join(folder, 'weighbridge.yml'), undefined)).policies.waivers).toHaveLength(1);
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
    const { policies } = await policiesFrom(join(link, 'models/gate.yml'), 'main');
    expect(policies.base).toMatchObject({ revision: fork, config: 'base\n' });
  });

  test('a revision or a repository that is not there is an error', async () => {
    await expect(policiesFrom(clone().config, 'nowhere')).rejects.toThrow('--policy-from');
    await expect(policiesFrom(join(temporaryFolder(), 'weighbridge.yml'), 'main')).rejects.toThrow(
      '--policy-from',
    );
  });
});

describe('run --policy-from', () => {
  const config = (policy: string) => `version: 1
candidate: candidate.gguf
baseline: base.gguf
tasks:
  facts: { role: general, type: multiple_choice, dataset: facts.jsonl }
gates: [{ metric: facts/acc, max_drop: 2pp }]
policy: { ${policy} }
`;
  const row = (id: number) => `{"id":${id},"question":"q${id}","choices":["a","b"],"answer":0}\n`;

  /** On a branch with the changes, judged from main. */
  async function judged(policy: string, changes: Readonly<Record<string, string>>, revision?: string) {
    const repository = new GitRepository(temporaryFolder());
    repository.commit({ 'weighbridge.yml': config(policy), 'facts.jsonl': row(1) + row(2) });
    repository.git('checkout', '--quiet', '-b', 'feature');
    repository.commit({ 'note.txt': 'harmless', ...changes });
    const path = join(repository.folder, 'weighbridge.yml');
    const loaded = await readConfig(path, {});
    return runUnder(loaded, await policiesFrom(path, revision), join(repository.folder, 'out'));
  }

  test('asks what the revision asks where that counts, and names the change', async () => {
    const { policies, asked } = await judged('suite_changes: base', { 'facts.jsonl': row(1) }, 'main');
    expect(policies.suite?.changes).toMatchObject([{ subject: 'tasks.facts.dataset', counts: true }]);
    expect(readFileSync(join(asked.config.taskDirectory, 'facts.jsonl'), 'utf8')).toBe(row(1) + row(2));
  });

  test('names a change that makes the verdict invalid, and asks what is at hand', async () => {
    const { policies, asked } = await judged('suite_changes: block', { 'facts.jsonl': row(1) }, 'main');
    expect(policies.suite).toMatchObject({ mode: 'block', changes: [{ counts: true }] });
    expect(asked.config.taskDirectory).toBe(asked.config.directory);
  });

  test('says nothing of a suite that is the same, or where nothing is judged from', async () => {
    expect((await judged('alpha: 0.05', {}, 'main')).policies.suite ?? null).toBeNull();
    const { policies } = await judged('alpha: 0.05', { 'facts.jsonl': row(1) });
    expect([policies.base, policies.suite ?? null]).toEqual([null, null]);
  });

  test('refuses code that the revision does not let run', async () => {
    const changes = { 'weighbridge.yml': config('allow: [unsafe_code]') };
    await expect(judged('alpha: 0.05', changes, 'main')).rejects.toThrow('policy.allow adds unsafe_code');
  });
});
