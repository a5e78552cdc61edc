import { describe, expect, test } from 'vitest';
import { asked, type Rows, suggestTask } from '../../../support/asked-rows.ts';

/** Columns as each set has them where it is published, some with those that nobody needs beside them. */

const texts = (...all: readonly string[]) => all;
const choice = (text: string, label: string) => ({ text, label });
const said = (role: string, content: string | null, more = {}) => ({ role, content, ...more });

describe('one of some answers is right', () => {
  test.each<[string, Rows, prompt: string, answer: readonly string[]]>([
    [
      'WinoGrande',
      [
        {
          qID: '1-1',
          sentence: 'Sarah met Maria and _ sat.',
          option1: 'Sarah',
          option2: 'Maria',
          answer: '2',
        },
      ],
      'Fill in the blank: Sarah met Maria and _ sat.\nA. Sarah\nB. Maria\nAnswer:',
      [' A', '* B'],
    ],
    [
      'WinoGrande, of which the only row counts from 1 all the same',
      [{ sentence: 'Sarah met Maria and _ sat.', option1: 'Sarah', option2: 'Maria', answer: '1' }],
      'Fill in the blank: Sarah met Maria and _ sat.\nA. Sarah\nB. Maria\nAnswer:',
      ['* A', ' B'],
    ],
    [
      'COPA, a cause',
      [
        {
          premise: 'It is wet.',
          choice1: 'It rained.',
          choice2: 'It shone.',
          question: 'cause',
          idx: 0,
          label: 0,
        },
      ],
      'It is wet because',
      ['* it rained.', ' it shone.'],
    ],
    [
      'COPA, an effect',
      [
        {
          premise: 'It rained.',
          choice1: 'He sang.',
          choice2: 'It got wet.',
          question: 'effect',
          idx: 1,
          label: 1,
        },
      ],
      'It rained therefore',
      [' he sang.', '* it got wet.'],
    ],
    [
      'SWAG',
      [
        {
          'video-id': 'v',
          startphrase: 'She',
          sent1: '',
          sent2: 'She',
          ending0: 'a.',
          ending1: 'b.',
          label: 1,
        },
      ],
      'She',
      [' a.', '* b.'],
    ],
    [
      'SciQ',
      [
        {
          question: 'Q?',
          distractor3: 'd',
          distractor1: 'b',
          distractor2: 'c',
          correct_answer: 'a',
          support: 'P.',
        },
      ],
      'P.\n\nQuestion: Q?\nAnswer:',
      ['* a', ' b', ' c', ' d'],
    ],
    [
      'SciQ without a text to one of its questions',
      [
        { question: 'Q?', distractor1: 'b', distractor2: 'c', correct_answer: 'a', support: '' },
        { question: 'R?', distractor1: 'b', distractor2: 'c', correct_answer: 'a', support: 'P.' },
      ],
      'Question: Q?\nAnswer:',
      ['* a', ' b', ' c'],
    ],
    [
      'GPQA',
      [
        {
          Question: 'Q?',
          'Correct Answer': 'a',
          'Incorrect Answer 1': 'b',
          'Incorrect Answer 2': 'c',
          Explanation: '',
        },
      ],
      'Question: Q?\nAnswer:',
      ['* a', ' b', ' c'],
    ],
    [
      'ARC with a list of choices',
      [{ question: 'Q?', choices: [choice('w', 'A'), choice('x', 'B')], answerKey: 'B' }],
      'Question: Q?\nAnswer:',
      [' w', '* x'],
    ],
    [
      'AGIEval',
      [{ query: 'Q? The answer is', choices: ['(A)w', '(B)x'], gold: [1] }],
      'Q? The answer is',
      [' (A)w', '* (B)x'],
    ],
    [
      'TruthfulQA as a table of 2025',
      [
        {
          ...{ Type: 'Adversarial', Question: 'Q?', 'Best Answer': 'a', 'Best Incorrect Answer': 'b' },
          ...{ 'Correct Answers': 'a; aa', 'Incorrect Answers': 'b; c' },
        },
      ],
      'Question: Q?\nAnswer:',
      ['* a', ' b'],
    ],
    [
      'TruthfulQA, generation',
      [{ question: 'Q?', best_answer: 'a', correct_answers: ['a', 'aa'], incorrect_answers: ['b', 'c'] }],
      'Question: Q?\nAnswer:',
      ['* a', ' b', ' c'],
    ],
    [
      'BoolQ of SuperGLUE',
      [{ question: 'is it', passage: 'P.', idx: 0, label: 1 }],
      'P.\n\nQuestion: is it\nAnswer:',
      [' no', '* yes'],
    ],
    [
      'MultiRC',
      [
        {
          paragraph: 'P.',
          question: 'Q?',
          answer: 'a',
          idx: { paragraph: 0, question: 0, answer: 0 },
          label: 0,
        },
      ],
      'P.\n\nQuestion: Q?\nAnswer: a\nIs the answer correct?',
      ['* no', ' yes'],
    ],
    [
      'PubMedQA',
      [
        {
          ...{ pubid: 1, question: 'Q?', context: { contexts: ['One.', 'Two.'], labels: [], meshes: [] } },
          ...{ long_answer: 'It may.', final_decision: 'maybe' },
        },
      ],
      'Abstract: One.\nTwo.\nQuestion: Q?\nAnswer:',
      [' yes', ' no', '* maybe'],
    ],
    [
      'SNLI as published',
      [
        { gold_label: 'neutral', sentence1: 'P.', sentence2: 'H.', sentence1_parse: '(P)', pairID: '1' },
        { gold_label: 'entailment', sentence1: 'P.', sentence2: 'I.', sentence1_parse: '(P)', pairID: '2' },
      ],
      'Sentence 1: P.\nSentence 2: H.\nLabel:',
      [' entailment', '* neutral'],
    ],
    [
      'a name of the label beside its number',
      [
        { text: 'T', label: 3, label_text: 'good' },
        { text: 'U', label: 5, label_text: 'bad' },
      ],
      'T\nLabel:',
      [' bad', '* good'],
    ],
    [
      'UltraFeedback, whose messages are those of the chosen answer',
      [
        {
          ...{ prompt: 'P', score_chosen: 6, messages: [said('user', 'P'), said('assistant', 'good')] },
          chosen: [said('user', 'P'), said('assistant', 'good')],
          rejected: [said('user', 'P'), said('assistant', 'bad')],
        },
      ],
      'user: P\nassistant:',
      ['* good', ' bad'],
    ],
    [
      'preferences of OpenAI',
      [
        {
          input: { messages: [said('user', 'P')], tools: [], parallel_tool_calls: true },
          preferred_output: [said('assistant', 'good')],
          non_preferred_output: [said('assistant', 'bad')],
        },
      ],
      'user: P\nassistant:',
      ['* good', ' bad'],
    ],
  ])('%s', async (_, rows, prompt, answer) => {
    expect(await asked(rows)).toMatchObject({ metric: 'acc', prompt, answer });
  });
});

