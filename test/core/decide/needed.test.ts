import { expect, test } from 'vitest';
import { compareTask } from '../../../src/core/compare/compare.ts';
import { run } from '../compare/build.ts';
import { decideOne, maxDrop } from './build.ts';

test.each([
  ['half right', 0.5, 20, 53],
  ['right', 1, 20, 52],
])('answers that are all %s and unchanged take as many as the rule does', (_, score, count, needed) => {
  const side = run(Array.from({ length: count }, () => score));
  expect(decideOne(compareTask(side, side), maxDrop(0.05)).result.needed).toBe(needed);
  const enough = run(Array.from({ length: needed }, () => score));
  expect(decideOne(compareTask(enough, enough), maxDrop(0.05)).result.verdict).toBe('pass');
});
