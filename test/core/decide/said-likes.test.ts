import { describe, expect, test } from 'vitest';
import { verdictFileSchema } from '../../../src/config/verdict-schema.ts';
import { compareRuns } from '../../../src/core/compare/compare.ts';
import { decide } from '../../../src/core/decide/decide.ts';
import type { Source } from '../../../src/core/domain/gate.ts';
import type { HumanLabels } from '../../../src/core/domain/labels.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';
import type { Side, TaskRun } from '../../../src/core/domain/run.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { corpus, FROM_0_TO_1, HIGHER, LOWER } from '../../../src/core/metrics/traits.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import { policyOf } from '../../support/judged-gate.ts';
import { plan, sample } from '../../support/stored-run.ts';

const source: Source = { kind: 'default' };
const SAMPLES = 120;
const of = { min: 0, max: 1, of: ['win_rate'] } as const;
const METRICS: readonly MetricDeclaration[] = [
  { ...HIGHER, name: 'win_rate', judge: of },
  { ...corpus(FROM_0_TO_1, 'win_rate_length_controlled'), name: 'win_rate.length_controlled', judge: of },
  { ...LOWER, name: 'win_rate.flipped' },
];
type Sided = 'baseline' | 'candidate';

interface Judging {
  /** Letters of an answer, and of its reference. */
  readonly lengths: (index: number) => readonly [own: number, reference: number];
  readonly win: (index: number, side: Sided) => number;
  readonly flipped?: (index: number) => number;
  /** Null where nobody graded. */
  readonly person?: (index: number, side: Sided) => number;
  readonly scorers?: string;
  readonly model?: Partial<Record<Sided, { readonly source?: string; readonly digest?: string }>>;
}

function gateOf({ lengths, win, flipped = () => 0, person, scorers = '', model = {} }: Judging) {
  const scored = (index: number, side: Sided): SampleRecord => {
    const [own, reference] = lengths(index);
    const scores = {
      win_rate: win(index, side),
      'win_rate.length_controlled': { parts: [win(index, side), own - reference] },
      'win_rate.flipped': flipped(index),
    };
    return sample(index, { scores, output: `${side[0]}${'x'.repeat(own - 1)}` });
  };
  const run = (side: Sided & Side): TaskRun => ({
    record: {
      ...plan({
        ...{ side, planned: SAMPLES, metrics: METRICS, primary_metric: 'win_rate' },
        fingerprint: { ...plan().fingerprint, scorers },
        model: { ...plan().model, digest: side, ...model[side] },
      }),
      ...{ schema_version: 1, status: { state: 'complete' }, started: '', finished: '' },
    },
    samples: Array.from({ length: SAMPLES }, (_, index) => scored(index, side)),
  });
  const graded = (side: Sided) =>
    new Map(Array.from({ length: SAMPLES }, (_, index) => [`s${index}`, person?.(index, side) ?? 0]));
  const grading = { baseline: graded('baseline'), candidate: graded('candidate') };
  const labels: HumanLabels =
    person === undefined
      ? new Map()
      : new Map([['facts', { file: 'l.jsonl', fault: null, metrics: new Map([['win_rate', grading]]) }]]);
  const [gate] = decide({
    comparisons: compareRuns([run('baseline')], [run('candidate')], ['facts']),
    gates: [
      {
        ...{ id: 'g', task: 'facts', metric: 'win_rate', tier: 'blocking', source },
        ...{ rule: 'max_drop', limit: { kind: 'absolute', value: 0.3 } },
      },
    ],
    labels: { baseline: labels, anchor: new Map() },
    policy: policyOf(),
  }).gates;
  if (gate === undefined) throw new Error('no gate');
  return verdictFileSchema.shape.gates.element.parse(JSON.parse(JSON.stringify(gate)));
}

const random = mulberry32(3);
const DRAWS = Array.from({ length: SAMPLES }, () => random());
const fair = (index: number) => Number((DRAWS[index] ?? 0) < 0.5);
const lengths = (index: number) => [40 + ((index * 7) % 60), 70] as const;
const isLong = (index: number) => lengths(index)[0] > 70;
const said = (gate: ReturnType<typeof gateOf>) => gate.reasons.join('\n');