const checked = 'def check(candidate):\n    assert candidate(1) == 2\n';

describe('an answer is written', () => {
  test.each<[string, Rows, metric: string, prompt: string, answer: readonly string[]]>([
    [
      'TriviaQA',
      [{ question: 'Q?', question_id: 't', answer: { value: 'a', aliases: ['b', 'c'], type: 'FreeForm' } }],
      'squad_em',
      'Question: Q?\nAnswer:',
      texts('a', 'b', 'c'),
    ],
    [
      'TriviaQA as published',
      [{ Question: 'Q?', QuestionId: 't', Answer: { Value: 'a', Aliases: ['b'], NormalizedValue: 'a' } }],
      'squad_em',
      'Question: Q?\nAnswer:',
      texts('a', 'b'),
    ],
    [
      'TriviaQA with an answer that is an article, of which SQuAD would leave nothing',
      [
        { question: 'Q?', answer: { value: 'b', aliases: [] } },
        { question: 'Which vitamin?', answer: { value: 'A', aliases: [] } },
      ],
      'exact_match',
      'Question: Q?\nAnswer:',
      texts('b'),
    ],
    [
      'an answer and other words for it',
      [{ context: 'Question: Q?\nAnswer:', answer: 'a', aliases: ['b'] }],
      'squad_em',
      'Question: Q?\nAnswer:',
      texts('a', 'b'),
    ],
    [
      'DROP where an answer is one span',
      [{ passage: 'P.', question: 'Q?', answers_spans: { spans: ['3'], types: ['number'] } }],
      'squad_em',
      'P.\n\nQuestion: Q?\nAnswer:',
      texts('3'),
    ],
    [
      'HotpotQA',
      [
        {
          ...{ question: 'Q?', answer: 'b', supporting_facts: { title: ['A'], sent_id: [0] } },
          context: { title: ['A', 'B'], sentences: [['One.', ' Two.'], ['Three.']] },
        },
      ],
      'squad_em',
      'A: One. Two.\nB: Three.\n\nQuestion: Q?\nAnswer:',
      texts('b'),
    ],
    [
      'RAGAS, whose answer is that of a model',
      [{ question: 'Q?', contexts: ['One.', 'Two.'], answer: 'wrong', ground_truth: 'right' }],
      'exact_match',
      'One.\n\nTwo.\n\nQuestion: Q?\nAnswer:',
      texts('right'),
    ],
    [
      'LAMBADA',
      [{ context: 'He does not care about', continuation: 'signs' }],
      'starts_with',
      'He does not care about',
      texts('signs'),
    ],
    [
      'SVAMP',
      [{ ID: '1', Body: 'He has 3.', Question: 'How many?', Equation: '3', Answer: '3.0', Type: 'Addition' }],
      'numeric',
      'Question: He has 3. How many?\nAnswer:',
      texts('3.0'),
    ],
    [
      'MGSM',
      [{ question: 'Q?', answer: null, answer_number: 18, equation_solution: null }],
      'numeric',
      'Question: Q?\nAnswer:',
      texts('18'),
    ],
    [
      'AIME',
      [{ ID: '1', Problem: 'Find x.', Solution: 'Long.', Answer: 204 }],
      'numeric',
      'Problem: Find x.\nSolution:',
      texts('204'),
    ],
    [
      'XSum',
      [{ document: 'Long.', summary: 'Short.', id: '1' }],
      'rougeL',
      'Summarize the text below.\n\nLong.\n\nSummary:',
      texts('Short.'),
    ],
    [
      'CNN',
      [{ article: 'Long.', highlights: 'Short.\nTwo.', id: '1' }],
      'rougeL',
      'Summarize the text below.\n\nLong.\n\nSummary:',
      texts('Short.\nTwo.'),
    ],
    [
      'a summary in a script that ROUGE does not know',
      [{ dialogue: '长', summary: '短' }],
      'chrf',
      'Summarize the text below.\n\n长\n\nSummary:',
      texts('短'),
    ],
    [
      'HumanEval',
      [{ task_id: 'H/0', prompt: 'def f(x):\n', canonical_solution: ' ', test: checked, entry_point: 'f' }],
      'python_tests',
      'def f(x):\n',
      [JSON.stringify({ entry_point: 'f', prompt: 'def f(x):\n', test: checked })],
    ],
    [
      'MBPP',
      [
        {
          task_id: 1,
          text: 'Do.',
          code: 'c',
          test_list: ['assert f(1)', 'assert f(2)'],
          test_setup_code: 'import re',
        },
      ],
      'python_tests',
      'Do. Your code should pass these tests:\n\nassert f(1)\nassert f(2)\n\n```python\n',
      [JSON.stringify({ test: 'import re\nassert f(1)\nassert f(2)' })],
    ],
    [
      'MBPP, sanitized',
      [{ task_id: 1, prompt: 'Do.', code: 'c', test_imports: ['import re'], test_list: ['assert f(1)'] }],
      'python_tests',
      'Do. Your code should pass these tests:\n\nassert f(1)\n\n```python\n',
      [JSON.stringify({ test: 'import re\nassert f(1)' })],
    ],
    [
      'MT-Bench',
      [{ question_id: 81, category: 'writing', turns: ['One.', 'Two.'] }],
      'over_refusal',
      'One.',
      [],
    ],
    [
      'Dolly',
      [{ instruction: 'Do.', context: '', response: 'Done.', category: 'qa' }],
      'exact_match',
      '### Instruction:\nDo.\n\n### Response:',
      texts('Done.'),
    ],
  ])('%s', async (_, rows, metric, prompt, answer) => {
    expect(await asked(rows)).toMatchObject({ metric, prompt, answer });
  });
});

