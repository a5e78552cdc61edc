import { describe, expect, test } from 'vitest';
import type { GenerateRequest, LoadedModel } from '../../../../src/tasks/engines/engine.ts';
import { bigramModel } from '../../../support/bigram-model.ts';
import { faultOf } from '../../../support/fault.ts';
import { prepareTask, runTask } from '../../../support/native-task.ts';

const TASK = { type: 'generate', doc_to_text: 'question', doc_to_target: 'answer', scorers: ['exact_match'] };

/** A model that says what the row tells it to say. */
function saying(text: (request: GenerateRequest) => string): LoadedModel {
  return {
    ...bigramModel(),
    generate: async (request) => ({
      text: text(request),
      promptTokens: request.prompt.length,
      outputTokens: 3,
      finish: 'stop',
    }),
  };
}
const parrot = saying(({ prompt }) => prompt);

describe('generate', () => {
  test('stores what was said and how it was scored', async () => {
    const samples = await runTask(TASK, [{ id: 'a', question: ' Paris', answer: 'Paris' }], {
      model: parrot,
    });
    expect(samples).toEqual([
      {
        id: 'a',
        index: 0,
        input_digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        target_digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        scores: { exact_match: 1 },
        output: ' Paris',
        truncated: false,
        usage: { prompt_tokens: 6, output_tokens: 3 },
      },
    ]);
  });

  test('hands generation_kwargs and a seed of its own to each request', async () => {
    const requests: GenerateRequest[] = [];
    const model = bigramModel({ onRequest: (request) => requests.push(request as GenerateRequest) });
    const kwargs = { max_gen_toks: 5, until: ['t', '\n'], temperature: 0.7 };
    const rows = [
      { id: 'a', question: 'the ', answer: 'x' },
      { id: 'b', question: 'the ', answer: 'x' },
    ];
    const samples = await runTask({ ...TASK, generation_kwargs: kwargs }, rows, { model });
    expect(requests[0]).toMatchObject({ maxTokens: 5, stop: ['t', '\n'], temperature: 0.7 });
    expect(requests[0]?.seed).not.toBe(requests[1]?.seed);
    expect(samples[0]?.output).toBe('a');
  });

  test('applies several scorers, and several targets', async () => {
    const scorers = ['exact_match', { name: 'regex', pattern: '^[0-9]+$', metric: 'number' }];
    const rows = [
      { id: 'a', question: '7', answer: ['six', '7'] },
      { id: 'b', question: 'x', answer: 7 },
    ];
    const samples = await runTask({ ...TASK, scorers }, rows, { model: parrot });
    expect(samples.map(({ scores }) => scores)).toEqual([
      { exact_match: 1, number: 1 },
      { exact_match: 0, number: 0 },
    ]);
  });

  test('scores in batches without losing the order', async () => {
    const rows = Array.from({ length: 70 }, (_, index) => ({
      id: index,
      question: `${index}`,
      answer: `${index}`,
    }));
    const samples = await runTask(TASK, rows, { model: parrot });
    expect(samples.map(({ id }) => id)).toEqual(rows.map(({ id }) => `${id}`));
    expect(samples.every(({ scores }) => scores.exact_match === 1)).toBe(true);
  });

  test('leaves a prompt that does not fit unscored, and scores the others', async () => {
    const rows = [
      { id: 'long', question: 'x'.repeat(300), answer: 'a' },
      { id: 'short', question: 'the', answer: 'a' },
    ];
    const options = { ...TASK, generation_kwargs: { max_gen_toks: 10 } };
    const samples = await runTask(options, rows, { model: bigramModel({ contextSize: 100 }) });
    const unscored = 'the prompt has 310 tokens, the context holds 100';
    expect(samples[0]?.scores).toEqual({ exact_match: { unscored } });
    expect(samples[1]?.scores).toEqual({ exact_match: 0 });
  });

  test('bounds what it stores, between characters, and scores all of it', async () => {
    const said = `x${'😀'.repeat(20_000)}`;
    const rows = [{ id: 'a', question: 'q', answer: said }];
    const [sample] = await runTask(TASK, rows, { model: saying(() => said) });
    expect(sample?.scores).toEqual({ exact_match: 1 });
    expect(sample?.output).toMatch(/^x(😀)+…$/u);
    expect(sample?.output?.length).toBeLessThanOrEqual(16 * 1024 + 1);
  });

  test('needs no target where no scorer does', async () => {
    const options = { type: 'generate', doc_to_text: 'question', scorers: ['profanity_rate', 'json_valid'] };
    const [sample] = await runTask(options, [{ question: '[1]' }], { model: parrot });
    expect(sample?.scores).toEqual({ profanity_rate: 0, json_valid: 1 });
  });
});

describe('faults found before any model is loaded', () => {
  test.each<[string, Record<string, unknown>, string, RegExp]>([
    [
      'a scorer without its target',
      { doc_to_target: '' },
      'data',
      /rows\.jsonl:1: exact_match needs a target/,
    ],
    [
      'a target that is null',
      { doc_to_target: 'nothing' },
      'data',
      /rows\.jsonl:1: doc_to_target gives no answer/,
    ],
    [
      'a target that is not JSON',
      { scorers: ['json_equal'] },
      'data',
      /rows\.jsonl:1: the target is not JSON/,
    ],
    [
      'a schema that is missing',
      { scorers: [{ name: 'json_valid', schema: 's.json' }] },
      'config',
      /s\.json/,
    ],
  ])('%s', async (_, options, kind, message) => {
    const fault = await faultOf(() =>
      prepareTask({ ...TASK, ...options }, [{ question: 'q', answer: 'a', nothing: null }]),
    );
    expect(fault.kind).toBe(kind);
    expect(fault.text).toMatch(message);
  });
});
