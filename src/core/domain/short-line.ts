/** Controls, and characters that change how text reads without being seen (Unicode: Cc, Cf, Zl, Zp, surrogates). */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu;

/**
 * What another program, a server or a model said, for a message of ours: on one line, without what cannot be seen, of at most `most`
 * characters and an ellipsis where more was said.
 */
export function shortLine(text: string, most: number): string {
  // Nobody looks at megabytes to show a line of them.
  const line = text
    .slice(0, 20 * most)
    .replace(UNSEEN, ' ')
    .trim();
  const shown = [...line].slice(0, most).join('');
  return shown.length < line.length || text.length > 20 * most ? `${shown}…` : line;
}
