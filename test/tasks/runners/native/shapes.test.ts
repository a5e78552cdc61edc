import { describe, expect, test } from 'vitest';
import type { SuggestedTask } from '../../../../src/tasks/runners/native/shape.ts';
import { nearestShape, oddRow as oddRowOf } from '../../../../src/tasks/runners/native/shapes.ts';
import { AT, asked, type Rows, suggestTask } from '../../../support/asked-rows.ts';
import { prepareTask } from '../../../support/native-task.ts';

const oddRow = (rows: Rows) => oddRowOf(rows, AT);

const turn = (role: string, content: string) => ({ role, content });
const inParts = (role: string, ...texts: readonly string[]) => ({
  role,
  content: texts.map((text) => ({ type: 'text', text })),
});
const said = (from: string, value: string) => ({ from, value });

test.each<[string, Rows, NonNullable<Awaited<ReturnType<typeof asked>>>]>([
  [
    'MMLU with an index',
    [{ question: 'Q?', choices: ['w', 'x'], answer: 0 }],
    { shape: 'MMLU', metric: 'acc', prompt: 'Q?\nA. w\nB. x\nAnswer:', answer: ['* A', ' B'] },
  ],
  [
    'MMLU with a letter, and a passage',
    [{ passage: 'P.', question: 'Q?', options: ['w', 'x', 'y'], answer: 'C' }],
    {
      shape: 'MMLU',
      metric: 'acc',
      prompt: 'P.\n\nQ?\nA. w\nB. x\nC. y\nAnswer:',
      answer: [' A', ' B', '* C'],
    },
  ],
  [
    'choices of different number',
    [
      { question: 'Q?', choices: ['w', 'x'], answer: 1 },
      { question: 'R?', choices: ['w', 'x', 'y'], answer: 0 },
    ],
    { shape: 'MMLU', metric: 'acc', prompt: 'Question: Q?\nAnswer:', answer: [' w', '* x'] },
  ],
  [
    'the text of a choice',
    [{ question: 'Q?', choices: ['w', 'x'], answer: 'x' }],
    { shape: 'MMLU', metric: 'acc', prompt: 'Question: Q?\nAnswer:', answer: [' w', '* x'] },
  ],
  [
    'columns A to D',
    [{ question: 'Q?', A: '1', B: '2', C: '3', D: '4', letter: 'B' }],
    {
      shape: 'columns of choices',
      metric: 'acc',
      prompt: 'Q?\nA. 1\nB. 2\nC. 3\nD. 4\nAnswer:',
      answer: [' A', '* B', ' C', ' D'],
    },
  ],
  [
    'several right answers',
    [{ question: 'Q?', answers: ['one', '1'] }],
    {
      shape: 'a question with a list of right answers',
      metric: 'exact_match',
      prompt: 'Q?',
      answer: ['one', '1'],
    },
  ],
  [
    'the column of the right option',
    [{ question: 'Q?', optionA: '1', optionB: '2', correct_option: 'B' }],
    { shape: 'columns of choices', metric: 'acc', prompt: 'Q?\nA. 1\nB. 2\nAnswer:', answer: [' A', '* B'] },
  ],
  [
    'columns that are called otherwise',
    [{ goal: 'G', sol1: 'one', sol2: 'two', label: 0 }],
    {
      shape: 'columns of choices',
      metric: 'acc',
      prompt: 'G\nA. one\nB. two\nAnswer:',
      answer: ['* A', ' B'],
    },
  ],
  [
    'columns with blanks in their names',
    [{ Question: 'Q?', 'Option A': 'one', 'Option B': 'two', Answer: 'two' }],
    {
      shape: 'columns of choices',
      metric: 'acc',
      prompt: 'Question: Q?\nAnswer:',
      answer: [' one', '* two'],
    },
  ],
  [
    'ARC',
    [{ question: 'Q?', choices: { text: ['w', 'x'], label: ['1', '2'] }, answerKey: '2' }],
    { shape: 'ARC', metric: 'acc', prompt: 'Question: Q?\nAnswer:', answer: [' w', '* x'] },
  ],
  [
    'ARC as published',
    [
      {
        question: {
          stem: 'Q?',
          choices: [
            { text: 'w', label: 'A' },
            { text: 'x', label: 'B' },
          ],
        },
        answerKey: 'A',
      },
    ],
    { shape: 'ARC as published', metric: 'acc', prompt: 'Question: Q?\nAnswer:', answer: ['* w', ' x'] },
  ],
  [
    'HellaSwag',
    [{ ctx: 'He', endings: ['sits.', 'runs.'], label: '1' }],
    { shape: 'HellaSwag', metric: 'acc', prompt: 'He', answer: [' sits.', '* runs.'] },
  ],
  [
    'BoolQ',
    [{ passage: 'P.', question: 'is it', answer: true }],
    { shape: 'BoolQ', metric: 'acc', prompt: 'P.\n\nQuestion: is it\nAnswer:', answer: [' no', '* yes'] },
  ],
  [
    'SQuAD',
    [{ context: 'P.', question: 'Q?', answers: { text: ['a', 'b'], answer_start: [0, 1] } }],
    { shape: 'SQuAD', metric: 'squad_em', prompt: 'P.\n\nQuestion: Q?\nAnswer:', answer: ['a', 'b'] },
  ],
  [
    'SQuAD 2.0, whose first question has no answer',
    [
      { context: 'P.', question: 'Q?', answers: { text: [], answer_start: [] } },
      { context: 'P.', question: 'R?', answers: { text: ['b'], answer_start: [0] } },
    ],
    { shape: 'SQuAD', metric: 'squad_em', prompt: 'P.\n\nQuestion: Q?\nAnswer:', answer: [''] },
  ],
  [
    'GSM8K',
    [{ question: 'Q?', answer: '1+1=2\n#### 1,002' }],
    { shape: 'GSM8K', metric: 'exact_match', prompt: 'Question: Q?\nAnswer:', answer: ['1002'] },
  ],
  [
    'IFEval',
    [{ prompt: 'Say hi', instruction_id_list: ['punctuation:no_comma'], kwargs: [{}] }],
    {
      shape: 'IFEval',
      metric: 'prompt_level_strict_acc',
      prompt: 'Say hi',
      answer: ['{"instruction_id_list":["punctuation:no_comma"],"kwargs":[{}],"prompt":"Say hi"}'],
    },
  ],
  [
    'Alpaca',
    [{ instruction: 'Do', input: 'it', output: 'done' }],
    {
      shape: 'Alpaca',
      metric: 'exact_match',
      prompt: '### Instruction:\nDo\n\n### Input:\nit\n\n### Response:',
      answer: ['done'],
    },
  ],
  [
    'Alpaca without an input',
    [{ instruction: 'Do', input: '', output: 'line\nline' }],
    {
      shape: 'Alpaca',
      metric: 'chrf',
      prompt: '### Instruction:\nDo\n\n### Response:',
      answer: ['line\nline'],
    },
  ],
  [
    'messages of one turn',
    [{ messages: [turn('user', 'hi'), turn('assistant', 'hello')] }],
    { shape: 'messages', metric: 'exact_match', prompt: 'hi', answer: ['hello'] },
  ],
  [
    'ShareGPT of several turns',
    [{ conversations: [said('human', 'a'), said('gpt', 'b'), said('human', 'c'), said('gpt', 'd')] }],
    { shape: 'ShareGPT', metric: 'exact_match', prompt: 'human: a\ngpt: b\nhuman: c\ngpt:', answer: ['d'] },
  ],
  [
    'preference pairs',
    [{ prompt: 'P', chosen: 'good', rejected: 'bad' }],
    { shape: 'preference pairs', metric: 'acc', prompt: 'P', answer: ['* good', ' bad'] },
  ],
  [
    'preference pairs of conversations',
    [
      {
        chosen: [turn('user', 'P'), turn('assistant', 'good')],
        rejected: [turn('user', 'P'), turn('assistant', 'bad')],
      },
    ],
    {
      shape: 'preference pairs of conversations',
      metric: 'acc',
      prompt: 'user: P\nassistant:',
      answer: ['* good', ' bad'],
    },
  ],
  [
    'a prompt and a reference',
    [{ prompt: '1 + 1 =', reference: '2' }],
    { shape: 'a prompt with a reference answer', metric: 'exact_match', prompt: '1 + 1 =', answer: ['2'] },
  ],
  [
    'preference pairs of conversations with their prompt beside them',
    [
      {
        prompt: [turn('system', 'Be brief.'), turn('user', 'P')],
        chosen: [turn('assistant', 'good')],
        rejected: [turn('assistant', 'bad')],
      },
    ],
    {
      shape: 'preference pairs of conversations',
      metric: 'acc',
      prompt: 'system: Be brief.\nuser: P\nassistant:',
      answer: ['* good', ' bad'],
    },
  ],
  [
    'preference pairs of transcripts',
    [
      {
        chosen: '\n\nHuman: P\n\nAssistant: What?\n\nHuman: Q\n\nAssistant: good',
        rejected: '\n\nHuman: P\n\nAssistant: What?\n\nHuman: Q\n\nAssistant: bad',
      },
    ],
    {
      shape: 'preference pairs of transcripts, as hh-rlhf has them',
      metric: 'acc',
      prompt: '\n\nHuman: P\n\nAssistant: What?\n\nHuman: Q\n\nAssistant:',
      answer: ['* good', ' bad'],
    },
  ],
  [
    'labels that are numbers',
    [
      { text: 'fine', label: 1 },
      { text: 'awful', label: 0 },
    ],
    {
      shape: 'a text with one of a few labels',
      metric: 'acc',
      prompt: 'fine\nLabel:',
      answer: [' 0', '* 1'],
    },
  ],
  [
    'a stem with choices of text and label',
    [{ id: '7', question_stem: 'The sun', choices: { text: ['w', 'x'], label: ['A', 'B'] }, answerKey: 'B' }],
    { shape: 'ARC', metric: 'acc', prompt: 'Question: The sun\nAnswer:', answer: [' w', '* x'] },
  ],
  [
    'labels',
    [
      { text: 'fine', label: 'good' },
      { text: 'poor', label: 'bad' },
    ],
    {
      shape: 'a text with one of a few labels',
      metric: 'acc',
      prompt: 'fine\nLabel:',
      answer: [' bad', '* good'],
    },
  ],
  [
    'MedQA with choices by their letters',
    [{ question: 'Q?', options: { A: 'w', B: 'x', C: 'y' }, answer: 'x', answer_idx: 'B' }],
    { shape: 'MedQA', metric: 'acc', prompt: 'Q?\nA. w\nB. x\nC. y\nAnswer:', answer: [' A', '* B', ' C'] },
  ],
  [
    'TruthfulQA',
    [{ question: 'Q?', mc1_targets: { choices: ['w', 'x'], labels: [0, 1] } }],
    { shape: 'TruthfulQA', metric: 'acc', prompt: 'Question: Q?\nAnswer:', answer: [' w', '* x'] },
  ],
  [
    'samples of OpenAI evals',
    [{ input: [turn('system', 'Be brief.'), turn('user', 'Q?')], ideal: 'A' }],
    {
      ...{ shape: 'OpenAI evals', metric: 'exact_match' },
      ...{ prompt: 'system: Be brief.\nuser: Q?\nassistant:', answer: ['A'] },
    },
  ],
  [
    'an expected output, as test cases of DeepEval and Langfuse have it',
    [{ input: 'Q?', expected_output: 'A' }],
    { shape: 'a prompt with a reference answer', metric: 'exact_match', prompt: 'Q?', answer: ['A'] },
  ],
  [
    'columns of a spreadsheet',
    [{ Question: 'Q?', 'Option A': 'w', 'Option B': 'x', 'Correct Answer': 'B' }],
    { shape: 'columns of choices', metric: 'acc', prompt: 'Question: Q?\nAnswer:', answer: [' w', '* x'] },
  ],
  [
    'prompts alone',
    [{ id: 'a', prompt: 'Tell me about tea.' }],
    { shape: 'prompts without answers', metric: 'over_refusal', prompt: 'Tell me about tea.', answer: [] },
  ],
  [
    'messages in parts',
    [{ messages: [inParts('user', 'What is ', 'this?'), inParts('assistant', 'a cat')] }],
    { shape: 'messages', metric: 'exact_match', prompt: 'What is this?', answer: ['a cat'] },
  ],
  [
    'messages in parts among others',
    [
      { messages: [turn('system', 'Be brief.'), inParts('user', 'hi'), turn('assistant', 'hello')] },
      { messages: [turn('user', 'hi'), turn('assistant', 'hello')] },
    ],
    {
      ...{ shape: 'messages', metric: 'exact_match', answer: ['hello'] },
      prompt: 'system: Be brief.\nuser: hi\nassistant:',
    },
  ],
  [
    'messages in parts that wait for an answer',
    [{ messages: [inParts('system', 'Be brief. '), inParts('user', 'hi')] }],
    { shape: 'messages without an answer', metric: 'over_refusal', prompt: 'Be brief. hi', answer: [] },
  ],
  [
    'messages in parts, and what the answer should be',
    [{ input: [inParts('user', 'hi')], ideal: 'hello' }],
    { shape: 'OpenAI evals', metric: 'exact_match', prompt: 'user: hi\nassistant:', answer: ['hello'] },
  ],
  [
    'pairs of conversations in parts',
    [{ chosen: [inParts('user', 'hi'), inParts('assistant', 'hello')], rejected: [turn('assistant', 'no')] }],
    {
      ...{ shape: 'preference pairs of conversations', metric: 'acc' },
      ...{ prompt: 'user: hi\nassistant:', answer: ['* hello', ' no'] },
    },
  ],
  [
    'messages that wait for an answer',
    [{ messages: [turn('user', 'hi')] }],
    { shape: 'messages without an answer', metric: 'over_refusal', prompt: 'hi', answer: [] },
  ],
  [
    'the same with a system message',
    [{ messages: [turn('system', 'Be brief. '), turn('user', 'hi')] }],
    { shape: 'messages without an answer', metric: 'over_refusal', prompt: 'Be brief. hi', answer: [] },
  ],
  [
    'the same of several turns',
    [{ messages: [turn('user', 'a'), turn('assistant', 'b'), turn('user', 'c')] }],
    {
      ...{ shape: 'messages without an answer', metric: 'over_refusal', answer: [] },
      prompt: 'user: a\nassistant: b\nuser: c\nassistant:',
    },
  ],
  [
    'text',
    [{ text: 'once upon' }],
    { shape: 'text alone', metric: 'bits_per_byte', prompt: 'once upon', answer: [] },
  ],
])('%s', async (_, rows, expected) => {
  expect(await asked(rows)).toEqual(expected);
});

