import { readdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { canonicalJson } from '../../core/domain/canonical-json.ts';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { designOf, type RunRecord, type Side } from '../../core/domain/run.ts';
import { makeDirectory } from './disk-faults.ts';
import { SAMPLES_FILE, SUPERSEDED } from './layout.ts';
import { isLockFile } from './lock.ts';
import { readRecord, readSamples, type StoredSamples } from './reader.ts';

/** What a run will be, before it has started. */
export type RunPlan = Omit<RunRecord, 'schema_version' | 'reused' | 'status' | 'started' | 'finished'>;

/** What lies where a run is to be written. */
export type ResumableRun =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'resumable'; readonly record: RunRecord; readonly stored: StoredSamples }
  | { readonly kind: 'other'; readonly differs: readonly string[] };

/** Looks at a folder that a writer has locked: the lock's own files do not count. */
export async function inspectRun(folder: string, plan: RunPlan): Promise<ResumableRun> {
  const files = await readdir(folder);
  if (files.every((file) => isLockFile(file) || file.endsWith('.tmp'))) return { kind: 'nothing' };
  try {
    const record = await readRecord(folder);
    // What a run was designed as stays, whatever is asked of a later evaluation: samples may have been looked at.
    const { order_seed: _seed, draw: _draw, ...asked } = plan;
    const begun = { ...asked, ...drawnIn(record), design: designOf(record) };
    const differs = runDifferences(record, begun);
    if (differs.length > 0) return { kind: 'other', differs };
    const started = files.includes(SAMPLES_FILE);
    const stored = started ? await readSamples(folder, plan) : { samples: [], wholeBytes: 0, torn: false };
    return { kind: 'resumable', record, stored };
  } catch (error) {
    // Damaged data cannot be continued, and must not stop a new run either: it is set aside, with the reason told.
    if (error instanceof WeighbridgeError && error.kind === 'data') {
      return { kind: 'other', differs: [`unreadable (${messageOf(error)})`] };
    }
    throw error;
  }
}

/** What decides the order of a run's samples, where anything does besides its design. */
export const drawnIn = ({ order_seed, draw }: RunPlan): Pick<RunPlan, 'order_seed' | 'draw'> => ({
  ...(order_seed === undefined ? {} : { order_seed }),
  ...(draw === undefined ? {} : { draw }),
});

/** Names of what does not agree. Only what can change a sample counts: roles and primary metrics may be renamed. */
export function runDifferences(record: RunPlan, plan: RunPlan): string[] {
  const differs: string[] = [];
  const compare = (field: string, left: unknown, right: unknown) => {
    if (canonicalJson(left ?? null) !== canonicalJson(right ?? null)) differs.push(field);
  };
  compare('side', record.side, plan.side);
  compare('task', record.task, plan.task);
  compare('model', record.model.digest, plan.model.digest);
  compare('adapter', record.model.adapter_digest, plan.model.adapter_digest);
  compare('seed', record.seed, plan.seed);
  compare('order_seed', record.order_seed, plan.order_seed);
  compare('draw', record.draw, plan.draw);
  compare('planned', record.planned, plan.planned);
  compare('design', designOf(record), designOf(plan));
  compare('metrics', record.metrics, plan.metrics);
  compare('aggregates', record.aggregates, plan.aggregates);
  const fields = new Set([...Object.keys(record.fingerprint), ...Object.keys(plan.fingerprint)]);
  for (const field of [...fields].sort()) {
    const key = field as keyof RunRecord['fingerprint'];
    compare(`fingerprint.${field}`, record.fingerprint[key], plan.fingerprint[key]);
  }
  return differs;
}

/** Moves a run out of the way, into the first free folder under `superseded`. */
export async function setAside(out: string, side: Side, folder: string): Promise<string> {
  const parent = join(out, SUPERSEDED, side);
  const name = basename(folder);
  await makeDirectory(parent);
  const taken = new Set(await readdir(parent));
  let number = 1;
  while (taken.has(`${name}.${number}`)) number += 1;
  const target = join(parent, `${name}.${number}`);
  await rename(folder, target);
  return target;
}
