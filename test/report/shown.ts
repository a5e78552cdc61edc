import type { ShownSample, ShownSamples, TaskPictures } from '../../src/core/domain/shown-samples.ts';

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

/** Of a task whose groups and classes are called so. */
export const pictures = (name: string): TaskPictures => ({
  groups: [
    { group: name, pairs: 100, delta: -0.1, low: -0.15, high: -0.05, proven: true },
    { group: `${name} 2`, pairs: 100, delta: 0.01, low: -0.05, high: 0.07, proven: false },
  ],
  reliability: bySides([
    { count: 60, confidence: 0.4, accuracy: 0.5 },
    { count: 40, confidence: 0.9, accuracy: 0.7 },
  ]),
  lengths: bySides([0, 3, 8, 1]),
  classes: {
    labels: [name, `${name} 2`],
    ...bySides([
      [50, 10, 1],
      [5, 30, 4],
    ]),
  },
});

const bySides = <T>(both: T) => ({ baseline: both, candidate: both });

export const shownOf = (
  samples: readonly ShownSample[],
  omitted = 0,
  drawn: TaskPictures = { groups: [] },
): ShownSamples => {
  const count = (change: ShownSample['change']) => samples.filter((each) => each.change === change).length;
  const counts = { worse: count('worse'), better: count('better'), same: count('same') };
  return {
    schemaVersion: 1,
    tasks: [{ task: 'facts', metric: 'acc', unit: 'rate', counts, pictures: drawn }],
    samples,
    omitted,
  };
};
