import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { VERDICTS } from '../../src/core/domain/verdict.ts';
import {
  type Block,
  heading,
  list,
  numberColumn,
  paragraph,
  table,
  textColumn,
  verbatim,
} from '../../src/report/blocks.ts';
import { htmlCode, oneLine, truncate, visible } from '../../src/report/escape.ts';
import { verdictLabel } from '../../src/report/headline.ts';
import { code, inline } from '../../src/report/inline.ts';
import { renderJobs } from '../../src/report/jobs.ts';
import { blocksToMarkdown, COMMENT_BYTES, renderMarkdown } from '../../src/report/markdown.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { CONTEXT, HOSTILE_OUTPUT } from './examples.ts';
import { hostileContext, hostileReport } from './hostile-report.ts';

const SCHEMA = resolve(import.meta.dirname, '../../schema/verdict.schema.json');
const RUN_URL = CONTEXT.runUrl ?? '';

/** Names of all members, however deep. */
const keysOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, member]) => [key, ...keysOf(member)])
    : [];

/** Names of all members that a JSON Schema declares. */
function declaredIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties ?? {}) : [];
  return [...own, ...Object.values(schema).flatMap(declaredIn)];
}

const html = (markdown: string) =>
  micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });

/** What is left of the rendered page once all code is taken out: there nothing hostile may have become markup. */
const outsideCode = (page: string) => page.replace(/<code[^>]*>.*?<\/code>/gs, '');

/** Elements the report itself uses; none of them can be reached by an attribute. */
const OURS =
  /<\/?(?:p|strong|em|ul|li|h4|pre|table|thead|tbody|tr|th|td|details|summary)>|<details open>|<t[hd] align="(?:left|right)">|<!--\*\*Next:\*\*[^<>]*-->/g;

function expectInert(page: string, links: readonly string[] = []): void {
  let rest = outsideCode(page).replace(OURS, '');
  for (const link of links) rest = rest.replaceAll(`<a href="${link}">`, '').replaceAll('</a>', '');
  expect(rest).not.toMatch(/</);
  expect(rest).not.toMatch(/@|#\d|!\[/);
}

const fragments = [
  '@octocat',
  '#123',
  '![x](https://evil.example/a.png)',
  '[x](javascript:alert(1))',
  '<img src=x onerror=alert(1)>',
  '</code>',
  '</details>',
  '<!--',
  '-->',
  '`',
  '```',
  '~~~',
  '|',
  '\\|',
  '\\',
  '\n',
  '\r',
  '\n\n',
  '\n```\n<img src=x>\n',
  '\n`````\n@octocat\n',
  '    ',
  '\t',
  '- [ ] ',
  '1. ',
  '> ',
  '# ',
  '***',
  '---',
  'www.evil.example',
  'https://evil.example',
  'a@evil.example',
  '&#64;octocat',
  '&lt;b&gt;',
  ':tada:',
  '$x$',
  '\u202e',
  '\u200b',
  '\u2028',
  '\u0000',
  '\u001b[31m',
  '\ud800',
  '😀',
  '[^1]',
  '[^1]: note',
  '[a]: https://evil.example',
  '%0A',
  '(see',
  'word,',
  '12.5',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'binary', maxLength: 12 })), {
    maxLength: 14,
  })
  .map((parts) => parts.join(''));

const CODE = textColumn<string>('a', code);
const PROSE = numberColumn<string>('b', (text) => text);

const folded = (text: string): Block => ({
  ...{ kind: 'details', summary: inline`${text}`, verdict: null, isOpen: false },
  children: [
    {
      kind: 'sides',
      sides: [
        ['Baseline', verbatim(text, 500)],
        ['Candidate', verbatim(text, 500)],
      ],
    },
  ],
});

