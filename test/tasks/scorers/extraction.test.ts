import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/tasks/scorers/language.ts';
import { answer, configured, issuesOf, scoresOf } from '../../support/scoring.ts';

// Pins contains, contains_any, contains_all, starts_with, ends_with, numeric, length_within, language.

type Row = [
  what: string,
  entry: Record<string, unknown>,
  output: string,
  targets: string[],
  expected: number,
];

test.each<Row>([
  ['an article', { name: 'squad_em' }, 'The Eiffel Tower.', ['eiffel tower'], 1],
  ['an article inside a word', { name: 'squad_em' }, 'theory', ['ory'], 0],
  ['no answer to find', { name: 'squad_em' }, ' ', [''], 1],
  ['an answer where there is none', { name: 'squad_f1' }, 'Paris', [''], 0],
  ['half of the words', { name: 'squad_f1' }, 'red green', ['red', 'blue green yellow black'], 2 / 3],
  ['inside', { name: 'contains' }, 'It is Paris, of course', ['London', 'Paris'], 1],
  ['case', { name: 'contains' }, 'PARIS', ['Paris'], 0],
  ['no case', { name: 'contains', ignore_case: true }, 'PARIS', ['Paris'], 1],
  ['all', { name: 'contains_all' }, 'a b', ['a', 'c'], 0],
  ['all of the phrases', { name: 'contains_all', phrases: ['a', 'b'] }, 'b a', [], 1],
  ['any of the phrases', { name: 'contains_any', phrases: ['x', 'b'] }, 'b a', [], 1],
  ['beginning', { name: 'starts_with' }, '\n Yes, it is', ['No', 'Yes'], 1],
  ['beginning later', { name: 'starts_with' }, 'I say Yes', ['Yes'], 0],
  ['end', { name: 'ends_with' }, 'so: done. \n', ['done.'], 1],
  ['the last number', { name: 'numeric' }, '5 + 6 = 11.', ['11'], 1],
  ['a word that JavaScript knows', { name: 'numeric' }, '42 constructor', ['42'], 1],
  ['another such word', { name: 'numeric' }, '7, no: 42 toString', ['7'], 0],
  ['thousands', { name: 'numeric' }, 'That is $1,250.50', ['1250.5'], 1],
  ['two numbers with a comma', { name: 'numeric', take: 'first' }, '3,4', ['3'], 1],
  ['a German number', { name: 'numeric', decimal: ',' }, 'Es sind 1.250,5 Euro', ['1250,5'], 1],
  ['a minus sign', { name: 'numeric' }, 'It fell to \u22123', ['-3'], 1],
  ['a hyphen between words and numbers', { name: 'numeric' }, 'COVID-19 has 7', ['7'], 1],
  ['the first', { name: 'numeric', take: 'first' }, '5 + 6 = 11', ['5'], 1],
  ['only one', { name: 'numeric', take: 'only' }, '5 + 6 = 11', ['11'], 0],
  ['no number', { name: 'numeric' }, 'eleven', ['11'], 0],
  ['too far', { name: 'numeric', tolerance: 0.1 }, '3.3', ['3.14'], 0],
  ['near', { name: 'numeric', tolerance: 0.2 }, '3.3', ['3.14'], 1],
  ['near enough', { name: 'numeric', relative_tolerance: 0.1 }, '1090', ['1000'], 1],
  ['a unit', { name: 'numeric', units: { km: 1000, m: 1 } }, 'about 1.5 km', ['1500 m'], 1],
  ['a unit without a space', { name: 'numeric', units: { '%': 0.01 } }, '12%', ['0.12'], 1],
  ['a word', { name: 'numeric', units: { million: 1e6 } }, '2 Million people', ['2000000'], 1],
  ['an exponent', { name: 'numeric' }, '6.02e23', ['6.02E23'], 1],
  ['a digit of ten', { name: 'numeric' }, '1234567891', ['1234567890'], 0],
  ['a digit of sixteen', { name: 'numeric' }, '5111111111111112', ['5111111111111111'], 0],
  ['a share of cents', { name: 'numeric', relative_tolerance: 0.07 }, '107', ['100'], 1],
  ['a unit that rounds', { name: 'numeric', units: { km: 1000, m: 1 } }, '1.1 km', ['1100 m'], 1],
  ['a loss in dollars', { name: 'numeric' }, 'That makes -$1,500.', ['-1500'], 1],
  ['a gain in dollars', { name: 'numeric' }, 'That makes -US$ 1,500.', ['1500'], 0],
  ['a range of dollars', { name: 'numeric' }, '$10-$15', ['15'], 1],
  ['the same code', { name: 'edit_similarity' }, ' INV-42', ['INV-42'], 1],
  ['one slip of six', { name: 'edit_similarity' }, 'INV-43', ['INV-42', 'x'], 5 / 6],
  ['surrogates are one character', { name: 'edit_similarity' }, '😀a', ['😁a'], 0.5],
  ['words', { name: 'length_within', max: 3 }, 'one two  three', [], 1],
  ['too many words', { name: 'length_within', max: 2 }, 'one two three', [], 0],
  ['too few characters', { name: 'length_within', unit: 'characters', min: 4 }, ' a😀b ', [], 0],
  ['nothing, which is not short', { name: 'length_within', max: 3 }, ' \n', [], 0],
  ['nothing that may be', { name: 'length_within', min: 0, max: 3 }, ' \n', [], 1],
  ['nothing in lines', { name: 'length_within', unit: 'lines', min: 1, max: 2 }, '', [], 0],
  ['lines', { name: 'length_within', unit: 'lines', max: 2 }, 'a\nb\n', [], 1],
  ['English', { name: 'language', code: 'en' }, 'The weather is very nice today, is it not?', [], 1],
  ['German', { name: 'language' }, 'Das Wetter ist heute wirklich sehr schön.', ['de'], 1],
  ['another', { name: 'language' }, 'Le temps est très agréable aujourd’hui.', ['de'], 0],
  ['nothing', { name: 'language', code: 'en' }, '12 !', [], 0],
])('%s: %j', async (_, entry, output, targets, expected) => {
  const [score] = await scoresOf(entry, [answer(output, ...targets)]);
  expect(score).toBeCloseTo(expected, 12);
});

