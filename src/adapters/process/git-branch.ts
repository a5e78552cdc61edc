import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { WeighbridgeError } from '../../core/domain/errors.ts';

/** One file on a branch of its own, which shares no history with the code. */
export interface BranchFile {
  /** Of a clone that may push. */
  readonly clone: string;
  /** Name or address of the repository to push to. */
  readonly remote: string;
  readonly branch: string;
  /** At the root of the branch. */
  readonly file: string;
}

/** The clone is the user's own, with the user's credentials; its hooks are none of ours. */
const CONFIG = [
  ...['-c', 'core.hooksPath=/dev/null', '-c', 'commit.gpgsign=false', '-c', 'gc.auto=0'],
  ...['-c', 'user.name=weighbridge', '-c', 'user.email=weighbridge@users.noreply.github.com'],
];
const TIMEOUT_MS = 120_000;
const MAX_BYTES = 512 * 2 ** 20;
/** So many others may be quicker before this one gives up. */
const MOST_TRIES = 40;
const LONGEST_WAIT_MS = 2000;
/** What git says where somebody has pushed between our look and our push. */
const OVERTAKEN =
  /rejected|fetch first|non-fast-forward|stale info|cannot lock ref|failed to update ref|incorrect old value/i;

const NO_REPOSITORY = /not (?:appear to be )?a git repository/i;

function git(clone: string, args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = {
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
      ...{ maxBuffer: MAX_BYTES, timeout: TIMEOUT_MS },
    };
    const child = execFile('git', [...CONFIG, '-C', clone, ...args], options, (error, stdout, stderr) =>
      error === null ? resolve(stdout) : reject(new Error(stderr.trim() || error.message, { cause: error })),
    );
    // A git that refuses at once reads nothing of it.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

/** The file as the branch has it; null where there is no such branch, or no such file on it. @throws WeighbridgeError `platform` */
export async function readFromBranch(place: BranchFile): Promise<string | null> {
  return told(place, async () => (await look(place)).content);
}

/**
 * Writes the file of a branch anew, from what it is at the very moment: where somebody else was quicker, it is read and changed again.
 * The branch is made where there is none.
 * @throws WeighbridgeError `platform` with what git says
 */
export async function updateOnBranch(
  place: BranchFile,
  message: string,
  change: (content: string | null) => string,
): Promise<void> {
  await told(place, async () => {
    const { clone, remote, branch, file } = place;
    for (let attempt = 1; ; attempt++) {
      const { tip, content } = await look(place);
      const blob = await git(clone, ['hash-object', '-w', '--stdin'], change(content));
      const tree = await git(clone, ['mktree'], `100644 blob ${blob.trim()}\t${file}\n`);
      const parents = tip === null ? [] : ['-p', tip];
      const commit = await git(clone, ['commit-tree', ...parents, '-m', message, tree.trim()]);
      try {
        await git(clone, ['push', '--quiet', '--no-verify', remote, `${commit.trim()}:refs/heads/${branch}`]);
        return;
      } catch (error) {
        if (attempt === MOST_TRIES || !(error instanceof Error) || !OVERTAKEN.test(error.message))
          throw error;
        await delay(Math.random() * Math.min(LONGEST_WAIT_MS, 50 * 2 ** attempt));
      }
    }
  });
}

async function look({ clone, remote, branch, file }: BranchFile) {
  const listed = await git(clone, ['ls-remote', '--heads', remote, `refs/heads/${branch}`]);
  const [tip = ''] = listed.split('\t');
  if (tip === '') return { tip: null, content: null };
  // Under a name of this call alone: others may look at the same time, from the same clone.
  const name = `refs/weighbridge/${randomUUID()}`;
  await git(clone, ['fetch', '--quiet', '--no-tags', remote, `+refs/heads/${branch}:${name}`]);
  try {
    const commit = (await git(clone, ['rev-parse', name])).trim();
    const entry = await git(clone, ['ls-tree', commit, '--', file]);
    const content = entry === '' ? null : await git(clone, ['cat-file', 'blob', `${commit}:${file}`]);
    return { tip: commit, content };
  } finally {
    await git(clone, ['update-ref', '-d', name]).catch(() => {});
  }
}

async function told<T>({ remote, branch }: BranchFile, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    const said = cause instanceof Error ? cause.message.split('\n', 1)[0] : String(cause);
    throw new WeighbridgeError('platform', `the branch ${branch} of ${remote} could not be used: ${said}`, {
      cause,
      fix: NO_REPOSITORY.test(said ?? '')
        ? 'run it in a clone that has this remote, or name another with `--remote`: `git remote -v` lists them'
        : 'give the job `contents: write` and a checkout that keeps its token, or keep the history in a file with `--file`',
    });
  }
}
