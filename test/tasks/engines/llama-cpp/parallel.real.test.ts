import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type GenerateAnswer, isOverflow, type LoadedModel } from '../../../../src/tasks/engines/engine.ts';
import { writeRandom } from '../../../support/planted.ts';
import { openModel, temporaryFolder } from '../../../support/real-engine.ts';

const CONTEXT = 96;
const file = join(temporaryFolder(), 'random.gguf');
let alone: LoadedModel;
let together: LoadedModel;

beforeAll(async () => {
  writeRandom(file, { type: 'F32', width: 64, layers: 2, context: CONTEXT });
  [alone, together] = [await openModel(file), await openModel(file, { parallel: 3 })];
});

const contexts = Array.from({ length: 7 }, (_, index) => 'the same beginning '.slice(index).repeat(2));

test('several answers at once are said of the model, and enter the fingerprint', () => {
  expect([alone.parallel, together.parallel]).toEqual([undefined, 3]);
  expect(alone.fingerprint.engine_settings).toBe(`context ${CONTEXT}, batch 512, kv F16`);
  expect(together.fingerprint.engine_settings).toBe(`context ${CONTEXT}, batch 512, kv F16, parallel 3`);
  expect(together.machine).toBe(`${alone.machine}, 3 answers at once`);
});

test('likelihoods are those of the right question, and differ by rounding alone', async () => {
  const ask = (model: LoadedModel) =>
    Promise.all(
      contexts.map(async (context) => {
        const answer = await model.scoreChoices({
          context,
          continuations: ['a', ' bc'],
          truncation: 'refuse',
        });
        return isOverflow(answer) ? [] : answer.scores.map(({ logLikelihood }) => logLikelihood);
      }),
    );
  const [one, several] = [await ask(alone), await ask(together)];
  expect(new Set(one.flat()).size).toBe(14);
  for (const [index, value] of several.flat().entries()) expect(value).toBeCloseTo(one.flat()[index] ?? 0, 3);
});

test('so are texts, and each has a whole context to itself', async () => {
  const request = { specialTokens: false, maxTokens: CONTEXT, stop: [], temperature: 0, seed: 1 };
  const ask = async (model: LoadedModel) => {
    const answers = await Promise.all(contexts.map((prompt) => model.generate({ ...request, prompt })));
    return answers.filter((answer): answer is GenerateAnswer => !isOverflow(answer));
  };
  const texts = await ask(together);
  const tokensOf = ({ promptTokens }: GenerateAnswer) => promptTokens;
  expect(texts.map(tokensOf)).toEqual((await ask(alone)).map(tokensOf));
  for (const { promptTokens, outputTokens, finish } of texts)
    expect([promptTokens + outputTokens, finish]).toEqual([CONTEXT, 'length']);
});

test('one that is too long fails alone', async () => {
  const prompts = ['short', 'x'.repeat(CONTEXT), 'short too'];
  const answers = await Promise.all(
    prompts.map((prompt) =>
      together.generate({ prompt, specialTokens: false, maxTokens: 2, stop: [], temperature: 0, seed: 1 }),
    ),
  );
  expect(answers.map(isOverflow)).toEqual([false, true, false]);
});
