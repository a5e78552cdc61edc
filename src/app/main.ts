import { readConfig } from '../config/load.ts';
import type { Overrides } from '../config/overrides.ts';
import { type EvaluateOptions, evaluateCheckpoints } from './evaluate.ts';
import type { Judged } from './judge/shown.ts';
import { decideStored, type JudgeOptions } from './judge.ts';
import { type BaseSuite, onBaseSuite } from './suite/base-suite.ts';

/** The phases as the steps of the action call them: each step is a process, which reads the config of its own. */

interface ConfigFile {
  readonly configPath: string;
  readonly overrides: Overrides;
}

export type EvaluatePlanOptions = EvaluateOptions &
  ConfigFile & {
    /** Where the base branch's tasks are asked in place of those of the config. */
    readonly suite?: BaseSuite | null;
  };

export async function evaluatePlan({
  configPath,
  overrides,
  suite = null,
  ...options
}: EvaluatePlanOptions): Promise<void> {
  const loaded = await readConfig(configPath, overrides);
  await evaluateCheckpoints(suite === null ? loaded : onBaseSuite(loaded, suite), options);
}

export type JudgePlanOptions = JudgeOptions & ConfigFile;

/** Decides, and writes nothing: what is published, and where, is the report step's. */
export async function decidePlan({ configPath, overrides, ...options }: JudgePlanOptions): Promise<Judged> {
  return decideStored(await readConfig(configPath, overrides), options);
}
