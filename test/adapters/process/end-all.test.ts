import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished, test } from 'vitest';
import { endAll, TRACKING_VARIABLE } from '../../../src/adapters/process/end-all.ts';

/** A process in a group of its own that would go on for long. */
function start(trackingId: string): ChildProcess & { readonly pid: number } {
  const child = spawn('sleep', ['600'], {
    detached: true,
    stdio: 'ignore',
    env: { PATH: process.env.PATH ?? '', [TRACKING_VARIABLE]: trackingId },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('did not start');
  return Object.assign(child, { pid });
}

test('the process is ended', async () => {
  const child = start('ours');
  const ended = once(child, 'exit');
  await endAll(child.pid, 'another');
  await ended;
});

test.runIf(process.platform === 'linux')('Linux: so is one of another group, by its mark', async () => {
  const [leader, other] = [start('marked'), start('marked')];
  const ended = [once(leader, 'exit'), once(other, 'exit')];
  await endAll(leader.pid, 'marked');
  await Promise.all(ended);
});
