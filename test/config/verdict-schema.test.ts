import { describe, expect, test } from 'vitest';
import { verdictFileSchema } from '../../src/config/verdict-schema.ts';
import type { VerdictFile } from '../../src/core/domain/decision.ts';

const estimate = { value: 0.6, stderr: null, n: 1 };
const FILE: VerdictFile = {
  schemaVersion: 1,
  verdict: 'regression',
  exitCode: 1,
  blocked: true,
  proven: false,
  summary: 'facts/acc fell by 5 points',
  reasons: [],
  candidate: null,
  baseline: {
    ...{ source: 'b.gguf', digest: 'sha256:0', adapter_digest: null },
    ...{ architecture: 'llama', parameter_count: 8e5, quantization: null },
  },
  policy: {
    alpha: { value: 0.05, source: { kind: 'default' } },
    onInconclusive: { value: 'lean', source: { kind: 'input', name: 'on-inconclusive' } },
    target: { value: 'auto', source: { kind: 'file', file: 'w.yml', line: 3 } },
    leanAlpha: { value: 0.25, source: { kind: 'default' } },
    minCoverage: { value: 0.99, source: { kind: 'default' } },
    limits: { 'facts/acc:max_drop': { value: '2pp', source: { kind: 'flag', name: '--max-drop' } } },
  },
  gates: [
    {
      ...{
        id: 'facts/acc:max_drop',
        task: 'facts',
        metric: 'acc',
        rule: 'max_drop',
        limit: '2pp',
        margin: 0.02,
      },
      ...{
        unit: 'rate',
        direction: 'higher_is_better',
        tier: 'blocking',
        verdict: 'regression',
        reasons: [],
      },
      ...{ baseline: estimate, candidate: estimate, pairs: 400, needed: null, minimumDetectable: 0.04 },
      delta: { value: -0.05, low: -0.07, high: -0.03, level: 0.9, method: 'tango' },
      bound: null,
      unpaired: { baseline: 0, candidate: 0 },
      unscored: { baseline: 0, candidate: 0 },
      flips: { regressed: 24, improved: 4 },
      leaning: null,
      test: { method: 'tango', statistic: -3, pSafe: 0.99, pWorse: 0.001 },
      blocks: true,
    },
  ],
  comparability: [{ task: 'facts', field: 'dtype', baseline: 'f16', candidate: null, severity: 'soft' }],
  tasks: [
    {
      ...{ task: 'facts', role: 'general', primaryMetric: 'acc', pairs: 400, metrics: [] },
      samples: { baseline: { planned: 400, evaluated: 400 }, candidate: { planned: 400, evaluated: 400 } },
      flips: [
        { id: '1', group: null, baseline: { score: 1, output: 'a' }, candidate: { score: 0, output: null } },
      ],
    },
  ],
  cost: { samples: { planned: 800, evaluated: 800 }, tokens: { prompt: 9, output: 0 } },
  provenance: {
    weighbridge: '0.1.0',
    config: { file: null, digest: null },
    fingerprints: { facts: { baseline: { dataset: 'sha256:1', limit: null }, candidate: null } },
  },
};

test('a verdict file is read back as it was written', () => {
  expect(verdictFileSchema.parse(JSON.parse(JSON.stringify(FILE)))).toEqual(FILE);
});

describe('what is no verdict file is refused', () => {
  test.each([
    ['an unknown verdict', { verdict: 'ok' }],
    ['a missing verdict', { verdict: undefined }],
    ['another version', { schemaVersion: 2 }],
    ['an unknown key', { approved: true }],
    ['blocked as text', { blocked: 'false' }],
    ['an exit code out of range', { exitCode: 6 }],
    ['a negative count', { cost: { ...FILE.cost, tokens: { prompt: -1, output: 0 } } }],
    ['a gate without its verdict', { gates: [{ ...FILE.gates[0], verdict: undefined }] }],
    ['an infinite delta', { gates: [{ ...FILE.gates[0], margin: Number.POSITIVE_INFINITY }] }],
  ])('%s', (_, change) => {
    expect(verdictFileSchema.safeParse({ ...FILE, ...change }).success).toBe(false);
  });
});
