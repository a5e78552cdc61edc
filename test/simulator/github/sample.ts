import { SLICE } from './contract.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

export type Sampled = Record<string, unknown>;

/** The smallest object that GitHub's description allows, with the given values in place of invented ones. */
export function sample(name: string, values: Sampled = {}): Sampled {
  return merge(minimal({ $ref: `#/schemas/${name}` }) as Sampled, values);
}

/** Values in place of those of the base, at any depth. */
export function merge(base: Sampled, values: Sampled): Sampled {
  const isPlain = (value: unknown): value is Sampled =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const entries = Object.entries(values).map(([key, value]) => {
    const under = base[key];
    return [key, isPlain(value) && isPlain(under) ? merge(under, value) : value];
  });
  return { ...base, ...Object.fromEntries(entries) };
}

function minimal(schema: Schema): unknown {
  if (schema.$ref !== undefined)
    return minimal(SLICE.schemas[schema.$ref.replace('#/schemas/', '')] as Schema);
  if (schema.allOf !== undefined)
    return Object.assign({}, ...schema.allOf.map((part) => minimal(part) as Sampled));
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice !== undefined && schema.properties === undefined) return minimal(choice);
  if (schema.enum !== undefined) return schema.enum[0];
  const types = [schema.type ?? (schema.properties === undefined ? 'null' : 'object')].flat();
  if (types.includes('null') && schema.type !== undefined) return null;
  switch (types[0]) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, minimal(schema.properties?.[name] ?? {})]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => minimal(schema.items ?? {}));
    case 'string':
      return text(schema.format);
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return false;
    default:
      return null;
  }
}

function text(format: string | undefined): string {
  if (format === 'date-time') return '2026-11-21T00:00:00Z';
  return format === 'uri' ? 'https://api.github.com/x' : 'x';
}
