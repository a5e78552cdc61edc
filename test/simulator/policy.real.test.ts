import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { GitRepository } from '../support/git-repository.ts';
import { writeRun } from '../support/run-folder.ts';
import { buildAction } from './build-action.ts';
import type { FakeGitHub } from './fake-github.ts';
import { BASE, config, HEAD, pullRequest, type Simulation, simulate } from './simulate.ts';

/** A pull request under the policy of the branch that it wants to join. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let action: string;
beforeAll(async () => {
  action = await mkdtemp(join(tmpdir(), 'weighbridge action #'));
  await buildAction(action, join(import.meta.dirname, 'stored-main.ts'));
});
afterAll(() => rm(action, { recursive: true }));

const FILE = 'weighbridge.yml';
const WAIVERS = 'weighbridge-waivers.yml';
const text = (limit: string, share = 50) =>
  `# candidate ${share}\n${config('x').replace('max_drop: 2pp', `max_drop: ${limit}, allow_floor: true`)}`;
/** Within what `policy.waiver_max_days` lets a waiver run. */
const SOON = new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString().slice(0, 10);

const waiver = (expires: string) =>
  `version: 1\nwaivers:\n  - { gate: "facts/acc:max_drop", reason: known, by: alice, expires: ${expires} }\n`;
const run = (simulation: Omit<Simulation, 'action'>) => simulate({ action, ...simulation });

