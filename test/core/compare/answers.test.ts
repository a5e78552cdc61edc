import { describe, expect, test } from 'vitest';
import {
  answersOf,
  faultOfAnswer,
  guessingOf,
  isSameAnswer,
  thinkingOf,
} from '../../../src/core/compare/answers.ts';
import { compareTask } from '../../../src/core/compare/compare.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { record, run, sample } from './build.ts';

describe('an answer on the face of it', () => {
  test.each<[string, string, ReturnType<typeof faultOfAnswer>]>([
    ['nothing', '', 'blank'],
    ['white space', ' \n\t\u00a0', 'blank'],
    ['zero width spaces', '\u200b\u200b', 'invisible'],
    ['NUL', '\u0000', 'invisible'],
    ['the replacement character', '\ufffd\ufffd', 'invisible'],
    ['a full stop', '.', 'invisible'],
    ['a row of exclamation marks', '!!!!!!!!', 'invisible'],
    ['one special token throughout', '<|endoftext|><|endoftext|>', 'invisible'],
    ['padding', '[PAD] [PAD]', 'invisible'],
    ['a reserved token', '<unused0>', 'invisible'],
    ['a filler that is a letter to Unicode', '\u3164\u115f', 'invisible'],
    ['a variation selector', '\ufe0f', 'invisible'],
    ['half a character', '\ud83d', 'invisible'],
    ['private use', '\ue000', 'invisible'],
    ['an accent without a letter', '\u0301', 'invisible'],
    ['a row of signs', '$$$', 'invisible'],
    ['an empty block of code', '```\n```', 'invisible'],
    ['a rule', '========', 'invisible'],
    ['a word said over and over', 'no '.repeat(20), 'repeating'],
    ['a loop at the end', `The answer is known. ${'and then some, '.repeat(8)}`, 'repeating'],
    ['a loop that is cut', `${'abcdefghij'.repeat(5)}abc`, 'repeating'],
    ['a short answer', 'A', null],
    ['a number', '42', null],
    ['a sign of arithmetic', '+', null],
    ['an operator', '<=', null],
    ['an emoji', '🙂', null],
    ['a letter with its accent apart', 'e\u0301', null],
    ['a row of pictures', '⭐⭐⭐', null],
    ['a table of a few rows', '| a | 1 |\n| b | 2 |\n| c | 3 |\n', null],
    ['HTML', '<b>yes</b>', null],
    ['XML without a text', '<order><paid/></order>', null],
    ['empty thoughts', '<think></think>', 'invisible'],
    ['prose', 'It was the best of times, it was the worst of times, it was the age of wisdom.', null],
  ])('%s', (_, text, fault) => {
    expect(faultOfAnswer(text)).toBe(fault);
  });

  test('a long loop of a long stretch takes no longer than reading it', () => {
    // By the square of its length, it would not end within the test's time.
    expect(faultOfAnswer('ab'.repeat(5_000_000))).toBe('repeating');
  });
});

describe('thoughts of a reasoning model', () => {
  test.each<[string, string, ReturnType<typeof thinkingOf>]>([
    ['a block and an answer', '<think>\nso it is\n</think>\n42', 'closed'],
    ['a block that comes to no end', '<think>\nso it is, or', 'unclosed'],
    ['a template that wrote the opening', 'so it is</think>42', 'closed'],
    ['Kimi', '◁think▷so◁/think▷42', 'closed'],
    ['Kimi, cut', '◁think▷so', 'unclosed'],
    [
      'harmony',
      '<|channel|>analysis<|message|>so<|end|><|start|>assistant<|channel|>final<|message|>42',
      'closed',
    ],
    ['harmony, cut', '<|channel|>analysis<|message|>so', 'unclosed'],
    ['harmony, the answer alone', '<|channel|>final<|message|>42', null],
    ['harmony without its special tokens', 'analysisSo it is.assistantfinal42', 'closed'],
    ['harmony without its special tokens, cut', 'analysisSo it', 'unclosed'],
    ['the word', 'analysis of variance', null],
    ['Command A', '<|START_THINKING|>so<|END_THINKING|><|START_RESPONSE|>42', 'closed'],
    ['Command A, cut', '<|START_THINKING|>so', 'unclosed'],
    ['Sky-T1', '<|begin_of_thought|>so<|end_of_thought|>42', 'closed'],
    ['Sky-T1, cut', '<|begin_of_thought|>so', 'unclosed'],
    ['Mistral', '[THINK]so[/THINK]42', 'closed'],
    ['other words for it', '<reasoning>so', 'unclosed'],
    ['an answer about thinking', 'I think <think> is a tag.', null],
    ['none', '42', null],
  ])('%s', (_, text, thoughts) => {
    expect(thinkingOf(text)).toBe(thoughts);
  });

  test('are counted', () => {
    const { samples } = said(['<think>so</think>42', '<think>so', '42']);
    expect(answersOf(samples)).toMatchObject({ thinking: 2, unclosed: 1 });
  });
});

const said = (outputs: readonly (string | undefined)[], more: Partial<SampleRecord> = {}) =>
  run(
    outputs.map(() => 1),
    undefined,
    {},
    (index) => ({ ...(outputs[index] === undefined ? {} : { output: outputs[index] }), ...more }),
  );

