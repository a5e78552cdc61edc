import type { Verdict } from '../core/domain/verdict.ts';
import { oneLine } from './escape.ts';

type Part =
  /** A literal of this program, plain or emphasised. */
  | { readonly kind: 'ours' | 'strong'; readonly text: string }
  /** Data, hostile until escaped: a sentence, or a name, path or identifier. */
  | { readonly kind: 'prose' | 'code'; readonly text: string }
  | { readonly kind: 'verdict'; readonly text: string; readonly verdict: Verdict }
  /** To an address that was checked. */
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/** A line of report text that knows which of its parts are data, so that no serializer can forget to escape one. */
export type Inline = readonly Part[];

/** Builds a line: the literal parts are trusted, every interpolated string is data. */
export function inline(literals: TemplateStringsArray, ...values: readonly (string | Inline)[]): Inline {
  return literals.flatMap((literal, index): Inline => {
    const value = values[index];
    const data = typeof value === 'string' ? [{ kind: 'prose', text: value } as const] : (value ?? []);
    return literal === '' ? data : [{ kind: 'ours', text: literal }, ...data];
  });
}

/** Text of this program that is not a literal where it is used. */
export const ours = (text: string): Inline => (text === '' ? [] : [{ kind: 'ours', text }]);

export const strong = (text: string): Inline => [{ kind: 'strong', text }];

/** A name, path or identifier. */
export const code = (text: string): Inline => [{ kind: 'code', text }];

/** Those that say anything, one after the other. */
export function joined(lines: readonly Inline[], separator = ' '): Inline {
  const said = lines.filter(({ length }) => length > 0);
  return said.flatMap((line, index) => (index === 0 ? line : [...ours(separator), ...line]));
}

/** Without markup, for terminals, logs and the `summary` field; still one line and free of control characters. */
export function toPlain(line: Inline): string {
  return line.map(plainPart).join('');
}

export function plainPart(part: Part): string {
  if (part.kind === 'link') return `${part.text}: ${part.url}`;
  return part.kind === 'prose' || part.kind === 'code' ? oneLine(part.text) : part.text;
}
