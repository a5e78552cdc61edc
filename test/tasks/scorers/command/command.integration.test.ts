import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { answer, configured, issuesOf, versionOf } from '../../../support/scoring.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

// Pins command, module.

const never = new AbortController().signal;
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const scorer of opened.splice(0)) await scorer.close();
  vi.unstubAllEnvs();
});

async function open(entry: Record<string, unknown>, directory = '/') {
  const scorer = await configured(entry).open(directory);
  opened.push(scorer);
  return async (...texts: readonly string[]) =>
    (
      await scorer.score(
        texts.map((text) => answer(text, 'right')),
        never,
      )
    ).map((scores) => Object.values(scores)[0]);
}

/** A program that answers each line with what the expression makes of it, and knows how often it was asked. */
const program = (expression: string, more: object = {}) => ({
  name: 'command',
  version: '1',
  command: [
    process.execPath,
    '-e',
    `let asked = 0;
     require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
       const { id, text, targets } = JSON.parse(line);
       asked += 1;
       const answer = ${expression};
       if (answer !== undefined) console.log(JSON.stringify({ id, ...answer }));
     });`,
  ],
  ...more,
});

describe('a program that is kept', () => {
  test('answers several batches', async () => {
    const score = await open(program('({ score: asked / 10 })'));
    expect(await score('a', 'b')).toEqual([0.1, 0.2]);
    expect(await score('c')).toEqual([0.3]);
  });

  test('sees answer and targets, whatever they are', async () => {
    const score = await open(
      program('({ score: Number(text === "a\\n\\u2028\\"" && targets[0] === "right") })'),
    );
    expect(await score('a\n\u2028"')).toEqual([1]);
  });

  test('says of what it gives no score', async () => {
    const score = await open(program('text === "x" ? { unscored: "no\\nx" } : { score: 1 }'));
    expect(await score('x', 'y')).toEqual([{ unscored: 'no x' }, 1]);
  });

  test('that answers before it is asked, or too late, has answered nothing', async () => {
    const late = await open(
      program(
        '(setTimeout(() => console.log(JSON.stringify({ id: String(Number(id) + 1), score: 0 })), 20), { score: 1 })',
      ),
    );
    expect(await late('a')).toEqual([1]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await late('b')).toEqual([1]);
  });

  test('that dies leaves what it did not answer unscored, and is started anew', async () => {
    const score = await open(program('text === "die" ? process.exit(3) : { score: asked / 10 }'));
    expect(await score('a', 'die', 'b')).toEqual([
      0.1,
      ...Array(2).fill({ unscored: expect.stringMatching(/ended with 3/) }),
    ]);
    expect(await score('a')).toEqual([0.1]);
  });

  test('that went between two batches is started anew for the next, once', async () => {
    const note = join(temporaryFolder(), 'pid');
    const noted = `require('node:fs').writeFileSync(${JSON.stringify(note)}, String(process.pid))`;
    const after = (code: number) =>
      `(${noted}, setTimeout(() => process.exit(${code}), 5), { score: asked / 10 })`;
    for (const code of [0, 3]) {
      const score = await open(program(after(code)));
      expect(await score('a')).toEqual([0.1]);
      const pid = Number(readFileSync(note, 'utf8'));
      await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), { timeout: 10_000 });
      expect(await score('b')).toEqual([0.1]);
    }
    const score = await open(program('text === "die" ? process.exit(3) : { score: asked / 10 }'));
    expect(await score('a')).toEqual([0.1]);
    expect(await score('die', 'b')).toEqual(
      Array(2).fill({ unscored: expect.stringMatching(/ended with 3/) }),
    );
  });

  test('that hangs is ended', async () => {
    const score = await open(program('text === "hang" ? undefined : { score: 1 }', { timeout_seconds: 2 }));
    expect(await score('a', 'hang')).toEqual([1, { unscored: 'command: the command took longer than 2 s' }]);
  });

  test('that says an answer twice, or a number out of its range, has said none', async () => {
    const twice = await open(program('(console.log(JSON.stringify({ id, score: 0 })), { score: 1 })'));
    expect(await twice('a', 'b')).toEqual([
      { unscored: expect.stringMatching(/no usable score/) },
      expect.anything(),
    ]);
    const score = await open(program('({ score: 1.5 })'));
    expect(await score('a')).toEqual([
      { unscored: 'a score of 1.5 is outside of 0 to 1, which the task declares' },
    ]);
    expect(await (await open(program('({ score: 1.5 })', { max: null })))('a')).toEqual([1.5]);
  });

  test('has no token, and is gone when the task is over', async () => {
    vi.stubEnv('GITHUB_TOKEN', 'ghs_secret');
    const note = join(temporaryFolder(), 'pid');
    const score = await open(
      program(
        `(require('node:fs').writeFileSync(${JSON.stringify(note)}, process.pid + ' ' + process.cwd()), { score: Number('GITHUB_TOKEN' in process.env) })`,
      ),
    );
    expect(await score('a')).toEqual([0]);
    const [pid = '', folder = ''] = readFileSync(note, 'utf8').split(' ');
    expect(() => process.kill(Number(pid), 0)).not.toThrow();
    await opened.pop()?.close();
    expect(() => process.kill(Number(pid), 0)).toThrow();
    expect(existsSync(folder)).toBe(false);
  });
});