describe('hostile text is inert', () => {
  const cells = (text: string) => table(text, [CODE, PROSE], [text]);
  const places: readonly [string, (text: string) => readonly Block[]][] = [
    ['code in a paragraph', (text) => [paragraph(inline`before ${code(text)} after`)]],
    ['code at the start of a line', (text) => [paragraph(code(text))]],
    ['prose in a paragraph', (text) => [paragraph(inline`before ${text} after`)]],
    ['prose at the start of a line', (text) => [paragraph(inline`${text}`)]],
    ['both in a heading', (text) => [heading(inline`${text}${code(text)}`)]],
    [
      'both in a headline',
      (text) => [
        {
          kind: 'headline',
          verdict: 'pass',
          words: { word: 'Pass', symbol: '✅' },
          content: inline`${text}${code(text)}`,
        },
      ],
    ],
    ['both in a list', (text) => list([inline`${text}`, { content: code(text), below: [inline`${text}`] }])],
    ['both in fields', (text) => [{ kind: 'fields', rows: [[code(text), inline`${text}`]] }]],
    ['code in a table cell', cells],
    ['a fence', (text) => [paragraph(inline`before`), verbatim(text, 500), paragraph(inline`after`)]],
    ['two fences, folded', (text) => [folded(text)]],
  ];

  test.each(places)('%s', (_, place) => {
    fc.assert(
      fc.property(hostile, (text) => {
        expectInert(html(blocksToMarkdown(place(text))));
      }),
      { numRuns: 100 },
    );
  });

  test('a table keeps its shape', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const page = html(blocksToMarkdown(cells(text)));
        expect(page.match(/<td/g)).toHaveLength(2);
        expect(page.match(/<table/g)).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });

  test.each(VERDICTS)('everywhere in a whole report at once: %s', (verdict) => {
    fc.assert(
      fc.property(hostile, hostile, (name, text) => {
        const file = hostileReport(verdict, name, text);
        const { markdown } = renderMarkdown(file, hostileContext(text), COMMENT_BYTES);
        expectInert(html(markdown), [CONTEXT.artifactUrl ?? '', RUN_URL]);
        // The first line stays one line: it is what e-mail and the summary show.
        const [first = '', status = ''] = markdown.split('\n\n');
        expect(first).toMatch(new RegExp(`^\\*\\*${verdictLabel(verdict)}\\*\\* .*$`));
        expect(status).toMatch(/^\*\*This (?:blocks|does not block) the merge\.\*\*/);
        expect(renderTerminal(file, { color: false }).replaceAll('\n', '')).not.toMatch(
          /(?!\uFE0F)[\p{Cc}\p{Cf}]/u,
        );
      }),
      // Each run puts the text into every member of the file, hundreds of places.
      { numRuns: 8 },
    );
  });

  test('in the comment of a matrix, in which each leg has a section', () => {
    fc.assert(
      fc.property(hostile, hostile, (name, text) => {
        const jobs = VERDICTS.map((verdict) => ({
          ...{ label: name, verdict, blocked: verdict === 'invalid', seconds: 60, attempt: 1 },
          text: renderMarkdown(hostileReport(verdict, name, text), hostileContext(text), COMMENT_BYTES)
            .markdown,
        }));
        const context = { expected: 5, current: true, attempt: 2, running: null, runUrl: RUN_URL };
        const { markdown } = renderJobs(jobs, context, COMMENT_BYTES);
        expectInert(html(markdown), [CONTEXT.artifactUrl ?? '', RUN_URL]);
      }),
      { numRuns: 5 },
    );
  });

  test('the whole report has every member that a verdict file may have', () => {
    const members = new Set(VERDICTS.flatMap((verdict) => keysOf(hostileReport(verdict, 'a', 'b'))));
    const schema: unknown = JSON.parse(readFileSync(SCHEMA, 'utf8'));
    expect(declaredIn(schema).filter((key) => !members.has(key))).toEqual([]);
  });

  test('the property can fail: raw text and a backtick span do not pass it', () => {
    expect(() => expectInert(html(`before ${HOSTILE_OUTPUT}`))).toThrow();
    expect(() => expectInert(html('| a | b |\n| - | - |\n| `x\\\\| @octocat <b>` | c |'))).toThrow();
  });
});

describe('the helpers', () => {
  test.each([
    ['plain', 'plain'],
    ['a\r\nb\rc\u2028d', 'a ⏎ b ⏎ c ⏎ d'],
    ['\u001b[31mred', '[31mred'],
    ['\u202Egnp.exe\u202C', 'gnp.exe'],
    ['a\u200bb\u00adc\ufeffd', 'abcd'],
    ['\ud800x', '\ufffdx'],
    ['tag\u{e0041}', 'tag'],
    ['  wide   space ', 'wide space'],
  ])('oneLine(%j) is %j', (text, expected) => {
    expect(oneLine(text)).toBe(expected);
  });

  test('visible keeps line breaks and tabs', () => {
    expect(visible('a\tb\r\nc\u0007')).toBe('a\tb\nc');
  });

  test.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['😀😀😀', 3, '😀😀😀'],
    ['😀😀😀😀', 3, '😀😀…'],
    ['abc', 0, '…'],
  ])('truncate(%j, %i) is %j', (text, length, expected) => {
    expect(truncate(text, length)).toBe(expected);
  });

  test('truncation never splits a code point', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat({ max: 20 }), (text, length) => {
        expect(truncate(text, length)).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  test.each([
    ['', '<code>&#40;empty&#41;</code>'],
    ['facts/acc', '<code>facts&#47;acc</code>'],
    ['a b', '<code>a&#32;b</code>'],
    ['größe', '<code>größe</code>'],
  ])('htmlCode(%j) is %s', (text, expected) => {
    expect(htmlCode(text)).toBe(expected);
  });

  test.each([
    ['only 38 of 40 samples (95 %), at least 99 %', 'only 38 of 40 samples (95 %), at least 99 %'],
    ['see evals/facts.jsonl, line 3', 'see <code>evals&#47;facts&#46;jsonl</code>, line 3'],
    ['−1.2 pp (+0.1 to −2.0)', '−1.2 pp (+0.1 to −2.0)'],
    ['1. first', '<code>1</code>. first'],
    ['ping @octocat', 'ping <code>&#64;octocat</code>'],
    ['GH-12', '<code>GH&#45;12</code>'],
  ])('of the sentence %j is made %s', (text, expected) => {
    expect(blocksToMarkdown([paragraph(inline`${text}`)])).toBe(`${expected}\n`);
  });

  test('a fence is longer than any in its content', () => {
    const fence = (text: string, length: number, language?: 'sh') =>
      blocksToMarkdown([verbatim(text, length, language)]);
    expect(fence('a\n`````\nb', 100)).toBe('``````text\na\n`````\nb\n``````\n');
    expect(fence('x'.repeat(20), 5, 'sh')).toBe('```sh\nxxxx…\n```\n');
  });
});