test('a worked answer of GSM8K is compared by its last number', async () => {
  const { options } = suggestTask([{ question: 'Q?', answer: 'so\n#### 1,002' }]) as SuggestedTask;
  const prepared = await prepareTask(options, [{ question: 'Q?', answer: 'so\n#### 1,002' }]);
  expect(prepared.samples).toHaveLength(1);
});

test('a row that is unlike nearly all others is named, with its column', () => {
  const rows = Array.from({ length: 40 }, (_, index) => ({ question: `q${index}?`, answer: `${index}` }));
  expect(oddRow(rows.with(3, { question: 'q3?', answer: '' }))).toMatchObject({
    position: 3,
    column: 'answer',
  });
  expect(oddRow(rows.map((row, index) => (index % 5 === 0 ? { ...row, answer: '' } : row)))).toBeNull();
  expect(oddRow([{ key: 1 }])).toBeNull();
});

const choices = { question: 'Q?', A: 'w', B: 'x', C: 'y', answer: 'B' };

test('a choice that one row lacks is named: without it all would be asked with one fewer', () => {
  const rows = [choices, choices, { ...choices, C: '' }];
  expect(suggestTask(rows)).toBeNull();
  expect(oddRow(rows)).toEqual({ position: 2, column: 'C' });
});

describe('no task is made', () => {
  test.each<[string, Rows]>([
    ['of numbers beside texts that have no name', [{ text: 'fine', label: 0.5 }]],
    ['of columns that nothing is known of', [{ key: 1, kwargs: {} }]],
    [
      'where one row lacks the answer',
      [
        { prompt: 'P', reference: 'x' },
        { prompt: 'Q', reference: null },
      ],
    ],
    [
      'where one row has other choices',
      [
        { question: 'Q', choices: ['a', 'b'], answer: 0 },
        { question: 'Q', choices: 'a', answer: 0 },
      ],
    ],
    [
      'of pairs that answer different questions',
      [{ chosen: '\n\nHuman: P\n\nAssistant: a', rejected: '\n\nHuman: Q\n\nAssistant: b' }],
    ],
    [
      'of pairs of conversations that answer different questions',
      [
        {
          chosen: [turn('user', 'P'), turn('assistant', 'a')],
          rejected: [turn('user', 'Q'), turn('assistant', 'b')],
        },
      ],
    ],
    ['of no rows', []],
  ])('%s', (_, rows) => {
    expect(suggestTask(rows)).toBeNull();
  });
});

