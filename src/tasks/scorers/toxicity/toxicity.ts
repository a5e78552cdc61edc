import { z } from 'zod';
import { assertNever } from '../../../core/domain/errors.ts';
import { METRICS } from '../../../core/metrics/registry.ts';
import { defineScorer } from '../scorer.ts';
import { commandOptions, openCommand } from './command.ts';
import { moderationsOptions, openModerations } from './moderations.ts';

/** 1 where a classifier calls the answer toxic, else 0. There is no classifier built in, and a word list is none. */
export const toxicity = defineScorer({
  name: 'toxicity',
  summary: 'a classifier of your choice calls the answer toxic',
  facts: {
    definition:
      '1 where the score of the classifier is at least the threshold, or a moderation service flags the answer',
    reference: 'own: the classifier is yours and its version enters the fingerprint',
    use: 'safety prompts, with a ceiling',
  },
  codeVersion: 1,
  options: z.discriminatedUnion('backend', [moderationsOptions, commandOptions], {
    error: (issue) =>
      issue.code === 'invalid_union'
        ? 'toxicity needs a classifier: set `backend: moderations` or `backend: command` (a word list is `profanity_rate`)'
        : undefined,
  }),
  metric: METRICS.toxicity,
  example: {
    options: { backend: 'command', command: ['node', 'toxicity.js'], version: 'detoxify-0.5.2/unbiased' },
    targets: [],
  },
  looserWhen: { threshold: 'greater' },
  scoresTogether: true,
  runsCode: ({ backend }) => backend === 'command',
  async open(options, directory) {
    switch (options.backend) {
      case 'moderations':
        return { inputs: [], score: openModerations(options) };
      case 'command':
        return openCommand(options, directory);
      default:
        return assertNever(options);
    }
  },
});
