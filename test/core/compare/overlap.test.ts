import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OverlapIndex, wordsOf } from '../../../src/core/compare/overlap.ts';

const QUESTION =
  'Which of the seven towns on the old salt road is known for its wooden spoons and its carved doors?';
const AT = { file: 'train.jsonl', line: 3 };

function found(questions: Readonly<Record<string, string>>, ...texts: readonly string[]) {
  const index = new OverlapIndex();
  for (const [key, text] of Object.entries(questions)) index.add(key, text);
  for (const [line, text] of texts.entries()) index.see(text, { ...AT, line: line + 1 });
  return index.found();
}

describe('a question stands in training text', () => {
  test.each<[string, string, string]>([
    ['word for word', QUESTION, QUESTION],
    ['in the middle of more', QUESTION, `User: ${QUESTION} Assistant: Beigath.`],
    ['in other case, with other marks', QUESTION, QUESTION.toUpperCase().replaceAll(' ', ' — ')],
    ['with characters within words that nobody sees', QUESTION, [...QUESTION].join('\u00ad')],
    [
      'of eight words, all of them',
      'What is the capital city of northern Varland?',
      'q: what is the capital city of northern varland a: b',
    ],
    ['of few words, as a whole text', 'Two plus two?', 'two plus two'],
  ])('%s', (_, question, text) => {
    expect(found({ q: question }, 'something else', text)).toEqual([{ key: 'q', share: 1, ...AT, line: 2 }]);
  });

  test.each<[string, string, string]>([
    ['twelve words of it', QUESTION, wordsOf(QUESTION).slice(0, 12).join(' ')],
    ['all of its words in another order', QUESTION, [...wordsOf(QUESTION)].reverse().join(' ')],
    ['few words within more', 'Two plus two?', 'two plus two is four'],
    ['nothing', '?!', '?!'],
  ])('and not by %s', (_, question, text) => {
    expect(found({ q: question }, text)).toEqual([]);
  });

  test('in part: the share of its runs of words', () => {
    const words = wordsOf(QUESTION);
    const [only] = found({ q: QUESTION }, words.slice(0, 14).join(' '));
    expect(only?.share).toBeCloseTo(2 / (words.length - 12), 12);
  });

  test('each of several that share a beginning, first seen where it was first', () => {
    const both = { a: `${QUESTION} Say why.`, b: QUESTION };
    expect(found(both, QUESTION, both.a).map(({ key, line }) => [key, line])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  test('but for what all of them are asked with', () => {
    const ask = (name: string) => `${name}: ${QUESTION}`;
    const all = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`q${index}`, ask(`town ${index}`)]),
    );
    expect(found(all, QUESTION)).toEqual([]);
    expect(found(all, ask('town 7')).map(({ key, share }) => [key, share])).toEqual([['q7', 1]]);
    const same = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`q${index}`, QUESTION]));
    expect(found(same, QUESTION)).toHaveLength(12);
  });

  test('whatever stands around it (property)', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 30 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const text = [...before, QUESTION, ...after].join(' ');
        expect(found({ q: QUESTION }, text)).toMatchObject([{ share: 1 }]);
      }),
      { numRuns: 50 },
    );
  });

  describe('by what its row asks, whatever the template puts around it', () => {
    const SHORT = 'Who founded the town of Beigath?';
    const EIGHT = 'Who founded the salt town of Beigath, and when?';
    const ask = (bare: string, choices = '') => `Question: ${bare}${choices}\nAnswer:`;
    const bare = (
      questions: readonly (readonly [prompt: string, ...bare: string[]])[],
      ...texts: readonly string[]
    ) => {
      const index = new OverlapIndex();
      for (const [at, [prompt, ...own]] of questions.entries()) index.add(`q${at}`, prompt, own);
      for (const [line, text] of texts.entries()) index.see(text, { ...AT, line: line + 1 });
      return index.found().map(({ key, line, share }) => [key, line, share]);
    };

    test.each<[string, string, string, boolean]>([
      ['a short one as a whole text', SHORT, 'who founded the town of beigath', true],
      ['a short one within more', SHORT, `User: ${SHORT}`, false],
      ['one of eight words within more', EIGHT, `User: ${EIGHT} Assistant:`, true],
      ['its first seven words', EIGHT, 'Who founded the salt town of Beigath', false],
      ['two words', 'Two plus?', 'two plus', false],
    ])('%s', (_, own, text, isFound) => {
      expect(bare([[ask(own), own]], 'else', text)).toEqual(isFound ? [['q0', 2, 1]] : []);
      expect(bare([[ask(own)]], 'else', text)).toEqual([]);
    });

    test('and not where it is asked with other choices too, but of a row that stands there twice', () => {
      const one = [ask(SHORT, ' A. Ada'), SHORT] as const;
      expect(bare([one, [ask(SHORT, ' A. Tor'), SHORT]], SHORT)).toEqual([]);
      expect(bare([one, one], SHORT)).toHaveLength(2);
    });

    test('which takes nothing from what counts of the prompts', () => {
      const all = Array.from(
        { length: 12 },
        (_, at) => [ask(`${at} ${QUESTION}`), `${at} ${EIGHT}`] as const,
      );
      expect(bare(all, QUESTION)).toEqual([]);
      expect(bare(all, `7 ${EIGHT}`, all[7]?.[0] ?? '')).toEqual([['q7', 1, 1]]);
    });
  });
});
