import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { isOverflow, type LoadedModel } from '../../src/tasks/engines/engine.ts';
import { ROOT } from './support.ts';

/** What a real server says beside what the embedded engine says of the same weights. */

export interface Question {
  readonly context: string;
  readonly continuations: readonly string[];
}

/** The largest difference a token, and on how many questions both prefer the same choice. */
export async function compared(
  served: LoadedModel,
  embedded: LoadedModel,
  questions: readonly Question[],
): Promise<{ readonly largest: number; readonly alike: number }> {
  let largest = 0;
  let alike = 0;
  for (const question of questions) {
    const [one, other] = await Promise.all(
      [served, embedded].map((model) => model.scoreChoices({ ...question, truncation: 'refuse' })),
    );
    if (one === undefined || other === undefined || isOverflow(one) || isOverflow(other))
      throw new Error('overflow');
    expect(one.scores.map(({ tokens }) => tokens)).toEqual(other.scores.map(({ tokens }) => tokens));
    const [left, right] = [one, other].map(({ scores }) => scores.map(({ logLikelihood }) => logLikelihood));
    for (const [i, { tokens }] of one.scores.entries()) {
      largest = Math.max(largest, Math.abs((left?.[i] ?? NaN) - (right?.[i] ?? NaN)) / tokens);
    }
    const best = (values: readonly number[] = []) => values.indexOf(Math.max(...values));
    alike += best(left) === best(right) ? 1 : 0;
  }
  return { largest, alike };
}

export const facts = (): Question[] =>
  readFileSync(join(ROOT, 'fixtures/suite/facts.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { question: string; choices: string[] })
    .map(({ question, choices }) => ({
      context: `Question: ${question}\nAnswer:`,
      continuations: choices.map((choice) => ` ${choice}`),
    }));

export const prose = (): string =>
  readFileSync(join(ROOT, 'fixtures/suite/prose.jsonl'), 'utf8').slice(0, 400);

export const ENGLISH: readonly Question[] = [
  ['The capital of France is', [' Paris', ' London', ' Berlin', ' a small village']],
  ['Water boils at a temperature of', [' 100 degrees Celsius', ' 20 degrees Celsius', ' minus ten']],
  ['Q: Which animal barks?\nA:', [' the dog', ' the cat', ' the fish', ' the stone']],
  ['def add(a, b):\n    return', [' a + b', ' a - b', ' None']],
  ['Der Himmel ist', [' blau', ' grün', ' aus Käse']],
].map(([context, continuations]) => ({ context, continuations }) as Question);

/** How a text goes on, without what its tokens are called and how long it took. */
export async function greedy(model: LoadedModel, prompt: string): Promise<object> {
  const answer = await model.generate({
    ...{ prompt, specialTokens: false, temperature: 0, seed: 1, maxTokens: 24, stop: ['\n'] },
  });
  return { ...answer, tokenDigest: null, timing: null };
}
