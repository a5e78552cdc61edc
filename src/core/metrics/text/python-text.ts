/** What Python's `str` calls white space; the `\s` of JavaScript has U+FEFF as well, and lacks U+001C to U+001F and U+0085. */
const SPACE = '\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000';
/** The same as a class, for patterns of JavaScript and of RE2: the characters themselves stand in it. */
export const SPACE_CLASS = `[${SPACE}]`;
const AROUND = [new RegExp(`^[${SPACE}]+`), new RegExp(`[${SPACE}]$`)] as const;
const SPACES = new RegExp(`[${SPACE}]+`);
const WORD = /[\p{L}\p{N}_]/u;

/** `str.split()`: the words between white space. */
export const splitWords = (text: string): string[] => text.split(SPACES).filter((word) => word !== '');

/** `str.rstrip()`. The end is looked for from behind: a pattern would begin anew at each space inside. */
export function stripEnd(text: string): string {
  let end = text.length;
  while (end > 0 && AROUND[1].test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** `str.strip()`. */
export const strip = (text: string): string => stripEnd(text).replace(AROUND[0], '');

/** Whether a character is one of `\w`: what `str.isalnum` knows, and the underscore. */
export const isWordCharacter = (character: string): boolean => WORD.test(character);

/** `str.isupper()`: some letter has a case, and none another. */
export const isUpper = (text: string): boolean =>
  /\p{Uppercase}/u.test(text) && !/[\p{Lowercase}\p{Lt}]/u.test(text);

/** `str.islower()`. */
export const isLower = (text: string): boolean =>
  /\p{Lowercase}/u.test(text) && !/[\p{Uppercase}\p{Lt}]/u.test(text);

/** `string.punctuation`: ASCII alone. */
export const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/g;