describe.concurrent('the policy is read from the base branch', () => {
  // red-team 1: a looser limit in the pull request
  test('loosened in the pull request: both are evaluated, the stricter decides, the change is in the comment', async () => {
    const { outcome, outputs, github } = await run({
      files: { [FILE]: text('90pp') },
      base: { [FILE]: text('10pp') },
    });
    expect(outcome).toBe('failure');
    expect(outputs.verdict).toBe('regression');
    const body = github.comments[0]?.body ?? '';
    expect(body).toContain('#### This pull request changes how it is judged');
    expect(body).toContain('<code>10pp</code> → <code>90pp</code> (looser)');
  });

  test('of a real clone, whose history is asked first', async () => {
    const at = { base: '', head: '' };
    const make = (workspace: string) => {
      const repository = new GitRepository(workspace);
      at.base = repository.commit({ [FILE]: text('10pp'), [WAIVERS]: waiver(SOON) });
      repository.git('checkout', '--quiet', '-b', 'feature');
      at.head = repository.commit({ [FILE]: text('90pp') });
      repository.git('checkout', '--quiet', 'main');
      // Looser by now: the stricter of both counts. Without waivers by now: withdrawn for branches that exist already.
      repository.commit({ [FILE]: text('95pp'), [WAIVERS]: null });
      repository.git('checkout', '--quiet', 'feature');
    };
    const scratch = await mkdtemp(join(tmpdir(), 'weighbridge clone '));
    try {
      make(scratch);
      const event = pullRequest();
      const { head, base } = event.payload.pull_request;
      Object.assign(head, { sha: at.head });
      Object.assign(base, { sha: new GitRepository(scratch).git('rev-parse', 'main') });
      const { outcome, outputs, github } = await run({
        ...{ files: {}, event },
        fill: async (workspace) => {
          await cp(scratch, workspace, { recursive: true });
        },
        prepare: (github) => {
          github.mergeBase = null;
          github.commits.clear();
          github.branches.set('main', base.sha);
        },
      });
      expect(outputs).toMatchObject({ verdict: 'regression', blocked: 'true' });
      expect(outcome).toBe('failure');
      expect(github.comments[0]?.body).not.toContain('Waived by alice until');
      expect(github.requests.filter(({ path }) => /compare|git\/(trees|blobs)/.test(path))).toEqual([]);
    } finally {
      await rm(scratch, { recursive: true });
    }
  });

  test('first adoption: the own policy applies, and that is said', async () => {
    const { outputs, github } = await run({ files: { [FILE]: text('90pp') }, base: {} });
    expect(outputs.verdict).toBe('pass');
    expect(github.comments[0]?.body).toContain('The base branch has no config yet');
  });

  test.each<[string, (github: FakeGitHub) => void]>([
    [
      'GitHub refuses',
      (github) => {
        github.fault = ({ path }) => (/compare|graphql/.test(path) ? 403 : undefined);
      },
    ],
    [
      'the commit is not there',
      (github) => {
        github.commits.clear();
      },
    ],
    [
      'the file is not told',
      (github) => {
        github.commits.set(BASE, { [FILE]: text('10pp') });
        github.fault = ({ path }) => (/blobs/.test(path) ? 500 : undefined);
      },
    ],
  ])('a checkout of depth 1, and %s: invalid before a model runs, with what to do', async (_, prepare) => {
    const { outcome, outputs, steps } = await run({ files: { [FILE]: text('90pp') }, prepare });
    expect(outcome).toBe('failure');
    expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
    expect(steps.prep?.log).toContain('the policy of the base branch cannot be read');
    expect(steps.prep?.log).toContain('check out with `fetch-depth: 0`');
    expect(steps.evaluate?.outcome).toBe('skipped');
  });

  test('code that the base branch does not let run is refused before a model runs', async () => {
    const allowing = (names: string) => ({ [FILE]: `${text('10pp')}policy: { allow: [${names}] }\n` });
    const { outcome, outputs, steps } = await run({ files: allowing('unsafe_code'), base: allowing('') });
    expect(outcome).toBe('failure');
    expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
    expect(steps.prep?.log).toContain('this pull request lets code run that the base branch does not');
    expect(steps.prep?.log).toContain('policy.allow adds unsafe_code');
    expect(steps.evaluate?.outcome).toBe('skipped');
  });

  test('a base branch whose config is at fault stops everything', async () => {
    const { outcome, steps } = await run({
      files: { [FILE]: text('90pp') },
      base: { [FILE]: 'version: 1\ngaits: []\n' },
    });
    expect(outcome).toBe('failure');
    expect(steps.prep?.log).toContain('gaits');
  });

  test('in a folder of the repository', async () => {
    const { outputs } = await run({
      files: { 'models/a/gate.yml': text('90pp') },
      base: { 'models/a/gate.yml': text('10pp') },
      inputs: { 'working-directory': 'models/a', config: 'gate.yml' },
    });
    expect(outputs.verdict).toBe('regression');
  });

  // red-team 1: the config moved by a link
  test('a folder that the pull request makes a link to another is refused', async () => {
    const { outcome, steps } = await run({
      files: { 'lenient/weighbridge.yml': text('90pp') },
      base: { 'models/weighbridge.yml': text('10pp') },
      inputs: { 'working-directory': 'models' },
      fill: (workspace) => symlink('lenient', join(workspace, 'models')),
    });
    expect(outcome).toBe('failure');
    expect(steps.prep?.log).toContain('leads through a symbolic link');
    expect(steps.evaluate?.outcome).toBe('skipped');
  });

  // red-team 1: the config moved into what looks like another repository
  test('a folder that the pull request makes look like a repository is still one of this repository', async () => {
    const { outputs } = await run({
      files: { 'models/weighbridge.yml': text('90pp') },
      base: { 'models/weighbridge.yml': text('10pp') },
      inputs: { 'working-directory': 'models' },
      fill: async (workspace) => {
        for (const folder of ['objects', 'refs']) await mkdir(join(workspace, 'models', folder));
        await writeFile(join(workspace, 'models/HEAD'), 'ref: refs/heads/main\n');
      },
    });
    expect(outputs.verdict).toBe('regression');
  });
});

