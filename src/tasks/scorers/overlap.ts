import { z } from 'zod';
import { bleuParts } from '../../core/metrics/corpus/bleu.ts';
import { chrfParts } from '../../core/metrics/corpus/chrf.ts';
import { METRICS } from '../../core/metrics/registry.ts';
import { defineScorer, metricOption } from './scorer.ts';

const options = z.strictObject({
  ...metricOption,
  lowercase: z.boolean().default(false).describe('Compare in lower case.'),
});

function overlap(
  name: 'bleu' | 'chrf',
  summary: string,
  partsOf: (answer: string, references: readonly string[]) => number[],
) {
  return defineScorer({
    name,
    summary,
    codeVersion: 1,
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

export const bleu = overlap('bleu', 'overlap of words with the targets, as sacreBLEU counts it', bleuParts);
export const chrf = overlap(
  'chrf',
  'overlap of characters with the targets, as sacreBLEU counts it',
  chrfParts,
);
