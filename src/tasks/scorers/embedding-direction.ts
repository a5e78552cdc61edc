import type { Score } from '../../core/domain/sample.ts';
import { corpus, FROM_0_TO_1 } from '../../core/metrics/traits.ts';
import { embeddingOptions } from './embedding-similarity.ts';
import { embeddingSource, type Vector } from './embedding-sources.ts';
import { defineScorer } from './scorer.ts';

const BATCH = 16;
/** A sample's line holds them all. */
const MOST_NUMBERS = 4096;

/** Where each answer lies in the space of an embedding model, so that those of two models can be compared. */
export const embeddingDirection = defineScorer({
  name: 'embedding_direction',
  summary: 'where the answer lies in the space of an embedding model',
  facts: {
    definition:
      'the length of the mean of the directions of all answers’ embeddings, 0 to 1: 1 where all answers are alike to the model',
    reference:
      'mean resultant length of Mardia & Jupp 2000, "Directional statistics"; the worth of the model is its own',
    use: 'a task of `type: drift`, whose report then compares what answers mean; in itself a sign of a model that says the like to everything',
  },
  codeVersion: 1,
  options: embeddingOptions,
  metric: { ...corpus(FROM_0_TO_1, 'mean_resultant_length', 'lower_is_better'), unit: 'number' },
  example: {
    options: { url: 'http://127.0.0.1:9/v1/embeddings', model: 'bge-small', version: '1.5', attempts: 1 },
    targets: [],
  },
  loadsModel: ({ checkpoint }) => checkpoint !== undefined,
  async open(given, directory) {
    const source = await embeddingSource(given, directory);
    return {
      inputs: source.inputs,
      async identify(signal) {
        await source.ready(signal);
        return [];
      },
      async score(answers, signal) {
        const scores: Score[] = [];
        for (let start = 0; start < answers.length; start += BATCH) {
          const batch = answers.slice(start, start + BATCH).map(({ output }) => output);
          // Services refuse an empty text.
          const outcome = await source.embed(
            [...new Set(batch.filter((text) => text.trim() !== ''))],
            signal,
          );
          for (const text of batch)
            scores.push(
              'failure' in outcome
                ? { unscored: `embedding_direction: ${outcome.failure}` }
                : directionOf(outcome.value.get(text)),
            );
        }
        return scores;
      },
      close: source.close,
    };
  },
});

/** To 1e-5, far finer than two machines agree. */
function directionOf(vector: Vector | string | undefined): Score {
  if (vector === undefined) return { unscored: 'an empty text has no embedding' };
  if (typeof vector === 'string') return { unscored: `embedding_direction: ${vector}` };
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (!(length > 0 && Number.isFinite(length)) || vector.length > MOST_NUMBERS)
    return {
      unscored:
        'embedding_direction: the model gave a vector without a direction, or one of more than 4,096 numbers',
    };
  return { parts: vector.map((value) => Math.round((1e5 * value) / length) / 1e5 + 0) };
}
