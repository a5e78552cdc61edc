import { IssueList, messageOf, WeighbridgeError } from '../core/domain/errors.ts';

export interface AnnotationProperties {
  readonly title?: string;
  readonly file?: string;
  readonly startLine?: number;
  readonly startColumn?: number;
}

/** What the steps use of `@actions/core`; github-script hands it in. It escapes what it prints, except `info`. */
export interface Core {
  setOutput(name: string, value: string): void;
  notice(message: string, place?: AnnotationProperties): void;
  warning(message: string, place?: AnnotationProperties): void;
  error(message: string, place?: AnnotationProperties): void;
}

export type RunnerEnvironment = Record<string, string | undefined>;

/** What a step runs in. */
export interface StepRuntime {
  readonly env: RunnerEnvironment;
  readonly core: Core;
}

/** GitHub shows ten errors a step. */
const MOST_ANNOTATIONS = 10;

/** Shows an error at its place in the changed files, each fault of a list at its own. */
export function annotate(core: Core, error: unknown): void {
  const faults = error instanceof IssueList ? error.issues : [error];
  for (const fault of faults.slice(0, MOST_ANNOTATIONS)) {
    const at = fault instanceof WeighbridgeError ? fault.at : undefined;
    core.error(messageOf(fault), {
      title: 'Weighbridge',
      ...(at === undefined ? {} : { file: at.file }),
      ...(at?.line === undefined ? {} : { startLine: at.line }),
      ...(at?.column === undefined ? {} : { startColumn: at.column }),
    });
  }
}

/**
 * A variable the runner always sets.
 * @throws WeighbridgeError `platform` when it is not there
 */
export function requiredVariable(env: RunnerEnvironment, name: string): string {
  const value = env[name];
  if (value !== undefined && value !== '') return value;
  throw new WeighbridgeError('platform', `${name} is not set`, {
    fix: 'run this as a step of a GitHub Actions job, or use the command line',
  });
}
