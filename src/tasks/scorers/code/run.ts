import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { killGroup, LEADS_GROUP } from '../../../adapters/process/kill-group.ts';
import type { Score } from '../../../core/domain/sample.ts';
import { shortLine } from '../../../core/domain/short-line.ts';
import type { Job, Message } from './protocol.ts';

/** Until the interpreter stands, which takes seconds on a busy machine: what the program did not begin is not judged. */
const START_MS = 120_000;
/** Of the child, which needs so much before a program has done anything. */
const OWN_MEMORY = 512 * 1024 ** 2;
/** The child says two lines; whoever prints more is stopped. */
const MOST_OUTPUT = 64 * 1024;
const WATCH_MS = 50;
const PAGE_BYTES = 4096;
/** Above the program's own time: what QuickJS interrupts itself, and what a busy machine needs. */
const GRACE_MS = 1000;

/** Flags of a Node that can read one folder, and start, write and open nothing. */
const confined = (readable: readonly string[]): string[] => [
  Number(process.versions.node.split('.')[0]) >= 24 ? '--permission' : '--experimental-permission',
  ...readable.map((path) => `--allow-fs-read=${path}`),
  '--disallow-code-generation-from-strings',
  '--no-warnings',
];

export type Program = Omit<Job, 'secret'>;

/**
 * 1 where the program ends well, 0 where it does not, or takes too long or too much memory; unscored where it could not begin.
 * @param entry the child, built
 */
export async function runProgram(program: Program, entry: string, signal: AbortSignal): Promise<Score> {
  signal.throwIfAborted();
  const folder = await mkdtemp(join(tmpdir(), 'weighbridge-code-'));
  try {
    return await runIn(folder, program, entry, signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function runIn(folder: string, program: Program, entry: string, signal: AbortSignal): Promise<Score> {
  const secret = randomBytes(16).toString('hex');
  const readable = [dirname(entry), ...(program.pyodide === null ? [] : [program.pyodide])];
  const args = [...confined(readable.map((path) => join(path, '*'))), entry];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: folder, env: {}, stdio: 'pipe', ...LEADS_GROUP });
    let [output, begun, isStopped, complaint] = ['', false, false, ''];
    const stop = () => {
      isStopped = true;
      killGroup(child.pid);
    };
    let timer = setTimeout(stop, START_MS);
    const watch = setInterval(() => {
      void memoryOf(child.pid).then((bytes) => bytes > OWN_MEMORY + program.memoryBytes && stop());
    }, WATCH_MS);
    signal.addEventListener('abort', stop);
    // Nobody is told of what came while the folder was made.
    if (signal.aborted) stop();
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      if (output.length > MOST_OUTPUT) stop();
      if (begun || !messagesIn(output, secret).some((message) => 'ready' in message)) return;
      begun = true;
      clearTimeout(timer);
      timer = setTimeout(stop, program.seconds * 1000 + GRACE_MS);
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      complaint = `${complaint}${chunk}`.slice(0, 2000);
    });
    // A child that died before it read everything closes the pipe.
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify({ ...program, secret } satisfies Job));
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      clearInterval(watch);
      signal.removeEventListener('abort', stop);
      if (signal.aborted) return reject(signal.reason);
      const end = messagesIn(output, secret).find((message) => 'passed' in message);
      if (end !== undefined && 'passed' in end && !isStopped) return resolve(Number(end.passed));
      if (begun) return resolve(0);
      const why = isStopped ? 'it was stopped' : shortLine(complaint, 200);
      return resolve({ unscored: `the interpreter did not start: ${why || 'nobody knows why'}` });
    });
  });
}

/** What the child itself said: whole lines that begin with its secret. */
function messagesIn(output: string, secret: string): Message[] {
  return output
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.startsWith(`${secret} `))
    .map((line) => JSON.parse(line.slice(secret.length + 1)) as Message);
}

/** Resident memory of a process; 0 where nobody says, which is everywhere but on Linux. */
async function memoryOf(pid: number | undefined): Promise<number> {
  const text = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return Number(text.split(' ')[1] ?? 0) * PAGE_BYTES;
}
