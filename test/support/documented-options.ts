import { z } from 'zod';

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: unknown;
  readonly description?: string;
  readonly const?: unknown;
}

/** What an editor and the reference would know of a schema of options. */
export function documentedOptions(schema: z.ZodType) {
  const node = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node;
  const fields = Object.entries(node.properties ?? {});
  return {
    names: fields.map(([name]) => name),
    isStrict: node.additionalProperties === false,
    /** A constant says itself what it is. */
    undocumented: fields.flatMap(([name, field]) =>
      field.const === undefined && (field.description ?? '') === '' ? [name] : [],
    ),
  };
}
