import { z } from 'zod';
import type { Score } from '../../core/domain/sample.ts';
import { METRICS } from '../../core/metrics/registry.ts';
import { defineScorer, metricOption } from './scorer.ts';

const options = z.strictObject({
  ...metricOption,
  labels: z
    .array(z.string().min(1))
    .min(2)
    .refine((labels) => new Set(labels).size === labels.length, 'a label is here twice')
    .describe('The classes. An answer that is none of them is wrong, and no class of its own.'),
  ignore_case: z.boolean().default(false).describe('Compare in lower case.'),
});

interface Classified {
  readonly reference: number;
  /** −1 for an answer that is no label. */
  readonly predicted: number;
}

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
    checkTargets: (targets, { labels, ...settings }) => {
      const [target] = targets;
      if (targets.length !== 1 || target === undefined)
        return `${name} needs exactly one target: set doc_to_target`;
      const known = labels.map(normaliser(settings));
      return known.includes(normaliser(settings)(target))
        ? null
        : `the target ${JSON.stringify(target)} is none of the labels of ${name}`;
    },
    async open({ labels, ...settings }) {
      const normalise = normaliser(settings);
      const known = labels.map(normalise);
      return {
        inputs: [],
        async score(answers) {
          return answers.map(({ output, targets }) =>
            score({
              reference: known.indexOf(normalise(targets[0] ?? '')),
              predicted: known.indexOf(normalise(output)),
            }),
          );
        },
      };
    },
  });
}

const normaliser =
  ({ ignore_case: ignoreCase }: { readonly ignore_case: boolean }) =>
  (text: string): string =>
    ignoreCase ? text.trim().toLowerCase() : text.trim();

const parts = ({ reference, predicted }: Classified): Score => ({ parts: [reference, predicted] });

export const f1Macro = classifier('f1_macro', 'F1 of each label, averaged over labels', parts);
export const mcc = classifier('mcc', "Matthews' correlation of answer and target", parts);

/** A wrong answer is a false negative of the target, and where it is another label a false positive of that. */
export const f1Micro = classifier(
  'f1_micro',
  'F1 over all answers, every answer counting alike',
  ({ reference, predicted }) => ({
    numerator: predicted === reference ? 2 : 0,
    denominator: predicted < 0 ? 1 : 2,
  }),
);
