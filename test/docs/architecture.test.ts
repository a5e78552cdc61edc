import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Documents that say where things are: a path that is gone would send people the wrong way. */
const DOCUMENTS = [
  'CONTRIBUTING.md',
  'docs/explanation/architecture.md',
  'docs/glossary.md',
  'docs/explanation/method.md',
  ...readdirSync(join(ROOT, 'docs/adr')).map((file) => `docs/adr/${file}`),
];

const PATH = /(?<![\w./])(?:src|test|scripts|bench|docs|schema|fixtures)\/[\w./-]*\w(?![\w<*])/g;

test.each(DOCUMENTS)('every path that %s names exists', (document) => {
  const paths = read(document).match(PATH) ?? [];
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

describe('docs/adr/0002-dependencies.md', () => {
  const decided = read('docs/adr/0002-dependencies.md');
  const { devDependencies } = JSON.parse(read('package.json')) as {
    readonly devDependencies: Record<string, string>;
  };
  const rows = decided.split('\n').filter((line) => line.startsWith('| `'));
  const named = rows
    .flatMap((row) => row.split('|')[1]?.match(/`([^`]+)`/g) ?? [])
    .map((name) => name.slice(1, -1));

  test('every package of its table is in package.json, or installed on first need', () => {
    expect(named.filter((name) => !(name in devDependencies) && name !== 'node-llama-cpp')).toEqual([]);
  });

  test('every package that dist/ bundles by its own name has a row', () => {
    const licences = read('dist/LICENSES.txt');
    const bundled = Object.keys(devDependencies).filter((name) => licences.includes(`Name: ${name}\n`));
    expect(bundled.length).toBeGreaterThan(10);
    expect(bundled.filter((name) => !named.includes(name))).toEqual([]);
  });

  test('no package has two rows', () => {
    expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([]);
  });
});
