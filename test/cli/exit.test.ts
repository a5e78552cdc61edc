import { describe, expect, test } from 'vitest';
import { describeFailure, exitCodeOf } from '../../src/cli/exit.ts';
import { type ErrorKind, IssueList, WeighbridgeError } from '../../src/core/domain/errors.ts';

describe('what the process ends with', () => {
  test.each<[ErrorKind, number]>([
    ['usage', 4],
    ['config', 4],
    ['data', 3],
    ['checkpoint', 3],
    ['engine', 3],
    ['platform', 3],
  ])('%s: %d', (kind, code) => {
    const error = new WeighbridgeError(kind, 'broken');
    expect(exitCodeOf(error)).toBe(code);
    expect(exitCodeOf(new IssueList(kind, [error, error]))).toBe(code);
  });

  test.each([new Error('a bug'), new TypeError('x is undefined'), 'a string', undefined])(
    'anything else is our own fault: %s',
    (error) => {
      expect(exitCodeOf(error)).toBe(5);
      expect(describeFailure(error)).toMatch(/^This is a fault of Weighbridge itself.*Please report it\.\n/);
    },
  );
});

test.each([
  ['EIO', 'read', 3],
  ['ESTALE', 'read', 3],
  ['ENOSPC', 'write', 3],
  ['EPERM', 'kill', 5],
  ['EACCES', 'spawn node', 5],
])('%s of %s, where the system names no file: %d', (code, syscall, exitCode) => {
  const error = Object.assign(new Error(`${code}: ${syscall}`), { code, syscall });
  expect(exitCodeOf(error)).toBe(exitCode);
  expect(describeFailure(error).startsWith('error: ')).toBe(exitCode === 3);
});

test('an error says where, what and the fix', () => {
  const error = new WeighbridgeError('config', 'unknown key', {
    at: { file: 'w.yml', line: 3 },
    fix: 'remove it',
  });
  expect(describeFailure(error)).toBe('error: w.yml:3: unknown key\n  fix: remove it');
});

test('our own fault comes with its stack', () => {
  expect(describeFailure(new Error('a bug'))).toContain('exit.test.ts');
});
