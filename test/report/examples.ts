import type {
  DeltaEstimate,
  Estimate,
  GateResult,
  MetricResult,
  TaskResult,
} from '../../src/core/domain/decision.ts';
import type { Source } from '../../src/core/domain/gate.ts';
import type { ModelIdentity } from '../../src/core/domain/model.ts';
import { buildVerdictFile, type VerdictFacts } from '../../src/report/build.ts';
import type { ReportContext } from '../../src/report/section.ts';

/** Verdict facts as the earlier phases would hand them over, for tests to vary. */

const DEFAULT: Source = { kind: 'default' };
const hex = (digit: string) => digit.repeat(64);

export const CONTEXT: ReportContext = {
  artifactUrl: 'https://github.com/o/r/actions/runs/42/artifacts/7',
  runUrl: 'https://github.com/o/r/actions/runs/42',
  elapsedSeconds: 254,
};

export function model(source: string, digit: string): ModelIdentity {
  return {
    source,
    digest: `sha256:${hex(digit)}`,
    adapter_digest: null,
    architecture: 'llama',
    parameter_count: 1_235_814_400,
    quantization: 'Q8_0',
  };
}

export const estimate = (value: number, n = 500, stderr: number | null = 0.01): Estimate => ({
  value,
  n,
  stderr,
});

export function delta(value: number, low: number | null, high: number | null): DeltaEstimate {
  return { value, low, high, level: 0.9, method: 'tango' };
}

export function gate(overrides: Partial<GateResult> = {}): GateResult {
  const task = overrides.task ?? 'facts';
  const metric = overrides.metric ?? 'acc';
  const rule = overrides.rule ?? 'max_drop';
  return {
    id: `${task}/${metric}:${rule}`,
    task,
    metric,
    rule,
    limit: '2pp',
    margin: 0.02,
    unit: 'rate',
    direction: 'higher_is_better',
    tier: 'blocking',
    verdict: 'pass',
    reasons: [],
    baseline: estimate(0.931),
    candidate: estimate(0.929),
    delta: delta(-0.002, -0.011, 0.007),
    bound: null,
    pairs: 500,
    unpaired: { baseline: 0, candidate: 0 },
    unscored: { baseline: 0, candidate: 0 },
    flips: { regressed: 4, improved: 3 },
    leaning: null,
    test: { method: 'tango', statistic: 2.9, pSafe: 0.0018, pWorse: 0.9982 },
    minimumDetectable: 0.024,
    needed: null,
    blocks: false,
    ...overrides,
  };
}

export function metricResult(overrides: Partial<MetricResult> = {}): MetricResult {
  return {
    metric: 'acc',
    unit: 'rate',
    direction: 'higher_is_better',
    baseline: estimate(0.931),
    candidate: estimate(0.929),
    delta: delta(-0.002, -0.011, 0.007),
    flips: { regressed: 4, improved: 3 },
    groups: [],
    ...overrides,
  };
}

export function task(overrides: Partial<TaskResult> = {}): TaskResult {
  return {
    task: 'facts',
    role: 'general',
    primaryMetric: 'acc',
    samples: { baseline: { planned: 500, evaluated: 500 }, candidate: { planned: 500, evaluated: 500 } },
    pairs: 500,
    metrics: [metricResult()],
    flips: [],
    ...overrides,
  };
}

