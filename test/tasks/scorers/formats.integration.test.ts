import fc from 'fast-check';
import { micromark, parse, postprocess, preprocess } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { fencedBlocks, markdownTables } from '../../../src/core/metrics/text/markdown.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { answer, issuesOf, scoresOf } from '../../support/scoring.ts';

// Pins yaml_valid, csv_valid, markdown_table, xml_valid, code_block.

const TABLE = '| a | b |\n|---|:-:|\n| 1 | 2 |';

test.each<[what: string, entry: Record<string, unknown>, output: string, expected: number]>([
  ['a mapping', { name: 'yaml_valid' }, 'a: 1\nb: [2, 3]\n', 1],
  ['a sentence', { name: 'yaml_valid' }, 'I am a sentence', 0],
  ['a sentence may be enough', { name: 'yaml_valid', top: 'any' }, 'I am a sentence', 1],
  ['a sequence', { name: 'yaml_valid', top: 'mapping' }, '- 1\n- 2', 0],
  ['a key twice', { name: 'yaml_valid' }, 'a: 1\na: 2', 0],
  ['two documents', { name: 'yaml_valid' }, 'a: 1\n---\nb: 2', 0],
  [
    'a billion laughs',
    { name: 'yaml_valid' },
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]`,
    0,
  ],
  ['a fence', { name: 'yaml_valid' }, '```yaml\na: 1\n```', 0],
  ['a fence that may be', { name: 'yaml_valid', fenced: true }, 'Here:\n```yaml\na: 1\n```\n', 1],
  ['nothing', { name: 'yaml_valid', top: 'any' }, ' ', 0],
  ['a table', { name: 'csv_valid' }, 'a,b\n1,2\n"3,4",5\n', 1],
  ['a field too few', { name: 'csv_valid' }, 'a,b\n1\n', 0],
  ['columns', { name: 'csv_valid', columns: ['a', 'b'] }, 'b,a\n1,2', 0],
  ['a header alone', { name: 'csv_valid' }, 'a,b', 0],
  ['one column', { name: 'csv_valid' }, 'just text\nand more', 0],
  ['one column that is asked for', { name: 'csv_valid', columns: ['name'] }, 'name\nAda\nAlan', 1],
  ['another one column', { name: 'csv_valid', columns: ['name'] }, 'just text\nand more', 0],
  ['one column without rows', { name: 'csv_valid', columns: ['name'] }, 'name', 0],
  ['columns with blanks around them', { name: 'csv_valid', columns: [' a', 'b '] }, 'a,b\n1,2', 1],
  ['an open quote', { name: 'csv_valid' }, 'a,b\n"1,2', 0],
  ['semicolons', { name: 'csv_valid', delimiter: ';' }, 'a;b\n1;2', 1],
  ['a Markdown table', { name: 'markdown_table' }, `Here:\n\n${TABLE}\n\nDone.`, 1],
  ['a cell too few', { name: 'markdown_table' }, `${TABLE}\n| 3 |`, 0],
  ['a cell too many', { name: 'markdown_table' }, `${TABLE}\n| 3 | 4 | 5 |`, 0],
  ['an escaped bar', { name: 'markdown_table' }, `${TABLE}\n| a \\| b | 4 |`, 1],
  ['two tables', { name: 'markdown_table' }, `${TABLE}\n\n${TABLE}`, 0],
  ['a table in a fence', { name: 'markdown_table' }, `\`\`\`\n${TABLE}\n\`\`\``, 0],
  ['its columns', { name: 'markdown_table', columns: ['a', 'b'] }, TABLE, 1],
  ['other columns', { name: 'markdown_table', columns: ['a', 'c'] }, TABLE, 0],
  ['rows', { name: 'markdown_table', min_rows: 2 }, TABLE, 0],
  ['XML', { name: 'xml_valid' }, '<?xml version="1.0"?>\n<a b="c"><d/>&amp;</a>', 1],
  ['an open element', { name: 'xml_valid' }, '<a><b></a>', 0],
  ['two roots', { name: 'xml_valid' }, '<a/><b/>', 0],
  ['text alone', { name: 'xml_valid' }, 'hello', 0],
  ['an entity', { name: 'xml_valid' }, '<a>&lol;</a>', 0],
  ['a document type', { name: 'xml_valid' }, '<!DOCTYPE a [<!ENTITY l "l">]><a>&l;</a>', 0],
  ['its root', { name: 'xml_valid', root: 'b' }, '<a/>', 0],
  ['deep', { name: 'xml_valid' }, `${'<a>'.repeat(500)}${'</a>'.repeat(500)}`, 0],
  ['code', { name: 'code_block' }, 'So:\n```python\nprint(1)\n```', 1],
  ['code in another language', { name: 'code_block', language: 'js' }, '```python\nprint(1)\n```', 0],
  [
    'one of several languages',
    { name: 'code_block', language: ['js', 'JavaScript'] },
    '```javascript\n1\n```',
    1,
  ],
  ['text around it', { name: 'code_block', only: true }, 'So:\n```\n1\n```', 0],
  ['no text around it', { name: 'code_block', only: true }, '\n~~~\n1\n~~~\n', 1],
  ['an open fence', { name: 'code_block' }, '```\n1', 0],
  ['an empty block', { name: 'code_block' }, '```\n\n```', 0],
  ['a table and a list below', { name: 'markdown_table' }, '| a | b |\n|-|-|\n| 1 | 2 |\n- a note', 1],
  ['a table and code below', { name: 'markdown_table' }, '| a | b |\n|-|-|\n| 1 | 2 |\n```\nx\n```\nSo.', 1],
  ['a table that is code', { name: 'markdown_table' }, '    | a | b |\n    |-|-|\n    | 1 | 2 |', 0],
  ['a table that code parts', { name: 'markdown_table' }, '| a | b |\n```\n```\n|-|-|\n| 1 | 2 |', 0],
  ['no block', { name: 'code_block' }, '`x` and ```y```', 0],
])('%s: %j', async (_, entry, output, expected) => {
  expect(await scoresOf(entry, [answer(output)])).toEqual([expected]);
});

