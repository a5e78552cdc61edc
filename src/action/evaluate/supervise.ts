import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { appendFile } from 'node:fs/promises';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { endAll, TRACKING_VARIABLE } from '../../adapters/process/end-all.ts';
import { LEADS_GROUP } from '../../adapters/process/kill-group.ts';
import { createLogFence } from '../../report/log-fence.ts';
import { CommandFiles, type GuardedPaths } from './command-files.ts';

/** How an evaluation ended, as the report is told. */
export type Ending = 'finished' | 'failed' | 'timed-out' | 'interrupted' | 'tampered';

export interface Supervision {
  readonly script: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** When the evaluation should have stopped itself; in milliseconds. */
  readonly timeoutMs: number;
  readonly guarded: GuardedPaths;
  /** Takes text for the step's log. */
  readonly write: (text: string) => void;
  /** How long an evaluation that was told to stop may take; in milliseconds. */
  readonly grace?: { readonly timeoutMs: number; readonly signalMs: number };
}

/** The runner sends SIGTERM 7.5 s after SIGINT and kills 2.5 s later: we have to be done before. */
const GRACE = { timeoutMs: 30_000, signalMs: 6_000 };
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** What the first process of the step hands to the second by its arguments: its environment has been shed by then. */
export const supervisorArguments = z.strictObject({
  guarded: z.strictObject({ folders: z.array(z.string()), files: z.array(z.string()) }),
  /** `GITHUB_OUTPUT` of the step; null outside of a runner. */
  output: z.string().nullable(),
});

/**
 * Runs the evaluation as a process group of its own, from outside of it: what it prints is fenced, its time is limited even where
 * it no longer listens, everything that it started ends with it, and what it did to the runner's command files is undone.
 */
export async function supervise(
  supervision: Supervision,
): Promise<{ readonly ending: Ending; readonly changed: readonly string[] }> {
  const { script, args, env, timeoutMs, guarded, write, grace = GRACE } = supervision;
  const files = await CommandFiles.remember(guarded);
  const trackingId = randomUUID();
  const child = spawn(process.execPath, [...process.execArgv, script, ...args], {
    env: { ...env, [TRACKING_VARIABLE]: trackingId },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...LEADS_GROUP,
  });
  for (const stream of [child.stdout, child.stderr]) {
    const fence = createLogFence();
    const print = (lines: readonly string[]) => write(lines.map((line) => `${line}\n`).join(''));
    stream.setEncoding('utf8').on('data', (piece: string) => print(fence.push(piece)));
    stream.on('end', () => print(fence.end()));
  }

  let timedOut = false;
  let interrupted = false;
  const end = () => endAll(child.pid, trackingId);
  const limit = setTimeout(() => {
    timedOut = true;
  }, timeoutMs);
  const hardLimit = setTimeout(end, timeoutMs + grace.timeoutMs);
  let killTimer: NodeJS.Timeout | undefined;
  const stop = (signal: NodeJS.Signals) => {
    interrupted = true;
    child.kill(signal);
    clearTimeout(killTimer);
    killTimer = setTimeout(end, grace.signalMs);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    const closed = once(child, 'close');
    const [code] = (await once(child, 'exit')) as [number | null];
    await end();
    // Whatever escaped may hold the pipes open.
    await Promise.race([closed, delay(1_000, undefined, { ref: false })]);
    child.stdout.destroy();
    child.stderr.destroy();
    const changed = await files.restore();
    if (changed.length > 0) return { ending: 'tampered', changed };
    if (code === 0) return { ending: 'finished', changed };
    return { ending: interrupted ? 'interrupted' : timedOut ? 'timed-out' : 'failed', changed };
  } finally {
    clearTimeout(limit);
    clearTimeout(hardLimit);
    clearTimeout(killTimer);
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

/** One line of our own making, once nobody else writes there any more. */
export async function writeEnding(output: string | null, ending: Ending): Promise<void> {
  if (output !== null) await appendFile(output, `ending=${ending}\n`);
}
