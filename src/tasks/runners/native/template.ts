import { type Location, messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import {
  Interpreter,
  type JinjaProgram,
  type JinjaScope,
  methodCall,
  parseTemplate,
  plainValue,
  type RuntimeValue,
  runtimeValue,
  type Statement,
  scopeOf,
  variablesIn,
} from './jinja.ts';
import { pythonMethod } from './python-methods.ts';

/** A row and where it stands, for messages. */
export interface TemplateInput {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly at: Location;
}

/** A template of the config, applied to rows of a dataset. */
export interface RowTemplate {
  /** @throws WeighbridgeError `data` naming dataset, row and template */
  text(row: TemplateInput): string;
  /** The value itself where the template is a field name or one expression, such as a list; else the text. */
  value(row: TemplateInput): unknown;
}

/** A field that a template without any variable names as Python's format strings do; `\\boxed{answer}` is no such one. */
const fieldInOneBrace = (source: string, { fields }: TemplateInput): string | undefined =>
  [...source.matchAll(/(?<![\w{]){\s*(\w+)\s*}(?!})/g)]
    .map((match) => match[1] ?? '')
    .find((name) => Object.hasOwn(fields, name));

/**
 * Compiles `doc_to_text` and its like. As in lm-evaluation-harness, what is the name of a field means that field, and an
 * undefined variable is an error: an empty prompt must never stand for a misspelt one. A null that would be printed is
 * an error as well.
 *
 * @param option name of the option, for messages
 * @throws WeighbridgeError `config` when the template does not parse
 */
export function compileTemplate(source: string, option: string): RowTemplate {
  const program = parseStrictly(source, option);
  const names = [...variablesIn(program)];
  const evaluated = <T>(
    row: TemplateInput,
    isPrinted: boolean,
    evaluate: (interpreter: StrictInterpreter) => T,
  ): T => {
    const braced = names.length === 0 ? fieldInOneBrace(source, row) : undefined;
    if (braced !== undefined) {
      throw new WeighbridgeError('data', `${option} has {${braced}}, which stands for itself in every row`, {
        at: row.at,
        fix: `write {{${braced}}} for the field ${braced}`,
      });
    }
    try {
      const read = names.filter((name) => Object.hasOwn(row.fields, name));
      const scope = scopeOf({}, Object.fromEntries(read.map((name) => [name, row.fields[name]])));
      return evaluate(new StrictInterpreter(scope, program, isPrinted));
    } catch (cause) {
      throw new WeighbridgeError('data', `${option} ${JSON.stringify(source)}: ${messageOf(cause)}`, {
        at: row.at,
        cause,
        fix: 'correct the template, or give the row the fields that it reads',
      });
    }
  };
  // What variables are set before it does not make a value a text.
  const [only, ...others] = program.body.filter(({ type }) => type !== 'Set');
  const expression = only !== undefined && others.length === 0 && isExpression(only) ? only : null;

  return {
    text(row) {
      if (Object.hasOwn(row.fields, source)) {
        const field = row.fields[source];
        if (typeof field === 'string' || typeof field === 'number') return String(field);
        throw new WeighbridgeError('data', `the field ${JSON.stringify(source)} of ${option} is not a text`, {
          at: row.at,
          fix: 'name a field that holds a text, or write a template',
        });
      }
      return evaluated(row, true, (interpreter) => String(interpreter.run(program).value));
    },
    value(row) {
      if (Object.hasOwn(row.fields, source)) return row.fields[source];
      if (expression === null) return this.text(row);
      return evaluated(row, false, (interpreter) => {
        const values = program.body.map((statement) => interpreter.evaluate(statement, interpreter.global));
        return plainValue(values[program.body.indexOf(expression)] as RuntimeValue);
      });
    },
  };
}

function parseStrictly(source: string, option: string): JinjaProgram {
  try {
    // The harness keeps a final newline (keep_trailing_newline), this parser drops one: give it one to drop.
    return parseTemplate(source.endsWith('\n') ? `${source}\n` : source, false);
  } catch (cause) {
    throw new WeighbridgeError('config', `${option} is not a Jinja template: ${messageOf(cause)}`, {
      cause,
      fix: `correct ${option}; as in lm-evaluation-harness fields stand in double braces: {{question}}`,
    });
  }
}

/** Jinja's StrictUndefined: an undefined value may be tested and given a default, and nothing else. */
class StrictInterpreter extends Interpreter {
  readonly #forgiven = new WeakSet<Statement>();
  readonly #printed: WeakSet<Statement>;
  readonly #isPrinted: boolean;

  /** @param isPrinted whether the result is a text, in which a list has no place */
  constructor(environment: JinjaScope, program: JinjaProgram, isPrinted: boolean) {
    super(environment);
    this.#isPrinted = isPrinted;
    this.#printed = printedStatements(program);
  }

  override evaluate(statement: Statement | undefined, environment: JinjaScope): RuntimeValue {
    if (statement === undefined) return super.evaluate(statement, environment);
    const forgiven = forgivenOperand(statement);
    if (forgiven !== null) this.#forgiven.add(forgiven);
    const value = this.#called(statement, environment) ?? super.evaluate(statement, environment);
    if (value.type === 'UndefinedValue' && !this.#forgiven.has(statement)) {
      throw new Error(`${nameOf(statement)} is undefined`);
    }
    if (value.type === 'NullValue' && this.#printed.has(statement)) {
      throw new Error(`${nameOf(statement)} is null`);
    }
    // Python prints these in a way of its own, and nobody means them in a prompt.
    if (
      typeof value.value === 'object' &&
      value.value !== null &&
      this.#isPrinted &&
      this.#printed.has(statement)
    ) {
      const what = Array.isArray(value.value)
        ? 'a list: join it, as in {{ choices | join(", ") }}'
        : 'no text';
      throw new Error(`${nameOf(statement)} is ${what}`);
    }
    return value;
  }

  /** What a method of Python's gives; null for every other call, which the library knows or refuses. */
  #called(statement: Statement, environment: JinjaScope): RuntimeValue | null {
    const call = methodCall(statement);
    const { object, property } = call?.callee ?? {};
    if (call === null || object === undefined || property === undefined) return null;
    const owner = this.evaluate(object, environment);
    const method = pythonMethod(owner.value, property.value);
    if (method === null || call.args.some(({ type }) => /^(Keyword|Spread)/.test(type))) return null;
    const args = call.args.map((argument) => plainValue(this.evaluate(argument, environment)));
    return runtimeValue(method(plainValue(owner) as never, args));
  }
}

