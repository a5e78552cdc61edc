import { existsSync } from 'node:fs';
import { copyFile, readFile, stat } from 'node:fs/promises';
import { dirname, join, posix, relative } from 'node:path';
import { EXECUTABLE_MODE, type ListedEntry } from '../../adapters/process/git.ts';
import { loadableBy, PYTHON_FILES } from '../../adapters/process/program-files.ts';
import { isHarness, type ResolvedConfig, type TaskConfig } from '../../config/resolved.ts';
import { engineSettings, taskSettings } from '../../config/task-settings.ts';
import { describeBaselineSource } from '../../core/domain/baseline.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { describeModel, hubModel, type ModelSource } from '../../core/domain/model.ts';
import { makeDirectory } from '../../results/store/disk-faults.ts';
import { splitParts } from '../../tasks/checkpoints/files.ts';
import { harnessRunner } from '../../tasks/runners/registry.ts';
import {
  below,
  type CommitFiles,
  follow,
  LFS_POINTER_BYTES,
  lfsContent,
  lfsPointer,
} from './commit-files.ts';

/** A config at a commit, with what the commit holds. */
export interface SuiteSide {
  readonly config: ResolvedConfig;
  readonly files: CommitFiles;
  /** The config's folder, from the root of the repository: `''` or `models/a`. */
  readonly folder: string;
  /** Where the repository lies: its checkout, or a folder into which files are put as they are asked for. */
  readonly root: string;
  readonly isCheckedOut: boolean;
  /** A folder of its own, for what is looked at in passing. */
  readonly scratch: string;
  /** The checkout of either side, for paths that are written absolutely. */
  readonly checkout: string;
}

/** One thing on which a verdict depends. */
export interface SuitePart {
  /** Null for what all tasks depend on. */
  readonly task: string | null;
  /** A path as the config has it, or a value. */
  readonly written: string;
  /** From the root of the repository, links not followed; null for what lies outside. */
  readonly path: string | null;
  /** What the commit has there; null for a value, and for a file that is in no commit. */
  readonly entry: ListedEntry | null;
  /** Where a path leads that leaves the repository. */
  readonly outside: string | null;
}

/** Longer texts, and those of several lines, are prompts and no paths, and what lies on the hub, or ships with this package, is named by its commit or version: unless the commit has a file of that name. */
const LONGEST_PATH = 4096;
const isNoPath = (text: string): boolean =>
  text === '' || text.length > LONGEST_PATH || /[\n\0]|^hf:|^weighbridge:/.test(text);

/**
 * Everything in a config on which a verdict depends besides weights and policy, by the key that names it. Whatever option names a
 * file of the commit counts with its content: an option that comes new needs no word here.
 */
export async function suiteParts(side: SuiteSide): Promise<ReadonlyMap<string, SuitePart>> {
  const { config } = side;
  const parts = new Map<string, SuitePart>();
  const take = async (task: string | null, key: string, path: string, of: Taken = {}) => {
    const at = { task, written: path, path: pathInRepository(side, path) };
    const subject = task === null ? key : `tasks.${task}.${key}`;
    for (const [each, part] of await partsAt(side, subject, at, of)) parts.set(each, part);
  };
  for (const { subject, path, value } of sourcesOf(config)) {
    if (path === null) parts.set(subject, { ...NOWHERE, task: null, written: value });
    else await take(null, subject, path, { isFolder: true });
  }
  for (const [task, options] of Object.entries(config.baselines.prompt)) {
    for (const [key, text] of taskSettings({ options } as Pick<TaskConfig, 'options'>)) {
      await take(null, `baseline.prompt.${task}.${key}`, text);
    }
  }
  let before = '';
  for (const [key, text] of engineSettings(config)) {
    await take(null, key, text);
    // `python3 -m server` finds its modules where it runs, the folder of the config, before those that are installed.
    if (before === '-m' && hasModule(side, text)) {
      await take(null, `${key} beside`, '.', { isFolder: true, only: PYTHON_FILES });
    }
    before = text;
  }
  for (const task of config.tasks) {
    for (const [key, text] of taskSettings(task)) await take(task.name, key, text);
  }
  for (const task of config.tasks.filter(isHarness)) {
    const folder = join(side.root, side.folder);
    // What a file leads to is known once it is there.
    for (let known = -1; known < parts.size; ) {
      known = parts.size;
      for (const part of parts.values()) if (/\.ya?ml$/i.test(part.path ?? '')) await placeOnDisk(side, part);
      for (const input of await harnessRunner(task.runner).inputs(task.name, task.options, folder)) {
        await take(task.name, input.key, input.path, { ...input, isFolder: true });
      }
    }
  }
  return parts;
}

