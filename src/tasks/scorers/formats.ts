import type { SaxesParser } from 'saxes';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import {
  fencedBlocks,
  insideFence,
  type MarkdownTable,
  markdownTables,
} from '../../core/metrics/text/markdown.ts';
import { strip } from '../../core/metrics/text/python-text.ts';
import { HIGHER } from '../../core/metrics/traits.ts';
import { defineScorer, fencedOption, metricOption, oneByOne } from './scorer.ts';

const columnsOption = {
  columns: z.array(z.string().min(1)).min(1).optional().describe('Names of all columns, in their order.'),
  min_rows: z.int().min(0).default(1).describe('Fewest rows below the header.'),
};

/** Nobody aliases that often but to fill memory. */
const MAX_ALIASES = 100;
/** What goes over a document recursively must not run out of stack. */
const MAX_XML_DEPTH = 200;

export const yamlValid = defineScorer({
  name: 'yaml_valid',
  summary: 'the answer is YAML',
  facts: {
    definition:
      '1 where the answer is one YAML 1.2 document without errors whose top is a mapping or a sequence (or as `top` says)',
    reference: 'yaml 2.9 (YAML 1.2 core schema)',
    use: 'answers that a program reads as YAML: any sentence is a YAML text too, which is why the top is asked for',
  },
  codeVersion: 1,
  options: z.strictObject({
    ...metricOption,
    ...fencedOption(false),
    top: z
      .enum(['collection', 'mapping', 'sequence', 'any'])
      .default('collection')
      .describe('What the document must be: a mapping or a sequence, one of these, or anything.'),
  }),
  metric: HIGHER,
  example: { options: {}, targets: [] },
  open: async ({ fenced, top }) =>
    oneByOne(({ output }) => Number(isYaml(fenced ? insideFence(output) : output, top))),
});

function isYaml(text: string, top: 'collection' | 'mapping' | 'sequence' | 'any'): boolean {
  if (strip(text) === '') return false;
  try {
    const document = parseDocument(text, { logLevel: 'error' });
    if (document.errors.length > 0) return false;
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    if (top === 'any') return true;
    if (typeof value !== 'object' || value === null) return false;
    return top === 'collection' || Array.isArray(value) === (top === 'sequence');
  } catch {
    return false;
  }
}

