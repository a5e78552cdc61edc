/**
 * Words of any script: runs of letters, marks and digits, with an apostrophe inside. Scripts that put no space between words give a word a
 * character, so that a longer answer has more of them in every language.
 */
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}])+(?:['’]\p{L}+)*/gu;

/** In lower case, in their order. */
export const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(WORDS) ?? [];
