import type { Overrides } from '../config/resolve.ts';
import type { VerdictFile } from '../domain/decision.ts';

/** Where progress goes; every line is fenced before it reaches the log of a job. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
}

/** One of `count` parts of the evaluation, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

export interface PipelineOptions {
  readonly configPath: string;
  readonly overrides: Overrides;
  /** Run directory. */
  readonly out: string;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** The phases of the command line as the action's steps call them; `src/main.ts` provides them. */
export interface Pipeline {
  /** Reads and resolves the config. @throws IssueList with every fault, each at its line */
  checkConfig(options: Pick<PipelineOptions, 'configPath' | 'overrides'>): Promise<void>;
  /** Runs both sides into the run directory, going on where an earlier run stopped. */
  evaluatePlan(options: PipelineOptions & { readonly shard: Shard | null }): Promise<void>;
  /** Compares and decides; a function of what is stored and of the config. */
  judge(options: PipelineOptions): Promise<{ readonly verdict: VerdictFile }>;
}
