import { afterEach, describe, expect, test, vi } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { Terminal } from '../../src/cli/terminal.ts';

afterEach(() => vi.restoreAllMocks());

/** What the program prints when it is called with `words`. */
async function printed(...words: readonly string[]): Promise<string> {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  const context = { terminal: new Terminal(), signal: new AbortController().signal, exit: () => {} };
  await (await buildProgram(context)).parseAsync(['node', 'weighbridge', ...words]);
  return said.mock.calls.map(([line]) => String(line)).join('\n');
}

describe('completion in a shell', () => {
  test.each([
    [['ga'], ['gate']],
    [
      ['gate', '--can'],
      ['--candidate', '--candidates'],
    ],
    [['run', '--on-inc'], ['--on-inconclusive']],
    [
      ['evaluate', '--role', ''],
      ['baseline', 'candidate', 'reference', 'anchor'],
    ],
    [['baseline', 'bl'], ['bless']],
  ])('of %j is %j', async (words, expected) => {
    const lines = (await printed('complete', '--', ...words)).split('\n');
    expect(lines.slice(0, -1).map((line) => line.split('\t')[0])).toEqual(expected);
  });

  test.each(['bash', 'zsh', 'fish', 'powershell'])('%s is told to ask us', async (shell) => {
    expect(await printed('complete', shell)).toMatch(/weighbridge.* complete (--|'--')/);
  });
});

describe('a call of one command', () => {
  const context = { terminal: new Terminal(), signal: new AbortController().signal, exit: () => {} };
  const namesOf = async (asked?: string) =>
    (await buildProgram(context, asked)).commands.map((command) => command.name());

  test('finds that command under each of its names, as it is among all of them', async () => {
    const all = (await namesOf()).filter((name) => name !== 'complete');
    expect(all.length).toBeGreaterThan(15);
    for (const name of all) {
      const alone = await namesOf(name);
      expect(alone).toContain(name);
      expect(alone.length).toBeLessThan(3);
    }
  });

  test.each([undefined, '--help', 'gaet', 'complete'])('%s is told of all of them', async (asked) => {
    expect(await namesOf(asked)).toEqual(await namesOf());
  });
});
