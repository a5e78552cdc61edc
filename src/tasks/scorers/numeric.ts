import { z } from 'zod';
import { HIGHER } from '../../core/metrics/traits.ts';
import { defineScorer, metricOption, oneByOne } from './scorer.ts';

/** What may be a unit: the sign for a share, or letters with the degree and the micro sign. */
const UNIT_WORD = '%|[\\p{L}\u00b0\u00b5]+';
const UNIT = new RegExp(`^(?:${UNIT_WORD})$`, 'u');

const options = z.strictObject({
  ...metricOption,
  tolerance: z.number().min(0).default(0).describe('Largest difference that is right.'),
  relative_tolerance: z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe('Largest difference that is right, as a share of the target.'),
  take: z
    .enum(['last', 'first', 'only'])
    .default('last')
    .describe('Which number of the answer counts; with `only` an answer with several numbers is wrong.'),
  decimal: z
    .enum(['.', ','])
    .default('.')
    .describe('What stands before the decimals. The other one, or a space, groups thousands.'),
  units: z
    .record(
      z.string(),
      z.number().refine((factor) => factor !== 0, 'a unit of 0 makes all numbers alike'),
    )
    .superRefine((units, context) => {
      for (const unit of Object.keys(units).filter((each) => !UNIT.test(each))) {
        const message = `${JSON.stringify(unit)} is no unit that can be found: give a word of letters, or %`;
        context.addIssue({ code: 'custom', path: [unit], message });
      }
    })
    .default({})
    .describe(
      'What a word after a number multiplies it by, such as `{ km: 1000, m: 1, million: 1000000, "%": 0.01 }`. A word that is none of them is ignored.',
    ),
});

type Settings = z.infer<typeof options>;

/** Signs, a currency, digits in groups of three or without groups, decimals, an exponent; then a word or a sign that may be a unit. */
const patternOf = (decimal: string): RegExp => {
  const [point, group] = decimal === '.' ? ['\\.', ','] : [',', '\\.'];
  return new RegExp(
    `(?<![\\p{L}\\d])([-+\u2212]?)(?:\\p{L}{0,3}\\p{Sc} ?)?((?:\\d{1,3}(?:(?:${group}|[ \u00a0\u202f])\\d{3})+(?!\\d)|\\d+)(?:${point}\\d+)?|${point}\\d+)([eE][-+]?\\d{1,3})?[ \u00a0\u202f]?(${UNIT_WORD})?`,
    'gu',
  );
};

/** The numbers that a text names, in the smallest of its units. */
function numbersOf(text: string, { decimal, units }: Settings): number[] {
  const factors = new Map(Object.entries(units));
  return [...text.matchAll(patternOf(decimal))].flatMap(([, sign = '', digits = '', exponent = '', word]) => {
    const plain = digits.replace(decimal === '.' ? /[^\d.]/g : /[^\d,]/g, '').replace(',', '.');
    const value = Number(`${sign === '' || sign === '+' ? '' : '-'}${plain}${exponent}`);
    const factor = factors.get(word ?? '') ?? factors.get(word?.toLowerCase() ?? '') ?? 1;
    return Number.isFinite(value * factor) ? [value * factor] : [];
  });
}

function chosen(numbers: readonly number[], take: Settings['take']): number | undefined {
  if (take === 'only') return numbers.length === 1 ? numbers[0] : undefined;
  return take === 'first' ? numbers[0] : numbers.at(-1);
}

/** Decimals, and what a unit made of them, are off by a few roundings: what a person would call equal is equal. */
const ROUNDING = 4 * Number.EPSILON;

/** Whether a number is at most so far from the right one. Of whole numbers that have to be equal every digit counts. */
export const isNear = (said: number, right: number, allowed: number): boolean =>
  allowed === 0 && Number.isInteger(said) && Number.isInteger(right)
    ? said === right
    : Math.abs(said - right) <= allowed + ROUNDING * Math.max(Math.abs(right), Math.abs(said));

/** 1 where the number of the answer is that of a target, within the tolerance; an answer without a number is wrong. */
export const numeric = defineScorer({
  name: 'numeric',
  summary: 'the number in the answer is that of a target, within a tolerance',
  facts: {
    definition:
      '1 where |answer − target| ≤ max(tolerance, relative tolerance · |target|), both after their unit words; an answer without a number is wrong',
    reference: 'own: `flexible-extract` of gsm8k in lm-evaluation-harness 0.4.13 takes the last number too',
    use: 'results of calculations and extracted amounts; MAE and RMSE for how far off, `exact_match` where the wording counts',
  },
  codeVersion: 3,
  options,
  metric: HIGHER,
  example: { options: {}, targets: ['1,250.5'] },
  looserWhen: { tolerance: 'greater', relative_tolerance: 'greater' },
  checkTargets(targets, settings) {
    if (targets.length === 0) return 'numeric needs a target: set doc_to_target';
    const wrong = targets.find((target) => numbersOf(target, settings).length !== 1);
    return wrong === undefined
      ? null
      : `the target of numeric is not one number: ${JSON.stringify(wrong.slice(0, 80))}`;
  },
  open: async (settings) =>
    oneByOne(({ output, targets }) => {
      const said = chosen(numbersOf(output, settings), settings.take);
      if (said === undefined) return 0;
      const isRight = (target: string) => {
        const [wanted = NaN] = numbersOf(target, settings);
        return isNear(
          said,
          wanted,
          Math.max(settings.tolerance, settings.relative_tolerance * Math.abs(wanted)),
        );
      };
      return Number(targets.some(isRight));
    }),
});
