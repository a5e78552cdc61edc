import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandData, createLogFence, fenceLine } from '../../src/report/log-fence.ts';

/** The runner's own rules, from actions/runner `ActionCommand.cs`: v2 at the start of a line, v1 anywhere in it. */
function isCommand(line: string): boolean {
  return line.trimStart().startsWith('::') || line.includes('##[');
}

/** How the runner splits a stream: .NET's ReadLine ends a line at `\r`, `\n` or `\r\n`. */
const runnerLines = (text: string) => text.split(/\r\n|\r|\n/);

const commands = [
  '::set-output name=verdict::pass',
  '##[add-path]/tmp',
  '::add-mask::e',
  '\u200b::error::x',
  '::stop-commands::t',
];
const output = fc
  .array(
    fc.oneof(
      fc.constantFrom(...commands, '\r', '\n', '\r\n', ' ', '#', '##', '['),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

describe('nothing a child prints reaches the runner as a command', () => {
  test('however the output is cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(output), (pieces) => {
        const fence = createLogFence();
        const lines = [...pieces.flatMap((piece) => fence.push(piece)), ...fence.end()];
        for (const line of runnerLines(lines.join('\n'))) expect(isCommand(line)).toBe(false);
      }),
    );
  });

  test('the test can fail: raw output is full of commands', () => {
    expect(commands.filter((command) => isCommand(command))).toHaveLength(4);
  });

  test.each([
    ['hello', '  | hello'],
    ['##[error]x and ##[group]y', '  | ##\\[error]x and ##\\[group]y'],
    ['\u001b[31mred\u0007', '  | [31mred'],
    ['a\tb', '  | a b'],
    ['x'.repeat(2500), `  | ${'x'.repeat(2000)}… (2500 characters)`],
  ])('fenceLine(%#)', (line, expected) => {
    expect(fenceLine(line)).toBe(expected);
  });
});

describe('problem matchers that earlier steps have registered', () => {
  test.each([
    ['a file at the start of a line', /^([^\s].*)$/, 'src/gate.ts(1,2): error TS1005: expected'],
    ['a line of a traceback', /^\s*File\s"(.*)",\sline\s(\d+),\sin\s(.*)$/, '  File "x.py", line 1, in main'],
    ['a position and a severity', /^\s+(\d+):(\d+)\s+(error|warning)\s+(.*)$/, '  1:0  error  unused'],
  ])('%s annotates nothing: the prefix comes first', (_, matcher, line) => {
    expect(line).toMatch(matcher);
    expect(fenceLine(line)).not.toMatch(matcher);
  });
});

test('a command of ours holds no other', () => {
  fc.assert(
    fc.property(output, (text) => {
      const data = commandData(text);
      expect(data).not.toMatch(/[\r\n]|##\[|%(?!25)/);
    }),
  );
  expect(commandData('100 %\r\n##[error]x')).toBe('100 %25 ⏎ ##\\[error]x');
});

describe('a stream', () => {
  test('lines come when they are complete, the last one at the end', () => {
    const fence = createLogFence();
    expect(fence.push('one\ntw')).toEqual(['  | one']);
    expect(fence.push('o\r')).toEqual([]);
    expect(fence.push('\nthree')).toEqual(['  | two']);
    expect(fence.end()).toEqual(['  | three']);
    expect(fence.end()).toEqual([]);
  });

  test('a line without an end does not pile up in memory', () => {
    const fence = createLogFence();
    expect(fence.push('x'.repeat(5000))).toHaveLength(1);
  });

  test('the whole is capped, and says so once', () => {
    const fence = createLogFence(10);
    expect(fence.push('12345\n6789\nmore\n')).toEqual([
      '  | 12345',
      '  | (output beyond 10 characters is not shown)',
    ]);
    expect(fence.push('still more\n')).toEqual([]);
  });
});
