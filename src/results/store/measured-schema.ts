import { z } from 'zod';
import { KEPT_KINDS } from '../../core/domain/kept-estimate.ts';
import { DESIGNS } from '../../core/domain/run.ts';
import { MOST_CLASSES } from '../../core/metrics/classes.ts';
import { AGGREGATES, type CorpusAggregate } from '../../core/metrics/corpus/registry.ts';

/** What verdict files and histories say alike of a measurement and its model. */

export const countSchema = z.int().min(0);
export const directionSchema = z.enum(['higher_is_better', 'lower_is_better']);
export const unitSchema = z.enum(['rate', 'bits_per_byte', 'perplexity', 'seconds', 'number']);
export const flipsSchema = z.strictObject({ regressed: countSchema, improved: countSchema });

export const deltaSchema = z
  .strictObject({
    value: z.number(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    level: z.number().describe('Two-sided level, 1 − 2α.'),
    method: z.string(),
  })
  .describe("candidate − baseline in the metric's own unit, with a two-sided interval.");

export const modelSchema = z.strictObject({
  source: z.string(),
  digest: z.string(),
  adapter_digest: z.string().nullable(),
  architecture: z.string().nullable(),
  parameter_count: z.number().nullable(),
  quantization: z.string().nullable(),
});

const aggregates = Object.keys(AGGREGATES) as [CorpusAggregate, ...CorpusAggregate[]];
const end = z.number().nullable();
const MOST_CRITERIA = 64;
const MOST_LEVELS = 100;
const measuredRate = z.strictObject({ rate: z.number().min(0).max(1), of: z.number().min(1) });
const measuredRates = z.strictObject({ least: measuredRate, most: measuredRate });

/** A metric as `run.json` declares it, by whatever name. */
export const declarationSchema = z.strictObject({
  name: z.string(),
  direction: directionSchema,
  kind: z.enum(['mean', 'ratio', 'corpus']),
  unit: unitSchema,
  range: z.strictObject({ min: end, max: end }),
  scale: z.enum(['linear', 'log']),
  weak: z.boolean(),
  errors: z.strictObject({ sensitivity: measuredRates, specificity: measuredRates }).exactOptional(),
  aggregate: z.enum(aggregates).exactOptional(),
  classes: z.array(z.string().min(1).max(4096)).min(2).max(MOST_CLASSES).exactOptional(),
  repeated: z.literal(true).exactOptional(),
  judge: z
    .strictObject({
      min: z.int(),
      max: z.int(),
      step: z.literal([0.5, 1]).exactOptional(),
      of: z.array(z.string().min(1).max(4096)).min(1).max(MOST_CRITERIA),
      apart: z.literal(true).exactOptional(),
    })
    .refine(({ min, max }) => max > min && max - min <= MOST_LEVELS, 'no scale of a judge')
    .exactOptional(),
  group_average: z.literal('macro').exactOptional(),
});

export const estimateSchema = z
  .strictObject({ value: z.number(), stderr: z.number().nullable(), n: countSchema })
  .describe('A value with its standard error, which is null when n < 2.');

const bySide = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject({ baseline: schema, candidate: schema });

/** How many answers look like those of a broken model. */
export const answerHealthShape = {
  answers: countSchema,
  blank: countSchema,
  invisible: countSchema,
  repeating: countSchema,
  identical: countSchema.describe('Saying the same as the commonest answer.'),
  truncated: countSchema.nullable(),
  thinking: countSchema.describe('With a block of thoughts, as it came to the scorer.'),
  unclosed: countSchema.describe('Of these, with thoughts that come to no end.'),
};

const ends = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ lowest: z.strictObject(shape), highest: z.strictObject(shape) }).nullable();

const kinds = Object.keys(KEPT_KINDS) as [keyof typeof KEPT_KINDS, ...(keyof typeof KEPT_KINDS)[]];
const inference = z
  .strictObject({
    kind: z.enum(kinds),
    numbers: z.array(z.number()),
    scaled: z.strictObject({ factor: z.number(), moved: z.number() }).exactOptional(),
  })
  .refine(({ kind, numbers }) => numbers.length === KEPT_KINDS[kind], 'not as many numbers as it has');
const keptEnd = z.strictObject({
  value: z.number(),
  of: z.array(inference).min(1).max(3),
  between: z.strictObject({ low: inference, high: inference }).exactOptional(),
});
const moves = z.strictObject({ sum: z.number(), squares: z.number() });
const keptEstimate = z
  .strictObject({
    ...{ lowest: keptEnd, highest: keptEnd.exactOptional() },
    moved: z.strictObject({ rose: moves, fell: moves, most: z.number() }).exactOptional(),
  })
  .nullable();

export const metricBasisSchema = z
  .strictObject({
    declaration: declarationSchema,
    filter: z.string().nullable(),
    planned: countSchema.describe('Samples that should have a score.'),
    scored: z
      .strictObject({ pairs: countSchema, candidate: countSchema })
      .describe('With a score of both sides, and of the candidate.'),
    baseline: estimateSchema.nullable().describe('On all samples that it has.'),
    value: deltaSchema.nullable().describe("The candidate's own value with its interval."),
    counts: z
      .strictObject({
        delta: ends({ rose: countSchema, fell: countSchema, pairs: countSchema }),
        value: ends({ events: countSchema, n: countSchema }),
      })
      .describe('Where an interval is one of counts, these: missing scores as low and as high as can be.'),
    estimates: z
      .strictObject({ delta: keptEstimate, value: keptEstimate })
      .exactOptional()
      .describe('Of other intervals what they were made of, on the scale on which it is judged.'),
    repeated: z.boolean(),
  })
  .describe('What another limit needs to know to be held to this metric later.');

const answers = z.strictObject({ ...answerHealthShape, samples: countSchema, chosen: z.boolean() });

export const taskBasisSchema = z
  .strictObject({
    design: z.enum(DESIGNS),
    limited: z.boolean().describe('Whether the runs were capped to a part of the samples.'),
    answers: bySide(answers.nullable()),
    keepsAnswers: z.boolean().describe('Whether an answer without a text is known to be just that.'),
    guessing: z.strictObject({ chance: z.number().nullable(), majority: z.number().nullable() }),
  })
  .describe('The same of the task.');
