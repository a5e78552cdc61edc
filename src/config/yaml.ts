import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import { type Location, WeighbridgeError } from '../core/domain/errors.ts';

/** A config is a page of text; anything of this size is something else. Bytes and characters alike. */
export const MAX_CONFIG_SIZE = 1024 * 1024;
const MAX_ALIASES = 20;
const MAX_DEPTH = 50;
/** After the first few, syntax errors are echoes of each other. */
const MAX_SYNTAX_ISSUES = 10;

/** The plain decimals of JSON without exponent: what a person reads as one number and nothing else. */
const PLAIN_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;

export type Path = readonly (string | number)[];

export interface YamlSource {
  /** Plain JavaScript values; undefined when the text could not be read. */
  readonly value: unknown;
  readonly issues: readonly WeighbridgeError[];
  /** Where the value at this path stands, or the nearest thing around it that is there. */
  readonly locate: (path: Path) => Location;
  /** Where the key itself stands. */
  readonly locateKey: (path: Path) => Location;
}

/** A path as people write it: `gates[0].metric`. */
export function formatPath(path: Path): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
}

/** The value at a path, undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, part)
        ? (inner as Record<string | number, unknown>)[part]
        : undefined,
    value,
  );
}

/** Reads YAML 1.2 core: no merge keys, no custom tags, few aliases, plain decimal numbers, every key once. */
export function readYaml(text: string, file: string): YamlSource {
  if (text.length > MAX_CONFIG_SIZE) return unreadable(file, tooLarge(file));
  const lines = new LineCounter();
  const clean = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const document = parseDocument(clean, {
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    stringKeys: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const at = (offset: number | undefined, key?: string): Location => {
    const { line, col } = offset === undefined ? { line: 1, col: 1 } : lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), ...(key ? { key } : {}) };
  };
  const broken = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  const issues =
    broken === undefined
      ? [
          ...[...document.errors, ...document.warnings]
            .slice(0, MAX_SYNTAX_ISSUES)
            .map((error) => syntaxIssue(error, clean, at)),
          ...structureIssues(document, at),
        ]
      : // What follows a broken line is its consequence more often than not.
        [syntaxIssue(broken, clean, at)];
  const locate = (path: Path) => at(nodeAt(document, path)?.range?.[0], formatPath(path));
  const locateKey = (path: Path) => at(keyAt(document, path)?.range?.[0], formatPath(path));
  if (issues.length > 0) return { value: undefined, issues, locate, locateKey };
  return { value: document.toJS({ maxAliasCount: MAX_ALIASES }), issues, locate, locateKey };
}

export function tooLarge(file: string): WeighbridgeError {
  return new WeighbridgeError('config', `the file is larger than ${MAX_CONFIG_SIZE / 1024} KiB`, {
    at: { file },
    fix: 'name the config file itself; datasets belong into files of their own',
  });
}

const tooDeep = (at: Location) =>
  new WeighbridgeError('config', `the file is nested more than ${MAX_DEPTH} levels deep`, {
    at,
    fix: 'write what is nested there as the reference in docs/reference/config.md has it',
  });

function unreadable(file: string, issue: WeighbridgeError): YamlSource {
  const locate = () => ({ file });
  return { value: undefined, issues: [issue], locate, locateKey: locate };
}

type At = (offset: number | undefined, key?: string) => Location;

const SYNTAX: Partial<Record<YAMLError['code'], { readonly message: string; readonly fix: string }>> = {
  TAB_AS_INDENT: { message: 'a tab indents this line', fix: 'indent with spaces' },
  MULTIPLE_DOCS: { message: 'the file holds several YAML documents', fix: 'remove everything from `---` on' },
  NON_STRING_KEY: { message: 'a key must be plain text', fix: 'write `name: value`' },
  RESOURCE_EXHAUSTION: { message: 'the file is nested too deeply', fix: 'write a flat list or map' },
  TAG_RESOLVE_FAILED: { message: 'tags are not supported', fix: 'remove the `!…`' },
};

