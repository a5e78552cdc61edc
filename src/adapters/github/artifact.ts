import { lstat, realpath } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { exportProxies } from '../http/client.ts';

export interface ArtifactRequest {
  readonly name: string;
  /** Absolute paths of regular files inside `root`. */
  readonly files: readonly string[];
  readonly root: string;
  /** Address of the workflow run, to build the artifact's from. */
  readonly runUrl: string;
  /** One file, kept as it is: its name is the artifact's, and browsers show it. */
  readonly unzipped?: boolean;
  /** Beside what the bytes take at 1 MiB a second; in milliseconds. */
  readonly timeoutMs: number;
}

const BYTES_PER_MS = 1024 ** 2 / 1000;

/** A name the service and every file system take. */
export function artifactName(...parts: readonly (string | number)[]): string {
  const name = parts.join('-').replace(/[^A-Za-z0-9._]+/g, '-');
  return `weighbridge-${name}`.slice(0, 100);
}

/** What to do where GitHub's artifacts failed. */
export const TRY_AGAIN = 'run the job again; where it fails again, look at https://www.githubstatus.com';

/** What is wrong with a download whose digest is not the one that GitHub says. */
export const differs = (name: string, digest: string | null | undefined): string =>
  typeof digest === 'string'
    ? `the artifact ${name} arrived with another digest than GitHub says`
    : `the artifact ${name} has no digest to check it by`;

const SAMPLES = /^weighbridge-(.+)-(run|run-\d+-of-\d+(?:-round-\d+-of-\d+)?|report)-(\d+)$/;

/** What the name of an artifact that holds samples says of it. */
export interface SamplesName {
  readonly key: string;
  /** `run` or a shard such as `run-1-of-2`, or a round of one, was uploaded to be judged; `report` comes with a verdict. */
  readonly label: string;
  readonly attempt: number;
}

/** Null for an artifact that holds no samples of ours. */
export function readSamplesName(name: string): SamplesName | null {
  const [, key, label, attempt] = SAMPLES.exec(name) ?? [];
  return key === undefined || label === undefined ? null : { key, label, attempt: Number(attempt) };
}

/**
 * Of each evaluating job, or shard, the samples of its newest attempt: jobs that failed are run again alone.
 * @param key of the gate; with none given, all that is there must be of one
 * @throws WeighbridgeError `usage` when there are samples of several gates
 */
export function newestSamples<Artifact extends { readonly name: string }>(
  artifacts: readonly Artifact[],
  key: string | undefined,
): readonly Artifact[] {
  const newest = new Map<string, { readonly artifact: Artifact; readonly of: SamplesName }>();
  for (const artifact of artifacts) {
    const of = readSamplesName(artifact.name);
    if (of === null || (key !== undefined && of.key !== key)) continue;
    const job = `${of.key} ${of.label}`;
    if ((newest.get(job)?.of.attempt ?? 0) < of.attempt) newest.set(job, { artifact, of });
  }
  const found = [...newest.values()];
  if (new Set(found.map(({ of }) => of.key)).size > 1) {
    throw new WeighbridgeError('usage', 'several gates of this run have uploaded samples', {
      fix: 'give the jobs of each gate a comment-key of their own, and the job that reports that of its gate',
    });
  }
  return found.map(({ artifact }) => artifact);
}

/**
 * Uploads files as one zipped artifact, or one file as it is.
 * @returns the artifact's address
 * @throws WeighbridgeError `data` for a file that is a link or lies outside: the client follows links, and an artifact
 * may be public; whatever the service answers
 */
export async function uploadArtifact(request: ArtifactRequest): Promise<string> {
  const { name, files, root, runUrl, timeoutMs, unzipped = false } = request;
  const realRoot = await realpath(root);
  let bytes = 0;
  for (const file of files) bytes += await sizeOfRegular(file, realRoot);
  const client = await artifactClient();
  const upload = client.uploadArtifact(name, [...files], root, {
    skipArchive: unzipped,
  });
  // The client itself tries for a quarter of an hour where nobody answers, and cannot be told to stop.
  const { id } = await within(timeoutMs + bytes / BYTES_PER_MS, upload);
  if (id === undefined)
    throw new WeighbridgeError('platform', 'the artifact service gave the upload no id', {
      fix: TRY_AGAIN,
    });
  return `${runUrl}/artifacts/${id}`;
}

/** GitHub's own client, which reads proxies from the environment. Half of the bundle's weight, so it is loaded late. */
export async function artifactClient() {
  exportProxies(process.env);
  const { DefaultArtifactClient } = await import('@actions/artifact');
  return new DefaultArtifactClient();
}

/** Whether the official client would talk to this GitHub, as it decides itself: not to GitHub Enterprise Server. */
export function takesArtifacts(serverUrl: string | undefined): boolean {
  const { hostname } = new URL(serverUrl || 'https://github.com');
  return /^(github\.com|.+\.ghe\.com|.+\.localhost)$/i.test(hostname);
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const stop = new AbortController();
  const timeout = delay(ms, undefined, { signal: stop.signal }).then((): never => {
    throw new WeighbridgeError(
      'platform',
      `the artifact service took longer than ${Math.ceil(ms / 1000)} s`,
      {
        fix: TRY_AGAIN,
      },
    );
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    stop.abort();
    timeout.catch(() => {});
  }
}

/** @returns its size in bytes */
async function sizeOfRegular(file: string, root: string): Promise<number> {
  const stats = await lstat(file);
  const inside = relative(root, await realpath(file));
  if (!stats.isFile() || stats.nlink > 1 || inside.startsWith(`..${sep}`) || inside === '..') {
    throw new WeighbridgeError('data', `${file} is not a plain file inside ${root}, so it is not uploaded`, {
      fix: 'let the evaluation leave plain files in its run directory, no links',
    });
  }
  return stats.size;
}