export const csvValid = defineScorer({
  name: 'csv_valid',
  summary: 'the answer is a CSV table in which every row has all columns',
  facts: {
    definition:
      '1 where the answer is CSV (RFC 4180) with a header, at least `min_rows` rows, and equally many fields in each; one column only where `columns` names it, since any text is a table of one',
    reference: 'csv-parse 7.0 (RFC 4180)',
    use: 'tables that a program reads; `field_accuracy` for what is in them',
  },
  codeVersion: 2,
  options: z.strictObject({
    ...metricOption,
    ...fencedOption(false),
    ...columnsOption,
    delimiter: z
      .string()
      .regex(/^[^"\r\n]$/u, 'one character, and neither a quote nor the end of a line')
      .default(',')
      .describe('What separates fields.'),
  }),
  metric: HIGHER,
  example: { options: { columns: ['name', 'amount'] }, targets: [] },
  async open({ fenced, delimiter, columns, min_rows: fewest }) {
    const { parse: parseCsv } = await import('csv-parse/sync');
    return oneByOne(({ output }) => {
      const text = strip(fenced ? insideFence(output) : output);
      try {
        // `relax_column_count` is off: a row with another number of fields is an error.
        const [header = [], ...rows] = parseCsv(text, {
          delimiter,
          skip_empty_lines: true,
          bom: true,
        }) as string[][];
        const isTable = header.length > 1 || columns !== undefined;
        return Number(isTable && rows.length >= fewest && isHeader(header, columns));
      } catch {
        return 0;
      }
    });
  },
});

export const markdownTable = defineScorer({
  name: 'markdown_table',
  summary: 'the answer has a Markdown table in which every row has all columns',
  facts: {
    definition:
      '1 where the answer has exactly one table of GitHub Flavored Markdown, in a list or quote too, with at least `min_rows` rows and as many cells in each as in the header',
    reference: 'GFM 0.29, section 4.10, as micromark reads it',
    use: 'tables for people; a row with a cell too few is drawn, and is wrong',
  },
  codeVersion: 3,
  options: z.strictObject({ ...metricOption, ...columnsOption }),
  metric: HIGHER,
  example: { options: {}, targets: [] },
  open: async ({ columns, min_rows: fewest }) =>
    oneByOne(({ output }) => {
      const tables = markdownTables(output);
      const isWhole = ({ header, rows }: MarkdownTable) =>
        rows.length >= fewest &&
        rows.every((row) => row.length === header.length) &&
        isHeader(header, columns);
      return Number(tables.length === 1 && tables.every(isWhole));
    }),
});

const isHeader = (header: readonly string[], columns: readonly string[] | undefined): boolean =>
  columns === undefined ||
  (columns.length === header.length && columns.every((name, index) => header[index]?.trim() === name.trim()));

export const xmlValid = defineScorer({
  name: 'xml_valid',
  summary: 'the answer is well-formed XML',
  facts: {
    definition:
      '1 where the answer is one well-formed XML 1.0 document (its root named `root`, where that is given); a document type is refused',
    reference: 'saxes 6.0 (XML 1.0, fifth edition, and namespaces)',
    use: 'answers that a program reads as XML; HTML of browsers is mostly none',
  },
  codeVersion: 1,
  options: z.strictObject({
    ...metricOption,
    ...fencedOption(false),
    root: z.string().min(1).optional().describe('Name of the root element.'),
  }),
  metric: HIGHER,
  example: { options: {}, targets: [] },
  async open({ fenced, root }) {
    const { SaxesParser } = await import('saxes');
    return oneByOne(({ output }) => {
      const found = rootOf(new SaxesParser({ xmlns: true }), strip(fenced ? insideFence(output) : output));
      return Number(found !== null && (root === undefined || found === root));
    });
  },
});

/** Name of the root element; null where the text is no XML. */
function rootOf(parser: SaxesParser<{ xmlns: true }>, text: string): string | null {
  let [root, depth]: [string | null, number] = [null, 0];
  const refuse = () => {
    throw new SyntaxError('not XML');
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name }) => {
    root ??= name;
    depth += 1;
    if (depth > MAX_XML_DEPTH) refuse();
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  try {
    parser.write(text).close();
    return root;
  } catch {
    return null;
  }
}

export const codeBlock = defineScorer({
  name: 'code_block',
  summary: 'the answer has a code block in the right language',
  facts: {
    definition:
      '1 where the answer has a closed, non-empty fenced code block (CommonMark), of the `language` if one is given; with `only`, one block and no text around it',
    reference: 'CommonMark 0.31, section 4.5',
    use: 'whether code can be taken out of an answer; whether it works is asked by `python_tests` and `javascript_tests`',
  },
  codeVersion: 1,
  options: z.strictObject({
    ...metricOption,
    language: z
      .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
      .optional()
      .describe('What must stand after the opening fence, such as `python`, or a list of which one must.'),
    only: z.boolean().default(false).describe('Refuse text around the block, and more than one block.'),
  }),
  metric: HIGHER,
  example: { options: { language: 'python' }, targets: [] },
  open: async ({ language, only }) => {
    const wanted = language === undefined ? null : [language].flat().map((name) => name.toLowerCase());
    return oneByOne(({ output }) => {
      const { blocks, others } = fencedBlocks(output);
      const right = blocks.filter(
        (block) => block.closed && strip(block.code) !== '' && (wanted?.includes(block.language) ?? true),
      );
      if (right.length === 0) return 0;
      return Number(!only || (blocks.length === 1 && others.every((line) => strip(line) === '')));
    });
  },
});