/** Code and cells as micromark has them, which is too slow for hostile text. */
function asMicromark(text: string) {
  const events = postprocess(
    parse({ extensions: [gfm()] })
      .document()
      .write(preprocess()(text, undefined, true)),
  );
  const entered = events
    .filter(([kind]) => kind === 'enter')
    .map(([, token]) => ({ type: String(token.type), start: token.start.offset, end: token.end.offset }));
  return {
    blocks: entered.filter(({ type }) => type === 'codeFenced').length,
    widths: entered
      .filter(({ type }) => type === 'table')
      .map(({ start, end }) => {
        const inside = entered.filter((each) => each.start >= start && each.end <= end);
        return inside.filter(({ type }) => ['tableHeader', 'tableData'].includes(type)).length;
      }),
  };
}

test('code blocks and cells of tables are those of a whole parser', () => {
  const piece = fc.constantFrom(
    '| a | b |\n',
    '|---|---|\n',
    'a|b\n',
    ':-|-:\n',
    '| 1 | 2 | 3 |\n',
    '| x \\| y | z |\n',
    '\n',
    '```\n',
    '```js\n',
    '~~~~\n',
    '~~~\n',
    'text\n',
    '`a`\n',
    '# head\n',
    '> quote\n',
    '---\n',
    '    | a | b |\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const { blocks } = fencedBlocks(text);
      const reference = asMicromark(text);
      expect(blocks.length).toBe(reference.blocks);
      const tables = markdownTables(text);
      const cells = ({ header, rows }: (typeof tables)[number]) => header.length + rows.flat().length;
      expect(tables.map(cells)).toEqual(reference.widths);
    }),
  );
});

