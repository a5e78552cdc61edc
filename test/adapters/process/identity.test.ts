import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  endProcess,
  findAncestor,
  isReadable,
  isRunning,
  processIdentity,
} from '../../../src/adapters/process/identity.ts';

/** A real process, which says when it is ready. */
async function start(script: string) {
  const child = spawn('bash', ['-c', `${script}; echo ready; while :; do sleep 0.05; done`]);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  const identity = await processIdentity(child.pid ?? 0);
  if (identity === null) throw new Error('it does not run');
  return { child, identity };
}

describe.runIf(process.platform === 'linux')('a process', () => {
  test('is the one that was started, and gone once it has ended', async () => {
    const { child, identity } = await start('true');
    const exit = once(child, 'exit');
    expect(await isRunning(identity)).toBe(true);
    expect(await endProcess(identity, 5000)).toBe('ended');
    await exit;
    expect(await isRunning(identity)).toBe(false);
    expect(await endProcess(identity, 5000)).toBe('gone');
  });

  test('that does not listen is killed', async () => {
    const { child, identity } = await start('trap "" TERM');
    const exit = once(child, 'exit');
    expect(await endProcess(identity, 100)).toBe('killed');
    expect(await exit).toEqual([null, 'SIGKILL']);
  });

  test('that has ended and was not collected does not run', async () => {
    const parent = spawn('bash', ['-c', 'sleep 0 & echo $!; exec sleep 20']);
    onTestFinished(() => void parent.kill('SIGKILL'));
    const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
    await delay(300);
    expect(await processIdentity(Number(pid))).toBeNull();
  });

  test('of the same number is left alone', async () => {
    const { child, identity } = await start('true');
    expect(await endProcess({ ...identity, started: '1' }, 100)).toBe('gone');
    expect(child.exitCode ?? child.signalCode).toBeNull();
    expect(await isRunning(identity)).toBe(true);
  });

  test('finds the nearest of its parents by name', async () => {
    const name = readFileSync(`/proc/${process.ppid}/comm`, 'utf8').trimEnd();
    expect(await findAncestor(['nobody', name])).toEqual(await processIdentity(process.ppid));
    expect(await findAncestor(['nobody'])).toBeNull();
  });

  test('that is not there cannot be read', async () => {
    expect(await isReadable(2 ** 22 + 1)).toBe(false);
  });
});
