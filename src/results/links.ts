import type { Dirent } from 'node:fs';
import { readlink, realpath, stat } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { WeighbridgeError } from '../core/domain/errors.ts';

/** Folders in which a link may end: what the user named, and what they allowed besides. */
export type Roots = readonly string[];

export type Kind = 'file' | 'folder' | 'link that leads out' | 'link that leads nowhere' | 'neither';

/** What a name in a folder is. A link is what it leads to, where that lies in a root: elsewhere nobody named it. */
export async function kindOf(path: string, entry: Dirent, roots: Roots): Promise<Kind> {
  if (!entry.isSymbolicLink()) return entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'neither';
  const target = await stat(path).catch(() => null);
  if (target === null) return 'link that leads nowhere';
  if (!(await liesInRoot(await realpath(path), roots))) return 'link that leads out';
  return target.isDirectory() ? 'folder' : target.isFile() ? 'file' : 'neither';
}

export async function liesInRoot(target: string, roots: Roots): Promise<boolean> {
  const homes = await Promise.all(roots.map((root) => realpath(root).catch(() => null)));
  return homes.some((home) => home !== null && isWithin(home, target));
}

const isWithin = (home: string, target: string): boolean =>
  target === home || target.startsWith(home.endsWith(sep) ? home : home + sep);

/** Results that are not where they seem to be, since a link stands for them. */
export class LinksLeadOut extends WeighbridgeError {}

/** A fault that names each of them. */
export async function linksLeadOut(links: readonly [string, ...string[]]): Promise<LinksLeadOut> {
  const targets = await Promise.all(links.map((link) => realpath(link)));
  const list = links.map((link, index) => `\n  ${link} -> ${targets[index]}`).join('');
  return new LinksLeadOut('data', `a link leads out of what was named:${list}`, {
    at: { file: links[0] },
    fix: `allow the folder in which they end (--follow ${dirname(targets[0] ?? '')}), or put the files themselves in their place`,
  });
}

/** What DVC and git-annex leave of a file that was not fetched. */
export async function leadNowhere(links: readonly [string, ...string[]]): Promise<LinksLeadOut> {
  const targets = await Promise.all(links.map((link) => readlink(link)));
  const list = links.map((link, index) => `\n  ${link} -> ${targets[index]}`).join('');
  return new LinksLeadOut('data', `a link leads to nothing:${list}`, {
    at: { file: links[0] },
    fix: 'fetch what it stands for (git annex get, dvc pull, git lfs pull), or evaluate again',
  });
}
