import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { lmEval } from '../../../../src/results/formats/lm-eval/lm-eval.ts';
import { findFormat } from '../../../../src/results/formats/registry.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { lines, load, loadFacts, python, RESULTS, ROWS, results, row, samplesName, TIME } from './build.ts';

const LATER = '2026-11-22T02-02-49';

/** The document's own acc is at odds with its likelihoods and target. */
const UNKNOWN = { unscored: 'nobody says which choice is right' };

describe('a task with samples', () => {
  test('becomes a complete run that keeps the hashes, the filter and the settings', async () => {
    const { runs, faults } = await loadFacts();
    expect(faults).toEqual([]);
    expect(runs).toHaveLength(1);
    const [run] = runs;
    expect(run?.record).toMatchObject({
      task: 'facts',
      side: 'candidate',
      primary_metric: 'acc',
      planned: 4,
      seed: 7,
      status: { state: 'complete' },
      started: '2026-11-21T02:02:00.270Z',
      metrics: [
        { name: 'acc', direction: 'higher_is_better', kind: 'mean', unit: 'rate' },
        { name: 'prob_correct', direction: 'higher_is_better', kind: 'mean', unit: 'rate' },
        { name: 'nll', direction: 'lower_is_better' },
        { name: 'brier_score', direction: 'lower_is_better' },
      ],
      fingerprint: { harness: 'lm-evaluation-harness', harness_version: '0.4.13', few_shot: 0, limit: null },
    });
    const { doc_hash, target_hash } = row(1);
    expect(run?.samples.find(({ id }) => id === doc_hash)).toEqual({
      id: doc_hash,
      index: 1,
      filter: 'none',
      // Of the harness's hash, which is of the first request alone, and of all requests.
      input_digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      question_digest: expect.stringMatching(/^sha256:/),
      target_digest: target_hash,
      scores: { acc: 1, prob_correct: UNKNOWN, nll: UNKNOWN, brier_score: UNKNOWN },
      output: 'B',
      choices: [-2.5, -0.5],
      answer_digest: expect.stringMatching(/^sha256:/),
      asked: { question: 'q1', choices: ['A', 'B'], reference: '0' },
    });
  });

  test('is found in a folder beside its results, and in no more than one', async () => {
    const inFolder = (...folders: readonly string[]) =>
      load({
        [RESULTS]: python(results()),
        ...Object.fromEntries(folders.map((each) => [`${each}/${samplesName('facts')}`, lines(ROWS)])),
      });
    const { runs } = await inFolder('samples');
    expect(runs[0]?.samples).toHaveLength(4);
    const { faults } = await inFolder('samples', 'copy');
    expect(faults).toEqual([expect.stringMatching(/samples of "facts" lie in two folders/)]);
  });

  test('of a chat shows what was asked turn by turn', async () => {
    // As the harness writes the named tuple in which it keeps messages for a chat service.
    const arg_0 = [
      JSON.stringify([
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Who?' },
      ]),
    ];
    const chat = (index: number) => ({ ...row(index), arguments: { gen_args_0: { arg_0, arg_1: {} } } });
    const { runs } = await loadFacts([0, 1, 2, 3].map(chat), { results: { facts: { 'acc,none': 0.5 } } });
    expect(runs[0]?.samples.at(0)?.asked).toMatchObject({
      question: 'Who?',
      turns: [{ role: 'system', text: 'Be brief.' }],
    });
  });

  test.each([
    ['the output path', 'out', ''],
    ['the folder of the model', 'out', 'out/models__ckpt'],
    ['the results file', 'out', `out/models__ckpt/${RESULTS}`],
  ])('is found by %s', async (_what, _out, name) => {
    const { runs } = await load(
      {
        [`out/models__ckpt/${RESULTS}`]: python(results()),
        [`out/models__ckpt/${samplesName('facts')}`]: lines(ROWS),
      },
      name,
    );
    expect(runs).toHaveLength(1);
  });

  test('may be compressed', async () => {
    const files = { [RESULTS]: python(results()) };
    const packed = gzipSync(lines(ROWS));
    const name = `${samplesName('facts')}.gz`;
    expect((await load({ ...files, [name]: packed })).runs[0]?.samples).toHaveLength(4);
    expect((await load({ ...files, [name]: packed.subarray(0, 100) })).faults[0]).toContain(
      'cannot be decompressed',
    );
  });

  test('holds separators that are no ends of lines', async () => {
    const { runs } = await loadFacts([row(0, { acc: NaN, note: 'a\u2028b' }), ...ROWS.slice(1)], {
      results: { facts: { 'acc,none': NaN } },
    });
    expect(runs[0]?.samples).toHaveLength(4);
  });
});

