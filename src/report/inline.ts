import { htmlCode, oneLine, prose } from './escape.ts';

interface Part {
  /** `ours` is a literal of this program; `prose` and `code` are data, hostile until escaped. */
  readonly kind: 'ours' | 'prose' | 'code';
  readonly text: string;
}

/** A line of report text that knows which of its parts are data, so that no renderer can forget to escape one. */
export type Inline = readonly Part[];

/** Builds a line: the literal parts are trusted, every interpolated string is data. */
export function say(literals: TemplateStringsArray, ...values: readonly (string | Inline)[]): Inline {
  return literals.flatMap((literal, index): Part[] => {
    const value = values[index];
    const data = typeof value === 'string' ? [{ kind: 'prose', text: value } as const] : (value ?? []);
    return literal === '' ? [...data] : [{ kind: 'ours', text: literal }, ...data];
  });
}

/** A name, path or identifier. */
export function code(text: string): Inline {
  return [{ kind: 'code', text }];
}

export function toMarkdown(line: Inline): string {
  return line
    .map(({ kind, text }) => (kind === 'ours' ? text : kind === 'code' ? htmlCode(text) : prose(text)))
    .join('');
}

/** Without markup, for terminals, logs and the `summary` field; still one line and free of control characters. */
export function toPlain(line: Inline): string {
  return line.map(({ kind, text }) => (kind === 'ours' ? text : oneLine(text))).join('');
}
