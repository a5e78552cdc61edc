import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { messageOf, WeighbridgeError } from '../domain/errors.ts';
import { childEnvironment } from './environment.ts';
import { plainText } from './tail.ts';

const execute = promisify(execFile);

/** Far above any file that is read whole. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What may stand for a commit: nothing that git could take for an option or a path. */
const REVISION = /^[A-Za-z0-9_][\w./~^@{}-]*$/;

const FETCH_ALL =
  'fetch the history: `fetch-depth: 0` of actions/checkout, or `git fetch --unshallow origin`';

/**
 * The bytes of a file as a commit has them, whatever the working tree holds. No filter and no hook runs.
 * @param folder any folder of the repository; `path` is relative to it
 * @throws WeighbridgeError `data` when commit or file are not there
 */
export async function readAtRevision(folder: string, revision: string, path: string): Promise<Buffer> {
  return git(
    folder,
    ['cat-file', 'blob', `${checked(revision)}:./${path}`],
    `${path} at ${revision} cannot be read`,
    {
      fix: `check that the file exists there; ${FETCH_ALL}`,
    },
  );
}

/**
 * The commit at which two lines of history parted.
 * @throws WeighbridgeError `data` when it is not in the clone, as in one of a single commit
 */
export async function mergeBase(folder: string, left: string, right: string): Promise<string> {
  const revisions = [checked(left), checked(right)];
  return line(
    await git(folder, ['merge-base', ...revisions], `${left} and ${right} have no common commit here`, {
      fix: FETCH_ALL,
    }),
  );
}

/** The commit that a name stands for. @throws WeighbridgeError `data` */
export async function resolveRevision(folder: string, revision: string): Promise<string> {
  const args = ['rev-parse', '--verify', '--quiet', `${checked(revision)}^{commit}`];
  return line(await git(folder, args, `${revision} is no commit of this clone`, { fix: FETCH_ALL }));
}

/** Writes a blob of any size into a file, as git has it. @throws WeighbridgeError `data` when there is no such blob */
export async function writeBlob(folder: string, blob: string, file: string): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    const child = spawn('git', ['cat-file', 'blob', checked(blob)], {
      cwd: folder,
      env: environment(),
      stdio: ['ignore', handle.fd, 'ignore'],
    });
    const [code] = (await once(child, 'close')) as [number | null];
    if (code === 0) return;
  } finally {
    await handle.close();
  }
  await rm(file, { force: true });
  throw new WeighbridgeError('data', `git has no blob ${blob}`, { fix: FETCH_ALL });
}

/** What git answers in one line, or null where it has no answer: outside of a repository, or without the value. */
export async function askGit(folder: string, args: readonly string[]): Promise<string | null> {
  try {
    return line(await git(folder, args, 'git does not know')) || null;
  } catch (error) {
    if (error instanceof WeighbridgeError) return null;
    throw error;
  }
}

const line = (bytes: Buffer): string => bytes.toString('utf8').trim();

function checked(revision: string): string {
  if (REVISION.test(revision)) return revision;
  throw new WeighbridgeError('data', `${JSON.stringify(revision)} is not the name of a commit`);
}

const environment = (): Record<string, string> => ({
  ...childEnvironment(process.env, ['base']),
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
});

async function git(
  folder: string,
  args: readonly string[],
  failure: string,
  detail: { readonly fix?: string } = {},
): Promise<Buffer> {
  try {
    const { stdout } = await execute('git', [...args], {
      cwd: folder,
      env: environment(),
      encoding: 'buffer',
      maxBuffer: MOST_BYTES,
    });
    return stdout;
  } catch (cause) {
    const { stderr } = cause as { stderr?: Buffer };
    const said = plainText(stderr?.toString('utf8') ?? messageOf(cause)).trim();
    throw new WeighbridgeError('data', `${failure}${said === '' ? '' : `: ${said}`}`, { ...detail, cause });
  }
}
