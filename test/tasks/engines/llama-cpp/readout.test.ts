import { describe, expect, test } from 'vitest';
import type { EvaluationOutput } from '../../../../src/tasks/engines/llama-cpp/library.ts';
import { readoutOf } from '../../../../src/tasks/engines/llama-cpp/readout.ts';

/** Logits of a vocabulary of four, and what each version of the library tells of them. */
const LOGITS = [1, 3, -2, 0.5];
const WEIGHT = LOGITS.reduce((sum, logit) => sum + Math.exp(logit - 3), 0);
const truth = (token: number) => (LOGITS[token] ?? Number.NaN) - 3 - Math.log(WEIGHT);
const probability = (token: number) => Math.exp(truth(token));

const ANSWERS: readonly [version: string, next: EvaluationOutput['next']][] = [
  [
    '3.22.1',
    {
      ...{ token: 1, totalLogitWeight: WEIGHT },
      logits: new Map([
        [0, 1],
        [1, 3],
      ]),
    },
  ],
  ['3.21.1', { token: 1, probabilities: new Map(LOGITS.map((_, token) => [token, probability(token)])) }],
];

describe.each(ANSWERS)('node-llama-cpp %s', (version, next) => {
  const readout = readoutOf(version);

  test('tells the model’s own likelihoods, and the token it would choose', () => {
    const prediction = readout.predictionOf({ next });
    expect(prediction.argmax).toBe(1);
    for (const token of [0, 1]) expect(prediction.logProbability(token)).toBeCloseTo(truth(token), 12);
  });

  test('has nothing to tell where it was told nothing', () => {
    expect(readout.predictionOf(undefined).logProbability(0)).toBeNaN();
    expect(readout.predictionOf({ next: { token: 1 } }).logProbability(0)).toBeNaN();
  });

  test('draws no text from a model that computes NaN', () => {
    const broken = { next: { token: 0, totalLogitWeight: Number.NaN, confidence: Number.NaN } };
    for (const output of [broken, { next: { token: 0 } }, undefined])
      expect(() => readout.sampledToken(output)).toThrow('NaN or infinite');
    expect(readout.sampledToken({ next: { token: 2, totalLogitWeight: 1, confidence: 0.5 } })).toBe(2);
  });
});

test('a probability that is too small for 32 bits is no likelihood, and not minus infinity', () => {
  const { logProbability } = readoutOf('3.21.1').predictionOf({
    next: { token: 1, probabilities: new Map([[0, 0]]) },
  });
  expect(logProbability(0)).toBeNaN();
});