function syntaxIssue(error: YAMLError, text: string, at: At): WeighbridgeError {
  const place = at(error.pos[0]);
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^\s:]*/.exec(text.slice(error.pos[0], error.pos[0] + 100))?.[0] ?? '';
    return new WeighbridgeError('config', `the key ${key} is here a second time`, {
      at: place,
      fix: 'keep one of them: the file must say each thing once',
    });
  }
  const known = SYNTAX[error.code];
  return new WeighbridgeError('config', known?.message ?? `not valid YAML: ${error.message}`, {
    at: place,
    ...(known === undefined ? {} : { fix: known.fix }),
  });
}

/** What YAML allows and a policy file should not: things that read one way and mean another. */
function structureIssues(document: Document.Parsed, at: At): WeighbridgeError[] {
  const issues: WeighbridgeError[] = [];
  const report = (node: Node | null, message: string, fix: string) =>
    issues.push(new WeighbridgeError('config', message, { at: at(node?.range?.[0]), fix }));
  if (document.directives.yaml.explicit && document.directives.yaml.version !== '1.2') {
    report(null, `the file asks for YAML ${document.directives.yaml.version}`, 'remove the %YAML line');
  }
  let aliases = 0;
  visit(document, (key, node, ancestors) => {
    if (ancestors.filter((each) => !isPair(each)).length > MAX_DEPTH) {
      issues.push(tooDeep(at(undefined)));
      return visit.BREAK;
    }
    // No path, prompt or name has it, and Node takes a path with it for a fault of whoever wrote the program.
    if (isScalar(node) && typeof node.value === 'string' && node.value.includes('\0'))
      report(node, 'this holds the character NUL', 'remove it');
    if (isAlias(node)) {
      aliases += 1;
      if (aliases === MAX_ALIASES + 1)
        report(node, `more than ${MAX_ALIASES} aliases`, 'write the values out');
      else if (node.resolve(document) === undefined) {
        report(node, `*${node.source} names no anchor above it`, `define &${node.source} first`);
      } else if (ancestors.some((each) => each === node.resolve(document))) {
        report(node, `*${node.source} contains itself`, 'write the values out');
      }
    } else if (key === 'key' && isScalar(node)) {
      if (node.value === '<<') report(node, 'merge keys are not supported', 'write the values out');
      if (node.value === '__proto__') report(node, 'unknown key __proto__', 'remove it');
    } else if (isScalar(node) && typeof node.value === 'number' && !PLAIN_NUMBER.test(node.source ?? '')) {
      report(
        node,
        `${node.source} is not a plain decimal number`,
        'write it with digits and at most one point',
      );
    }
    return undefined;
  });
  return issues;
}

function childOf(document: Document.Parsed, node: unknown, part: string | number): unknown {
  const target = isAlias(node) ? node.resolve(document) : node;
  if (isMap(target)) return target.items.find((pair) => isKey(pair.key, part))?.value;
  return isSeq(target) && typeof part === 'number' ? target.items[part] : undefined;
}

const isKey = (key: unknown, part: string | number) => isScalar(key) && String(key.value) === String(part);

/** The node at a path; where it is missing or empty, its key or the nearest thing around it. */
function nodeAt(document: Document.Parsed, path: Path): Node | null {
  let node: unknown = document.contents;
  let last: Node | null = document.contents;
  for (const [depth, part] of path.entries()) {
    const child = childOf(document, node, part);
    if (child === undefined || child === null) return keyAt(document, path.slice(0, depth + 1)) ?? last;
    node = child;
    last = child as Node;
  }
  return last;
}

function keyAt(document: Document.Parsed, path: Path): Node | null {
  let node: unknown = document.contents;
  let key: Node | null = document.contents;
  for (const part of path) {
    const target = isAlias(node) ? node.resolve(document) : node;
    const pair = isMap(target) ? target.items.find((each) => isKey(each.key, part)) : undefined;
    node = childOf(document, node, part);
    if (pair !== undefined) key = pair.key as Node;
    else if (node !== undefined && node !== null) key = node as Node;
    else return key;
  }
  return key;
}