test('a program that reads to the end is started for each batch', async () => {
  const all = `const lines = require('node:fs').readFileSync(0, 'utf8').trim().split('\\n');
    lines.forEach((line, index) => console.log(JSON.stringify({ id: JSON.parse(line).id, score: lines.length / 10 })));`;
  const score = await open({
    name: 'command',
    version: '1',
    process: 'batch',
    command: [process.execPath, '-e', all],
  });
  expect(await score('a', 'b')).toEqual([0.2, 0.2]);
  expect(await score('c')).toEqual([0.1]);
});

test('a program that is not there is a fault of the config', async () => {
  const score = await open({ name: 'command', version: '1', command: ['no-such-program'] });
  await expect(score('a')).rejects.toThrow(/the command command cannot be started/);
});

describe('a module', () => {
  const module = (code: string, more: object = {}) =>
    open({ name: 'module', file: 'metric.mjs', ...more }, temporaryFolder({ 'metric.mjs': code }));

  test('gives a number, a truth or a reason', async () => {
    const score = await module(
      'export default async (text, targets) => text === "n" ? 0.5 : text === "t" ? targets.length === 1 : text === "e" ? null.x : { unscored: "because" };',
    );
    expect(await score('n', 't', 'e', 'u')).toEqual([
      0.5,
      1,
      { unscored: expect.stringMatching(/^the module failed: Cannot read/) },
      { unscored: 'because' },
    ]);
  });

  test.each<[string, string, RegExp]>([
    ['loops without end', 'for (;;);', /longer than 3 s/],
    ['never answers', 'return new Promise(() => {});', /longer than 3 s/],
    ['ends the process', 'process.exit(0);', /the command ended/],
    ['ends it by a signal', 'process.kill(process.pid, "SIGKILL");', /ended with SIGKILL/],
    [
      'throws what cannot be read',
      'throw { get message() { throw new Error("no"); } };',
      /the module failed/,
    ],
    ['throws nothing', 'throw null;', /the module failed/],
    [
      'gives an object that cannot be read',
      'return { get unscored() { throw new Error("no"); } };',
      /the module failed: no/,
    ],
    ['gives no number', 'return NaN;', /gave no number/],
    ['gives the text of a number', 'return "1";', /gave no number/],
    ['gives a large integer', 'return 1n;', /gave no number/],
    [
      'gives an object that is worth a number',
      'return { valueOf: () => 1, toJSON: () => 1 };',
      /gave no number/,
    ],
    [
      'has every text written otherwise',
      'Object.prototype.toJSON = () => ({ id: "0", score: 1 }); return {};',
      /./,
    ],
    ['takes every number for one', 'Number.isFinite = () => true; return Infinity;', /no finite number/],
    [
      'writes without end',
      'for (;;) process.stdout.write("x".repeat(1 << 20));',
      /wrote too much|longer than 3 s/,
    ],
    ['writes a long line', 'process.stdout.write("x".repeat(1 << 25)); return 1;', /wrote too much/],
  ])('that %s scores nothing, and the next batch is asked of another', async (_, attack, reason) => {
    const score = await module(
      `export default (text) => { if (text === "attack") { ${attack} } return 0.5; };`,
      {
        timeout_seconds: /longer/.test(String(reason)) ? 3 : 30,
      },
    );
    const [before, attacked] = await score('a', 'attack');
    expect([0.5, { unscored: expect.any(String) }]).toContainEqual(before);
    expect(attacked).toEqual({ unscored: expect.stringMatching(reason) });
    expect(await score('a', 'b')).toEqual([0.5, 0.5]);
  });

  // A text that a module prints may hold lines like its own.
  test('that prints answers for others gives them no score', async () => {
    const score = await module(
      'export default (text) => { if (text === "attack") for (let id = 0; id < 99; id += 1) console.log(JSON.stringify({ id: String(id), score: 1 })); return 0.5; };',
    );
    expect(await score('a', 'attack')).toEqual([0.5, 0.5]);
    expect(await score('a', 'b')).toEqual([0.5, 0.5]);
  });

  test('without a function scores nothing', async () => {
    const score = await module('export const x = 1;');
    expect(await score('a')).toEqual([
      { unscored: expect.stringMatching(/ended with 1.*no default export/) },
    ]);
  });

  test('that is not there is a fault of the config', async () => {
    for (const more of [{}, { reads: ['lib'] }])
      await expect(
        open({ name: 'module', file: 'no.mjs', ...more }, temporaryFolder({ 'lib/a.txt': 'a' })),
      ).rejects.toThrow(/module of a scorer is not there/);
  });

  test('is part of the fingerprint', async () => {
    const at = (code: string) =>
      versionOf({ name: 'module', file: 'm.mjs' }, temporaryFolder({ 'm.mjs': code }));
    expect(await at('1')).not.toBe(await at('2'));
  });
});

