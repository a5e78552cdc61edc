import { expect, test } from 'vitest';
import { answer, configured, scoresOf } from '../../../support/scoring.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

test.each<[unknown, RegExp]>([
  ['def check(f): pass', /not JSON/],
  [{ prompt: 'x' }, /has no test: use doc_to_target/],
  [['x'], /has no test/],
  [{ test: 'x', entry_point: 'a); import os; (' }, /an entry_point that is no name/],
])('%j is no target', (target, message) => {
  const text = typeof target === 'string' ? target : JSON.stringify(target);
  for (const name of ['python_tests', 'javascript_tests']) {
    expect(configured(name).checkTargets([text])).toMatch(message);
  }
});

test.each<['python_tests' | 'javascript_tests', object, RegExp]>([
  ['python_tests', { test: 'def check(f):\n    assert f() == 1\n' }, /has no entry_point/],
  ['javascript_tests', { test: 'function check(f) { assert(f()); }' }, /has no entry_point/],
  [
    'python_tests',
    { test: 'import unittest\nclass T(unittest.TestCase):\n    def test_a(self): f()\n' },
    /nobody calls/,
  ],
  [
    'python_tests',
    { test: 'WANTED = 3\r\n\r\ndef test_add():\r\n    assert add(1, 2) == WANTED' },
    /nobody calls/,
  ],
  ['python_tests', { test: 'assert add(1, 2) == 3', entry_point: 'add' }, /without the function `check`/],
])('%s refuses %j, whose tests never run', (name, target, message) => {
  expect(configured(name).checkTargets([JSON.stringify(target)])).toMatch(message);
});

test.each([
  'assert add(1, 2) == 3',
  'def check(f):\n    assert f(1, 2) == 3\n\ncheck(add)',
  'def test():\n    assert add(1, 2) == 3\n\nif True:\n    test()',
  'class T: pass\nresult = run(T)\nassert result',
])('what is called without an entry point is taken: %j', (test) => {
  expect(configured('python_tests').checkTargets([JSON.stringify({ test })])).toBeNull();
});

test('a check in Python that nobody awaits is refused, one in JavaScript is awaited', () => {
  const target = (test: string) => JSON.stringify({ test, entry_point: 'add' });
  expect(
    configured('python_tests').checkTargets([target('async def check(f):\n    assert await f() == 1')]),
  ).toMatch(/asynchronous check/);
  expect(configured('python_tests').checkTargets([target('def check(f):\n    assert f() == 1')])).toBeNull();
  expect(configured('javascript_tests').checkTargets([target('async function check(f) {}')])).toBeNull();
});

test('without pyodide nothing is run, and the command that installs it is named', async () => {
  const before = process.env.WEIGHBRIDGE_CACHE;
  process.env.WEIGHBRIDGE_CACHE = temporaryFolder();
  try {
    await expect(scoresOf('python_tests', [answer('x', '{"test": "1"}')])).rejects.toMatchObject({
      message: expect.stringMatching(/pyodide, which is not installed|the process that runs code is missing/),
    });
  } finally {
    if (before === undefined) delete process.env.WEIGHBRIDGE_CACHE;
    else process.env.WEIGHBRIDGE_CACHE = before;
  }
});
