import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAst } from 'rolldown/parseAst';

/** A message as the code has it, with `{…}` for what is filled in. */
export interface Message {
  readonly file: string;
  /** Who acts, by the kinds of `src/core/domain/errors.ts`; of anything else how it is said. */
  readonly kind: string;
  readonly says: string;
  /** Null where the code that says it has none. */
  readonly fix: string | null;
  /** Whether a place is told beside it. */
  readonly placed: boolean;
}

type Node = { readonly type: string; readonly start: number; readonly end: number } & Record<string, unknown>;

interface Source {
  readonly file: string;
  readonly text: string;
  readonly nodes: readonly { readonly node: Node; readonly around: readonly Node[] }[];
}

/** A function that says what it is given: its texts, with `{parameter}` where a parameter goes. */
interface Speaker {
  readonly file: string;
  readonly parameters: readonly Parameter[];
  readonly message: Omit<Message, 'file'>;
}

interface Parameter {
  readonly name: string;
  /** What it is where nothing is given. */
  readonly otherwise: readonly string[];
}

const BUILT_IN: readonly (readonly [string, string])[] = [
  ['core.warning', 'annotation'],
  ['core.notice', 'annotation'],
  ['core.setFailed', 'annotation'],
  ['log.warn', 'warning'],
  ['terminal.warn', 'warning'],
  ['notes.push', 'note'],
];

/** What is called when something is wrong. An `IssueList` only holds such errors. */
const ERROR = 'WeighbridgeError';

/** Where whole sentences are reasons of a verdict or lines of a report, however they get there. */
const REASONS = /^(?:core\/(?:compare|decide)|report)\//;

