import { shortLine } from './short-line.ts';

/**
 * Errors are sorted by who must act. A regression is not an error: it is a decision.
 *
 * | kind         | who acts                                    |
 * |--------------|---------------------------------------------|
 * | `usage`      | whoever typed the command or the workflow   |
 * | `config`     | the author of weighbridge.yml               |
 * | `data`       | the author of a dataset or results file     |
 * | `checkpoint` | whoever made the checkpoint                 |
 * | `engine`     | whoever runs the machine                    |
 * | `platform`   | whoever grants permissions (GitHub)         |
 * Anything that is not a WeighbridgeError is our own fault.
 */
export type ErrorKind = 'usage' | 'config' | 'data' | 'checkpoint' | 'engine' | 'platform';

/** A place in a file, counted from 1. */
export interface Location {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** Path of keys, such as `tasks.facts.dataset`. */
  readonly key?: string;
}

export interface ErrorDetail {
  /** What to do about it, as an imperative sentence. */
  readonly fix?: string;
  readonly at?: Location;
  readonly cause?: unknown;
}

export class WeighbridgeError extends Error {
  override readonly name = 'WeighbridgeError';
  readonly kind: ErrorKind;
  readonly fix: string | undefined;
  readonly at: Location | undefined;

  constructor(kind: ErrorKind, message: string, detail: ErrorDetail = {}) {
    super(message, { cause: detail.cause });
    this.kind = kind;
    this.fix = detail.fix;
    this.at = detail.at;
  }

  /** The error as a person reads it: where, what, and what to do. */
  describe(): string {
    const place = this.at === undefined ? '' : `${formatLocation(this.at)}: `;
    const fix = this.fix === undefined ? '' : `\n  fix: ${this.fix}`;
    return `${place}${this.message}${fix}`;
  }
}

/** The same error with what to do about it, where it does not say that itself. */
export function withFix(error: WeighbridgeError, fix: string): WeighbridgeError {
  if (error.fix !== undefined || error instanceof IssueList) return error;
  const at = error.at === undefined ? {} : { at: error.at };
  return new WeighbridgeError(error.kind, error.message, { ...at, fix, cause: error });
}

/** Several faults of one file, reported at once so that nobody fixes them one run at a time. */
export class IssueList extends WeighbridgeError {
  readonly issues: readonly WeighbridgeError[];

  constructor(kind: ErrorKind, issues: readonly WeighbridgeError[]) {
    super(kind, issues.map((issue) => issue.describe()).join('\n'));
    this.issues = issues;
  }

  override describe(): string {
    return this.message;
  }
}

/** Of Linux. */
const LONGEST_PATH = 4096;

export function formatLocation({ file, line, column, key }: Location): string {
  // Files and keys are foreign: of repositories, of datasets and of other people's results.
  const place = [shortLine(file, LONGEST_PATH), line, column].filter((part) => part !== undefined).join(':');
  return key === undefined ? place : `${place} (${shortLine(key, 200)})`;
}

/** The text of anything that was thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof WeighbridgeError) return error.describe();
  return error instanceof Error ? error.message : String(error);
}

/** Closes a union: a new member that is not handled fails to compile. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
