import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import { open, realpath, rm, stat } from 'node:fs/promises';
import { dirname, join, posix, relative, sep } from 'node:path';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { runGit, startGit, textOfGit } from './git-command.ts';

const FETCH_ALL =
  'fetch the history: `fetch-depth: 0` of actions/checkout, or `git fetch --unshallow origin`';

async function commitOf(folder: string, revision: string): Promise<string | null> {
  const verify = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  return textOfGit(await runGit(folder, verify));
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
  const entry = await entryAt(repositoryFolder, commit, path);
  if (entry === null) return null;
  if (entry.isFile) return readObject(repositoryFolder, 'blob', entry.id);
  throw new WeighbridgeError('data', `${path} is not a plain file at ${revision}`, {
    fix: 'put the file itself there',
  });
}

export interface TreeEntry {
  readonly id: string;
  /** Neither a folder nor a link nor another repository. */
  readonly isFile: boolean;
}

/**
 * What a commit has at a path, or null; held against its id from the commit down, since a tree under the name of another could
 * lead to an older file.
 * @param path relative to the repository's root, with slashes
 */
export async function entryAt(folder: string, commit: string, path: string): Promise<TreeEntry | null> {
  let entry = { mode: TREE_MODE, id: treeOf(await readObject(folder, 'commit', commit)) };
  for (const name of posix.normalize(path).split('/')) {
    if (entry.mode !== TREE_MODE) return null;
    const next = entryOf(await readObject(folder, 'tree', entry.id), name, entry.id.length / 2);
    if (next === null) return null;
    entry = next;
  }
  return { id: entry.id, isFile: FILE_MODES.has(entry.mode) };
}

const TREE_MODE = '40000';
export const FILE_MODES: ReadonlySet<string> = new Set(['100644', '100755', '100664']);

/**
 * The content of an object, held against its id: git itself trusts what lies under a name.
 * @throws WeighbridgeError `data` for one that is not there, or another
 */
export async function readObject(folder: string, type: ObjectType, id: string): Promise<Buffer> {
  const answer = await runGit(folder, ['cat-file', type, id]);
  if (!answer.ok) throw unreadable(folder, `the ${type}`, id, answer.said);
  if (!isObject(answer.output, type, id)) throw damaged(folder, type, id);
  return answer.output;
}

const isObject = (content: Buffer, type: string, id: string): boolean =>
  objectHash(id, type, content.length).update(content).digest('hex') === id;

const unreadable = (folder: string, what: string, id: string, said: string) =>
  new WeighbridgeError('data', `git cannot read ${what} ${id}: ${said}`, {
    at: { file: folder },
    fix: 'check out with `fetch-depth: 0` and without a filter',
  });

type ObjectType = 'blob' | 'commit' | 'tree';

/** Begun as git begins it, so that the content may come in pieces. */
function objectHash(id: string, type: string, bytes: number): Hash {
  return createHash(id.length === 40 ? 'sha1' : 'sha256').update(`${type} ${bytes}\0`);
}

const damaged = (folder: string, type: string, id: string) =>
  new WeighbridgeError('data', `this clone is damaged: what it has as the ${type} ${id} is another`, {
    at: { file: folder },
    fix: 'remove this clone and check out anew; on a self-hosted runner an earlier job may have changed it',
  });

const treeOf = (commit: Buffer): string => /^tree ([0-9a-f]+)\n/.exec(commit.toString('latin1'))?.[1] ?? '';

/** One entry of a tree (gitformat-pack, tree objects): mode, blank, name, NUL and the bytes of its id. */
function entryOf(tree: Buffer, wanted: string, idBytes: number) {
  for (let start = 0; start < tree.length; ) {
    const end = tree.indexOf(0, start);
    const [mode = '', ...name] = tree.toString('utf8', start, end).split(' ');
    const next = end + 1 + idBytes;
    if (name.join(' ') === wanted) return { mode, id: tree.toString('hex', end + 1, next) };
    start = next;
  }
  return null;
}

/**
 * The commit from which two revisions went apart.
 * @returns null when the repository cannot tell: a revision is missing, they share nothing, or the clone is shallow, where
 * the answer could be an older commit than the true one
 */
export async function mergeBase(repositoryFolder: string, a: string, b: string): Promise<string | null> {
  if (textOfGit(await runGit(repositoryFolder, ['rev-parse', '--is-shallow-repository'])) !== 'false')
    return null;
  const [left, right] = [await commitOf(repositoryFolder, a), await commitOf(repositoryFolder, b)];
  if (left === null || right === null) return null;
  const base = textOfGit(await runGit(repositoryFolder, ['merge-base', left, right]));
  if (base !== null) await verifyCommits(repositoryFolder, [left, right]);
  return base;
}

/** Beyond these, the oldest are believed: of the largest repositories it would take longer than an evaluation. */
const COMMITS_VERIFIED = 200_000;
const VERIFYING_MS = 60_000;

/**
 * Holds every commit that these come from against its id: their parents decide what a merge base is.
 * @throws WeighbridgeError `data` naming the first that is another
 */
