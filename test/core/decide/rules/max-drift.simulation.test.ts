import { describe, expect, test } from 'vitest';
import { compareTask, type TaskComparison } from '../../../../src/core/compare/compare.ts';
import { prepareDrift } from '../../../../src/core/compare/drift.ts';
import { decide } from '../../../../src/core/decide/decide.ts';
import { ruleOf } from '../../../../src/core/decide/rules/registry.ts';
import { stopReason } from '../../../../src/core/decide/stopping.ts';
import type { DriftFeatureName } from '../../../../src/core/domain/drift.ts';
import type { Gate } from '../../../../src/core/domain/gate.ts';
import type { RunRecord, TaskRun } from '../../../../src/core/domain/run.ts';
import type { SampleRecord } from '../../../../src/core/domain/sample.ts';
import { mulberry32 } from '../../../../src/core/stats/random.ts';
import { ACC, record, sample } from '../../compare/build.ts';
import { policy } from '../build.ts';

const reader = {
  refuses: (text: string) => (text === '' ? null : text.startsWith('I cannot')),
  language: (text: string) => (text.startsWith('der') ? 'de' : 'en'),
};

const WORDS = 'alpha beta gamma delta river stone window lamp paper chair garden street'.split(' ');
type Say = (index: number, random: () => number) => string | undefined;
const prose = (index: number, random: () => number): string =>
  Array.from({ length: 20 + (index % 7) }, () => String(WORDS[Math.floor(WORDS.length * random())])).join(
    ' ',
  );

function chat(
  say: Say,
  seed: number,
  { count = 400, ...more }: Partial<RunRecord> & { count?: number } = {},
  each: (index: number) => Partial<SampleRecord> = () => ({}),
): TaskRun {
  const random = mulberry32(seed);
  const samples = Array.from({ length: count }, (_, index) => {
    const output = say(index, random);
    return sample(`p${index}`, {}, { ...(output === undefined ? {} : { output }), ...each(index) });
  });
  return { record: record({ task: 'chat', planned: count, ...more }), samples };
}

function compared(baseline: TaskRun, candidate: TaskRun, minCoverage = 0.9): TaskComparison {
  const drift = prepareDrift(
    { task: 'chat', runs: { baseline, candidate }, unlike: null },
    { reader, minCoverage },
  );
  return { ...compareTask(baseline, candidate), drift };
}

const gateOn = (feature: DriftFeatureName, value: number, tier: Gate['tier'] = 'blocking'): Gate => ({
  ...{ rule: 'max_drift', feature, id: `chat/${feature}:max_drift`, task: 'chat', metric: feature, tier },
  limit: { kind: feature === 'length' ? 'relative' : 'absolute', value },
  source: { kind: 'default' },
});

function judged(comparison: TaskComparison, gate: Gate, minCoverage = 0.9) {
  const [result] = decide({
    comparisons: [comparison],
    gates: [gate],
    policy: policy({ minCoverage }),
  }).gates;
  if (result === undefined) throw new Error('no result');
  return result;
}

const of = (
  candidate: Say,
  feature: DriftFeatureName,
  limit: number,
  more: Parameters<typeof chat>[2] = {},
) => judged(compared(chat(prose, 1, more), chat(candidate, 2, more)), gateOn(feature, limit));

const longer: Say = (index, random) => `${prose(index, random)} ${prose(index, random)}`;
const refusing: Say = (index, random) =>
  index % 4 === 0 ? 'I cannot help with that.' : prose(index, random);
const listing: Say = (index, random) =>
  index % 3 === 0 ? `- ${prose(index, random)}\n- end` : prose(index, random);
const other: Say = (index, random) =>
  prose(index, random).replaceAll('river', 'ocean').replaceAll('stone', 'brick');

