import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fingerprint, RunStatus, Side } from '../../src/core/domain/run.ts';
import { plan, sample } from './stored-run.ts';

/** What of a task a run has evaluated, where it is not all of it. */
export interface Part {
  readonly has: (index: number) => boolean;
  readonly status: RunStatus;
}

const ALL: Part = { has: () => true, status: { state: 'complete' } };

/**
 * Writes the run of a made-up model on the task `facts` that answers as `isRight` says.
 * @returns the folder of the side
 */
export function writeRun(
  out: string,
  side: Side,
  planned: number,
  isRight: (index: number) => boolean,
  fingerprint: Fingerprint = { dataset: 'd1', seed: 1, limit: null },
  { has, status }: Part = ALL,
): string {
  const folder = join(out, side, 'facts');
  mkdirSync(folder, { recursive: true });
  const [declared] = plan().metrics;
  const record = {
    ...plan({ side, planned, fingerprint, ...(declared === undefined ? {} : { metrics: [declared] }) }),
    ...{ schema_version: 1, status },
    ...{ started: '2026-01-01T00:00:00.000Z', finished: '2026-01-01T00:00:01.000Z' },
  };
  writeFileSync(join(folder, 'run.json'), JSON.stringify(record));
  const lines = Array.from({ length: planned }, (_, index) => index)
    .filter(has)
    .map((index) => JSON.stringify(sample(index, { scores: { acc: isRight(index) ? 1 : 0 } })));
  writeFileSync(join(folder, 'samples.jsonl'), `${lines.join('\n')}\n`);
  return join(out, side);
}
