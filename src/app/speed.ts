import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { cacheFolder } from '../adapters/process/cache-folder.ts';
import { thisMachine } from '../adapters/process/machine.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { describeModel, type ModelSource, mapPaths } from '../core/domain/model.ts';
import { writeAtomically } from '../results/store/atomic-file.ts';
import { makeDirectory } from '../results/store/disk-faults.ts';

const measured = z.strictObject({
  machine: z.string(),
  engine: z.string(),
  model: z.string(),
  /** Size of its files; null where it has none here. */
  bytes: z.number().nullable().default(null),
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
  source: ModelSource,
  tasks: readonly TimedTask[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const date = new Date().toISOString().slice(0, 10);
  const enough = tasks.filter(({ samples }) => samples >= FEWEST);
  if (enough.length === 0) return;
  const { type: engine } = config.engine;
  const of = { machine: thisMachine(), engine, ...(await namedWithSize(config, source)) };
  const found = enough.map((task): MeasuredSpeed => ({ ...of, ...task, date }));
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

/** A measurement, and how many times as long the config's own model takes by its size: 1 where it was measured itself. */
export interface KnownSpeed extends MeasuredSpeed {
  readonly times: number;
}

/**
 * What this machine measured of the config's engine: tasks of its own checkpoints first, then those of others whose sizes are known, the most alike
 * first. Newest first among equals; none where nothing that was measured says anything of these.
 */
export async function measuredSpeeds(
  config: ResolvedConfig,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<readonly KnownSpeed[]> {
  const sides = [config.candidate, config.baseline].filter((source) => source !== null);
  const own = await Promise.all(sides.map((source) => namedWithSize(config, source)));
  const bytes = own.find((side) => side.bytes !== null)?.bytes ?? null;
  const timesOf = (speed: MeasuredSpeed): number | null => {
    if (own.some((side) => side.model === speed.model && side.bytes === speed.bytes)) return 1;
    return bytes === null || speed.bytes === null ? null : bytes / speed.bytes;
  };
  const isOwn = ({ model }: KnownSpeed) => own.some((side) => side.model === model);
  const rank = (speed: KnownSpeed) => (isOwn(speed) ? 0 : 1 + Math.abs(Math.log(speed.times)));
  return (await readBook(environment))
    .filter(({ machine, engine }) => machine === thisMachine() && engine === config.engine.type)
    .flatMap((speed) => {
      const times = timesOf(speed);
      return times === null ? [] : [{ ...speed, times }];
    })
    .sort((a, b) => rank(a) - rank(b));
}

/** A side as its measurements name it. Its paths are from the config's folder. */
const namedWithSize = async ({ directory }: ResolvedConfig, source: ModelSource) => ({
  model: describeModel(source),
  bytes: await bytesOf(mapPaths(source, (path) => resolve(directory, path))),
});

/** What a model's files take together, a base without its adapter; null where nobody can say. */
async function bytesOf(source: ModelSource): Promise<number | null> {
  if (source.kind === 'endpoint' || source.kind === 'hub' || source.kind === 'results') return null;
  const path = source.kind === 'adapter' ? source.base : source.path;
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return found.size;
    const sizes = (await readdir(path)).map(async (name) => (await stat(join(path, name))).size);
    return (await Promise.all(sizes)).reduce((total, size) => total + size, 0);
  } catch {
    return null;
  }
}

/** Seconds that so much of a task takes, and by which measurement: of the same task, else by its tokens; null without any. */
export function secondsOf(
  cost: { readonly task: string; readonly samples: number; readonly tokens: number },
  speeds: readonly KnownSpeed[],
): { readonly seconds: number; readonly by: KnownSpeed } | null {
  const [any] = speeds;
  // A task of this name may ask anything of a model of another size.
  const same = speeds.find(({ task, times }) => task === cost.task && times === 1);
  if (same !== undefined) return { seconds: cost.samples / same.rate, by: same };
  return any === undefined ? null : { seconds: (any.times * cost.tokens) / any.tokensPerSecond, by: any };
}