async function verifyCommits(folder: string, tips: readonly string[]): Promise<void> {
  const listed = await runGit(folder, ['rev-list', `--max-count=${COMMITS_VERIFIED}`, ...tips]);
  if (!listed.ok) throw unreadable(folder, 'a commit behind', tips.join(' and '), listed.said);
  await verifyObjects(folder, listed.output.toString('latin1').split('\n').filter(Boolean));
}

/** Holds objects of any type against their ids. @throws WeighbridgeError `data` naming the first that is another, or missing */
async function verifyObjects(folder: string, ids: readonly string[]): Promise<void> {
  const child = startGit(folder, ['cat-file', '--batch'], ['pipe', 'pipe', 'ignore'], VERIFYING_MS);
  const ended = once(child, 'close');
  // A git that ends early closes the pipe; that it said too little is seen below.
  child.stdin?.on('error', () => {});
  child.stdin?.end(ids.map((id) => `${id}\n`).join(''));
  let verified = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of child.stdout as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, piece]);
    for (let line = rest.indexOf('\n'); line >= 0; line = rest.indexOf('\n')) {
      const [id = '', type = '', size = '0'] = rest.toString('latin1', 0, line).split(' ');
      if (type === 'missing') throw unreadable(folder, 'the object', id, 'it is missing');
      const content = rest.subarray(line + 1, line + 1 + Number(size));
      if (rest.length < line + 2 + Number(size)) break;
      if (!isObject(content, type, id)) throw damaged(folder, type, id);
      rest = rest.subarray(line + 2 + Number(size));
      verified += 1;
    }
  }
  await ended;
  if (verified !== ids.length) throw unreadable(folder, 'the object', ids[verified] ?? '', 'it is missing');
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

/** What git answers in one line, or null where it has no answer: outside of a repository, or without the value. */
export async function askGit(folder: string, args: readonly string[]): Promise<string | null> {
  return textOfGit(await runGit(folder, args)) || null;
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
export interface ListedEntry {
  readonly mode: string;
  readonly id: string;
  /** Of the file as git has it; null for a submodule. */
  readonly bytes: number | null;
}

export const EXECUTABLE_MODE = '100755';
export const LINK_MODE = '120000';
export const SUBMODULE_MODE = '160000';

/**
 * Everything in a commit, by its path from the repository's root; the commit and its folders are held against their ids.
 * @returns null when the repository does not have the commit
 * @throws WeighbridgeError `data` when the clone is damaged
 */
export async function treeAtRevision(
  folder: string,
  revision: string,
): Promise<ReadonlyMap<string, ListedEntry> | null> {
  const commit = await commitOf(folder, revision);
  if (commit === null) return null;
  const listed = await runGit(folder, ['ls-tree', '-r', '-t', '-l', '-z', '--full-tree', commit, '--']);
  if (!listed.ok) return null;
  const lines = listed.output.toString('utf8').split('\0').filter(Boolean);
  const entries = lines.map((line) => {
    const [, mode = '', type = '', id = '', bytes = '-', path = ''] =
      /^(\d{6}) (\w+) ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
    return { type, path, entry: { mode, id, bytes: bytes === '-' ? null : Number(bytes) } };
  });
  const folders = entries.filter(({ type }) => type === 'tree');
  const root = treeOf(await readObject(folder, 'commit', commit));
  await verifyObjects(folder, [root, ...folders.map(({ entry }) => entry.id)]);
  return new Map(entries.flatMap(({ type, path, entry }) => (type === 'tree' ? [] : [[path, entry]])));
}

/**
 * Writes a blob of any size into a file, unless it is there already.
 * @throws WeighbridgeError `data` when there is no such blob, or what lies under its name is another
 */
export async function writeBlob(folder: string, blob: string, file: string): Promise<void> {
  if (await holdsBlob(file, blob)) return;
  await rm(file, { force: true });
  const handle = await open(file, 'wx');
  try {
    const child = startGit(folder, ['cat-file', 'blob', blob], ['ignore', handle.fd, 'ignore']);
    await once(child, 'close');
  } finally {
    await handle.close();
  }
  if (await holdsBlob(file, blob)) return;
  await rm(file, { force: true });
  throw new WeighbridgeError('data', `git has no blob ${blob}, or another under its name`, {
    fix: FETCH_ALL,
  });
}

/** Whether a file, however large, is a blob of git. */
export async function holdsBlob(file: string, id: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  if (found === null) return false;
  const hash = objectHash(id, 'blob', found.size);
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  return hash.digest('hex') === id;
}

/**
 * Where in its repository a folder lies: `''` for the root, else `a/b/`; null outside of one. The root is where `.git` lies:
 * git's own answer follows `core.worktree` and `core.bare` of the repository, which no option overrules.
 */
export async function folderInRepository(folder: string): Promise<string | null> {
  if (!(await runGit(folder, ['rev-parse', '--git-dir'])).ok) return null;
  const start = await realpath(folder);
  for (let root = start; root !== dirname(root); root = dirname(root)) {
    const candidate = join(root, '.git');
    if (!existsSync(candidate) || !(await runGit(root, ['rev-parse', '--resolve-git-dir', candidate])).ok)
      continue;
    const inside = relative(root, start);
    return inside === '' ? '' : `${inside.split(sep).join('/')}/`;
  }
  return null;
}
