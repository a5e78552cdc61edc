import { z } from 'zod';
import type { Score } from '../../core/domain/sample.ts';
import { type Classified, MICRO } from '../../core/metrics/classes.ts';
import { METRICS } from '../../core/metrics/registry.ts';
import { checkExtraction, labelExtraction, labelReader } from './extraction.ts';
import { defineScorer, metricOption } from './scorer.ts';
import { defineSeveral, prefixOption } from './several.ts';

const labelOptions = {
  labels: z
    .array(z.string().refine((label) => label.trim() !== '', 'a label is empty: every answer would name it'))
    .min(2)
    .describe('The classes. An answer that is none of them is wrong, and no class of its own.'),
  ignore_case: z.boolean().default(false).describe('Compare in lower case.'),
};

/** Two labels that are read as one would be one class, and the other a class that no answer could ever name. */
function refuseTwins(
  { labels, ignore_case: ignoreCase }: { readonly labels: readonly string[]; readonly ignore_case: boolean },
  context: z.core.$RefinementCtx,
): void {
  const twin = labels.find(
    (label, index) => labelReader(labels, { extract: 'exact', ignore_case: ignoreCase })(label) !== index,
  );
  if (twin === undefined) return;
  const message = `${JSON.stringify(twin)} is another label written otherwise, or here twice`;
  context.addIssue({ code: 'custom', path: ['labels'], message });
}

const options = z.strictObject({ ...metricOption, ...labelOptions }).superRefine(refuseTwins);

function checkLabels(name: string) {
  return (targets: readonly string[], { labels, ignore_case }: z.infer<typeof options>): string | null => {
    const [target] = targets;
    if (targets.length !== 1 || target === undefined)
      return `${name} needs exactly one target: set doc_to_target`;
    return targetReader(labels, ignore_case)(target) >= 0
      ? null
      : `the target ${JSON.stringify(target)} is none of the labels of ${name}`;
  };
}

/** A target is a label, however one is found in an answer. */
const targetReader = (labels: readonly string[], ignoreCase: boolean) =>
  labelReader(labels, { extract: 'exact', ignore_case: ignoreCase });

function classifier(
  name: 'f1_macro' | 'f1_micro' | 'mcc',
  summary: string,
  score: (answer: Classified) => Score,
) {
  return defineScorer({
    name,
    summary,
    codeVersion: 1,
    options,
    metric: METRICS[name],
    example: { options: { labels: ['yes', 'no'] }, targets: ['yes'] },
    checkTargets: checkLabels(name),
    async open({ labels, ignore_case }) {
      const read = targetReader(labels, ignore_case);
      return {
        inputs: [],
        async score(answers) {
          return answers.map(({ output, targets }) =>
            score({ reference: read(targets[0] ?? ''), predicted: read(output) }),
          );
        },
      };
    },
  });
}

const parts = ({ reference, predicted }: Classified): Score => ({ parts: [reference, predicted] });
const hit = ({ reference, predicted }: Classified): Score => Number(predicted === reference);

export const f1Macro = classifier('f1_macro', 'F1 of each label, averaged over labels', parts);
export const mcc = classifier('mcc', "Matthews' correlation of answer and target", parts);
export const f1Micro = classifier(
  'f1_micro',
  'F1 over all answers, every answer counting alike',
  MICRO.f1_micro,
);

/** What can be asked of classes, and what each keeps of an answer: one row a metric. */
const ASKED = {
  accuracy: hit,
  balanced_accuracy: parts,
  precision_macro: parts,
  recall_macro: parts,
  f1_macro: parts,
  recall_micro: hit,
  ...MICRO,
  precision_weighted: parts,
  recall_weighted: hit,
  f1_weighted: parts,
  mcc: parts,
  kappa: parts,
} as const satisfies Partial<Record<keyof typeof METRICS, (answer: Classified) => Score>>;

type Asked = keyof typeof ASKED;

const classificationOptions = z
  .strictObject({
    ...prefixOption,
    ...labelOptions,
    ...labelExtraction,
    metrics: z
      .array(z.enum(Object.keys(ASKED) as [Asked, ...Asked[]]))
      .min(1)
      .refine((names) => new Set(names).size === names.length, 'a metric is here twice')
      .default(['accuracy', 'balanced_accuracy', 'f1_macro', 'mcc'])
      .describe(
        'What is asked of all classes; the first is the primary metric. A gate may ask precision, recall, f1 and specificity of one class besides, by `class`.',
      ),
    no_label: z
      .enum(['wrong', 'unscored'])
      .default('wrong')
      .describe(
        'What an answer is in which no label is found: a wrong one, or one without a score, which the coverage of the policy limits. Their share is the metric `no_label` either way.',
      ),
  })
  .superRefine(checkExtraction)
  .superRefine(refuseTwins)
  .superRefine(({ labels, extract }, context) => {
    if (extract !== 'letter' || labels.length <= 26) return;
    const message = `there are 26 letters, and ${labels.length} labels`;
    context.addIssue({ code: 'custom', path: ['labels'], message });
  });

const UNLABELLED = { unscored: 'the answer names none of the labels' };

export const classification = defineSeveral({
  name: 'classification',
  summary:
    'metrics of classes, from the label that is found in each answer, and the share of answers without one',
  codeVersion: 3,
  options: classificationOptions,
  gives: Object.keys(ASKED),
  example: { options: { labels: ['refund', 'delivery'], extract: 'first' }, targets: ['refund'] },
  metrics: ({ metrics, labels }) =>
    Object.fromEntries([
      ...metrics.map((name) => {
        const traits = METRICS[name];
        return [name, traits.kind === 'corpus' ? { ...traits, classes: labels } : traits] as const;
      }),
      ['no_label', METRICS.no_label] as const,
    ]),
  checkTargets: checkLabels('classification'),
  scoring({ labels, ignore_case, metrics, no_label, ...extraction }) {
    const referenceOf = targetReader(labels, ignore_case);
    const predictedOf = labelReader(labels, { ...extraction, ignore_case });
    return ({ output, targets }) => {
      const answer = { reference: referenceOf(targets[0] ?? ''), predicted: predictedOf(output) };
      const isLabelled = answer.predicted >= 0;
      const given = (name: Asked) => (isLabelled || no_label === 'wrong' ? ASKED[name](answer) : UNLABELLED);
      return {
        ...Object.fromEntries(metrics.map((name) => [name, given(name)] as const)),
        no_label: Number(!isLabelled),
      };
    };
  },
});