/** A sentence: it begins like one, and is long enough to say something. */
const SENTENCE = /^[A-Z{`].*\S \S+ \S+ \S+.*[.:!?]$/s;

/** All that the program says when something is wrong or was passed over, from the calls that say it. */
export function messagesOf(folder: string): Message[] {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    // What all errors have in common says nothing itself.
    .filter((file) => file.endsWith('.ts') && file !== 'core/domain/errors.ts')
    .sort()
    .map((file) => read(resolve(folder), file));
  const speakers = new Map<string, Speaker>();
  // Functions that pass on what they are given are found one layer at a time.
  for (let known = -1; known !== speakers.size; ) {
    known = speakers.size;
    for (const source of sources) {
      for (const { message, name, parameters } of spoken(source, speakers)) {
        if (name !== null) speakers.set(keyOf(source, name), { file: source.file, parameters, message });
      }
    }
  }
  return sources.flatMap((source) =>
    [...spoken(source, speakers)].flatMap(({ message, name }) =>
      name === null && message.says !== 'null' ? { file: source.file, ...message } : [],
    ),
  );
}

function read(folder: string, file: string): Source {
  const text = readFileSync(join(folder, file), 'utf8');
  return { file, text, nodes: [...walk(parseAst(text, { lang: 'ts' }) as unknown as Node)] };
}

/** A function that is not exported is known in its file only. */
const keyOf = ({ file, text }: Source, name: string) =>
  new RegExp(`export (?:async )?(?:function|const) ${name}\\b`).test(text) ? name : `${file}:${name}`;

interface Spoken {
  readonly message: Omit<Message, 'file'>;
  /** Of the function around that only passes it on; null where it is said here. */
  readonly name: string | null;
  readonly parameters: readonly Parameter[];
}

function* spoken(source: Source, speakers: ReadonlyMap<string, Speaker>): Generator<Spoken> {
  for (const { node, around } of source.nodes) {
    if (REASONS.test(source.file) && /^(?:Literal|TemplateLiteral)$/.test(node.type)) {
      const [says = ''] = textsOf(source, node);
      if (!SENTENCE.test(says)) continue;
      yield { message: { kind: 'reason', says, fix: null, placed: false }, name: null, parameters: [] };
    }
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') continue;
    const callee = textOf(source, node.callee as Node);
    const given = node.arguments as Node[];
    const { name, parameters } = functionAround(source, around);
    for (const message of said(source, callee, given, speakers)) {
      const isPassedOn = [message.says, message.fix].some((text) => {
        const hole = /^\{(\w+)\}$/.exec(text ?? '')?.[1];
        return parameters.some((parameter) => parameter.name === hole);
      });
      yield { message, parameters, name: isPassedOn ? name : null };
    }
  }
}

function said(
  source: Source,
  callee: string,
  given: readonly Node[],
  speakers: ReadonlyMap<string, Speaker>,
): Omit<Message, 'file'>[] {
  if (callee === ERROR) {
    const [kind, says, detail] = given;
    const fixes = fixesIn(source, detail);
    return textsOf(source, says).flatMap((text) =>
      fixes.map((fix) => ({
        kind: kind === undefined ? '' : (textsOf(source, kind)[0] ?? ''),
        says: text,
        fix,
        placed: detail !== undefined && /\bat\b|\.\.\.|^\w+$/.test(textOf(source, detail)),
      })),
    );
  }
  const builtIn = BUILT_IN.find(([name]) => callee === name || callee.endsWith(`.${name}`));
  if (builtIn !== undefined) {
    return textsOf(source, given[0]).map((says) => ({ kind: builtIn[1], says, fix: null, placed: false }));
  }
  const speaker = speakers.get(`${source.file}:${callee}`) ?? speakers.get(callee);
  if (speaker === undefined) return [];
  const { message, parameters } = speaker;
  return parameters.reduce<Omit<Message, 'file'>[]>(
    (messages, parameter, index) =>
      messages.flatMap((each) => {
        const hole = `{${parameter.name}}`;
        if (![each.says, each.fix, each.kind].some((text) => text?.includes(hole))) return [each];
        const told = given[index] === undefined ? parameter.otherwise : textsOf(source, given[index]);
        return told.map((text) => ({
          ...each,
          kind: each.kind.replaceAll(hole, () => text),
          says: each.says.replaceAll(hole, () => text),
          fix: each.fix?.replaceAll(hole, () => text) ?? null,
        }));
      }),
    [message],
  );
}

function fixesIn(source: Source, detail: Node | undefined): (string | null)[] {
  if (detail?.type !== 'ObjectExpression')
    return [detail === undefined ? null : `{${textOf(source, detail)}}`];
  const found = (detail.properties as Node[]).flatMap((property) => {
    if (property.type === 'SpreadElement') {
      const inner = textOf(source, property.argument as Node);
      return /\bfix\b/.test(inner) ? [`{${inner}}`] : [];
    }
    return textOf(source, property.key as Node) === 'fix' ? textsOf(source, property.value as Node) : [];
  });
  return found.length === 0 ? [null] : found;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** All nodes, each with those around it, the innermost first. */
function* walk(node: Node, around: readonly Node[] = []): Generator<{ node: Node; around: readonly Node[] }> {
  yield { node, around };
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* walk(child, [node, ...around]);
    }
  }
}

/** The innermost function with a name: what it is called, and its parameters, those of objects one by one. */
function functionAround(
  source: Source,
  around: readonly Node[],
): { name: string | null; parameters: Parameter[] } {
  for (const [index, node] of around.entries()) {
    if (!/Function/.test(node.type)) continue;
    const holder = around[index + 1];
    const name = (node.id ?? (holder?.type === 'VariableDeclarator' ? holder.id : null)) as Node | null;
    if (name === null) continue;
    const parameters = (node.params as Node[]).map((parameter) => {
      const { left = parameter, right } = parameter as Partial<Record<'left' | 'right', Node>>;
      const name = left.type === 'Identifier' ? String(left.name) : '';
      return { name, otherwise: right === undefined ? [''] : textsOf(source, right) };
    });
    return { name: String(name.name), parameters };
  }
  return { name: null, parameters: [] };
}

const textOf = ({ text }: Source, { start, end }: Node) => text.slice(start, end).replace(/\s+/g, ' ');

/** The texts that an expression may come to. */
function textsOf(source: Source, node: Node | undefined, depth = 0): string[] {
  if (node === undefined) return [''];
  const again = (inner: unknown) => textsOf(source, inner as Node, depth + 1);
  switch (node.type) {
    case 'Literal':
      return [String(node.value)];
    case 'TemplateLiteral': {
      const holes = node.expressions as Node[];
      const filled = (node.quasis as { value: { cooked: string } }[]).map(({ value }, index) => {
        const hole = holes[index];
        return hole === undefined ? value.cooked : `${value.cooked}{${textOf(source, hole)}}`;
      });
      return [filled.join('').replace(/\n/g, ' ⏎ ')];
    }
    case 'ConditionalExpression':
      return [...again(node.consequent), ...again(node.alternate)];
    case 'LogicalExpression':
      return [...again(node.left), ...again(node.right)];
    case 'BinaryExpression':
      return again(node.left).flatMap((left) => again(node.right).map((right) => `${left}${right}`));
    case 'Identifier': {
      const value = depth < 5 ? constantOf(source, String(node.name)) : undefined;
      return value === undefined ? [`{${node.name}}`] : again(value);
    }
    default:
      return [`{${textOf(source, node)}}`];
  }
}

const TEXT = /^(?:Literal|TemplateLiteral|ConditionalExpression|LogicalExpression|BinaryExpression)$/;

/** What a name of this file stands for, where that is said once and is a text. */
function constantOf({ nodes }: Source, name: string): Node | undefined {
  const found = nodes.filter(
    ({ node }) => node.type === 'VariableDeclarator' && (node.id as Node).name === name && isNode(node.init),
  );
  const [only] = found;
  const value = found.length === 1 ? (only?.node.init as Node) : undefined;
  return value !== undefined && TEXT.test(value.type) ? value : undefined;
}
