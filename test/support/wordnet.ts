import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PARTS_OF_SPEECH, type PartOfSpeech } from '../../src/core/metrics/text/wordnet.ts';

/** Synsets made by hand, which show what the real ones have: forms, several parts of speech, words of several words, markers. */
const SYNSETS: Readonly<Record<PartOfSpeech, readonly (readonly string[])[]>> = {
  noun: [
    ['car', 'auto', 'automobile', 'motor_car'],
    ['cable_car', 'car'],
    ['mouse', 'Mus_musculus'],
    ['rodent', 'gnawer', 'mouse'],
    ['sofa', 'couch', 'lounge'],
    ['run', 'tally'],
  ],
  verb: [
    ['buy', 'purchase'],
    ['run', 'scat', 'bunk'],
    ['couch', 'frame', 'cast'],
  ],
  adj: [
    ['quick', 'speedy'],
    ['alive(p)', 'live'],
  ],
  adv: [['quickly', 'speedily', 'chop-chop']],
};
const EXCEPTIONS: Readonly<Record<PartOfSpeech, string>> = {
  ...{ noun: 'mice mouse\n', verb: 'bought buy\nran run\n', adj: '', adv: '' },
};
const LICENCE = '  1 Made by hand in the format of WordNet 3.0 Copyright nobody.\n';

/** Stands for its folder in what is pinned. */
export const MADE_BY_HAND = 'the WordNet made by hand';

/** Writes a small WordNet, with `lexnames` for NLTK. */
export function writeWordNet(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const part of PARTS_OF_SPEECH) {
    const type = part === 'adv' ? 'r' : part.charAt(0);
    let data = LICENCE;
    const places = new Map<string, string[]>();
    for (const names of SYNSETS[part]) {
      const offset = String(data.length).padStart(8, '0');
      const count = names.length.toString(16).padStart(2, '0');
      data += `${offset} 00 ${type} ${count} ${names.map((name) => `${name} 0`).join(' ')} 000 | made by hand\n`;
      for (const name of names) {
        const lemma = name.replace(/\(.*/, '').toLowerCase();
        places.set(lemma, [...(places.get(lemma) ?? []), offset]);
      }
    }
    const entries = [...places].sort().map(([lemma, offsets]) => {
      const { length } = offsets;
      return `${lemma} ${type} ${length} 0 ${length} 0 ${offsets.join(' ')}  \n`;
    });
    writeFileSync(join(folder, `data.${part}`), data);
    writeFileSync(join(folder, `index.${part}`), `${LICENCE}${entries.join('')}`);
    writeFileSync(join(folder, `${part}.exc`), EXCEPTIONS[part]);
  }
  writeFileSync(join(folder, 'lexnames'), '00\tadj.all\t3\n');
  return folder;
}
