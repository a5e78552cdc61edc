import { describe, expect, test, vi } from 'vitest';
import type { Score, TokenUsage } from '../../../../src/core/domain/sample.ts';
import type { GenerateRequest, LoadedModel } from '../../../../src/tasks/engines/engine.ts';
import { nativeTask } from '../../../../src/tasks/runners/native/options.ts';
import { bigramModel } from '../../../support/bigram-model.ts';
import { claimsServer, requestedOf } from '../../../support/claims-server.ts';
import { faultOf } from '../../../support/fault.ts';
import { prepareTask, runTask } from '../../../support/native-task.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

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
        asked: { question: ' Paris', reference: 'Paris' },
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

describe('repeats', () => {
  const REPEATED = { ...TASK, generation_kwargs: { temperature: 1 }, repeats: 3 };
  const rows = [
    { id: 'a', question: 'first', answer: 'one' },
    { id: 'b', question: 'second', answer: 'one' },
  ];
  /** Says what the list has for the how manieth answer to the prompt. */
  const inTurn = (texts: readonly string[], requests: GenerateRequest[] = []) =>
    saying((request) => {
      requests.push(request);
      const asked = requests.filter(({ prompt }) => prompt === request.prompt).length;
      return texts[(asked - 1) % texts.length] ?? '';
    });

  test('a sample keeps the scores of all answers, and which say the same', async () => {
    const [first] = await runTask(REPEATED, rows, { model: inTurn(['one', ' two', 'two']) });
    expect(first).toMatchObject({
      id: 'a',
      scores: { exact_match: expect.closeTo(1 / 3, 12) },
      repeats: { scores: { exact_match: [1, 0, 0] }, same_as: [0, 1, 1] },
      output: 'one',
      answer_digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      usage: { prompt_tokens: 15, output_tokens: 9 },
    });
  });

  test('each answer has a seed of its own, the first that which it has alone', async () => {
    const [requests, alone]: [GenerateRequest[], GenerateRequest[]] = [[], []];
    await runTask(REPEATED, rows, { model: inTurn(['one'], requests) });
    await runTask({ ...REPEATED, repeats: 1 }, rows, { model: inTurn(['one'], alone) });
    expect(new Set(requests.map(({ seed }) => seed)).size).toBe(6);
    expect([requests[0]?.seed, requests[3]?.seed]).toEqual(alone.map(({ seed }) => seed));
  });

  test('one answer leaves a sample as it was', async () => {
    const one = await runTask({ ...REPEATED, repeats: 1 }, rows, { model: parrot });
    const { repeats: _, ...none } = REPEATED;
    expect(one).toEqual(await runTask(none, rows, { model: parrot }));
    expect(one[0]).not.toHaveProperty('repeats');
  });

  test('an answer without a score leaves its sample without one', async () => {
    const { joinAnswers } = await import('../../../../src/tasks/runners/native/repeats.ts');
    const answer = (score: Score) => ({
      record: { id: 'a', index: 0, input_digest: 'i', target_digest: 't', scores: { toxicity: score } },
      text: 'text',
    });
    const joined = joinAnswers([answer(1), answer({ unscored: 'no connection' }), answer(1)]);
    expect(joined.scores).toEqual({
      toxicity: { unscored: '1 of 3 answers have no score: no connection' },
    });
    expect(joined).not.toHaveProperty('repeats');
  });

  test.each<[string, readonly (TokenUsage | undefined)[], TokenUsage | undefined]>([
    [
      'is their sum',
      [
        { prompt_tokens: 5, output_tokens: 3, thinking_tokens: 7 },
        { prompt_tokens: 5, output_tokens: 1, thinking_tokens: 0 },
      ],
      { prompt_tokens: 10, output_tokens: 4, thinking_tokens: 7 },
    ],
    ['is not known where one of them is not', [{ prompt_tokens: 5, output_tokens: 3 }, undefined], undefined],
    [
      'is not known where thoughts of one are not',
      [
        { prompt_tokens: 5, output_tokens: 3, thinking_tokens: 7 },
        { prompt_tokens: 5, output_tokens: 1 },
      ],
      undefined,
    ],
  ])('what several answers took %s', async (_, usages, expected) => {
    const { joinAnswers } = await import('../../../../src/tasks/runners/native/repeats.ts');
    const [first, ...others] = usages.map((usage) => ({
      record: {
        ...{ id: 'a', index: 0, input_digest: 'i', target_digest: 't', scores: {} },
        ...(usage === undefined ? {} : { usage }),
      },
      text: 'text',
    }));
    if (first === undefined) throw new Error('no answer');
    expect(joinAnswers([first, ...others]).usage).toEqual(expected);
  });

  test('what is stopped in the middle of a sample stores nothing of it', async () => {
    const stop = new AbortController();
    let asked = 0;
    const model = saying(() => {
      asked += 1;
      if (asked === 5) stop.abort();
      return 'one';
    });
    const samples = await runTask(REPEATED, rows, { model, signal: stop.signal });
    expect(samples.map(({ id }) => id)).toEqual(['a']);
  });

  test.each([
    [
      'at temperature 0',
      { ...REPEATED, generation_kwargs: {} },
      'at temperature 0 all 3 answers are the same',
    ],
    ['of a corpus metric', { ...REPEATED, scorers: ['bleu'] }, 'has no mean over answers'],
    ['too many', { ...REPEATED, repeats: 5000 }, '1024'],
    ['none', { ...REPEATED, repeats: 0 }, '>=1'],
  ])('%s are refused', (_, options, message) => {
    const parsed = nativeTask.safeParse({ ...options, dataset: 'rows.jsonl' });
    expect(parsed.error?.issues.map((issue) => issue.message).join()).toContain(message);
  });
});

