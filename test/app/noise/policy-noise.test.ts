import { expect, test } from 'vitest';
import { noiseOf } from '../../../src/app/noise/policy-noise.ts';
import { compareRuns } from '../../../src/core/compare/compare.ts';
import type { Gate } from '../../../src/core/domain/gate.ts';
import type { HumanLabels } from '../../../src/core/domain/labels.ts';
import type { TaskRun } from '../../../src/core/domain/run.ts';
import { HIGHER } from '../../../src/core/metrics/traits.ts';
import { policyOf } from '../../support/judged-gate.ts';
import { plan, sample } from '../../support/stored-run.ts';

test('a judge counts as it would in a verdict: by the grades of people, and without them not at all', () => {
  const range = { min: 1, max: 5 };
  const metric = {
    ...HIGHER,
    name: 'judge',
    unit: 'number',
    range,
    judge: { ...range, of: ['judge'] },
  } as const;
  const grade = (index: number) => 1 + (index % 5);
  const run: TaskRun = {
    record: {
      ...plan({ side: 'baseline', planned: 100, metrics: [metric], primary_metric: 'judge' }),
      ...{ schema_version: 1, status: { state: 'complete' }, started: '', finished: '' },
    },
    samples: Array.from({ length: 100 }, (_, index) => sample(index, { scores: { judge: grade(index) } })),
  };
  const people = new Map(Array.from({ length: 60 }, (_, index) => [`s${index}`, grade(index)]));
  const graded: HumanLabels = new Map([
    [
      'facts',
      {
        file: 'l.jsonl',
        fault: null,
        metrics: new Map([['judge', { baseline: people, candidate: people }]]),
      },
    ],
  ]);
  const gate: Gate = {
    ...{ rule: 'max_drop', limit: { kind: 'absolute', value: 0.5 }, id: 'facts/judge:max_drop' },
    ...{ task: 'facts', metric: 'judge', tier: 'blocking', source: { kind: 'default' } },
  };
  const measured = (labels: HumanLabels) =>
    noiseOf({
      ...{ comparisons: compareRuns([run], [run], ['facts']), gates: [gate], labels },
      ...{ policy: policyOf(), assumedDiscordance: 0.1, seed: 1 },
    });
  expect(measured(graded)).toMatchObject({ verdict: 'pass', gates: [{ tier: 'blocking' }] });
  expect(measured(new Map())).toMatchObject({ verdict: 'invalid', gates: [{ tier: 'advisory' }] });
});
