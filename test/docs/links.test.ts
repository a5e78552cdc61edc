import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

interface Link {
  readonly text: string;
  readonly target: string;
}

/** Links to files of this repository. */
function linksOf(page: string): readonly Link[] {
  const markdown = readFileSync(join(ROOT, page), 'utf8');
  return [...markdown.matchAll(/\[([^[\]\n]+)\]\((?!https?:)([^)#\s]+)[^)]*\)/g)].map(
    ([, text = '', target = '']) => ({ text, target: join(dirname(page), target) }),
  );
}

/** Names of tests, and of the rows of their tables, as the source writes them. */
const quotes = (source: string, name: string): boolean =>
  ["'", '"', '`'].some((quote) => source.replaceAll('\\', '').includes(`${quote}${name}${quote}`));

const isTest = ({ target }: Link) => target.endsWith('.test.ts');

/** That name the tests by which their claims are held. */
const CLAIMS = ['docs/security.md', 'docs/supply-chain.md', 'docs/platform-coverage.md'];
const PAGES = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'examples/README.md'],
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

test.each(PAGES)('every link of %s leads somewhere', (page) => {
  expect(linksOf(page).filter(({ target }) => !existsSync(join(ROOT, target)))).toEqual([]);
});

test('docs/README.md leads to every page', () => {
  const led = linksOf('docs/README.md').map(({ target }) => target);
  const pages = readdirSync(join(ROOT, 'docs')).filter(
    (file) => file.endsWith('.md') && file !== 'README.md',
  );
  expect(pages.filter((page) => !led.includes(join('docs', page)))).toEqual([]);
});

describe.each(CLAIMS)('%s', (page) => {
  const links = linksOf(page);

  test('names tests', () => {
    expect(links.filter(isTest)).not.toEqual([]);
  });

  test('every test that is named exists under that name', () => {
    const missing = links
      .filter(isTest)
      .filter(({ text, target }) => !quotes(readFileSync(join(ROOT, target), 'utf8'), text));
    expect(missing).toEqual([]);
  });
});

test('every claim of the threat model names a test', () => {
  const page = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
  const promised = page.slice(page.indexOf('## What is promised'), page.indexOf('## What is not promised'));
  const claims = promised.split('\n').filter((line) => line.startsWith('- '));
  expect(claims.length).toBeGreaterThan(15);
  for (const claim of claims) expect(claim).toContain('.test.ts)');
});
