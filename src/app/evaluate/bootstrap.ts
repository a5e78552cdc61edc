import { mkdir } from 'node:fs/promises';
import type { EvaluationPlan } from '../../config/plan/plan.ts';
import { onDisk } from '../../results/store/disk-faults.ts';
import { originHere, storeOf, wholeRuns } from '../baselines/find.ts';
import { requireSources } from '../sides/sources.ts';
import { sideFolder } from '../sides/stored.ts';
import { evaluateModel } from './evaluate.ts';
import type { EvaluationOptions } from './model-evaluation.ts';

/** The first baseline: the candidate is evaluated in full and kept, and nothing is compared. */
export async function evaluateBootstrap(plan: EvaluationPlan, options: EvaluationOptions): Promise<void> {
  const { log, out, signal } = options;
  const evaluation = { value: 'full', source: plan.config.evaluation.source } as const;
  const config = { ...plan.config, evaluation };
  await requireSources(config, ['candidate']);
  await onDisk(out, () => mkdir(out, { recursive: true }));
  await evaluateModel({ ...plan, config }, 'candidate', options);
  if (signal.aborted) return;
  const runs = await wholeRuns(sideFolder(config, 'candidate', out), 'candidate');
  const store = storeOf(config);
  if (store === null) return;
  const { id } = await store.bless(runs, await originHere(config.directory));
  log.info(`bootstrap: blessed ${id} in ${store.folder}`);
}
