import * as library from '@huggingface/jinja';

/**
 * The inner parts of @huggingface/jinja, typed by hand as far as they are used: its own declarations import without
 * file endings, which TypeScript cannot resolve from an ES module.
 */
export interface Statement {
  readonly type: string;
}

export interface JinjaProgram extends Statement {
  readonly body: readonly Statement[];
}

export interface RuntimeValue {
  readonly type: string;
  readonly value: unknown;
}

export interface JinjaScope {
  set(name: string, value: unknown): RuntimeValue;
}

/** `object.method(args)`. */
export interface MethodCall extends Statement {
  readonly callee: Statement & { readonly object: Statement; readonly property: { readonly value: string } };
  readonly args: readonly Statement[];
}

/** The call of a method by its name; null for every other node. */
export function methodCall(statement: Statement): MethodCall | null {
  const { callee } = statement as Partial<MethodCall>;
  const isMethod =
    statement.type === 'CallExpression' &&
    callee?.type === 'MemberExpression' &&
    !(callee as { readonly computed?: boolean }).computed;
  return isMethod ? (statement as MethodCall) : null;
}

/** A value of ours as templates hold it. */
export const runtimeValue = (value: unknown): RuntimeValue => new Scope().set('value', value);

/** A value of a template as JSON would hold it. */
export function plainValue({ value }: RuntimeValue): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, member]) => [key, plainValue(member)]));
  }
  return value;
}

interface InterpreterBase {
  readonly global: JinjaScope;
  run(program: JinjaProgram): RuntimeValue;
  evaluate(statement: Statement | undefined, environment: JinjaScope): RuntimeValue;
}

interface Parts {
  readonly Environment: new (parent?: JinjaScope) => JinjaScope;
  readonly Interpreter: new (environment: JinjaScope) => InterpreterBase;
  readonly tokenize: (source: string, options?: { lstrip_blocks: boolean; trim_blocks: boolean }) => unknown;
  readonly parse: (tokens: unknown) => JinjaProgram;
}

const { Environment: Scope, Interpreter, tokenize, parse } = library as unknown as Parts;

export { Interpreter };

/**
 * @param trimBlocks drop the line break after a block and the blanks before it, as tokenizers do with chat templates and
 * lm-evaluation-harness does not do with prompts
 */
export function parseTemplate(source: string, trimBlocks: boolean): JinjaProgram {
  return parse(tokenize(source, { lstrip_blocks: trimBlocks, trim_blocks: trimBlocks }));
}

/** Variables stand in an inner scope, so that a field called `range` hides the function and does not collide with it. */
export function scopeOf(
  globals: Readonly<Record<string, unknown>>,
  variables: Readonly<Record<string, unknown>>,
): JinjaScope {
  const outer = new Scope(constants());
  for (const [name, value] of Object.entries(globals)) outer.set(name, value);
  const inner = new Scope(outer);
  for (const [name, value] of Object.entries(variables)) inner.set(name, value);
  return inner;
}

let shared: JinjaScope | null = null;

/** Made once, since templates set nothing in it: every row of every template reads it. */
function constants(): JinjaScope {
  if (shared !== null) return shared;
  shared = new Scope();
  for (const [name, value] of Object.entries(CONSTANTS)) shared.set(name, value);
  return shared;
}

/** Names that a program reads: of the rest of a row, however large, nothing need become a value of a template. */
export function variablesIn(node: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof node !== 'object' || node === null) return found;
  if ('type' in node && node.type === 'Identifier' && 'value' in node) found.add(String(node.value));
  for (const member of node instanceof Map ? [...node].flat() : Object.values(node))
    variablesIn(member, found);
  return found;
}

const CONSTANTS = { true: true, True: true, false: false, False: false, none: null, None: null, range };

/** Python's `range` for whole numbers. */
function range(first: number, second?: number, step = 1): number[] {
  const [start, stop] = second === undefined ? [0, first] : [first, second];
  const length = Math.max(0, Math.ceil((stop - start) / step));
  if (!(length < 1_000_000)) throw new Error('the range is too long');
  return Array.from({ length }, (_, index) => start + index * step);
}
