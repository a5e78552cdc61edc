import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { type PunktModel, SMALL_ENGLISH } from '../../core/metrics/text/punkt.ts';
import { sha256Hex } from './scorer.ts';

const FILES = ['abbrev_types.txt', 'collocations.tab', 'sent_starters.txt', 'ortho_context.tab'] as const;

/**
 * The model by which sentences are told, with what it adds to the version of a scorer.
 * @param folder of NLTK's `punkt_tab`; undefined for the small one that is built in
 * @throws WeighbridgeError `config`
 */
export async function openPunkt(
  folder: string | undefined,
  directory: string,
): Promise<{ readonly model: PunktModel; readonly input: string }> {
  if (folder === undefined) return { model: SMALL_ENGLISH, input: 'small-english-1' };
  const texts = await Promise.all(FILES.map((name) => read(join(resolve(directory, folder), name))));
  const [abbreviations = [], collocations = [], sentenceStarters = [], spelling = []] = texts.map((text) =>
    text.split('\n').filter((line) => line !== ''),
  );
  return {
    model: {
      abbreviations: new Set(abbreviations),
      collocations: new Set(collocations.map((line) => line.replace('\t', ' '))),
      sentenceStarters: new Set(sentenceStarters),
      spelling: new Map(
        spelling.map((line) => {
          const [type = '', bits = ''] = line.split('\t');
          return [type, Number(bits)];
        }),
      ),
    },
    input: sha256Hex(texts.join('\0')),
  };
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new WeighbridgeError('config', `Punkt's model cannot be read: ${messageOf(cause)}`, {
      at: { file },
      fix: "give the folder tokenizers/punkt_tab/english of NLTK's data (python -m nltk.downloader punkt_tab), or leave the option punkt out",
      cause,
    });
  }
}
