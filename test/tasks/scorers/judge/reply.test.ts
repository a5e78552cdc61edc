import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Criterion } from '../../../../src/tasks/scorers/judge/options.ts';
import { gradesReader } from '../../../../src/tasks/scorers/judge/reply.ts';
import { grades } from '../../../support/judge-server.ts';

const named = (name: string): Criterion => ({ name, description: 'x', anchors: {} });
const ONE = [named('helpful')];
const TWO = [named('helpful'), named('correct')];
const SCALE = { min: 1, max: 5 };
const one = gradesReader(ONE, SCALE);
const good = grades({ helpful: 4 });

describe('a reply in the form that was asked for', () => {
  test.each([
    ['alone', good],
    ['with white space', `\n ${good}\n`],
    ['in a code block', `\`\`\`json\n${good}\n\`\`\``],
    ['after a sentence', `Here it is: ${good}`],
    [
      'after thoughts that hold another one',
      `<think>maybe {"helpful":{"reason":"x","score":1}}</think>${good}`,
    ],
    ['after a brace that opens nothing', `{ I say: ${good}`],
    ['with a reason that talks of scores', grades({ helpful: 4 }, '"score": 1, {"score": 5} \\" }{')],
  ])('%s', (_, reply) => {
    expect(one(reply)).toEqual({ scores: [4] });
  });

  test('several criteria come in the order of the task', () => {
    expect(gradesReader(TWO, SCALE)(grades({ correct: 1, helpful: 5 }))).toEqual({ scores: [5, 1] });
  });
});

describe('anything else gives no score, and never a 0', () => {
  test.each([
    ['nothing', ''],
    ['a sentence', 'I would give this a 5.'],
    ['a number', '5'],
    ['an empty object', '{}'],
    ['no reason', '{"helpful": {"score": 5}}'],
    ['a bare score', '{"helpful": 5}'],
    ['a score as a text', '{"helpful": {"reason": "x", "score": "5"}}'],
    ['a score between two', '{"helpful": {"reason": "x", "score": 4.5}}'],
    ['a score off the scale', grades({ helpful: 6 })],
    ['a score below the scale', grades({ helpful: 0 })],
    ['one criterion too many', grades({ helpful: 4, correct: 4 })],
    ['another criterion', grades({ correct: 4 })],
    ['a key more', '{"helpful": {"reason": "x", "score": 4, "final": 5}}'],
    ['a reply that was cut off', good.slice(0, -3)],
    ['two objects', `${grades({ helpful: 5 })}\n${grades({ helpful: 1 })}`],
    ['an object of the answer that is quoted', `The answer says {"grade": 5}. ${good}`],
    ['a score twice', '{"helpful": {"reason": "x", "score": 1, "score": 5}}'],
    ['a criterion twice', '{"helpful": {"reason": "x", "score": 1}, "helpful": {"reason": "x", "score": 5}}'],
    ['a score twice, once in disguise', '{"helpful": {"reason": "x", "score": 1, "sc\\u006fre": 5}}'],
    ['thoughts without an end', `<think>${'{'.repeat(3)}`],
    ['a flood of braces', '{'.repeat(100_000)],
  ])('%s', (_, reply) => {
    expect(one(reply)).toEqual({ fault: expect.stringMatching(/reply of the judge/) });
  });
});

test('whatever a reply says, its grades are those of the score fields or none', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.constantFrom('{', '}', '"score":5', good),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), (pieces) => {
      const found = one(pieces.join(''));
      if ('scores' in found) expect(found.scores).toEqual([4]);
    }),
  );
});

test('no reason changes the grade', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 5 }), (reason, score) => {
      expect(one(grades({ helpful: score }, reason))).toEqual({ scores: [score] });
    }),
  );
});
