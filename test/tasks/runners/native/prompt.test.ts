import { describe, expect, test } from 'vitest';
import type { ChoiceRequest, GenerateRequest } from '../../../../src/tasks/engines/engine.ts';
import { nativeTask, type PromptOptions } from '../../../../src/tasks/runners/native/options.ts';
import { loadExamples } from '../../../../src/tasks/runners/native/prompt.ts';
import { bigramModel } from '../../../support/bigram-model.ts';
import { faultOf } from '../../../support/fault.ts';
import { prepareTask, runTask } from '../../../support/native-task.ts';
import { jsonl } from '../../../support/temporary-folder.ts';

const ROWS = [{ id: 'x', question: 'Q3', choices: ['yes', 'no'], answer: 1 }];
const SHOTS = [
  { question: 'Q1', choices: ['yes', 'no'], answer: 0 },
  { question: 'Q2', choices: ['yes', 'no'], answer: 'no' },
  { question: 'Q4', choices: ['yes', 'no'], answer: 0 },
];
const CHAT = '{% for m in messages %}[{{ m.role }}]{{ m.content }}{% endfor %}[assistant]';

/** The request that one row leads to. */
async function requestOf(options: Record<string, unknown>, files: Record<string, string> = {}) {
  const requests: (ChoiceRequest & GenerateRequest)[] = [];
  const model = bigramModel({ chatTemplate: CHAT, onRequest: (request) => requests.push(request as never) });
  await runTask({ type: 'multiple_choice', ...options }, ROWS, {
    model,
    files: { 'shots.jsonl': jsonl(...SHOTS), ...files },
  });
  return requests[0];
}

describe('prompts are put together as lm-evaluation-harness does', () => {
  const fewShot = { num_fewshot: 2, fewshot_dataset: 'shots.jsonl', doc_to_text: 'Q: {{question}}\nA:' };
  test.each<[string, Record<string, unknown>, string, string[]]>([
    ['a question', {}, 'Q3', [' yes', ' no']],
    ['a field name', { doc_to_text: 'question' }, 'Q3', [' yes', ' no']],
    ['a delimiter', { target_delimiter: '' }, 'Q3', ['yes', 'no']],
    [
      'a description, as it is',
      { description: 'About {{ question }}.\n\n' },
      'About Q3.\n\nQ3',
      [' yes', ' no'],
    ],
    ['a system instruction', { system_instruction: 'S' }, 'SQ3', [' yes', ' no']],
    ['both', { system_instruction: 'S', description: 'D:' }, 'S\n\nD:Q3', [' yes', ' no']],
    [
      'both, with white space of their own',
      { system_instruction: 'S\n', description: 'D:' },
      'S\nD:Q3',
      [' yes', ' no'],
    ],
    ['examples', fewShot, 'Q: Q1\nA: yes\n\nQ: Q2\nA: no\n\nQ: Q3\nA:', [' yes', ' no']],
    [
      'examples between others',
      { ...fewShot, fewshot_delimiter: '##' },
      'Q: Q1\nA: yes##Q: Q2\nA: no##Q: Q3\nA:',
      [' yes', ' no'],
    ],
    [
      'choices as templates',
      { doc_to_choice: ['{{question}}-a', 'b'], doc_to_target: '1' },
      'Q3',
      [' Q3-a', ' b'],
    ],
    [
      'choices as an expression',
      { doc_to_choice: '{{ choices + ["maybe"] }}' },
      'Q3',
      [' yes', ' no', ' maybe'],
    ],
    ['choices as the text of a list', { doc_to_choice: '["{{ question }}", "b"]' }, 'Q3', [' Q3', ' b']],
    [
      'a chat: one user turn, and answers begin at once',
      { ...fewShot, apply_chat_template: true, description: 'D' },
      '[system]D[user]Q: Q1\nA: yes\n\nQ: Q2\nA: no\n\nQ: Q3\nA:[assistant]',
      ['yes', 'no'],
    ],
    ['a chat without system message', { apply_chat_template: true }, '[user]Q3[assistant]', ['yes', 'no']],
  ])('%s', async (_, options, context, continuations) => {
    const request = await requestOf(options);
    expect(request?.context).toBe(context);
    expect(request?.continuations).toEqual(continuations);
  });

  test('the question is never among its examples', async () => {
    const files = { 'shots.jsonl': jsonl(SHOTS[0], { ...ROWS[0], id: undefined }, SHOTS[1]) };
    const request = await requestOf({ num_fewshot: 2, fewshot_dataset: 'shots.jsonl' }, files);
    expect(request?.context).toBe('Q1 yes\n\nQ2 no\n\nQ3');
  });

  describe('examples of a group', () => {
    const rows = [
      { id: 'x', subject: 'law', question: 'L?', choices: ['yes', 'no'], answer: 1 },
      { id: 'y', subject: 'art', question: 'A?', choices: ['yes', 'no'], answer: 0 },
    ];
    const shot = (subject: string, question: string) => ({
      subject,
      question,
      choices: ['yes', 'no'],
      answer: 0,
    });
    const shots = jsonl(shot('art', 'a1'), shot('law', 'l1'), shot('law', 'l2'), shot('law', 'l3'));
    const options = { type: 'multiple_choice', num_fewshot: 1, fewshot_dataset: 'shots.jsonl' };

    test.each<[string, Record<string, unknown>, string[]]>([
      ['stand before its questions', { group_field: 'subject' }, ['l1 yes\n\nL?', 'a1 yes\n\nA?']],
      ['are the first of all where the task has no groups', {}, ['a1 yes\n\nL?', 'a1 yes\n\nA?']],
    ])('%s', async (_, grouping, contexts) => {
      const asked: string[] = [];
      const model = bigramModel({ onRequest: (request) => asked.push((request as ChoiceRequest).context) });
      await runTask({ ...options, ...grouping }, rows, { model, files: { 'shots.jsonl': shots } });
      expect(asked).toEqual(contexts);
    });

    test.each<[string, number, string, RegExp]>([
      ['too few of one', 2, shots, /rows\.jsonl:2: only 1 of 2 examples are left for art/],
      [
        'one without its group',
        1,
        jsonl(shot('law', 'l'), { question: 'q', choices: ['yes', 'no'], answer: 0 }),
        /shots\.jsonl:2 \(subject\): the row has no usable group/,
      ],
    ])('%s is a fault', async (_, count, content, message) => {
      const task = { ...options, num_fewshot: count, group_field: 'subject' };
      const fault = await faultOf(() => prepareTask(task, rows, { 'shots.jsonl': content }));
      expect(fault.text).toMatch(message);
    });

    test('have another digest than the same without groups', async () => {
      const digests = [];
      for (const grouping of [{}, { group_field: 'subject' }]) {
        const prepared = await prepareTask({ ...options, ...grouping }, rows, { 'shots.jsonl': shots });
        digests.push(prepared.fingerprint(bigramModel()).few_shot);
      }
      expect(new Set(digests).size).toBe(2);
    });
  });

  test('a generation gets the prompt alone', async () => {
    const options = {
      type: 'generate',
      scorers: ['exact_match'],
      doc_to_target: 'answer',
      apply_chat_template: true,
    };
    const request = await requestOf(options);
    expect(request?.prompt).toBe('[user]Q3[assistant]');
    expect(request).toMatchObject({ specialTokens: true, maxTokens: 256, stop: ['\n'], temperature: 0 });
  });
});

