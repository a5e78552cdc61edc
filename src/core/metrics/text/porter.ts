/** Words that the rules would get wrong: those that Porter was told of over the years. */
const IRREGULAR: Readonly<Record<string, string>> = {
  ...{ sky: 'sky', skies: 'sky', dying: 'die', lying: 'lie', tying: 'tie', news: 'news', howe: 'howe' },
  ...{ innings: 'inning', inning: 'inning', outings: 'outing', outing: 'outing', cannings: 'canning' },
  ...{ canning: 'canning', proceed: 'proceed', exceed: 'exceed', succeed: 'succeed' },
};

type Condition = (stem: string) => boolean;
type Rule = readonly [suffix: string, replacement: string, condition?: Condition];

/** Of each character whether it is a consonant: a `y` is one unless it follows one. */
function consonants(word: string): boolean[] {
  const flags: boolean[] = [];
  for (const character of word) {
    flags.push(character === 'y' ? flags.at(-1) !== true : !'aeiou'.includes(character));
  }
  return flags;
}

/** Porter's m: how often a vowel is followed by a consonant. */
const measure = (stem: string): number =>
  consonants(stem).filter((is, index, flags) => is && flags[index - 1] === false).length;

const isPositive: Condition = (stem) => measure(stem) > 0;
const isLong: Condition = (stem) => measure(stem) > 1;
const hasVowel: Condition = (stem) => consonants(stem).includes(false);

function endsInDouble(word: string): boolean {
  const [last, before] = Array.from(word).reverse();
  return last !== undefined && last === before && consonants(word).at(-1) === true;
}

/** Consonant, vowel, consonant at the end, as in `hop`; also `ox` and the like, two letters long. */
function endsShort(word: string): boolean {
  const flags = consonants(word);
  const [third, second, last] = flags.slice(-3);
  if (flags.length === 2) return third === false && second === true;
  return third === true && second === false && last === true && !/[wxy]$/.test(word);
}

/** The first rule whose suffix the word has decides, whether its condition holds or not. */
function apply(word: string, rules: readonly Rule[]): string {
  const rule = rules.find(([suffix]) => word.endsWith(suffix));
  if (rule === undefined) return word;
  const [suffix, replacement, condition] = rule;
  const stem = word.slice(0, word.length - suffix.length);
  return condition === undefined || condition(stem) ? stem + replacement : word;
}

const rulesOf = (condition: Condition, pairs: string): Rule[] =>
  pairs.split(' ').map((pair) => {
    const [suffix = '', replacement = ''] = pair.split('>');
    return [suffix, replacement, condition];
  });

const PLURALS: readonly Rule[] = [
  ['sses', 'ss'],
  ['ies', 'i'],
  ['ss', 'ss'],
  ['s', ''],
];
const STEP_2 = rulesOf(
  isPositive,
  'ational>ate tional>tion enci>ence anci>ance izer>ize bli>ble alli>al entli>ent eli>e ousli>ous ization>ize ation>ate ator>ate alism>al iveness>ive fulness>ful ousness>ous aliti>al iviti>ive biliti>ble fulli>ful',
);
const STEP_3 = rulesOf(isPositive, 'icate>ic ative> alize>al iciti>ic ical>ic ful> ness>');
const STEP_4: readonly Rule[] = [
  ...rulesOf(isLong, 'al ance ence er ic able ible ant ement ment ent'),
  ['ion', '', (stem) => isLong(stem) && /[st]$/.test(stem)],
  ...rulesOf(isLong, 'ou ism ate iti ous ive ize'),
];

const withoutPlural = (word: string): string =>
  word.endsWith('ies') && Array.from(word).length === 4 ? word.slice(0, -1) : apply(word, PLURALS);

function withoutPast(word: string): string {
  if (word.endsWith('ied')) return Array.from(word).length === 4 ? word.slice(0, -1) : word.slice(0, -2);
  if (word.endsWith('eed')) return apply(word, [['eed', 'ee', isPositive]]);
  const stem = /^(.*?)(?:ed|ing)$/su.exec(word)?.[1];
  if (stem === undefined || !hasVowel(stem)) return word;
  if (/(at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (endsInDouble(stem)) return /[lsz]$/.test(stem) ? stem : Array.from(stem).slice(0, -1).join('');
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

function withoutDerivation(word: string): string {
  if (word.endsWith('alli') && isPositive(word.slice(0, -4))) return withoutDerivation(word.slice(0, -2));
  // The `l` counts with the stem, so that `geology` goes the way of `archaeology`.
  return apply(word, [...STEP_2, ['logi', 'log', (stem) => isPositive(`${stem}l`)]]);
}

function withoutE(word: string): string {
  const stem = word.slice(0, -1);
  return word.endsWith('e') && (isLong(stem) || (measure(stem) === 1 && !endsShort(stem))) ? stem : word;
}

/**
 * The stem of an English word in lower case: Porter 1980, "An algorithm for suffix stripping", with what NLTK 3.10 adds to it
 * (`PorterStemmer.NLTK_EXTENSIONS`).
 */
export function porterStem(word: string): string {
  if (Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word] ?? word;
  if (Array.from(word).length <= 2) return word;
  const parted = withoutPast(withoutPlural(word));
  const ended = apply(parted, [
    ['y', 'i', (stem) => Array.from(stem).length > 1 && consonants(stem).at(-1) === true],
  ]);
  const short = withoutE(apply(apply(withoutDerivation(ended), STEP_3), STEP_4));
  return short.endsWith('ll') && isLong(short.slice(0, -1)) ? short.slice(0, -1) : short;
}
