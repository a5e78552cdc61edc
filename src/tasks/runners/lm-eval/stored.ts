import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Side } from '../../../core/domain/run.ts';
import { writeAtomically } from '../../../results/store/atomic-file.ts';
import { onDisk } from '../../../results/store/disk-faults.ts';
import { runFolder, taskFolder } from '../../../results/store/layout.ts';
import { readRun, type StoredRun } from '../../../results/store/reader.ts';
import type { RunPlan } from '../../../results/store/resume.ts';
import { type OpenedRun, openRun } from '../../../results/store/writer.ts';
import { HARNESS_FOLDER } from './call.ts';

/**
 * A run says what was asked and answered, but not with which settings of the harness. They are kept beside it, as one digest,
 * so that a run is taken up again only by the call that began it.
 */
const requestFile = (out: string, side: Side, task: string): string =>
  join(out, HARNESS_FOLDER, side, `${taskFolder(task)}.request`);

/** The run that an earlier evaluation left, if it made the same request. */
export async function earlierRun(
  out: string,
  side: Side,
  task: string,
  request: string,
): Promise<StoredRun | null> {
  const asked = await readFile(requestFile(out, side, task), 'utf8').catch(() => null);
  if (asked !== request) return null;
  try {
    return await readRun(runFolder(out, side, task));
  } catch (error) {
    // What is damaged is set aside when the new run is opened.
    if (error instanceof WeighbridgeError && error.kind === 'data') return null;
    throw error;
  }
}

/** Opens a run for what this request gives; one of another request is set aside first, however alike it looks. */
export async function openFor(
  request: string,
  out: string,
  plan: RunPlan,
  earlier: StoredRun | null,
): Promise<OpenedRun> {
  const opened = await openRun(out, plan, { fresh: earlier === null });
  const file = requestFile(out, plan.side, plan.task);
  await onDisk(file, async () => {
    await mkdir(dirname(file), { recursive: true });
    await writeAtomically(file, request);
  });
  return opened;
}
