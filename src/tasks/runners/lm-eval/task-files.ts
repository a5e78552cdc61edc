import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Document, isMap, isNode, parseDocument, visit } from 'yaml';
import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Allowance } from '../runner.ts';

/** A task file of the repository, as far as it decides what may run and what names mean. */
export interface TaskFile {
  readonly path: string;
  /** Files it may take documents from, as written: relative to where lm_eval runs. */
  readonly data: readonly string[];
  /** Names it defines: a task, a group, tags. */
  readonly names: readonly string[];
  /** Files it takes settings from. */
  readonly includes: readonly string[];
  /** What it would run beside the model, and who may allow that. */
  readonly code: readonly { readonly what: string; readonly needs: Allowance }[];
}

/**
 * Every task file that lm_eval would read from a folder, and what they include, wherever that lies.
 * @throws WeighbridgeError `config` for a file that cannot be read
 */
export async function taskFilesIn(folder: string): Promise<TaskFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new WeighbridgeError('config', `there is no folder ${folder}`, {
      fix: 'correct include_path',
      cause,
    });
  });
  const paths = entries
    .filter((entry) => !entry.isDirectory() && /\.ya?ml$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return withIncludes(paths.sort());
}

/** These files and, again and again, what they include. */
export async function withIncludes(paths: readonly string[]): Promise<TaskFile[]> {
  const read = new Map<string, TaskFile>();
  const waiting = paths.map((path) => resolve(path));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (read.has(path)) continue;
    const file = await readTaskFile(path);
    read.set(path, file);
    waiting.push(...file.includes);
  }
  return [...read.values()];
}

/** @throws WeighbridgeError `config` when it is no YAML: what cannot be read cannot be judged */
export async function readTaskFile(path: string): Promise<TaskFile> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new WeighbridgeError('config', `the task file ${path} cannot be read`, { cause });
  });
  const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
  const refused = (message: string, cause?: unknown) =>
    new WeighbridgeError('config', `this is no YAML: ${message.split('\n')[0]}`, {
      at: { file: path },
      cause,
    });
  const [error] = document.errors;
  if (error !== undefined) throw refused(error.message);
  try {
    return {
      path,
      data: dataFiles(document),
      names: ['task', 'group', 'tag'].flatMap((key) => texts(document, key)),
      includes: texts(document, 'include').map((each) => resolve(dirname(path), each)),
      code: codeIn(document),
    };
  } catch (cause) {
    // Some faults show only when nodes become values: an alias without its anchor, aliases that multiply without end.
    throw refused(messageOf(cause), cause);
  }
}

/** The text, or texts, at a key of the top level; tasks of a group that are maps define nothing new. */
function texts(document: Document, key: string): string[] {
  const value: unknown = isMap(document.contents) ? document.toJS()[key] : undefined;
  const list: readonly unknown[] = Array.isArray(value) && key !== 'task' ? value : [value];
  return list.filter((each) => typeof each === 'string');
}

/** Every text below `dataset_kwargs`; which of them are files, the disk tells. */
function dataFiles(document: Document): string[] {
  const found: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  const settings = isMap(document.contents) ? document.toJS() : {};
  collect([settings.dataset_path, settings.dataset_kwargs]);
  return found;
}

function codeIn(document: Document): TaskFile['code'] {
  const found: TaskFile['code'][number][] = [];
  visit(document, {
    Node(_key, node) {
      // PyYAML gives a tag to a constructor however it is written. Those of YAML itself make texts, numbers, lists and maps.
      if (node.tag !== undefined && !/^tag:yaml\.org,2002:\w+$/.test(node.tag))
        found.push({ what: `the tag ${node.tag}`, needs: 'unsafe_code' });
    },
    Pair(_key, { key, value }) {
      const name = isNode(key) ? key.toJS(document) : key;
      const isOn = (isNode(value) ? value.toJS(document) : value) !== false;
      if (name === 'trust_remote_code' && isOn)
        found.push({ what: 'trust_remote_code', needs: 'trust_remote_code' });
      if (name === 'unsafe_code' && isOn) found.push({ what: 'unsafe_code', needs: 'unsafe_code' });
    },
  });
  return found;
}

/** What the policy does not let these files do. Those of the harness itself are not asked. */
export function forbiddenCode(
  files: readonly TaskFile[],
  allow: readonly Allowance[],
  harness: string | null,
): WeighbridgeError[] {
  const foreign = files.filter(({ path }) => harness === null || !isInside(path, harness));
  return foreign.flatMap(({ path, code }) => {
    const forbidden = code.filter(({ needs }) => !allow.includes(needs));
    const [first] = forbidden;
    if (first === undefined) return [];
    const what = [...new Set(forbidden.map((each) => each.what))].join(', ');
    return [
      new WeighbridgeError('config', `this task file runs code of its own: ${what}`, {
        at: { file: path },
        fix: `write the task without it, or add \`policy: { allow: [${first.needs}] }\` on the base branch`,
      }),
    ];
  });
}

/** A name that means something else here than everywhere would be gated under a false flag. */
export function shadowed(
  files: readonly TaskFile[],
  builtIn: ReadonlySet<string>,
  allow: readonly Allowance[],
  harness: string,
): WeighbridgeError[] {
  if (allow.includes('unsafe_code')) return [];
  return files
    .filter(({ path }) => !isInside(path, harness))
    .flatMap(({ path, names }) =>
      names
        .filter((name) => builtIn.has(name))
        .map(
          (name) =>
            new WeighbridgeError(
              'config',
              `${name} is the name of a built-in task, and this file would take its place`,
              {
                at: { file: path },
                fix: `call it something else, such as ${name}_ours`,
              },
            ),
        ),
    );
}

const isInside = (path: string, folder: string): boolean => {
  const inside = relative(folder, path);
  return inside !== '..' && !inside.startsWith(`..${sep}`);
};

/**
 * The names that the harness itself defines, from the first lines of thousands of files: parsing them all would take longer
 * than many an evaluation.
 * @throws WeighbridgeError `engine` when there are next to none, since then nothing could be recognised
 */
export async function builtInNames(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const names = new Set<string>();
  const next = paths.values();
  const readSome = async () => {
    for (const path of next) for (const name of definedIn(await readFile(path, 'utf8'))) names.add(name);
  };
  await Promise.all(Array.from({ length: 8 }, readSome));
  if (names.size >= 100) return names;
  throw new WeighbridgeError('engine', 'the built-in tasks of lm_eval are not where they should be', {
    at: { file: folder },
    fix: 'install lm_eval as a package, or keep no task files of your own',
  });
}

/** Values and lists at `task`, `group` and `tag` of the top level. */
export function definedIn(text: string): string[] {
  const blocks = text.matchAll(/^["']?(?:task|group|tag)["']?:[ \t]*(.*)((?:\n[ \t]*- [^:\n]*$)*)/gm);
  return [...blocks].flatMap(([, value = '', list = '']) =>
    `${value}\n${list}`
      .split(/[\n,[\]]/)
      .map((each) =>
        each
          .replace(/^[ \t]*-/, '')
          .replace(/\s#.*$/, '')
          .trim()
          .replace(/^(["'])(.*)\1$/, '$2'),
      )
      .filter((name) => /^[\w.:/-]+$/.test(name)),
  );
}
