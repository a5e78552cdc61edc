import crypto, { createHash } from 'node:crypto';
import { canonicalJson } from '../../core/domain/canonical-json.ts';
import type { Members } from '../../core/domain/json.ts';
import { NOT_RECORDED } from '../../core/domain/sample.ts';

/** SHA-256 of a value of a results file, whatever the order of its keys. */
export const digest = (value: unknown): string => digestOfJson(comparableJson(value));

/** The same of what `comparableJson` has made of a value. */
export const digestOfJson = (text: string): string => `sha256:${sha256(text)}`;

/** In one call where Node has it, from 20.12 on: a results file has five of them a sample. */
const sha256: (text: string) => string =
  'hash' in crypto
    ? (text) => crypto.hash('sha256', text)
    : (text) => createHash('sha256').update(text).digest('hex');

/** Of what was asked, which a program that left it out or kept it empty did not record. */
export const inputDigest = (asked: unknown): string => (isNothing(asked) ? NOT_RECORDED : digest(asked));

function isNothing(value: unknown): boolean {
  if (typeof value !== 'object' || value === null)
    return value === undefined || value === null || value === '';
  return Object.values(value).every(isNothing);
}

/** A value as a person can compare it, or its digest where it is long. */
export function brief(value: unknown): string {
  const text = comparableJson(value);
  return text.length <= 200 ? text : digest(value);
}

/**
 * Canonical JSON of what can be compared. Python functions are dumped as `<function f at 0x7f…>`, with an address that differs from run to
 * run; absent keys and null mean the same to the harness.
 */
export function comparableJson(value: unknown): string {
  if (typeof value === 'string') return comparableText(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return `"${value}"`;
  if (typeof value !== 'object' || value === null) return canonicalJson(value ?? null);
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${comparableJson(item)}`;
    return `[${text}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const member = (value as Members)[key];
    if (member === null || member === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${comparableJson(member)}`;
  }
  return `{${text}}`;
}

/** The last text: the choices of a question are asked for behind one prompt, over and over. */
let known = { text: '', json: '""' };

function comparableText(text: string): string {
  if (text !== known.text) {
    const json = JSON.stringify(text.includes(' at 0x') ? text.replace(/ at 0x[0-9a-f]+>/g, '>') : text);
    if (text.length < LONG) return json;
    known = { text, json };
  }
  return known.json;
}

/** Shorter ones stand between the long ones, and take no time. */
const LONG = 100;
