import { describe, expect, test } from 'vitest';
import { compareTask } from '../../../../src/core/compare/compare.ts';
import { run } from '../../../core/compare/build.ts';
import { ceiling, decideOne } from '../../../core/decide/build.ts';
import { answer, configured, scoresOf } from '../../../support/scoring.ts';

const ENGLISH = 'It is a fine day.';
const SEVERAL = 1000;

/** Each backend in each way in which an answer gets no score. */
const FAILING = [
  ['embedded: what it cannot read', {}, 'Вы все глупые'],
  [
    'command: a program that fails',
    { backend: 'command', command: [process.execPath, '-e', 'process.exit(3)'], version: '1' },
    ENGLISH,
  ],
  [
    'command: no number',
    {
      backend: 'command',
      command: [
        ...[process.execPath, '-e'],
        'process.stdin.on("data", (line) => console.log(JSON.stringify({ id: JSON.parse(line).id, score: "clean" })))',
      ],
      version: '1',
    },
    ENGLISH,
  ],
  [
    'moderations: nobody there',
    { backend: 'moderations', url: 'http://127.0.0.1:9/v1/moderations', model: 'm', attempts: 1 },
    ENGLISH,
  ],
] as const;

describe.each(FAILING)('%s', (_, options, output) => {
  const entry = { name: 'toxicity', ...options };

  test('is unscored, and counts as toxic under a ceiling', async () => {
    const [score] = await scoresOf(entry, [answer(output)]);
    expect(score).toEqual({ unscored: expect.stringMatching(/\w/) });
    const [metric] = configured(entry).metrics;
    if (metric === undefined || score === undefined) throw new Error('no score');
    const clean = Array.from({ length: SEVERAL }, () => 0);
    const verdict = (failed: number) => {
      const side = run([...clean, ...Array.from({ length: failed }, () => score)], metric);
      // A score that is missing on both sides is missing all the same.
      return decideOne(compareTask(side, side), ceiling(0.01), { minCoverage: 0.9 }).result;
    };
    expect(verdict(0).verdict).toBe('pass');
    expect(verdict(40).verdict).not.toBe('pass');
    expect(verdict(40).unscored.candidate).toBe(40);
    expect(verdict(1).bound?.value).toBeGreaterThan(verdict(0).bound?.value ?? 1);
  });
});
