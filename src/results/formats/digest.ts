import { createHash } from 'node:crypto';
import { canonicalJson } from '../../core/domain/canonical-json.ts';
import { NOT_RECORDED } from '../../core/domain/sample.ts';

/** SHA-256 of a value of a results file, whatever the order of its keys. */
export function digest(value: unknown): string {
  return `sha256:${createHash('sha256')
    .update(canonicalJson(comparable(value)))
    .digest('hex')}`;
}

/** Of what was asked, which a program that left it out or kept it empty did not record. */
export const inputDigest = (asked: unknown): string => (isNothing(asked) ? NOT_RECORDED : digest(asked));

function isNothing(value: unknown): boolean {
  if (typeof value !== 'object' || value === null)
    return value === undefined || value === null || value === '';
  return Object.values(value).every(isNothing);
}

/** A value as a person can compare it, or its digest where it is long. */
export function brief(value: unknown): string {
  const text = canonicalJson(comparable(value));
  return text.length <= 200 ? text : digest(value);
}

/**
 * Python functions are dumped as `<function f at 0x7f…>`, with an address that differs from run to run; absent keys and
 * null mean the same to the harness.
 */
function comparable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/ at 0x[0-9a-f]+>/g, '>');
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const members = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  return Object.fromEntries(members.map(([key, member]) => [key, comparable(member)]));
}
