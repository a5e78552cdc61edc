/** Share of the letters from which on a text is one in Latin letters. */
const MOSTLY = 0.5;

/** Whether what has only ever seen English may judge a text: one without letters it may, since there is nothing to find. */
export function isMostlyLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters === 0 || latin >= MOSTLY * letters;
}
