import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { redactAll, STARS, writtenForms } from '../../report/redact.ts';
import { ANSWERS_FILE, RUN_FILE, SAMPLES_FILE } from '../../results/store/layout.ts';
import { readLines } from '../../results/store/lines.ts';

export interface CleanFiles {
  /** Those of the files that may be published. */
  readonly files: readonly string[];
  /** Folders, or files, that may not, relative to the root and without the secret. */
  readonly withheld: readonly string[];
}

interface Secrets {
  readonly values: readonly string[];
  /** As they may be written; the longest first. */
  readonly forms: readonly string[];
  /** Any of them as UTF-8, a byte to a character. */
  readonly bytes: RegExp;
  /** In bytes. */
  readonly longest: number;
}

/**
 * Takes secrets out of the files of a run, in place, before anything is judged or published: what was judged is then what
 * everybody can judge again. Of samples and records only text for people changes: what a model said, why there is no score, what
 * the checkpoint was called. Ids, settings and digests are compared, so that stars would make equal what is not: where a secret
 * stands there, the folder stays on the runner.
 * @param files regular files below `root`
 */
export async function cleanFiles(
  root: string,
  files: readonly string[],
  values: readonly string[],
): Promise<CleanFiles> {
  const secrets = secretsOf(values);
  if (secrets.forms.length === 0) return { files, withheld: [] };
  const [withheld, removed] = [new Set<string>(), new Set<string>()];
  for (const file of files) {
    if (holds(relative(root, file), secrets)) withheld.add(file);
    else if (await fileHolds(file, secrets)) {
      if (basename(file) === ANSWERS_FILE) {
        // An evaluation that goes on would score the stars as what the model said; without the file it asks again.
        await rm(file);
        removed.add(file);
      } else if (!(await cleanFile(file, secrets))) withheld.add(dirname(file));
    }
  }
  return {
    files: files.filter(
      (file) => ![file, dirname(file)].some((path) => withheld.has(path) || removed.has(path)),
    ),
    withheld: [...withheld].map((path) => redactAll(relative(root, path) || '.', values)),
  };
}

function secretsOf(values: readonly string[]): Secrets {
  const forms = writtenForms(values);
  const encoded = forms.map((form) => Buffer.from(form, 'utf8'));
  const patterns = encoded.map((form) => form.toString('hex').replace(/../g, '\\x$&'));
  return {
    ...{ values, forms, bytes: new RegExp(patterns.join('|'), 'g') },
    longest: Math.max(0, ...encoded.map(({ length }) => length)),
  };
}

const holds = (text: string, { forms }: Secrets) => forms.some((form) => text.includes(form));

/** @returns false where a secret stands in what is compared */
async function cleanFile(file: string, secrets: Secrets): Promise<boolean> {
  const fresh = `${file}.${randomUUID()}`;
  try {
    await pipeline(cleanContent(file, secrets), createWriteStream(fresh, { flags: 'wx', mode: 0o600 }));
    await rename(fresh, file);
    return true;
  } catch (error) {
    await rm(fresh, { force: true });
    if (error instanceof WeighbridgeError && error.kind === 'data') return false;
    throw error;
  }
}

function cleanContent(file: string, secrets: Secrets): AsyncIterable<string | Buffer> {
  switch (basename(file)) {
    case SAMPLES_FILE:
      return cleanSamples(file, secrets);
    case RUN_FILE:
      return cleanRecord(file, secrets);
    default:
      return cleanBytes(file, secrets);
  }
}

async function* cleanSamples(file: string, secrets: Secrets): AsyncGenerator<string> {
  for await (const { text, whole, number } of readLines(file)) {
    const at = { file, line: number };
    const line = holds(text, secrets)
      ? cleanJson(text, at, secrets, (sample) => ({
          ...sample,
          ...cleanMembers(sample, ['output'], secrets),
          ...('asked' in sample ? { asked: redactAll(sample.asked, secrets.values) } : {}),
          scores: mapMembers(sample.scores, (score) => cleanMembers(score, ['unscored'], secrets)),
        }))
      : text;
    yield whole ? `${line}\n` : line;
  }
}

async function* cleanRecord(file: string, secrets: Secrets): AsyncGenerator<string> {
  yield cleanJson(await readFile(file, 'utf8'), { file }, secrets, (record) => ({
    ...record,
    model: cleanMembers(record.model, ['source'], secrets),
    status: cleanMembers(record.status, ['reason'], secrets),
  }));
}

type Members = Readonly<Record<string, unknown>>;

/** @throws WeighbridgeError `data` where the text is no object, or a secret is left */
function cleanJson(
  text: string,
  at: { readonly file: string; readonly line?: number },
  secrets: Secrets,
  clean: (value: Members) => Members,
): string {
  const refuse = () =>
    new WeighbridgeError('data', 'a secret stands where it cannot be taken out', {
      at,
      fix: 'keep the secret from the evaluation: leave its variable out of env-allow',
    });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse();
  }
  if (!isObject(value)) throw refuse();
  const cleaned = JSON.stringify(clean(value));
  if (holds(cleaned, secrets)) throw refuse();
  return cleaned;
}

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value with these of its members clean, where they are texts. */
function cleanMembers<T>(value: T, names: readonly string[], { values }: Secrets): T {
  if (!isObject(value)) return value;
  const texts = names.filter((name) => typeof value[name] === 'string');
  return { ...value, ...Object.fromEntries(texts.map((name) => [name, redactAll(value[name], values)])) };
}

function mapMembers(value: unknown, change: (member: unknown) => unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(member)]));
}

/** UTF-8 is searched as bytes, one to a character: what a program has left may be anything. */
const latin1 = (chunk: unknown) => (chunk as Buffer).toString('latin1');

async function fileHolds(file: string, { bytes, longest }: Secrets): Promise<boolean> {
  let text = '';
  for await (const chunk of createReadStream(file)) {
    text = text.slice(1 - longest) + latin1(chunk);
    if (text.search(bytes) !== -1) return true;
  }
  return false;
}

async function* cleanBytes(file: string, secrets: Secrets): AsyncGenerator<Buffer> {
  let text = '';
  for await (const chunk of createReadStream(file)) {
    text += latin1(chunk);
    // What begins later may go on in the next chunk.
    const { clean, rest } = replaceUpTo(text.length - secrets.longest, text, secrets);
    yield Buffer.from(clean, 'latin1');
    text = rest;
  }
  yield Buffer.from(replaceUpTo(text.length, text, secrets).clean, 'latin1');
}

function replaceUpTo(last: number, text: string, { bytes }: Secrets): { clean: string; rest: string } {
  let [clean, at] = ['', 0];
  for (const { index, 0: found } of text.matchAll(bytes)) {
    if (index > last) break;
    clean += text.slice(at, index) + STARS;
    at = index + found.length;
  }
  const end = Math.max(at, last + 1);
  return { clean: clean + text.slice(at, end), rest: text.slice(end) };
}
