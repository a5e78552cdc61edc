import { join } from 'node:path';
import type { Side } from '../../core/domain/run.ts';
import { taskFolder } from './task-folder.ts';

export const RUN_FILE = 'run.json';
export const SAMPLES_FILE = 'samples.jsonl';
/** Where runs go that a later evaluation could not continue: nothing is ever deleted. */
export const SUPERSEDED = 'superseded';
/** Where runs are written that are to appear in one moment, or not at all. */
export const STAGING = 'staging';

export function runFolder(out: string, side: Side, task: string): string {
  return join(out, side, taskFolder(task));
}
