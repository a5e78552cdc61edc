import { describe, expect, test } from 'vitest';
import { nativeMetrics } from '../../../../src/tasks/runners/native/describe.ts';
import { nativeTask } from '../../../../src/tasks/runners/native/options.ts';
import { prepareTask } from '../../../support/native-task.ts';

const GENERATE = { type: 'generate', dataset: 'd.jsonl', scorers: ['json_valid', 'exact_match'] };

describe('nativeMetrics', () => {
  test.each<[Record<string, unknown>, string, string[]]>([
    [
      { type: 'multiple_choice', dataset: 'd.jsonl' },
      'acc',
      ['acc', 'acc_norm', 'prob_correct', 'nll', 'brier_score'],
    ],
    [
      { type: 'perplexity', dataset: 'd.jsonl' },
      'bits_per_byte',
      ['bits_per_byte', 'byte_perplexity', 'word_perplexity'],
    ],
    [GENERATE, 'json_valid', ['json_valid', 'exact_match']],
  ])('%j', (input, primary, metrics) => {
    const described = nativeMetrics(nativeTask.parse(input));
    expect(described.primary).toBe(primary);
    expect(described.metrics.map(({ name }) => name)).toEqual(metrics);
  });
});

describe('options', () => {
  test.each<[string, Record<string, unknown>, string]>([
    [
      'an unknown scorer',
      { scorers: ['exact_match', 'toxcity'] },
      'scorers.1: there is no scorer "toxcity": did you mean toxicity?',
    ],
    ['an option that a scorer has not', { scorers: [{ name: 'regex', patern: 'x' }] }, 'scorers.0.pattern'],
    [
      'one metric twice',
      { scorers: ['json_valid', 'json_valid'] },
      'scorers.1: two scorers give the metric json_valid',
    ],
    ['no scorer', { scorers: [] }, 'scorers: '],
    ['an unknown option', { fewshot: 1 }, 'fewshot'],
  ])('%s is refused at its place', (_, options, expected) => {
    const parsed = nativeTask.safeParse({ ...GENERATE, ...options });
    const issues = parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
    expect(issues.join('\n')).toContain(expected);
  });
});

describe('the fingerprint', () => {
  const model = {
    fingerprint: { engine: 'e', engine_version: '1', engine_settings: 's', tokenizer: 't', dtype: 'd' },
    chatTemplate: { template: 'x', bosToken: '', eosToken: '' },
  };
  const rows = [{ id: 1, question: 'q', choices: ['a', 'b'], answer: 'a', other: 'b' }];
  const of = async (options: Record<string, unknown>, data: unknown[] = rows) =>
    (await prepareTask({ doc_to_target: 'answer', ...options }, data)).fingerprint(model);

  test('says all there is to say', async () => {
    expect(
      await of({ type: 'generate', scorers: ['exact_match'], limit: 5, metadata: { version: 2 } }),
    ).toEqual({
      dataset: expect.stringMatching(/^[0-9a-f]{64}$/),
      prompt: expect.stringMatching(/^[0-9a-f]{64}$/),
      few_shot: null,
      chat_template: null,
      generation: '{"max_gen_toks":256,"temperature":0,"until":["\\n"]}',
      scorers: expect.stringMatching(/^exact_match@1#[0-9a-f]{16}$/),
      filter: null,
      task_version: 2,
      limit: 5,
      harness: 'weighbridge native',
      harness_version: 2,
      ...model.fingerprint,
    });
  });

  const base = { type: 'generate', scorers: ['exact_match'] };
  test.each<[string, Record<string, unknown>, unknown[]?]>([
    ['prompt', { doc_to_text: '{{question}}?' }],
    ['prompt', { doc_to_target: 'other' }],
    ['prompt', { description: 'd' }],
    ['generation', { generation_kwargs: { temperature: 1 } }],
    ['scorers', { scorers: ['json_valid'] }],
    ['limit', { limit: 1 }],
    ['dataset', {}, [{ ...rows[0], question: 'p' }]],
  ])('%s changes with %j', async (field, options, data = rows) => {
    const [before, after] = [await of(base), await of({ ...base, ...options }, data)];
    const changed = Object.keys(after).filter(
      (key) => after[key as keyof typeof after] !== before[key as keyof typeof before],
    );
    expect(changed).toEqual([field]);
  });

  test('the chat template counts where it is used', async () => {
    const used = await of({ ...base, apply_chat_template: true });
    expect(used.chat_template).toMatch(/^[0-9a-f]{64}$/);
  });
});
