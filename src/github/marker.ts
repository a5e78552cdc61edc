import { Buffer } from 'node:buffer';
import { z } from 'zod';

/** Which run wrote a comment, so that an older one never overwrites a newer one. */
export interface CommentMeta {
  readonly sha: string;
  /** `GITHUB_RUN_ID`: grows with every run of the repository. */
  readonly run: number;
  readonly attempt: number;
}

/** Lenient towards later versions, which may add fields. */
const meta = z.object({ sha: z.string(), run: z.number(), attempt: z.number() });

const KEY = /^[A-Za-z0-9._-]{1,64}$/;

/** Two gates in one pull request have two keys, and two comments. */
export const isCommentKey = (key: string): boolean => KEY.test(key);

const prefix = (key: string) => `<!-- weighbridge:v1:${key} `;

/** The first line of our comments. Standard base64 has no `--`, which would end the HTML comment. */
export function markerLine(key: string, { sha, run, attempt }: CommentMeta): string {
  const text = Buffer.from(JSON.stringify({ sha, run, attempt })).toString('base64');
  return `${prefix(key)}${text} -->`;
}

/** Whether a comment starts with our marker: quoted or embedded markers are somebody else's text. */
export const hasMarker = (body: string, key: string): boolean => body.startsWith(prefix(key));

/** Null where the metadata cannot be read: then nothing says that the comment is newer than we are. */
export function readMarker(body: string, key: string): CommentMeta | null {
  const [line = ''] = body.split(/\r?\n/, 1);
  const encoded = line.slice(prefix(key).length).replace(/ -->$/, '');
  try {
    const parsed = meta.safeParse(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The comment's text below the marker. GitHub may return `\r\n`. */
export function textOf(body: string): string {
  const normal = body.replaceAll('\r\n', '\n');
  return normal.slice(normal.indexOf('\n') + 1).trimEnd();
}

/** Whether run `a` was started after run `b`. */
export function isNewer(a: CommentMeta, b: CommentMeta): boolean {
  return a.run === b.run ? a.attempt > b.attempt : a.run > b.run;
}
