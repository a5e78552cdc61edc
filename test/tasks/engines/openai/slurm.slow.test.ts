import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer } from '../../../../src/tasks/engines/openai/serve.ts';
import { temporaryFolder } from '../../../support/real-engine.ts';

const KEY = '/etc/munge/munge.key';
const isThere = (name: string) => spawnSync('which', [name]).status === 0;
const missing = ['munged', 'slurmctld', 'slurmd', 'srun', 'squeue'].filter((name) => !isThere(name));
const why =
  missing.length > 0
    ? `no ${missing.join(', ')}`
    : process.getuid?.() === 0 && existsSync(KEY)
      ? ''
      : 'not root';
if (why !== '') console.warn(`Slurm is not tried: ${why}`);

/** A cluster of this machine alone, as Debian's packages have it. */
describe.skipIf(why !== '')('a server that srun starts', () => {
  const folder = temporaryFolder();
  const daemons: ChildProcess[] = [];
  const server = join(folder, 'server.cjs');
  const jobs = () => execFileSync('squeue', ['-h', '-o', '%i %T'], { encoding: 'utf8' }).trim();

  beforeAll(async () => {
    for (const name of ['state', 'spool']) mkdirSync(join(folder, name));
    const host = hostname();
    writeFileSync(
      join(folder, 'slurm.conf'),
      `ClusterName=weighbridge
SlurmctldHost=${host}(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=${folder}/munge
SlurmctldPort=16917
SlurmdPort=16918
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/ctld.pid
SlurmdPidFile=${folder}/d.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
NodeName=${host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=${host} Default=YES State=UP
`,
    );
    // A model list, and a process of its own that would outlive it.
    writeFileSync(
      server,
      `require('node:child_process').spawn('sleep', ['4242']);
require('node:http').createServer((_, answer) => answer.end('{"data":[{"id":"weighbridge"}]}')).listen(+process.argv[2], '127.0.0.1');`,
    );
    process.env.SLURM_CONF = join(folder, 'slurm.conf');
    const files = ['pid', 'log', 'seed'].map((name) => `--${name}-file=${folder}/munge.${name}`);
    const start = (file: string, ...args: string[]) => daemons.push(spawn(file, args, { stdio: 'ignore' }));
    start('munged', '--foreground', '--force', `--socket=${folder}/munge`, `--key-file=${KEY}`, ...files);
    for (let waited = 0; !existsSync(join(folder, 'munge')) && waited < 10_000; waited += 100)
      await sleep(100);
    start('slurmctld', '-D', '-f', join(folder, 'slurm.conf'));
    start('slurmd', '-D', '-f', join(folder, 'slurm.conf'));
    const up = () => spawnSync('sinfo', ['-h', '-o', '%T'], { encoding: 'utf8' }).stdout.trim() === 'idle';
    for (let waited = 0; !up() && waited < 60_000; waited += 500) await sleep(500);
  }, 90_000);
  afterAll(async () => {
    // slurmctld ends a process of its own, where it is asked to.
    for (const daemon of daemons.reverse()) {
      const end = once(daemon, 'exit');
      daemon.kill('SIGTERM');
      await end;
    }
    delete process.env.SLURM_CONF;
  });

  const gone = async () => {
    for (let waited = 0; jobs() !== '' && waited < 30_000; waited += 250) await sleep(250);
    expect(jobs()).toBe('');
    expect(spawnSync('pgrep', ['-f', server]).status, 'the job left processes').toBe(1);
  };

  test('is ended with its job step, and what that started', async () => {
    const command: [string, ...string[]] = [
      'srun',
      '--nodes=1',
      '--ntasks=1',
      '--unbuffered',
      process.execPath,
      server,
      '{port}',
    ];
    const serving = { checkpoint: folder, adapter: null, directory: folder };
    const options = { command, ready_seconds: 60, path: '/v1' };
    const started = await startServer(options, serving, new AbortController().signal);
    expect(started.address.model).toBe('weighbridge');
    expect(jobs()).toMatch(/^\d+ RUNNING$/);
    await started.close();
    await gone();
  }, 120_000);

  test('is ended when srun is killed, as it is when we are', async () => {
    const srun = spawn('srun', ['--nodes=1', '--ntasks=1', process.execPath, server, '0'], {
      stdio: 'ignore',
    });
    for (let waited = 0; !jobs().endsWith('RUNNING') && waited < 30_000; waited += 250) await sleep(250);
    srun.kill('SIGKILL');
    await gone();
  }, 120_000);
});
