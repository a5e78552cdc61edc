import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Files, mutated } from '../../scripts/fuzz/mutations.ts';
import { SURFACES, type Surface, writeAll } from '../../scripts/fuzz/surfaces.ts';
import { fuzz } from '../../scripts/fuzz.ts';
import { addCheck } from '../../src/cli/check.ts';
import { command } from '../red-team/attempt.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const surfaces = Object.entries(SURFACES);
const named = (name: string): Surface => SURFACES[name] ?? expect.unreachable();

function placed(files: Files): string {
  const folder = temporaryFolder();
  writeAll(folder, files);
  return folder;
}

test('the shares are a whole', () => {
  expect(surfaces.reduce((sum, [, { share }]) => sum + share, 0)).toBe(100);
});

test.each(surfaces)('%s: nothing is found in a few cases', async (name, surface) => {
  expect(await fuzz(name, surface, { cases: 40, seed: 20261128 })).toEqual({ cases: 40, found: null });
});

describe('what is changed is whole before', () => {
  test.each(surfaces)('%s: as it is it is read, and is no pass', async (_name, { seeds, read }) => {
    for (const files of seeds()) await read(placed(files), files);
  });

  test.each(['runs', 'results', 'artifacts'])(
    '%s: a candidate that is good would be seen to pass',
    async (name) => {
      const { seeds, read } = named(name);
      for (const files of seeds((index) => index > 0))
        await expect(read(placed(files), files)).rejects.toThrow(/a regression is not blocked/);
    },
  );

  test('config: every seed is a config that is right', async () => {
    for (const files of named('config').seeds()) {
      const ended = await command(addCheck, ['check', '--config', join(placed(files), 'weighbridge.yml')]);
      expect(ended.exitCode, ended.text).toBe(0);
      expect(ended.text).toContain('\nNext: ');
    }
  });
});

describe('what it would find', () => {
  const seeds = () => [{ a: Buffer.from('{"x": 1}\n{"x": 2}\n') }];
  const text = (files: Files) => String(files.a);

  test('a crash, and how to have it again', async () => {
    const surface: Surface = {
      ...{ share: 1, seeds },
      read: async (_folder, files) => {
        if (text(files).includes('null')) throw new TypeError('cannot read null');
      },
    };
    const { found } = await fuzz('x', surface, { cases: 3_000, seed: 1 });
    expect(found).toMatch(
      /TypeError: cannot read null[\s\S]*again: npm run fuzz -- --surface x --seed 1 --path \S+/,
    );
    const [, path = ''] = /--path (\S+)/.exec(found ?? '') ?? [];
    expect(await fuzz('x', surface, { cases: 1, seed: 1, path })).toMatchObject({
      found: expect.stringContaining('null'),
    });
  });
});

test('a change is a function of the files and of itself', () => {
  const files = { a: Buffer.from('one: 1\ntwo: "2"\n'), b: Buffer.of() };
  for (const kind of [
    'byte',
    'insert',
    'cut',
    'repeat',
    'truncate',
    'value',
    'drop-line',
    'repeat-line',
    'swap-lines',
  ] as const) {
    const change = { kind, file: 0, at: 5_000, to: 9_000, pick: 3 };
    const once = mutated(files, [change]);
    expect(once).toEqual(mutated(files, [change]));
    expect(once.a, kind).not.toEqual(files.a);
    // A file that is empty stays readable.
    expect(() => mutated(files, [{ ...change, file: 1 }])).not.toThrow();
  }
});
