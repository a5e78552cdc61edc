import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { redTeamTables, redTeamTests } from '../../scripts/red-team.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ROOT = resolve(import.meta.dirname, '../..');

// In pieces: this file has no marker of its own.
const mark = (text: string): string => `// red-${text}`;

const SOURCE = `
import { test } from 'vitest';

${mark('team 7: a heavy row')}
test('decides nothing', () => {
  test.each(['x'])('not this', () => {});
});

describe('a group', () => {
  ${mark('team 1: a table')}
  test.each<[string, (a: string) => void]>([
    ['first', (a) => describe(a, b)('no name', 1)].slice(0),
  ])('%s | isn\\'t', async (_, run) => {});

  ${mark('team 7: a long line')}
  test.each(['a'])(
    "of %s’s name",
    () => {},
  );
});

${mark('team 10: a whole group')}
describe.concurrent(\`holds\`, () => {});
`;

describe('tests that are marked', () => {
  test('are told with what was tried, by what they hold against, whatever form they have', () => {
    const root = temporaryFolder({
      'test/deep/a.test.ts': SOURCE,
      'test/none.test.ts': 'test("x")',
      'test/help.ts': mark('team x'),
    });
    expect(redTeamTests(root).map(({ target, tried, name, file }) => [target, tried, name, file])).toEqual([
      [1, 'a table', 'no name', 'test/deep/a.test.ts'],
      [7, 'a heavy row', 'decides nothing', 'test/deep/a.test.ts'],
      [7, 'a long line', 'of %s’s name', 'test/deep/a.test.ts'],
      [10, 'a whole group', 'holds', 'test/deep/a.test.ts'],
    ]);
  });

  test('link to their files from where the page lies', () => {
    const root = temporaryFolder({
      'test/a.test.ts': `${mark('team 7: a | b')}\ntest('c | d', () => {});\n`,
    });
    expect(redTeamTables(root, 'docs/explanation/security.md')).toMatch(
      /^\*\*Against the arithmetic\*\*\n\n.*\n.*\n\| a \\\| b\s* \| \[c \\\| d\]\((?:\.\.\/){2}test\/a\.test\.ts\) \|$/,
    );
  });

  test.each([
    ['a number that stands for nothing', `${mark('team 12: x')}\ntest('y', () => {});\n`],
    ['no test behind it', `${mark('team 7: x')}\nconst y = 1;\n`],
    ['a test without a name', `${mark('team 7: x')}\ntest(name, () => {});\n`],
    ['a name that no link can have', `${mark('team 7: x')}\ntest('[y]', () => {});\n`],
    ['another form', `${mark('team: x')}\ntest('y', () => {});\n`],
  ])('with %s are refused', (_, source) => {
    expect(() => redTeamTests(temporaryFolder({ 'test/a.test.ts': source }))).toThrow(/test\/a\.test\.ts: /);
  });
});

describe('of this repository', () => {
  const tests = redTeamTests(ROOT);

  test('hold against everything that there is', () => {
    expect([...new Set(tests.map(({ target }) => target))]).toEqual(
      Array.from({ length: 11 }, (_, index) => index + 1),
    );
  });

  test('are in every file of the red team', () => {
    const files = readdirSync(join(ROOT, 'test/red-team')).filter((file) => file.endsWith('.test.ts'));
    const marked = new Set(tests.map(({ file }) => file));
    expect(files.filter((file) => !marked.has(`test/red-team/${file}`))).toEqual([]);
  });
});
