import { describe, expect, test } from 'vitest';
import type { LoadedModel } from '../../../../src/tasks/engines/engine.ts';
import { bigramModel } from '../../../support/bigram-model.ts';
import { faultOf } from '../../../support/fault.ts';
import { prepareTask, runTask } from '../../../support/native-task.ts';

// Pins acc, acc_norm, prob_correct, brier_score.

const TASK = { type: 'multiple_choice', target_delimiter: '' };

/** A model that gives each choice the log-likelihood it is named after. */
function knowing(likelihoods: Record<string, number>): LoadedModel {
  return {
    ...bigramModel(),
    scoreChoices: async ({ continuations }) => ({
      scores: continuations.map((text) => ({
        logLikelihood: likelihoods[text] ?? Number.NaN,
        isGreedy: false,
        tokens: 1,
      })),
      promptTokens: 5,
      truncatedTokens: 0,
    }),
  };
}

describe('acc and acc_norm', () => {
  test.each<[string, Record<string, number>, unknown, { acc: number; acc_norm: number; output: string }]>([
    ['the likeliest is right', { a: -1, b: -2 }, 0, { acc: 1, acc_norm: 1, output: 'a' }],
    ['the likeliest is wrong', { a: -1, b: -2 }, 1, { acc: 0, acc_norm: 0, output: 'a' }],
    [
      'the longer one is likelier a character',
      { ab: -1, abcd: -1.5 },
      1,
      { acc: 0, acc_norm: 1, output: 'ab' },
    ],
    [
      'length counts characters, not bytes or UTF-16',
      { '😀😀': -3, abc: -4 },
      1,
      { acc: 0, acc_norm: 1, output: '😀😀' },
    ],
    ['an impossible choice', { a: -Infinity, b: -9 }, 'b', { acc: 1, acc_norm: 1, output: 'b' }],
  ])('%s', async (_, likelihoods, answer, { output, ...scores }) => {
    const choices = Object.keys(likelihoods);
    const [sample] = await runTask(TASK, [{ question: 'q', choices, answer }], {
      model: knowing(likelihoods),
    });
    expect(sample).toMatchObject({ scores, output, usage: { prompt_tokens: 5, output_tokens: 0 } });
  });

  test.each<[string, Record<string, number>, string]>([
    ['NaN', { a: -1, b: Number.NaN }, 'the log-likelihood of choice 1 is not a number'],
    ['nothing finite', { a: -Infinity, b: -Infinity }, 'no choice has a finite log-likelihood'],
  ])('%s leaves both unscored', async (_, likelihoods, unscored) => {
    const rows = [{ question: 'q', choices: ['a', 'b'], answer: 0 }];
    const [sample] = await runTask(TASK, rows, { model: knowing(likelihoods) });
    expect(sample?.scores).toMatchObject({
      ...{ acc: { unscored }, acc_norm: { unscored } },
      prob_correct: { unscored },
    });
    expect(sample).not.toHaveProperty('output');
  });

  test('a model that likes all alike has not chosen the first', async () => {
    const rows = [{ question: 'q', choices: ['a', 'b', 'c'], answer: 0 }];
    const options = { ...TASK, corpus_metrics: ['ece'] };
    const [sample] = await runTask(options, rows, { model: knowing({ a: -1, b: -1, c: -1 }) });
    const unscored = 'all choices are equally likely';
    expect(sample?.scores).toMatchObject({ acc: { unscored }, acc_norm: { unscored }, ece: { unscored } });
    expect(sample?.scores.prob_correct).toBeCloseTo(1 / 3, 12);
    expect(sample).not.toHaveProperty('output');
  });

  test.each([
    ['of some equals', ['a', 'b', 'c']],
    ['of a choice that is there twice', ['a', 'a']],
  ])('%s the first one is meant', async (_, choices) => {
    const model = knowing({ a: -1, b: -1, c: -2 });
    const [sample] = await runTask(TASK, [{ question: 'q', choices, answer: 0 }], { model });
    expect(sample?.scores).toMatchObject({ acc: 1, acc_norm: 1 });
  });

  test('an engine that answers too little leaves both unscored', async () => {
    const model = {
      ...bigramModel(),
      scoreChoices: async () => ({ scores: [], promptTokens: 1, truncatedTokens: 0 }),
    };
    const [sample] = await runTask(TASK, [{ question: 'q', choices: ['a', 'b'], answer: 0 }], { model });
    expect(sample?.scores.acc).toEqual({ unscored: 'the engine scored 0 of 2 choices' });
  });

  test('agree with a computation by hand on a real model', async () => {
    const rows = [{ question: 'the ', choices: ['cat', 'zzz'], answer: 'cat' }];
    expect((await runTask(TASK, rows))[0]?.scores).toMatchObject({ acc: 1, acc_norm: 1 });
  });
});

