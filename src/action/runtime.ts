import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { IssueList, messageOf, WeighbridgeError } from '../core/domain/errors.ts';
import { truncate } from '../report/escape.ts';

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

/** In code points: a line of the log holds 64 KiB, and each may take four bytes, or nine as the runner escapes it. */
export const ANNOTATION_LENGTH = 4000;

/** GitHub finds a file by its path in the repository; the steps work in the folder that the workflow names. */
function inRepository(file: string): string {
  const workspace = process.env.GITHUB_WORKSPACE;
  if (workspace === undefined || workspace === '') return file;
  try {
    const path = relative(realpathSync(workspace), resolve(file));
    return path === '..' || path.startsWith(`..${sep}`) ? file : path.split(sep).join('/');
  } catch {
    // Without a workspace there is no repository that a path could be relative to.
    return file;
  }
}

/** Shows an error at its place in the changed files, each fault of a list at its own. */
export function annotate(core: Core, error: unknown): void {
  const faults = error instanceof IssueList ? error.issues : [error];
  for (const fault of faults.slice(0, MOST_ANNOTATIONS)) {
    const at = fault instanceof WeighbridgeError ? fault.at : undefined;
    core.error(truncate(messageOf(fault), ANNOTATION_LENGTH), {
      title: 'Weighbridge',
      ...(at === undefined ? {} : { file: inRepository(at.file) }),
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
