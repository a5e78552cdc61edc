import { z } from 'zod';
import { type RougeKind, rouge } from '../../core/metrics/text/rouge.ts';
import { HIGHER } from '../../core/metrics/traits.ts';
import { defineScorer, metricOption, oneByOne } from './scorer.ts';

const SEEN: Readonly<Record<RougeKind, string>> = {
  rouge1: 'words',
  rouge2: 'pairs of neighbouring words',
  rougeL: 'the longest common subsequence of words',
  rougeLsum: 'the longest common subsequences of words, line by line',
};

function rougeScorer(kind: RougeKind) {
  return defineScorer({
    name: kind,
    summary: `overlap of answer and target in ${SEEN[kind]}`,
    facts: {
      definition: `F1 of precision and recall of ${SEEN[kind]}, after lower case, of ASCII letters and digits alone; of several targets the best`,
      reference: 'rouge-score 0.1.2, use_stemmer=False',
      use: 'summaries in English; chrF for other scripts, `squad_f1` for short answers. It sees words, not meaning',
    },
    codeVersion: 1,
    options: z.strictObject(metricOption),
    metric: HIGHER,
    example: { options: {}, targets: ['The council approved the plan.'] },
    checkTargets(targets) {
      if (targets.length === 0) return `${kind} needs a target: set doc_to_target`;
      return targets.some((target) => !/[a-z0-9]/i.test(target))
        ? `a target of ${kind} has no ASCII letter or digit, and ROUGE knows no others: use chrf`
        : null;
    },
    open: async () =>
      oneByOne(({ output, targets }) => Math.max(...targets.map((target) => rouge(kind, output, target)))),
  });
}

export const rouge1 = rougeScorer('rouge1');
export const rouge2 = rougeScorer('rouge2');
export const rougeL = rougeScorer('rougeL');
export const rougeLsum = rougeScorer('rougeLsum');
