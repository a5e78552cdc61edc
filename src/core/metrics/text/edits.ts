import { distance } from 'fastest-levenshtein';

/** What stands for an item is one UTF-16 unit. */
const MOST = 0x10000;

/** Fewest insertions, deletions and substitutions that make one list the other (Levenshtein 1966). */
export function editDistance(left: readonly string[], right: readonly string[]): number {
  const numbers = new Map<string, number>();
  const encode = (items: readonly string[]) =>
    items.map((item) => {
      const number = numbers.get(item) ?? numbers.size;
      numbers.set(item, number);
      return String.fromCharCode(number);
    });
  const [a, b] = [encode(left), encode(right)];
  // More different items than UTF-16 has units: two could share one.
  if (numbers.size > MOST) throw new RangeError(`more than ${MOST} different items`);
  return distance(a.join(''), b.join(''));
}

/** 1 − edits / the longer length, in characters: 1 for two empty texts. */
export function similarityOf(left: string, right: string): number {
  const [a, b] = [Array.from(left), Array.from(right)];
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - editDistance(a, b) / longest;
}
