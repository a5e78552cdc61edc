import { expect, test } from 'vitest';
import { readToJudge } from '../../../src/app/sides/stored.ts';
import { sharedData } from '../../support/shared-data.ts';

/** Of real results of each program: what the first sample was asked, what it could choose from, and what was right. */
const FIRST = [
  [
    'lm_eval/replay-gsm8k-gpt3-0.4.13/gpt3__6b_finetuning',
    { question: /^Question: Janet’s ducks .*Answer:$/s, reference: /#### 18$/ },
  ],
  ['lm_eval/tiny-hf-cpu-0.4.13/models__tiny-base', { question: /^Question: .*Answer:$/s, choices: 4 }],
  ['inspect/eee/data_arc_sonnet.json', { question: /^An astronomer|\?$/, choices: 4, reference: /./ }],
  [
    'promptfoo/xstest-0.123.1/results_llama2orig.json.gz',
    { question: /Python process/, reference: /^\w+: / },
  ],
  [
    'helm/mmlu-subject=philosophy,method=multiple_choice_joint,model=openai_gpt2',
    { question: /\?|Answer/, choices: 4, reference: /./ },
  ],
] as const;

test.each(FIRST)('%s', async (name, expected) => {
  const path = sharedData(name);
  if (path === null) return;
  const { runs } = await readToJudge(path, 'candidate');
  const asked = runs[0]?.samples.at(0)?.asked;
  expect(asked?.question).toMatch(expected.question);
  if ('choices' in expected) expect(asked?.choices).toHaveLength(expected.choices);
  if ('reference' in expected) expect(asked?.reference).toMatch(expected.reference);
});
