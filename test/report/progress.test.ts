import { describe, expect, test } from 'vitest';
import type { EvaluationProgress } from '../../src/core/domain/progress.ts';
import { renderProgress } from '../../src/report/progress.ts';

const PROGRESS: EvaluationProgress = {
  ...{ side: 'candidate', task: 'mmlu', done: 34, planned: 100, tasksDone: 7, tasks: 10, secondsLeft: 700 },
};

describe('how far an evaluation is', () => {
  test.each<[Partial<EvaluationProgress>, boolean, string]>([
    [{}, false, '34 % of <code>mmlu</code> on the candidate, about 12 min left.'],
    [{}, true, '34 % of <code>mmlu</code> on the candidate, at most about 12 min left.'],
    [{ secondsLeft: null }, true, '34 % of <code>mmlu</code> on the candidate.'],
    [{ secondsLeft: 0 }, false, '34 % of <code>mmlu</code> on the candidate, about 1 min left.'],
    [{ secondsLeft: 11_700 }, false, '34 % of <code>mmlu</code> on the candidate, about 3 h 20 min left.'],
    [{ done: 999, planned: 1000 }, false, '99 % of <code>mmlu</code> on the candidate, about 12 min left.'],
    [{ done: 0, planned: 0 }, false, '100 % of <code>mmlu</code> on the candidate, about 12 min left.'],
    [{ task: null, side: 'baseline' }, false, '34 % of several tasks on the baseline, about 12 min left.'],
    [
      { task: '@x <b>' },
      false,
      '34 % of <code>&#64;x&#32;&#60;b&#62;</code> on the candidate, about 12 min left.',
    ],
  ])('%j', (changes, mayStopEarly, sentence) => {
    expect(renderProgress({ ...PROGRESS, ...changes }, mayStopEarly)).toBe(
      `${sentence} Tasks done, over all sides: 7 of 10.`,
    );
  });
});
