import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import { openWordNet, PARTS_OF_SPEECH, type WordNetPart } from '../../../core/metrics/text/wordnet.ts';
import { sha256Hex } from '../scorer.ts';

/**
 * The synonyms of a WordNet that lies in a folder, with what it adds to the version of a scorer.
 * @throws WeighbridgeError `config`; by the function that is given too, where a file is not WordNet's
 */
export async function readWordNet(folder: string, directory: string) {
  const place = resolve(directory, folder);
  const read = async (name: string): Promise<string> => {
    try {
      // Places in WordNet are bytes, and its text is ASCII.
      return await readFile(join(place, name), 'latin1');
    } catch (cause) {
      throw fault(join(place, name), `WordNet cannot be read: ${messageOf(cause)}`, cause);
    }
  };
  const texts = await Promise.all(
    PARTS_OF_SPEECH.map(async (part): Promise<WordNetPart> => {
      const [index, data, exceptions] = await Promise.all(
        [`index.${part}`, `data.${part}`, `${part}.exc`].map(read),
      );
      return { index: index ?? '', data: data ?? '', exceptions: exceptions ?? '' };
    }),
  );
  const [noun, verb, adj, adv] = texts as [WordNetPart, WordNetPart, WordNetPart, WordNetPart];
  const find = openWordNet({ noun, verb, adj, adv });
  return {
    synonymsOf(word: string): ReadonlySet<string> {
      try {
        return find(word);
      } catch (cause) {
        if (!(cause instanceof RangeError)) throw cause;
        throw fault(place, `the files are not those of one WordNet: ${cause.message}`, cause);
      }
    },
    input: sha256Hex(texts.flatMap((part) => [part.index, part.data, part.exceptions]).join('\0')),
  };
}

const fault = (file: string, says: string, cause: unknown) =>
  new WeighbridgeError('config', says, {
    at: { file },
    fix: 'give the folder with index.noun, data.noun, noun.exc and their like: corpora/wordnet of NLTK’s data (python -m nltk.downloader wordnet, unpacked), or /usr/share/wordnet of the Debian package wordnet-base',
    cause,
  });
