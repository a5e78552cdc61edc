import type { Stats } from 'node:fs';
import { lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { RunnerEnvironment } from '../runtime.ts';

/** Files by which a step tells the runner what to do to the job; their folder holds those of every step that is under way. */
const COMMAND_FILES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];

export interface GuardedPaths {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** What the evaluation can find by looking, and must not change: the command files, and the event that the report will read. */
export function guardedPaths(env: RunnerEnvironment): GuardedPaths {
  const folders = COMMAND_FILES.flatMap((name) => env[name] || []).map((path) => dirname(path));
  return { folders: [...new Set(folders)], files: [env.GITHUB_EVENT_PATH || []].flat() };
}

/** The guarded files as they were. */
export class CommandFiles {
  readonly #paths: GuardedPaths;
  readonly #before: ReadonlyMap<string, Buffer>;

  private constructor(paths: GuardedPaths, before: ReadonlyMap<string, Buffer>) {
    this.#paths = paths;
    this.#before = before;
  }

  static async remember(paths: GuardedPaths): Promise<CommandFiles> {
    const before = new Map<string, Buffer>();
    for (const file of await present(paths)) {
      if ((await statOf(file))?.isFile()) before.set(file, await readFile(file));
    }
    return new CommandFiles(paths, before);
  }

  /**
   * Makes the files what they were. To be called once nothing of the evaluation runs any more.
   * @returns names of those that had been changed, added or taken away
   */
  async restore(): Promise<readonly string[]> {
    const changed: string[] = [];
    for (const folder of this.#paths.folders) {
      if ((await statOf(folder))?.isDirectory()) continue;
      changed.push(basename(folder));
      await rm(folder, { force: true });
      await mkdir(folder);
    }
    for (const file of new Set([...this.#before.keys(), ...(await present(this.#paths))])) {
      const was = this.#before.get(file);
      if (was !== undefined && (await isSame(file, was))) continue;
      changed.push(basename(file));
      // Removed first: it may be a link by now, to a file that must not be written to.
      await rm(file, { recursive: true, force: true });
      if (was !== undefined) await writeFile(file, was, { flag: 'wx', mode: 0o644 });
    }
    return changed;
  }
}

/** @throws what the system says of a folder that cannot be read: what nobody can look at, nobody can vouch for */
async function present({ folders, files }: GuardedPaths): Promise<readonly string[]> {
  const inside = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => join(folder, name))),
  );
  return [...inside.flat(), ...files];
}

async function isSame(file: string, was: Buffer): Promise<boolean> {
  const stats = await statOf(file);
  return stats?.isFile() === true && stats.size === was.length && (await readFile(file)).equals(was);
}

const statOf = (path: string): Promise<Stats | null> => lstat(path).catch(() => null);