/** Tables in, before and after lists, quotes, code and headings, as models write them and as they should not. */
function documentOf(random: () => number): string {
  const pick = (from: readonly string[]) => from[Math.floor(from.length * random())] ?? '';
  const some = (most: number) => Array.from({ length: Math.floor(most * random()) });
  const edged = (cells: readonly string[], bar: string, end: string) =>
    `${random() < 0.7 ? bar : ''}${cells.join(end)}${random() < 0.7 ? end.trimEnd() : ''}`;
  const row = (cells: number) =>
    edged(
      Array.from({ length: cells }, () => pick(CELLS)),
      '| ',
      ' | ',
    );
  const lines: string[] = [];
  for (const _ of [0, ...some(3)]) {
    for (const _line of some(3)) lines.push(pick(AROUND));
    const [width, first] = [1 + Math.floor(3 * random()), pick(PREFIXES)];
    const inside = first.replace(/[-*+]|\d+[.)]/g, (mark) => ' '.repeat(mark.length));
    const prefix = () => (random() < 0.8 ? inside : pick(PREFIXES));
    lines.push(first + row(width));
    const marks = Array.from({ length: random() < 0.85 ? width : width + 1 }, () => pick(MARKS));
    lines.push(prefix() + edged(marks, '|', '|'));
    for (const _row of some(3)) lines.push(prefix() + row(random() < 0.7 ? width : 2));
  }
  return lines.join('\n');
}

const CELLS = ['a', 'b c', '', 'x\\|y', '`p|q`', '`p\\|q`', '**b**', '\\\\', '1', '-', ':-:', '|'];
const MARKS = ['---', ':-:', '-', '--:', ':--', '- -', ':'];
const PREFIXES = ['', '', '', '', '> ', '- ', '  ', '1. ', '    ', '>', '- - ', '> - ', '  > ', '\t'];
const AROUND = [
  ...[
    'text',
    '',
    '- item',
    '> quote',
    '# head',
    '```',
    '---',
    '<div>',
    '1. one',
    '    code',
    '***',
    '- ',
    '>',
  ],
  ...['a | b', '<!-- c -->', '~~~', '2) two', '  text', '===', '[a]: /x'],
];

test('tables are those that GitHub draws, of 1,000 documents', () => {
  const drawn = (text: string) => {
    const page = micromark(text, {
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
      allowDangerousHtml: true,
    });
    return [...page.matchAll(/<table>([\s\S]*?)<\/table>/g)].map(([table]) => [
      table.split(/<th[ >]/).length - 1,
      table.split('<tr>').length - 2,
    ]);
  };
  const random = mulberry32(7);
  let tables = 0;
  for (let index = 0; index < 1000; index += 1) {
    const text = documentOf(random);
    const found = markdownTables(text).map(({ header, rows }) => [header.length, rows.length]);
    expect([text, found]).toEqual([text, drawn(text)]);
    tables += found.length;
  }
  expect(tables).toBeGreaterThan(300);
});

test('cells are as they were written, in whatever they stand', () => {
  expect(markdownTables('\uFEFF> - | a | b |\r\n>   |---|:-:|\r\n>   | 1 || x \\| y |')).toEqual([
    { header: ['a', 'b'], rows: [['1', '', 'x \\| y']] },
  ]);
});

test('hostile Markdown takes time by its length', () => {
  // By a power of it, this would not end within the test's time.
  for (const unit of ['*a_', '`', '|', '```\n', '|-|\n', '| a ', '>', '> |-|\n', '- ', '[a]: b\n-\n']) {
    fencedBlocks(unit.repeat(5000));
    markdownTables(unit.repeat(5000));
  }
});

test.each(['"', '\n', ',,'])('a delimiter of %j, by which no table can be right, is refused', (delimiter) => {
  expect(issuesOf({ name: 'csv_valid', delimiter })).toMatch(/neither a quote nor the end of a line/);
});
