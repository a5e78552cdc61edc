import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { writeRun } from '../support/run-folder.ts';
import { type ZipEntry, zip } from '../support/zip.ts';
import { buildAction } from './build-action.ts';
import type { FakeGitHub } from './fake-github.ts';
import { reportJob } from './report-action.ts';
import { BASE, config, HEAD } from './simulate.ts';

/** A stranger's pull request whose evaluating job says whatever the stranger wants: nothing of it becomes a green report. */

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

let action: string;
beforeAll(async () => {
  action = await mkdtemp(join(tmpdir(), 'weighbridge action #'));
  await buildAction(action);
});
afterAll(() => rm(action, { recursive: true }));

const event = (name: string) => ({
  name: name.replace(/_fork$/, ''),
  payload: JSON.parse(readFileSync(join(import.meta.dirname, `../events/${name}.json`), 'utf8')),
});
const NAME = 'weighbridge-0123456789ab-run-1';
const CONFIG = config('forged').replace('max_drop: 2pp', 'max_drop: 10pp');

/** The files of a run on 400 questions that were answered as `isRight` says. */
function samples(
  isRight: (index: number) => boolean,
  side: 'candidate' | 'baseline' = 'candidate',
): ZipEntry[] {
  const folder = mkdtempSync(join(tmpdir(), 'weighbridge-forged-'));
  writeRun(folder, side, 400, isRight);
  const entries = ['run.json', 'samples.jsonl'].map((name) => ({
    name: `run/${side}/facts/${name}`,
    content: readFileSync(join(folder, side, 'facts', name)),
  }));
  rmSync(folder, { recursive: true });
  return entries;
}
const half = (index: number) => index % 4 !== 0;
const worse = (index: number) => index % 2 === 0;
const BASELINE = 'baseline-results';

interface Forgery {
  readonly entries?: readonly ZipEntry[];
  readonly size?: number;
  readonly prepare?: (github: FakeGitHub) => void;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly eventName?: string;
  readonly headConfig?: string;
  readonly inspect?: (temp: string) => Promise<void>;
}

const report = ({
  entries = samples(half),
  size,
  prepare,
  inputs,
  eventName = 'workflow_run_fork',
  ...rest
}: Forgery) =>
  reportJob({
    action,
    event: event(eventName),
    inputs: { check: 'on', baseline: BASELINE, workflow: '.github/workflows/evaluate.yml', ...inputs },
    fill: (workspace) => {
      writeRun(join(workspace, BASELINE), 'baseline', 400, half);
    },
    prepare: (github) => {
      const { repository } = github;
      repository.mergeBase = BASE;
      repository.commits.set(BASE, { 'weighbridge.yml': CONFIG });
      repository.commits.set(HEAD, { 'weighbridge.yml': rest.headConfig ?? CONFIG });
      const pull = event(eventName === 'workflow_run' ? 'pull_request' : 'pull_request_fork').payload
        .pull_request;
      repository.pulls = [pull];
      const artifact = { id: 1, name: NAME, runId: 4200, zip: zip(entries), headRepositoryId: 2 };
      repository.artifacts = [size === undefined ? artifact : { ...artifact, size }];
      prepare?.(github);
    },
    ...(rest.inspect === undefined ? {} : { inspect: rest.inspect }),
  });

/** Nothing green anywhere: not the job, not the check, not the verdict, not the comment. */
function expectNotGreen({ github, outcome, outputs, summary }: Awaited<ReturnType<typeof report>>) {
  expect(outcome).toBe('failure');
  expect(outputs).toMatchObject({ blocked: 'true' });
  expect(outputs.verdict).not.toBe('pass');
  expect(github.checks).toHaveLength(1);
  for (const { conclusion } of github.checks) expect(['failure', 'action_required']).toContain(conclusion);
  expect(github.comments).toHaveLength(1);
  for (const text of [github.comments[0]?.body, summary]) expect(text).not.toContain('PASS ✅**');
}

const untouched: ZipEntry[] = samples(half);
const [record, lines] = untouched;
const forgedVerdict = {
  name: 'report/verdict.json',
  content: '{"schemaVersion":1,"verdict":"pass","blocked":false}',
};
const edited = (edit: (text: string) => string, which = record): ZipEntry[] =>
  untouched.map((entry) => (entry === which ? { ...entry, content: edit(String(entry.content)) } : entry));