test.each<[string, readonly unknown[], string | undefined]>([
  ['a subject of several rows is a group', ['law', 'law', 'art', 'art'], 'subject'],
  ['one of a single value is none', ['law', 'law'], undefined],
  ['one for each row is none', ['a', 'b', 'c'], undefined],
  ['one that a row lacks is none', ['law', 'law', 'art', 'art', null], undefined],
])('%s', (_, subjects, group) => {
  const rows = subjects.map((subject, index) => ({ prompt: `${index}`, reference: 'x', subject }));
  expect(suggestTask(rows)?.options.group_field).toBe(group);
});

describe('a column is left over that may change what is asked, or what is right', () => {
  test.each<[string, Rows, string, string]>([
    [
      'the passage that is no text',
      [{ question: 'Q?', answer: 'a', context: { paragraphs: ['P.'] } }],
      'a prompt with a reference answer',
      'context',
    ],
    [
      'what somebody thought of the answer',
      [{ prompt: 'P', response: 'a', helpfulness: 1 }],
      'a prompt with a reference answer',
      'helpfulness',
    ],
    [
      'whether the answer is right',
      [{ question: 'Q?', answer: 'a', label: 0 }],
      'a prompt with a reference answer',
      'label',
    ],
    [
      'what the choices are about',
      [{ premise: 'P.', question: 'why', choice1: 'a', choice2: 'b', label: 0 }],
      'columns of choices',
      'premise',
    ],
    [
      'of what the text is said to be positive',
      [
        { text: 'The food was fine.', aspect: 'food', label: 'good' },
        { text: 'The food was fine.', aspect: 'staff', label: 'bad' },
      ],
      'a text with one of a few labels',
      'aspect',
    ],
    ['what a text is', [{ text: 'You!', toxicity: 0.9 }], 'text alone', 'toxicity'],
    ['code for the text', [{ text: 'Write a function.', code: 'def f(): pass' }], 'text alone', 'code'],
    [
      'the tools of a conversation',
      [{ messages: [turn('user', 'hi'), turn('assistant', 'hello')], tools: [{ name: 'f' }] }],
      'messages: a conversation with role and content',
      'tools',
    ],
  ])('%s', (_, rows, shape, column) => {
    expect(suggestTask(rows)).toBeNull();
    expect(nearestShape(rows, AT)).toEqual({ shape, column });
  });
});