describe('pairing', () => {
  test('does not depend on the order of lines or on doc_id', async () => {
    const twins = [row(0), row(0, { doc_id: 5, prompt_hash: 'a'.repeat(64) }), row(1), row(3)];
    const ids = async (rows: readonly { doc_id: number }[]) => {
      const { runs, faults } = await loadFacts(rows.map((each, index) => ({ ...each, doc_id: index })));
      expect(faults).toEqual([]);
      return new Map(runs[0]?.samples.map((sample) => [sample.id, sample.input_digest]));
    };
    const forward = await ids(twins);
    expect([...forward.keys()]).toContain(`${row(0).doc_hash}#2`);
    expect(await ids(twins.toReversed())).toEqual(forward);
  });

  test('two results of one folder name are two models', async () => {
    const [first] = (await loadFacts()).runs;
    const [second] = (await loadFacts(ROWS, { date: 1795226521 })).runs;
    expect(first?.record.model.source).toContain('models/ckpt');
    expect(first?.record.model.source).toContain('weights not identified');
    expect(first?.record.model.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(first?.record.model.digest).not.toBe(second?.record.model.digest);
  });

  test('arguments of the model are not shown: they may hold keys', async () => {
    const { runs } = await loadFacts(ROWS, {
      config: { model: 'local-completions', model_args: 'model=m,api_key=sk-secret' },
      model_name: undefined,
    });
    expect(JSON.stringify(runs)).not.toContain('sk-secret');
    expect(runs[0]?.record.model.source).toContain('m, by results');
  });
});

describe('fingerprint', () => {
  const of = async (overrides: Readonly<Record<string, unknown>>) =>
    (await loadFacts(ROWS, overrides)).runs[0]?.record.fingerprint;
  const config = results().configs.facts;

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['prompt', { configs: { facts: { ...config, doc_to_choice: ['yes', 'no'] } } }],
    ['prompt', { system_instruction_sha: 'abc' }],
    ['few_shot', { 'n-shot': { facts: 5 } }],
    ['chat_template', { chat_template_sha: 'abc' }],
    ['generation', { configs: { facts: { ...config, generation_kwargs: { temperature: 1 } } } }],
    ['task_version', { versions: { facts: 2 } }],
    ['limit', { config: { limit: 4 } }],
    ['limit', { 'n-samples': { facts: { original: 40, effective: 4 } } }],
    ['dtype', { config: { model_args: 'pretrained=m,dtype=bfloat16' } }],
    ['dtype', { config: { model_dtype: 'torch.bfloat16' } }],
    ['dtype', { config: { model_args: 'pretrained=m,load_in_4bit=True' } }],
    ['dtype', { config: { model_args: { pretrained: 'm', load_in_8bit: true } } }],
    ['dtype', { config: { model_args: { pretrained: 'm', quantization: 'awq' } } }],
    ['seed', { config: { random_seed: 1 } }],
    ['harness_version', { lm_eval_version: '0.4.12' }],
  ])('%s changes with %j', async (field, overrides) => {
    expect(await of(overrides)).not.toMatchObject({ [field]: (await of({}))?.[field as 'prompt'] });
  });

  test.each([
    ['pretrained=m', 'torch.float16', 'torch.float16'],
    ['pretrained=m,dtype=float16,load_in_4bit=False', undefined, 'float16'],
    [{ pretrained: 'm', load_in_8bit: false, quantization: null }, 'torch.float16', 'torch.float16'],
    [
      'load_in_4bit=True,bnb_4bit_quant_type=nf4',
      'torch.float16',
      'torch.float16, bnb_4bit_quant_type=nf4, load_in_4bit=true',
    ],
    [{ load_in_8bit: true }, undefined, 'not recorded, load_in_8bit=true'],
    [{ pretrained: 'm' }, undefined, null],
  ])('how weights are rounded: %j as %s is %s', async (model_args, model_dtype, dtype) => {
    expect(await of({ config: { model_args, model_dtype } })).toMatchObject({ dtype });
  });

  test('does not change with the model, the place of a function or an absent key', async () => {
    const with_ = (address: string) => ({
      configs: {
        facts: { ...config, doc_to_choice: `<function f at ${address}>`, metadata: { pretrained: address } },
      },
    });
    expect(await of(with_('0x7f01'))).toEqual(await of(with_('0x7f02')));
    expect(await of({ configs: { facts: { ...config, generation_kwargs: null } } })).toEqual(await of({}));
  });
});

test('a last row that no line feed ends is a row', async () => {
  const { runs, faults } = await load({
    [RESULTS]: python(results()),
    [samplesName('facts')]: lines(ROWS).trimEnd(),
  });
  expect(faults).toEqual([]);
  expect(runs[0]?.samples.length).toBe(4);
});

