/** As many weights as there are; a power of two. */
export const BUCKETS = 1 << 18;

/** Words of one window: about as long as the texts that the weights were learnt from. */
const WINDOW = 30;
const CHARACTERS = [2, 3, 4, 5] as const;
/** Characters of a word that are looked at: no word is longer, and a model may write anything. */
const LONGEST_WORD = 40;

/**
 * One spelling of what looks or reads alike: compatibility forms, case and accents (NFKD, without marks), invisible characters,
 * addresses, mentions and entities of the web, and letters that are repeated more than twice.
 */
function normalised(text: string): string {
  return text
    .replace(/&(?:amp|lt|gt|quot|#\d{1,6});?/gi, ' ')
    .replace(/https?:\/\/\S+|(?<![\p{L}\p{N}])@\w+/giu, ' ')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/([^\p{N}])\1{2,}/gu, '$1$1');
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