describe('log-likelihoods of the choices', () => {
  test.each<[string, Record<string, number>, readonly string[], unknown]>([
    ['in the order of the choices, to 1e-5', { a: -1.234567, b: -2 }, ['b', 'a'], [-2, -1.23457]],
    ['only how many where one is not finite', { a: -1, b: -Infinity }, ['a', 'b'], 2],
    ['only how many distinct where one is there twice', { a: -1, b: -2 }, ['a', 'b', 'a'], 2],
  ])('are kept %s', async (_, likelihoods, choices, kept) => {
    const model = knowing(likelihoods);
    const [sample] = await runTask(TASK, [{ question: 'q', choices, answer: 1 }], { model });
    expect(sample?.choices).toEqual(kept);
  });
});

describe('the right answer', () => {
  const choices = ['red', 'green', '2'];
  test.each<[string, unknown, Record<string, unknown>?]>([
    ['its index', 1],
    ['its text', 'green'],
    ['its index as text, as CSV has it', '1'],
    ['its index from a template', 0, { doc_to_target: '{{ answer + 1 }}' }],
    ['its text from a field', 'green', { doc_to_target: 'answer' }],
  ])('may be %s', async (_, answer, options = {}) => {
    const samples = await runTask({ ...TASK, ...options }, [{ question: 'q', choices, answer }], {
      model: knowing({ red: -2, green: -1, 2: -3 }),
    });
    expect(samples[0]?.scores.acc).toBe(1);
  });

  test.each<[string, object, RegExp]>([
    ['an index out of range', { choices, answer: 3 }, /rows\.jsonl:2 \(answer\): the answer 3 is neither/],
    ['a negative index', { choices, answer: -1 }, /the answer -1 is neither/],
    ['half an index', { choices, answer: 0.5 }, /the answer 0\.5 is neither/],
    [
      'a text that is no choice',
      { choices, answer: 'blue' },
      /rows\.jsonl:2 \(answer\): the answer "blue" is neither/,
    ],
    ['a list', { choices, answer: [0] }, /is neither/],
    ['no answer', { choices }, /rows\.jsonl:2: doc_to_target .*"answer" is undefined/],
    [
      'text and number at odds',
      { choices: ['2', '1', '0'], answer: '0' },
      /choice 2 by its text and choice 0 by its index\n {2}fix: .*`answer_format: index`/,
    ],
    ['one choice', { choices: ['a'], answer: 0 }, /list of two choices or more/],
    ['choices that are no list', { choices: 'a, b', answer: 0 }, /list of two choices or more/],
    ['an empty choice', { choices: ['a', ''], answer: 0 }, /rows\.jsonl:2: a choice is not a text: ""/],
    ['a choice that is an object', { choices: ['a', {}], answer: 0 }, /a choice is not a text/],
  ])('%s is a fault found before any model is loaded', async (_, row, message) => {
    const good = { question: 'q', choices: ['a', 'b'], answer: 0 };
    const fault = await faultOf(() => prepareTask(TASK, [good, { question: 'q', ...row }]));
    expect(fault.kind).toBe('data');
    expect(fault.text).toMatch(message);
  });
});

