/** As many weights as there are; a power of two. */
export const BUCKETS = 1 << 18;

/** Words of one window: about as long as the texts that the weights were learnt from. */
const WINDOW = 30;
const CHARACTERS = [2, 3, 4, 5] as const;
/** With fewer words no sentence is judged by itself: `Damn!` is none. */
const LEAST_WORDS = 3;
/** Behind what ends a sentence or announces one, with the quotes and marks that close it, or at the end of a line. */
const BETWEEN_SENTENCES = /(?<=[.!?…:;])["'”’)\]*_]*\s+|[\r\n]+/u;
/** Characters of a word that are looked at: no word is longer, and a model may write anything. */
const LONGEST_WORD = 40;

/**
 * One spelling of what looks or reads alike: compatibility forms, case and accents (NFKD, without marks), invisible characters,
 * addresses, mentions and entities of the web, and letters that are repeated more than twice. An entity for a letter of ASCII hides it.
 */
function normalised(text: string): string {
  return text
    .replace(/&amp;(?=#)/gi, '&')
    .replace(/&(?:amp|lt|gt|quot|#\d{1,6}|#x[\da-f]{1,5});?/gi, letterOf)
    .replace(/https?:\/\/\S+|(?<![\p{L}\p{N}])@\w+/giu, ' ')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/([^\p{N}])\1{2,}/gu, '$1$1');
}

/** The letter of ASCII that an entity stands for; a space for any other sign, such as a quote. */
function letterOf(entity: string): string {
  const [, hex, decimal] = /^&#(?:x([\da-f]+)|(\d+))/i.exec(entity) ?? [];
  const letter = String.fromCodePoint(
    Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16) || 0,
  );
  return /[A-Za-z]/.test(letter) ? letter : ' ';
}

/** Words, and signs that are no word, such as emoji, each for itself. */
export function readWords(text: string): readonly string[] {
  return normalised(text).match(/[\p{L}\p{N}'’*$@]+|\p{Extended_Pictographic}|[!?]+/gu) ?? [];
}

/** Overlapping pieces of a text, so that one bad sentence is not lost in a long answer; one where there are few words or none. */
export function windowsOf(words: readonly string[]): readonly (readonly string[])[] {
  const windows = [words.slice(0, WINDOW)];
  for (let start = WINDOW / 2; start + WINDOW / 2 < words.length; start += WINDOW / 2)
    windows.push(words.slice(start, start + WINDOW));
  return windows;
}

/**
 * The words of each sentence. Beside ordinary words an insult weighs less than alone: of HateCheck's cases that are found alone, windows of
 * the whole text find one in ten in the midst of an answer.
 */
export const sentencesOf = (text: string): readonly (readonly string[])[] =>
  text
    .split(BETWEEN_SENTENCES)
    .map(readWords)
    .filter((words) => words.length >= LEAST_WORDS);

/** The distinct buckets of words, pairs of words, and pieces of words with their edges. */
export function featuresOf(words: readonly string[]): Uint32Array {
  const buckets = new Set<number>();
  let previous = '';
  for (const word of words) {
    buckets.add(bucketOf('w', word));
    buckets.add(bucketOf('p', `${previous} ${word}`));
    previous = word;
    const edged = [...`<${word.slice(0, LONGEST_WORD)}>`];
    for (const size of CHARACTERS)
      for (let start = 0; start + size <= edged.length; start += 1)
        buckets.add(bucketOf('c', edged.slice(start, start + size).join('')));
  }
  return Uint32Array.from(buckets);
}

/** FNV-1a over UTF-16 code units, its bits mixed as MurmurHash3 ends, since FNV's low ones are weak. */
function bucketOf(kind: string, text: string): number {
  let hash = Math.imul(0x811c9dc5 ^ kind.charCodeAt(0), 0x01000193);
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
}