describe.concurrent('what decides is compared with the base branch', () => {
  const files = { [FILE]: text('90pp'), 'facts.jsonl': '{"id":1}\n{"id":2}\n' };
  const base = { ...files, 'facts.jsonl': '{"id":1}\n{"id":3}\n{"id":4}\n' };
  const accept = (gate: string, permission: string) => (github: FakeGitHub) => {
    github.labels = [{ name: `weighbridge:waive ${gate}`, actor: 'mona', at: '2026-11-20T12:00:00Z' }];
    github.push = { after: HEAD, timestamp: '2026-11-20T11:00:00Z' };
    github.permissions.set('mona', [permission, 'write']);
    github.addComment(`weighbridge:waive ${gate} those rows were wrong`, 'mona');
  };

  test('without a clone, GitHub tells: a changed dataset is invalid, and named at the top', async () => {
    const { outcome, outputs, github } = await run({ files, base });
    expect(outcome).toBe('failure');
    expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
    const body = github.comments[0]?.body ?? '';
    expect(body).toContain('#### This pull request changes what decides about it');
    expect(body).toContain(': 1 row added, 2 removed, 0 changed');
    expect(body.indexOf('changes what decides')).toBeLessThan(body.indexOf('| Gate |'));
  });

  test('accepted by a label of somebody who may', async () => {
    const { outputs, github } = await run({ files, base, prepare: accept('suite', 'maintain') });
    expect(outputs).toMatchObject({ verdict: 'pass', blocked: 'false' });
    expect(github.comments.at(-1)?.body).toContain('Accepted by mona until the next commit');
  });

  test('not by somebody who may not', async () => {
    const { outputs } = await run({ files, base, prepare: accept('suite', 'triage') });
    expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
  });

  describe('results that are committed as the baseline', () => {
    const answering = async (share: number, path = 'results') => {
      const folder = await mkdtemp(join(tmpdir(), 'weighbridge results '));
      writeRun(folder, 'baseline', 400, (index) => index % 100 < share, STAND_IN);
      const read = (name: string) => readFile(join(folder, 'baseline/facts', name), 'utf8');
      return {
        [`${path}/baseline/facts/run.json`]: await read('run.json'),
        [`${path}/baseline/facts/samples.jsonl`]: await read('samples.jsonl'),
      };
    };
    const STAND_IN = { dataset: 'd1', seed: 1, limit: null };
    const judging = (path: string) => ({
      [FILE]: `${text('2pp')}baseline: ${path}\npolicy: { suite_changes: warn }\n`,
    });

    test('are the base branch’s, whatever the pull request writes there', async () => {
      const { outputs, github } = await run({
        files: { ...judging('results'), ...(await answering(10)) },
        base: { ...judging('results'), ...(await answering(75)) },
      });
      expect(outputs).toMatchObject({ verdict: 'regression', blocked: 'true' });
      expect(outputs.summary).toContain('fell by 25.0 pp');
      expect(github.comments[0]?.body).toContain('samples&#46;jsonl');
    });

    test('are not those that the pull request brings at another path', async () => {
      const { outputs, github } = await run({
        files: { ...judging('mine'), ...(await answering(10, 'mine')) },
        base: { ...judging('results'), ...(await answering(75)) },
      });
      expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
      expect(github.comments[0]?.body).toContain(
        'is not on the base branch, and this pull request brings it',
      );
    });

    test('that lie in no commit are the machine’s', async () => {
      const { outputs } = await run({
        files: judging('results'),
        fill: async (workspace) => {
          writeRun(join(workspace, 'results'), 'baseline', 400, (index) => index % 100 < 50, STAND_IN);
        },
      });
      expect(outputs).toMatchObject({ verdict: 'pass', blocked: 'false' });
    });
  });

  test('a base branch whose files nobody can list is no licence', async () => {
    const prepare = (github: FakeGitHub) => {
      github.fault = ({ path }) => (/git\/trees/.test(path) ? 500 : undefined);
    };
    const { outputs, steps } = await run({ files, prepare });
    expect(outputs).toMatchObject({ verdict: 'invalid', blocked: 'true' });
    expect(steps.prep?.log).toContain('check out with `fetch-depth: 0`');
  });
});

