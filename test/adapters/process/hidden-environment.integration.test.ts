import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { showsInEnvironment } from '../../../src/adapters/process/hidden-environment.ts';

const MODULE = new URL('../../../src/adapters/process/hidden-environment.ts', import.meta.url).href;

/** A process that has a key, hides it, and says what a child of it finds by looking, and is given. */
const PROGRAM = `
import { spawnSync } from 'node:child_process';
import { hideEnvironment, showsInEnvironment } from ${JSON.stringify(MODULE)};
const look = 'tr "\\\\0" "\\\\n" < /proc/$PPID/environ';
const found = () => spawnSync('sh', ['-c', look], { env: { PATH: process.env.PATH } }).stdout.toString();
const before = found();
hideEnvironment();
const after = found();
const given = spawnSync('sh', ['-c', 'printf %s "$A_KEY"']).stdout.toString();
const shows = [process.env.A_KEY, process.env.EMPTY].map((text) => text === '' || showsInEnvironment(text));
console.log(JSON.stringify({ before, after, given, own: [process.env.A_KEY, process.env.EMPTY, process.env.ODD], shows }));
`;

const withKey = (file: string, args: readonly string[]) => {
  const { PATH = '', HOME = '' } = process.env;
  const env = {
    ...{
      PATH,
      HOME,
      LC_ALL: 'C.UTF-8',
      EMPTY: '',
      ODD: 'a=b=ü 🔑',
      A_KEY: 'open sesame',
      GITHUB_TOKEN: 'ghs_1',
    },
  };
  const { stdout, stderr } = spawnSync(file, args, { env, encoding: 'utf8', cwd: process.cwd() });
  return { stdout, stderr };
};
const TSX = import.meta.resolve('tsx');
const ARGS = ['--import', TSX, '--input-type=module', '--eval', PROGRAM];

describe.runIf(process.platform === 'linux')('a process that hides its environment', () => {
  // red-team 4: a scorer’s command that looks for keys in the environment of the process that started it
  test('shows what children are given, and nothing else, and keeps all of it for itself', () => {
    const { stdout, stderr } = withKey(process.execPath, ARGS);
    const said = JSON.parse(stdout || `{"stderr":${JSON.stringify(stderr)}}`);
    expect(said.before).toContain('A_KEY=open sesame');
    expect(said.after).toContain('LC_ALL=C.UTF-8');
    for (const text of ['sesame', 'ghs_1', 'A_KEY', 'a=b']) expect(said.after).not.toContain(text);
    expect(said).toMatchObject({
      ...{ given: 'open sesame', own: ['open sesame', '', 'a=b=ü 🔑'], shows: [null, true] },
    });
  });

  test('knows that what started it shows the same key', () => {
    const command = [process.execPath, ...ARGS].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
    const { stdout } = withKey('sh', ['-c', `${command}; true`]);
    expect(JSON.parse(stdout).shows).toEqual([expect.stringMatching(/^sh \(process \d+\)$/), true]);
  });
});

test('where nobody can look it is taken for seen', () => {
  expect(showsInEnvironment('x', 'darwin')).toBe('every process of yours on darwin');
});
