import { constants, renameSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { EvaluationProgress } from '../core/domain/progress.ts';

/** Beside the run directory: what lies in that is kept and handed on. */
export const progressFile = (out: string): string => join(dirname(out), 'progress.json');

const MAX_BYTES = 4096;
const count = z.number().int().min(0).max(1e9);

const progressSchema = z
  .strictObject({
    side: z.enum(['baseline', 'candidate', 'anchor']),
    task: z.string().nullable(),
    ...{ done: count, planned: count, tasksDone: count, tasks: count },
    secondsLeft: z.number().min(0).max(1e7).nullable(),
  })
  .refine(({ done, planned, tasksDone, tasks }) => done <= planned && tasksDone <= tasks);

/** Whoever reads finds the old content or the new, never half of it. */
export function writeProgress(file: string, progress: EvaluationProgress): void {
  writeFileSync(`${file}.new`, JSON.stringify(progress));
  renameSync(`${file}.new`, file);
}

/** `absent`: nothing is there. `refused`: what is there is not what we write. */
export type Received<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'absent' | 'refused' };

/** @param tasks names that the config has: no other word of the evaluation is passed on */
export async function readProgress(
  file: string,
  tasks: readonly string[],
): Promise<Received<EvaluationProgress>> {
  const named = progressSchema.refine(({ task }) => task === null || tasks.includes(task));
  return readSmall(file, named);
}

/** Reads a small file of JSON that foreign code may have put there: no link is followed, no pipe waited for. */
export async function readSmall<T>(file: string, schema: z.ZodType<T>): Promise<Received<T>> {
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      if (!(await handle.stat()).isFile()) return { kind: 'refused' };
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAX_BYTES + 1), 0, MAX_BYTES + 1, 0);
      if (bytesRead > MAX_BYTES) return { kind: 'refused' };
      const parsed = schema.safeParse(JSON.parse(buffer.toString('utf8', 0, bytesRead)));
      return parsed.success ? { kind: 'read', value: parsed.data } : { kind: 'refused' };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { kind: isAbsent ? 'absent' : 'refused' };
  }
}
