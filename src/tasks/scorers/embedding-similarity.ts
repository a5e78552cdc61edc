import { z } from 'zod';
import type { Score } from '../../core/domain/sample.ts';
import { HIGHER } from '../../core/metrics/traits.ts';
import { embeddingSource, type Vector } from './embedding-sources.ts';
import { type Answer, defineScorer, metricOption } from './scorer.ts';
import { serviceOptions } from './service.ts';

const BATCH = 16;
/** Of vectors that are multiples of each other the cosine is 1 but for a rounding. */
const ROUNDING = 1e-6;

/** Which model embeds, and how it is asked. */
export const embeddingOptions = z
  .strictObject({
    ...metricOption,
    checkpoint: z
      .string()
      .min(1)
      .optional()
      .describe(
        'GGUF file of an embedding model, which the embedded engine runs, in place of `url`, `model` and `version`. Texts are pooled as it declares; its digest and the engine enter the fingerprint. A text of 2,048 tokens or more, or of more than it was trained for, leaves the answer unscored.',
      ),
    url: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('Address of an OpenAI-compatible `POST /v1/embeddings`, path included.'),
    model: z.string().min(1).optional().describe('Model that embeds, behind `url`.'),
    version: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Version or digest of its weights, such as `bge-small-en-v1.5@sha256:…`: it enters the fingerprint.',
      ),
    ...serviceOptions,
  })
  .superRefine((given, context) => {
    const say = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const { checkpoint, url } = given;
    if (checkpoint === undefined && url === undefined) {
      say('checkpoint', 'set checkpoint (a GGUF file of an embedding model), or url (a service that embeds)');
    }
    const ofService = (['url', 'model', 'version', 'api_key_env'] as const).filter(
      (key) => given[key] !== undefined,
    );
    if (checkpoint !== undefined) {
      for (const key of ofService)
        say(key, `belongs to ${key === 'url' ? 'a service' : 'url'}: with checkpoint leave it out`);
    } else if (url !== undefined) {
      for (const key of ['model', 'version'] as const) {
        if (given[key] === undefined) say(key, `is needed with url`);
      }
    }
  });

/** How near answer and target are in the space of an embedding model. */
export const embeddingSimilarity = defineScorer({
  name: 'embedding_similarity',
  summary: 'how near answer and target are to an embedding model',
  facts: {
    definition: 'cosine of the embeddings of answer and target, −1 to 1; of several targets the nearest',
    reference:
      'own; what it is worth is the worth of the model, of which the digest, or behind a service the `version`, enters the fingerprint',
    use: 'answers in free words, as a second opinion: it does not see negations and wrong numbers. It is no BERTScore, which matches tokens',
  },
  codeVersion: 1,
  options: embeddingOptions,
  metric: { ...HIGHER, unit: 'number', range: { min: -1, max: 1 } },
  example: {
    options: { url: 'http://127.0.0.1:9/v1/embeddings', model: 'bge-small', version: '1.5', attempts: 1 },
    targets: ['The parcel will arrive on Monday.'],
  },
  checkTargets: (targets) =>
    targets.length === 0 ? 'embedding_similarity needs a target: set doc_to_target' : null,
  loadsModel: ({ checkpoint }) => checkpoint !== undefined,
  async open(given, directory) {
    const source = await embeddingSource(given, directory);
    const scoreBatch = async (batch: readonly Answer[], signal: AbortSignal): Promise<Score[]> => {
      // Services refuse an empty text, and it is near to nothing.
      const input = [...new Set(batch.flatMap(({ output, targets }) => [output, ...targets]))].filter(
        (text) => text.trim() !== '',
      );
      const outcome = await source.embed(input, signal);
      return batch.map(({ output, targets }) => {
        if ('failure' in outcome) return { unscored: `embedding_similarity: ${outcome.failure}` };
        const [own, ...others] = [output, ...targets.filter((target) => target.trim() !== '')].map((text) =>
          outcome.value.get(text),
        );
        if (own === undefined || others.length === 0) return { unscored: 'an empty text has no embedding' };
        return nearest(own, others);
      });
    };
    return {
      inputs: source.inputs,
      async identify(signal) {
        await source.ready(signal);
        return [];
      },
      async score(answers, signal) {
        const scores: Score[] = [];
        for (let start = 0; start < answers.length; start += BATCH) {
          scores.push(...(await scoreBatch(answers.slice(start, start + BATCH), signal)));
        }
        return scores;
      },
      close: source.close,
    };
  },
});

/** NaN where the vectors have no common length, or one has no direction. */
function cosine(left: Vector, right: Vector): number {
  if (left.length !== right.length) return NaN;
  const dot = (a: Vector, b: Vector) => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
  const value = dot(left, right) / Math.sqrt(dot(left, left) * dot(right, right));
  return Math.abs(value) > 1 && Math.abs(value) < 1 + ROUNDING ? Math.sign(value) : value;
}

/** By the nearest of the targets, or why a text has no vector. */
function nearest(own: Vector | string, others: readonly (Vector | string | undefined)[]): Score {
  const vectors: Vector[] = [];
  for (const each of [own, ...others]) {
    if (typeof each === 'string') return { unscored: `embedding_similarity: ${each}` };
    vectors.push(each ?? []);
  }
  const [first = [], ...rest] = vectors;
  const cosines = rest.map((other) => cosine(first, other));
  return cosines.every((value) => value >= -1 && value <= 1)
    ? Math.max(...cosines)
    : { unscored: 'embedding_similarity: the model gave vectors that cannot be compared' };
}