/** The operand of `is defined`, `is undefined` and `default`. */
function forgivenOperand(statement: Statement): Statement | null {
  if (!('operand' in statement)) return null;
  const by = 'test' in statement ? statement.test : 'filter' in statement ? statement.filter : null;
  return ['defined', 'undefined', 'default'].includes(calledName(by))
    ? (statement.operand as Statement)
    : null;
}

/** The name of `default` and of `default('x')` alike. */
function calledName(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if ('callee' in node) return calledName(node.callee);
  return 'value' in node && ['string', 'number'].includes(typeof node.value) ? String(node.value) : '';
}

/** Expressions whose value goes into the text: the members of template bodies. */
function printedStatements(program: JinjaProgram): WeakSet<Statement> {
  const printed = new WeakSet<Statement>();
  const visit = (statements: readonly Statement[]) => {
    for (const statement of statements) {
      if (isExpression(statement)) printed.add(statement);
      for (const key of ['body', 'alternate', 'defaultBlock'] as const) {
        if (key in statement) visit((statement as unknown as Record<typeof key, Statement[]>)[key]);
      }
    }
  };
  visit(program.body);
  return printed;
}

const STATEMENTS = ['Program', 'If', 'For', 'Set', 'Macro', 'Break', 'Continue', 'Comment'];

function isExpression(statement: Statement): boolean {
  return !STATEMENTS.includes(statement.type) && !statement.type.endsWith('Statement');
}

function nameOf(statement: Statement): string {
  if ('property' in statement) return JSON.stringify(calledName(statement.property));
  return calledName(statement) === '' ? `a ${statement.type}` : JSON.stringify(calledName(statement));
}
