import { describe, expect, test } from 'vitest';
import { compareRuns } from '../../src/core/compare/compare.ts';
import { decide } from '../../src/core/decide/decide.ts';
import type { Gate } from '../../src/core/domain/gate.ts';
import type { ModelIdentity } from '../../src/core/domain/model.ts';
import { type FactSources, type ReportedRun, verdictFacts } from '../../src/report/build.ts';
import { BITS, record, run } from '../core/compare/build.ts';
import { gate, maxDrop, policy } from '../core/decide/build.ts';

const identity = (digest: string): ModelIdentity => ({ ...record().model, digest });

function reported(
  task: string,
  scores: readonly number[],
  overrides: Partial<ReportedRun['record']> = {},
): ReportedRun {
  const samples = run(scores).samples.map((sample) => ({
    ...sample,
    usage: { prompt_tokens: 10, output_tokens: 2 },
  }));
  return { record: record({ task, planned: scores.length, ...overrides }), samples };
}

function facts(runs: FactSources['runs'], gates: readonly Gate[] = [gate(maxDrop(0.02))]) {
  const comparisons = compareRuns(runs.baseline, runs.candidate, ['facts']);
  const decision = decide({ comparisons, gates, policy: policy() });
  const config = { file: 'w.yml', digest: 'sha256:c' };
  return {
    decision,
    found: verdictFacts({ version: '1.2.3', config, gates, policy: policy(), runs, comparisons, decision }),
  };
}
const BOTH = { baseline: [reported('facts', [1, 1, 0, 1])], candidate: [reported('facts', [1, 1, 0, 1])] };

describe('the facts of a verdict', () => {
  test('verdict, reasons and gates are the decision, unchanged', () => {
    const { decision, found } = facts(BOTH);
    const { verdict, blocked, reasons, gates } = decision;
    expect(found).toMatchObject({ verdict, blocked, reasons, gates });
  });

  test('cost adds up both sides', () => {
    const { found } = facts({ ...BOTH, candidate: [reported('facts', [1, 1], { planned: 4 })] });
    expect(found.cost).toEqual({ samples: { planned: 8, evaluated: 6 }, tokens: { prompt: 60, output: 12 } });
  });

  test.each<[string, readonly ReportedRun[], string | null]>([
    ['one model', [reported('facts', [1]), reported('other', [1])], 'sha256:m'],
    ['two models', [reported('facts', [1]), reported('other', [1], { model: identity('sha256:n') })], null],
    ['no run', [], null],
  ])('the model of a side with %s', (_, candidate, digest) => {
    expect(facts({ baseline: BOTH.baseline, candidate }).found.candidate?.digest ?? null).toBe(digest);
  });

  test.each([
    ['a rate', {}, 'acc', '2pp'],
    ['bits', { metrics: [BITS], primary_metric: 'bits_per_byte' }, 'bits_per_byte', '0.02'],
  ])('a limit of %s is written in its unit, with its source', (_, overrides, metric, value) => {
    const one = gate(maxDrop(0.02), { id: 'the gate', metric });
    const runs = {
      baseline: [reported('facts', [1], overrides)],
      candidate: [reported('facts', [1], overrides)],
    };
    expect(facts(runs, [one]).found.policy.limits).toEqual({ 'the gate': { value, source: one.source } });
  });

  test('fingerprints of every task, sorted, null for a side that did not run it', () => {
    const { found } = facts({
      baseline: [reported('b', [1]), reported('a', [1])],
      candidate: [reported('b', [1])],
    });
    const { fingerprint } = record();
    expect(found.provenance).toEqual({
      weighbridge: '1.2.3',
      config: { file: 'w.yml', digest: 'sha256:c' },
      fingerprints: {
        a: { baseline: fingerprint, candidate: null },
        b: { baseline: fingerprint, candidate: fingerprint },
      },
    });
    expect(Object.keys(found.provenance.fingerprints)).toEqual(['a', 'b']);
  });
});