describe('what cannot be asked', () => {
  test('examples from nowhere, of a baseline that is asked otherwise than its task', async () => {
    const options = nativeTask.parse({ type: 'multiple_choice', dataset: 'rows.jsonl' }) as PromptOptions;
    const fault = await faultOf(() => loadExamples({ ...options, num_fewshot: 1 }, '/'));
    expect(fault).toMatchObject({ kind: 'config', text: expect.stringMatching(/needs a fewshot_dataset/) });
  });

  test.each<[string, Record<string, unknown>, string, RegExp]>([
    [
      'too few examples',
      { num_fewshot: 4, fewshot_dataset: 'shots.jsonl' },
      'data',
      /rows\.jsonl:1: only 3 of 4 examples/,
    ],
    [
      'an example with a wrong answer',
      { num_fewshot: 1, fewshot_dataset: 'bad.jsonl' },
      'data',
      /bad\.jsonl:1 \(answer\): .*"maybe" is neither/,
    ],
    [
      'an undefined variable',
      { doc_to_text: '{{ passage }}' },
      'data',
      /rows\.jsonl:1: doc_to_text .*"passage" is undefined/,
    ],
    [
      'a template that does not parse',
      { doc_to_text: '{% if %}' },
      'config',
      /doc_to_text is not a Jinja template/,
    ],
  ])('%s', async (_, options, kind, message) => {
    const files = { 'shots.jsonl': jsonl(...SHOTS), 'bad.jsonl': jsonl({ ...SHOTS[0], answer: 'maybe' }) };
    const fault = await faultOf(() => prepareTask({ type: 'multiple_choice', ...options }, ROWS, files));
    expect(fault.kind).toBe(kind);
    expect(fault.text).toMatch(message);
  });

  test.each([
    ['no chat template', {}, /the model has no chat template/],
    ['a template that refuses', { chatTemplate: '{{ raise_exception("no") }}' }, /chat template refused: no/],
  ])('%s', async (_, model, message) => {
    const task = { type: 'multiple_choice', apply_chat_template: true };
    const fault = await faultOf(() => runTask(task, ROWS, { model: bigramModel(model) }));
    expect(fault.kind).toBe('checkpoint');
    expect(fault.text).toMatch(message);
  });
});
