import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { OVERRIDE_NAMES } from '../config/overrides.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { WAIVER_PERMISSIONS } from '../core/domain/policy.ts';

const sourced = z.strictObject({
  value: z.string(),
  source: z.strictObject({ kind: z.literal('input'), name: z.string() }),
});

const label = z.string().exactOptional();
const modelSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['file', 'folder', 'results']), path: z.string(), label }),
  z.strictObject({ kind: z.literal('hub'), name: z.string(), revision: z.string() }),
  z.strictObject({ kind: z.literal('endpoint'), url: z.string(), model: z.string() }),
  z.strictObject({ kind: z.literal('adapter'), base: z.string(), adapter: z.string() }),
]);
const origin = z.strictObject({ commit: z.string().nullable(), date: z.string(), by: z.string().nullable() });

/** What trying the sources of the baseline came to. */
const foundBaselines = z.strictObject({
  found: z
    .array(z.strictObject({ name: z.string(), source: modelSource, origin: origin.nullable() }))
    .readonly(),
  attempts: z.array(z.strictObject({ source: z.string(), reason: z.string().nullable() })).readonly(),
  bootstrap: z.boolean(),
});

/** What `prep` decided and the later steps hold to. It carries no token. */
const planSchema = z.strictObject({
  version: z.literal(1),
  /** Absolute; paths in the config and inputs are relative to it. */
  directory: z.string(),
  config: z.strictObject({ path: z.string(), sha256: z.string() }),
  overrides: z.partialRecord(z.enum(OVERRIDE_NAMES), sourced),
  /** Absent where the config names the baseline by one path. */
  baselines: foundBaselines.exactOptional(),
  out: z.string(),
  phase: z.enum(['all', 'evaluate', 'report']),
  shard: z.strictObject({ index: z.number(), count: z.number() }).nullable(),
  timeoutMinutes: z.number().positive(),
  envAllow: z.array(z.string()),
  /** What the base branch says, read before anything foreign ran. */
  policy: z.strictObject({
    base: z.strictObject({ revision: z.string(), config: z.string().nullable() }).nullable(),
    waivers: z.array(
      z.strictObject({
        gate: z.string(),
        by: z.string(),
        reason: z.string(),
        expires: z.string(),
        source: z.string(),
        refused: z.string().nullable(),
      }),
    ),
    waiverPermission: z.enum(WAIVER_PERMISSIONS),
  }),
  /** ISO 8601. */
  started: z.string(),
});

export type PlanFile = z.infer<typeof planSchema>;

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

export const planFileDigest = async (path: string): Promise<string> => sha256(await readFile(path));

/** Writes the plan for its owner only. @returns its digest, which travels as a step output that no child can change */
export async function writePlan(path: string, plan: PlanFile): Promise<string> {
  const text = JSON.stringify(planSchema.parse(plan));
  await writeFile(path, text, { mode: 0o600, flag: 'wx' });
  return sha256(text);
}

/**
 * Reads the plan back.
 * @throws WeighbridgeError `data` when it is not the plan that `prep` wrote: something of the evaluation changed it
 */
export async function readPlan(path: string, digest: string): Promise<PlanFile> {
  const bytes = await readFile(path);
  if (sha256(bytes) !== digest) {
    throw new WeighbridgeError('data', 'the plan was changed after it was made', {
      fix: 'look for what of the evaluation writes to RUNNER_TEMP: its results cannot be trusted',
    });
  }
  return planSchema.parse(JSON.parse(bytes.toString('utf8')));
}

/**
 * The same for the config: the limits that judge must be those that were checked.
 * @throws WeighbridgeError `data`
 */
export async function assertSameConfig({ config }: PlanFile): Promise<void> {
  if ((await planFileDigest(config.path)) === config.sha256) return;
  throw new WeighbridgeError('data', `${config.path} was changed while the evaluation ran`, {
    fix: 'look for what of the evaluation writes to it: its results cannot be trusted',
  });
}
