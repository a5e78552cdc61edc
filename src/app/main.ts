import { readConfig } from '../config/load.ts';
import type { Overrides } from '../config/overrides.ts';
import type { VerdictFile } from '../core/domain/decision.ts';
import { type EvaluateOptions, evaluateCheckpoints } from './evaluate.ts';
import { decideStored, type JudgeOptions } from './judge.ts';

/** The phases as the steps of the action call them: each step is a process, which reads the config of its own. */

interface ConfigFile {
  readonly configPath: string;
  readonly overrides: Overrides;
}

export type EvaluatePlanOptions = EvaluateOptions & ConfigFile;

export async function evaluatePlan({
  configPath,
  overrides,
  ...options
}: EvaluatePlanOptions): Promise<void> {
  await evaluateCheckpoints(await readConfig(configPath, overrides), options);
}

export type JudgePlanOptions = JudgeOptions & ConfigFile;

/** Decides, and writes nothing: what is published, and where, is the report step's. */
export async function decidePlan({
  configPath,
  overrides,
  ...options
}: JudgePlanOptions): Promise<VerdictFile> {
  return decideStored(await readConfig(configPath, overrides), options);
}
