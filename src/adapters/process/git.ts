import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import { open, realpath, rm, stat } from 'node:fs/promises';
import { devNull } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { WeighbridgeError } from '../../core/domain/errors.ts';

/**
 * Reads a repository that may belong to a stranger: its own settings must not run code. Only object reading commands are
 * used, which know no hooks, filters, pagers or external diffs; no transport may be used, so that a missing object of a
 * partial clone is not fetched by a command that the repository names.
 */
const SAFE = [
  ...['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false', '-c', 'core.commitGraph=false'],
  // Nothing is run, so whose repository it is does not matter; in containers the owner is often another.
  ...['-c', 'safe.directory=*', '--no-pager', '--literal-pathspecs'],
  // The option alone gives way to a repository that sets `core.useReplaceRefs`.
  ...['-c', 'core.useReplaceRefs=false', '--no-replace-objects'],
  // A folder that a stranger filled with HEAD, objects and refs is no repository of its own.
  ...['-c', 'safe.bareRepository=explicit'],
];

function cleanEnvironment(): Record<string, string> {
  const { PATH = '', SYSTEMROOT } = process.env;
  return {
    PATH,
    ...(SYSTEMROOT === undefined ? {} : { SYSTEMROOT }),
    ...{ GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_ATTR_NOSYSTEM: '1', LC_ALL: 'C' },
    ...{ GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' },
    // Parents of commits are what the commits say: `.git/info/grafts` outlives a job on a machine of one's own.
    ...{ GIT_GRAFT_FILE: devNull, GIT_OPTIONAL_LOCKS: '0' },
  };
}

const FETCH_ALL =
  'fetch the history: `fetch-depth: 0` of actions/checkout, or `git fetch --unshallow origin`';

const execute = promisify(execFile);
const MAX_BYTES = 64 * 2 ** 20;
const TIMEOUT_MS = 60_000;

type Answer = { readonly ok: true; readonly output: Buffer } | { readonly ok: false; readonly said: string };

async function git(folder: string, args: readonly string[]): Promise<Answer> {
  try {
    const { stdout } = await execute('git', [...SAFE, '-C', folder, ...args], {
      env: cleanEnvironment(),
      encoding: 'buffer',
      maxBuffer: MAX_BYTES,
      timeout: TIMEOUT_MS,
    });
    return { ok: true, output: stdout };
  } catch (error) {
    const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: Buffer };
    if (typeof code === 'number') return { ok: false, said: stderr?.toString('utf8').trim() ?? '' };
    const said = code === 'ENOENT' ? 'git is not installed' : 'git did not come to an end';
    return { ok: false, said };
  }
}

const text = (answer: Answer): string | null => (answer.ok ? answer.output.toString('utf8').trim() : null);

async function commitOf(folder: string, revision: string): Promise<string | null> {
  const verify = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  return text(await git(folder, verify));
}

/**
 * The content of a file as a revision has it, byte for byte.
 * @param path relative to the repository's root, with slashes
 * @returns null when the revision has no such file
 * @throws WeighbridgeError `data` when the revision is not there, or what lies at the path is not a plain file
 */
export async function readAtRevision(
  repositoryFolder: string,
  revision: string,
  path: string,
): Promise<Buffer | null> {
  const commit = await commitOf(repositoryFolder, revision);
  if (commit === null) {
    throw new WeighbridgeError('data', `the repository has no revision ${revision}`, {
      at: { file: repositoryFolder },
      fix: 'fetch it first; in a workflow check out with `fetch-depth: 0`',
    });
  }
  const listed = await git(repositoryFolder, ['ls-tree', '-z', '--full-tree', commit, '--', path]);
  const entry = listed.ok ? listed.output.toString('utf8') : null;
  if (entry === '') return null;
  const [, mode, kind, id] = /^(\d{6}) (\w+) ([0-9a-f]+)\t/.exec(entry ?? '') ?? [];
  if (id === undefined || kind !== 'blob' || mode === '120000') {
    const what = id === undefined ? 'cannot be read' : 'is not a plain file';
    throw new WeighbridgeError('data', `${path} ${what} at ${revision}`, {
      fix: 'put the file itself there, and check out with `fetch-depth: 0`',
    });
  }
  const blob = await git(repositoryFolder, ['cat-file', 'blob', id]);
  if (blob.ok && isBlob(blob.output, id)) return blob.output;
  if (blob.ok) {
    throw new WeighbridgeError(
      'data',
      `${path} is damaged at ${revision}: its content is not that of ${id}`,
      {
        at: { file: repositoryFolder },
        fix: 'remove this clone and check out anew; on a self-hosted runner an earlier job may have changed it',
      },
    );
  }
  throw new WeighbridgeError('data', `${path} cannot be read at ${revision}: ${blob.said}`, {
    fix: 'check out with `fetch-depth: 0` and without a filter',
  });
}

