/** Parts of speech, by the end of the names of WordNet's files. */
export const PARTS_OF_SPEECH = ['noun', 'verb', 'adj', 'adv'] as const;
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];

/** The files of one part of speech, as WordNet 3 has them (`man 5 wndb`); ASCII, since places in them are bytes. */
export interface WordNetPart {
  readonly index: string;
  readonly data: string;
  /** Forms that no rule makes, such as `mice`. */
  readonly exceptions: string;
}

/** Endings and what they become, as `morphy` of NLTK knows them. */
const ENDINGS: Readonly<Record<PartOfSpeech, readonly string[]>> = {
  noun: ['s>', 'ses>s', 'ves>f', 'xes>x', 'zes>z', 'ches>ch', 'shes>sh', 'men>man', 'ies>y'],
  verb: ['s>', 'ies>y', 'es>e', 'es>', 'ed>e', 'ed>', 'ing>e', 'ing>'],
  adj: ['er>', 'est>', 'er>e', 'est>e'],
  adv: [],
};

/** Lines by their first word; those of the licence begin with a space. */
function byFirstWord(text: string): Map<string, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith(' '));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(' ')), line]));
}

/**
 * What shares a synset with a word or with a form that it is of, in lower case as it is asked; without what is of several words.
 * @throws RangeError, when asked, for a line that is none of WordNet's
 */
export function openWordNet(
  parts: Readonly<Record<PartOfSpeech, WordNetPart>>,
): (word: string) => ReadonlySet<string> {
  const synsets = PARTS_OF_SPEECH.map((part) => synsetsOf(part, parts[part]));
  const known = new Map<string, ReadonlySet<string>>();
  return (word) => {
    const found = known.get(word) ?? new Set(synsets.flatMap((of) => of(word)));
    known.set(word, found);
    return found;
  };
}

function synsetsOf(
  part: PartOfSpeech,
  { index, data, exceptions }: WordNetPart,
): (word: string) => readonly string[] {
  const entries = byFirstWord(index);
  const irregular = byFirstWord(exceptions);
  const endings = ENDINGS[part].map((each) => each.split('>') as [string, string]);
  const formsOf = (word: string): string[] => {
    const given = irregular.get(word)?.trim().split(/\s+/).slice(1);
    const made = endings.flatMap(([ending, other]) =>
      word.endsWith(ending) ? [word.slice(0, word.length - ending.length) + other] : [],
    );
    return [...new Set([word, ...(given ?? made)])];
  };
  return (word) =>
    formsOf(word).flatMap((form) => {
      const entry = entries.get(form);
      return entry === undefined
        ? []
        : offsetsOf(entry, part).flatMap((offset) => lemmasAt(data, offset, part));
    });
}

/** `lemma pos synset_cnt p_cnt [symbol…] sense_cnt tagsense_cnt offset…`. */
function offsetsOf(entry: string, part: PartOfSpeech): readonly string[] {
  const fields = entry.trim().split(/\s+/);
  const count = Number(fields[2]);
  const offsets = count > 0 ? fields.slice(-count) : [];
  if (offsets.length !== count || !offsets.every((offset) => /^\d{8}$/.test(offset)))
    throw new RangeError(`index.${part} has no synsets of ${JSON.stringify(fields[0])}`);
  return offsets;
}

/** `offset lex_filenum ss_type w_cnt word lex_id [word lex_id…] …`, w_cnt in hexadecimal. */
function lemmasAt(data: string, offset: string, part: PartOfSpeech): readonly string[] {
  const start = Number(offset);
  const line = data.slice(start, data.indexOf('\n', start));
  const [at, , , count = '', ...rest] = line.split(' ');
  if (at !== offset || !/^[0-9a-f]{2}$/i.test(count))
    throw new RangeError(`data.${part} has no synset at ${offset}`);
  const names = rest.slice(0, 2 * Number.parseInt(count, 16)).filter((_, place) => place % 2 === 0);
  return names.map((name) => name.replace(/\([^()]*\)$/, '')).filter((name) => !name.includes('_'));
}
