import { closest, distance } from 'fastest-levenshtein';

/** The name that was probably meant, or undefined when none is near. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const lower = written.toLowerCase().replaceAll('-', '_');
  const found = known.find((name) => name.toLowerCase().replaceAll('-', '_') === lower);
  if (found !== undefined) return found;
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