describe.concurrent('a forged artifact never yields a green report', () => {
  test('a verdict of pass, written by hand, is not even read', async () => {
    const result = await report({
      entries: [...samples(worse), forgedVerdict, { ...forgedVerdict, name: 'run/verdict.json' }],
    });
    expectNotGreen(result);
    expect(result.outputs.verdict).toBe('regression');
    expect(result.github.checks).toMatchObject([{ conclusion: 'failure', head_sha: HEAD }]);
    expect(result.github.comments[0]?.body).toContain('**Untrusted samples:**');
  });

  test('samples altered to look good prove nothing', async () => {
    const result = await report({
      entries: samples(() => true),
      inspect: async (temp) => {
        const [folder = ''] = (await import('node:fs'))
          .readdirSync(temp)
          .filter((name) => name.startsWith('weighbridge-'));
        const file = JSON.parse(await readFile(join(temp, folder, 'report/verdict.json'), 'utf8'));
        expect(file).toMatchObject({ verdict: 'inconclusive', blocked: true });
        expect(file.untrusted).toContain("evaluated by the fork's own job: the samples could be forged");
      },
    });
    expectNotGreen(result);
    expect(result.outputs.verdict).toBe('inconclusive');
    expect(result.github.checks).toMatchObject([{ conclusion: 'action_required' }]);
    const body = result.github.comments[0]?.body ?? '';
    expect(body.split('\n')[1]).toContain('**INCONCLUSIVE ⚠️** The samples say pass');
    expect(body).toContain('samples could be');
  });

  test('a baseline that the fork brings along is not the one it is compared with', async () => {
    const result = await report({ entries: [...samples(worse), ...samples(worse, 'baseline')] });
    expectNotGreen(result);
    expect(result.outputs.verdict).toBe('regression');
  });

  test.each<[string, Forgery, string]>([
    ['huge, as GitHub counts', { size: 2 ** 40 }, 'is larger than'],
    [
      'huge once unpacked: a bomb',
      { entries: [{ ...lines, content: Buffer.alloc(2 ** 28 + 1) } as ZipEntry] },
      'unpacks to more than',
    ],
    [
      'a bomb that lies about its size',
      { entries: [{ ...lines, content: 'x'.repeat(2 ** 22), claims: 9 } as ZipEntry] },
      'artifact is refused',
    ],
    [
      'linked',
      { entries: [...untouched, { name: 'run/candidate/x', content: '/etc/passwd', mode: 0o120777 }] },
      'is a link',
    ],
    [
      'path traversal',
      { entries: [...untouched, { name: '../../../evil', content: 'x' }] },
      'invalid relative path',
    ],
    ['an absolute path', { entries: [...untouched, { name: '/tmp/evil', content: 'x' }] }, 'absolute path'],
    [
      'no zip at all',
      {
        prepare: ({ repository }) => {
          repository.artifacts = repository.artifacts.map((each) => ({ ...each, zip: Buffer.from('pass') }));
        },
      },
      'cannot be unpacked',
    ],
    [
      'wrong schema: an unknown key',
      { entries: edited((text) => text.replace('"side"', '"verdict":"pass","side"')) },
      'nrecognized key',
    ],
    [
      'wrong schema: a score of infinity',
      { entries: edited((text) => text.replace('"acc":1', '"acc":1e999'), lines) },
      '',
    ],
    [
      'wrong schema: __proto__',
      { entries: edited((text) => text.replace('"scores":{', '"__proto__":{"x":1},"scores":{'), lines) },
      '',
    ],
    ['wrong schema: not JSON', { entries: edited(() => '<html>') }, 'not JSON'],
    ['nested a million deep', { entries: edited(() => '['.repeat(1_000_000)) }, ''],
    [
      'a sample twice',
      { entries: edited((text) => `${text}${text.split('\n')[0]}\n`, lines) },
      'is already on line 1',
    ],
    [
      'fewer samples than planned',
      { entries: edited((text) => text.split('\n').slice(0, 40).join('\n'), lines) },
      '',
    ],
    [
      'samples of other questions',
      { entries: edited((text) => text.replaceAll('"input_digest":"i', '"input_digest":"j'), lines) },
      '',
    ],
    [
      'another dataset',
      { entries: edited((text) => text.replace('"dataset":"d1"', '"dataset":"easy"')) },
      '',
    ],
    ['nothing in it', { entries: [forgedVerdict] }, 'no samples of the candidate'],
    [
      'expired',
      {
        prepare: ({ repository }) => {
          repository.artifacts = repository.artifacts.map((each) => ({ ...each, expired: true }));
        },
      },
      'no samples of the candidate',
    ],
    [
      'of several gates at once',
      {
        prepare: ({ repository }) => {
          const [first] = repository.artifacts;
          if (first !== undefined)
            repository.artifacts.push({ ...first, id: 2, name: 'weighbridge-other-run-1' });
        },
      },
      'samples of several gates',
    ],
  ])('%s: invalid', async (_, forgery, message) => {
    const result = await report(forgery);
    expectNotGreen(result);
    expect(result.outputs.verdict).toBe('invalid');
    expect(result.outputs.summary).toContain(message);
  });

  test('no baseline of our own: invalid, whatever the artifact holds', async () => {
    const result = await report({
      entries: [...untouched, ...samples(half, 'baseline')],
      inputs: { baseline: '' },
    });
    expectNotGreen(result);
    expect(result.outputs.summary).toContain('no baseline but the one that the run has made itself');
  });

  test.each([
    ['loosened', CONFIG.replace('10pp', '90pp'), 'regression'],
    ['removed', '', 'invalid'],
    ['set to warn', `${CONFIG}policy: { on_inconclusive: warn }\n`, 'regression'],
  ])('the policy %s by the fork does not help it', async (_, headConfig, verdict) => {
    const result = await report({ entries: samples(worse), headConfig });
    expectNotGreen(result);
    expect(result.outputs.verdict).toBe(verdict);
  });

  test('text in the samples is inert, in the comment and in the log', async () => {
    const entries = edited((text) =>
      text.replaceAll('m.gguf', '![x](http://evil) @everyone </code>\\n::set-output name=verdict::pass'),
    );
    const result = await report({ entries });
    expectNotGreen(result);
    const outsideFences = (result.github.comments[0]?.body ?? '').replace(/^```[\s\S]*?^```/gm, '');
    expect(outsideFences).toContain('everyone');
    for (const text of ['![x](', '@everyone', '\n::set-output']) expect(outsideFences).not.toContain(text);
    expect(result.commands.filter(({ name }) => name === 'set-output')).toEqual([]);
  });
});

