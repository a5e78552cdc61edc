import { z } from 'zod';
import { parseAnswer } from '../../core/domain/json.ts';
import type { Score } from '../../core/domain/sample.ts';
import { type ComparedField, compareFields, type FieldRules } from '../../core/metrics/text/fields.ts';
import { insideFence } from '../../core/metrics/text/markdown.ts';
import { HIGHER } from '../../core/metrics/traits.ts';
import { defineScorer, fencedOption, metricOption, oneByOne } from './scorer.ts';

const PATH = /^[A-Za-z_][\w-]*(\[\])*(\.[A-Za-z_][\w-]*(\[\])*)*$/;

const options = z.strictObject({
  ...metricOption,
  ...fencedOption(true),
  fields: z
    .array(
      z.string().regex(PATH, 'a path has names and points, and [] after an array, such as `items[].price`'),
    )
    .min(1)
    .refine((paths) => new Set(paths.map(nameOf)).size === paths.length, 'a field is here twice')
    .optional()
    .describe(
      'Paths of fields, such as `total` or `items[].price`: each gets a metric of its own, such as `field_accuracy.total`, in the table of fields that broke most. A path stands for all that it holds.',
    ),
  arrays: z
    .enum(['ordered', 'set'])
    .default('ordered')
    .describe(
      'Whether elements of arrays are compared one by one, or paired so that most fields are right, whatever their order.',
    ),
  tolerance: z.number().min(0).default(0).describe('Largest difference of numbers that is right.'),
  relative_tolerance: z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe('Largest difference of numbers that is right, as a share of the right one.'),
  ignore_case: z.boolean().default(false).describe('Compare texts in lower case.'),
  dates: z
    .enum(['iso', 'day_first', 'month_first'])
    .default('iso')
    .describe(
      'How dates such as 03/04/2024 are read; with `iso` they are no dates. 2024-04-03, 3.4.2024 and `3 April 2024` are always the same day.',
    ),
});

type Settings = z.infer<typeof options>;

const rulesOf = (settings: Settings): FieldRules => ({
  tolerance: settings.tolerance,
  relativeTolerance: settings.relative_tolerance,
  ignoreCase: settings.ignore_case,
  arrays: settings.arrays,
  days: settings.dates,
});

/** As metrics are named: without the brackets. */
function nameOf(path: string): string {
  return path.replaceAll('[]', '');
}

function jsonOf(text: string): unknown {
  try {
    return parseAnswer(text, { file: 'answer' });
  } catch {
    return undefined;
  }
}

/** The share of the target's fields that the answer has right; of several targets the one that it fits best. */
export const fieldAccuracy = defineScorer({
  name: 'field_accuracy',
  summary: 'the share of fields of a JSON target that the answer has right',
  facts: {
    definition:
      'right fields / fields that target or answer have, a field being what holds no other; texts but for white space, numbers within the tolerance, dates by their day; an answer that is no JSON has none right',
    reference: 'own',
    use: 'extraction into records; `json_equal` where only the whole counts, `json_valid` with a schema for their form',
  },
  codeVersion: 2,
  options,
  metric: HIGHER,
  example: { options: {}, targets: ['{"name": "Ada", "born": "1815-12-10"}'] },
  looserWhen: { tolerance: 'greater', relative_tolerance: 'greater' },
  parts: ({ fields = [] }) => fields.map(nameOf),
  checkTargets(targets, { fields = [], ...rest }) {
    if (targets.length === 0) return 'field_accuracy needs a target: set doc_to_target';
    const wrong = targets.find((target) => typeof jsonOf(target) !== 'object' || jsonOf(target) === null);
    if (wrong !== undefined)
      return `the target of field_accuracy is no JSON object or array: ${JSON.stringify(wrong.slice(0, 80))}`;
    const nothing = targets.find(
      (target) => compareFields(jsonOf(target), jsonOf(target), rulesOf({ ...rest, fields })).length === 0,
    );
    return nothing === undefined
      ? null
      : `the target of field_accuracy has no fields: ${JSON.stringify(nothing)}`;
  },
  open: async (settings) =>
    oneByOne(({ output, targets }) => {
      const answer = jsonOf(settings.fenced ? insideFence(output) : output);
      const compared = targets.map((target) => compareFields(jsonOf(target), answer, rulesOf(settings)));
      const best = compared.reduce((left, right) => (shareOf(right) > shareOf(left) ? right : left));
      return [shareOf(best), ...(settings.fields ?? []).map((field) => partOf(best, field))];
    }),
});

const shareOf = (fields: readonly ComparedField[]): number =>
  fields.filter(({ right }) => right).length / fields.length;

function partOf(fields: readonly ComparedField[], path: string): Score {
  const own = fields.filter(
    (field) => field.path === path || field.path.startsWith(`${path}.`) || field.path.startsWith(`${path}[`),
  );
  return own.length === 0 ? { unscored: `neither target nor answer has the field ${path}` } : shareOf(own);
}
