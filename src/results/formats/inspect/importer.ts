import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { attempt } from '../attempt.ts';
import { directionsOf } from '../directions.ts';
import type { ForeignRun, Importer } from '../importer.ts';
import { digest } from '../lm-eval/digest.ts';
import { parseSelection } from '../selection.ts';
import { type InspectLog, isLog, readLog } from './log.ts';
import { toRun } from './run.ts';

export const inspect: Importer = {
  name: 'Inspect',
  summary: 'a log, .eval or .json, or a folder of logs of one model',

  async detect(path) {
    return (await logsIn(parseSelection(path).file)).length > 0;
  },

  async load(path, side) {
    const faults: WeighbridgeError[] = [];
    const runs = await attempt(faults, async () => {
      const selection = parseSelection(path);
      const directions = directionsOf(selection, knownDirection);
      const logs: InspectLog[] = [];
      for (const file of await logsIn(selection.file)) {
        await attempt(faults, async () => logs.push(await readLog(file)));
      }
      const models = modelsOf(logs);
      const found: ForeignRun[] = [];
      for (const log of logs) {
        await attempt(faults, async () => {
          checkOnce(log, logs);
          found.push(toRun(log, side, models.get(log.header.eval.model) ?? log.digest, directions));
        });
      }
      return found.sort((a, b) => (a.record.task < b.record.task ? -1 : 1));
    });
    return { runs: runs ?? [], faults };
  },
};

/** Scorers of Inspect itself; which way others are better only their authors know. */
const knownDirection = (metric: string) =>
  /^(match|includes|pattern|answer|choice|exact|f1|math|perplexity_choice|model_graded_(qa|fact))$/.test(
    metric,
  )
    ? ('higher_is_better' as const)
    : null;

/** One model's logs of a folder stand for one model; the logs do not say which weights it had. */
function modelsOf(logs: readonly InspectLog[]): ReadonlyMap<string, string> {
  const names = new Set(logs.map(({ header }) => header.eval.model));
  return new Map(
    [...names].map((name) => {
      const own = logs.filter(({ header }) => header.eval.model === name).map((log) => log.digest);
      return [name, digest(own.sort())];
    }),
  );
}

/** @throws WeighbridgeError `data` for a task that two logs have, since the newer need not be the one that is meant */
function checkOnce(log: InspectLog, logs: readonly InspectLog[]): void {
  const { task } = log.header.eval;
  const same = logs.filter(({ header }) => header.eval.task === task);
  if (same.length === 1) return;
  throw new WeighbridgeError(
    'data',
    `${same.length} logs of the task ${JSON.stringify(task)} lie here:\n${same.map(({ file }) => `  ${file}`).join('\n')}`,
    { at: { file: log.file }, fix: 'name one of these files instead of the folder' },
  );
}

async function logsIn(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) return [];
  const files = found.isDirectory() ? await filesIn(path) : [path];
  const logs: string[] = [];
  for (const file of files) if (await isLog(file)) logs.push(file);
  return logs;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(eval|json)$/.test(entry.name))
    .map(({ name }) => join(folder, name))
    .sort();
}
