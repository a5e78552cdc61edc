import { entities } from './escape.ts';

/** Shorter values are in everybody's text, and are no secrets. */
const SHORTEST = 8;

export const STARS = '***';

/** Those of the values that are secrets; the longest first, so that one that begins like another leaves no end behind. */
const realSecrets = (values: readonly string[]): readonly string[] =>
  values.filter(({ length }) => length >= SHORTEST).sort((a, b) => b.length - a.length);

const without = (text: string, forms: readonly string[]) =>
  forms.reduce((rest, form) => rest.replaceAll(form, STARS), text);

/**
 * Takes values that must not be read out of a report. GitHub does so in logs and summaries, and not in what is posted.
 * @param secrets as they are; also found where they are written as inert code
 */
export function redact(markdown: string, secrets: readonly string[]): string {
  return without(
    markdown,
    realSecrets(secrets).flatMap((secret) => [secret, entities(secret)]),
  );
}

/**
 * The same for data, before anything is made of it: however it is escaped, cut or encoded afterwards, the secrets are gone.
 * @returns a copy; numbers, and the shape but for names of keys, are what they were
 */
export function redactAll<T>(data: T, secrets: readonly string[]): T {
  const real = realSecrets(secrets);
  const copy = (value: unknown): unknown => {
    if (typeof value === 'string') return without(value, real);
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [without(key, real), copy(inner)]));
  };
  return copy(data) as T;
}

/** How a secret may stand in a file: as it is, or in a string of JSON, with letters of other alphabets escaped or not. */
export function writtenForms(secrets: readonly string[]): readonly string[] {
  const forms = realSecrets(secrets).flatMap((secret) => {
    const json = JSON.stringify(secret).slice(1, -1);
    const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return [secret, json, json.replace(/[\u0080-\uffff]/g, escaped)];
  });
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}