test('the languages that may be asked for are those that are told apart', async () => {
  const { eld } = await import('eld/extrasmall');
  expect(Object.values(eld.info().Languages)).toEqual(LANGUAGES);
});

test('tokens are those of the engine, and unknown where it does not say', async () => {
  const entry = { name: 'length_within', unit: 'tokens', max: 5 };
  const scores = await scoresOf(entry, [
    { ...answer('x'), outputTokens: 5 },
    { ...answer('y'), outputTokens: 6 },
    answer('z'),
  ]);
  expect(scores).toEqual([1, 0, { unscored: 'the engine did not say how many tokens the answer has' }]);
});

test.each<[Record<string, unknown>, string[], RegExp]>([
  [{ name: 'contains' }, [' '], /every answer would be right/],
  [{ name: 'contains_all' }, [], /set doc_to_target, or give it phrases/],
  [{ name: 'numeric' }, ['none'], /not one number/],
  [{ name: 'numeric' }, ['3 to 4'], /not one number/],
  [{ name: 'language' }, ['German'], /no ISO 639-1 code/],
  [{ name: 'language' }, ['sw'], /eld 2\.1\.0 does not know the language "sw"/],
  [{ name: 'squad_f1' }, [], /an empty text where there is no answer/],
])('%j refuses the targets %j', (entry, targets, message) => {
  expect(configured(entry).checkTargets(targets)).toMatch(message);
});

test.each<[Record<string, unknown>, RegExp]>([
  [{ name: 'length_within' }, /every answer would be right/],
  [{ name: 'length_within', min: 5, max: 3 }, /at least 5 and at most 3/],
  [{ name: 'contains', phrases: [' '] }, /every answer contains an empty text/],
  [{ name: 'numeric', units: { m: 0 } }, /a unit of 0/],
  [{ name: 'language', code: 'german' }, /two lower-case letters/],
  [{ name: 'language', code: 'jp' }, /does not know the language "jp", but am, ar, .*, ja, /],
  [{ name: 'numeric', units: { 'sq ft': 0.09 } }, /"sq ft" is no unit that can be found/],
  [{ name: 'numeric', units: { 'm²': 1 } }, /"m²" is no unit that can be found/],
])('%j is refused', (entry, message) => {
  expect(issuesOf(entry)).toMatch(message);
});

describe('for any text', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 });
  const score = async (entry: Record<string, unknown>, output: string, target: string) =>
    (await scoresOf(entry, [answer(output, target)]))[0] as number;

  test.each(['squad_em', 'squad_f1', 'edit_similarity'])('%s of the target itself is 1', async (name) => {
    await fc.assert(fc.asyncProperty(text, async (target) => (await score({ name }, target, target)) === 1));
  });

  test.each(['squad_f1', 'edit_similarity'])('%s does not ask which is the target', async (name) => {
    await fc.assert(
      fc.asyncProperty(text, text, async (left, right) => {
        expect(await score({ name }, left, right)).toBeCloseTo(await score({ name }, right, left), 12);
      }),
    );
  });

  test('a number is found again in whatever way it is written', async () => {
    const number = fc
      .double({ min: -1e12, max: 1e12, noNaN: true })
      .map((value) => Math.round(value * 100) / 100);
    await fc.assert(
      fc.asyncProperty(number, fc.boolean(), async (value, grouped) => {
        const written = value.toLocaleString('en-US', { useGrouping: grouped, maximumFractionDigits: 2 });
        expect(await score({ name: 'numeric' }, `So it is ${written}.`, `${value}`)).toBe(1);
      }),
    );
  });
});
