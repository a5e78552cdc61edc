import { z } from 'zod';
import type { Score } from '../../core/domain/sample.ts';
import { METRICS } from '../../core/metrics/registry.ts';
import { fieldOf } from './extraction.ts';
import { defineSeveral, prefixOption } from './several.ts';

/** The least probability whose logarithm is taken, as in scikit-learn: the resolution of a double. */
const LEAST = Number.EPSILON;

/** What can be asked of a confidence p in an answer that is right or wrong. */
const ASKED = {
  ece: (p, right) => ({ parts: [p, Number(right)] }),
  ece_mass: (p, right) => ({ parts: [p, Number(right)] }),
  mce: (p, right) => ({ parts: [p, Number(right)] }),
  brier: (p, right) => (p - Number(right)) ** 2,
  nll: (p, right) => 0 - Math.log(Math.min(1 - LEAST, Math.max(LEAST, right ? p : 1 - p))),
} as const satisfies Partial<Record<keyof typeof METRICS, (p: number, right: boolean) => Score>>;

type Asked = keyof typeof ASKED;
const NAMES = Object.keys(ASKED) as [Asked, ...Asked[]];

const options = z.strictObject({
  ...prefixOption,
  answer: z
    .string()
    .min(1)
    .default('answer')
    .describe('Field of the JSON answer that holds what is right or wrong.'),
  confidence: z
    .string()
    .min(1)
    .default('confidence')
    .describe('Field that says how sure the model is: 0 to 1, or with a per cent sign 0 % to 100 %.'),
  scale: z
    .enum(['unit', 'percent'])
    .default('unit')
    .describe('What a confidence without a per cent sign is: 0 to 1, or 0 to 100.'),
  ignore_case: z.boolean().default(false).describe('Compare answers in lower case.'),
});

/** Null for what says no probability. */
function probabilityOf(text: string | null, scale: 'unit' | 'percent'): number | null {
  const [, digits, sign] = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*(%?)\s*$/.exec(text ?? '') ?? [];
  if (digits === undefined) return null;
  const value = sign === '%' || scale === 'percent' ? Number(digits) / 100 : Number(digits);
  return value >= 0 && value <= 1 ? value : null;
}

export const statedConfidence = defineSeveral({
  name: 'stated_confidence',
  summary: 'whether an answer is right, and whether the confidence that it states is what it deserves',
  codeVersion: 2,
  options,
  example: { options: {}, targets: ['Paris'] },
  metrics: () =>
    Object.fromEntries([
      ['accuracy', METRICS.accuracy] as const,
      ...NAMES.map((name) => [name, METRICS[name]] as const),
    ]),
  checkTargets: (targets) =>
    targets.length === 0 ? 'stated_confidence needs a target: set doc_to_target' : null,
  scoring({ answer: field, confidence, scale, ignore_case }) {
    const normalise = (text: string) => (ignore_case ? text.trim().toLowerCase() : text.trim());
    const [answerPath, confidencePath] = [field.split('.'), confidence.split('.')];
    return ({ output, targets }) => {
      const said = fieldOf(output, answerPath);
      const p = probabilityOf(fieldOf(output, confidencePath), scale);
      const right = said !== null && targets.some((target) => normalise(target) === normalise(said));
      const why =
        said === null ? `the answer has no field ${field}` : 'the answer states no confidence from 0 to 1';
      const of = (name: Asked): Score =>
        said === null || p === null ? { unscored: why } : ASKED[name](p, right);
      return {
        accuracy: said === null ? { unscored: why } : Number(right),
        ...Object.fromEntries(NAMES.map((name) => [name, of(name)] as const)),
      };
    };
  },
});
