import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { VerdictFile } from '../../src/domain/decision.ts';

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
  /** Called with everything on stderr so far, to kill the process at an interesting moment. */
  readonly watch?: (stderr: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** Runs the built command line as a user would. */
export function weighbridge(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), ...args], {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    options.watch?.(stderr, (signal) => child.kill(signal));
  });
  return new Promise((settle, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => settle({ exitCode, signal, stdout, stderr }));
  });
}

/** A folder that is gone when the test is. */
export function temporaryFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'weighbridge-e2e-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

export function verdictIn(out: string): VerdictFile {
  return JSON.parse(readFileSync(join(out, 'verdict.json'), 'utf8')) as VerdictFile;
}

export const hasVerdict = (out: string): boolean => existsSync(join(out, 'verdict.json'));
