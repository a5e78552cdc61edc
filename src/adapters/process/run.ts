import { spawn } from 'node:child_process';
import { killGroup, LEADS_GROUP } from './kill-group.ts';
import { Tail } from './tail.ts';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** How a command ended. Which ends are good is the caller's to say. */
export interface CommandResult {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The end of what it printed, stdout and stderr as they came. */
  readonly output: string;
}

const OUTPUT_LIMIT = 16_384;

/**
 * Runs a command without a shell, its output captured and bounded. An abort kills it with everything it started.
 * @param printed told of stdout and stderr as they come
 * @throws when the command cannot be started, or the signal's reason when it was aborted
 */
export async function run(
  command: Command,
  signal: AbortSignal,
  printed?: (piece: string) => void,
): Promise<CommandResult> {
  signal.throwIfAborted();
  const tail = new Tail(OUTPUT_LIMIT);
  const child = spawn(command.file, command.args, {
    cwd: command.cwd,
    env: command.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...LEADS_GROUP,
  });
  const kill = () => killGroup(child.pid);
  signal.addEventListener('abort', kill);
  for (const stream of [child.stdout, child.stderr]) {
    // A character may arrive in two pieces.
    const decoder = new TextDecoder();
    stream.on('data', (chunk: Buffer) => {
      tail.push(chunk);
      printed?.(decoder.decode(chunk, { stream: true }));
    });
  }
  try {
    const end = await new Promise<Pick<CommandResult, 'code' | 'signal'>>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, endSignal) => resolve({ code, signal: endSignal }));
    });
    signal.throwIfAborted();
    return { ...end, output: tail.text() };
  } finally {
    signal.removeEventListener('abort', kill);
  }
}
