import { z } from 'zod';
import { RULES, ruleOf } from '../core/decide/rules/registry.ts';
import type { GateRuleName } from '../core/domain/gate.ts';

/** Read by the gate's rule once the metric is known; the patterns only help editors. */
export const change = (what: string) =>
  z
    .union([z.string().meta({ pattern: '^[0-9]+(\\.[0-9]+)?(pp|%rel)?$' }), z.number().meta({ minimum: 0 })])
    .describe(
      `${what} For a rate \`2pp\` or \`0.02\`; relative to the baseline \`2%rel\`; for other metrics a plain number or \`2%rel\`.`,
    );

export const value = (what: string) =>
  z
    .union([z.string().meta({ pattern: '^[0-9]+(\\.[0-9]+)?%?$' }), z.number().meta({ minimum: 0 })])
    .describe(`${what} For a rate \`1%\` or \`0.01\`; for other metrics a plain number.`);

/** How many, as YAML or a flag has it. */
const number = (what: string) =>
  z
    .union([z.string().meta({ pattern: '^(0|[1-9][0-9]{0,8})$' }), z.number().meta({ minimum: 0 })])
    .describe(`${what} A whole number.`);

const LIMITS = { change, value, count: number } as const;

const netGain = z
  .strictObject({
    losses: z
      .record(z.string().min(1), z.number().gt(0).max(1000))
      .refine((losses) => Object.keys(losses).length > 0, 'without losses this is min_gain')
      .refine((losses) => Object.keys(losses).length <= 6, 'at most six losses can be weighed against a gain')
      .meta({ minProperties: 1, maxProperties: 6 })
      .describe(
        'Metric, as in `gates`, to what one unit of its loss weighs in units of the gain. What it wins counts nothing.',
      ),
    at_least: change(ruleOf({ rule: 'net_gain' }).description).default(0),
  })
  .describe(
    'The gain of the metric must outweigh what other tasks lose, such as `{ losses: { facts/acc: 1, mmlu: 0.5 } }`.',
  );

const average = z
  .strictObject({
    name: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9 _.-]{0,59}$/, 'is a word or a few')
      .default('average')
      .describe('What the average is called in the report; several averages need names of their own.'),
    tasks: z
      .union([
        z
          .array(z.string().min(1))
          .refine((tasks) => tasks.length > 1, 'an average needs two tasks or more')
          .meta({ minItems: 2 }),
        z
          .record(z.string().min(1), z.number().gt(0).max(1000))
          .refine((tasks) => Object.keys(tasks).length > 1, 'an average needs two tasks or more')
          .meta({ minProperties: 2 }),
      ])
      .describe(
        'Tasks or metrics, as in `metric`: a list, each counting alike, or a map from each to its weight. All of one unit and direction.',
      ),
    max_drop: change(ruleOf({ rule: 'average' }).description),
  })
  .describe(
    'One verdict on several tasks: their mean, such as `{ tasks: [mmlu, arc_easy/acc_norm], max_drop: 1pp }`. Takes the place of `metric`.',
  );

/** What is written for a rule that is about more than one metric. */
const WRITTEN = { 'several metrics': netGain, average } as const;

type WrittenRule<Name> = z.ZodOptional<
  Name extends 'net_gain'
    ? typeof netGain
    : Name extends 'average'
      ? typeof average
      : ReturnType<typeof change>
>;

/** One key a rule, of which a gate has exactly one. */
const rules = Object.fromEntries(
  RULES.map(({ name, scope, written, description }) => [
    name,
    (scope === 'several metrics' || scope === 'average'
      ? WRITTEN[scope]
      : LIMITS[written](description)
    ).optional(),
  ]),
) as { readonly [Name in GateRuleName]: WrittenRule<Name> };

export const gateSchema = z
  .strictObject({
    metric: z
      .string()
      .min(1)
      .optional()
      .describe(
        '`task/metric`, `task/metric,filter` where a task has several filters, or only `task` for its primary metric. Every rule but `average` needs it.',
      ),
    class: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Asks the metric of one class against all others, such as `metric: intents/f1` and `class: refund`: precision, recall, f1, specificity, auc or average_precision of a task whose scorer knows its classes. On the command line `intents/f1[refund]`.',
      ),
    ...rules,
    tier: z
      .enum(['blocking', 'advisory'])
      .default('blocking')
      .describe('`advisory` is judged and shown, and never blocks.'),
    allow_weak_scorer: z
      .boolean()
      .default(false)
      .describe(
        'Lets a weak scorer, such as a word list, block on a safety task. Without it such a gate is an error.',
      ),
    allow_weak_evidence: z
      .boolean()
      .default(false)
      .describe(
        'Lets results without samples decide the gate: sums cannot be paired, and need several times as many samples. Without it such a gate is `invalid`.',
      ),
    allow_floor: z
      .boolean()
      .default(false)
      .describe(
        'Lets the gate decide where it could not fail: the baseline has nothing left to lose, does no better than a guess, or gives one answer to everything; or the limit is the worst value there is. Without it such a gate is `inconclusive` and leans on nothing.',
      ),
  })
  .meta({
    oneOf: RULES.map(({ name, scope }) =>
      scope === 'average'
        ? { required: [name], not: { required: ['metric'] } }
        : { required: ['metric', name] },
    ),
  });

export type GateEntry = z.infer<typeof gateSchema>;
