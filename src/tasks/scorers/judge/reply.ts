import { z } from 'zod';
import type { Criterion, GradeScale } from './options.ts';

/** One score a criterion, in their order, or why there is none. */
export type Grades = { readonly scores: readonly number[] } | { readonly fault: string };

const NO_FORM = { fault: 'the reply of the judge is not the JSON object that it was asked for' };

/**
 * Makes what reads the grades out of a reply. A reply is hostile: it may hold whatever the judged answer talked the judge into, so
 * that a number counts only in the score field of the one object that has exactly the form asked for. Where there are two such
 * objects, or a key twice, nobody knows which is meant.
 */
export function gradesReader(
  criteria: readonly Pick<Criterion, 'name'>[],
  { min, max }: GradeScale,
): (reply: string) => Grades {
  const grade = z.strictObject({ reason: z.string(), score: z.int().min(min).max(max) });
  const form = z.strictObject(Object.fromEntries(criteria.map(({ name }) => [name, grade])));
  const read = objectReader(form, 3 * criteria.length);
  return (reply) => {
    const data = read(reply);
    if ('fault' in data && typeof data.fault === 'string') return { fault: data.fault };
    const grades = data as z.infer<typeof form>;
    return { scores: criteria.map(({ name }) => grades[name]?.score ?? Number.NaN) };
  };
}

/**
 * Makes what reads the one object of a form out of a reply, with nothing else of the form beside it.
 * @param keys that the form has, with those within
 */
export function objectReader<Form extends z.ZodType<object>>(
  form: Form,
  keys: number,
): (reply: string) => z.infer<Form> | { readonly fault: string } {
  return (reply) => {
    const [text, ...others] = objectsIn(reply.replace(/^\s*<think>[\s\S]*?<\/think>/, '').trim());
    if (text === undefined) return NO_FORM;
    if (others.length > 0) return { fault: 'the reply of the judge holds more than one JSON object' };
    const { data } = form.safeParse(JSON.parse(text));
    if (data === undefined) return NO_FORM;
    // JSON.parse keeps the last of two keys. Within a string the quotes of one would be escaped.
    const said = text.match(/(?<!\\)"\s*:/g)?.length ?? 0;
    return said > keys ? { fault: 'the reply of the judge says something twice' } : data;
  };
}

/** A reply with more of them that begin nothing is none, and must not take long to be found out. */
const MOST_BRACES = 64;

/** The JSON objects in a text that are not within another one, with all else left out. */
function objectsIn(text: string): readonly string[] {
  const found: string[] = [];
  let stray = 0;
  for (let start = text.indexOf('{'); start >= 0 && stray < MOST_BRACES; ) {
    const end = endOfObject(text, start);
    const piece = end === null ? '' : text.slice(start, end);
    if (end !== null && isJson(piece)) {
      found.push(piece);
      start = text.indexOf('{', end);
    } else {
      stray += 1;
      start = text.indexOf('{', start + 1);
    }
  }
  return stray < MOST_BRACES ? found : [];
}

/** Behind the brace that closes the one at `start`, strings skipped; null where none does. */
function endOfObject(text: string, start: number): number | null {
  let depth = 0;
  let isString = false;
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at];
    if (isString) {
      if (letter === '\\') at += 1;
      else if (letter === '"') isString = false;
    } else if (letter === '"') isString = true;
    else if (letter === '{') depth += 1;
    else if (letter === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
