import { lstat, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LoadedConfig } from '../../config/load.ts';
import { asFound } from '../../config/models.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { metricsOfGate } from '../../core/domain/gate.ts';
import { makeDirectory } from '../../results/store/disk-faults.ts';
import { resolveBase } from '../policy.ts';
import { isCommitted, putOnDisk, type SuiteSide, suiteParts } from './suite.ts';

/** What is asked where a change of it takes effect only when it is merged. */
export interface BaseSuite {
  /** In which tasks find their files, in place of the config's folder. */
  readonly directory: string;
  /** The config of the base branch, which says what the tasks that it has are asked. */
  readonly config: string;
}

/**
 * Lays out the files of the tasks as the base branch has them. What is in no commit, and what a new task names, is linked to where
 * it is.
 * @param base whose root is empty so far
 * @throws WeighbridgeError `data` for what Git LFS keeps and is not here
 */
export async function layOut(base: SuiteSide, head: SuiteSide): Promise<string> {
  const has = ({ config }: SuiteSide, task: string | null) => config.tasks.some(({ name }) => name === task);
  const linked: string[] = [];
  for (const part of (await suiteParts(base)).values()) {
    if (part.path === null || !has(head, part.task)) continue;
    if (part.entry !== null) await putOnDisk(base, part);
    // A file of the change in the place of one that no commit had is not what the base branch means.
    else if (!(await isCommitted(head, part.written))) linked.push(part.path);
  }
  for (const part of (await suiteParts(head)).values()) {
    if (part.path !== null && part.task !== null && !has(base, part.task)) linked.push(part.path);
  }
  const isThere = (path: string, look: typeof stat | typeof lstat) => look(path).then(...YES_OR_NO);
  for (const path of linked) {
    const [from, to] = [join(head.checkout, path), join(base.root, path)];
    if ((await isThere(to, lstat)) || !(await isThere(from, stat))) continue;
    await makeDirectory(dirname(to));
    await symlink(from, to);
  }
  return join(base.root, base.folder);
}

const YES_OR_NO = [() => true, () => false] as const;

/** The config with the engines, the reference and the tasks of the base branch; a gate on what those do not measure cannot steer the evaluation. */
export function onBaseSuite(loaded: LoadedConfig, suite: BaseSuite): LoadedConfig {
  const base = resolveBase(suite.config, loaded.config, loaded.overrides).config;
  const replaced = (config: ResolvedConfig): ResolvedConfig => ({
    ...config,
    taskDirectory: suite.directory,
    engine: base.engine,
    // It decides nothing, but its engine may have a key, and code of its own.
    reference: asFound(base.reference, loaded.config.directory),
    referenceEngine: base.referenceEngine,
    tasks: config.tasks.map((task) => base.tasks.find(({ name }) => name === task.name) ?? task),
    gates: config.gates.filter((gate) =>
      metricsOfGate(gate).every(({ task, metric }) => {
        const known = base.declared.find((each) => each.task === task);
        return (
          known === undefined || known.open === true || known.metrics.some(({ name }) => name === metric)
        );
      }),
    ),
  });
  return {
    ...loaded,
    config: replaced(loaded.config),
    withResults: (config, runs) => replaced(loaded.withResults(config, runs)),
  };
}
