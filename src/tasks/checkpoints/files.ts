import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { pathMeant } from '../../results/store/disk-faults.ts';
import { isPickle } from './pickle.ts';

/** An error of whoever made the checkpoint. */
export function checkpointFault(path: string, what: string, fix: string, cause?: unknown): WeighbridgeError {
  return new WeighbridgeError('checkpoint', `the checkpoint ${what}`, { fix, cause, at: { file: path } });
}

export const notOpened = (path: string, cause: unknown): WeighbridgeError =>
  checkpointFault(
    path,
    'cannot be opened',
    `${pathMeant(path, 'hf:org/name@<full commit>')}check the path and the step that makes it`,
    cause,
  );

/** One file of a checkpoint. */
export interface CheckpointFile {
  /** Inside its folder, with `/`; the base name where the checkpoint is a file. */
  readonly name: string;
  /** Absolute, links resolved. */
  readonly path: string;
}

const MOST_FILES = 10_000;
const DEEPEST = 8;
/** Bookkeeping of git and of the Hugging Face client: loaded by nobody, different in every clone. */
const IGNORED = new Set(['.git', '.cache']);

/**
 * Every file of a checkpoint, sorted by name: one file, the parts of a split GGUF, or all of a folder. Nothing is loaded.
 * @throws WeighbridgeError `checkpoint` for what is not there, a link that leads out of the folder, and any pickle
 */
export async function checkpointFiles(path: string): Promise<readonly CheckpointFile[]> {
  const files = (await isFolder(path)) ? await filesBelow(path) : await partFiles(path);
  const pickles: string[] = [];
  for (const file of files) if (await isPickle(file.path, file.name)) pickles.push(file.name);
  if (pickles.length > 0) throw pickleFault(path, pickles);
  return files;
}

/**
 * All parts of a split GGUF model, in order; llama.cpp names them `name-00001-of-00003.gguf` and loads them by the first.
 * Any other path is its own only part.
 * @throws WeighbridgeError `checkpoint` for a part that is not the first
 */
export function splitParts(path: string): readonly [string, ...string[]] {
  const match = /^(.*)-(\d{5})-of-(\d{5})\.gguf$/.exec(basename(path));
  if (match === null) return [path];
  const [, name = '', number = '', count = ''] = match;
  if (Number(number) !== 1) {
    throw checkpointFault(
      path,
      `is part ${Number(number)} of a split model`,
      `name its first part, ${name}-00001-of-${count}.gguf`,
    );
  }
  const others = Array.from({ length: Math.max(0, Number(count) - 1) }, (_, i) =>
    join(dirname(path), `${name}-${String(i + 2).padStart(5, '0')}-of-${count}.gguf`),
  );
  return [path, ...others];
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (cause) {
    throw notOpened(path, cause);
  }
}

async function partFiles(path: string): Promise<CheckpointFile[]> {
  return Promise.all(
    splitParts(path).map(async (part) => {
      const real = await realpath(part).catch((cause: unknown) => {
        throw notOpened(part, cause);
      });
      if (!(await stat(real)).isFile())
        throw checkpointFault(part, 'is neither a file nor a folder', 'name the file or folder of a model');
      return { name: basename(part), path: real };
    }),
  );
}

async function filesBelow(folder: string): Promise<CheckpointFile[]> {
  const root = await realpath(folder);
  const files: CheckpointFile[] = [];
  const visit = async (current: string, depth: number): Promise<void> => {
    if (depth > DEEPEST)
      throw checkpointFault(folder, `is more than ${DEEPEST} folders deep`, 'name the model’s own folder');
    for (const entry of (await readdir(current)).sort()) {
      if (IGNORED.has(entry)) continue;
      const path = join(current, entry);
      const name = relative(root, path).split(sep).join('/');
      const stats = await lstat(path);
      if (stats.isDirectory()) await visit(path, depth + 1);
      else if (stats.isFile()) files.push({ name, path });
      else if (stats.isSymbolicLink()) files.push({ name, path: await followLink(path, name, root) });
      else throw checkpointFault(path, 'is neither a file nor a folder', 'remove it from the checkpoint');
      if (files.length > MOST_FILES) {
        throw checkpointFault(folder, `holds more than ${MOST_FILES} files`, 'name the model’s own folder');
      }
    }
  };
  await visit(root, 1);
  if (files.length === 0) throw checkpointFault(folder, 'is an empty folder', 'check the step that makes it');
  // By code units, so that a digest does not depend on the machine's language.
  return files.sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** A link may stay in the folder, or lead to the blobs of the Hugging Face cache that the folder is a snapshot of. */
async function followLink(path: string, name: string, root: string): Promise<string> {
  const target = await realpath(path).catch((cause: unknown) => {
    throw checkpointFault(path, 'is a link that leads nowhere', 'fetch the file that it names', cause);
  });
  const isSnapshot =
    basename(dirname(root)) === 'snapshots' &&
    /^(?:models|datasets)--/.test(basename(dirname(dirname(root))));
  const allowed = isSnapshot ? [root, join(dirname(dirname(root)), 'blobs')] : [root];
  if (!allowed.some((place) => target.startsWith(`${place}${sep}`))) {
    throw checkpointFault(
      path,
      `has a link that leads out of its folder (${name})`,
      'put the file itself there',
    );
  }
  if (!(await stat(target)).isFile()) {
    throw checkpointFault(
      path,
      `has a link to something that is no file (${name})`,
      'put the file itself there',
    );
  }
  return target;
}

const SHOWN = 5;

function pickleFault(path: string, pickles: readonly string[]) {
  const shown = pickles.slice(0, SHOWN).map((name) => JSON.stringify(name));
  const more = pickles.length > SHOWN ? ` and ${pickles.length - SHOWN} more` : '';
  return checkpointFault(
    path,
    `has pickles, and loading one runs whatever code it contains: ${shown.join(', ')}${more}. Refused before anything is loaded`,
    'save the weights as safetensors (`save_pretrained` does) and leave optimizer states and training arguments out of the folder',
  );
}