describe('answers are told apart by what all rows hold', () => {
  const four = ['w', 'x', 'y', 'z'];
  const rowsOf = (answers: readonly unknown[], choices: readonly string[] = four) =>
    answers.map((answer, index) => ({ question: `q${index}`, choices, answer }));
  const many = <T>(...answers: T[]): T[] => Array.from({ length: 40 }, () => answers).flat();

  test.each<[string, readonly unknown[], number[], Record<string, unknown>?]>([
    ['letters', ['A', 'D', 'b'], [0, 3, 1]],
    ['letters in brackets, or with a mark', ['(A)', 'D)', '(b)', 'C.'], [0, 3, 1, 2]],
    ['indexes, as CSV has them', ['0', '3'], [0, 3]],
    ['texts', ['z', 'w'], [3, 0]],
    ['indexes from 1, declared', [1, 4], [0, 3], { answer_format: 'index_from_1' }],
    ['indexes from 0 without a 0, declared', many(1, 2), many(1, 2), { answer_format: 'index' }],
    ['an index of one row alone', [2], [2]],
    ['indexes that an expression made', many(1), many(1), { doc_to_target: '{{ answer + 0 }}' }],
  ])('%s', async (_, answers, golds, options = {}) => {
    const prepared = await prepareTask({ ...TASK, ...options }, rowsOf(answers));
    const right: (number | undefined)[] = [];
    await prepared.run({
      pending: prepared.samples,
      model: knowing({ w: -1, x: -2, y: -3, z: -4 }),
      seed: 1,
      signal: new AbortController().signal,
      write: async ({ scores }) => void right.push(Math.round(Number(scores.nll) * 1e6)),
    });
    const levels = [...new Set(right)].sort((a, b) => Number(a) - Number(b));
    const order = [...new Set(golds)].sort();
    expect(right.map((nll) => order[levels.indexOf(nll)])).toEqual(golds);
  });

  test.each<[string, readonly unknown[], RegExp, Record<string, unknown>?, (readonly string[])?]>([
    [
      '1 to 4 of four',
      [1, 2, 3, 4],
      /rows\.jsonl:4 \(answer\): .*so they count from 1: 4 of 4 choices\n {2}fix: .*index_from_1/,
    ],
    ['the same as text', ['1', '4'], /rows\.jsonl:2 \(answer\): .*so they count from 1/],
    [
      '1 to 3 of four in three rows',
      [1, 2, 3],
      /rows\.jsonl:1 \(answer\): .*none of 3 is 0.*: 1 of 4 choices/,
    ],
    [
      '1 to 3 of four, and never a 0',
      many(1, 2, 3),
      /rows\.jsonl:1 \(answer\): .*none of 120 is 0.*: 1 of 4 choices/,
    ],
    [
      'an index beyond its end, among others',
      [0, 1, 7, 2],
      /rows\.jsonl:3 \(answer\): the answer 7 is neither/,
    ],
    [
      'a letter beyond the end',
      ['A', 'B', 'E'],
      /rows\.jsonl:3 \(answer\): the answer "E" is neither the text nor the letter/,
    ],
    [
      'a letter that is also a text',
      ['A', 'B'],
      /"A" is choice 1 by its text and choice 0 by its letter/,
      {},
      ['B', 'A'],
    ],
    [
      'another format than declared',
      ['A'],
      /the answer "A" is no index of one of 4/,
      { answer_format: 'index' },
    ],
    [
      'a 0 where they count from 1',
      [1, 0],
      /rows\.jsonl:2 \(answer\): the answer 0 is no index from 1/,
      { answer_format: 'index_from_1' },
    ],
  ])('%s is refused', async (_, answers, message, options = {}, choices = four) => {
    const fault = await faultOf(() => prepareTask({ ...TASK, ...options }, rowsOf(answers, choices)));
    expect(fault.kind).toBe('data');
    expect(fault.text).toMatch(message);
  });

  test('a declaration is part of the fingerprint, and none changes no fingerprint', async () => {
    const prompts = [];
    for (const options of [{}, { answer_format: 'index' }]) {
      const prepared = await prepareTask({ ...TASK, ...options }, rowsOf([0, 1]));
      prompts.push(prepared.fingerprint(bigramModel()).prompt);
    }
    expect(new Set(prompts).size).toBe(2);
  });
});

describe('a prompt longer than the context', () => {
  const rows = [{ question: 'x'.repeat(50), choices: ['aa', 'bb'], answer: 0 }];
  const model = bigramModel({ contextSize: 40 });

  test('is unscored, with both numbers', async () => {
    const unscored = 'the prompt has 52 tokens, the context holds 40';
    expect((await runTask(TASK, rows, { model }))[0]?.scores).toEqual({
      ...{ acc: { unscored }, acc_norm: { unscored } },
      ...{ prob_correct: { unscored }, nll: { unscored }, brier_score: { unscored } },
    });
  });

  test('is cut on the left where the task says so', async () => {
    const [sample] = await runTask({ ...TASK, truncation: 'left' }, rows, { model });
    expect(sample?.scores.acc).toBeTypeOf('number');
    expect(sample?.usage?.prompt_tokens).toBe(38);
  });
});

