import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import type { FunctionInfo } from '@actions/expressions/funcs/info';
import { isBasicExpression, isString } from '@actions/workflow-parser';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';

export type Context = Readonly<Record<string, unknown>>;

/** What the status functions say. In the main steps of a composite, success() and failure() see this composite only. */
export interface Status {
  readonly failed: boolean;
  readonly cancelled: boolean;
}

const CONTEXTS = ['github', 'inputs', 'strategy', 'matrix', 'steps', 'job', 'runner', 'env'];

const statusFunction = (name: string, value: boolean) => ({
  name,
  minArgs: 0,
  maxArgs: 0,
  call: () => new data.BooleanData(value),
});

/** Evaluates one expression with the official parser and evaluator. */
export function evaluateExpression(
  text: string,
  context: Context,
  { failed, cancelled }: Status,
): data.ExpressionData {
  const functions = [
    statusFunction('success', !failed && !cancelled),
    statusFunction('failure', failed),
    statusFunction('always', true),
    statusFunction('cancelled', cancelled),
  ];
  const infos: FunctionInfo[] = functions;
  const tree = new Parser(new Lexer(text).lex().tokens, CONTEXTS, infos).parse();
  const dictionary = JSON.parse(JSON.stringify(context), data.reviver) as data.Dictionary;
  const known = new Map(functions.map((definition) => [definition.name, definition]));
  return new Evaluator(tree, dictionary, known).evaluate();
}

/** The text a token comes to in a step: its own, or that of its expression. */
export function textOfToken(token: TemplateToken, context: Context, status: Status): string {
  if (isBasicExpression(token)) return evaluateExpression(token.expression, context, status).coerceString();
  if (isString(token)) return token.value;
  return token.toString();
}

/** GitHub's truthiness, for `if:`. */
export function isTruthy(value: data.ExpressionData): boolean {
  switch (value.kind) {
    case data.Kind.Null:
      return false;
    case data.Kind.Boolean:
      return value.coerceString() === 'true';
    case data.Kind.Number:
      return value.number() !== 0 && !Number.isNaN(value.number());
    case data.Kind.String:
      return value.coerceString() !== '';
    default:
      return true;
  }
}
