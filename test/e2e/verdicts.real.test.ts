import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

describe('the fixture checkpoints, evaluated sequentially', () => {
  /** The suite, which says `evaluation: sequential`. */
  function sequentialSuite(folder: string): string {
    cpSync(dirname(SUITE), folder, { recursive: true });
    const config = join(folder, 'weighbridge.yml');
    const text = readFileSync(config, 'utf8').replace('policy:', 'policy:\n  evaluation: sequential');
    writeFileSync(config, text);
    return config;
  }
  const evaluated = (out: string) =>
    verdictIn(out).tasks.map(({ task, samples, stopped }) => [task, samples.candidate.evaluated, stopped]);

  test.each([
    { name: 'candidate-good', verdict: 'pass', exitCode: EXIT_CODES.notBlocked, most: 0.6 },
    { name: 'candidate-forgetful', verdict: 'regression', exitCode: EXIT_CODES.regression, most: 0.15 },
    { name: 'candidate-rude', verdict: 'regression', exitCode: EXIT_CODES.regression, most: 0.5 },
  ])('$name: $verdict, from $most of the samples at most', async ({ name, verdict, exitCode, most }) => {
    using folder = temporaryFolder();
    const config = sequentialSuite(join(folder.path, 'suite'));
    const out = join(folder.path, 'out');
    const sides = ['--baseline', checkpoint('base'), '--candidate', checkpoint(name)];
    const command = ['run', '--config', config, ...sides, '--out', out];
    const first = await weighbridge(command);
    expect(first.exitCode, first.stderr).toBe(exitCode);
    const file = verdictIn(out);
    expect(file.verdict).toBe(verdict);
    const of = (key: 'planned' | 'evaluated') =>
      file.tasks.reduce((total, { samples }) => total + samples.candidate[key], 0);
    expect(of('evaluated')).toBeLessThan(most * of('planned'));
    expect(readFileSync(join(out, 'comment.md'), 'utf8')).toContain('as soon as the verdict was known saved');

    // Asking again is no second draw, and neither is asking for the rest.
    const before = evaluated(out);
    await weighbridge(command);
    expect(evaluated(out)).toEqual(before);
    expect(verdictIn(out)).toEqual(file);
    const full = await weighbridge([...command, '--full']);
    expect(full.exitCode, full.stderr).toBe(exitCode);
    expect(evaluated(out).every(([, , stopped]) => stopped === undefined)).toBe(true);
    const decided = file.gates.filter((gate) => gate.verdict !== 'inconclusive');
    expect(verdictIn(out).gates).toEqual(expect.arrayContaining(decided));
  });
});
