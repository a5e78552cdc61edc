import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { supervise, supervisorArguments, writeEnding } from '../../../src/action/evaluate/supervise.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** Runs a script as the evaluation: real processes, really ended. */
async function watch(
  script: string,
  timeoutMs = 60_000,
  guarded = { folders: [] as string[], files: [] as string[] },
) {
  const folder = temporaryFolder({ 'evaluation.mjs': script });
  let log = '';
  const result = await supervise({
    ...{ script: join(folder, 'evaluation.mjs'), args: [folder], timeoutMs, guarded },
    env: { PATH: process.env.PATH ?? '' },
    write: (text) => {
      log += text;
    },
    grace: { timeoutMs: 300, signalMs: 300 },
  });
  return { ...result, log, folder };
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    // A zombie that nobody has collected yet does nothing any more.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

async function allEnded(folder: string): Promise<void> {
  const pids = (await readFile(join(folder, 'pids'), 'utf8')).trim().split('\n').map(Number);
  expect(pids).toHaveLength(3);
  for (let wait = 0; pids.some(isAlive) && wait < 50; wait++) await delay(100);
  expect(pids.filter(isAlive)).toEqual([]);
}

/** A child, one in a group of its own, and a child of that one. */
const FAMILY = `
import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync, existsSync } from 'node:fs';
const folder = process.argv[2];
const note = (pid) => appendFileSync(folder + '/pids', pid + '\\n');
note(spawn('sleep', ['600'], { stdio: 'ignore' }).pid);
note(spawn('sh', ['-c', 'sleep 601 & echo $! >> "$0"; wait', folder + '/pids'], { stdio: 'inherit', detached: true }).pid);
while (!existsSync(folder + '/pids') || readFileSync(folder + '/pids', 'utf8').trim().split('\\n').length < 3) await new Promise((r) => setTimeout(r, 20));
`;

describe('an evaluation that is watched', () => {
  test('comes to its end', async () => {
    expect(await watch('console.log("done")')).toMatchObject({
      ending: 'finished',
      changed: [],
      log: '  | done\n',
    });
  });

  test('fails', async () => {
    expect((await watch('process.exit(3)')).ending).toBe('failed');
    expect((await watch('process.kill(process.pid, "SIGKILL")')).ending).toBe('failed');
  });

  test('what it prints is no command, on either stream, whole lines or not', async () => {
    const { log } = await watch(
      'process.stdout.write("::set-output name=verdict::pass\\r##[add-path]/x\\n"); process.stderr.write("::add-mask::e")',
    );
    expect(
      log
        .split('\n')
        .filter((line) => line !== '')
        .sort(),
    ).toEqual(['  | ##\\[add-path]/x', '  | ::add-mask::e', '  | ::set-output name=verdict::pass']);
  });

  test('everything that it started ends with it, grandchildren and other groups too', async () => {
    const { ending, folder } = await watch(`${FAMILY}; process.exit(0);`);
    expect(ending).toBe('finished');
    await allEnded(folder);
  });

  test('one that no longer listens is ended from outside, with all that it started', async () => {
    const { ending, folder } = await watch(
      `${FAMILY}; process.on('SIGTERM', () => {}); for (;;) Math.sqrt(2);`,
      2_000,
    );
    expect(ending).toBe('timed-out');
    await allEnded(folder);
  });

  test('one that stops at its own time limit has timed out', async () => {
    expect((await watch('setTimeout(() => process.exit(1), 700)', 100)).ending).toBe('timed-out');
  });

  test('commands to the runner are undone, and it counts for nothing that it finished', async () => {
    const commands = temporaryFolder({ set_env_1: '' });
    const script = `import { appendFileSync } from 'node:fs'; appendFileSync(${JSON.stringify(join(commands, 'set_env_1'))}, 'LD_PRELOAD=/x\\n');`;
    const guarded = { folders: [commands], files: [] };
    expect(await watch(script, 60_000, guarded)).toMatchObject({
      ending: 'tampered',
      changed: ['set_env_1'],
    });
    expect(await readFile(join(commands, 'set_env_1'), 'utf8')).toBe('');
  });

  test('what it left running cannot command later', async () => {
    const commands = temporaryFolder({ set_env_1: '' });
    const file = join(commands, 'set_env_1');
    const script = `import { spawn } from 'node:child_process';
spawn('sh', ['-c', 'sleep 1; echo LD_PRELOAD=/x >> "$0"', ${JSON.stringify(file)}], { detached: true, stdio: 'ignore' });
process.exit(0);`;
    const guarded = { folders: [commands], files: [] };
    expect((await watch(script, 60_000, guarded)).ending).toBe('finished');
    await delay(1_500);
    expect(await readFile(file, 'utf8')).toBe('');
  });
});

test('the ending is one line of our own', async () => {
  const folder = temporaryFolder({ output: '' });
  await writeEnding(join(folder, 'output'), 'timed-out');
  await writeEnding(null, 'failed');
  expect(await readFile(join(folder, 'output'), 'utf8')).toBe('ending=timed-out\n');
  expect(supervisorArguments.safeParse({ guarded: { folders: [] }, output: null }).success).toBe(false);
});
