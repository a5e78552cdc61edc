import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXIT_CODES } from '../../src/domain/verdict.ts';
import { checkpoint, SUITE, temporaryFolder, verdictIn, weighbridge } from './support.ts';

const run = (out: string, candidate: string, ...more: string[]) =>
  weighbridge(['run', '--config', SUITE, '--candidate', checkpoint(candidate), '--out', out, ...more]);

const CHECKPOINTS = [
  {
    name: 'candidate-good',
    verdict: 'pass',
    exitCode: EXIT_CODES.notBlocked,
    decidedBy: /tickets\/exact_match/,
  },
  {
    name: 'candidate-forgetful',
    verdict: 'regression',
    exitCode: EXIT_CODES.regression,
    decidedBy: /facts\/acc/,
  },
  {
    name: 'candidate-rude',
    verdict: 'regression',
    exitCode: EXIT_CODES.regression,
    decidedBy: /profanity_rate/,
  },
] as const;

describe('the fixture checkpoints on the real engine', () => {
  test.each(CHECKPOINTS)('$name: $verdict', async ({ name, verdict, exitCode, decidedBy }) => {
    using folder = temporaryFolder();
    const finished = await run(folder.path, name);
    expect(finished.exitCode, finished.stderr).toBe(exitCode);
    const file = verdictIn(folder.path);
    expect(file.verdict).toBe(verdict);
    expect(file.blocked).toBe(exitCode !== 0);
    expect(file.summary).toMatch(decidedBy);
    const comment = readFileSync(join(folder.path, 'comment.md'), 'utf8');
    expect(
      comment
        .split('\n')
        .find((line) => !line.startsWith('<!--'))
        ?.toLowerCase(),
    ).toContain(verdict);
  });

  test('two runs give the same samples and the same verdict, byte for byte', async () => {
    using first = temporaryFolder();
    using second = temporaryFolder();
    await run(first.path, 'candidate-forgetful');
    await run(second.path, 'candidate-forgetful');
    for (const file of [
      'verdict.json',
      'comment.md',
      ...['facts', 'tickets', 'register', 'prose'].flatMap((task) => [
        `baseline/${task}/samples.jsonl`,
        `candidate/${task}/samples.jsonl`,
      ]),
    ]) {
      const [a, b] = [first, second].map(({ path }) => readFileSync(join(path, file)));
      expect(a?.equals(b as Buffer), file).toBe(true);
    }
  });
});

describe('a run that was ended half-way', () => {
  test.each([
    { signal: 'SIGKILL', at: /baseline\s+facts/ },
    { signal: 'SIGKILL', at: /candidate\s+tickets/ },
    { signal: 'SIGINT', at: /candidate\s+facts/ },
  ] as const)('$signal at $at, then again: the same verdict file as without', async ({ signal, at }) => {
    using whole = temporaryFolder();
    using broken = temporaryFolder();
    await run(whole.path, 'candidate-good');
    let killed = false;
    const first = await weighbridge(
      ['run', '--config', SUITE, '--candidate', checkpoint('candidate-good'), '--out', broken.path],
      {
        watch: (stderr, kill) => {
          if (!killed && at.test(stderr)) {
            killed = true;
            kill(signal);
          }
        },
      },
    );
    expect(killed).toBe(true);
    expect(first.exitCode).not.toBe(0);
    const second = await run(broken.path, 'candidate-good');
    expect(second.exitCode, second.stderr).toBe(0);
    const [a, b] = [whole, broken].map(({ path }) => readFileSync(join(path, 'verdict.json'), 'utf8'));
    expect(b).toBe(a);
  });

  test('judging what was left behind is invalid, never a pass', async () => {
    using folder = temporaryFolder();
    await run(folder.path, 'candidate-good');
    const samples = join(folder.path, 'candidate/facts/samples.jsonl');
    const lines = readFileSync(samples, 'utf8').trimEnd().split('\n');
    using cut = temporaryFolder();
    cpSync(folder.path, cut.path, { recursive: true });
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(cut.path, 'candidate/facts/samples.jsonl'), `${lines.slice(0, 40).join('\n')}\n`);
    const finished = await weighbridge([
      'gate',
      '--config',
      SUITE,
      '--baseline',
      join(cut.path, 'baseline'),
      '--candidate',
      join(cut.path, 'candidate'),
      '--out',
      join(cut.path, 'judged'),
    ]);
    expect(finished.exitCode, finished.stderr).toBe(EXIT_CODES.invalid);
  });
});