describe('a limit on how far answers may drift', () => {
  test.each<[string, Say, DriftFeatureName, number, string]>([
    ['an unchanged model', prose, 'length', 0.1, 'pass'],
    ['an unchanged model', prose, 'refusal', 0.05, 'pass'],
    ['an unchanged model', prose, 'format', 0.05, 'pass'],
    ['an unchanged model', prose, 'vocabulary', 0.05, 'pass'],
    ['twice as long', longer, 'length', 0.1, 'regression'],
    ['twice as long, which is allowed', longer, 'length', 1.2, 'pass'],
    ['a quarter refused', refusing, 'refusal', 0.05, 'regression'],
    ['a third in lists', listing, 'format', 0.05, 'regression'],
    ['other words', other, 'vocabulary', 0.05, 'regression'],
    ['other words, which is allowed', other, 'vocabulary', 0.3, 'pass'],
    ['other words at the limit', other, 'vocabulary', 0.166, 'inconclusive'],
    [
      'repeated',
      (index) => 'alpha beta gamma delta '.repeat(6 + (index % 3)),
      'repetition',
      0.05,
      'regression',
    ],
  ])('%s: %s', (_, say, feature, limit, verdict) => {
    expect(of(say, feature, limit).verdict).toBe(verdict);
  });

  test('shorter is as far as longer', () => {
    const shorter = judged(compared(chat(longer, 1), chat(prose, 2)), gateOn('length', 0.1));
    expect(shorter).toMatchObject({ verdict: 'regression', blocks: true });
    expect(shorter.delta?.value).toBeLessThan(0);
    expect(shorter.margin).toBeCloseTo(0.1 * (shorter.baseline?.value ?? 0), 9);
  });

  test('what is undecided leans as any other gate, and blocks where the policy says so', () => {
    const limit = (value: number) => of(prose, 'refusal', value, { count: 100 });
    expect(limit(0.1)).toMatchObject({ verdict: 'pass', leaning: null, blocks: false });
    expect(limit(0.015)).toMatchObject({ verdict: 'inconclusive', leaning: 'pass', blocks: false });
    expect(limit(0.002)).toMatchObject({ verdict: 'inconclusive', leaning: 'regression', blocks: true });
  });

  test('leans on no share that a candidate at the limit shows too often', () => {
    const onceMore = (refusals: number, limit: number) => {
      const say: Say = (index, random) =>
        index < refusals ? 'I cannot help with that.' : prose(index, random);
      return of(say, 'refusal', limit, { count: 100 });
    };
    // At a limit of 2 points one of 100 or none is seen in 40 % of draws, none in 13 %.
    expect(onceMore(1, 0.02)).toMatchObject({ verdict: 'inconclusive', leaning: 'regression', blocks: true });
    expect(onceMore(0, 0.02)).toMatchObject({ verdict: 'inconclusive', leaning: 'pass', blocks: false });
    expect(onceMore(1, 0.03)).toMatchObject({ verdict: 'inconclusive', leaning: 'pass', blocks: false });
  });

  test('has the interval of a distance, and none of it below 0', () => {
    const { delta, baseline, candidate } = of(prose, 'vocabulary', 0.05);
    expect(delta?.low).toBeGreaterThanOrEqual(0);
    expect(delta?.high).toBeGreaterThan(delta?.low ?? Infinity);
    expect([baseline, candidate]).toEqual([null, null]);
  });
});

describe('what cannot be told is never a pass', () => {
  const silent: Say = () => '';
  test.each<[string, TaskComparison, DriftFeatureName, string, RegExp]>([
    [
      'too few prompts',
      compared(chat(prose, 1, { count: 60 }), chat(prose, 2, { count: 60 })),
      'vocabulary',
      'inconclusive',
      /at least 100 independent prompts, and there are 60/,
    ],
    [
      'nine of ten lost',
      compared(
        chat(prose, 1),
        chat((i, r) => (i % 10 === 0 ? prose(i, r) : undefined), 2),
      ),
      'length',
      'invalid',
      /not measured: 40 of 400 prompts have a written answer/,
    ],
    [
      'every second not read',
      compared(
        chat(prose, 1),
        chat((i, r) => (i % 4 === 0 ? '' : prose(i, r)), 2),
      ),
      'refusal',
      'invalid',
      /of 400 prompts both answers to 300 are in Latin letters.*at least 90 % must/,
    ],
    [
      'a silent candidate',
      compared(chat(prose, 1), chat(silent, 2)),
      'length',
      'invalid',
      /empty or show nothing/,
    ],
    ['no judge', compared(chat(prose, 1), chat(prose, 2)), 'judge', 'invalid', /score it with a judge/],
    ['no embedding', compared(chat(prose, 1), chat(prose, 2)), 'meaning', 'invalid', /embedding_direction/],
    [
      'a side that was stopped',
      compared(
        chat(prose, 1),
        chat(prose, 2, { status: { state: 'complete', stopped: { after: 400, because: 'decided' } } }),
      ),
      'length',
      'inconclusive',
      /ended before its last prompt/,
    ],
    [
      'answers that nobody compared',
      compareTask(chat(prose, 1), chat(prose, 2)),
      'length',
      'invalid',
      /were not compared/,
    ],
  ])('%s', (_, comparison, feature, verdict, reason) => {
    const result = judged(comparison, gateOn(feature, 0.5));
    expect(result).toMatchObject({ verdict, blocks: true });
    expect(result.reasons[0]).toMatch(reason);
    expect(judged(comparison, gateOn(feature, 0.5, 'advisory')).blocks).toBe(false);
  });

  test('prompts that were not kept count as moved as far as can be', () => {
    const lost = (share: number) =>
      judged(
        compared(
          chat(prose, 1),
          chat((i, r) => (i < 400 * share ? undefined : prose(i, r)), 2),
        ),
        gateOn('refusal', 0.05),
      );
    expect(lost(0).verdict).toBe('pass');
    expect(lost(0.03).verdict).toBe('pass');
    expect(lost(0.06)).toMatchObject({ verdict: 'inconclusive', leaning: 'regression', blocks: true });
    // A length has no end.
    const length = judged(
      compared(
        chat(prose, 1),
        chat((i, r) => (i < 4 ? undefined : prose(i, r)), 2),
      ),
      gateOn('length', 2),
    );
    expect(length).toMatchObject({ verdict: 'inconclusive', leaning: 'regression' });
  });

  test('an evaluation that is watched goes on to its end', () => {
    const comparison = compareTask(chat(prose, 1), chat(prose, 2));
    expect(stopReason({ comparison }, [gateOn('length', 0.5)], policy())).toBeNull();
  });
});

