import { expect, test } from 'vitest';
import { htmlCode } from '../../src/report/escape.ts';
import { redact, redactAll } from '../../src/report/redact.ts';

const SECRET = 'hf_5c2f-91ab/xyz';

test.each([
  ['in a fence', `\`\`\`\nkey: ${SECRET}\n\`\`\``, '```\nkey: ***\n```'],
  ['as inert code', htmlCode(`key=${SECRET}`), '<code>key&#61;***</code>'],
  ['twice', `${SECRET} ${SECRET}`, '*** ***'],
  ['not at all', 'nothing', 'nothing'],
])('a secret %s', (_, text, expected) => {
  expect(redact(text, [SECRET])).toBe(expected);
});

test('in data, whatever is made of it later', () => {
  const data = { [SECRET]: [`is ${SECRET}`, { deep: SECRET, count: 3, none: null, yes: true }] };
  expect(redactAll(data, [SECRET, 'is'])).toEqual({
    '***': ['is ***', { deep: '***', count: 3, none: null, yes: true }],
  });
});

test('of secrets that begin alike, the longer goes as a whole', () => {
  const secrets = ['token-1234', 'token-12345678'];
  expect(redact('token-12345678', secrets)).toBe('***');
  expect(redactAll(['token-12345678'], secrets)).toEqual(['***']);
});

test('what is too short to be a secret stays, or the report would be stars', () => {
  expect(redact('a pass', ['', 'a', 'pass'])).toBe('a pass');
});