describe('what a judge likes is said where its agreement is', () => {
  test('length: how many verdicts go to the longer answer, and what is left at equal length', () => {
    const own = (index: number) => lengths(index)[0];
    const gate = gateOf({
      lengths: (index) => [own(index), 55],
      win: (index) => Number(own(index) > 55 || fair(index) === 1),
    });
    const { candidate } = gate.judge?.likes?.longer ?? {};
    expect(candidate?.controlled).toBeLessThan((candidate?.winRate ?? 0) - 0.03);
    expect((candidate?.preferred ?? 0) / (candidate?.verdicts ?? 1)).toBeGreaterThan(0.7);
    expect(said(gate)).toMatch(
      /verdicts on answers of unlike length \d+(\.\d)? % are for the longer; at equal length/,
    );
    expect(gate.judge?.likes).not.toHaveProperty('length');
  });

  test('length beyond what people like, where they graded', () => {
    const gate = gateOf({
      lengths,
      person: fair,
      win: (index) => (isLong(index) && index % 3 === 0 ? 1 : fair(index)),
    });
    expect(gate.judge?.likes?.length?.low).toBeGreaterThan(0);
    expect(said(gate)).toMatch(/The judge likes length: beyond what people do, it gives the longer half/);
  });

  test('nothing of it where people like length as much', () => {
    const win = (index: number) => Number(isLong(index));
    const gate = gateOf({ lengths, person: win, win });
    expect(gate.judge?.likes?.length).toEqual({ value: 0, low: 0, high: 0 });
    expect(said(gate)).not.toMatch(/likes length/);
  });

  test('the place of an answer', () => {
    const gate = gateOf({ lengths, win: () => 0.5, flipped: (index) => index % 2 });
    expect(gate.judge?.likes?.turned).toEqual({ baseline: 0.5, candidate: 0.5 });
    expect(said(gate)).toMatch(/Up to 50(\.0)? % of the judge's comparisons turn with the order/);
  });

  const ITSELF = 'win_rate@1#0123456789abcdef:gpt-x:fp_1';
  const own = { candidate: { source: 'gpt-x at http://localhost:1/v1 (weights not identified)' } };

  test('its own answers, by as much as people show', () => {
    const flatters = (index: number, side: Sided) =>
      side === 'candidate' && index % 4 === 0 ? 1 : fair(index);
    const gate = gateOf({ lengths, win: flatters, person: fair, scorers: ITSELF, model: own });
    expect(gate.judge?.likes?.itself).toMatchObject({ sides: ['candidate'] });
    expect(gate.judge?.likes?.itself?.excess?.low).toBeGreaterThan(0);
    expect(said(gate)).toMatch(/The judge is the model of the candidate itself: beyond what people do/);
  });

  test.each([
    ['by name', ITSELF, own, ['candidate']],
    [
      'by the digest of its file',
      'judge@1#0123456789abcdef:sha256_aa',
      { baseline: { digest: 'sha256:aa' }, candidate: { digest: 'sha256:aa' } },
      ['baseline', 'candidate'],
    ],
  ])('its own answers, %s, of which nobody knows how much', (_, scorers, model, sides) => {
    const gate = gateOf({ lengths, win: fair, scorers, model });
    expect(gate.judge?.likes?.itself).toEqual({ sides, excess: null });
    expect(said(gate)).toMatch(/nobody's grades say how much it likes its own answers/);
  });

  test.each([
    ['another judge', 'win_rate@1#0123456789abcdef:gpt-y', own],
    ['a judge that is not identified', 'win_rate@1#0123456789abcdef', own],
    ['no scorers', '', own],
  ])('%s is none of the sides', (_, scorers, model) => {
    expect(gateOf({ lengths, win: fair, scorers, model }).judge?.likes).not.toHaveProperty('itself');
  });
});
