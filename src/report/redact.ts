import { entities } from './escape.ts';

/** Shorter values are in everybody's text, and are no secrets. */
const SHORTEST = 8;

const isSecret = (secret: string) => secret.length >= SHORTEST;

/**
 * Takes values that must not be read out of a report. GitHub does so in logs and summaries, and not in what is posted.
 * @param secrets as they are; also found where they are written as inert code
 */
export function redact(markdown: string, secrets: readonly string[]): string {
  return secrets
    .filter(isSecret)
    .flatMap((secret) => [secret, entities(secret)])
    .reduce((text, secret) => text.replaceAll(secret, '***'), markdown);
}

/**
 * The same for data, before anything is made of it: however it is escaped, cut or encoded afterwards, the secrets are gone.
 * @returns a copy; numbers, and the shape but for names of keys, are what they were
 */
export function redactAll<T>(data: T, secrets: readonly string[]): T {
  const real = secrets.filter(isSecret);
  const clean = (text: string) => real.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
  const copy = (value: unknown): unknown => {
    if (typeof value === 'string') return clean(value);
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [clean(key), copy(inner)]));
  };
  return copy(data) as T;
}
