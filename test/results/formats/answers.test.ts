import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { jsonl } from '../../support/temporary-folder.ts';
import { evalLog, header, load as loadInspect, sample } from './inspect/build.ts';
import { loadFacts, row } from './lm-eval/build.ts';
import { load } from './load.ts';

/** How many choices a question has, and what else tells answers apart, as each program writes it down. */
describe('lm-evaluation-harness', () => {
  const first = async (overrides: Readonly<Record<string, unknown>>, others = {}) => {
    const { runs, faults } = await loadFacts([row(0, overrides), row(1), row(2), row(3)], others);
    expect(faults).toEqual([]);
    return runs[0]?.samples.find(({ index }) => index === 0);
  };
  const written = { resps: [['A, surely']], filtered_resps: ['A'] };

  test('has a choice for each log-likelihood, which are digested', async () => {
    const one = await first({});
    const other = await first({ resps: [[['-2.5', 'False']], [['-0.4', 'True']]] });
    expect([one?.choices, other?.choices]).toEqual([
      [-2.5, -0.5],
      [-2.5, -0.5],
    ]);
    expect(one?.answer_digest).not.toBe(other?.answer_digest);
  });

  test('asks each choice twice for acc_mutual_info', async () => {
    const twice = [-2.5, -0.5, -1, -1].map((value) => [String(value), 'False']);
    expect((await first({ filtered_resps: twice, acc_mutual_info: 1 }))?.choices).toEqual([-2.5, -0.5]);
  });

  test.each([
    [
      'is no number',
      [
        ['', 'False'],
        ['-0.5', 'True'],
      ],
    ],
    [
      'is missing',
      [
        [null, 'False'],
        ['-0.5', 'True'],
      ],
    ],
    [
      'is not finite',
      [
        ['-inf', 'False'],
        ['-0.5', 'True'],
      ],
    ],
  ])('counts choices of which one log-likelihood %s', async (_, filtered_resps) => {
    expect((await first({ filtered_resps }))?.choices).toBe(2);
  });

  test.each([
    ['a list', ['a', 'b', 'c', 'd']],
    ['a table', { text: ['a', 'b', 'c', 'd'], label: ['A', 'B', 'C', 'D'] }],
  ])('takes them from the document of a task that writes: %s', async (_, choices) => {
    const one = await first({ ...written, doc: { question: 'q0', choices } });
    expect(one).toMatchObject({ choices: 4, output: 'A' });
    expect(one).not.toHaveProperty('answer_digest');
  });

  test('digests what was written before a filter made it alike', async () => {
    const one = await first(written);
    const other = await first({ ...written, resps: [['A, perhaps']] });
    expect(one).not.toHaveProperty('choices');
    expect(one?.answer_digest).not.toBe(other?.answer_digest);
  });
});

describe('lighteval', () => {
  const TIME = '2025-11-21T02-02-49.864881';
  const strings = (name: string, type: 'BYTE_ARRAY' | 'DOUBLE') => [
    { name, num_children: 1, repetition_type: 'OPTIONAL' as const, converted_type: 'LIST' as const },
    { name: 'list', num_children: 1, repetition_type: 'REPEATED' as const },
    type === 'DOUBLE'
      ? { name: 'element', type, repetition_type: 'OPTIONAL' as const }
      : { name: 'element', type, converted_type: 'UTF8' as const, repetition_type: 'OPTIONAL' as const },
  ];
  async function first(choices: readonly string[], logprobs: readonly number[]) {
    const details = new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: 'doc', data: [{ id: '0', query: 'question', choices }] },
          { name: 'metric', data: [{ acc: 1 }] },
          { name: 'model_response', data: [{ logprobs }] },
        ],
        schema: [
          { name: 'root', num_children: 3 },
          { name: 'doc', num_children: 3, repetition_type: 'OPTIONAL' },
          { name: 'id', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
          { name: 'query', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
          ...strings('choices', 'BYTE_ARRAY'),
          { name: 'metric', num_children: 1, repetition_type: 'OPTIONAL' },
          { name: 'acc', type: 'DOUBLE', repetition_type: 'OPTIONAL' },
          { name: 'model_response', num_children: 1, repetition_type: 'OPTIONAL' },
          ...strings('logprobs', 'DOUBLE'),
        ],
      }),
    );
    const { runs, faults } = await load({
      [`results_${TIME}.json`]: JSON.stringify({
        config_general: { lighteval_sha: 'abc', model_config: { model_name: 'org/m' } },
        ...{ results: { 'arc:0': { acc: 1 } }, versions: {}, config_tasks: {}, summary_tasks: {} },
      }),
      [`details_arc|0_${TIME}.parquet`]: details,
    });
    expect(faults).toEqual([]);
    return runs[0]?.samples[0];
  }

  test('has a choice for each log-likelihood', async () => {
    const [one, other] = [
      await first(['a', 'b', 'c'], [-1, -2, -3]),
      await first(['a', 'b', 'c'], [-1, -2, -4]),
    ];
    expect([one?.choices, other?.choices]).toEqual([
      [-1, -2, -3],
      [-1, -2, -4],
    ]);
    expect(one?.answer_digest).not.toBe(other?.answer_digest);
  });

  test('lists the right answers of a task that writes under the same name', async () => {
    expect(await first(['a', 'b', 'c'], [-1])).not.toHaveProperty('choices');
  });
});

test('Inspect: the choices of a sample, and whether its answer was cut', async () => {
  const answered = (stop_reason: string) => ({
    choices: ['a', 'b', 'c', 'd'],
    output: { choices: [{ message: { content: 'ANSWER: A' }, stop_reason }] },
  });
  const samples = [
    sample(1, 'C', answered('max_tokens')),
    sample(2, 'I', answered('stop')),
    sample(3, 'C', answered('unknown')),
    sample(4, 'N'),
  ];
  const { runs } = await loadInspect({ 'a.eval': evalLog(samples, header()) });
  expect(runs[0]?.samples.map(({ choices, truncated }) => [choices, truncated])).toEqual([
    [4, true],
    [4, false],
    [4, undefined],
    [undefined, undefined],
  ]);
});

test('a table: a column of its own, which must be a count', async () => {
  const line = (choices: unknown) => ({ ...{ task: 'facts', id: 'q', metric: 'acc', score: 1 }, choices });
  const read = (choices: unknown) => load({ 'scores.jsonl': jsonl(line(choices)) });
  expect((await read(4)).runs[0]?.samples[0]?.choices).toBe(4);
  expect(
    (await load({ 'scores.csv': 'task,id,metric,score,choices\nfacts,q,acc,1,4\n' })).runs[0]?.samples[0]
      ?.choices,
  ).toBe(4);
  for (const wrong of [0, 2.5, -1, 'many']) {
    expect((await read(wrong)).faults.join()).toContain('how many choices');
  }
});
