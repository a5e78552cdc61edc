import { SPACE_CLASS, splitWords } from './python-text.ts';

const W = '[\\p{L}\\p{N}_]';
const END = `(?![\\p{L}\\p{N}_])`;
const START = `(?<![\\p{L}\\p{N}_])`;

type Step = readonly [pattern: RegExp, replacement: string];

const QUOTES: readonly Step[] = [
  [/([«“‘„]|`+)/gu, ' $1 '],
  [/^"/gu, '``'],
  [/(``)/gu, ' $1 '],
  [/([ ([{<])("|'{2})/gu, '$1 `` '],
  [new RegExp(`(?<!${W})(')(?!(?:re|ve|ll|m|t|s|d|n)${END})(?=${W})`, 'giu'), '$1 '],
];

/** A possessive `X*+` is written `(?=(X*))\\n`: what a run of marks holds is not tried again piece by piece. */
const PUNCTUATION: readonly Step[] = [
  [new RegExp(`([^.])(\\.)(?=([\\])}>"'»”’ ]*))\\3${SPACE_CLASS}*$`, 'gu'), '$1 $2 $3 '],
  [/([:,])([^\p{Nd}])/gu, ' $1 $2'],
  [/([:,])$/gu, ' $1 '],
  [/\.{2,}/gu, ' $& '],
  [/[;@#$%&]/gu, ' $& '],
  [/[\u2012-\u2015]/gu, ' $& '],
  [new RegExp(`([^.])(\\.)(?=([\\])}>"']*))\\3${SPACE_CLASS}*$`, 'gu'), '$1 $2$3 '],
  [/[?!]/gu, ' $& '],
  [/([^'])' /gu, "$1 ' "],
  [/[*]/gu, ' $& '],
  [/[\][(){}<>]/gu, ' $& '],
  [/--/gu, ' -- '],
];

const ENDINGS: readonly Step[] = [
  [/([»”’])/gu, ' $1 '],
  [/''/gu, " '' "],
  [/"/gu, " '' "],
  [new RegExp(`${SPACE_CLASS}+`, 'gu'), ' '],
  [/([^' ])('[sS]|'[mM]|'[dD]|') /gu, '$1 $2 '],
  [/([^' ])('ll|'LL|'re|'RE|'ve|'VE|n't|N'T) /gu, '$1 $2 '],
  ...(['can:not', "d:'ye", 'gim:me', 'gon:na', 'got:ta', 'lem:me', "more:'n"] as const).map((pair): Step => {
    const [left, right] = pair.split(':');
    return [new RegExp(`${START}(${left})(${right})${END}`, 'giu'), ' $1 $2 '];
  }),
  [new RegExp(`${START}(wan)(na)(?=${SPACE_CLASS})`, 'giu'), ' $1 $2 '],
  [new RegExp(` ('t)(is)${END}`, 'giu'), ' $1 $2 '],
  [new RegExp(` ('t)(was)${END}`, 'giu'), ' $1 $2 '],
];

/** Tokens of one sentence, as the `NLTKWordTokenizer` of NLTK 3.10 makes them: those of the Penn Treebank, improved. */
export function nltkWords(sentence: string): string[] {
  const apply = (text: string, [pattern, replacement]: Step) => text.replace(pattern, replacement);
  const parted = [...QUOTES, ...PUNCTUATION].reduce(apply, sentence);
  return splitWords(ENDINGS.reduce(apply, ` ${parted} `));
}