/** Whether the commit has a module of Python, in whatever form, or the package around it. @param dotted `server.main` */
function hasModule(side: SuiteSide, dotted: string): boolean {
  const top = pathInRepository(side, dotted.split('.')[0] ?? '');
  return [...side.files.entries.keys()].some(
    (path) =>
      path === top || path.startsWith(`${top}/`) || (path.startsWith(`${top}.`) && PYTHON_FILES.test(path)),
  );
}

interface Taken {
  /** Whether all that lies in a folder is meant. */
  readonly isFolder?: boolean;
  /** Of a folder only what has such a name. */
  readonly only?: RegExp;
}

/** The word `test` of a task is hardly the folder of that name; what is written as a path, and an option of a scorer or a check, is. */
const mayMeanFolder = (task: string | null, subject: string, written: string): boolean =>
  task === null
    ? subject.startsWith('engine.serve.reads.')
    : written.includes('/') ||
      ['scorers', 'checks'].some((key) => subject.startsWith(`tasks.${task}.${key}.`));

/** A word of a command, which may be a program in any language where its name does not tell. */
const mayBeProgram = (subject: string, path: string): boolean =>
  /\.command\.\d+$/.test(subject) && posix.extname(path) === '';

async function partsAt(
  side: SuiteSide,
  subject: string,
  { task, written, path }: { readonly task: string | null; readonly written: string; readonly path: string },
  { isFolder = false, only }: Taken,
): Promise<readonly (readonly [subject: string, part: SuitePart])[]> {
  const value = { ...NOWHERE, task, written };
  const found = await follow(side.files, path, join(side.scratch, 'link'));
  if (!isFolder && isNoPath(written) && found.kind !== 'file') return [[subject, value]];
  switch (found.kind) {
    case 'absent':
      return [[subject, { ...value, path }]];
    case 'outside':
      return [[subject, { ...value, outside: found.at }]];
    case 'file': {
      const { entry } = found;
      const part = [subject, { ...value, path, entry }] as const;
      const isProgram = entry.mode === EXECUTABLE_MODE || mayBeProgram(subject, found.path);
      const loadable = isFolder ? null : loadableBy(found.path, isProgram);
      if (loadable === null) return [part];
      // What a program imports lies beside it and below, and what is put there may hide what it imported before.
      const folder = { task, written: posix.dirname(written), path: posix.dirname(found.path) };
      const beside = await partsAt(side, `${subject} beside`, folder, { isFolder: true, only: loadable });
      return [part, ...beside.filter(([, { path: other }]) => other !== found.path)];
    }
    case 'folder': {
      if (!isFolder && !mayMeanFolder(task, subject, written)) return [[subject, value]];
      const names = below(side.files, found.path).filter((name) => only === undefined || only.test(name));
      const parts: (readonly [string, SuitePart])[] = [];
      for (const name of names) {
        const inner = { task, written: posix.join(written, name), path: posix.join(path, name) };
        parts.push(...(await partsAt(side, `${subject}: ${name}`, inner, { isFolder })));
      }
      return parts;
    }
  }
}

function pathInRepository({ folder, checkout, root }: SuiteSide, written: string): string {
  if (!posix.isAbsolute(written)) return posix.normalize(posix.join(folder, written));
  const inside = [checkout, root]
    .map((each) => relative(each, written))
    .find((each) => !each.startsWith('..'));
  return inside ?? written;
}

