/**
 * Where a text has to end: before the first occurrence of any stop string, null when there is none.
 * `from` is how much of the text was searched before; an occurrence may begin there and end in what is new.
 */
export function findStop(text: string, from: number, stop: readonly string[]): number | null {
  let first: number | null = null;
  for (const wanted of stop) {
    if (wanted === '') continue;
    const at = text.indexOf(wanted, Math.max(0, from - wanted.length + 1));
    if (at !== -1 && (first === null || at < first)) first = at;
  }
  return first;
}