describe('the answers of a run', () => {
  test('are counted by what they look like', () => {
    const { samples } = said(['', '\u200b', 'no '.repeat(20), 'yes', ' yes\n', undefined], {
      truncated: true,
    });
    expect(answersOf(samples)).toEqual({
      ...{ samples: 6, answers: 5, blank: 1, invisible: 1, repeating: 1, identical: 2, truncated: 5 },
      ...{ thinking: 0, unclosed: 0, chosen: false },
    });
  });

  test('nobody says how they ended', () => {
    expect(answersOf(said(['a']).samples)).toMatchObject({ truncated: null });
  });

  test('are cut only where a sample says so, and alike in whatever order', () => {
    const of = (output: string, more: Partial<SampleRecord> = {}) =>
      sample('s', { acc: 1 }, { output, ...more });
    const ends = [of('a', { truncated: true }), of('b', { truncated: false }), of('a'), of('b'), of('a')];
    expect(answersOf(ends)).toMatchObject({ truncated: 1, identical: 3 });
  });

  test.each<[string, Partial<SampleRecord>]>([
    ['a text with a digest of its numbers', { answer_digest: 'x' }],
    ['a text to a question with choices', { choices: 2 }],
  ])('%s was written, so that its silence is seen', (_, more) => {
    expect(answersOf(said(['', 'a'], more).samples)).toMatchObject({ chosen: false, blank: 1 });
  });

  test('none was kept', () => {
    expect(answersOf(said([undefined]).samples)).toBeNull();
  });

  test('stand in the result of a task, unless they were chosen', () => {
    const written = compareTask(said(['a', 'b']), said(['', 'b'])).result?.answers;
    expect(written).toMatchObject({
      baseline: { answers: 2, blank: 0 },
      candidate: { answers: 2, blank: 1 },
    });
    const chosen = said(['a', 'b'], { choices: 2, answer_digest: 'x' });
    expect(compareTask(said(['a'], { choices: 2 }), said(['a'])).result).toHaveProperty('answers');
    expect(compareTask(chosen, chosen).result).not.toHaveProperty('answers');
  });
});

describe('what a guess is worth', () => {
  const asked = (targets: readonly string[], choices?: number) =>
    targets.map((target_digest, index) =>
      sample(`s${index}`, { acc: 1 }, { target_digest, ...(choices === undefined ? {} : { choices }) }),
    );
  const classes = (...counts: readonly number[]) =>
    counts.flatMap((count, label) => Array.from({ length: count }, () => `label ${label}`));

  test('one of the choices, the mean where their number differs', () => {
    expect(guessingOf([...asked(['a', 'b'], 2), ...asked(['c', 'd'], 4)]).chance).toBe(0.375);
  });
  test('not known where a sample does not say', () => {
    expect(guessingOf([...asked(['a'], 2), ...asked(['b'])]).chance).toBeNull();
  });
  test('the commonest class', () => {
    expect(guessingOf(asked(classes(60, 40))).majority).toBe(0.6);
  });
  test('right answers that are all different are no classes, and one that is always the same is none', () => {
    expect(guessingOf(asked(['a', 'b', 'c', 'a'])).majority).toBeNull();
    expect(guessingOf(asked(classes(100))).majority).toBeNull();
    expect(guessingOf(asked(classes(5, 5))).majority).toBe(0.5);
    expect(guessingOf(asked(classes(5, 4))).majority).toBeNull();
  });
  test('nothing where nobody was asked', () => {
    expect(guessingOf([])).toEqual({ chance: null, majority: null });
  });
});

describe('the same answer', () => {
  const text = (output: string, more: Partial<SampleRecord> = {}) =>
    sample('s', { acc: 1 }, { output, ...more });
  const bits = (numerator: number) => sample('s', { bits_per_byte: { numerator, denominator: 9 } });
  test.each<[string, SampleRecord, SampleRecord, boolean | null]>([
    ['text', text('a'), text('a'), true],
    ['another text', text('a'), text('b'), false],
    ['the same text, scored otherwise', text('a'), { ...text('a'), scores: { acc: 0 } }, false],
    ['the same log-likelihood', bits(1.25), bits(1.25), true],
    ['another one', bits(1.25), bits(1.2500001), false],
    [
      'numbers',
      text('a', { choices: 2, answer_digest: 'x' }),
      text('a', { choices: 2, answer_digest: 'x' }),
      true,
    ],
    [
      'other numbers',
      text('a', { choices: 2, answer_digest: 'x' }),
      text('a', { choices: 2, answer_digest: 'y' }),
      false,
    ],
    ['numbers of one side alone', text('a', { answer_digest: 'x' }), text('a'), true],
    ['a score more', text('a'), { ...text('a'), scores: { acc: 1, f1: 1 } }, false],
    ['the same choice, nothing else known', text('a', { choices: 2 }), text('a', { choices: 2 }), null],
    ['nothing but a score', sample('s', { acc: 1 }), sample('s', { acc: 1 }), null],
    ['texts that were perhaps not kept', text(''), text(''), null],
  ])('%s', (_, before, after, same) => {
    expect(isSameAnswer(before, after)).toBe(same);
  });

  const weights = (digest: string, outputs: readonly string[]) => {
    const made = said(outputs);
    return { ...made, record: { ...made.record, model: { ...record().model, digest } } };
  };
  test('throughout, of other weights, of the same ones, and but for one', () => {
    expect(compareTask(weights('a', ['x', 'y']), weights('b', ['x', 'y'])).isSame).toBe(true);
    expect(compareTask(weights('a', ['x', 'y']), weights('a', ['x', 'y'])).isSame).toBeNull();
    expect(compareTask(weights('a', ['x', 'y']), weights('b', ['x', 'z'])).isSame).toBe(false);
  });
});
