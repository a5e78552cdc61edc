import type { Gate, Policy } from '../domain/gate.ts';
import type { ModelSource } from '../domain/model.ts';
import type { TaskRole } from '../domain/run.ts';
import type { EngineConfig } from '../engines/registry.ts';
import type { RunnerTask } from '../runners/registry.ts';

/** One task of the config, complete: nothing is left to a later default. */
export type TaskConfig = RunnerTask & {
  readonly name: string;
  readonly role: TaskRole;
  readonly primaryMetric: string;
};

/** What `weighbridge.yml`, flags and inputs come to, together. Frozen; every value carries where it came from. */
export interface ResolvedConfig {
  /** Path of the config file as given, null when everything came from flags. */
  readonly file: string | null;
  /** SHA-256 of the resolved config, so that two runs can prove they were judged by the same rules. */
  readonly digest: string;
  /** Paths in the config are relative to this directory. */
  readonly directory: string;
  readonly candidate: ModelSource | null;
  readonly baseline: ModelSource | null;
  readonly engine: EngineConfig;
  readonly seed: number;
  readonly tasks: readonly TaskConfig[];
  readonly gates: readonly Gate[];
  readonly policy: Policy;
}
