import { describe, expect, test } from 'vitest';
import { passes } from './programs.ts';

describe('deepEqual', () => {
  test.each([
    ['{ a: [1, { b: null }] }', '{ a: [1, { b: null }] }'],
    ['new Set([1, 2])', 'new Set([2, 1])'],
    ['new Set([{ a: 1 }, [2]])', 'new Set([[2], { a: 1 }])'],
    ['new Map([["a", new Set([1])]])', 'new Map([["a", new Set([1])]])'],
    ['new Date(1)', 'new Date(1)'],
    ['new (class Point { constructor() { this.x = 1; } })()', '{ x: 1 }'],
    ['Object.create(null)', '{}'],
    ['NaN', 'NaN'],
  ])('%s is %s', async (said, right) => {
    expect(await passes(`f = () => (${said})`, `assert.deepEqual(f(), ${right})`)).toBe(true);
  });

  test.each([
    ['{ a: [1, { b: null }] }', '{ a: [1, { b: 0 }] }'],
    ['new Set([1])', 'new Set([2])'],
    ['new Set([[1], [1]])', 'new Set([[1], [2]])'],
    ['new Set([[1], [2]])', 'new Set([[1], [1]])'],
    ['new Set()', 'new Map()'],
    ['{}', 'new Set([1])'],
    ['[]', 'new Map([[1, 2]])'],
    ['new Map([["a", 1]])', 'new Map([["a", 2]])'],
    ['new Map([["a", 1]])', 'new Map([["b", 1]])'],
    ['new Date(1)', 'new Date(2)'],
    ['/a/', '/b/'],
    ['new Error("a")', 'new Error("b")'],
    ['Promise.resolve(1)', 'Promise.resolve(2)'],
    ['new Number(1)', 'new Number(2)'],
    ['Object.setPrototypeOf(/a/, Object.prototype)', '/b/'],
    ['Object.setPrototypeOf(new Set([1]), Object.prototype)', '{}'],
  ])('%s is not %s', async (said, right) => {
    expect(await passes(`f = () => (${said})`, `assert.deepEqual(f(), ${right})`)).toBe(false);
  });

  test.each([
    ['Set.prototype.forEach = Map.prototype.forEach = () => {};'],
    ['Object.defineProperty(Array.prototype, "0", { set() {} });'],
    ['Object.defineProperty(Object.prototype, "size", { get: () => 0, set() {} });'],
    ['Object.getPrototypeOf = () => null; Date.prototype.getTime = () => 0;'],
  ])('is not talked round by %s', async (cheat) => {
    expect(await passes(`${cheat} f = () => new Set([1])`, 'assert.deepEqual(f(), new Set([2]))')).toBe(
      false,
    );
  });
});

describe('a test that promises', () => {
  test.each<[string, boolean, ...string[]]>([
    ['passes where it keeps it', true, 'async function check(f) { assert.equal(await f(), 1); }', 'check(f)'],
    [
      'fails where it breaks it',
      false,
      'async function check(f) { assert.equal(await f(), 2); }',
      'check(f)',
    ],
    [
      'fails in what follows',
      false,
      'function check(f) { return f().then((v) => assert.equal(v, 2)); }',
      'check(f)',
    ],
    ['fails without an entry point', false, '(async () => { assert.equal(await f(), 2); })()'],
    [
      'fails where nobody waits for what fails',
      false,
      'function check(f) { f().then((v) => assert.equal(v, 2)); }',
      'check(f)',
    ],
    ['passes where nobody waits for what holds', true, 'f().then((v) => assert.equal(v, 1)); 0'],
    [
      'may catch what fails at once',
      true,
      'try { assert.equal(1, 2); } catch { assert.equal(1, 1); } assert.throws(() => assert.equal(1, 2))',
    ],
    [
      'fails where nothing comes of it',
      false,
      'function check(f) { return new Promise(() => {}); }',
      'check(f)',
    ],
    ['fails where it goes on for ever', false, '(async () => { for (;;) await f(); })()'],
  ])(
    '%s',
    async (_, expected, ...tests) => {
      expect(await passes('const f = async () => 1;', ...tests)).toBe(expected);
    },
    20_000,
  );
});

test.each([
  'let assert = { equal() {} };',
  'const assert = Object.assign(() => {}, { equal() {} });',
  'class assert { static equal() {} }',
])('%s comes before no assert of the tests', async (cheat) => {
  expect(await passes(`const f = () => 0; ${cheat}`, 'assert.equal(f(), 1)')).toBe(false);
});

test('a helper of that name is no cheat', async () => {
  const code =
    'function assert(is) { if (!is) throw new Error(); } const f = () => { assert(true); return 1; };';
  expect(await passes(code, 'assert.equal(f(), 1)')).toBe(true);
});
