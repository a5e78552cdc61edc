import { markdownTable } from 'markdown-table';
import type { SchemaNode } from '../src/config/json-schema.ts';
import { cell, typeOf } from './config-reference.ts';

/** What stands in many places is told once, under a name: by fields that it alone has. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  model: ['digest', 'adapter_digest'],
  estimate: ['value', 'stderr', 'n'],
  delta: ['value', 'low', 'high'],
  flips: ['regressed', 'improved'],
  sourced: ['value', 'source'],
  inference: ['kind', 'numbers'],
  kept: ['lowest', 'moved'],
};
const WORDS: Readonly<Record<string, string>> = {
  model: 'Which weights.',
  estimate: 'A value with its standard error, null when n < 2.',
  delta: 'Candidate − baseline.',
  flips: 'Samples that changed.',
  sourced: 'A value with where it came from: a default, an input, a flag, or a line of a file.',
  inference:
    'What is known of a number: `tango` (pairs that rose, that fell, all), `binomial` (events, all), `student` (value, standard error, degrees of freedom), `skewed` (these and the skewness), `normal` (value, standard error).',
  kept: 'What an interval was made of, with missing scores as low and as high as can be.',
};

const SIDE = '<side>';

const shapeOf = (node: SchemaNode | undefined): string | undefined =>
  Object.keys(SHAPES).find((name) => SHAPES[name]?.every((field) => node?.properties?.[field] !== undefined));

/** Of a value that may also be null, what it is otherwise. */
function mainOf(node: SchemaNode | undefined): SchemaNode | undefined {
  const options = (node?.anyOf ?? node?.oneOf ?? []).filter(({ type }) => type !== 'null');
  return options.length === 1 && options[0] !== undefined ? { ...options[0], ...node } : node;
}

const isNullable = (node: SchemaNode | undefined): boolean =>
  (node?.anyOf ?? node?.oneOf ?? []).some(({ type }) => type === 'null');

/** What is inside, of a map or of each entry of a list. */
interface Inside {
  readonly node: SchemaNode;
  readonly mark: '' | '[]';
}

function inside(node: SchemaNode | undefined): Inside | null {
  const main = mainOf(node);
  if (main?.properties !== undefined) return { node: main, mark: '' };
  const item = mainOf(main?.items);
  return item?.properties === undefined ? null : { node: item, mark: '[]' };
}

function shortType(field: SchemaNode | undefined, isRequired: boolean): string {
  const within = inside(field);
  const shape = shapeOf(within?.node);
  const one = shape === undefined ? 'map' : `[${shape}](#${shape})`;
  const kind = within === null ? typeOf(field) : within.mark === '' ? one : `list of ${one}s`;
  const orNull = within !== null && isNullable(field) ? ' or null' : '';
  return `${kind}${orNull}${isRequired ? '' : ', optional'}`;
}

/** The fields of a map; baseline and candidate as one where much stands in both. */
function fieldsOf(parent: SchemaNode): readonly (readonly [name: string, field: SchemaNode])[] {
  const { baseline, candidate } = parent.properties ?? {};
  const fields = Object.entries(parent.properties ?? {});
  const within = inside(baseline);
  const isAlike = within !== null && JSON.stringify(baseline) === JSON.stringify(candidate);
  if (!isAlike || shapeOf(within.node) !== undefined) return fields;
  return fields.flatMap(([name, field]) =>
    name === 'candidate' ? [] : [[name === 'baseline' ? SIDE : name, field] as const],
  );
}

/** A row for every field, those within it below it. */
function rows(parent: SchemaNode, path = ''): string[][] {
  return fieldsOf(parent).flatMap(([name, field]) => {
    const isRequired = name === SIDE || parent.required?.includes(name) === true;
    const type = shortType(field, isRequired);
    const within = inside(field);
    const shape = shapeOf(within?.node);
    const told = shape === undefined ? (mainOf(field)?.description ?? '') : (field.description ?? '');
    const row = [`\`${path}${name}\``, type, told].map(cell);
    return within === null || shape !== undefined
      ? [row]
      : [row, ...rows(within.node, `${path}${name}${within.mark}.`)];
  });
}

const table = (of: readonly (readonly string[])[]): string =>
  markdownTable([['field', 'type', 'meaning'], ...of], { alignDelimiters: false });

/** The first place where each shape stands. */
function shapesIn(node: SchemaNode, found = new Map<string, SchemaNode>()): Map<string, SchemaNode> {
  for (const field of Object.values(node.properties ?? {})) {
    const within = inside(field)?.node;
    if (within === undefined) continue;
    const shape = shapeOf(within);
    if (shape !== undefined && !found.has(shape)) found.set(shape, within);
    shapesIn(within, found);
  }
  return found;
}

/** `docs/reference/verdict.md` from the schema of `verdict.json`. */
export function verdictReference(schema: SchemaNode): string {
  const fields = Object.entries(schema.properties ?? {});
  const top = fields.map(([name, field]) => {
    const type = shortType(field, schema.required?.includes(name) === true);
    return [`\`${name}\``, type, mainOf(field)?.description ?? ''].map(cell);
  });
  const sections = fields.flatMap(([name, field]) => {
    const within = inside(field);
    if (within === null || shapeOf(within.node) !== undefined) return [];
    const title = within.mark === '' ? `## \`${name}\`` : `## Each of \`${name}\``;
    return [title, table(rows(within.node))];
  });
  const shapes = [...shapesIn(schema)].flatMap(([name, node]) => [
    `### ${name}`,
    WORDS[name] ?? '',
    table(rows(node)),
  ]);
  return `${[
    '# verdict.json',
    '<!-- Generated by scripts/generate.ts from src/config/verdict-schema.ts: edit the descriptions there. -->',
    'What `weighbridge run --json` prints, what the action leaves at its output `verdict-path`, and what `weighbridge report` reads again: a function of the stored samples and the policy, byte for byte. Numbers are never NaN, rates lie between 0 and 1, deltas are candidate − baseline; `<side>` stands for `baseline` and `candidate`. A field may be added without a new `schemaVersion`. As JSON Schema: [verdict.schema.json](../../schema/verdict.schema.json).',
    table(top),
    ...sections,
    '## What stands in several places',
    ...shapes,
  ].join('\n\n')}\n`;
}
