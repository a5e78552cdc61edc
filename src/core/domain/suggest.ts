import { closest, distance } from 'fastest-levenshtein';

/** Ways to write one name: `ROUGE-L` and `rougeL`, `macro-f1` and `f1_macro`. */
const FORMS: readonly ((name: string) => string)[] = [
  (name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''),
  (name) =>
    name
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .sort()
      .join(' '),
];

/** The name that was probably meant, or undefined when none is near. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || !/[a-z0-9]/i.test(written)) return undefined;
  for (const form of FORMS) {
    const found = known.find((name) => form(name) === form(written));
    if (found !== undefined) return found;
  }
  const candidate = closest(written, [...known]);
  // Two letters that changed places are two edits, in a name of five too.
  const typos = Math.ceil(Math.max(written.length, candidate.length) / 3);
  return distance(written, candidate) <= typos ? candidate : undefined;
}

/** What to do about an unknown name: the one that was probably meant, and all there are when they are few. */
export function suggestion(written: string, known: readonly string[], what = 'known'): string {
  const near = nearest(written, known);
  const all = known.length === 0 ? `there are none` : `${what}: ${known.join(', ')}`;
  if (near === undefined) return all;
  return known.length > 12 ? `did you mean ${near}?` : `did you mean ${near}? (${all})`;
}