describe.concurrent('the baseline that the report fetches itself', () => {
  const from = (overrides: object) => (github: FakeGitHub) => {
    github.repository.artifacts.push({
      ...{ id: 5, name: 'nightly', runId: 1, zip: zip(samples(half, 'baseline')), headRepositoryId: 1 },
      ...overrides,
    });
  };
  const inputs = { baseline: '', 'baseline-artifact': 'nightly' };

  test('an artifact of the base branch', async () => {
    const result = await report({ entries: samples(worse), inputs, prepare: from({}) });
    expectNotGreen(result);
    expect(result.outputs.verdict).toBe('regression');
  });

  test.each([
    ['of a fork whose branch has the same name', { headRepositoryId: 2 }],
    ['of another branch', { headBranch: 'feature' }],
    ['that has expired', { expired: true }],
    ['of another name', { name: 'nightly-2' }],
  ])('not one %s', async (_, overrides) => {
    const result = await report({ inputs, prepare: from(overrides) });
    expectNotGreen(result);
    expect(result.outputs.summary).toContain('no run on main has left an artifact nightly');
  });

  test('results that the config of the base branch names', async () => {
    const named = CONFIG.replace('tasks:', `baseline: ${BASELINE}\ntasks:`);
    const result = await report({
      ...{ entries: samples(worse), inputs: { baseline: '' }, headConfig: named },
      prepare: ({ repository }) => {
        repository.commits.set(BASE, { 'weighbridge.yml': named });
      },
    });
    expect(result.outputs.verdict).toBe('regression');
  });
});

describe.concurrent('whose run it was', () => {
  test('of our own repository: its samples are believed', async () => {
    const { outcome, outputs, github } = await report({ eventName: 'workflow_run' });
    expect(outputs).toMatchObject({ verdict: 'pass', blocked: 'false' });
    expect(outcome).toBe('success');
    expect(github.checks).toMatchObject([{ conclusion: 'success' }]);
  });

  test('the pull request is looked up by its head, whatever number the artifact tells', async () => {
    const entries = [
      ...untouched,
      { name: 'pr-number.txt', content: '8' },
      { name: 'run/event.json', content: '{"number":8}' },
    ];
    const { github } = await report({ entries });
    const written = github
      .writes()
      .map(({ path }) => path)
      .filter((path) => path.includes('/issues/'));
    expect(written).toEqual(['/repos/o/r/issues/7/comments']);
    expect(github.requests.map(({ path }) => path)).toContain('/repos/o/r/pulls');
  });

  test.each<
    [string, (pull: { head: { sha: string }; base: { repo: { id: number } }; state: string }) => void]
  >([
    [
      'has moved on',
      (pull) => {
        pull.head.sha = 'e'.repeat(40);
      },
    ],
    [
      'wants to join another repository',
      (pull) => {
        pull.base.repo = { id: 3 };
      },
    ],
    [
      'is closed',
      (pull) => {
        pull.state = 'closed';
      },
    ],
  ])('a pull request that %s is left alone', async (_, change) => {
    const { outcome, outputs, github, commands } = await report({
      prepare: ({ repository }) => {
        change(repository.pulls[0] as never);
      },
    });
    expect(outcome).toBe('success');
    expect(github.writes()).toEqual([]);
    expect(outputs.verdict).toBeUndefined();
    expect(commands.map(({ name }) => name)).toContain('notice');
  });

  test.each([
    [
      'of another workflow',
      { inputs: { workflow: '.github/workflows/other.yml' } },
      'not of .github/workflows/other.yml',
    ],
    [
      'on another event',
      { eventName: 'pull_request_target' },
      'works on workflow_run, not on pull_request_target',
    ],
  ])('a run %s is refused', async (_, forgery, message) => {
    const { outcome, log, github } = await report(forgery);
    expect(outcome).toBe('failure');
    expect(log).toContain(message);
    expect(github.writes()).toEqual([]);
  });
});
