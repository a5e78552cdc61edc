import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { endProgress } from '../../src/action/live-progress.ts';
import { processIdentity } from '../../src/adapters/process/identity.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** What `report` says of the process that `prep` has named. */
async function end(writer: string, outcome?: unknown): Promise<readonly string[]> {
  const said: string[] = [];
  const folder = temporaryFolder(
    outcome === undefined ? {} : { 'progress-writer.json': JSON.stringify(outcome) },
  );
  await endProgress(writer, join(folder, 'run'), { info: (line) => said.push(line) }, 200);
  return said;
}

const GONE = JSON.stringify({ pid: 2 ** 22 + 1, started: '1' });

describe('before the result is written', () => {
  test('where nothing was started, nothing is said', async () => {
    expect(await end('')).toEqual([]);
  });

  test.each([
    [{ updates: 7, ending: 'told' }, 'was brought up to date 7 times, until this step began'],
    [{ updates: 1, ending: 'refused' }, 'was brought up to date 1 times, until GitHub refused it'],
    [undefined, 'was no longer brought up to date: something else ended what does it'],
    [{ updates: 7, ending: '::error::' }, 'was no longer brought up to date: '],
    [{ updates: -7, ending: 'told' }, 'was no longer brought up to date: '],
  ])('%j: one line says what it did', async (outcome, line) => {
    expect(await end(GONE, outcome)).toEqual([
      expect.stringContaining(`the progress in the comment ${line}`),
    ]);
  });

  test.runIf(process.platform === 'linux')('what does not end is cut off', async () => {
    const child = spawn('bash', ['-c', 'trap "" TERM; echo ready; while :; do sleep 0.05; done']);
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    const exit = once(child, 'exit');
    const said = await end(JSON.stringify(await processIdentity(child.pid ?? 0)));
    expect(said).toEqual(['the progress in the comment had to be cut off']);
    expect(await exit).toEqual([null, 'SIGKILL']);
  });

  test.each(['{}', 'no JSON', '{"pid":1,"started":"1"}', '{"pid":-1,"started":"1"}'])(
    '%s: nothing is signalled, and a line says so',
    async (writer) => {
      expect(await end(writer)).toEqual([expect.stringContaining('is not known: ')]);
    },
  );
});
