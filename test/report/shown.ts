import type { ShownSample, ShownSamples } from '../../src/core/domain/shown-samples.ts';

/** A sample as a report shows it. */
export const shownSample = (overrides: Partial<ShownSample> = {}): ShownSample => ({
  task: 'facts',
  id: 'q1',
  group: 'law',
  metric: 'acc',
  change: 'worse',
  baseline: { score: 1, output: 'Paris' },
  candidate: { score: 0, output: 'Rome' },
  asked: { question: 'The capital of France?', reference: 'Paris' },
  ...overrides,
});

export const shownOf = (samples: readonly ShownSample[], omitted = 0): ShownSamples => {
  const count = (change: ShownSample['change']) => samples.filter((each) => each.change === change).length;
  const counts = { worse: count('worse'), better: count('better'), same: count('same') };
  return {
    schemaVersion: 1,
    tasks: [{ task: 'facts', metric: 'acc', unit: 'rate', counts }],
    samples,
    omitted,
  };
};
