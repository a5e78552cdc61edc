import { entities } from './escape.ts';

/** Shorter values are in everybody's text, and are no secrets. */
const SHORTEST = 8;

/**
 * Takes values that must not be read out of a report. GitHub does so in logs and summaries, and not in what is posted.
 * @param secrets as they are; also found where they are written as inert code
 */
export function redact(markdown: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= SHORTEST)
    .flatMap((secret) => [secret, entities(secret)])
    .reduce((text, secret) => text.replaceAll(secret, '***'), markdown);
}
