import { z } from 'zod';
import { bleuParts } from '../../core/metrics/corpus/bleu.ts';
import { chrfParts } from '../../core/metrics/corpus/chrf.ts';
import { METRICS } from '../../core/metrics/registry.ts';
import type { MetricFacts } from '../../core/metrics/traits.ts';
import { defineScorer, metricOption } from './scorer.ts';

const options = z.strictObject({
  ...metricOption,
  lowercase: z.boolean().default(false).describe('Compare in lower case.'),
});

function overlap(
  name: 'bleu' | 'chrf',
  summary: string,
  facts: MetricFacts,
  partsOf: (answer: string, references: readonly string[]) => number[],
) {
  return defineScorer({
    name,
    summary,
    facts,
    codeVersion: 2,
    options,
    metric: METRICS[name],
    example: { options: {}, targets: ['the cat is on the mat'] },
    checkTargets: (targets) => (targets.length === 0 ? `${name} needs a target: set doc_to_target` : null),
    async open({ lowercase }) {
      const fold = (text: string) => (lowercase ? text.toLowerCase() : text);
      return {
        inputs: [],
        async score(answers) {
          return answers.map(({ output, targets }) => ({ parts: partsOf(fold(output), targets.map(fold)) }));
        },
      };
    },
  });
}

export const bleu = overlap(
  'bleu',
  'overlap of words with the targets, as sacreBLEU counts it',
  {
    definition:
      'geometric mean of the precisions of 1- to 4-grams over all samples, times a penalty for answers that are too short; 0 to 100',
    reference: 'sacreBLEU 2.6.0, case:mixed|eff:no|tok:13a|smooth:exp (case:lc with lowercase)',
    use: 'translations in languages with spaces between words; chrF agrees better with people',
  },
  bleuParts,
);
export const chrf = overlap(
  'chrf',
  'overlap of characters with the targets, as sacreBLEU counts it',
  {
    definition:
      'F2 of the precisions and recalls of 1- to 6-grams of characters over all samples, 0 to 100; of several targets the best',
    reference: 'sacreBLEU 2.6.0, case:mixed|eff:yes|nc:6|nw:0|space:no (case:lc with lowercase)',
    use: 'translations and texts in any language',
  },
  chrfParts,
);
