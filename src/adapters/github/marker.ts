import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { VERDICTS, type Verdict } from '../../core/domain/verdict.ts';

/** Which run wrote something, so that an older one never overwrites a newer one. */
export interface RunAttempt {
  /** `GITHUB_RUN_ID`: grows with every run of the repository. */
  readonly run: number;
  readonly attempt: number;
}

export interface CommentMeta extends RunAttempt {
  readonly sha: string;
}

/** What one job has to say in a comment: one of a matrix, or the only one. */
export interface JobResult {
  /** The same for the same job in every run. */
  readonly id: string;
  /** For people, such as `size=7b`, empty where there is one job only; may be hostile. */
  readonly label: string;
  readonly verdict: Verdict;
  readonly blocked: boolean;
  /** How long the evaluation took; null where nobody knows. */
  readonly seconds: number | null;
  /** Of the run, at which the job found it. */
  readonly attempt: number;
  /** Markdown; empty where it was left out for length. */
  readonly text: string;
}

/** A draw of the order of samples: for which checkpoint of which job, under which policy, by which run. */
export interface DrawRecord {
  readonly job: string;
  readonly checkpoint: string;
  readonly policy: string;
  readonly run: number;
}

/** All that a comment of ours holds. The results are of one run, which is an earlier one while the next evaluates. */
export interface CommentState {
  readonly meta: CommentMeta;
  readonly of: CommentMeta;
  readonly results: readonly JobResult[];
  /** Jobs whose result no base branch's policy had a say in. */
  readonly own?: readonly string[];
  /** Oldest first. */
  readonly draws?: readonly DrawRecord[];
}

/** Where the text of each result stands below the marker's line, in UTF-16 units. */
export interface TextSpan {
  readonly start: number;
  readonly length: number;
}

const run = { sha: z.string(), run: z.number(), attempt: z.number() };
const size = z.number().int().nonnegative();
const name = z.string().max(64);

/** As tuples, since a matrix has up to 256 jobs. Lenient towards later versions, which may add fields. */
const metaSchema = z.object({
  ...run,
  of: z.object(run).optional(),
  legs: z
    .array(
      z.tuple([z.string(), z.string(), z.enum(VERDICTS), z.boolean(), z.number().nullable(), size, size]),
    )
    .optional(),
  /** Of each leg where they are not all that of the run. */
  attempts: z.array(size).optional(),
  own: z.array(name).optional(),
  draws: z.array(z.tuple([name, name, name, size])).optional(),
});

const KEY = /^[A-Za-z0-9._-]{1,64}$/;

/** Two gates in one pull request have two keys, and two comments. */
export const isCommentKey = (key: string): boolean => KEY.test(key);

const prefix = (key: string) => `<!-- weighbridge:v1:${key} `;

/** The first line of our comments. Standard base64 has no `--`, which would end the HTML comment. */
export function markerLine(
  key: string,
  { meta, of, results, own = [], draws = [] }: CommentState,
  places: readonly TextSpan[],
): string {
  const fields: z.input<typeof metaSchema> = {
    ...pick(meta),
    ...(sameRun(meta, of) ? {} : { of: pick(of) }),
    legs: results.map(({ id, label, verdict, blocked, seconds }, index) => {
      const { start, length } = places[index] ?? { start: 0, length: 0 };
      return [id, label, verdict, blocked, seconds, start, length];
    }),
    ...(results.every(({ attempt }) => attempt === of.attempt)
      ? {}
      : { attempts: results.map(({ attempt }) => attempt) }),
    ...(own.length === 0 ? {} : { own: [...own] }),
    ...(draws.length === 0
      ? {}
      : { draws: draws.map(({ job, checkpoint, policy, run }) => [job, checkpoint, policy, run]) }),
  };
  return `${prefix(key)}${Buffer.from(JSON.stringify(fields)).toString('base64')} -->`;
}

const pick = ({ sha, run, attempt }: CommentMeta): CommentMeta => ({ sha, run, attempt });
export const sameRun = (a: RunAttempt, b: RunAttempt): boolean => a.run === b.run && a.attempt === b.attempt;

/** Whether a comment starts with our marker: quoted or embedded markers are somebody else's text. */
export const hasMarker = (body: string, key: string): boolean => body.startsWith(prefix(key));

/**
 * Reads a comment of ours back. Where each text begins and ends is said in the marker: the texts hold what models
 * said, and could hold any sign that separates them.
 * @returns null where the metadata cannot be read: then nothing says that the comment is newer than we are
 */
export function readMarker(body: string, key: string): CommentState | null {
  const [line = ''] = body.split(/\r?\n/, 1);
  const encoded = line.slice(prefix(key).length).replace(/ -->$/, '');
  const parsed = metaSchema.safeParse(parseJson(Buffer.from(encoded, 'base64').toString('utf8')));
  if (!parsed.success) return null;
  const { of, legs = [], attempts = [], own = [], draws = [], ...meta } = parsed.data;
  const below = belowMarker(body);
  return {
    meta,
    of: of ?? meta,
    results: legs.map(([id, label, verdict, blocked, seconds, start, length], index) => ({
      ...{ id, label, verdict, blocked, seconds, attempt: attempts[index] ?? (of ?? meta).attempt },
      text: below.slice(start, start + length),
    })),
    ...(own.length === 0 ? {} : { own }),
    ...(draws.length === 0
      ? {}
      : { draws: draws.map(([job, checkpoint, policy, run]) => ({ job, checkpoint, policy, run })) }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function belowMarker(body: string): string {
  const normal = body.replaceAll('\r\n', '\n');
  return normal.slice(normal.indexOf('\n') + 1);
}

/** The comment's text below the marker. GitHub may return `\r\n`. */
export const textOf = (body: string): string => belowMarker(body).trimEnd();

/** Whether run `a` was started after run `b`. */
export function isNewer(a: RunAttempt, b: RunAttempt): boolean {
  return a.run === b.run ? a.attempt > b.attempt : a.run > b.run;
}
