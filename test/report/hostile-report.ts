import type { GateResult } from '../../src/core/domain/decision.ts';
import { DRIFT_FEATURES, type MeasuredDrift } from '../../src/core/domain/drift.ts';
import { VERDICTS, type Verdict } from '../../src/core/domain/verdict.ts';
import { buildVerdictFile } from '../../src/report/build.ts';
import type { ReportContext } from '../../src/report/section.ts';
import { CONTEXT, delta, facts, gate, metricResult, model, task } from './examples.ts';

const MEASURED = { least: { rate: 0.9, of: 200 }, most: { rate: 0.98, of: 200 } };

const STUDENT = { kind: 'student', numbers: [-0.1, 0.05, 2], scaled: { factor: 0.5, moved: 0.1 } } as const;
const KEPT = {
  lowest: { value: -0.1, of: [STUDENT], between: { low: STUDENT, high: STUDENT } },
  highest: { value: 0, of: [STUDENT] },
  moved: { rose: { sum: 0, squares: 0 }, fell: { sum: 0.1, squares: 0.01 }, most: 0.3 },
};
const RATES = { predictions: 3, precision: 0.5, recall: null, f1: 0.5 };
const HEALTH = {
  ...{ answers: 9, blank: 1, invisible: 1, repeating: 1, identical: 2 },
  ...{ truncated: 1, thinking: 2, unclosed: 1 },
};

