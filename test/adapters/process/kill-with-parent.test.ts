import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { killWithParent } from '../../../src/adapters/process/kill-with-parent.ts';
import { run } from '../../../src/adapters/process/run.ts';

const command = (file: string, args: readonly string[] = []) => ({
  ...{ file, args, cwd: '/' },
  env: { PATH: process.env.PATH ?? '' },
});
const hasSetpriv =
  process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true']).status === 0;

const isRunning = (pid: number): boolean => {
  try {
    // A zombie waits for whoever adopted it, and runs no more.
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

test('a tied command ends and prints as it would', async () => {
  const end = await run(
    await killWithParent(command('sh', ['-c', 'echo "$0"; exit 3', '-x'])),
    new AbortController().signal,
  );
  expect(end).toEqual({ code: 3, signal: null, output: '-x\n' });
});

test('without setpriv the command is as it was', async () => {
  const bare = { ...command('sh'), env: { PATH: '/nowhere' } };
  expect(await killWithParent(bare)).toEqual(bare);
});

test.runIf(hasSetpriv)('it does not outlive who started it, and was killed', async () => {
  const [source, tie] = ['run', 'kill-with-parent'].map((name) =>
    join(import.meta.dirname, `../../../src/adapters/process/${name}.ts`),
  );
  const parent = `import { run } from ${JSON.stringify(source)};
import { killWithParent } from ${JSON.stringify(tie)};
const command = ${JSON.stringify(command('sh', ['-c', 'echo $$; exec sleep 600']))};
await run(await killWithParent(command), new AbortController().signal, (piece) => console.log(piece));`;
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', parent],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [printed] = (await once(child.stdout, 'data')) as [Buffer];
  const pid = Number(printed.toString());
  expect(isRunning(pid)).toBe(true);
  const closed = once(child, 'exit');
  child.kill('SIGKILL');
  await closed;
  for (let waited = 0; isRunning(pid) && waited < 10_000; waited += 20) await pause(20);
  expect(isRunning(pid)).toBe(false);
});
