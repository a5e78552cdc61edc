import { readFile } from 'node:fs/promises';
import { cpus, platform } from 'node:os';
import { join } from 'node:path';
import { writeAtomically } from './atomic-file.ts';
import { onDisk } from './disk-faults.ts';

/** How long one evaluation of one side took; what it found is elsewhere. */
export interface EvaluationTiming {
  readonly side: string;
  /** ISO 8601. */
  readonly started: string;
  readonly seconds: number;
  readonly tasks: readonly { readonly task: string; readonly evaluated: number; readonly reused: number }[];
}

/**
 * Adds to `timing.json`, where everything lives that varies from run to run, so that `verdict.json` does not. It is for
 * people: a file that cannot be read is replaced.
 */
export async function recordTiming(out: string, timing: EvaluationTiming): Promise<void> {
  const file = join(out, 'timing.json');
  const evaluations = [...(await earlier(file)), timing];
  const host = { platform: platform(), node: process.version, processors: cpus().length };
  await onDisk(out, () => writeAtomically(file, `${JSON.stringify({ host, evaluations }, null, 2)}\n`));
}

async function earlier(file: string): Promise<readonly unknown[]> {
  try {
    const { evaluations } = JSON.parse(await readFile(file, 'utf8')) as { evaluations?: unknown };
    return Array.isArray(evaluations) ? evaluations : [];
  } catch {
    return [];
  }
}