/** A verdict file of every section there is, with foreign text wherever text can come from data, people or a config. */
export function hostileReport(verdict: Verdict, name: string, text: string) {
  const gates: readonly GateResult[] = [
    gate({
      ...{ task: name, metric: text, verdict: 'invalid', reasons: [text, name], limit: text, blocks: true },
      ...{ effective: 1.5, blind: text },
      repeats: {
        ...{ answers: { baseline: 1, candidate: 3 }, noiseShare: 0.6, flaky: { baseline: 0, candidate: 1 } },
        worst: [{ id: text, baseline: { mean: 1, range: 0 }, candidate: { mean: 0.5, range: 1 } }],
      },
    }),
    gate({
      ...{ task: text, metric: name, limit: name, verdict: 'regression' },
      ...{ warnings: [text, name], reasons: [text], against: 'anchor', evidence: 'weak' },
      waived: { by: name, reason: text, expires: `commit ${text}` },
      judge: {
        ...{ metric: text, labels: { baseline: 40, candidate: 40 }, exact: 0.8, needed: 90 },
        ...{ kappa: 0.7, low: 0.5, high: 0.8, level: 0.9 },
        bias: { baseline: { value: 0.1, stderr: 0.05, n: 40 }, candidate: null },
        corrected: { ...delta(-0.1, -0.2, 0), labels: 40, decides: true },
        likes: {
          turned: { baseline: 0.1, candidate: null },
          longer: {
            baseline: { verdicts: 9, preferred: 6, winRate: 0.6, controlled: 0.5 },
            candidate: { verdicts: 0, preferred: 0, winRate: null, controlled: null },
          },
          length: { value: 0.1, low: 0.05, high: 0.15 },
          itself: { sides: ['candidate'], excess: null },
        },
        demotes: true,
      },
    }),
    gate({
      ...{
        task: text,
        metric: name,
        limit: '0',
        rule: 'max_new_failures',
        verdict: 'regression',
        reasons: [text],
      },
      cases: {
        failed: [{ id: text, severity: 'critical', checks: [text], passed: { baseline: 1, candidate: 0 } }],
        flaky: [{ id: name, severity: 'warn', checks: [name], passed: { baseline: 0.6, candidate: 0 } }],
      },
    }),
    gate({
      ...{ task: text, metric: 'vocabulary', rule: 'max_drift', limit: '0.1', verdict: 'regression' },
      ...{ unit: 'number', baseline: null, candidate: null, reasons: [text] },
      delta: { value: 0.3, low: 0.2, high: 0.4, level: 0.9, method: 'drift' },
    }),
    gate({
      ...{ task: text, metric: 'meaning', rule: 'max_drift', limit: '0.1', verdict: 'inconclusive' },
      ...{
        unit: 'number',
        baseline: null,
        candidate: null,
        delta: null,
        test: null,
        reasons: [text],
        leaning: 'none',
      },
    }),
    gate({
      ...{ task: text, rule: 'floor', verdict: 'inconclusive', reasons: [name], needed: 9, leaning: 'none' },
      bound: { side: 'lower', value: 0.9, level: 0.95 },
      sequence: {
        ...{ used: 5, evaluated: 32, planned: 200, stopped: 'regression' },
        progress: [
          { samples: 2, pass: 0, regression: 0.4 },
          { samples: 5, pass: 0, regression: 1.1 },
        ],
      },
      pairedBaseline: { value: 0.5, stderr: 0.1, n: 5 },
      test: { method: text, statistic: 1, pSafe: null, pWorse: null, pLean: 0.2, level: 0.01 },
    }),
    gate({
      ...{ task: text, rule: 'max_group_gap', limit: text, verdict: 'regression', reasons: [name] },
      groups: [
        { group: text, value: 0.9, pairs: 4 },
        { group: name, value: 0.4, pairs: 5 },
      ],
    }),
    gate({
      ...{ task: text, metric: name, limit: text, reasons: [text] },
      average: [
        { task: text, metric: name, share: 0.5, delta: -0.01 },
        { task: name, metric: text, share: 0.5, delta: null },
      ],
    }),
    gate({
      ...{ task: name, metric: text, limit: text, rule: 'net_gain', warnings: [name] },
      net: {
        ...delta(0.01, 0.001, 0.02),
        losses: [{ task: text, metric: name, weight: 1, delta: -0.01, unit: 'rate' }],
      },
    }),
  ];
  const side = (score: number) => ({ score, output: text });
  const waiver = { gate: name, by: text, reason: name, expires: text, source: name };
  const mildest = VERDICTS.indexOf(verdict);
  return buildVerdictFile({
    ...facts(),
    verdict,
    blocked: verdict === 'invalid',
    reasons: verdict === 'invalid' ? [text, name] : [],
    candidate: { ...model(text, 'c'), architecture: name, quantization: text, adapter_digest: name },
    baseline: { ...model(name, 'b'), digest: text },
    anchor: model(text, 'a'),
    reference: {
      model: model(name, 'd'),
      metrics: [
        {
          ...{ task: text, metric: name, unit: 'rate', direction: 'higher_is_better' },
          ...{ pairs: 3, value: 0.9, candidate: 0.8 },
        },
      ],
      unlike: [{ task: name, reason: text }],
    },
    gates: gates.filter((each) => VERDICTS.indexOf(each.verdict) <= mildest),
    waivers: [
      { ...waiver, applied: true, because: null },
      { ...waiver, applied: false, because: text },
    ],
    policyOrigin: {
      revision: text,
      tip: text,
      state: 'changed',
      changes: [
        { subject: text, before: name, after: text, effect: 'looser' },
        { subject: name, before: null, after: text, effect: 'changed' },
        { subject: 'candidate', before: name, after: text, effect: 'changed' },
      ],
      suite: {
        ...{ mode: 'block', digest: text },
        accepted: verdict === 'invalid' ? null : { by: name, reason: text, expires: text },
        changes: (['changed', 'outdated', 'new task', 'pointer'] as const).map((kind) => ({
          ...{ subject: `${kind} ${text}`, before: name, after: text, kind, counts: kind === 'changed' },
          digests: { before: text, after: null },
          size:
            kind === 'changed'
              ? ({ unit: 'rows', added: 1, removed: 2, changed: 3 } as const)
              : ({ unit: 'bytes', before: 1, after: null } as const),
        })),
      },
    },
    ...(verdict === 'pass' ? {} : { untrusted: text }),
    ...(verdict === 'invalid'
      ? { waits: [{ task: text, evaluated: 6, planned: 12 }] }
      : { identicalAnswers: 7 }),
    notes: [text, name],
    curves: {
      files: [{ file: text, digest: name }],
      ...{ faults: [text, name], axis: 'step', fell: 0.5, gated: 30, signs: [name, text] },
      train: [
        { at: 10, value: 2 },
        { at: 30, value: 1 },
      ],
      evaluation: [
        { at: 10, value: 2.2 },
        { at: 30, value: 2.4 },
      ],
      gap: { value: 1.4, train: 1, evaluation: 2.4 },
      rising: { value: 0.09, best: { at: 10, value: 2.2 }, last: 2.4, since: 1 },
    },
    drift: [
      { task: text, planned: 9, answered: 2, unmeasured: name, features: [] },
      {
        ...{ task: name, planned: 60, answered: 60 },
        features: [
          ...DRIFT_FEATURES.map(
            (feature): MeasuredDrift => ({
              ...{ feature, metric: text, status: 'moved', prompts: 60, matters: 0.1, p: 0.003 },
              ...{ baseline: 54, candidate: 74, effect: { value: 0.38, low: 0.31, high: 0.44 } },
              shares: [{ name: text, baseline: 0.1, candidate: 0.5 }],
              words: { baseline: [text], candidate: [name, text] },
            }),
          ),
          { feature: 'judge', metric: name, status: 'not measured', reason: text } as const,
        ],
      },
    ],
    crossValidation: [
      {
        task: text,
        folds: [
          { fold: text, source: name, samples: 30 },
          { fold: name, source: text, samples: 30, unchecked: true },
        ],
        changes: [
          {
            ...{ metric: text, filter: name, byFold: [0.01, null] },
            recipe: { value: 0.01, low: -0.2, high: 0.22, level: 0.9 },
          },
        ],
      },
    ],
    policy: {
      ...facts().policy,
      identical: { value: 'warn', source: { kind: 'file', file: text, line: 4 } },
      limits: {
        [`${name}/${text}:max_drop`]: { value: text, source: { kind: 'file', file: name, line: 3 } },
        [text]: { value: name, source: { kind: 'input', name: text } },
      },
    },
    comparability: [
      { task: name, field: 'prompt', baseline: text, candidate: name, severity: 'hard' },
      { task: name, field: 'settings', setting: text, baseline: name, candidate: text, severity: 'hard' },
      { task: text, field: 'seed', baseline: name, candidate: 7, severity: 'soft', against: 'anchor' },
    ],
    tasks: [
      task({
        task: name,
        primaryMetric: text,
        ...{ stopped: 'decided', orderSeed: 7, answers: { baseline: HEALTH, candidate: HEALTH } },
        askedAgain: { rows: 2, of: 10, first: [text, name] },
        metrics: [
          metricResult({
            ...{ metric: text, groups: [{ group: text, pairs: 3, delta: -0.1, proven: true }] },
            basis: {
              declaration: {
                ...{ name, direction: 'higher_is_better', kind: 'corpus', unit: 'rate', scale: 'linear' },
                ...{ range: { min: 0, max: 1 }, weak: false, aggregate: 'f1_macro', classes: [name, text] },
                ...{
                  repeated: true,
                  group_average: 'macro',
                  judge: { min: 0, max: 1, step: 0.5, of: [text], apart: true },
                  errors: { sensitivity: MEASURED, specificity: MEASURED },
                },
              },
              ...{ filter: text, planned: 3, scored: { pairs: 2, candidate: 3 }, repeated: false },
              ...{ baseline: { value: 0.5, stderr: 0.1, n: 3 }, value: delta(0.5, 0.1, null) },
              counts: {
                delta: { lowest: { rose: 0, fell: 1, pairs: 3 }, highest: { rose: 1, fell: 1, pairs: 3 } },
                value: { lowest: { events: 1, n: 3 }, highest: { events: 2, n: 3 } },
              },
              estimates: { delta: KEPT, value: null },
            },
          }),
        ],
        basis: {
          ...{
            design: 'full',
            limited: false,
            keepsAnswers: true,
            guessing: { chance: 0.25, majority: null },
          },
          answers: { baseline: { ...HEALTH, samples: 9, chosen: false }, candidate: null },
        },
        flips: [{ id: name, group: text, question: text, baseline: side(1), candidate: side(0) }],
        byClass: {
          ...{ metric: text, unlabelled: { baseline: 1, candidate: 2 } },
          classes: [{ class: text, samples: 0, baseline: RATES, candidate: RATES }],
        },
      }),
    ],
    cost: {
      samples: { planned: 10, evaluated: 10, reused: 2 },
      tokens: { prompt: 1, output: 1, thinking: 1 },
    },
    provenance: {
      weighbridge: name,
      config: { file: text, digest: name },
      given: {
        ...{ baseline: text, candidate: name, results: true, full: true },
        folds: { file: text, results: [{ fold: name, path: text }] },
      },
      baseline: {
        attempts: [
          { source: text, reason: name },
          { source: name, reason: null },
        ],
        origin: { commit: text, date: name, by: text },
        max_age_days: 3,
        accepted: [text],
      },
      fingerprints: { [name]: { baseline: { prompt: text }, candidate: { prompt: name, dtype: text } } },
    },
  });
}

/** With what the workflow's author adds. */
export const hostileContext = (text: string): ReportContext => ({
  ...CONTEXT,
  speeds: [
    {
      ...{ task: text, side: 'candidate', answers: 1, latency: { p50: 1, p95: 2 }, firstToken: 0.5 },
      ...{ tokensPerSecond: 3, cost: 4, currency: text, machines: [text, 'other'] },
    },
  ],
  envAllow: [text],
  directory: text,
  now: '2026-11-21T00:00:00Z',
});
