import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXIT_CODES } from '../../src/core/domain/verdict.ts';
import { checkpoint, ROOT, temporaryFolder, weighbridge } from './support.ts';

test('init in an empty folder: check says what to provide, and then it runs', async () => {
  using folder = temporaryFolder();
  const here = { cwd: folder.path };
  const init = await weighbridge(['init'], here);
  expect(init.exitCode, init.stderr).toBe(0);
  expect(init.stdout).toContain('provide checkpoints/candidate.gguf and checkpoints/baseline.gguf');
  const early = await weighbridge(['check'], here);
  expect(early.exitCode, early.stderr).toBe(0);
  expect(early.stdout).toMatch(/\nNOT READY: candidate, baseline\nNext: .*\n$/);
  for (const side of ['candidate', 'baseline']) {
    expect(early.stdout).toMatch(
      new RegExp(`${side}: NOT READY: \\S*checkpoints/${side}\\.gguf: .* cannot be opened`),
    );
  }
  expect(early.stderr).toBe('');
  mkdirSync(join(folder.path, 'checkpoints'));
  for (const side of ['candidate', 'baseline']) {
    copyFileSync(checkpoint('base'), join(folder.path, `checkpoints/${side}.gguf`));
  }
  const ready = await weighbridge(['check'], here);
  expect(ready.exitCode, ready.stderr).toBe(0);
  expect(ready.stdout).toMatch(/candidate: checkpoints\/candidate\.gguf is there/);
  expect(ready.stdout).not.toContain('NOT READY');
  expect(ready.stdout).toContain('\nNext: `weighbridge run`');
  // What this model was never taught is a guess, of which nothing can be lost.
  const written = join(folder.path, 'weighbridge.yml');
  writeFileSync(written, readFileSync(written, 'utf8').replace('5pp }', '5pp, allow_floor: true }'));
  const finished = await weighbridge(['run'], here);
  expect(finished.exitCode, finished.stderr).toBe(EXIT_CODES.notBlocked);
  const again = await weighbridge(['init'], here);
  expect(again.exitCode).toBe(EXIT_CODES.wrongUsage);
  expect(again.stderr).toMatch(/already there: .*weighbridge\.yml.*\n {2}fix: give --force/);
});

const COMMANDS = [
  ...['run', 'evaluate', 'gate', 'compare', 'import', 'export', 'check', 'baseline', 'report', 'explain'],
  ...['noise', 'overlap', 'history', 'note', 'suggest', 'replay', 'init'],
];

test('whoever stops reading, as `head` does, changes no exit code', () => {
  const line = `"$0" dist/cli.js --help | true; exit "\${PIPESTATUS[0]}"`;
  const { status, stderr } = spawnSync('bash', ['-c', line, process.execPath], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
});

test.each([
  [['init', '--directory', 'a-file'], /a-file\/weighbridge\.yml: cannot be written: .*\n {2}fix: /],
  [['baseline', 'list', '--store', 'a-file'], /the store is a file, and has to be a folder\n {2}fix: /],
])('%j is no fault of ours', async (args, says) => {
  using folder = temporaryFolder({ 'a-file': '' });
  const { exitCode, stderr } = await weighbridge(args, { cwd: folder.path });
  expect([exitCode, stderr]).toEqual([EXIT_CODES.wrongUsage, expect.stringMatching(says)]);
});

describe('help', () => {
  test.each(COMMANDS)('%s --help', async (command) => {
    const { exitCode, stdout, stderr } = await weighbridge([command, '--help']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`^Usage: weighbridge ${command}`));
    expect(stdout).toMatch(new RegExp(`Examples?:\\n {2}weighbridge ${command}`));
    expect(stdout).not.toMatch(/default: (none|false)/);
  });

  test('weighbridge --help names every command and exit code', async () => {
    const { exitCode, stdout } = await weighbridge(['--help']);
    expect(exitCode).toBe(0);
    for (const command of COMMANDS) {
      expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    }
    for (let code = 0; code <= 5; code += 1) expect(stdout).toMatch(new RegExp(` ${code} {2}\\w`));
  });

  test.each([
    [['rnu'], /unknown command 'rnu'\n\(Did you mean run\?\)/],
    [['run', '--confg', 'x'], /unknown option '--confg'\n\(Did you mean --config\?\)/],
    [['evaluate'], /required option '--role <side>' not specified/],
    [['evaluate', '--role', 'both'], /Allowed choices are baseline, candidate/],
    [['evaluate', '--role', 'baseline', '--shard', '3/2'], /write i\/n with 1 <= i <= n, such as 2\/4/],
    [['report', 'nowhere'], /nowhere\/verdict\.json: .*\n {2}fix: /],
  ])('%j: what is wrong, on stderr', async (args, says) => {
    const { exitCode, stdout, stderr } = await weighbridge(args);
    expect(exitCode).toBe(args[0] === 'report' ? EXIT_CODES.invalid : EXIT_CODES.wrongUsage);
    expect(stdout).toBe('');
    expect(stderr).toMatch(says);
  });
});
