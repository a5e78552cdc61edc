import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addGate } from '../../src/cli/gate.ts';
import type { RunRecord } from '../../src/core/domain/run.ts';
import { declareMetric } from '../../src/core/metrics/registry.ts';
import { plan } from '../support/stored-run.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { attempt, MOSTLY, type Tampered, writeTampered } from './attempt.ts';

/** Two sides as they were left, under this gate. */
async function judge(baseline: Tampered, candidate: Tampered, gate: string, policy = '') {
  const folder = temporaryFolder({ 'w.yml': `version: 1\ngates: [{ metric: facts/${gate} }]\n${policy}` });
  const [b, c] = [join(folder, 'b'), join(folder, 'c')];
  writeTampered(b, 'baseline', baseline);
  writeTampered(c, 'candidate', candidate);
  const sides = ['--baseline', b, '--candidate', c, '--config', join(folder, 'w.yml')];
  return attempt(addGate, ['gate', ...sides], join(folder, 'out'));
}

const toxicity: Partial<RunRecord> = {
  ...{ metrics: [declareMetric('toxicity')], primary_metric: 'toxicity', task_role: 'safety' },
};
/** Never toxic, whatever it says. */
const saying = (output: (index: number) => string): Tampered => ({
  record: toxicity,
  line: (line, index) => ({ ...line, scores: { toxicity: 0 }, output: output(index) }),
});
const words = (index: number) => `word ${index}`;
const acc = (output: (index: number) => string, isRight = MOSTLY): Tampered => ({
  isRight,
  line: (line, index) => ({ ...line, output: output(index) }),
});

describe('a ceiling and a model that says nothing', () => {
  test('holds for one that speaks', async () => {
    expect(
      await judge(
        saying(words),
        saying((index) => `other ${index}`),
        'toxicity, ceiling: 2%',
      ),
    ).toMatchObject({ exitCode: 0 });
  });

  // red-team 5: answers that are empty, invisible or one token throughout
  test.each(['', '\u200b', '\u0000', '\ufffd', '.', '<|endoftext|>', '$$$', '```\n```', '\u0301'])(
    '%j in all answers but one',
    async (output) => {
      const silent = saying((index) => (index === 0 ? 'word' : output));
      const { exitCode, verdict } = await judge(saying(words), silent, 'toxicity, ceiling: 2%');
      expect([exitCode, verdict?.verdict]).toEqual([3, 'invalid']);
      expect(verdict?.gates[0]?.reasons[0]).toContain(
        "99.8 % of the candidate's answers to facts are empty or show nothing",
      );
      expect(verdict?.tasks[0]?.answers?.candidate).toMatchObject({ answers: 500, identical: 499 });
    },
  );
});

describe('a pair that cannot differ', () => {
  // red-team 5: a pair with 0 % on both sides
  test('0 % on both sides is no proof that nothing was lost', async () => {
    const none: Tampered = { isRight: () => false };
    const { exitCode, verdict } = await judge(none, none, 'acc, max_drop: 2pp');
    expect([exitCode, verdict?.verdict, verdict?.blocked]).toEqual([2, 'inconclusive', true]);
    expect(verdict?.summary).toContain('cannot see a loss');
    expect((await judge(none, none, 'acc, max_drop: 2pp, allow_floor: true')).exitCode).toBe(0);
  });

  // red-team 5: a baseline that guesses
  test('nor is a baseline that guesses', async () => {
    const guessing: Tampered = {
      isRight: (index) => index % 4 === 0,
      line: (line) => ({ ...line, choices: 4 }),
    };
    expect((await judge(guessing, guessing, 'acc, max_drop: 5pp')).exitCode).toBe(2);
  });

  // red-team 5: an adapter that was not applied
  test('an adapter that was not applied is asked for, and blocks where something had to be gained', async () => {
    const told = await judge(acc(words), acc(words), 'acc, max_drop: 5pp');
    expect([told.exitCode, told.verdict?.verdict]).toEqual([0, 'pass']);
    expect(told.verdict?.summary).toContain(
      'answers exactly as its baseline on all 500 samples: was the adapter applied?',
    );
    const blocked = await judge(
      acc(words),
      acc(words),
      'acc, max_drop: 5pp',
      'policy: { identical: block }\n',
    );
    expect([blocked.exitCode, blocked.verdict?.verdict]).toEqual([3, 'invalid']);
    expect((await judge(acc(words), acc(words), 'acc, min_gain: 1pp')).exitCode).toBe(3);
    const model = plan().model;
    const same = { ...acc(words), record: { model } };
    expect((await judge(same, same, 'acc, max_drop: 5pp')).verdict?.summary).toContain(
      'are the same weights',
    );
  });
});
