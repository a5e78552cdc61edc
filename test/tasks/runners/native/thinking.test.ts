import { describe, expect, test } from 'vitest';
import type { GenerateRequest } from '../../../../src/tasks/engines/engine.ts';
import { bigramModel } from '../../../support/bigram-model.ts';
import { prepareTask, runTask } from '../../../support/native-task.ts';

/** A model that writes this whole text, whatever it is asked, until something ends it; what it is asked is kept. */
function writing(text: string) {
  const requests: GenerateRequest[] = [];
  const model = {
    ...bigramModel(),
    generate: async (request: GenerateRequest) => {
      requests.push(request);
      const said = request.prompt.slice(QUESTION.length);
      const left = text.slice(text.startsWith(said) ? said.length : 0);
      const ends = request.stop.map((stop) => left.indexOf(stop)).filter((at) => at >= 0);
      const stopped = ends.length === 0 ? left : left.slice(0, Math.min(...ends));
      const cut = stopped.slice(0, request.maxTokens);
      const finish = cut.length < stopped.length ? 'length' : ends.length > 0 ? 'stop' : 'end_of_text';
      const told = { promptTokens: request.prompt.length, tokenDigest: `tokens of ${request.prompt}` };
      return { text: cut, ...told, outputTokens: cut.length, finish } as const;
    },
  };
  return { model, requests };
}

const QUESTION = 'Six times seven?';
const TASK = {
  type: 'generate',
  doc_to_target: '{{answer}}',
  scorers: ['exact_match'],
  strip_thinking: true,
};

async function asked(text: string, options: Readonly<Record<string, unknown>> = {}, question = QUESTION) {
  const { model, requests } = writing(text);
  const [sample] = await runTask({ ...TASK, ...options }, [{ question, answer: '42' }], { model });
  return { sample, requests };
}

describe('the answer of a reasoning model', () => {
  const THOUGHT = '<think>\nSix sevens.\nOr seven sixes.\n</think>\n\n42\nDone.';

  test('is what comes after its thoughts, which end at no line break', async () => {
    const { sample, requests } = await asked(THOUGHT);
    expect(sample).toMatchObject({ output: '42', scores: { exact_match: 1 }, truncated: false });
    expect(sample?.usage).toEqual({
      ...{ prompt_tokens: QUESTION.length, output_tokens: 2 },
      thinking_tokens: '<think>\nSix sevens.\nOr seven sixes.\n'.length,
    });
    expect(requests.map(({ maxTokens, stop }) => [maxTokens, stop])).toEqual([
      [256, ['\n']],
      [2048, ['</think>']],
      [256, ['\n']],
    ]);
  });

  // Else the thoughts, which differ between models, would look like another tokenizer.
  test('has the tokens of what was asked, without those of the thoughts', async () => {
    const digestOf = async (text: string) => (await asked(text)).sample?.token_digest;
    expect(await digestOf(THOUGHT)).toBe(`tokens of ${QUESTION}`);
    expect(await digestOf('42\n')).toBe(`tokens of ${QUESTION}`);
  });

  test('has a budget of its own, and so have its thoughts', async () => {
    const kwargs = { max_gen_toks: 1, max_thinking_toks: 20 };
    expect((await asked(THOUGHT, { generation_kwargs: kwargs })).sample).toMatchObject({
      output: '',
      truncated: true,
    });
    const wide = await asked(THOUGHT, {
      generation_kwargs: { ...kwargs, max_gen_toks: 8, max_thinking_toks: 60 },
    });
    expect(wide.sample).toMatchObject({ output: '42', truncated: false });
  });

  test('is none where they come to no end', async () => {
    const { sample } = await asked(`<think>${' and so on'.repeat(300)}`);
    expect(sample).toMatchObject({ output: '', truncated: true, scores: { exact_match: 0 } });
    expect(sample?.usage).toMatchObject({ output_tokens: 0, thinking_tokens: 2048 });
    expect((await asked('<think>and then')).sample).toMatchObject({ output: '', truncated: false });
  });

  test('may follow thoughts that the template has opened', async () => {
    const { sample, requests } = await asked('Six sevens.</think>\n\n42', {}, `${QUESTION}<think>\n`);
    expect(requests[0]).toMatchObject({ stop: ['</think>'] });
    expect(requests[1]?.prompt).toContain('<think>\nSix sevens.</think>\n\n');
    expect(sample?.usage?.thinking_tokens).toBeGreaterThan(0);
  });

  test('is all that a model says that does not think', async () => {
    const { sample, requests } = await asked('42\n');
    expect(sample).toMatchObject({ output: '42', usage: { output_tokens: 2, thinking_tokens: 0 } });
    expect(requests).toHaveLength(1);
    const short = await asked('42 and more', { generation_kwargs: { max_gen_toks: 2 } });
    expect(short.sample).toMatchObject({ output: '42', truncated: true });
  });

  test('is told by the fingerprint, which is as before for all other tasks', async () => {
    const generation = async (options: Readonly<Record<string, unknown>>) => {
      const prepared = await prepareTask({ ...TASK, ...options }, [{ question: 'q', answer: 'a' }]);
      return prepared.fingerprint(bigramModel()).generation;
    };
    expect(await generation({})).toContain('"strip_thinking":true');
    expect(await generation({ generation_kwargs: { max_thinking_toks: 9 } })).toContain(
      '"max_thinking_toks":9',
    );
    const plain = '{"max_gen_toks":256,"temperature":0,"until":["\\n"]}';
    expect([
      await generation({ strip_thinking: undefined }),
      await generation({ strip_thinking: false }),
    ]).toEqual([plain, plain]);
  });
});
