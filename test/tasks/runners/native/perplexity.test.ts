import { expect, test } from 'vitest';
import type { Score } from '../../../../src/core/domain/sample.ts';
import { estimate } from '../../../../src/core/metrics/estimate.ts';
import { declareMetric } from '../../../../src/core/metrics/registry.ts';
import { bigramModel } from '../../../support/bigram-model.ts';
import { faultOf } from '../../../support/fault.ts';
import { prepareTask, runTask } from '../../../support/native-task.ts';

// Pins bits_per_byte, byte_perplexity, word_perplexity, token_perplexity.

const TEXTS = ['the cat sat', 'ein Hut für\n\nHüte', ' the end '];
const rows = TEXTS.map((text, id) => ({ id, text }));

test('corpus values are those of lm-evaluation-harness: sums before ratios', async () => {
  const model = bigramModel();
  const samples = await runTask({ type: 'perplexity' }, rows, { model });
  const sums = { nats: 0, bytes: 0, words: 0 };
  for (const text of TEXTS) {
    sums.nats -= (await model.rollingLogLikelihood(text)).logLikelihood;
    sums.bytes += new TextEncoder().encode(text).length;
  }
  // Counted by hand as len(re.split(r"\s+", text)): 3, 4, and 4 for the text with white space at both ends.
  sums.words = 3 + 4 + 4;
  const value = (metric: 'bits_per_byte' | 'byte_perplexity' | 'word_perplexity') =>
    estimate(
      samples.map(({ scores }) => scores[metric] as Score),
      declareMetric(metric),
    )?.value;
  expect(value('bits_per_byte')).toBeCloseTo(sums.nats / Math.LN2 / sums.bytes, 12);
  expect(value('byte_perplexity')).toBeCloseTo(Math.exp(sums.nats / sums.bytes), 12);
  expect(value('word_perplexity')).toBeCloseTo(Math.exp(sums.nats / sums.words), 9);
});

test('NaN leaves all metrics of that text unscored', async () => {
  const samples = await runTask({ type: 'perplexity' }, rows, {
    model: bigramModel({ notANumberFor: 'Hut' }),
  });
  const unscored = 'the log-likelihood of the text is NaN';
  expect(samples[1]?.scores).toEqual({
    bits_per_byte: { unscored },
    byte_perplexity: { unscored },
    word_perplexity: { unscored },
  });
  expect(samples[0]?.scores.bits_per_byte).toMatchObject({ denominator: 11 });
});

test('a text of which the tokenizer makes nothing is not the likeliest', async () => {
  const own = bigramModel();
  const model = {
    ...own,
    rollingLogLikelihood: async (text: string) => ({
      ...(await own.rollingLogLikelihood(text)),
      ...{ logLikelihood: 0, tokens: 0 },
    }),
  };
  const [sample] = await runTask({ type: 'perplexity' }, rows, { model });
  expect(sample?.scores.bits_per_byte).toEqual({ unscored: 'the text became no tokens' });
});

test('an empty text is a fault of the data', async () => {
  const fault = await faultOf(() => prepareTask({ type: 'perplexity' }, [...rows, { id: 9, text: '' }]));
  expect(fault).toMatchObject({ kind: 'data', text: expect.stringMatching(/rows\.jsonl:4: an empty text/) });
});

test('by tokens only where the task asks for it, since tokenizers differ', async () => {
  const samples = await runTask({ type: 'perplexity', per_token: true }, rows, { model: bigramModel() });
  const tokens = samples.map(({ usage }) => usage?.prompt_tokens);
  expect(samples.map(({ scores }) => scores.token_perplexity)).toEqual(
    samples.map(({ scores }, index) => ({
      numerator: (scores.byte_perplexity as { numerator: number }).numerator,
      denominator: tokens[index],
    })),
  );
});