describe('what is refused', () => {
  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['samples without results', { [samplesName('facts')]: lines(ROWS) }, /without the results file/],
    [
      'a torn last line',
      { [RESULTS]: python(results()), [samplesName('facts')]: lines(ROWS).slice(0, -9) },
      /:4: the last line is cut off/,
    ],
    [
      'a line that is not JSON',
      { [RESULTS]: python(results()), [samplesName('facts')]: `${lines(ROWS.slice(1))}{"doc_id": NaN,,}\n` },
      /:4: not JSON/,
    ],
    [
      'half the documents',
      { [RESULTS]: python(results()), [samplesName('facts')]: lines(ROWS.slice(2)) },
      /has 2 samples, and the run evaluated 4 documents/,
    ],
    [
      'two runs in one folder, neither of them taken',
      {
        [RESULTS]: python(results()),
        [samplesName('facts')]: lines(ROWS),
        [`results_${LATER}.json`]: python(results()),
        [samplesName('facts', LATER)]: lines(ROWS),
      },
      new RegExp(`2 results of the task[\\s\\S]*${TIME}[\\s\\S]*${LATER}[\\s\\S]*name one of these`),
    ],
    [
      'a task that would leave the folder',
      { [RESULTS]: python(results({ results: { '../facts': { 'acc,none': 0.5 } }, configs: {} })) },
      /no name of a task/,
    ],
    ['no task at all', { [RESULTS]: python(results({ results: {} })) }, /no task has a metric/],
  ])('%s', async (_what, files, message) => {
    expect(await findFormat(temporaryFolder(files))).toBe(lmEval);
    const { runs, faults } = await load(files);
    expect(runs).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(message);
  });

  test('one task at fault does not hide another, and is not passed over', async () => {
    const { runs, faults } = await load({
      [RESULTS]: python(results({ results: { ...results().results, lost: { 'acc,none': 1 } }, configs: {} })),
      [samplesName('facts')]: lines(ROWS),
    });
    expect(runs.map(({ record }) => record.task)).toEqual(['facts']);
    expect(faults).toEqual([expect.stringContaining('"lost"')]);
  });
});

describe('detection', () => {
  test.each([
    ['another JSON file', { 'run.json': '{"results": [1]}' }],
    ['lighteval', { 'results_1.json': '{"results": {}, "versions": {}, "config_general": {}}' }],
    ['a broken file', { 'results_1.json': '{"results": {' }],
    ['nothing', {}],
  ])('%s is not taken for it', async (_what, files) => {
    expect(await findFormat(temporaryFolder(files))).toBeNull();
  });

  test('a path that is not there belongs to nobody', async () => {
    expect(await findFormat('/nowhere/at/all')).toBeNull();
  });
});

describe('beside acc', () => {
  const scoresOf = async (overrides: Readonly<Record<string, unknown>>) => {
    const { runs } = await loadFacts(
      [0, 1, 2, 3].map((document) => row(document, { acc: 0, ...overrides })),
      {
        results: { facts: { 'acc,none': Number(overrides.acc ?? 0) } },
      },
    );
    return [...(runs[0]?.samples ?? [])][0]?.scores;
  };

  test.each([
    ['by its index', { target: 0 }],
    ['by its index as a text', { target: '0' }],
    ['by its text', { target: 'A' }],
  ])('stands what the likelihoods say of the right choice, which the target names %s', async (_, named) => {
    const scores = await scoresOf(named);
    expect(scores?.prob_correct).toBeCloseTo(1 / (1 + Math.exp(2)), 12);
    expect(scores?.nll).toBeCloseTo(Math.log(1 + Math.exp(2)), 12);
  });

  test('stands what they say of it where each choice is asked again without its question', async () => {
    const scores = await scoresOf({
      ...{ target: 1, acc: 1, acc_mutual_info: 0 },
      filtered_resps: ['-2.5', '-0.5', '-0.1', '-9'].map((likelihood) => [likelihood, 'False']),
    });
    expect(scores?.prob_correct).toBeCloseTo(1 / (1 + Math.exp(-2)), 12);
  });

  test('stands the choice that is likeliest with its question, not without', async () => {
    const twice = (document: number) =>
      row(document, {
        ...{ target: 1, acc: 1, acc_mutual_info: 0 },
        filtered_resps: ['-2.5', '-0.5', '-0.1', '-9'].map((likelihood) => [likelihood, 'False']),
        arguments: Object.fromEntries(
          ['A', 'B', 'A', 'B'].map((choice, index) => [
            `gen_args_${index}`,
            { arg_0: index < 2 ? 'q' : '', arg_1: ` ${choice}` },
          ]),
        ),
      });
    const { runs } = await loadFacts([0, 1, 2, 3].map(twice), { results: { facts: { 'acc,none': 1 } } });
    expect(runs[0]?.samples.map(({ output }) => output)).toEqual(['B', 'B', 'B', 'B']);
  });

  test('stands nothing where the target is the text of every choice', async () => {
    const asked = ['he fell, since', 'she fell, since', 'it fell, since'].map((arg_0) => ({
      ...{ arg_0, arg_1: ' he was tired' },
    }));
    const scores = await scoresOf({
      ...{ target: 'he was tired', acc: 0 },
      filtered_resps: ['-2.5', '-0.5', '-4'].map((likelihood) => [likelihood, 'False']),
      arguments: Object.fromEntries(asked.map((each, index) => [`gen_args_${index}`, each])),
    });
    expect(scores).toEqual({ acc: 0 });
  });

  test('stands nothing where no line says what is right', async () => {
    expect(await scoresOf({ target: 'C' })).toEqual({ acc: 0 });
    // The likelihoods make choice 1 the answer, and acc says that it was right.
    expect(await scoresOf({ target: 0, acc: 1 })).toEqual({ acc: 1 });
  });
});
