import type { LogEntry } from '../../core/domain/curves.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { entryOf } from './entry.ts';

/** No trainer prints so much at once. What is longer is not searched for entries, which would take too long. */
const MOST_LENGTH = 20_000;

/** A flat dictionary of Python as `print` shows it: `{'loss': 1.2, 'grad_norm': nan, 'epoch': 0.1}`. */
const DICTIONARY = /\{'[^{}]*\}/g;
const PAIR = /'([^'\\]+)': (?:'([^'\\]*)'|([^,'{}]+))(?=[,}])/g;
const BEGUN = /\{'(?:train_|eval_)?loss'/;

/** Whether a text has such lines. */
export const isPrinted = (text: string): boolean => /\{'[^'\n]{1,100}': /.test(text);

/**
 * What a trainer printed among progress bars and messages, which are passed over. Read as text: nothing is evaluated.
 * @throws WeighbridgeError `data` where a dictionary with a loss is torn, or a line is too long to be looked through
 */
export function printedEntries(text: string, file: string): readonly LogEntry[] {
  return text.split('\n').flatMap((row, index) => {
    const line = index + 1;
    // Progress bars go back to the beginning of their line.
    return row.split('\r').flatMap((part) => {
      if (part.length > MOST_LENGTH) {
        if (!part.includes("{'")) return [];
        throw new WeighbridgeError(
          'data',
          `a line of the training log with an entry has ${part.length} characters, and at most ${MOST_LENGTH} are read`,
          { at: { file, line }, fix: 'take that line out, or name the trainer_state.json of the checkpoint' },
        );
      }
      const found = part.match(DICTIONARY) ?? [];
      if (BEGUN.test(part.replace(DICTIONARY, ''))) {
        throw new WeighbridgeError('data', 'a line of the training log is torn: its last entry has no end', {
          at: { file, line },
          fix: 'copy the whole log, or name the trainer_state.json of the checkpoint',
        });
      }
      return found.map((dictionary) => entryOf(pairsOf(dictionary), file, line));
    });
  });
}

const pairsOf = (dictionary: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...dictionary.matchAll(PAIR)].map(([, name = '', quoted, bare = '']) => [name, quoted ?? bare.trim()]),
  );