/** Git itself trusts what lies under the name of an object. */
function isBlob(content: Buffer, id: string): boolean {
  const algorithm = id.length === 40 ? 'sha1' : 'sha256';
  return createHash(algorithm).update(`blob ${content.length}\0`).update(content).digest('hex') === id;
}

/**
 * The commit from which two revisions went apart.
 * @returns null when the repository cannot tell: a revision is missing, they share nothing, or the clone is shallow, where
 * the answer could be an older commit than the true one
 */
export async function mergeBase(repositoryFolder: string, a: string, b: string): Promise<string | null> {
  if (text(await git(repositoryFolder, ['rev-parse', '--is-shallow-repository'])) !== 'false') return null;
  const [left, right] = [await commitOf(repositoryFolder, a), await commitOf(repositoryFolder, b)];
  if (left === null || right === null) return null;
  return text(await git(repositoryFolder, ['merge-base', left, right]));
}

/**
 * The commit that a name stands for.
 * @throws WeighbridgeError `data` when there is none
 */
export async function resolveRevision(repositoryFolder: string, revision: string): Promise<string> {
  const commit = await commitOf(repositoryFolder, revision);
  if (commit !== null) return commit;
  throw new WeighbridgeError('data', `${JSON.stringify(revision)} is no commit of this clone`, {
    fix: FETCH_ALL,
  });
}

/** The same of a file, however large. */
export async function holdsBlob(file: string, id: string): Promise<boolean> {
  const { size } = await stat(file);
  const hash = createHash(id.length === 40 ? 'sha1' : 'sha256').update(`blob ${size}\0`);
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex') === id;
}

/** What git answers in one line, or null where it has no answer: outside of a repository, or without the value. */
export async function askGit(folder: string, args: readonly string[]): Promise<string | null> {
  return text(await git(folder, args)) || null;
}

/** Names of the settings in which a clone keeps credentials for whoever can read its files, as actions/checkout leaves them. */
export async function storedCredentials(folder: string): Promise<readonly string[]> {
  const config = ['config', '--local', '--includes', '--name-only', '--get-regexp'];
  const named = '^(http\\..*extraheader|credential\\..*|core\\.sshcommand)$';
  const found = [
    await askGit(folder, [...config, named]),
    await askGit(folder, [...config, '^remote\\..*url$', '://[^/]*:[^/]*@']),
  ];
  return [...new Set(found.flatMap((lines) => lines?.split('\n') ?? []))];
}

/** What lies at a path of a commit; the mode is git's own. */
export interface TreeEntry {
  readonly mode: string;
  readonly id: string;
  /** Of the file as git has it; null for a submodule. */
  readonly bytes: number | null;
}

export const LINK_MODE = '120000';
export const SUBMODULE_MODE = '160000';

/**
 * Everything in a commit, by its path from the repository's root.
 * @returns null when the repository does not have the commit
 */
export async function treeAtRevision(
  folder: string,
  revision: string,
): Promise<ReadonlyMap<string, TreeEntry> | null> {
  const commit = await commitOf(folder, revision);
  const listed =
    commit === null ? null : await git(folder, ['ls-tree', '-r', '-l', '-z', '--full-tree', commit, '--']);
  if (!listed?.ok) return null;
  const lines = listed.output.toString('utf8').split('\0').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const [, mode = '', id = '', bytes = '-', path = ''] =
        /^(\d{6}) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
      return [path, { mode, id, bytes: bytes === '-' ? null : Number(bytes) }];
    }),
  );
}

/**
 * Writes a blob of any size into a file, as git has it.
 * @throws WeighbridgeError `data` when there is no such blob, or another content lies under its name
 */
export async function writeBlob(folder: string, blob: string, file: string): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    const child = spawn('git', [...SAFE, '-C', folder, 'cat-file', 'blob', blob], {
      env: cleanEnvironment(),
      stdio: ['ignore', handle.fd, 'ignore'],
    });
    const [code] = (await once(child, 'close')) as [number | null];
    if (code === 0 && (await holdsBlob(file, blob))) return;
  } finally {
    await handle.close();
  }
  await rm(file, { force: true });
  throw new WeighbridgeError('data', `git has no blob ${blob}`, { fix: FETCH_ALL });
}

/**
 * Where in its repository a folder lies: `''` for the root, else `a/b/`; null outside of one. The root is where `.git` lies:
 * git's own answer follows `core.worktree` and `core.bare` of the repository, which no option overrules.
 */
export async function folderInRepository(folder: string): Promise<string | null> {
  if (!(await git(folder, ['rev-parse', '--git-dir'])).ok) return null;
  const start = await realpath(folder);
  for (let root = start; root !== dirname(root); root = dirname(root)) {
    const candidate = join(root, '.git');
    if (!existsSync(candidate) || !(await git(root, ['rev-parse', '--resolve-git-dir', candidate])).ok)
      continue;
    const inside = relative(root, start);
    return inside === '' ? '' : `${inside.split(sep).join('/')}/`;
  }
  return null;
}
