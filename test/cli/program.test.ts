import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { Terminal } from '../../src/cli/terminal.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

afterEach(() => vi.restoreAllMocks());

/** What the program prints when it is called with `words`. */
async function printed(...words: readonly string[]): Promise<string> {
  const lines: string[] = [];
  const terminal = new Terminal();
  vi.spyOn(console, 'log').mockImplementation((line) => lines.push(String(line)));
  vi.spyOn(terminal, 'print').mockImplementation((line) => lines.push(line));
  const context = { terminal, signal: new AbortController().signal, exit: () => {} };
  await (await buildProgram(context)).parseAsync(['node', 'weighbridge', ...words]);
  return lines.join('\n');
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

test('bash completes where nothing is installed beside it', async () => {
  const folder = temporaryFolder({
    weighbridge: '#!/bin/sh\nprintf "gate\\tjudges\\ngenerate\\t\\n:4\\n"\n',
    'completion.bash': await printed('complete', 'bash'),
  });
  chmodSync(join(folder, 'weighbridge'), 0o755);
  const asks = `source completion.bash; COMP_WORDS=(weighbridge ga); COMP_CWORD=1
    __weighbridge_complete 2> /dev/null; echo "\${COMPREPLY[*]}"`;
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
  const said = execFileSync('bash', ['--norc', '-c', asks], { cwd: folder, env, encoding: 'utf8' });
  expect(said).toBe('gate\n');
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
