import { z } from 'zod';
import type { Score } from '../../core/domain/sample.ts';
import { METRICS } from '../../core/metrics/registry.ts';
import { checkExtraction, textExtraction, textReader } from './extraction.ts';
import { isNear } from './numeric.ts';
import { defineSeveral, prefixOption } from './several.ts';

interface Tolerance {
  readonly tolerance: number;
  readonly relative_tolerance: number;
}

/** What can be asked of numbers, and what each keeps of an answer. */
const ASKED = {
  mae: (right, said) => Math.abs(said - right),
  rmse: (right, said) => ({ parts: [right, said] }),
  r2: (right, said) => ({ parts: [right, said] }),
  median_absolute_error: (right, said) => ({ parts: [right, said] }),
  within_tolerance: (right, said, { tolerance, relative_tolerance: share }) =>
    Number(isNear(said, right, Math.max(tolerance, share * Math.abs(right)))),
  spearman: (right, said) => ({ parts: [right, said] }),
  kendall: (right, said) => ({ parts: [right, said] }),
} as const satisfies Partial<
  Record<keyof typeof METRICS, (right: number, said: number, tolerance: Tolerance) => Score>
>;

type Asked = keyof typeof ASKED;

const options = z
  .strictObject({
    ...prefixOption,
    ...textExtraction,
    extract: z
      .enum(['exact', 'first', 'last', 'json', 'regex'])
      .default('exact')
      .describe(
        'How the number is found in an answer: all of it, the `first` or the `last` number in it, the number in `field` of the JSON that it is, or what `pattern` finds. Commas between thousands are removed.',
      ),
    metrics: z
      .array(z.enum(Object.keys(ASKED) as [Asked, ...Asked[]]))
      .min(1)
      .refine((names) => new Set(names).size === names.length, 'a metric is here twice')
      .default(['mae', 'rmse', 'spearman'])
      .describe('What is asked of the numbers; the first is the primary metric.'),
    tolerance: z.number().min(0).default(0).describe('For `within_tolerance`: how far off is near enough.'),
    relative_tolerance: z
      .number()
      .min(0)
      .default(0)
      .describe(
        'The same as a share of the right number, 0.05 for five per cent; the wider of the two counts.',
      ),
  })
  .superRefine(checkExtraction);

const NUMBER = /(?:(?<![\w.])[-+−])?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)?(?:\.\d+|(?<=\d)\.?)(?:[eE][-+]?\d+)?/g;
const WHOLE = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/** Null for what is no finite number. */
function toNumber(text: string | null): number | null {
  if (text === null) return null;
  const plain = text
    .trim()
    .replace('−', '-')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  const value = WHOLE.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

function numberReader({ extract, ...more }: z.infer<typeof options>): (answer: string) => number | null {
  switch (extract) {
    case 'first':
    case 'last':
      return (answer) => {
        const found = answer.match(NUMBER)?.filter((text) => toNumber(text) !== null) ?? [];
        return toNumber(found.at(extract === 'first' ? 0 : -1) ?? null);
      };
    default: {
      const read = textReader({ ...more, extract });
      return (answer) => toNumber(read(answer));
    }
  }
}

export const regression = defineSeveral({
  name: 'regression',
  summary: 'how far the number in an answer is from the right one, and how well the two go together',
  looserWhen: { tolerance: 'greater', relative_tolerance: 'greater' },
  codeVersion: 3,
  options,
  gives: Object.keys(ASKED),
  example: { options: { extract: 'last', tolerance: 0.5 }, targets: ['12.5'] },
  metrics: ({ metrics }) => Object.fromEntries(metrics.map((name) => [name, METRICS[name]] as const)),
  checkTargets(targets) {
    const [target] = targets;
    if (targets.length !== 1 || target === undefined)
      return 'regression needs exactly one target: set doc_to_target';
    return toNumber(target) === null
      ? `the target ${JSON.stringify(target.slice(0, 80))} is no number`
      : null;
  },
  scoring(settings) {
    const read = numberReader(settings);
    return ({ output, targets }) => {
      const [right, said] = [toNumber(targets[0] ?? null), read(output)];
      const of = (name: Asked): Score =>
        right === null || said === null
          ? { unscored: 'the answer has no number' }
          : ASKED[name](right, said, settings);
      return Object.fromEntries(settings.metrics.map((name) => [name, of(name)] as const));
    };
  },
});
