import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownTable } from 'markdown-table';

/** What an attack goes for, by the number that a marker names it with. */
const TARGETS: Readonly<Record<number, string>> = {
  1: 'the commit that the policy is read from',
  2: 'what the suite holds',
  3: 'events without a base',
  4: 'code that runs without leave',
  5: 'broken models that look clean',
  6: 'state that an earlier job left',
  7: 'the arithmetic',
  8: 'failing closed, and whose fault it is',
  9: 'the supply chain',
  10: 'answers of GitHub and of machines',
  11: 'luck',
};

/** A test that holds against something that was tried. */
export interface RedTeamTest {
  readonly target: number;
  /** What was tried, as its marker says. */
  readonly tried: string;
  /** The test's name as its source writes it: what holds. */
  readonly name: string;
  readonly file: string;
}

/** `// red-team 7: what was tried`, on the line before a test or a group of tests. */
const MARKER = /^\s*\/\/ red-team (\d+): (.+)\n((?:\s*(?:test|describe)\b.*\n)[\s\S]*)/m;
/** The name that follows: of a plain test its first argument, of a table's the first text that is called with. */
const NAMES = {
  plain: /^\s*(?:test|describe)(?:\.(?!each|for)\w+)*\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/,
  table: /^\s*(?:test|describe)(?:\.\w+)+[\s\S]*?\)\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/,
};

/** All tests that are marked, by what they hold against, then by file in the order in which they stand there. */
export function redTeamTests(root: string): readonly RedTeamTest[] {
  const folder = join(root, 'test');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join('test', file).replaceAll('\\', '/'))
    .sort();
  return files
    .flatMap((file) => testsIn(file, readFileSync(join(root, file), 'utf8')))
    .sort((a, b) => a.target - b.target);
}

function testsIn(file: string, source: string): readonly RedTeamTest[] {
  const found: RedTeamTest[] = [];
  for (let rest = source; ; ) {
    const [, number = '', tried = '', following] = MARKER.exec(rest) ?? [];
    if (following === undefined) break;
    rest = following;
    const name = (NAMES.plain.exec(following) ?? NAMES.table.exec(following))?.[2]?.replaceAll('\\', '');
    if (name === undefined || /[[\]\n]/.test(name) || TARGETS[Number(number)] === undefined) {
      throw new Error(`${file}: “red-team ${number}: ${tried}” marks no test that a page can link to`);
    }
    found.push({ target: Number(number), tried, name, file });
  }
  const marked = source.match(/\/\/ red-team\b/g)?.length ?? 0;
  if (marked !== found.length) {
    throw new Error(`${file}: a marker is not of the form “// red-team 7: what was tried” before a test`);
  }
  return found;
}

/** A table for each thing that attacks go for. @param page where they stand, from the root of the repository */
export function redTeamTables(root: string, page: string): string {
  const up = page.replace(/[^/]+$/, '').replaceAll(/[^/]+\//g, '../');
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const found = redTeamTests(root);
  const tables = [...new Set(found.map(({ target }) => target))].map((target) => {
    const rows = found
      .filter((each) => each.target === target)
      .map(({ tried, name, file }) => [cell(tried), `[${cell(name)}](${up}${file})`]);
    const table = markdownTable([['what was tried', 'what holds'], ...rows], {
      ...{ alignDelimiters: false, padding: true },
    });
    return `**Against ${TARGETS[target]}**\n\n${table}`;
  });
  return tables.join('\n\n');
}
