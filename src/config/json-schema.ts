import { z } from 'zod';
import { configSchema } from './schema.ts';
import { suiteName } from './starter-suites.ts';
import type { Path } from './yaml.ts';

/** The parts of a JSON Schema that this file's readers look at. */
export interface SchemaNode {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

let made: SchemaNode | undefined;

/** JSON Schema of the config as it is written, before defaults. */
export function configJsonSchema(): SchemaNode {
  // Every unknown key asks for it, and it never changes.
  made ??= withSuites({
    ...{ $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'weighbridge.yml' },
    ...(z.toJSONSchema(configSchema, { io: 'input' }) as SchemaNode),
  });
  return made;
}

/** A task may be written as the name of a suite, which is read before the schema sees it. */
function withSuites(schema: SchemaNode): SchemaNode {
  const tasks = schema.properties?.tasks;
  const entry = tasks?.additionalProperties;
  if (typeof entry !== 'object') return schema;
  const names = z.toJSONSchema(suiteName) as SchemaNode;
  const suite: SchemaNode = {
    type: 'object',
    description:
      'The same as the name alone, `general: weighbridge:general`, with options of the task beside it, which then count.',
    properties: { suite: names },
    required: ['suite'],
  };
  const written = { ...tasks, additionalProperties: { anyOf: [entry, names, suite] } };
  return { ...schema, properties: { ...schema.properties, tasks: written } };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether the constants of an alternative, such as the type of a task, are those of the value. */
function agrees(node: SchemaNode, value: unknown): boolean {
  return Object.entries(node.properties ?? {}).every(
    ([name, field]) =>
      field.const === undefined || !isRecord(value) || !(name in value) || value[name] === field.const,
  );
}

/** Whether the value says all constants of the alternative: then it is the one that is meant. */
const isNamed = (node: SchemaNode, value: unknown): boolean =>
  Object.entries(node.properties ?? {}).every(
    ([name, field]) =>
      field.const === undefined ||
      !(node.required ?? []).includes(name) ||
      (isRecord(value) && name in value),
  );

/** The alternatives of a node that the value could be meant as. */
function alternatives(node: SchemaNode, value: unknown): readonly SchemaNode[] {
  const options = [...(node.anyOf ?? []), ...(node.properties === undefined ? (node.oneOf ?? []) : [])];
  return options.length === 0
    ? [node]
    : options.flatMap((option) => (agrees(option, value) ? alternatives(option, value) : []));
}

/** The keys that may stand in the map at this path of this value. */
export function keysAt(root: SchemaNode, value: unknown, path: Path): string[] {
  const possible = alternatives(root, value);
  const named = possible.filter((node) => isNamed(node, value));
  const nodes = named.length > 0 ? named : possible;
  const [part, ...rest] = path;
  if (part === undefined) return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
  const child =
    isRecord(value) || Array.isArray(value) ? (value as Record<string | number, unknown>)[part] : undefined;
  const keys = nodes.flatMap((node) => {
    const inner = node.properties?.[String(part)] ?? node.items ?? node.additionalProperties;
    return typeof inner === 'object' ? keysAt(inner, child, rest) : [];
  });
  return [...new Set(keys)];
}
