import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkpoint, ROOT, temporaryFolder, verdictIn } from './support.ts';

// red-team 9: a package that needs more than it brings
test('the tarball installs alone, offline, and evaluates', () => {
  using packed = temporaryFolder();
  using folder = temporaryFolder();
  const npm = (args: readonly string[], cwd: string) =>
    // A cache of its own, which is empty: what had to be fetched would be missing.
    execFileSync('npm', [...args, '--cache', join(packed.path, 'cache'), '--no-audit', '--no-fund'], {
      cwd,
      encoding: 'utf8',
    });
  const [{ filename }] = JSON.parse(npm(['pack', '--json', '--pack-destination', packed.path], ROOT));
  npm(['install', '--offline', join(packed.path, filename)], folder.path);
  expect(readdirSync(join(folder.path, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'weighbridge',
  ]);
  expect(readdirSync(join(folder.path, 'node_modules/weighbridge')).sort()).toEqual(
    ['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'action.yml', 'dist', 'engine', 'package.json']
      .concat('man', 'report', 'schema', 'suites')
      .sort(),
  );
  const command = join(folder.path, 'node_modules/.bin/weighbridge');
  const weighbridge = (...args: string[]) =>
    execFileSync(command, args, { cwd: folder.path, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  expect(weighbridge('--version')).toMatch(/^\d+\.\d+\.\d+/);
  weighbridge('init');
  mkdirSync(join(folder.path, 'checkpoints'));
  for (const side of ['candidate', 'baseline'])
    copyFileSync(checkpoint('base'), join(folder.path, `checkpoints/${side}.gguf`));
  // What this model was never taught is a guess, of which nothing can be lost.
  const written = join(folder.path, 'weighbridge.yml');
  writeFileSync(written, readFileSync(written, 'utf8').replace('5pp }', '5pp, allow_floor: true }'));
  weighbridge('run', '--out', 'out');
  expect(verdictIn(join(folder.path, 'out')).verdict).toBe('pass');
});
