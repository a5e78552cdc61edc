import { expect, test } from 'vitest';
import { answer, issuesOf, scoresOf } from '../../support/scoring.ts';

// Pins layout.

test.each([
  [['plain'], 'It is Monday.', 1],
  [['plain'], '- one\n- two', 0],
  [['list', 'table'], '- one\n- two', 1],
  [['list', 'table'], '| a | b |\n|-|-|\n| 1 | 2 |', 1],
  [['JSON'], '```json\n{"a": 1}\n```', 1],
  [['JSON'], 'Here: {"a": 1}', 0],
  [['code'], 'So:\n```\nx\n```', 1],
  [['headings'], '# One\ntext', 1],
  [['empty'], ' …\n', 1],
  [['plain'], ' …\n', 0],
])('%j of %j', async (is, output, expected) => {
  expect(await scoresOf({ name: 'layout', is }, [answer(output)])).toEqual([expected]);
});

test.each([
  [[], /is: /],
  [['plain', 'plain'], /a form is here twice/],
  [['prose'], /is\.0: /],
  [['empty', 'JSON', 'code', 'table', 'list', 'headings', 'plain'], /every answer is in one of these forms/],
])('%j is refused', (is, message) => {
  expect(issuesOf({ name: 'layout', is })).toMatch(message);
});
