import { expect, test } from 'vitest';
import { nltkWords } from '../../../../src/core/metrics/text/nltk-words.ts';
import { punktSentences, SMALL_ENGLISH } from '../../../../src/core/metrics/text/punkt.ts';
import { answer, configured, scoresOf } from '../../../support/scoring.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { answersTo } from './answers.ts';
// Made by scripts/references/pins.ts, with the versions that it names.
import pins from './pins.json' with { type: 'json' };
import { ROWS } from './rows.ts';

const scoring = async (name: string, index: number) => {
  const row = ROWS[index] ?? ROWS[0];
  if (row === undefined) throw new Error('no row');
  const scores = await scoresOf(
    name,
    answersTo(row, index).map((text) => answer(text, JSON.stringify(row))),
  );
  return scores.map(Number).join('');
};

test.each(pins.rows.map((row, index) => ({ ...row, index })))(
  '$id is judged as the harness judges it',
  async ({ index, strict, loose }) => {
    expect(await scoring('prompt_level_strict_acc', index)).toBe(strict);
    expect(await scoring('prompt_level_loose_acc', index)).toBe(loose);
  },
);

const TWO = {
  prompt: 'x',
  instruction_id_list: ['punctuation:no_comma', 'startend:quotation'],
  kwargs: [{}, {}],
};

test('all instructions of a prompt are followed, or some of them', async () => {
  const answers = ['"yes"', 'yes', 'a, b', ' \n'].map((text) => answer(text, JSON.stringify(TWO)));
  expect(await scoresOf('prompt_level_strict_acc', answers)).toEqual([1, 0, 0, 0]);
  expect(await scoresOf('inst_level_strict_acc', answers)).toEqual(
    [2, 1, 0, 0].map((numerator) => ({ numerator, denominator: 2 })),
  );
  const [loose] = await scoresOf('inst_level_loose_acc', [answer('Sure, here:\n"yes"', JSON.stringify(TWO))]);
  expect(loose).toEqual({ numerator: 2, denominator: 2 });
});

const ofLanguage = (language: string) =>
  JSON.stringify({
    prompt: 'x',
    instruction_id_list: ['language:response_language'],
    kwargs: [{ language }],
  });

test('a language that nothing here knows is not missed, and an answer that says nothing is in none', async () => {
  const text = 'Hali ya hewa ni nzuri sana leo na tunakwenda bustanini pamoja na watoto wetu wote.';
  const answers = [
    answer(text, ofLanguage('sw')),
    answer(' ', ofLanguage('sw')),
    answer(text, ofLanguage('de')),
  ];
  const unscored = { unscored: 'eld 2.1.0 does not know the language "sw"' };
  expect(await scoresOf('prompt_level_strict_acc', answers)).toEqual([unscored, 0, 0]);
  expect(await scoresOf('inst_level_loose_acc', answers)).toEqual([
    unscored,
    ...[0, 0].map((numerator) => ({ numerator, denominator: 1 })),
  ]);
});

test.each([
  ['[NaN, -Infinity, "1NaN"]', 1],
  ['-NaN', 0],
  ['[1NaN]', 0],
  ['[-Infinity0]', 0],
  ['[--Infinity]', 0],
  ['{NaN: 1}', 0],
])('%s is JSON as Python reads it: %d', async (text, expected) => {
  const target = JSON.stringify({
    prompt: 'x',
    instruction_id_list: ['detectable_format:json_format'],
    kwargs: [{}],
  });
  expect(await scoresOf('prompt_level_strict_acc', [answer(text, target)])).toEqual([expected]);
});

test.each<[unknown, RegExp]>([
  ['text', /not JSON/],
  [{ prompt: 'x' }, /no row of IFEval: use doc_to_target/],
  [{ ...TWO, kwargs: [{}] }, /has 2 instructions, and kwargs for 1/],
  [
    { ...TWO, instruction_id_list: ['punctuation:no_coma', 'startend:quotation'] },
    /did you mean punctuation:no_comma\?/,
  ],
  [
    { ...TWO, instruction_id_list: ['keywords:existence', 'startend:quotation'] },
    /cannot be checked by keywords:existence: keywords/,
  ],
  [
    { prompt: 'x', instruction_id_list: ['keywords:existence'], kwargs: [{ keywords: ['(a'] }] },
    /"\(a" is not an RE2 pattern/,
  ],
  [
    {
      prompt: 'x',
      instruction_id_list: ['length_constraints:nth_paragraph_first_word'],
      kwargs: [{ num_paragraphs: 2, nth_paragraph: 3, first_word: 'a' }],
    },
    /there is no paragraph 3 of 2/,
  ],
])('%j is refused as a target', (target, message) => {
  const text = typeof target === 'string' ? target : JSON.stringify(target);
  expect(configured('prompt_level_strict_acc').checkTargets([text])).toMatch(message);
});

test.each([
  ['Hello Mr. Smith. How are you? Fine.', 3],
  ['"Stop!" he said. (He meant it.) Then he left...', 4],
  ['It cost $3.5 million, i.e. too much. See no. 5 of the list.', 3],
  ['1. One thing\n2. Another thing', 3],
  ['', 0],
])('sentences of %j', (text, count) => {
  expect(punktSentences(text, SMALL_ENGLISH)).toHaveLength(count);
});

test('words are those of the Penn Treebank', () => {
  expect(nltkWords(`I can't say "why", it's (not) $3.88 -- gonna go... OK.`)).toEqual([
    ...['I', 'ca', "n't", 'say', '``', 'why', "''", ',', 'it', "'s", '(', 'not', ')', '$', '3.88', '--'],
    ...['gon', 'na', 'go', '...', 'OK', '.'],
  ]);
});

test('sentences are counted by the model that NLTK has, if it is there', async () => {
  const folder = await temporaryFolder({
    'abbrev_types.txt': 'foo\n',
    'collocations.tab': '##number##\tavenue\n',
    'sent_starters.txt': 'then\n',
    'ortho_context.tab': 'bar\t32\n',
  });
  const target = {
    prompt: 'x',
    instruction_id_list: ['length_constraints:number_sentences'],
    kwargs: [{ num_sentences: 2, relation: 'less than' }],
  };
  const score = (text: string, punkt?: string) =>
    scoresOf(
      { name: 'prompt_level_strict_acc', ...(punkt === undefined ? {} : { punkt }) },
      [answer(text, JSON.stringify(target))],
      folder,
    );
  expect(await score('We met foo. Smith there')).toEqual([0]);
  expect(await score('We met foo. Smith there', '.')).toEqual([1]);
  await expect(score('x', 'nowhere')).rejects.toThrow(/Punkt's model cannot be read/);
});

// What takes time by a power of it would not end within the test's time.
test('hostile answers take time by their length', async () => {
  const targets = ROWS.map((row) => JSON.stringify(row));
  for (const unit of ['[', '<<', '\n', '* ', '! ', '."', "'", 'a.b', 'A. ', '- \n']) {
    const text = unit.repeat(4000);
    await scoresOf(
      'prompt_level_loose_acc',
      targets.map((target) => answer(text, target)),
    );
  }
});