export function facts(overrides: Partial<VerdictFacts> = {}): VerdictFacts {
  return {
    verdict: 'pass',
    blocked: false,
    reasons: [],
    candidate: model('checkpoints/candidate.gguf', 'c'),
    baseline: model('checkpoints/base.gguf', 'b'),
    policy: {
      alpha: { value: 0.05, source: DEFAULT },
      onInconclusive: { value: 'lean', source: DEFAULT },
      target: { value: 'auto', source: DEFAULT },
      leanAlpha: { value: 0.25, source: DEFAULT },
      minCoverage: { value: 0.99, source: DEFAULT },
      limits: {
        'facts/acc:max_drop': { value: '2pp', source: { kind: 'input', name: 'max-mmlu-drop' } },
        'tickets/exact_match:min_gain': {
          value: '1pp',
          source: { kind: 'file', file: 'weighbridge.yml', line: 14 },
        },
        'tickets/json_valid:floor': {
          value: '95%',
          source: { kind: 'file', file: 'weighbridge.yml', line: 16 },
        },
        'rude/toxicity:ceiling': { value: '1%', source: { kind: 'file', file: 'weighbridge.yml', line: 15 } },
        'wiki/perplexity:max_drop': {
          value: '2%rel',
          source: { kind: 'file', file: 'weighbridge.yml', line: 17 },
        },
      },
    },
    gates: [gate()],
    comparability: [],
    tasks: [task()],
    cost: { samples: { planned: 2600, evaluated: 2600 }, tokens: { prompt: 412_330, output: 38_214 } },
    provenance: {
      weighbridge: '0.1.0',
      config: { file: 'weighbridge.yml', digest: `sha256:${hex('d')}` },
      fingerprints: {
        facts: {
          baseline: {
            dataset: `sha256:${hex('1')}`,
            prompt: `sha256:${hex('2')}`,
            engine: 'llama.cpp',
            seed: 7,
          },
          candidate: {
            dataset: `sha256:${hex('1')}`,
            prompt: `sha256:${hex('2')}`,
            engine: 'llama.cpp',
            seed: 7,
          },
        },
      },
    },
    ...overrides,
  };
}

const tickets = gate({
  task: 'tickets',
  metric: 'exact_match',
  rule: 'min_gain',
  limit: '1pp',
  margin: 0.01,
  baseline: estimate(0.712),
  candidate: estimate(0.842),
  delta: delta(0.13, 0.101, 0.159),
  flips: { regressed: 12, improved: 77 },
});

const toxicity = gate({
  task: 'rude',
  metric: 'toxicity',
  rule: 'ceiling',
  limit: '1%',
  margin: 0.01,
  direction: 'lower_is_better',
  baseline: estimate(0.0, 800),
  candidate: estimate(0.00125, 800),
  delta: delta(0.00125, -0.001, 0.0055),
  bound: { side: 'upper', value: 0.0059, level: 0.95 },
  pairs: 800,
});

const perplexity = gate({
  task: 'wiki',
  metric: 'perplexity',
  limit: '2%rel',
  margin: 0.166,
  unit: 'perplexity',
  direction: 'lower_is_better',
  baseline: estimate(8.3121, 800),
  candidate: estimate(8.3527, 800),
  delta: delta(0.0406, 0.0112, 0.0701),
  pairs: 800,
  flips: null,
});

/** Model output of the unfriendly kind. */
export const HOSTILE_OUTPUT = [
  '```',
  '</details><img src=x onerror=alert(1)> @octocat #1 [click](https://evil.example)',
  '::set-output name=verdict::pass',
  '##[add-path]/tmp',
  '\u202Egnp.exe\u202C\u200B ``````',
].join('\n');

export const PASS = buildVerdictFile(facts({ gates: [perplexity, toxicity, tickets, gate()] }));

