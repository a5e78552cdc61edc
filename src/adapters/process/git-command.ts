import { execFile, type StdioOptions, spawn } from 'node:child_process';
import { devNull } from 'node:os';
import process from 'node:process';
import { promisify } from 'node:util';

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

const execute = promisify(execFile);
const MAX_BYTES = 64 * 2 ** 20;
const TIMEOUT_MS = 60_000;

export type GitAnswer =
  | { readonly ok: true; readonly output: Buffer }
  | { readonly ok: false; readonly said: string };

/** What git says of one command, whole. */
export async function runGit(folder: string, args: readonly string[]): Promise<GitAnswer> {
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

export const textOfGit = (answer: GitAnswer): string | null =>
  answer.ok ? answer.output.toString('utf8').trim() : null;

/** Starts one whose output is more than is held at once. @param stdio of input, output and complaints */
export const startGit = (folder: string, args: readonly string[], stdio: StdioOptions, timeout?: number) =>
  spawn('git', [...SAFE, '-C', folder, ...args], { env: cleanEnvironment(), stdio, timeout });