test('a function of HumanEval ends where the next statement begins', () => {
  const rows = [{ prompt: 'def f(x):\n', test: checked, entry_point: 'f' }];
  expect(suggestTask(rows)?.options).toMatchObject({
    generation_kwargs: { until: expect.arrayContaining(['\ndef']) },
  });
});

describe('what is known, and of which no task can be made, says what to do', () => {
  test.each<[string, Rows, message: RegExp, fix: RegExp]>([
    ['MATH', [{ problem: 'P', solution: '\\boxed{2}' }], /formula/, /minerva_math/],
    [
      'MATH-500, whose answers are formulas',
      [{ problem: 'P', solution: 's', answer: '\\frac{1}{2}' }],
      /formula/,
      /numbers alone/,
    ],
    [
      'DROP with several spans',
      [{ passage: 'P', question: 'Q?', answers_spans: { spans: ['a', 'b'], types: [] } }],
      /right only together/,
      /task: drop/,
    ],
    [
      'translations',
      [{ translation: { de: 'Tag', en: 'day' } }],
      /into which .* de or en/,
      /translation\.de.*translation\.en/,
    ],
    [
      'numbers as labels of pairs',
      [
        { premise: 'P', hypothesis: 'H', label: 0 },
        { premise: 'P', hypothesis: 'I', label: 2 },
      ],
      /numbers, and nothing says what 0, 2 mean/,
      /doc_to_choice/,
    ],
    ['KTO', [{ prompt: 'P', completion: 'c', label: true }], /no pairs/, /label is true/],
    [
      'calls of tools',
      [{ messages: [said('user', 'hi'), said('assistant', null, { tool_calls: [{}] })] }],
      /call of a tool/,
      /tool_call/,
    ],
    [
      'TruthfulQA before 2025',
      [{ Question: 'Q?', 'Best Answer': 'a', 'Correct Answers': 'a; b', 'Incorrect Answers': 'c; d' }],
      /semicolon/,
      /Best Incorrect Answer/,
    ],
  ])('%s', (_, rows, message, fix) => {
    const attempt = () => suggestTask(rows);
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(
      expect.objectContaining({ kind: 'data', at: { file: 'rows.jsonl' }, fix: expect.stringMatching(fix) }),
    );
  });
});
