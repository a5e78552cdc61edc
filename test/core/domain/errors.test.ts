import { describe, expect, test } from 'vitest';
import { formatLocation, IssueList, messageOf, WeighbridgeError } from '../../../src/core/domain/errors.ts';

describe('WeighbridgeError', () => {
  test('says where, what and what to do', () => {
    const error = new WeighbridgeError('config', 'unknown key "task"', {
      at: { file: 'weighbridge.yml', line: 3, column: 5, key: 'tasks.facts.task' },
      fix: 'did you mean "type"?',
    });
    expect(error.describe()).toBe(
      'weighbridge.yml:3:5 (tasks.facts.task): unknown key "task"\n  fix: did you mean "type"?',
    );
  });

  test('an issue list says all of them', () => {
    const issues = ['one', 'two'].map((message) => new WeighbridgeError('config', message));
    expect(new IssueList('config', issues).describe()).toBe('one\ntwo');
  });
});

test('formatLocation leaves out what is not known', () => {
  expect(formatLocation({ file: 'a.jsonl' })).toBe('a.jsonl');
  expect(formatLocation({ file: 'a.jsonl', line: 2 })).toBe('a.jsonl:2');
  expect(formatLocation({ file: 'a\n::add-mask::e.jsonl' })).toBe('a ::add-mask::e.jsonl');
});

test('messageOf takes anything that can be thrown', () => {
  expect(messageOf(new Error('x'))).toBe('x');
  expect(messageOf('y')).toBe('y');
});
