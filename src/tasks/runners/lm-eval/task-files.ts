import { readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Document, isMap, isNode, isScalar, parseDocument, visit } from 'yaml';
import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Allowance } from '../runner.ts';
import { jinjaFault } from './jinja-calls.ts';

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
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new WeighbridgeError('config', `the task file ${path} cannot be read`, {
      cause,
      fix: 'check `include`, `include_path` and the task’s path',
    });
  });
  const refused = (message: string, cause?: unknown) =>
    new WeighbridgeError('config', `this is no YAML: ${message.split('\n')[0]}`, {
      at: { file: path },
      cause,
      fix: 'correct the file: lm_eval would not read it either',
    });
  const text = textOf(bytes);
  const ambiguous = text === null ? 'it is not UTF-8' : ambiguityOf(text);
  if (text === null || ambiguous !== null) throw refused(ambiguous ?? '');
  // As PyYAML reads: YAML 1.1, whose merge keys bring settings in; of equal keys the last counts.
  const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false, version: '1.1' });
  const [error] = document.errors;
  if (error !== undefined) throw refused(error.message);
  if (document.directives?.yaml.explicit) throw refused('a %YAML directive, which PyYAML reads differently');
  if (!isMap(document.contents)) throw refused('a task file is a map of keys');
  try {
    // Both are read: where the file is a link, versions of lm_eval differ in which folder an include is relative to.
    const folders = [...new Set([dirname(path), dirname(await realpath(path))])];
    const includes = valuesAt(document, 'include')
      .flat()
      .filter((each) => typeof each === 'string');
    return {
      path,
      data: dataFiles(document),
      names: [...['task', 'group', 'tag'].flatMap((key) => texts(document, key)), ...listed(document)],
      includes: folders.flatMap((folder) => includes.map((each) => resolve(folder, each))),
      code: codeIn(document),
    };
  } catch (cause) {
    // Some faults show only when nodes become values: an alias without its anchor, aliases that multiply without end.
    throw refused(messageOf(cause), cause);
  }
}

/** Null for bytes that are not UTF-8; PyYAML takes UTF-16 by its mark. */
function textOf(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replace(/^\uFEFF/, '');
  } catch {
    return null;
  }
}

/** What readers of YAML 1.1 and of 1.2 see differently: a comment of one could be a line of settings of the other. */
function ambiguityOf(text: string): string | null {
  const [found] = /\r(?!\n)|[\u0085\u2028\u2029\uFEFF]|(?![\t\n\r])[\p{Cc}\p{Cs}]/u.exec(text) ?? [];
  if (found === undefined) return null;
  const name = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return `${name} is a line break to some readers and not to others: write it as an escape in a quoted text`;
}

/** Every value at a key, in whatever depth: a superset of what counts. */
function valuesAt(document: Document, key: string): unknown[] {
  const found: unknown[] = [];
  visit(document, {
    Pair(_key, pair) {
      const name: unknown = isNode(pair.key) ? pair.key.toJS(document) : pair.key;
      if (name === key) found.push(isNode(pair.value) ? pair.value.toJS(document) : pair.value);
    },
  });
  return found;
}

/** The text, or texts, at a key of the top level; tasks of a group that are maps define nothing new. */
function texts(document: Document, key: string): string[] {
  const value: unknown = isMap(document.contents) ? document.toJS()[key] : undefined;
  const list: readonly unknown[] = Array.isArray(value) && key !== 'task' ? value : [value];
  return list.filter((each) => typeof each === 'string');
}

/** Names of a `task_list`, with which some versions define several tasks in one file. */
function listed(document: Document): string[] {
  const list: unknown = document.toJS().task_list;
  return [list].flat().flatMap((each) => {
    const name: unknown = typeof each === 'object' && each !== null && 'task' in each ? each.task : each;
    return typeof name === 'string' ? [name] : [];
  });
}

/** Every text that says where data are, also for a task that stands in a group; which of them are files, the disk tells. */
function dataFiles(document: Document): string[] {
  const found: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  for (const key of ['dataset_path', 'dataset_name', 'dataset_kwargs']) collect(valuesAt(document, key));
  return found;
}

/** What every version of lm_eval finds in its own registry; it looks for any other as a script, here and on the Hub. */
const METRICS = new Set(
  [
    'acc acc_all acc_mutual_info acc_norm bits_per_byte bleu brier_score bypass byte_perplexity chrf exact_match f1',
    'likelihood mcc perplexity ter word_perplexity',
  ].flatMap((line) => line.split(' ')),
);

/** Keys under which something is run, and what of their values is not. */
const RUNNING: readonly {
  readonly key: string;
  readonly needs: Allowance;
  readonly harmless: (value: unknown) => boolean;
}[] = [
  { key: 'trust_remote_code', needs: 'trust_remote_code', harmless: (value) => value === false },
  { key: 'unsafe_code', needs: 'unsafe_code', harmless: (value) => value === false },
  { key: 'hf_evaluate', needs: 'unsafe_code', harmless: (value) => value === false },
  { key: 'class', needs: 'unsafe_code', harmless: () => false },
  // It reads another YAML file, or imports a package.
  { key: 'use_prompt', needs: 'unsafe_code', harmless: (value) => value === null },
];

function codeIn(document: Document): TaskFile['code'] {
  const found: TaskFile['code'][number][] = [];
  const unsafe = (what: string) => found.push({ what, needs: 'unsafe_code' });
  visit(document, {
    Node(_key, node) {
      // PyYAML gives a tag to a constructor however it is written. Those of YAML itself make texts, numbers, lists and maps.
      if (node.tag !== undefined && !/^tag:yaml\.org,2002:\w+$/.test(node.tag)) unsafe(`the tag ${node.tag}`);
      if (!isScalar(node) || typeof node.value !== 'string') return;
      if (/\.py$/i.test(node.value.trim())) unsafe(`the Python file ${JSON.stringify(node.value)}`);
      const fault = jinjaFault(node.value);
      if (fault !== null) unsafe(`Jinja that ${fault}`);
    },
    Pair(_key, pair) {
      const name: unknown = isNode(pair.key) ? pair.key.toJS(document) : pair.key;
      const value: unknown = isNode(pair.value) ? pair.value.toJS(document) : pair.value;
      for (const { key, needs, harmless } of RUNNING) {
        if (name === key && !harmless(value)) found.push({ what: key, needs });
      }
      if (name !== 'metric_list') return;
      for (const entry of [value].flat()) {
        const metric: unknown =
          typeof entry === 'object' && entry !== null && 'metric' in entry ? entry.metric : entry;
        if (metric !== null && !METRICS.has(String(metric)))
          unsafe(`the metric ${JSON.stringify(metric)}, which is not lm_eval's own`);
      }
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