describe('what code of yours reads besides', () => {
  const entries = [
    { name: 'module', file: 'm.mjs', reads: ['lib'] },
    { ...program('({ score: 1 })'), reads: ['lib'] },
    { name: 'toxicity', backend: 'command', command: ['m'], version: '1', reads: ['lib'] },
  ];
  const files = { 'm.mjs': '1', 'lib/deep/a.txt': 'a', 'lib/b.txt': 'b' };
  const others = [
    { ...files, 'lib/b.txt': 'c' },
    { ...files, 'lib/c.txt': '' },
    { 'm.mjs': '1', 'lib/deep/b.txt': 'a', 'lib/b.txt': 'b' },
  ];

  test.each(entries)('is part of the fingerprint of $name', async (entry) => {
    const at = (texts: Record<string, string>) => versionOf(entry, temporaryFolder(texts));
    expect(await at({ ...files, 'other.txt': 'd' })).toBe(await at(files));
    for (const other of others) expect(await at(other)).not.toBe(await at(files));
  });

  test.each(entries)('and $name is refused where it is not there', async (entry) => {
    await expect(versionOf(entry, temporaryFolder({ 'm.mjs': '1' }))).rejects.toThrow(
      /what the program of a scorer reads cannot be read/,
    );
  });
});

test.each<[Record<string, unknown>, RegExp]>([
  [{ name: 'module', file: 'metric.py' }, /ends in \.js/],
  [{ name: 'command', command: ['x'] }, /^version: /],
])('%j is refused', (entry, message) => {
  expect(issuesOf(entry)).toMatch(message);
});

test('what is declared is what gates see', () => {
  const { metrics, runsCode } = configured({
    name: 'command',
    command: ['x'],
    version: '1',
    direction: 'lower_is_better',
    min: 0,
    max: 5,
  });
  expect(metrics[0]).toMatchObject({
    direction: 'lower_is_better',
    unit: 'number',
    range: { min: 0, max: 5 },
  });
  expect(runsCode).toBe(true);
});
