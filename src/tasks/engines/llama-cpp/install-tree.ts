import { createHash } from 'node:crypto';
import { chmod, readdir, readFile, readlink, rm, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Written last into an installation, and no part of what its digest is of. */
export const INSTALLED_MARKER = 'installed.json';

/** Of all names, contents and links, but for what npm writes for itself and nothing loads. */
export async function treeDigest(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const lines: string[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    if (
      entry.isDirectory() ||
      name === INSTALLED_MARKER ||
      /(^|\/)(\.bin\/|\.package-lock\.json$)/.test(name)
    )
      continue;
    const link = entry.isSymbolicLink() ? `-> ${await readlink(path)}` : null;
    // A pipe would be read for ever.
    const content = link ?? (entry.isFile() ? await readFile(path) : '-> neither file nor link');
    lines.push(`${name} ${createHash('sha256').update(content).digest('hex')}`);
  }
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

/**
 * Removes the links to the empty package that stand for unwanted ones. Where links to folders need a right of their own (Windows),
 * npm makes junctions, which name a place: they would lead to where the installation was before it was renamed.
 */
export async function dropStubs(folder: string): Promise<void> {
  const scope = join(folder, 'node_modules', '@node-llama-cpp');
  const entries = await readdir(scope, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) if (entry.isSymbolicLink()) await rm(join(scope, entry.name));
  await rm(join(folder, 'stub'), { recursive: true, force: true });
}

/**
 * What an evaluation starts runs as the same user, and could give the right back; root needs none. It keeps accidents out, and
 * the digest before each start tells of the rest. Folders stay as they are, so that whoever clears the cache can.
 */
export async function makeReadOnly(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const { parentPath, name } of entries.filter((entry) => entry.isFile())) {
    const path = join(parentPath, name);
    await chmod(path, (await stat(path)).mode & ~0o222);
  }
}
