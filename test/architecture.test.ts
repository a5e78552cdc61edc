import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The nine rooms of `src/`, each with the rooms that its files may import beside their own. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  report: ['core'],
  results: ['core'],
  adapters: ['core'],
  tasks: ['core', 'results', 'adapters'],
  config: ['core', 'results', 'adapters', 'tasks'],
  app: ['core', 'report', 'results', 'adapters', 'tasks', 'config'],
  cli: ['core', 'report', 'results', 'adapters', 'tasks', 'config', 'app'],
  action: ['core', 'report', 'results', 'adapters', 'tasks', 'config', 'app'],
};

/** Rooms in which nothing touches the outside: no Node, no GitHub, no clock, no chance. */
const PURE = ['core', 'report'];

const SRC = resolve(import.meta.dirname, '../src');

/** Generated: a text of the page's script, libraries included, which runs in a browser alone. */
const NO_CODE = ['report/page-script.ts'];

const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !NO_CODE.includes(file),
);

const TEXTS = new Map(FILES.map((file) => [file, readFileSync(join(SRC, file), 'utf8')]));

const textOf = (file: string) => TEXTS.get(file) ?? '';

const roomOf = (path: string) => path.split('/')[0] ?? '';

function importsOf(file: string): string[] {
  const pattern = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...textOf(file).matchAll(pattern)].map((match) => match[1] ?? '');
}

/** The files that a file imports, types included. */
function neighboursOf(file: string): string[] {
  return importsOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => relative(SRC, resolve(SRC, dirname(file), specifier)))
    .filter((path) => TEXTS.has(path));
}

describe('the direction between rooms', () => {
  test('every file lies in one of the nine', () => {
    expect([...new Set(FILES.map(roomOf))].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  test.each(Object.entries(MAY_IMPORT))('%s imports none but %j', (room, allowed) => {
    const broken = FILES.filter((file) => roomOf(file) === room).flatMap((file) =>
      neighboursOf(file)
        .filter((target) => roomOf(target) !== room && !allowed.includes(roomOf(target)))
        .map((target) => `${file} imports ${target}`),
    );
    expect(broken).toEqual([]);
  });
});

test('no file imports itself by way of others, types included', () => {
  const done = new Set<string>();
  const path: string[] = [];
  const cycles: string[] = [];
  const visit = (file: string) => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file)) return;
    done.add(file);
    path.push(file);
    for (const target of neighboursOf(file)) visit(target);
    path.pop();
  };
  for (const file of FILES) visit(file);
  expect(cycles).toEqual([]);
});

test.each(PURE)('%s is pure', (room) => {
  const impure = FILES.filter((file) => roomOf(file) === room).flatMap((file) => [
    ...importsOf(file)
      .filter((specifier) => /^(node:|@actions\/)/.test(specifier))
      .map((specifier) => `${file} imports ${specifier}`),
    ...(textOf(file).match(/Math\.random|Date\.now|new Date\(\)|performance\.now|process\.\w+/g) ?? []).map(
      (use) => `${file} uses ${use}`,
    ),
  ]);
  expect(impure).toEqual([]);
});

test('no exported name is in two files', () => {
  const pattern =
    /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|class|interface|type|enum|let) (\w+)/gm;
  const homes = new Map<string, Set<string>>();
  for (const file of FILES) {
    for (const [, name = ''] of textOf(file).matchAll(pattern)) {
      homes.set(name, (homes.get(name) ?? new Set()).add(file));
    }
  }
  const shared = [...homes].filter(([, files]) => files.size > 1);
  expect(shared.map(([name, files]) => `${name}: ${[...files].join(', ')}`)).toEqual([]);
});
