type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** One call of GitHub's REST API, as JSON Schema. */
export interface SlicedOperation {
  readonly id: string;
  readonly method: string;
  /** With `{name}` for parameters. */
  readonly path: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: unknown;
  }[];
  readonly body: { readonly required: boolean; readonly schema: unknown } | null;
  /** Status to schema of the JSON body; null where there is none. */
  readonly responses: Readonly<Record<string, unknown>>;
}

export interface Slice {
  readonly version: string;
  readonly operations: readonly SlicedOperation[];
  /** What `#/schemas/…` refers to. */
  readonly schemas: Readonly<Record<string, unknown>>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
/** Texts for people, and the examples, are most of the description's weight. */
const DROPPED = new Set([
  'description',
  'example',
  'examples',
  'title',
  'externalDocs',
  'x-github',
  'default',
]);
const SCHEMA_PREFIX = '#/components/schemas/';

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function at(root: JsonObject, reference: string): JsonObject {
  let value: Json | undefined = root;
  for (const key of reference.replace('#/', '').split('/')) value = isObject(value) ? value[key] : undefined;
  if (!isObject(value)) throw new Error(`${reference} leads nowhere`);
  return value;
}

/** Cuts the named operations and all schemas they reach out of an OpenAPI 3.0 description. */
export function sliceOpenApi(description: JsonObject, operationIds: readonly string[]): Slice {
  const schemas: Record<string, unknown> = {};
  const resolve = (value: Json | undefined): JsonObject => {
    if (!isObject(value)) return {};
    return typeof value.$ref === 'string' ? at(description, value.$ref) : value;
  };

  /** OpenAPI's `nullable` as JSON Schema has it, references followed, texts left out. */
  const toJsonSchema = (value: Json | undefined, named = false): unknown => {
    if (Array.isArray(value)) return value.map((item) => toJsonSchema(item));
    if (!isObject(value)) return value;
    if (typeof value.$ref === 'string') return { $ref: reach(value.$ref) };
    const { nullable, ...rest } = value;
    const entries = Object.entries(rest).filter(([key]) => named || !DROPPED.has(key));
    const schema = Object.fromEntries(
      entries.map(([key, item]) => [key, toJsonSchema(item, !named && key === 'properties')]),
    );
    if (named || nullable !== true) return schema;
    if (Array.isArray(schema.enum)) schema.enum = [...schema.enum, null];
    return typeof schema.type === 'string'
      ? { ...schema, type: [schema.type, 'null'] }
      : { anyOf: [schema, { type: 'null' }] };
  };

  const reach = (reference: string): string => {
    const name = reference.slice(SCHEMA_PREFIX.length);
    if (!(name in schemas)) {
      schemas[name] = null;
      schemas[name] = toJsonSchema(at(description, reference));
    }
    return `#/schemas/${name}`;
  };

  const jsonOf = (holder: JsonObject) => {
    const content = isObject(holder.content) ? holder.content : {};
    const json = content['application/json'];
    return isObject(json) ? toJsonSchema(json.schema) : null;
  };

  const operations = Object.entries(at(description, '#/paths')).flatMap(([path, item]) =>
    METHODS.flatMap((method): SlicedOperation[] => {
      const operation = isObject(item) ? item[method] : undefined;
      if (!isObject(operation) || !operationIds.includes(String(operation.operationId))) return [];
      const parameters = Array.isArray(operation.parameters) ? operation.parameters.map(resolve) : [];
      const body = operation.requestBody === undefined ? null : resolve(operation.requestBody);
      const responses = isObject(operation.responses) ? operation.responses : {};
      return [
        {
          id: String(operation.operationId),
          method: method.toUpperCase(),
          path,
          parameters: parameters.map(({ name, in: place, required, schema }) => ({
            ...{ name: String(name), in: String(place), required: required === true },
            schema: toJsonSchema(schema),
          })),
          body: body === null ? null : { required: body.required === true, schema: jsonOf(body) },
          responses: Object.fromEntries(
            Object.entries(responses).map(([status, response]) => [status, jsonOf(resolve(response))]),
          ),
        },
      ];
    }),
  );
  const missing = operationIds.filter((id) => !operations.some((operation) => operation.id === id));
  if (missing.length > 0) throw new Error(`the description has no ${missing.join(', ')}`);
  const info = at(description, '#/info');
  return { version: String(info.version), operations, schemas };
}
