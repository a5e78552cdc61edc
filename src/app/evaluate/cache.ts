import type { ResolvedConfig } from '../../config/resolved.ts';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import type { Side } from '../../core/domain/run.ts';
import type { RunPlan } from '../../results/store/resume.ts';
import type { CachedSamples, SideEvaluation } from '../../tasks/runners/evaluate.ts';
import { entryKey } from '../baselines/entries.ts';
import { originHere } from '../baselines/find.ts';
import type { BaselineStore } from '../baselines/store.ts';
import type { Log } from '../log.ts';
import { readSideResults, sideFolder } from '../sides/stored.ts';

/** Answers from the store what one side was asked before. A damaged entry is told, and as good as none. */
export function lookUpCachedRuns(
  store: BaselineStore,
  side: Side,
  log: Log,
): NonNullable<SideEvaluation['lookUp']> {
  const lookUp = async (run: RunPlan): Promise<CachedSamples | null> => {
    const found = await store.find(run);
    switch (found.kind) {
      case 'missing':
        return null;
      case 'damaged':
        log.warn(`${side}/${run.task}: the store has it damaged, and it is evaluated again: ${found.reason}`);
        return null;
      case 'found':
        log.info(
          `${side}/${run.task}: ${found.entry.samples.length} of ${run.planned} samples are in the store`,
        );
        return found.entry;
    }
  };
  // Asked once whether all is there, and once for the samples.
  const asked = new Map<string, Promise<CachedSamples | null>>();
  return (run) => {
    const key = entryKey(run);
    const found = asked.get(key) ?? lookUp(run);
    asked.set(key, found);
    return found;
  };
}

/** Puts what was evaluated into the store; a store that cannot be written costs the next run time, not this one its verdict. */
export async function cacheRuns(
  store: BaselineStore,
  config: ResolvedConfig,
  side: Side,
  out: string,
  log: Log,
): Promise<void> {
  const origin = await originHere(config.directory);
  const { runs } = await readSideResults(sideFolder(config, side, out), side);
  for (const run of runs) {
    try {
      await store.keep(run, run.record.reused?.origin ?? origin);
    } catch (error) {
      if (!(error instanceof WeighbridgeError)) throw error;
      log.warn(`${side}/${run.record.task} was not kept in the store: ${messageOf(error)}`);
    }
  }
}
