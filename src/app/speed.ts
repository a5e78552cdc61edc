import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { cacheFolder } from '../adapters/process/cache-folder.ts';
import { thisMachine } from '../adapters/process/machine.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { describeModel } from '../core/domain/model.ts';
import { writeAtomically } from '../results/store/atomic-file.ts';
import { makeDirectory } from '../results/store/disk-faults.ts';

const measured = z.strictObject({
  machine: z.string(),
  engine: z.string(),
  model: z.string(),
  task: z.string(),
  samples: z.int().min(1),
  /** Samples a second. */
  rate: z.number().positive(),
  /** Tokens a second, read and written, as a plan counts them. */
  tokensPerSecond: z.number().positive(),
  /** Day of the measurement, ISO 8601. */
  date: z.string(),
});

/** How fast a model answered a task on a machine. */
export type MeasuredSpeed = z.infer<typeof measured>;

const book = z.strictObject({ schema_version: z.literal(1), speeds: z.array(measured) });

/** The newest stay. */
const MOST = 500;
/** Fewer samples say little. */
const FEWEST = 10;

const fileIn = (environment: NodeJS.ProcessEnv): string => join(cacheFolder(environment), 'speeds.json');

async function readBook(environment: NodeJS.ProcessEnv): Promise<readonly MeasuredSpeed[]> {
  try {
    return book.parse(JSON.parse(await readFile(fileIn(environment), 'utf8'))).speeds;
  } catch {
    // For estimates alone: one that cannot be read is begun anew.
    return [];
  }
}

export interface TimedTask extends Pick<MeasuredSpeed, 'task' | 'samples' | 'rate' | 'tokensPerSecond'> {}

/** Remembers how fast tasks were, for the next estimate on this machine; what cannot be kept costs that and nothing else. */
export async function rememberSpeeds(
  config: ResolvedConfig,
  model: string,
  tasks: readonly TimedTask[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const date = new Date().toISOString().slice(0, 10);
  const [machine, engine] = [thisMachine(), config.engine.type];
  const found = tasks
    .filter(({ samples }) => samples >= FEWEST)
    .map((task): MeasuredSpeed => ({ ...{ machine, engine, model }, ...task, date }));
  if (found.length === 0) return;
  const keyOf = (speed: MeasuredSpeed) =>
    JSON.stringify([speed.machine, speed.engine, speed.model, speed.task]);
  const keys = new Set(found.map(keyOf));
  const others = (await readBook(environment)).filter((speed) => !keys.has(keyOf(speed)));
  const file = fileIn(environment);
  try {
    await makeDirectory(dirname(file));
    const speeds = [...found, ...others].slice(0, MOST);
    await writeAtomically(file, `${JSON.stringify({ schema_version: 1, speeds }, null, 2)}\n`);
  } catch {
    // A cache that cannot be written is told where something rests on it.
  }
}

/**
 * What this machine measured of the config's engine: tasks of its checkpoints first, then those of any other. Newest first; none where it
 * has measured nothing.
 */
export async function measuredSpeeds(
  config: ResolvedConfig,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<readonly MeasuredSpeed[]> {
  const named = [config.candidate, config.baseline].map((source) => source && describeModel(source));
  const rank = ({ model }: MeasuredSpeed) => Number(named.includes(model));
  return (await readBook(environment))
    .filter(({ machine, engine }) => machine === thisMachine() && engine === config.engine.type)
    .sort((a, b) => rank(b) - rank(a));
}

/** Seconds that so much of a task takes, and by which measurement: of the same task, else by its tokens; null without any. */
export function secondsOf(
  cost: { readonly task: string; readonly samples: number; readonly tokens: number },
  speeds: readonly MeasuredSpeed[],
): { readonly seconds: number; readonly by: MeasuredSpeed } | null {
  const same = speeds.find(({ task }) => task === cost.task);
  if (same !== undefined) return { seconds: cost.samples / same.rate, by: same };
  const [any] = speeds;
  return any === undefined ? null : { seconds: cost.tokens / any.tokensPerSecond, by: any };
}
