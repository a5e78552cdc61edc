import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { VERDICTS } from '../../core/domain/verdict.ts';
import { artifactClient, artifactName, differs, TRY_AGAIN, uploadArtifact } from './artifact.ts';
import type { JobReported } from './comment.ts';

/**
 * How the jobs of a matrix agree on who writes the comment that they share: each leaves its result as a small artifact of the run,
 * and what only one of them may do is done by the one that could create an artifact of that name. The runner's own token reads and
 * writes them, so that no call of it counts against the limits of GitHub's API.
 */
export interface JobArtifacts {
  /** Of the gate. */
  readonly key: string;
  readonly attempt: number;
  readonly runUrl: string;
  /** For files of a moment; it must exist. */
  readonly folder: string;
  readonly timeoutMs: number;
}

/** What the names of artifacts say: a job, whether it blocks, and where the rest is. */
export interface LeftResult {
  readonly job: string;
  readonly blocked: boolean;
  readonly attempt: number;
  readonly artifact: { readonly id: number; readonly name: string; readonly digest?: string };
}

const MOST_BYTES = 2 ** 18;
const AT_ONCE = 16;

const text = (length: number) => z.string().max(length);
const reportedSchema = z.strictObject({
  result: z.strictObject({
    ...{ id: text(64), label: text(256), verdict: z.enum(VERDICTS), blocked: z.boolean() },
    ...{ seconds: z.number().nonnegative().nullable(), attempt: z.int().positive(), text: text(MOST_BYTES) },
  }),
  ownPolicy: z.boolean(),
  draw: z
    .strictObject({ job: text(64), checkpoint: text(64), policy: text(64), run: z.int().nonnegative() })
    .nullable(),
});

const nameOf = (key: string, { job, blocked, attempt }: Omit<LeftResult, 'artifact'>): string =>
  `${artifactName(key, job, blocked ? 'blocked' : 'done', attempt)}.json`;

const NAME = /-([0-9a-f]{12})-(blocked|done)-(\d+)\.json$/;

/** @throws whatever the service answers */
export async function leaveResult(artifacts: JobArtifacts, reported: JobReported): Promise<void> {
  const { key, attempt } = artifacts;
  const { id: job, blocked } = reported.result;
  await upload(artifacts, nameOf(key, { job, blocked, attempt }), JSON.stringify(reported));
}

/** Of each job of the matrix that has left one, the result of its newest attempt. @throws whatever the service answers */
export async function leftResults(key: string): Promise<readonly LeftResult[]> {
  const { artifacts } = await (await artifactClient()).listArtifacts();
  const newest = new Map<string, LeftResult>();
  for (const artifact of artifacts) {
    const [, job, ending, number] = NAME.exec(artifact.name) ?? [];
    if (job === undefined) continue;
    const left = { job, blocked: ending === 'blocked', attempt: Number(number), artifact };
    if (artifact.name !== nameOf(key, left) || (newest.get(job)?.attempt ?? 0) > left.attempt) continue;
    newest.set(job, left);
  }
  return [...newest.values()].sort((a, b) => (a.job < b.job ? -1 : 1));
}

/** @throws WeighbridgeError `data` for what no job of ours left; whatever the service answers */
export async function readLeft(
  { folder }: JobArtifacts,
  left: readonly LeftResult[],
): Promise<readonly JobReported[]> {
  const client = await artifactClient();
  const read = async ({ job, attempt, artifact: { id, name, digest } }: LeftResult): Promise<JobReported> => {
    const path = join(folder, randomUUID());
    await mkdir(path);
    const answer = await client.downloadArtifact(id, {
      path,
      skipDecompress: true,
      ...(digest === undefined ? {} : { expectedHash: digest }),
    });
    const [file] = await readdir(path);
    const content = file === undefined ? '' : await readFile(join(path, file), 'utf8');
    if (digest === undefined || answer.digestMismatch !== false || content.length > MOST_BYTES)
      throw new WeighbridgeError('data', differs(name, digest), { fix: TRY_AGAIN });
    const reported = reportedSchema.parse(JSON.parse(content));
    if (reported.result.id !== job || reported.result.attempt !== attempt)
      throw new WeighbridgeError('data', `the artifact ${name} is of another job or attempt`, {
        fix: TRY_AGAIN,
      });
    return reported;
  };
  const results: JobReported[] = [];
  for (let start = 0; start < left.length; start += AT_ONCE) {
    results.push(...(await Promise.all(left.slice(start, start + AT_ONCE).map(read))));
  }
  return results;
}

/**
 * Whether this job is the one, of all jobs of the run that ask, that does what is named: of two artifacts with one name the service
 * refuses the second.
 * @throws whatever else the service answers
 */
export async function claim(artifacts: JobArtifacts, what: string): Promise<boolean> {
  try {
    await upload(artifacts, `${artifactName(artifacts.key, 'comment', what)}.json`, '{}');
    return true;
  } catch (error) {
    if (/\(409\)/.test(messageOf(error))) return false;
    throw error;
  }
}

async function upload(
  { folder, runUrl, timeoutMs }: JobArtifacts,
  name: string,
  content: string,
): Promise<void> {
  const root = join(folder, randomUUID());
  await mkdir(root);
  const file = join(root, name);
  await writeFile(file, content, { flag: 'wx' });
  await uploadArtifact({ name, files: [file], root, runUrl, timeoutMs, unzipped: true });
}