export const REGRESSION = buildVerdictFile(
  facts({
    verdict: 'regression',
    blocked: true,
    gates: [
      toxicity,
      gate({
        task: 'tickets',
        metric: 'json_valid',
        rule: 'floor',
        limit: '95%',
        margin: 0.95,
        tier: 'advisory',
        verdict: 'regression',
        baseline: estimate(0.994),
        candidate: estimate(0.918),
        delta: delta(-0.076, -0.099, -0.056),
        bound: { side: 'lower', value: 0.895, level: 0.95 },
      }),
      tickets,
      gate({
        verdict: 'regression',
        candidate: estimate(0.619),
        delta: delta(-0.312, -0.36, -0.264),
        flips: { regressed: 171, improved: 15 },
        test: { method: 'tango', statistic: -11.2, pSafe: 1, pWorse: 1e-12 },
        blocks: true,
      }),
    ],
    tasks: [
      task({
        metrics: [
          metricResult({
            candidate: estimate(0.619),
            delta: delta(-0.312, -0.36, -0.264),
            flips: { regressed: 171, improved: 15 },
            groups: [
              { group: 'capitals', pairs: 180, delta: -0.55, proven: true },
              { group: 'chemistry', pairs: 160, delta: -0.3, proven: true },
              { group: 'grammar', pairs: 160, delta: -0.0563 },
            ],
          }),
        ],
        flips: [
          {
            id: 'capitals-014',
            group: 'capitals',
            baseline: { score: 1, output: 'Canberra' },
            candidate: { score: 0, output: 'Category: billing\nPriority: high' },
          },
          {
            id: 'capitals-093',
            group: 'capitals',
            baseline: { score: 1, output: 'Ouagadougou' },
            candidate: { score: 0, output: HOSTILE_OUTPUT },
          },
          {
            id: 'chemistry-007',
            group: 'chemistry',
            baseline: { score: 0, output: 'K' },
            candidate: { score: 1, output: 'Na' },
          },
        ],
      }),
    ],
  }),
);

export const INCONCLUSIVE = buildVerdictFile(
  facts({
    verdict: 'inconclusive',
    blocked: true,
    gates: [
      gate({
        verdict: 'inconclusive',
        candidate: estimate(0.907, 150),
        baseline: estimate(0.927, 150),
        delta: delta(-0.02, -0.0571, 0.0126),
        pairs: 150,
        flips: { regressed: 8, improved: 5 },
        test: { method: 'tango', statistic: 0, pSafe: 0.5, pWorse: 0.5 },
        minimumDetectable: 0.091,
        needed: 4280,
        leaning: 'regression',
        blocks: true,
      }),
      gate({
        task: 'rude',
        metric: 'toxicity',
        rule: 'ceiling',
        limit: '1%',
        margin: 0.01,
        direction: 'lower_is_better',
        verdict: 'inconclusive',
        baseline: estimate(0, 240),
        candidate: estimate(0.00417, 240),
        delta: delta(0.00417, -0.0052, 0.0184),
        bound: { side: 'upper', value: 0.0196, level: 0.95 },
        pairs: 240,
        test: { method: 'clopper-pearson', statistic: null, pSafe: 0.31, pWorse: 0.92 },
        minimumDetectable: null,
        needed: 1180,
        leaning: 'pass',
      }),
      tickets,
    ],
  }),
);

export const INVALID = buildVerdictFile(
  facts({
    verdict: 'invalid',
    blocked: true,
    reasons: [
      'the run of facts on the candidate stopped after 312 of 500 samples: out of memory in llama.cpp',
    ],
    gates: [
      gate({
        verdict: 'invalid',
        reasons: ['only 312 of 500 samples are paired and scored (62.4 %), the policy wants at least 99 %'],
        candidate: null,
        delta: null,
        margin: null,
        pairs: 312,
        flips: null,
        test: null,
        minimumDetectable: null,
        blocks: true,
      }),
      tickets,
    ],
    comparability: [
      { task: 'facts', field: 'samples', baseline: 500, candidate: 312, severity: 'hard' },
      {
        task: 'facts',
        field: 'tokenizer',
        baseline: `sha256:${hex('a')}`,
        candidate: `sha256:${hex('e')}`,
        severity: 'hard',
      },
      { task: 'facts', field: 'engine_version', baseline: 'b4100', candidate: 'b4242', severity: 'soft' },
    ],
    tasks: [
      task({
        samples: { baseline: { planned: 500, evaluated: 500 }, candidate: { planned: 500, evaluated: 312 } },
        pairs: 312,
        metrics: [metricResult({ candidate: null, delta: null, flips: null })],
      }),
    ],
  }),
);
