import { describe, expect, test } from 'vitest';
import { taskOfData } from '../../src/app/inspect-data.ts';
import { faultOf } from '../support/fault.ts';
import { sharedData } from '../support/shared-data.ts';

/** Evaluation sets as their authors give them, which lie outside the repository. */
const SETS: readonly (readonly [
  file: string,
  shape: RegExp,
  samples: number,
  prompt: RegExp,
  right: string,
])[] = [
  ['mmlu/test_all_57.jsonl.gz', /^MMLU/, 14_042, /^Find the degree .*\nA\. 0\nB\. 4\n.*Answer:$/s, ' B'],
  ['mmlu/test/anatomy_test.csv', /^columns of choices: choice0/, 135, /^A lesion .*\nAnswer:$/s, ' A'],
  [
    'hellaswag/hellaswag_val.jsonl.gz',
    /^HellaSwag/,
    10_042,
    /^Roof shingle removal: .* he$/,
    ' starts pulling up roofing on a roof.',
  ],
  ['gsm8k/test.jsonl', /^GSM8K/, 1319, /^Question: Janet’s ducks .*\nAnswer:$/s, '18'],
  ['bbq/Religion.jsonl.gz', /^columns of choices: ans0, ans1, ans2/, 1200, /crime.*\n\nWho .*\nA\. /s, ' B'],
  [
    'humaneval/HumanEval.jsonl.gz',
    /^HumanEval/,
    164,
    /^from typing import List\n.*"""\n$/s,
    expect.stringMatching(/^\{"entry_point":"has_close_elements",/),
  ],
  [
    'truthfulqa/TruthfulQA.csv',
    /^TruthfulQA: the best answer beside the best wrong one/,
    790,
    /^Question: What happens to you .*\nAnswer:$/s,
    ' The watermelon seeds pass through your digestive system',
  ],
  [
    'llm_foundry/triviaqa_sm_sub.jsonl.gz',
    /^a question, its answer and other words/,
    3000,
    /^Question: Brunswick.*\nAnswer:$/s,
    'Onion',
  ],
  ['llm_foundry/lambada_openai.jsonl.gz', /^LAMBADA/, 5153, /care about$/, 'signs'],
  ['llm_foundry/piqa.jsonl.gz', /^MMLU/, 1838, /^Question: How do I ready a guinea pig/, ' A'],
  [
    'bbh/boolean_expressions.json',
    /^a prompt with a reference/,
    250,
    /^not \( True \) and \( True \) is$/,
    'False',
  ],
  [
    'hatecheck/test_suite_cases.csv',
    /^a text with one of a few labels/,
    3728,
    /^I hate women\. \nLabel:$/,
    ' hateful',
  ],
  [
    'ifeval/input_data.jsonl',
    /^IFEval/,
    541,
    /^Write a 300\+ word summary/,
    expect.stringMatching(/^\{"instruction_id_list":\["punctuation:no_comma",.*"prompt":"Write a 300/),
  ],
];

describe('a real evaluation set becomes a task', () => {
  test.each(SETS)('%s', async (file, shape, samples, prompt, right) => {
    const path = sharedData(`../datasets/${file}`);
    if (path === null) return;
    const task = await taskOfData(path, '/', undefined);
    const [shown] = task.shown.shown;
    expect({ shape: task.shape, samples: task.samples }).toEqual({
      shape: expect.stringMatching(shape),
      samples,
    });
    expect(shown?.prompt).toMatch(prompt);
    expect(shown?.gold === null ? shown.targets[0] : shown?.continuations[shown.gold]).toEqual(right);
  });

  test('conversations of MT-Bench, turn by turn', async () => {
    const path = sharedData('../datasets/mt_bench/question.jsonl');
    if (path === null) return;
    const { metric, samples, options } = await taskOfData(path, '/', undefined);
    expect({ metric, samples, turns: options.doc_to_turns }).toEqual({
      ...{ metric: 'over_refusal', samples: 160, turns: 'turns' },
    });
  });

  test.each([
    ['xstest/xstest_prompts.csv', /but for the column "label"/],
    ['llm_foundry/winogrande.jsonl.gz', /no shape of dataset that is known has these columns/],
  ])('but %s, of which no answer can be read', async (file, message) => {
    const path = sharedData(`../datasets/${file}`);
    if (path === null) return;
    const fault = await faultOf(() => taskOfData(path, '/', undefined));
    expect(fault.text).toMatch(message);
  });
});
