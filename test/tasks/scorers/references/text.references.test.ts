import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Asked, askReference, referencePython } from '../../../../scripts/references.ts';
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

const RANDOM: Readonly<Record<string, fc.Arbitrary<Asked>>> = {
  squad_em: fc.tuple(fc.constant('squad_em'), text, text),
  squad_f1: fc.tuple(fc.constant('squad_f1'), text, text),
  edit_similarity: fc
    .tuple(fc.constant('edit_similarity'), text, target)
    .map(([name, a, b]) => [name, a.trim(), b.trim()] as const),
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
