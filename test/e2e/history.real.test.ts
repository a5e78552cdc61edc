import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GitRepository } from '../support/git-repository.ts';
import { temporaryFolder, weighbridge } from './support.ts';

const table = (right: number) =>
  Array.from({ length: 400 }, (_, index) =>
    JSON.stringify({ task: 'facts', id: `q${index}`, metric: 'acc', score: index % 10 < right ? 1 : 0 }),
  ).join('\n');

const CONFIG = `version: 1
record: { dataset: { version: v7 }, hyperparameters: { lr: 0.0002 } }
gates: [{ metric: facts/acc, max_drop: 5pp }]
`;

test('rounds are recorded, read, noted, replayed and pruned from the command line', async () => {
  using folder = temporaryFolder({ 'weighbridge.yml': CONFIG, 'b.jsonl': `${table(8)}\n` });
  const here = { cwd: folder.path };
  for (const [name, right, exitCode] of [
    ['same', 8, 0],
    ['worse', 6, 1],
  ] as const) {
    writeFileSync(join(folder.path, `${name}.jsonl`), `${table(right)}\n`);
    const args = [
      'gate',
      '--config',
      'weighbridge.yml',
      '--baseline',
      'b.jsonl',
      '--candidate',
      `${name}.jsonl`,
    ];
    const judged = await weighbridge(args, here);
    expect(judged.exitCode, judged.stderr).toBe(exitCode);
    expect(judged.stderr).toMatch(/recorded [0-9a-f]{12} in weighbridge-history\.jsonl/);
  }
  const none = join(folder.path, 'none.jsonl');
  writeFileSync(none, '');
  const nothing = await weighbridge(['replay', '--file', none, '--policy', 'weighbridge.yml'], here);
  expect([nothing.exitCode, nothing.stderr]).toEqual([
    3,
    expect.stringContaining('there is no round to be judged again'),
  ]);
  const listed = await weighbridge(['history', '--page', 'history.html'], here);
  expect(listed.stdout).toMatch(/facts\/acc +2 +█▁ +60\.0 %/);
  expect(existsSync(join(folder.path, 'history.html'))).toBe(true);
  const { runs } = JSON.parse((await weighbridge(['history', '--json'], here)).stdout);
  expect(runs[1].training).toEqual({ 'dataset.version': 'v7', 'hyperparameters.lr': 0.0002 });
  expect((await weighbridge(['note', runs[1].run.slice(0, 6), 'a typo'], here)).exitCode).toBe(0);
  expect((await weighbridge(['history'], here)).stdout).toContain('a typo');
  for (const [run, text, says] of [
    ['zzz', 'x', 'no run is named "zzz"'],
    ['', 'x', 'no run is named ""'],
    [runs[1].run, ' ', 'a note says something'],
  ]) {
    const refused = await weighbridge(['note', run, text], here);
    expect([refused.exitCode, refused.stderr]).toEqual([4, expect.stringContaining(says)]);
  }
  writeFileSync(join(folder.path, 'loose.yml'), CONFIG.replace('5pp', '40pp'));
  const replayed = await weighbridge(['replay', '--policy', 'loose.yml'], here);
  expect(replayed.stdout).toContain('1 of 2 rounds would have been decided otherwise.');
  expect((await weighbridge(['suggest'], here)).exitCode).toBe(0);
  expect((await weighbridge(['history', 'prune', '--keep', '1'], here)).exitCode).toBe(0);
  expect(
    readFileSync(join(folder.path, 'weighbridge-history.jsonl'), 'utf8').trim().split('\n'),
  ).toHaveLength(2);
  const wrong = await weighbridge(['history', '--metric', 'fact'], here);
  expect([wrong.exitCode, wrong.stderr]).toEqual([4, expect.stringContaining('metrics: facts/acc')]);
  const absent = await weighbridge(['history', '--config', 'wieghbridge.yml'], here);
  expect([absent.exitCode, absent.stderr]).toEqual([
    4,
    expect.stringContaining('did you mean weighbridge.yml?'),
  ]);
  const policy = await weighbridge(['replay', '--policy', 'lose.yml'], here);
  expect([policy.exitCode, policy.stderr]).toEqual([4, expect.stringContaining('did you mean loose.yml?')]);
  for (const page of ['.', 'weighbridge.yml/x.html']) {
    const unwritten = await weighbridge(['history', '--page', page], here);
    expect([unwritten.exitCode, unwritten.stderr]).toEqual([
      3,
      expect.stringMatching(/stands where a f\w+ must be/),
    ]);
  }
  expect((await weighbridge(['history', '--page', 'site/history.html'], here)).exitCode).toBe(0);
  const near = await weighbridge(['history', '--metric', 'facts/ac', '--csv'], here);
  expect([near.exitCode, near.stderr]).toEqual([4, expect.stringContaining('did you mean facts/acc?')]);
});

test('a history that has not begun says so', async () => {
  using folder = temporaryFolder({ 'weighbridge-history.jsonl': '' });
  const here = { cwd: folder.path };
  expect((await weighbridge(['history'], here)).stdout).toBe('No round is recorded yet.\n');
  expect((await weighbridge(['note', 'abc', 'x'], here)).stderr).toContain('fix: record a round first');
});

test('a history on a branch of its own, and one that cannot be written', async () => {
  using folder = temporaryFolder({ 'b.jsonl': `${table(8)}\n` });
  execFileSync('git', ['init', '--quiet', '--bare', join(folder.path, 'remote.git')]);
  const clone = new GitRepository(join(folder.path, 'clone'));
  clone.commit({ 'weighbridge.yml': CONFIG.replace('{ dataset', '{ history: /proc/no/h.jsonl, dataset') });
  clone.git('remote', 'add', 'origin', join(folder.path, 'remote.git'));
  const here = { cwd: clone.folder };
  const args = [
    'gate',
    '--config',
    'weighbridge.yml',
    '--baseline',
    '../b.jsonl',
    '--candidate',
    '../b.jsonl',
  ];
  const judged = await weighbridge(args, here);
  expect(judged.stderr).toContain('the round was not recorded, which changes no verdict');
  const plain = await weighbridge(
    [...args.slice(0, 1), ...args.slice(3), '--max-drop', 'facts/acc=5pp'],
    here,
  );
  expect(judged.exitCode).toBe(plain.exitCode);
  const added = await weighbridge(['history', 'add', '--branch', 'rounds'], here);
  expect(added.exitCode, added.stderr).toBe(0);
  expect((await weighbridge(['history', '--branch', 'rounds'], here)).stdout).toContain('facts/acc');
});
