import { readFile } from 'node:fs/promises';
import { cpus, platform } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { AnswerSpeed } from '../../core/domain/speed.ts';
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
  const file = join(out, FILE);
  const { evaluations, ...others } = await earlier(file);
  const host = { platform: platform(), node: process.version, processors: cpus().length };
  await write(out, { ...others, host, evaluations: [...evaluations, timing] });
}

/** How fast the sides answered, as the verdict beside it was told. */
export async function recordSpeeds(out: string, speeds: readonly AnswerSpeed[]): Promise<void> {
  const { speeds: before, ...others } = await earlier(join(out, FILE));
  if (speeds.length === 0 && before === undefined) return;
  await write(out, { ...others, speeds });
}

const quantity = z.number().min(0).nullable();
const name = z.string().max(4096);
const speeds: z.ZodType<readonly AnswerSpeed[]> = z
  .array(
    z.strictObject({
      task: name,
      side: z.enum(['baseline', 'candidate']),
      answers: z.int().min(0),
      latency: z.strictObject({ p50: quantity, p95: quantity }),
      firstToken: quantity,
      tokensPerSecond: quantity,
      cost: quantity,
      currency: name.nullable(),
      machines: z.array(name),
    }),
  )
  .max(10_000);

/** None where nothing of the sort can be read: the verdict stands without. */
export const readSpeeds = async (out: string): Promise<readonly AnswerSpeed[]> =>
  speeds.safeParse((await earlier(join(out, FILE))).speeds).data ?? [];

const FILE = 'timing.json';

const write = (out: string, content: object): Promise<void> =>
  onDisk(out, () => writeAtomically(join(out, FILE), `${JSON.stringify(content, null, 2)}\n`));

interface Earlier {
  readonly evaluations: readonly unknown[];
  readonly speeds?: unknown;
}

async function earlier(file: string): Promise<Earlier> {
  try {
    const read = JSON.parse(await readFile(file, 'utf8')) as Partial<Record<keyof Earlier, unknown>>;
    const { evaluations, ...others } = read;
    return { ...others, evaluations: Array.isArray(evaluations) ? evaluations : [] };
  } catch {
    return { evaluations: [] };
  }
}