describe.concurrent('waivers', () => {
  const files = { [FILE]: text('10pp') };

  test('in the file of the base branch: not blocked, exit 0, and the first line says by whom and until when', async () => {
    const { outcome, outputs, github } = await run({
      files,
      base: { ...files, [WAIVERS]: waiver(SOON) },
    });
    expect(outcome).toBe('success');
    expect(outputs).toMatchObject({ verdict: 'regression', blocked: 'false' });
    expect(outputs.summary).toContain(`Waived by alice until ${SOON}.`);
    expect(github.comments[0]?.body.split('\n')[1]).toMatch(/\*\*REGRESSION ❌\*\* .*Waived by alice until/);
  });

  test.each([
    ['in the pull request itself', { ...files, [WAIVERS]: waiver(SOON) }, files],
    ['that has expired', files, { ...files, [WAIVERS]: waiver('2026-01-01') }],
  ])('%s: it blocks', async (_, head, base) => {
    const { outcome, outputs } = await run({ files: head, base });
    expect(outcome).toBe('failure');
    expect(outputs).toMatchObject({ verdict: 'regression', blocked: 'true' });
  });

  test('on a push to the default branch, the file that is checked out', async () => {
    const { outputs } = await run({
      files: { ...files, [WAIVERS]: waiver(SOON) },
      event: { name: 'push', payload: { repository: { default_branch: 'main' } } },
    });
    expect(outputs).toMatchObject({ verdict: 'regression', blocked: 'false' });
  });

  const label = (change: (github: FakeGitHub) => void = () => {}) => ({
    files,
    prepare: (github: FakeGitHub) => {
      github.labels = [{ name: 'weighbridge:waive facts/acc', actor: 'mona', at: '2026-11-20T12:00:00Z' }];
      github.push = { after: HEAD, timestamp: '2026-11-20T11:00:00Z' };
      github.permissions.set('mona', ['maintain', 'write']);
      github.addComment('weighbridge:waive facts/acc the test set has a typo, #12', 'mona');
      change(github);
    },
  });

  test('a label by somebody who may', async () => {
    const { outputs, github } = await run(label());
    expect(outputs).toMatchObject({ verdict: 'regression', blocked: 'false' });
    expect(outputs.summary).toContain('Waived by mona until the next commit.');
    expect(github.comments.at(-1)?.body).toContain('the test set has a typo');
  });

  test.each([
    ['labeled', 'false'],
    ['unlabeled', 'true'],
  ])('the run that %s starts looks at the labels anew: blocked %s', async (action, blocked) => {
    const file = join(import.meta.dirname, `../events/pull_request_${action}.json`);
    const { outputs } = await run({
      ...label(({ labels: [set], labels }) => {
        if (action === 'unlabeled' && set !== undefined)
          labels.push({ ...set, event: 'unlabeled', at: '2026-11-20T13:00:00Z' });
      }),
      event: { name: 'pull_request', payload: JSON.parse(await readFile(file, 'utf8')) },
    });
    expect(outputs).toMatchObject({ verdict: 'regression', blocked });
  });

  // red-team 1: a waiving label without the permission
  test('a label by somebody who may not: it blocks, and the comment says why', async () => {
    const { outputs, github } = await run(
      label((github) => {
        github.permissions.set('mona', ['triage', 'read']);
      }),
    );
    expect(outputs).toMatchObject({ verdict: 'regression', blocked: 'true' });
    expect(github.comments.at(-1)?.body).toContain('does not count: it needs the permission maintain');
  });

  test('who may is for the base branch to say', async () => {
    const write = label((github) => {
      github.permissions.set('mona', ['write', 'write']);
      github.commits.set(BASE, files);
    });
    const { outputs } = await run({
      ...write,
      files: { [FILE]: `${text('10pp')}policy: { waiver_permission: write }\n` },
    });
    expect(outputs.blocked).toBe('true');
  });
});
