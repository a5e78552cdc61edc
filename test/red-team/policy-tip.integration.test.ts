import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type PrepContext, readPolicy } from '../../src/action/prep/context.ts';
import { baselineSearch } from '../../src/action/prep/last-green-run.ts';
import { refuseNewStore } from '../../src/app/baselines/store-in-git.ts';
import { readBasePolicy } from '../../src/app/policy/base-policy.ts';
import { resolveBase } from '../../src/app/policy.ts';
import { policiesFrom } from '../../src/cli/policy-from.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
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
    expect((await policiesFrom(`${folder}/${CONFIG}`, 'main')).policies).toMatchObject({ waivers: [] });
  });

  // red-team 1: a loose limit planted the same way
  test('plants no limit: the config of the tip is read beside it', async () => {
    const { event, place, folder } = planted({ [CONFIG]: 'loose\n' }, { [CONFIG]: 'strict\n' });
    const both = { config: 'loose\n', tip: { config: 'strict\n' } };
    expect(await readBasePolicy(event, place)).toMatchObject(both);
    expect((await policiesFrom(`${folder}/${CONFIG}`, 'main')).policies).toMatchObject({ base: both });
  });

  const text = (policy: string) => `version: 1
tasks: { facts: { role: general, type: multiple_choice, dataset: facts.jsonl, doc_to_text: 'x' } }
gates: [{ metric: facts/acc, max_drop: 2pp }]
policy: { ${policy} }
`;
  const policyOf = ({ event, place }: ReturnType<typeof planted>, head: string) =>
    readPolicy(
      { ...event, use: 'evaluate', pullRequest: null },
      place,
      resolveConfig({ text: head, file: CONFIG }),
      {},
    );

  test('plants no permission to run code: that of the tip counts', async () => {
    const [loose, strict] = [text('allow: [unsafe_code]'), text('allow: []')];
    const middle = planted({ [CONFIG]: loose }, { [CONFIG]: strict });
    await expect(policyOf(middle, loose)).rejects.toThrow('policy.allow adds unsafe_code');
  });

  test('plants no permission to waive: that of the tip counts', async () => {
    const [loose, strict] = [text('waiver_permission: write'), text('waiver_permission: admin')];
    const middle = planted({ [CONFIG]: loose }, { [CONFIG]: strict });
    expect(await policyOf(middle, loose)).toMatchObject({ waiverPermission: 'admin' });
  });

  test.each([
    ['write', 'write', 'maintain'],
    ['admin', 'write', 'admin'],
    ['write', 'admin', 'admin'],
    ['maintain', 'write', 'maintain'],
  ])(
    'a tip without a config, %s in the middle, %s at the head: %s may waive',
    async (middle, head, asked) => {
      const [fork, own] = [middle, head].map((each) => text(`waiver_permission: ${each}`)) as [
        string,
        string,
      ];
      const gone = planted({ [CONFIG]: fork }, { [CONFIG]: null });
      expect(await policyOf(gone, own)).toMatchObject({ waiverPermission: asked });
    },
  );

  test.each([
    ['admin', 'write', 'looser'],
    ['write', 'maintain', 'stricter'],
  ])('a permission to waive that goes from %s to %s is listed as %s', (was, is, effect) => {
    const head = resolveConfig({ text: text(`waiver_permission: ${is}`), file: CONFIG });
    const { changes } = resolveBase(text(`waiver_permission: ${was}`), head, {});
    expect(changes).toEqual([{ subject: 'policy.waiver_permission', before: was, after: is, effect }]);
  });

  test('the pointer of the baseline is that of the tip as it is now', () => {
    const payload = { pull_request: { base: { sha: 'b'.repeat(40), ref: 'main' } } };
    const run = { event: { baseSha: 'd'.repeat(40) } };
    const search = baselineSearch({ payload, run } as unknown as PrepContext, undefined, 'scratch');
    expect(search.baseCommit).toBe('d'.repeat(40));
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

describe('a store of baselines that lies in git', () => {
  const STORE = 'kept';
  const blessed = (text: string) => ({ [`${STORE}/blessed/1.json`]: text });

  /** @param change what the pull request does to the repository */
  async function storeOf(
    base: Record<string, string>,
    change: (repository: GitRepository) => void,
    path = STORE,
  ) {
    const repository = new GitRepository(temporaryFolder());
    const tip = repository.commit({ a: '1', ...base });
    change(repository);
    repository.commit({ b: '2' });
    const text = `version: 1
candidate: c.gguf
baseline: { from: store }
store: ${path}
tasks: { facts: { role: general, type: multiple_choice, dataset: facts.jsonl, doc_to_text: 'x' } }
gates: [{ metric: facts/acc, max_drop: 2pp }]
`;
    await refuseNewStore(resolveConfig({ text, file: join(repository.folder, CONFIG) }), tip);
  }

  test.each<[string, Record<string, string>, (repository: GitRepository) => void, string?]>([
    ['brings', {}, (repository) => void repository.commit(blessed('worse'))],
    ['changes', blessed('good'), (repository) => void repository.commit(blessed('worse'))],
    [
      'takes away',
      blessed('good'),
      (repository) => void repository.commit({ [`${STORE}/blessed/1.json`]: null }),
    ],
    ['leads elsewhere by a link', {}, plantLink],
    ['leads elsewhere by a link above it', {}, plantLink, `link/${STORE}`],
    [
      'names another of',
      {},
      (repository) => void repository.commit({ 'other/blessed/1.json': 'worse' }),
      'other',
    ],
  ])('and that the pull request %s is refused', async (_, base, change, path) => {
    await expect(storeOf(base, change, path)).rejects.toThrow('is not what the base branch has at');
  });

  test.each<[string, Record<string, string>, (repository: GitRepository) => void]>([
    ['that is the same at both', blessed('good'), () => {}],
    ['of which git knows nothing', {}, () => {}],
    ['that only the machine has', {}, ({ folder }) => void mkdirSync(join(folder, STORE))],
  ])('one %s is used', async (_, base, change) => {
    await expect(storeOf(base, change)).resolves.toBeUndefined();
  });
});

function plantLink(repository: GitRepository): void {
  repository.commit({ 'evil/kept/blessed/1.json': 'worse' });
  symlinkSync('evil/kept', join(repository.folder, 'kept'));
  symlinkSync('evil', join(repository.folder, 'link'));
}