/** What the candidate is compared with; every path that a source names, and in words what names none. */
function sourcesOf({ baselines, anchor, store }: ResolvedConfig) {
  const found: { readonly subject: string; readonly path: string | null; readonly value: string }[] = [];
  const add = (subject: string, path: string | null, value: string) => found.push({ subject, path, value });
  const model = (subject: string, source: ModelSource) => {
    for (const [name, path] of pathsOf(source)) add(`${subject}${name}`, path, describeModel(source));
  };
  for (const [index, source] of baselines.sources.entries()) {
    const subject = baselines.sources.length === 1 ? 'baseline' : `baseline.${index + 1}`;
    if (source.from === 'path') model(subject, source.model);
    else add(subject, null, describeBaselineSource(source));
    if (source.from === 'base-branch') add(`${subject}${POINTER}`, source.pointer, source.pointer);
  }
  if (anchor !== null) model('anchor.model', anchor);
  if (store !== null && store !== 'default') add('store', store.path, store.path);
  return found;
}

/** Read from the base branch wherever it is used: what a pull request makes of it takes effect when it is merged. */
export const POINTER = '.pointer';

function pathsOf(source: ModelSource): readonly (readonly [name: string, path: string | null])[] {
  switch (source.kind) {
    case 'file':
      return parts(source.path).map((path, index) => [index === 0 ? '' : ` part ${index + 1}`, path]);
    case 'folder':
    case 'results':
      return [['', source.path]];
    case 'adapter': {
      return [
        ['.base', hubModel(source.base) === null ? source.base : null],
        ['.adapter', source.adapter],
      ];
    }
    case 'hub':
    case 'endpoint':
      return [['', null]];
  }
}

/** A path that is no first part is refused where it is loaded. */
function parts(path: string): readonly string[] {
  try {
    return splitParts(path);
  } catch {
    return [path];
  }
}

const NOWHERE = { path: null, entry: null, outside: null };

/** @returns the file's path on disk, taken out of the commit where it is not checked out; null where there is none */
export async function placeOnDisk(side: SuiteSide, { path, entry }: SuitePart): Promise<string | null> {
  if (path === null) return null;
  const file = join(side.root, path);
  if (side.isCheckedOut || existsSync(file)) return file;
  if (entry === null) return null;
  await makeDirectory(dirname(file));
  await side.files.write(entry.id, file);
  return file;
}

/** Whether the commit has anything at a path. @param path as written in the config */
export async function isCommitted(side: SuiteSide, path: string): Promise<boolean> {
  const { kind } = await follow(side.files, pathInRepository(side, path), join(side.scratch, 'link'));
  return kind === 'file' || kind === 'folder';
}

/**
 * Puts a file, or all of a folder, on disk as the commit has it, with what Git LFS keeps of it.
 * @param path as written in the config
 * @returns where it lies; null where the commit does not have it
 * @throws WeighbridgeError `data` for what is in Git LFS and not here
 */
export async function takeOut(side: SuiteSide, path: string): Promise<string | null> {
  const all: SuitePart[] = [];
  for (const written of parts(path)) {
    const at = { task: null, written, path: pathInRepository(side, written) };
    const found = await partsAt(side, written, at, { isFolder: true });
    all.push(...found.map(([, part]) => part).filter(({ entry }) => entry !== null));
  }
  for (const part of all) await putOnDisk(side, part);
  return all.length === 0 ? null : join(side.root, pathInRepository(side, path));
}

/** Puts one file on disk, with its content where Git LFS keeps that. */
export async function putOnDisk(side: SuiteSide, part: SuitePart): Promise<void> {
  const file = await placeOnDisk(side, part);
  const pointer = file === null ? null : await pointerIn(file);
  if (file === null || part.path === null || pointer === null) return;
  const content = await lfsContent(side.checkout, pointer.oid, join(side.checkout, part.path));
  if (content === null) {
    throw new WeighbridgeError('data', `${part.written} is in Git LFS and was not fetched for that commit`, {
      fix: 'fetch it: `git lfs fetch origin <base branch>`',
    });
  }
  await copyFile(content, file);
}

/** What a file is the pointer of, where it is one of Git LFS. */
export async function pointerIn(file: string): Promise<ReturnType<typeof lfsPointer>> {
  return (await stat(file)).size > LFS_POINTER_BYTES ? null : lfsPointer(await readFile(file, 'utf8'));
}
