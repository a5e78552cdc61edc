import { z } from 'zod';
import { askedOptions, checkAsked, UNASKED } from '../asking/options.ts';
import { metricOption } from '../scorer.ts';

const criterion = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,31}$/)
    .describe('What its score is called: with several criteria the metric `judge.<name>`.'),
  description: z.string().min(1).max(2000).describe('What the judge is to look at, and at nothing else.'),
  anchors: z
    .record(z.string().regex(/^-?\d{1,3}$/), z.string().min(1).max(500))
    .default({})
    .describe('What a score means, such as `{ 1: no step is right, 5: every step is right }`.'),
});

export type Criterion = z.infer<typeof criterion>;

/** In our words what MT-Bench's judge is told to consider (Zheng and others 2023, single answer grading). */
const MT_BENCH: Criterion = {
  name: 'mt_bench',
  description:
    'How well the answer to the last that the user said serves that user: how helpful, relevant and correct it is, how deep, creative and fitting in detail, and how well it keeps to what was said before. Where there is a reference, find out first what the answer has wrong beside it.',
  anchors: {},
};

/** More levels are not told apart by people, and each needs labels. */
const MOST_LEVELS = 11;

const scale = z
  .strictObject({ min: z.int().min(-100), max: z.int().max(100) })
  .refine(({ min, max }) => max > min && max - min < MOST_LEVELS, {
    error: `a scale goes from a smaller to a greater whole number, over at most ${MOST_LEVELS} levels`,
  });

export type GradeScale = z.infer<typeof scale>;

export const responseFormat = {
  response_format: z
    .enum(['json_schema', 'none'])
    .default('json_schema')
    .describe(
      '`json_schema` holds the reply to a form, in the embedded engine token by token; `none` asks for it in words, for servers that know no schema.',
    ),
};

export const maxTokensOption = {
  max_tokens: z
    .int()
    .min(16)
    .max(8192)
    .default(512)
    .describe('Longest reply. One that is cut off gives no score.'),
};

export const rubricOptions = z
  .strictObject({
    ...metricOption,
    ...askedOptions,
    criteria: z
      .array(criterion)
      .min(1)
      .max(8)
      .optional()
      .describe('What is graded, each by itself. The score of an answer is the mean over them.'),
    template: z
      .enum(['mt_bench'])
      .optional()
      .describe(
        'In place of criteria: what this benchmark grades, one turn at a time (there on `scale: { min: 1, max: 10 }`).',
      ),
    scale: scale
      .default({ min: 1, max: 5 })
      .describe('Whole numbers from the worst to the best. `{ min: 0, max: 1 }` makes it a rate.'),
    labels: z
      .string()
      .min(1)
      .optional()
      .describe(
        'JSONL file of grades by people: `id`, the `answer` or its `answer_digest`, and `labels`, one whole number a criterion. A gate on this metric blocks only where the judge is known to agree with them.',
      ),
    ...responseFormat,
    ...maxTokensOption,
  })
  .superRefine((given, context) => {
    checkAsked(given, context);
    const { criteria = [], template, scale } = given;
    const { min, max } = scale;
    if ((given.criteria === undefined) === (template === undefined))
      context.addIssue({
        ...{ code: 'custom', path: ['criteria'] },
        message: 'set criteria, what the judge is to look at, or a template in their place',
      });
    const names = new Set<string>();
    for (const [index, { name, anchors }] of criteria.entries()) {
      const refuse = (path: PropertyKey[], message: string) =>
        context.addIssue({ code: 'custom', path: ['criteria', index, ...path], message });
      if (names.has(name)) refuse(['name'], `two criteria are called ${name}: rename one`);
      names.add(name);
      for (const level of Object.keys(anchors)) {
        if (Number(level) < min || Number(level) > max)
          refuse(
            ['anchors', level],
            `the scale goes from ${min} to ${max}: leave ${level} out, or set scale`,
          );
      }
    }
  });

export type RubricOptions = z.infer<typeof rubricOptions>;

/** What is graded. */
export const criteriaOf = ({ criteria = [MT_BENCH] }: RubricOptions): readonly Criterion[] => criteria;

/** What decides no grade, and what people said of them. */
export const UNGRADED: readonly string[] = ['labels', ...UNASKED];

/** The whole numbers of a scale, the worst first. */
export const levelsOf = ({ min, max }: GradeScale): number[] =>
  Array.from({ length: max - min + 1 }, (_, index) => min + index);
