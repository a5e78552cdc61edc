import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { HALF, MOSTLY, writeTampered } from '../red-team/attempt.ts';
import { checkpoint, SUITE, temporaryFolder, weighbridge } from './support.ts';

/** Where nobody can make a folder, root neither; on Linux Node's own recursive way never ends in the first. */
const PLACES: Readonly<Record<string, (folder: string) => string>> = {
  'in /proc': () => '/proc/nope',
  'deep in /proc': () => '/proc/nope/a/b',
  'in /sys': () => '/sys/nope',
  'in a folder of /sys that is there': () => '/sys/kernel',
  'below a file': (folder) => join(folder, 'weighbridge.yml/out'),
  'a file': (folder) => join(folder, 'weighbridge.yml'),
  'behind a link that leads nowhere': (folder) => join(folder, 'dangling/out'),
  'behind links in a circle': (folder) => join(folder, 'circle/out'),
  'of a name that is too long': (folder) => join(folder, 'x'.repeat(300)),
  ...(process.getuid?.() === 0
    ? {}
    : { 'in a folder without the right': (folder: string) => join(folder, 'closed/out') }),
};

const COMMANDS: Readonly<Record<string, (out: string, folder: string) => readonly string[]>> = {
  run: (out) => ['run', '--config', SUITE, '--out', out],
  evaluate: (out) => ['evaluate', '--role', 'baseline', '--config', SUITE, '--out', out],
  gate: (out, folder) => [
    ...['gate', '--baseline', join(folder, 'b'), '--candidate', join(folder, 'c')],
    ...['--max-drop', 'facts/acc=60pp', '--out', out],
  ],
  import: (out, folder) => ['import', join(folder, 'scores.csv'), '--out', out],
  noise: (out) => ['noise', '--config', SUITE, '--out', out],
  bless: (out, folder) => ['baseline', 'bless', join(folder, 'b/baseline'), '--store', out],
};

/** Every place with the quickest command, and every command at two of them. */
const CASES = [
  ...Object.keys(PLACES).map((place) => ['gate', place] as const),
  ...Object.keys(COMMANDS).flatMap((name) =>
    ['deep in /proc', 'in a folder of /sys that is there'].map((place) => [name, place] as const),
  ),
];

test.each(CASES)(
  '%s into a folder %s is an error of the user, with the place and what to do',
  async (name, place) => {
    using folder = temporaryFolder({
      'weighbridge.yml': 'version: 1\n',
      'scores.csv': 'task,id,metric,score\nfacts,1,acc,1\n',
      'closed/x': '',
    });
    chmodSync(join(folder.path, 'closed'), 0o555);
    symlinkSync('nowhere', join(folder.path, 'dangling'));
    symlinkSync('circle', join(folder.path, 'circle'));
    writeTampered(join(folder.path, 'b'), 'baseline', { isRight: MOSTLY });
    writeTampered(join(folder.path, 'c'), 'candidate', { isRight: HALF });
    const out = PLACES[place]?.(folder.path) ?? '';
    const { exitCode, stderr } = await weighbridge(COMMANDS[name]?.(out, folder.path) ?? [], {
      env: { CANDIDATE: checkpoint('base') },
    });
    chmodSync(join(folder.path, 'closed'), 0o755);
    expect([3, 4], stderr).toContain(exitCode);
    expect(stderr).toContain(out.slice(0, 10));
    expect(stderr).toMatch(/fix: /);
  },
  180_000,
);

test.each([
  ['HOME', { HOME: '/proc/nohome', XDG_CACHE_HOME: '', WEIGHBRIDGE_CACHE: '' }],
  ['the cache', { WEIGHBRIDGE_CACHE: '/proc/nocache' }],
  ['TMPDIR', { TMPDIR: '/proc/notemp' }],
])(
  'with %s in /proc every command ends',
  async (_, env) => {
    using folder = temporaryFolder();
    const { exitCode, stderr } = await weighbridge(['run', '--config', SUITE, '--out', folder.path], { env });
    expect([0, 1, 2, 3, 4], stderr).toContain(exitCode);
  },
  180_000,
);
