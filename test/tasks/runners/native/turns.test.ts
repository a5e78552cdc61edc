import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { GenerateRequest, LoadedModel } from '../../../../src/tasks/engines/engine.ts';
import { nativeTask } from '../../../../src/tasks/runners/native/options.ts';
import { bigramModel } from '../../../support/bigram-model.ts';
import { faultOf } from '../../../support/fault.ts';
import { completionOf, grades, judgeServer } from '../../../support/judge-server.ts';
import { prepareTask, runTask } from '../../../support/native-task.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const TASK = {
  ...{ type: 'generate', doc_to_turns: 'turns', apply_chat_template: true },
  scorers: [{ name: 'length_within', max: 99 }],
};
const ROWS = [
  { id: '81', category: 'writing', turns: ['Write of Oslo.', 'Shorter.'] },
  { id: '101', category: 'math', turns: ['2 + 2?', 'Twice that?'], reference: ['4', '8'] },
];

beforeEach(() => {
  vi.stubEnv('WEIGHBRIDGE_CACHE', temporaryFolder());
  return () => vi.unstubAllEnvs();
});

/** A model that counts its answers, and what it was asked for each. */
function counting() {
  const requests: GenerateRequest[] = [];
  const model: LoadedModel = {
    ...bigramModel(),
    chatTemplate: {
      template:
        '{% for m in messages %}<{{ m.role }}>{{ m.content }}{% endfor %}{% if add_generation_prompt %}<assistant>{% endif %}',
      ...{ bosToken: '', eosToken: '' },
    },
    generate: async (request) => {
      requests.push(request);
      const turn = request.prompt.split('<user>').length - 1;
      return {
        text: `said ${turn}`,
        ...{ promptTokens: 1, outputTokens: 1, finish: 'stop', tokenDigest: `digest ${turn}` },
      };
    },
  };
  return { model, requests };
}

describe('turns', () => {
  test('are samples of one conversation, in which the model’s own answers stand', async () => {
    const { model, requests } = counting();
    const samples = await runTask({ ...TASK, system_instruction: 'Be brief.' }, ROWS, { model });
    expect(samples.map(({ id, index, group, cluster }) => ({ id, index, group, cluster }))).toEqual([
      { id: '81-turn-1', index: 0, group: 'turn 1', cluster: '81' },
      { id: '81-turn-2', index: 1, group: 'turn 2', cluster: '81' },
      { id: '101-turn-1', index: 2, group: 'turn 1', cluster: '101' },
      { id: '101-turn-2', index: 3, group: 'turn 2', cluster: '101' },
    ]);
    expect(samples[1]?.asked).toEqual({
      question: 'Shorter.',
      turns: [
        { role: 'user', text: 'Write of Oslo.' },
        { role: 'assistant', text: 'said 1' },
      ],
    });
    // Each turn of a conversation is asked once.
    expect(requests.map(({ prompt }) => prompt)).toEqual([
      '<system>Be brief.<user>Write of Oslo.<assistant>',
      '<system>Be brief.<user>Write of Oslo.<assistant>said 1<user>Shorter.<assistant>',
      '<system>Be brief.<user>2 + 2?<assistant>',
      '<system>Be brief.<user>2 + 2?<assistant>said 1<user>Twice that?<assistant>',
    ]);
  });

  test('are the same question of both sides, whatever each has answered', async () => {
    const { model } = counting();
    const other = {
      ...model,
      generate: async (request: GenerateRequest) => ({ ...(await model.generate(request)), text: 'else' }),
    };
    const [one, two] = [
      await runTask(TASK, ROWS, { model }),
      await runTask(TASK, ROWS, { model: other as LoadedModel }),
    ];
    const digests = (samples: typeof one) =>
      samples.map(({ input_digest, token_digest }) => [input_digest, token_digest]);
    expect(digests(one)).toEqual(digests(two));
    expect(new Set(one.map(({ input_digest }) => input_digest)).size).toBe(4);
    // Tokens with an answer in them say nothing of the question.
    expect(one.map(({ token_digest: digest }) => digest !== undefined)).toEqual([true, false, true, false]);
  });

  test('whose later one comes first are asked in their order, each once', async () => {
    const { model, requests } = counting();
    const prepared = await prepareTask(TASK, ROWS.slice(0, 1));
    const written: string[] = [];
    await prepared.run({
      pending: [...prepared.samples].reverse(),
      ...{ model, seed: 1, signal: new AbortController().signal },
      write: async ({ id, output }) => void written.push(`${id}: ${output}`),
    });
    expect(written).toEqual(['81-turn-2: said 2', '81-turn-1: said 1']);
    expect(requests).toHaveLength(2);
  });

  test('are judged one by one, with the conversation so far and the reference of the turn', async () => {
    const { model } = counting();
    const { url, graded } = await judgeServer(({ answer }) =>
      completionOf(grades({ mt_bench: answer === 'said 1' ? 9 : 4 })),
    );
    const scorers = [
      { name: 'judge', template: 'mt_bench', scale: { min: 1, max: 10 }, url, model: 'judge' },
    ];
    const doc_to_target = '{{ reference | default([]) }}';
    const samples = await runTask({ ...TASK, scorers, doc_to_target, group_field: 'category' }, ROWS, {
      model,
    });
    expect(samples.map(({ scores, group }) => [scores.judge, group])).toEqual([
      [9, 'writing'],
      [4, 'writing'],
      [9, 'math'],
      [4, 'math'],
    ]);
    const shown = graded().map(({ body }) => body.messages?.at(-1)?.content ?? '');
    const second = shown.find((text) => text.includes('Twice that?'));
    expect(second).toMatch(/\nuser: 2 \+ 2\?\nassistant: said 1\nuser: Twice that\?\n<\/question/);
    expect(second).toMatch(/<reference \w+>\n8\n<\/reference/);
    expect(shown.filter((text) => text.includes('<reference'))).toHaveLength(2);
  });

  test.each([
    ['no list', [{ id: 'a', turns: 'What?' }], {}, /no list of texts/],
    ['an empty turn', [{ id: 'a', turns: ['What?', ' '] }], {}, /no list of texts/],
    [
      'another number of references',
      [{ id: 'a', turns: ['What?', 'Why?'], reference: ['x'] }],
      { doc_to_target: 'reference' },
      /2 turns, and doc_to_target gives 1 references/,
    ],
  ])('%s is an error before a model is asked', async (_, rows, more, message) => {
    expect((await faultOf(() => prepareTask({ ...TASK, ...more }, rows))).text).toMatch(message);
  });

  test.each([
    ['no chat template', { apply_chat_template: false }, /set apply_chat_template: true/],
    ['examples', { num_fewshot: 2 }, /leave num_fewshot out/],
    ['several answers', { repeats: 3, generation_kwargs: { temperature: 1 } }, /leave repeats out/],
  ])('%s has no place among them', (_, more, message) => {
    const { error } = nativeTask.safeParse({ ...TASK, dataset: 'x.jsonl', ...more });
    expect(error?.issues.map((issue) => issue.message).join()).toMatch(message);
  });
});
