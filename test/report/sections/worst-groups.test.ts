import { describe, expect, test } from 'vitest';
import type { Flip, GateResult, MetricResult, VerdictFile } from '../../../src/core/domain/decision.ts';
import { toPlain } from '../../../src/report/inline.ts';
import { worstGroupsSection } from '../../../src/report/sections/worst-groups.ts';

const flip = (
  id: string,
  group: string,
  scores: readonly [number, number],
  output = 'x'.repeat(70),
): Flip => ({
  ...{ id, group },
  baseline: { score: scores[0], output: 'Canberra' },
  candidate: { score: scores[1], output },
});

interface Fallen {
  readonly verdict?: GateResult['verdict'];
  readonly tier?: GateResult['tier'];
  readonly metric?: string;
  readonly direction?: MetricResult['direction'];
  readonly groups?: MetricResult['groups'];
  readonly flips?: readonly Flip[];
  readonly rule?: GateResult['rule'];
  /** Of the gate itself. */
  readonly own?: GateResult['groups'];
}

function said({
  verdict = 'regression',
  tier = 'blocking',
  metric = 'acc',
  rule = 'max_drop',
  own,
  ...more
}: Fallen): readonly string[] {
  const { direction = 'higher_is_better', groups = [], flips = [] } = more;
  const gate = { task: 'facts', metric, rule, tier, verdict, groups: own } as GateResult;
  const metrics = [{ metric, unit: 'rate', direction, groups }];
  const tasks = [{ task: 'facts', primaryMetric: 'acc', metrics, flips }];
  const { blocks } = worstGroupsSection({ gates: [gate], tasks } as unknown as VerdictFile);
  return blocks.map((block) => (block.kind === 'paragraph' ? toPlain(block.content) : block.kind));
}

const group = (name: string, delta: number) => ({ group: name, pairs: 40, delta });
const proven = (name: string, delta: number) => ({ ...group(name, delta), proven: true as const });
const GROUPS = [proven('capitals', -0.55), proven('chemistry', -0.3), group('a', -0.1), group('b', -0.05)];

describe('where a regression lies', () => {
  test('is told by the groups that fell most, and a sample of the first', () => {
    const flips = [
      flip('chemistry-1', 'chemistry', [1, 0]),
      flip('capitals-1', 'capitals', [0, 1]),
      flip('capitals-2', 'capitals', [1, 0]),
    ];
    expect(said({ groups: GROUPS, flips })).toEqual([
      'Worst groups of facts: capitals −55.0 pp (40 pairs), chemistry −30.0 pp (40 pairs). Not proven by themselves: a −10.0 pp (40 pairs).',
      `Such as capitals-2: the baseline said Canberra, the candidate ${'x'.repeat(59)}….`,
    ]);
  });

  test('follows the direction of the metric', () => {
    const rude = { metric: 'toxicity', direction: 'lower_is_better' } as const;
    expect(said({ ...rude, groups: [group('worse', 0.2), group('better', -0.2)] })).toEqual([
      'Worst groups of facts, none proven by itself: worse +20.0 pp (40 pairs).',
    ]);
  });

  test('is told by what is proven before what fell further by chance', () => {
    const few = ['x', 'y', 'z'].map((name) => ({ ...group(name, -0.5), pairs: 4 }));
    expect(said({ groups: [...few, proven('law', -0.2)] })).toEqual([
      'Worst groups of facts: law −20.0 pp (40 pairs). Not proven by themselves: x −50.0 pp (4 pairs), y −50.0 pp (4 pairs).',
    ]);
  });

  test('is told by a sample alone where there are no groups, and an empty answer is told as one', () => {
    expect(said({ flips: [flip('s1', 'any', [1, 0], '  ')] })).toEqual([
      'Such as s1: the baseline said Canberra, the candidate (empty).',
    ]);
  });

  test('is told by what was asked, where that was kept, and digests are cut', () => {
    const asked = { ...flip(`law/${'a'.repeat(64)}`, 'any', [1, 0], 'No'), question: 'Is it legal?' };
    expect(said({ flips: [asked] })).toEqual([
      'Such as Is it legal? (law/aaaaaaaaaaaa): the baseline said Canberra, the candidate No.',
    ]);
  });

  test('is told by scores where nothing was said', () => {
    const { id, group: name, baseline, candidate } = flip('s1', 'any', [1, 0.25]);
    const silent = {
      id,
      group: name,
      baseline: { ...baseline, output: null },
      candidate: { ...candidate, output: null },
    };
    expect(said({ flips: [silent] })).toEqual(['Such as s1: 100.0 % before, 25.0 % now.']);
  });

  test.each(['pass', 'inconclusive'] as const)('of %s is told by what is proven alone', (verdict) => {
    const flips = [flip('capitals-2', 'capitals', [1, 0], 'No')];
    expect(said({ verdict, groups: GROUPS, flips })).toEqual([
      'Proven losses in groups of facts: capitals −55.0 pp (40 pairs), chemistry −30.0 pp (40 pairs).',
      'Such as capitals-2: the baseline said Canberra, the candidate No.',
    ]);
  });

  test('is not told twice where a gate on groups has named the one in its headline', () => {
    const flips = [flip('law-1', 'law', [1, 0], 'No')];
    const named = { rule: 'no_regression_by_group', groups: [proven('law', -0.2)], flips } as const;
    const own = [{ group: 'law', value: -0.2, pairs: 40 }];
    expect(said({ ...named, own })).toEqual(['Such as law-1: the baseline said Canberra, the candidate No.']);
    // What the gate has proven is proven, also where nothing else would prove it.
    expect(said({ ...named, groups: [group('law', -0.2), group('a', -0.1)], own })[0]).toBe(
      'Worst groups of facts: law −20.0 pp (40 pairs). Not proven by themselves: a −10.0 pp (40 pairs).',
    );
  });

  test.each<[string, Fallen]>([
    ['nothing regressed, and no loss is proven', { verdict: 'pass', groups: [group('a', -0.5)] }],
    ['nothing could be judged', { verdict: 'invalid', groups: GROUPS }],
    ['what regressed is advisory', { tier: 'advisory', groups: GROUPS }],
    ['nothing fell', { groups: [group('a', 0.1)] }],
    ['samples are kept of another metric', { metric: 'f1', flips: [flip('s1', 'any', [1, 0])] }],
  ])('is not told where %s', (_, input) => {
    expect(said(input)).toEqual([]);
  });
});