describe('a few answers that collapse need not have been drawn', () => {
  const judge = { ...ACC, name: 'judge', judge: { min: 1, max: 10, of: ['judge'] } };
  const direction: RunRecord['metrics'][number] = {
    ...{ ...ACC, name: 'embedding_direction', direction: 'lower_is_better', kind: 'corpus', unit: 'number' },
    aggregate: 'mean_resultant_length',
  };
  /** One prompt is asked twice, so that prompts are no longer independent each. */
  const asked = (index: number) => (index < 2 ? { cluster: 'twice' } : {});
  const cases: readonly [
    DriftFeatureName,
    number,
    RunRecord['metrics'],
    (index: number) => Partial<SampleRecord>,
  ][] = [
    ['refusal', 1, [], asked],
    ['format', 1, [], asked],
    ['language', 1, [], asked],
    // Of answers that repeat a little a share is no rate.
    ['repetition', 1, [], () => ({})],
    ['judge', 9, [judge], (index) => ({ scores: { judge: 7 + (index % 3) } })],
    ['vocabulary', 1, [], () => ({})],
    [
      'meaning',
      2,
      [direction],
      (index) => ({ scores: { embedding_direction: { parts: [Math.cos(index), Math.sin(index)] } } }),
    ],
  ];
  const say: Say = (index, random) =>
    `${prose(index, random)}${index === 3 ? ' one two three four one two three four' : ''}`;
  test.each(cases)('%s', (feature, most, metrics, each) => {
    const unchanged = (limit: number, count: number) => {
      const own = () => chat(say, 1, { count, metrics }, each);
      return judged(compared(own(), own()), gateOn(feature, limit));
    };
    // Where one answer of fifty moves as far as can be, 13 of 100 draws of a hundred hold none of them.
    expect(unchanged(0.02 * most, 101)).toMatchObject({ verdict: 'inconclusive' });
    expect(unchanged(0.06 * most, 101)).toMatchObject({ verdict: 'pass' });
    expect(unchanged(0.015 * most, 400)).toMatchObject({ verdict: 'pass' });
  });

  test('a length, of which nobody knows how far it can go', () => {
    const unchanged = (limit: number, count: number) =>
      judged(compared(chat(say, 1, { count }), chat(say, 1, { count })), gateOn('length', limit)).verdict;
    expect(unchanged(0.1, 199)).toBe('inconclusive');
    expect(unchanged(0.1, 200)).toBe('pass');
    const looping: Say = (index, random) => `${prose(index, random)}${index === 7 ? ' so'.repeat(240) : ''}`;
    const once = judged(
      compared(chat(say, 1, { count: 100 }), chat(looping, 1, { count: 100 })),
      gateOn('length', 0.25),
    );
    expect(once.verdict).toBe('inconclusive');
  });
});

test('a limit is read in the unit of what drifts', () => {
  const rule = ruleOf({ rule: 'max_drift' });
  expect(rule.parse('5pp', 'rate')).toMatchObject({ ok: true, value: { kind: 'absolute', value: 0.05 } });
  expect(rule.parse('10%rel', 'number')).toMatchObject({ ok: true, value: { kind: 'relative', value: 0.1 } });
  expect(rule.parse(0, 'number')).toMatchObject({ ok: false });
});
