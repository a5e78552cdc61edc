import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Slice, SlicedOperation } from '../../../scripts/openapi-slice.ts';

/** GitHub's own description, cut by `scripts/github-contract.ts`. */
export const SLICE = JSON.parse(readFileSync(join(import.meta.dirname, 'openapi.json'), 'utf8')) as Slice;

/** What is gone comes as null, which GitHub's description does not say: the repository of a fork, and its runs. */
const GONE: readonly (readonly [schema: string, ...keys: string[]])[] = [
  ['pull-request', 'head', 'repo'],
  ['pull-request-simple', 'head', 'repo'],
  ['workflow-run', 'head_repository'],
];

interface Described {
  readonly properties: Record<string, Described>;
}

for (const [name, ...keys] of GONE) {
  const last = keys.pop() ?? '';
  const parent = keys.reduce((at, key) => at.properties[key] as Described, SLICE.schemas[name] as Described);
  parent.properties[last] = { anyOf: [parent.properties[last], { type: 'null' }] } as unknown as Described;
}

// GitHub's description has keywords of OpenAPI, and formats such as `uri` that it does not keep to itself.
const ajv = new Ajv({
  strict: false,
  coerceTypes: true,
  allErrors: true,
  validateFormats: false,
  logger: false,
});
ajv.addSchema({ $id: 'github', schemas: SLICE.schemas });

/** References in the slice start at its root; ajv knows it by name. */
const rooted = (schema: unknown): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/schemas/', '"github#/schemas/')) as object;

const compiled = new Map<string, ValidateFunction>();

function faultsOf(name: string, schema: unknown, value: unknown): string[] {
  const validate = compiled.get(name) ?? ajv.compile(rooted(schema));
  compiled.set(name, validate);
  // Coercion is meant for parameters, which arrive as text: it may not mend a body.
  const before = JSON.stringify(value);
  const holder = JSON.parse(before) as unknown;
  if (!validate(holder)) {
    return (validate.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath} ${message}`);
  }
  const mended = !name.includes(' parameter ') && JSON.stringify(holder) !== before;
  return mended ? [`${name} has a value of another type`] : [];
}

export interface MatchedCall {
  readonly operation: SlicedOperation;
  readonly path: Readonly<Record<string, string>>;
}

/** A path in a repository goes over several segments; two refs are told apart by the dots between them. */
const segment = (name: string) => (name === 'path' ? '(?<path>.+)' : `(?<${name}>[^/]+?)`);

const matchers = SLICE.operations.map((operation) => ({
  operation,
  pattern: new RegExp(
    `^${operation.path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, (_, name: string) => segment(name))}$`,
  ),
}));

/** The call that a request makes; null for one outside of the slice. */
export function matchCall(method: string, path: string): MatchedCall | null {
  for (const { operation, pattern } of matchers) {
    const match = operation.method === method ? pattern.exec(path) : null;
    if (match === null) continue;
    const entries = Object.entries(match.groups ?? {}).map(([name, value]) => [
      name,
      decodeURIComponent(value),
    ]);
    return { operation, path: Object.fromEntries(entries) as Record<string, string> };
  }
  return null;
}

export interface CallToCheck extends MatchedCall {
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

/** Everything in which a request differs from GitHub's description. */
export function requestFaults({ operation, path, query, headers, body }: CallToCheck): string[] {
  const { id } = operation;
  const known = new Set(operation.parameters.filter((each) => each.in === 'query').map(({ name }) => name));
  const given: Record<string, string | null> = { ...Object.fromEntries(query), ...path };
  const parameters = operation.parameters.flatMap(({ name, required, schema }) => {
    const value = given[name];
    if (value === undefined) return required ? [`${id} lacks the parameter ${name}`] : [];
    // As text a number is both one and text.
    const lenient = JSON.parse(JSON.stringify(schema).replaceAll('"oneOf"', '"anyOf"')) as unknown;
    const wrapped = { type: 'object', properties: { value: lenient } };
    return faultsOf(`${id} parameter ${name}`, wrapped, { value });
  });
  const unknown = [...query.keys()]
    .filter((name) => !known.has(name))
    .map((name) => `${id} has no query ${name}`);
  return [...parameters, ...unknown, ...headerFaults(id, headers, body), ...bodyFaults(operation, body)];
}

function headerFaults(id: string, headers: CallToCheck['headers'], body: unknown): string[] {
  const json = /^application\/(?:vnd\.github[\w.+-]*|json)/;
  return [
    ...(/^(?:token|bearer) \S+$/i.test(String(headers.authorization)) ? [] : [`${id} brings no token`]),
    ...(headers['user-agent'] === undefined ? [`${id} brings no user-agent, which GitHub refuses`] : []),
    ...(json.test(String(headers.accept)) ? [] : [`${id} accepts ${headers.accept}`]),
    ...(body === undefined || json.test(String(headers['content-type'])) ? [] : [`${id} sends no JSON`]),
  ];
}

function bodyFaults({ id, body: expected }: SlicedOperation, body: unknown): string[] {
  if (expected === null) return body === undefined ? [] : [`${id} takes no body`];
  if (body === undefined) return expected.required ? [`${id} needs a body`] : [];
  return [...faultsOf(`${id} body`, expected.schema, body), ...undeclared(id, expected.schema, body)];
}

/** GitHub ignores what it does not know: a mistyped name would go unnoticed. */
function undeclared(id: string, schema: unknown, body: unknown): string[] {
  const { properties } = schema as { properties?: object };
  if (properties === undefined || typeof body !== 'object' || body === null) return [];
  return Object.keys(body)
    .filter((name) => !(name in properties))
    .map((name) => `${id} has no ${name} in its body`);
}

/** Everything in which an answer of the fake is not one of GitHub's. */
export function responseFaults({ id, responses }: SlicedOperation, status: number, body: unknown): string[] {
  // Refusals and failures are documented for few calls, and happen to all.
  if (!(status in responses)) return status >= 400 ? [] : [`${id} never answers ${status}`];
  const schema = responses[status];
  if (schema === null || schema === undefined)
    return body === undefined ? [] : [`${id} ${status} has no body`];
  return faultsOf(`${id} ${status}`, schema, body ?? null);
}
