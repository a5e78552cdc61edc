import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { type ApiFailure, failureOf, isRateLimit } from '../adapters/github/api-errors.ts';
import { createClient, type GitHubClient } from '../adapters/github/client.ts';
import { type NoteRequest, updateNote } from '../adapters/github/comment-note.ts';
import { isRunning } from '../adapters/process/identity.ts';
import type { EvaluationProgress } from '../core/domain/progress.ts';
import { renderLegs } from '../report/legs.ts';
import { renderProgress } from '../report/progress.ts';
import { readProgress } from './progress-file.ts';

/** Everything that the writer is told. It reads nothing else but the file of the evaluation. */
export const assignmentSchema = z.strictObject({
  token: z.string(),
  apiUrl: z.string(),
  repository: z.strictObject({ owner: z.string(), name: z.string() }),
  comment: z.number(),
  key: z.string(),
  meta: z.strictObject({ sha: z.string(), run: z.number(), attempt: z.number() }),
  leg: z.strictObject({ id: z.string(), label: z.string(), expected: z.number() }),
  runUrl: z.string(),
  tasks: z.array(z.string()),
  /** Whether the evaluation ends once its gates are decided. */
  mayStopEarly: z.boolean(),
  /** What the evaluation says, and where the writer says what it did. */
  files: z.strictObject({ progress: z.string(), outcome: z.string() }),
  /** The process that the job ends with; null where it cannot be seen. */
  runner: z.strictObject({ pid: z.number(), started: z.string() }).nullable(),
  limitMs: z.number(),
});

export type Assignment = z.infer<typeof assignmentSchema>;

/** All in milliseconds. */
export interface Pace {
  readonly pollMs: number;
  /** Before the first write. */
  readonly firstMs: number;
  /** Between two writes, and at the least where the task has changed; of each leg of a matrix so many times more. */
  readonly writeMs: number;
  readonly changeMs: number;
  readonly requestMs: number;
}

export const PACE: Pace = { pollMs: 1000, firstMs: 5000, writeMs: 30_000, changeMs: 15_000, requestMs: 4000 };

/** Of everything that the evaluation takes: a comment that is edited more often tells nobody more. */
const FINEST_SHARE = 0.01;
const FAILURES = 3;
/** Each leg has a writer, and all of them one comment and one rate limit. */
export const MOST_LEGS = 16;
/** Calls of the hour that are left to the rest of the repository. */
const CALLS_SPARED = 100;
/** What GitHub asks for where it does not say how long. */
const RATE_LIMIT_SECONDS = 60;

export const ENDINGS = {
  told: 'until this step began',
  evaluated: 'until the evaluation had ended',
  over: 'until something newer was in the comment',
  refused: 'until GitHub refused it',
  failing: 'until GitHub had failed three times on end',
  limited: 'until few calls of the hour were left',
  late: 'until its time was over',
  abandoned: 'until the job was gone',
} as const;

type Ending = keyof typeof ENDINGS;

export interface Followed {
  readonly updates: number;
  readonly ending: Ending;
}

/** Shows in the comment how far the evaluation is, until something ends that. */
export async function followProgress(
  assignment: Assignment,
  signal: AbortSignal,
  pace: Pace = PACE,
): Promise<Followed> {
  const { tasks, files, runner, limitMs } = assignment;
  const notice = new Notice(assignment, pace);
  const started = performance.now();
  const ended = (ending: Ending): Followed => ({ updates: notice.updates, ending });
  let wasSeen = false;
  for (;;) {
    // Aborted, it is over at once.
    await delay(pace.pollMs, undefined, { signal }).catch(() => null);
    if (signal.aborted) return ended('told');
    if (performance.now() - started > limitMs) return ended('late');
    if (runner !== null && !(await isRunning(runner))) return ended('abandoned');
    const received = await readProgress(files.progress, tasks);
    if (received.kind === 'absent' && wasSeen) return ended('evaluated');
    wasSeen ||= received.kind !== 'absent';
    const ending = received.kind === 'read' ? await notice.show(received.value) : null;
    if (ending !== null) return ended(ending);
  }
}

const REFUSALS: ReadonlySet<number | null> = new Set([401, 403, 404, 410, 422]);

/** What the comment says of this job, and how often that may change. */
class Notice {
  updates = 0;
  readonly #assignment: Assignment;
  readonly #pace: Pace;
  readonly #client: GitHubClient;
  readonly #started = performance.now();
  #shown = { text: '', of: '' };
  #failures = 0;
  #tried = this.#started;
  #blockedUntil = this.#started;

  constructor(assignment: Assignment, pace: Pace) {
    const { token, apiUrl } = assignment;
    this.#assignment = assignment;
    this.#pace = pace;
    this.#client = createClient({ token, apiUrl, timeoutMs: pace.requestMs });
  }

  /** @returns why there is to be no further update; null where there may be */
  async show(progress: EvaluationProgress): Promise<Ending | null> {
    const text = renderProgress(progress, this.#assignment.mayStopEarly);
    const of = `${progress.side}/${progress.task}`;
    if (text === this.#shown.text || !this.#isDue(of, progress.secondsLeft)) return null;
    this.#tried = performance.now();
    try {
      const { kind, callsLeft } = await updateNote(this.#request(text));
      if (kind === 'over') return 'over';
      if (kind === 'written') this.updates++;
      this.#failures = 0;
      this.#shown = { text, of };
      return callsLeft !== null && callsLeft < CALLS_SPARED ? 'limited' : null;
    } catch (error) {
      return this.#failed(failureOf(error));
    }
  }

  #isDue(of: string, secondsLeft: number | null): boolean {
    const { firstMs, writeMs, changeMs } = this.#pace;
    const now = performance.now();
    const isFirst = this.#shown.text === '';
    const least = isFirst ? firstMs : of === this.#shown.of ? writeMs : changeMs;
    const whole = now - this.#started + 1000 * (secondsLeft ?? 0);
    const share = isFirst ? 0 : FINEST_SHARE * whole;
    const wait = Math.max(least * this.#assignment.leg.expected, share);
    return now - this.#tried >= wait && now >= this.#blockedUntil;
  }

  #failed(failure: ApiFailure): Ending | null {
    const isLimited = isRateLimit(failure);
    if (!isLimited && REFUSALS.has(failure.status)) return 'refused';
    this.#failures++;
    if (this.#failures === FAILURES) return 'failing';
    const seconds = isLimited ? (failure.retryAfter ?? RATE_LIMIT_SECONDS) : 0;
    this.#blockedUntil = performance.now() + 1000 * seconds;
    return null;
  }

  #request(text: string): NoteRequest {
    const { repository, comment, key, meta, leg, runUrl, tasks } = this.#assignment;
    const running = { sha: meta.sha, tasks: tasks.length };
    return {
      ...{ client: this.#client, repository, comment, key, meta },
      note: { id: leg.id, label: leg.label, text },
      render: (legs, current, bytes, notes) =>
        renderLegs(legs, { current, expected: leg.expected, running, notes, runUrl }, bytes),
    };
  }
}
