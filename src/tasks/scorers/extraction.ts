import { RE2JS } from 're2js';
import { z } from 'zod';
import { parseAnswer } from '../../core/domain/json.ts';
import { insideFence } from '../../core/metrics/text/markdown.ts';
import { regularExpression } from './regex.ts';

/** Where the part of an answer stands that says what the answer is. */
export const textExtraction = {
  field: z
    .string()
    .min(1)
    .optional()
    .describe('With `json`: the field that holds it, with dots between levels, such as `result.intent`.'),
  pattern: regularExpression
    .optional()
    .describe(
      'With `regex`: an RE2 pattern; its first group is what counts, or all of it where it has none.',
    ),
};

/** How a label is found. */
export const labelExtraction = {
  ...textExtraction,
  extract: z
    .enum(['exact', 'first', 'json', 'regex', 'letter'])
    .default('exact')
    .describe(
      'How a label is found in an answer. `exact`: the answer is the label, white space around it removed. `first`: the label that is named first, as a word of its own. `json`: the text in `field` of the JSON that the answer is, or that its only code fence holds. `regex`: what `pattern` finds. `letter`: A for the first label, at the beginning of the answer or after "answer is" or "option is".',
    ),
};

interface Extraction {
  readonly extract: 'exact' | 'first' | 'last' | 'json' | 'regex' | 'letter';
  readonly field?: string | undefined;
  readonly pattern?: string | undefined;
}

/** What an extraction needs and lacks. */
export function checkExtraction(
  { extract, field, pattern }: Extraction,
  context: z.core.$RefinementCtx,
): void {
  const needs = (key: 'field' | 'pattern', isThere: boolean, mode: Extraction['extract']) => {
    if ((extract === mode) === isThere) return;
    const message = isThere
      ? `only \`extract: ${mode}\` has a ${key}`
      : `\`extract: ${mode}\` needs a ${key}`;
    context.addIssue({ code: 'custom', path: [key], message });
  };
  needs('field', field !== undefined, 'json');
  needs('pattern', pattern !== undefined, 'regex');
}

/** The position of the label that an answer says; −1 where it says none. */
export function labelReader(
  labels: readonly string[],
  { ignore_case: ignoreCase, ...extraction }: Extraction & { readonly ignore_case: boolean },
): (answer: string) => number {
  const normalise = (text: string) => (ignoreCase ? text.trim().toLowerCase() : text.trim());
  const known = labels.map(normalise);
  const find = textReader(extraction);
  switch (extraction.extract) {
    case 'first':
      return (answer) => firstNamed(normalise(answer), known);
    case 'letter':
      return (answer) => letterOf(answer, labels.length);
    default:
      return (answer) => {
        const said = find(answer);
        return said === null ? -1 : known.indexOf(normalise(said));
      };
  }
}

/** The text that an answer holds; null where there is none. */
export function textReader({
  extract,
  field = '',
  pattern = '',
}: Extraction): (answer: string) => string | null {
  switch (extract) {
    case 'json':
      return (answer) => fieldOf(answer, field.split('.'));
    case 'regex': {
      const compiled = RE2JS.compile(pattern);
      const group = Math.min(1, compiled.groupCount());
      return (answer) => {
        const matcher = compiled.matcher(answer);
        return matcher.find() ? (matcher.group(group) ?? null) : null;
      };
    }
    default:
      return (answer) => answer;
  }
}

/** The text, number or truth value at a path of the JSON that an answer is or fences in; null for anything else. */
export function fieldOf(answer: string, path: readonly string[]): string | null {
  let value: unknown;
  try {
    value = parseAnswer(insideFence(answer), { file: 'answer' });
  } catch {
    return null;
  }
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : null;
}

/** What goes on with a word; scripts that put no space between words have none that could. */
const IN_WORD =
  /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}_]/u;

/** Of labels that begin at one place the longest, so that `not spam` is not `not`. */
function firstNamed(answer: string, labels: readonly string[]): number {
  let [found, at, length] = [-1, Number.POSITIVE_INFINITY, 0];
  for (const [index, label] of labels.entries()) {
    const start = wordAt(answer, label);
    if (start < 0 || start > at || (start === at && label.length <= length)) continue;
    [found, at, length] = [index, start, label.length];
  }
  return found;
}

/** Where a label stands as a word of its own, or −1. */
function wordAt(text: string, label: string): number {
  for (let start = text.indexOf(label); start >= 0; start = text.indexOf(label, start + 1)) {
    const [before = '', after = ''] = [text[start - 1], text[start + label.length]];
    const isStart = !IN_WORD.test(before) || !IN_WORD.test(label[0] ?? '');
    const isEnd = !IN_WORD.test(after) || !IN_WORD.test(label.at(-1) ?? '');
    if (isStart && isEnd) return start;
  }
  return -1;
}

/** Marks around a letter, those of TeX too. */
const MARKS = String.raw`(?:[\s(["'*_$]|\\(?:boxed|text|textbf|mathrm)\{)*`;
const AT_ONCE = new RegExp(`^${MARKS}([A-Z])(?![\\p{L}\\p{N}'’])`, 'u');
const AFTER_ANSWER = new RegExp(
  `\\b(?:[Aa]nswer|ANSWER|[Oo]ption|[Cc]hoice)[\\s*_]*(?:(?:[Ii]s|IS)(?:\\s*:)?|:)${MARKS}(?:(?:[Oo]ption|[Cc]hoice)\\s${MARKS})?(?![ai] \\p{L})([A-Za-z])(?![\\p{L}\\p{N}'’])`,
  'u',
);

/** A lone letter: `A` at the beginning is one, the article of "A refund" is none, nor that of "the answer is a refund". */
function letterOf(answer: string, labels: number): number {
  const said = AFTER_ANSWER.exec(answer)?.[1] ?? (isArticle(answer) ? undefined : AT_ONCE.exec(answer)?.[1]);
  const position = said === undefined ? -1 : said.toUpperCase().charCodeAt(0) - 65;
  return position < labels ? position : -1;
}

const isArticle = (answer: string): boolean => /^\s*(A|I) [a-z]/.test(answer);
