import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addGate } from '../../src/cli/gate.ts';
import { GitRepository } from '../support/git-repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { attempt } from './attempt.ts';

const CONFIG = 'version: 1\ngates: [{ metric: facts/acc, max_drop: 2pp }]\n';
const answers = (isRight: (index: number) => boolean, said: string) =>
  Array.from({ length: 300 }, (_, index) =>
    JSON.stringify({
      ...{ task: 'facts', id: `q${index}`, metric: 'acc', score: Number(isRight(index)) },
      output: `${said} ${index}`,
    }),
  ).join('\n');
const good = answers((index) => index % 5 !== 0, 'was');
const bad = answers((index) => index % 2 === 0, 'is');

/** What `gate --policy-from main` says on a branch with these files more. */
async function judged(
  base: Readonly<Record<string, string>>,
  branch: Readonly<Record<string, string>>,
  baseline: string,
) {
  const repository = new GitRepository(temporaryFolder());
  repository.commit({ 'weighbridge.yml': CONFIG, ...base });
  repository.git('checkout', '--quiet', '-b', 'feature');
  repository.commit({ 'candidate.jsonl': bad, ...branch });
  const at = (name: string) => join(repository.folder, name);
  const config = ['--config', at('weighbridge.yml'), '--policy-from', 'main'];
  const sides = [
    '--baseline',
    baseline.startsWith('/') ? baseline : at(baseline),
    '--candidate',
    at('candidate.jsonl'),
  ];
  return attempt(addGate, ['gate', ...sides, ...config], join(temporaryFolder(), 'out'));
}

describe('the baseline of a gate under the policy of another revision', () => {
  // red-team 2: committed baseline results rewritten, named on the command line
  test('is that of the revision, whatever the branch writes in its place', async () => {
    const rewritten = answers((index) => index % 2 === 0, 'was');
    const { exitCode, verdict } = await judged(
      { 'base.jsonl': good },
      { 'base.jsonl': rewritten },
      'base.jsonl',
    );
    expect([exitCode, verdict?.verdict]).toEqual([1, 'regression']);
    expect(verdict?.gates[0]?.baseline?.value).toBeCloseTo(0.8, 12);
  });

  // red-team 2: a baseline that the change brings, named on the command line
  test('is not one that the branch brings', async () => {
    const { exitCode, verdict } = await judged({ 'base.jsonl': good }, { 'mine.jsonl': bad }, 'mine.jsonl');
    expect(exitCode).toBe(3);
    expect(verdict?.verdict).not.toBe('pass');
  });

  test('may lie in no commit, such as what a job has downloaded', async () => {
    const downloaded = join(temporaryFolder({ 'base.jsonl': good }), 'base.jsonl');
    expect((await judged({}, {}, downloaded)).exitCode).toBe(1);
  });
});