describe('contexts', () => {
  const RAG = {
    ...{ type: 'generate', doc_to_text: 'question', doc_to_contexts: 'found' },
    scorers: [{ name: 'faithfulness', url: 'http://127.0.0.1:9/v1', model: 'judge' }],
  };

  test('are what the judge sees, and a row without any has no score', async () => {
    vi.stubEnv('WEIGHBRIDGE_CACHE', temporaryFolder());
    const { url, asked } = await claimsServer();
    const scorers = [{ ...RAG.scorers[0], url }];
    const rows = [
      { id: 'a', question: 'Bread is baked.', found: ['Bread is baked.', ''] },
      { id: 'b', question: 'Bread is baked.', found: 'All is baked.' },
      { id: 'c', question: 'Bread is baked.', found: [] },
      { id: 'd', question: 'Bread is baked.', found: null },
      { id: 'e', question: 'Bread is baked.' },
    ];
    const samples = await runTask({ ...RAG, scorers }, rows, { model: parrot });
    const none = { unscored: expect.stringMatching(/no contexts/) };
    expect(samples.map(({ scores }) => scores.faithfulness)).toEqual([1, 1, none, none, none]);
    const seen = asked().flatMap((each) => {
      const requested = requestedOf(each);
      return requested.kind === 'parts' ? [] : [...requested.text.matchAll(/<context_\d \w+>\n(.*)/g)];
    });
    expect(seen.map(([, text]) => text)).toEqual(
      expect.arrayContaining(['Bread is baked.', 'All is baked.']),
    );
    vi.unstubAllEnvs();
  });

  test('are part of the fingerprint, which tasks without them have as before', async () => {
    const fingerprintOf = async (more: object) => {
      const prepared = await prepareTask({ ...TASK, ...more }, [
        { id: 'a', question: 'x', answer: 'x', found: ['y'] },
      ]);
      return prepared.fingerprint(bigramModel()).prompt;
    };
    expect(await fingerprintOf({ doc_to_contexts: 'found' })).not.toBe(await fingerprintOf({}));
  });

  test.each([
    ['no field', { doc_to_contexts: undefined }, [], /faithfulness judges by contexts: name their field/],
    ['a field that no row has', {}, [{}], /gives no row any context/],
    ['what is no text', {}, [{ found: [{ text: 'x' }] }], /gives what is no text.*map\(attribute/s],
  ])('%s is an error before a model is asked', async (_, more, rows, message) => {
    if (rows.length === 0) {
      const { error } = nativeTask.safeParse({ ...RAG, dataset: 'x.jsonl', ...more });
      return expect(error?.issues[0]?.message).toMatch(message);
    }
    const asked = rows.map((row, index) => ({ id: index, question: 'x', ...row }));
    expect((await faultOf(() => prepareTask({ ...RAG, ...more }, asked))).text).toMatch(message);
  });

  test('may be texts within objects', async () => {
    const source = '{{ found | map(attribute="text") | list }}';
    const rows = [{ id: 'a', question: 'x', found: [{ text: 'Bread is baked.' }] }];
    await expect(prepareTask({ ...RAG, doc_to_contexts: source }, rows)).resolves.toBeDefined();
  });
});
