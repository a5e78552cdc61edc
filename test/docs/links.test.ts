import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import GithubSlugger from 'github-slugger';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

interface Link {
  readonly text: string;
  /** A path from the root of the repository. */
  readonly target: string;
  /** What of the page, where the link names it. */
  readonly anchor: string | undefined;
}

interface Page {
  readonly links: readonly Link[];
  readonly anchors: ReadonlySet<string>;
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const plain = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** Links to files of this repository, and what can be linked to, as GitHub makes them of a page. */
function parsePage(path: string): Page {
  const html = micromark(read(path), {
    allowDangerousHtml: true,
    ...{ extensions: [gfm()], htmlExtensions: [gfmHtml()] },
  });
  const slugger = new GithubSlugger();
  const headings = [...html.matchAll(/<h[1-6]>(.*?)<\/h[1-6]>/gs)].map(([, text = '']) =>
    slugger.slug(plain(text)),
  );
  const named = [...html.matchAll(/\s(?:id|name)="([^"]+)"/g)].map(([, id = '']) => id);
  const linked = [...html.matchAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(([, to = '', text = '']) => ({
    to,
    text: plain(text),
  }));
  const shown = [...html.matchAll(/<(?:img|source)\s[^>]*(?:src|srcset)="([^"]+)"/g)].map(([, to = '']) => ({
    to,
    text: '',
  }));
  return {
    anchors: new Set([...headings, ...named]),
    links: [...linked, ...shown]
      .filter(({ to }) => !/^[a-z]+:/i.test(to))
      .map(({ to, text }) => {
        const [file = '', anchor] = decodeURIComponent(plain(to)).split('#');
        return { text, target: file === '' ? path : join(dirname(path), file), anchor };
      }),
  };
}

const pages = new Map<string, Page>();
function pageOf(path: string): Page {
  const page = pages.get(path) ?? parsePage(path);
  pages.set(path, page);
  return page;
}
const linksOf = (path: string) => pageOf(path).links;

/** Names of tests, and of the rows of their tables, as the source writes them. */
const quotes = (source: string, name: string): boolean =>
  ["'", '"', '`'].some((quote) => source.replaceAll('\\', '').includes(`${quote}${name}${quote}`));

const isTest = ({ target }: Link) => target.endsWith('.test.ts');

/** That name the tests by which their claims are held. */
const CLAIMS = [
  'docs/explanation/security.md',
  'docs/explanation/supply-chain.md',
  'docs/reference/platform-coverage.md',
];
/** All that people read; comments of the tests' runs link into runs. */
const PAGES = execFileSync('git', ['ls-files', '*.md'], { cwd: ROOT, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(ROOT, file)))
  .filter((file) => !/^(?:test|fixtures)\//.test(file));

test('all pages are looked at', () => {
  expect(PAGES.length).toBeGreaterThan(40);
  expect(PAGES.flatMap(linksOf).length).toBeGreaterThan(500);
  expect(PAGES.flatMap(linksOf).filter(({ anchor }) => anchor !== undefined).length).toBeGreaterThan(5);
});

test.each(PAGES)('every link of %s leads somewhere, and to a part that is there', (page) => {
  const there = ({ target, anchor }: Link) =>
    existsSync(join(ROOT, target)) &&
    (anchor === undefined || !target.endsWith('.md') || pageOf(target).anchors.has(anchor));
  expect(linksOf(page).filter((link) => !there(link))).toEqual([]);
});

test('docs/README.md leads to every page', () => {
  const led = linksOf('docs/README.md').map(({ target }) => target);
  const owed = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && file !== 'README.md' && !file.startsWith('adr/'))
    .map((file) => join('docs', file));
  expect(owed.length).toBeGreaterThan(20);
  expect(owed.filter((page) => !led.includes(page))).toEqual([]);
});

describe.each(CLAIMS)('%s', (page) => {
  const links = linksOf(page);

  test('names tests', () => {
    expect(links.filter(isTest)).not.toEqual([]);
  });

  test('every test that is named exists under that name', () => {
    const missing = links.filter(isTest).filter(({ text, target }) => !quotes(read(target), text));
    expect(missing).toEqual([]);
  });
});

test('every claim of the threat model names a test', () => {
  const page = read('docs/explanation/security.md');
  const promised = page.slice(page.indexOf('## What is promised'), page.indexOf('## What is not promised'));
  const claims = promised.split('\n').filter((line) => line.startsWith('- '));
  expect(claims.length).toBeGreaterThan(15);
  for (const claim of claims) expect(claim).toContain('.test.ts)');
});