describe('rows', () => {
  test('carry id, position, group and cluster', async () => {
    const row = { id: 7, question: 'q', choices: ['a', 'b'], answer: 0, subject: 'law', passage: 12 };
    const [sample] = await runTask({ ...TASK, group_field: 'subject', cluster_field: 'passage' }, [row]);
    expect(sample).toMatchObject({ id: '7', index: 0, group: 'law', cluster: '12' });
  });

  test('without the group that the task names are faults', async () => {
    const row = { question: 'q', choices: ['a', 'b'], answer: 0 };
    const fault = await faultOf(() => prepareTask({ ...TASK, group_field: 'subject' }, [row]));
    expect(fault.text).toMatch(/rows\.jsonl:1 \(subject\): the row has no usable group: missing/);
  });

  test('have digests of exactly what is asked and what is right', async () => {
    const row = { id: 'r', question: 'q', choices: ['a', 'b'], answer: 0 };
    const digests = async (changed: object, options = {}) => {
      const [sample] = await runTask({ ...TASK, ...options }, [{ ...row, ...changed }]);
      return [sample?.input_digest, sample?.target_digest];
    };
    const [input, target] = await digests({});
    expect(input).toMatch(/^[0-9a-f]{64}$/);
    expect(await digests({ unrelated: 1 })).toEqual([input, target]);
    expect(await digests({ answer: 1 })).toEqual([input, expect.not.stringMatching(target ?? '')]);
    expect((await digests({ question: 'p' }))[0]).not.toBe(input);
    expect((await digests({}, { target_delimiter: ' ' }))[0]).not.toBe(input);
  });
});

describe('metrics of all samples', () => {
  const rows = [{ question: 'q', choices: ['a', 'b'], answer: 1 }];

  test('keep the probability of the choice, and the odds of the second', async () => {
    const [sample] = await runTask({ ...TASK, corpus_metrics: ['ece', 'auc'] }, rows, {
      model: knowing({ a: Math.log(0.3), b: Math.log(0.1) }),
    });
    expect(sample?.scores).toEqual({
      acc: 0,
      acc_norm: 0,
      prob_correct: expect.closeTo(0.25, 12),
      nll: expect.closeTo(Math.log(4), 12),
      brier_score: expect.closeTo(2 * 0.75 ** 2, 12),
      ece: { parts: [expect.closeTo(0.75, 12), 0] },
      auc: { parts: [1, expect.closeTo(Math.log(1 / 3), 12)] },
    });
  });

  test('leave a sample without odds unscored', async () => {
    const [sample] = await runTask({ ...TASK, corpus_metrics: ['auc', 'ece'] }, rows, {
      model: knowing({ a: -1, b: -Infinity }),
    });
    expect(sample?.scores).toMatchObject({
      auc: { unscored: 'a choice has no finite log-likelihood' },
      ece: { parts: [1, 0] },
    });
  });

  test('auc of three choices is a fault of the data', async () => {
    const three = [{ question: 'q', choices: ['a', 'b', 'c'], answer: 1 }];
    const fault = await faultOf(() => prepareTask({ ...TASK, corpus_metrics: ['auc'] }, three));
    expect(fault.text).toMatch(/auc needs two choices, and there are 3/);
  });

  test('of classes keep what was chosen, and how likely each class was', async () => {
    const options = {
      ...TASK,
      doc_to_choice: ['a', 'b'],
      corpus_metrics: ['f1_macro', 'auc_ovr', 'average_precision', 'mce'],
    };
    const model = knowing({ a: Math.log(0.3), b: Math.log(0.1) });
    const [sample] = await runTask(options, [{ question: 'q', answer: 1 }], { model });
    expect(sample?.scores).toMatchObject({
      f1_macro: { parts: [1, 0] },
      auc_ovr: { parts: [1, expect.closeTo(0.75, 12), expect.closeTo(0.25, 12)] },
      average_precision: { parts: [1, expect.closeTo(Math.log(1 / 3), 12)] },
      mce: { parts: [expect.closeTo(0.75, 12), 0] },
    });
    const prepared = await prepareTask(options, [{ question: 'q', answer: 1 }]);
    expect(prepared.metrics.find(({ name }) => name === 'f1_macro')?.classes).toEqual(['a', 'b']);
    expect(prepared.metrics.find(({ name }) => name === 'mce')).not.toHaveProperty('classes');
  });

  test('of classes need the same in every row', async () => {
    const named = { ...TASK, doc_to_choice: ['a', 'b'], corpus_metrics: ['mcc'] };
    const fault = await faultOf(() => prepareTask(named, [{ question: 'q', a: 'other', answer: 1 }]));
    expect(fault.text).toMatch(/mcc needs the classes of doc_to_choice, and a choice is "other"/);
    const listed = { ...TASK, corpus_metrics: ['mcc'] };
    await expect(prepareTask(listed, rows)).rejects.toThrow(/mcc needs the same classes in every row/);
  });
});
