import { resolve } from 'node:path';
import process from 'node:process';
import {
  byHarness,
  type HarnessTaskConfig,
  inTaskDirectory,
  type ResolvedConfig,
} from '../../config/resolved.ts';
import { describeModel, type ModelSource, mapPaths } from '../../core/domain/model.ts';
import type { Side } from '../../core/domain/run.ts';
import { tenths } from '../../core/stats/sequential/looks.ts';
import { createLogFence } from '../../report/log-fence.ts';
import type { Monitor } from '../../tasks/runners/monitor.ts';
import { harnessRunner } from '../../tasks/runners/registry.ts';
import type { Harness } from '../../tasks/runners/runner.ts';
import type { TaskOutcome } from '../../tasks/runners/task-outcome.ts';
import type { Log } from '../log.ts';
import { readSideResults, sideFolder } from '../sides/stored.ts';
import { templateSource } from './open-model.ts';

interface HarnessOptions {
  readonly log: Log;
  readonly out: string;
  readonly signal: AbortSignal;
  readonly chance: Pick<Parameters<Harness<never>['evaluate']>[0], 'seed' | 'order'>;
}

/** Runs the tasks of a harness, whose output reaches the log behind a fence. */
export async function evaluateWithHarness(
  config: ResolvedConfig,
  side: Side,
  tasks: readonly HarnessTaskConfig[],
  source: ModelSource,
  monitor: Monitor | null,
  { log, out, signal, chance }: HarnessOptions,
): Promise<readonly TaskOutcome[]> {
  const fence = createLogFence();
  const print = (lines: readonly string[]) => {
    for (const line of lines) log.info(line);
  };
  const baseline =
    side === 'candidate' ? await readSideResults(sideFolder(config, 'baseline', out), 'baseline') : null;
  const absolute = (model: ModelSource) => mapPaths(model, (path) => resolve(config.directory, path));
  const template = templateSource(config, side);
  const outcomes: TaskOutcome[] = [];
  for (const [name, own] of byHarness(tasks)) {
    const harness = await harnessRunner(name).load();
    const ended = await harness.evaluate({
      ...{ side, tasks: own, out, ...chance, monitor, signal, looks: tenths },
      ...inTaskDirectory(config),
      includeSamples: config.includeSamples,
      source: absolute(source),
      ...(template === null ? {} : { template: absolute(template) }),
      described: describeModel(source),
      environment: process.env,
      baseline: baseline?.runs ?? [],
      progress: (progress) => log.progress?.({ ...progress, side }),
      say: (line) => log.info(line),
      output: (piece) => print(fence.push(piece)),
    });
    outcomes.push(...ended);
  }
  print(fence.end());
  return outcomes;
}
