import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { createClient } from '../github/client.ts';
import { updateNote } from '../github/comment-note.ts';
import { failureOf, isRateLimit } from '../github/trouble.ts';
import { isRunning } from '../process/identity.ts';
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
  /** Between two writes, and at the least where the task has changed; of each leg of a matrix so many times more. */
  readonly writeMs: number;
  readonly changeMs: number;
  readonly requestMs: number;
}

export const PACE: Pace = { pollMs: 1000, writeMs: 30_000, changeMs: 15_000, requestMs: 4000 };

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

export interface Followed {
  readonly updates: number;
  readonly ending: keyof typeof ENDINGS;
}

/** Shows in the comment how far the evaluation is, until something ends that. */
export async function followProgress(
  assignment: Assignment,
  signal: AbortSignal,
  pace: Pace = PACE,
): Promise<Followed> {
  const { token, apiUrl, tasks, files, runner, limitMs, mayStopEarly, leg } = assignment;
  const client = createClient({ token, apiUrl, timeoutMs: pace.requestMs });
  const started = performance.now();
  let wasSeen = false;
  let updates = 0;
  let failures = 0;
  let shown = { text: '', of: '' };
  let tried = started;
  let blockedUntil = started;
  for (;;) {
    await delay(pace.pollMs, undefined, { signal }).catch(() => null);
    const now = performance.now();
    if (signal.aborted) return { updates, ending: 'told' };
    if (now - started > limitMs) return { updates, ending: 'late' };
    if (runner !== null && !(await isRunning(runner))) return { updates, ending: 'abandoned' };
    const received = await readProgress(files.progress, tasks);
    if (received.kind === 'absent' && wasSeen) return { updates, ending: 'evaluated' };
    wasSeen ||= received.kind !== 'absent';
    if (received.kind !== 'read') continue;
    const { side, task, secondsLeft } = received.value;
    const [text, of] = [renderProgress(received.value, mayStopEarly), `${side}/${task}`];
    const least = of === shown.of ? pace.writeMs : pace.changeMs;
    const whole = now - started + 1000 * (secondsLeft ?? 0);
    const share = shown.text === '' ? 0 : FINEST_SHARE * whole;
    const wait = Math.max(least * leg.expected, share);
    if (text === shown.text || now - tried < wait || now < blockedUntil) continue;
    tried = now;
    try {
      const { kind, callsLeft } = await updateNote(requestFor(assignment, client, text));
      if (kind === 'over') return { updates, ending: 'over' };
      updates += kind === 'written' ? 1 : 0;
      failures = 0;
      shown = { text, of };
      if (callsLeft !== null && callsLeft < CALLS_SPARED) return { updates, ending: 'limited' };
    } catch (error) {
      const failure = failureOf(error);
      const isLimited = isRateLimit(failure);
      if (!isLimited && REFUSALS.has(failure.status)) return { updates, ending: 'refused' };
      failures++;
      if (failures === FAILURES) return { updates, ending: 'failing' };
      if (isLimited) blockedUntil = performance.now() + 1000 * (failure.retryAfter ?? RATE_LIMIT_SECONDS);
    }
  }
}

const REFUSALS: ReadonlySet<number | null> = new Set([401, 403, 404, 410, 422]);

function requestFor(
  { repository, comment, key, meta, leg, runUrl, tasks }: Assignment,
  client: ReturnType<typeof createClient>,
  text: string,
): Parameters<typeof updateNote>[0] {
  const running = { sha: meta.sha, tasks: tasks.length };
  return {
    ...{ client, repository, comment, key, meta },
    note: { id: leg.id, label: leg.label, text },
    render: (legs, current, bytes, notes) =>
      renderLegs(legs, { current, expected: leg.expected, running, notes, runUrl }, bytes),
  };
}
