import { z } from 'zod';
import type { Score } from '../../core/domain/sample.ts';
import { HIGHER } from '../../core/metrics/traits.ts';
import { type Answer, defineScorer, metricOption } from './scorer.ts';
import { NotAnAnswer, openService, serviceOptions } from './service.ts';

const BATCH = 16;
/** Of vectors that are multiples of each other the cosine is 1 but for a rounding. */
const ROUNDING = 1e-6;

const embeddings = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(1) })),
});

/** How near answer and target are in the space of an embedding model. */
export const embeddingSimilarity = defineScorer({
  name: 'embedding_similarity',
  summary: 'how near answer and target are to an embedding model',
  facts: {
    definition: 'cosine of the embeddings of answer and target, −1 to 1; of several targets the nearest',
    reference: 'own; what it is worth is the worth of the model, whose `version` enters the fingerprint',
    use: 'answers in free words, as a second opinion: it does not see negations and wrong numbers. It is no BERTScore, which matches tokens',
  },
  codeVersion: 1,
  options: z.strictObject({
    ...metricOption,
    url: z
      .url({ protocol: /^https?$/ })
      .describe('Address of an OpenAI-compatible `POST /v1/embeddings`, path included.'),
    model: z.string().min(1).describe('Model that embeds.'),
    version: z
      .string()
      .min(1)
      .describe(
        'Version or digest of its weights, such as `bge-small-en-v1.5@sha256:…`: it enters the fingerprint.',
      ),
    ...serviceOptions,
  }),
  metric: { ...HIGHER, unit: 'number', range: { min: -1, max: 1 } },
  example: {
    options: { url: 'http://127.0.0.1:9/v1/embeddings', model: 'bge-small', version: '1.5', attempts: 1 },
    targets: ['The parcel will arrive on Monday.'],
  },
  checkTargets: (targets) =>
    targets.length === 0 ? 'embedding_similarity needs a target: set doc_to_target' : null,
  async open(options) {
    const ask = openService({ kind: 'embedding', ...options });
    const scoreBatch = async (batch: readonly Answer[], signal: AbortSignal): Promise<Score[]> => {
      // Services refuse an empty text, and it is near to nothing.
      const input = [...new Set(batch.flatMap(({ output, targets }) => [output, ...targets]))].filter(
        (text) => text.trim() !== '',
      );
      const body = { model: options.model, input, encoding_format: 'float' };
      const outcome = await ask(body, (said) => vectorsOf(said, input), signal);
      return batch.map(({ output, targets }) => {
        if ('failure' in outcome) return { unscored: `embedding_similarity: ${outcome.failure}` };
        const own = outcome.value.get(output);
        const others = targets.flatMap((target) => {
          const vector = outcome.value.get(target);
          return vector === undefined ? [] : [vector];
        });
        if (own === undefined || others.length === 0) return { unscored: 'an empty text has no embedding' };
        return best(others.map((other) => cosine(own, other)));
      });
    };
    return {
      inputs: [],
      async score(answers, signal) {
        const scores: Score[] = [];
        for (let start = 0; start < answers.length; start += BATCH) {
          scores.push(...(await scoreBatch(answers.slice(start, start + BATCH), signal)));
        }
        return scores;
      },
    };
  },
});

type Vector = readonly number[];

function vectorsOf(said: unknown, input: readonly string[]): Map<string, Vector> {
  const { data } = embeddings.parse(said);
  const vectors = new Map<string, Vector>();
  for (const { index, embedding } of data) {
    const text = input[index];
    if (text !== undefined) vectors.set(text, embedding);
  }
  if (vectors.size === input.length && data.length === input.length) return vectors;
  throw new NotAnAnswer(`the service answered ${vectors.size} of ${input.length} texts`);
}

/** NaN where the vectors have no common length, or one has no direction. */
function cosine(left: Vector, right: Vector): number {
  if (left.length !== right.length) return NaN;
  const dot = (a: Vector, b: Vector) => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
  const value = dot(left, right) / Math.sqrt(dot(left, left) * dot(right, right));
  return Math.abs(value) > 1 && Math.abs(value) < 1 + ROUNDING ? Math.sign(value) : value;
}

function best(cosines: readonly number[]): Score {
  const known = cosines.filter((value) => value >= -1 && value <= 1);
  return known.length < cosines.length
    ? { unscored: 'embedding_similarity: the service gave vectors that cannot be compared' }
    : Math.max(...known);
}
