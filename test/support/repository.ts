import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

const PEOPLE = {
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@b',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@b',
};

/** Runs git as a person would. @returns what it printed */
export const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...PEOPLE },
  }).trim();

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes files and commits everything. @returns the commit */
export function commit(folder: string, files: Files, message = 'change'): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', message);
  return git(folder, 'rev-parse', 'HEAD');
}

/** A real repository with one commit on `main`, gone when the test is over. */
export function repository(files: Files): { readonly folder: string; readonly first: string } {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  return { folder, first: commit(folder, files) };
}
