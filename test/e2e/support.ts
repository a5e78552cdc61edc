import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { VerdictFile } from '../../src/core/domain/decision.ts';

export const ROOT = resolve(import.meta.dirname, '../..');
export const SUITE = join(ROOT, 'fixtures/suite/weighbridge.yml');
export const checkpoint = (name: string): string => join(ROOT, 'fixtures/checkpoints', `${name}.gguf`);

export interface Finished {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The first time stderr matches, something happens to the process: for crashes at an interesting moment. */
  readonly at?: { readonly line: RegExp; readonly happens: (child: ChildProcess) => void };
}

/** Runs the built command line as a user would. */
export function weighbridge(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), ...args], {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  let pending = options.at;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    if (pending?.line.test(stderr)) {
      const { happens } = pending;
      pending = undefined;
      happens(child);
    }
  });
  return new Promise((settle, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      if (pending === undefined) settle({ exitCode, signal, stdout, stderr });
      else reject(new Error(`the run ended and never said ${pending.line}:\n${stderr}`));
    });
  });
}

/** Kills the engine's process as the system does when memory runs out. */
export function killEngine(command: ChildProcess): void {
  const children = readFileSync(`/proc/${command.pid}/task/${command.pid}/children`, 'utf8')
    .trim()
    .split(' ');
  if (children.length !== 1) throw new Error(`expected the engine's process alone, found ${children}`);
  process.kill(Number(children[0]), 'SIGKILL');
}

export const interrupt = (command: ChildProcess): void => {
  command.kill('SIGINT');
};

/** A folder that is gone when the test is. */
export function temporaryFolder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'weighbridge-e2e-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

export function verdictIn(out: string): VerdictFile {
  return JSON.parse(readFileSync(join(out, 'verdict.json'), 'utf8')) as VerdictFile;
}

export const hasVerdict = (out: string): boolean => existsSync(join(out, 'verdict.json'));
