import { describe, expect, test } from 'vitest';
import { compareTask } from '../../../../src/core/compare/compare.ts';
import { ruleOf } from '../../../../src/core/decide/rules/registry.ts';
import type { GateRule } from '../../../../src/core/domain/gate.ts';
import type { MetricDeclaration } from '../../../../src/core/domain/metric.ts';
import type { Severity } from '../../../../src/core/domain/sample.ts';
import { ACC, run } from '../../compare/build.ts';
import { decideOne, gate, type policy } from '../build.ts';

type Score = number | string | null;
type Row = readonly [baseline: Score, candidate: Score, severity?: Severity];

const rule = (value: number): GateRule => ({ rule: 'max_new_failures', limit: { kind: 'count', value } });

const REPEATED = { ...ACC, repeated: true } as const;

/** Five answers of which so many pass. */
const repeatsOf = (score: Score) =>
  typeof score !== 'number'
    ? {}
    : { repeats: { scores: { acc: Array.from({ length: 5 }, (_, index) => Number(index < 5 * score)) } } };

function judged(
  rows: readonly Row[],
  limit = 0,
  values: Parameters<typeof policy>[0] = {},
  metric: MetricDeclaration = REPEATED,
) {
  const side = (of: (row: Row) => Score) =>
    run(rows.map(of), metric, {}, (index) => {
      const severity = rows[index]?.[2];
      return {
        ...(severity === undefined ? {} : { case: { severity, failed: ['contains "refund"'] } }),
        ...(metric.repeated === true ? repeatsOf(of(rows[index] ?? [null, null])) : {}),
      };
    });
  const compared = compareTask(
    side(([baseline]) => baseline),
    side(([, candidate]) => candidate),
  );
  return decideOne(compared, gate(rule(limit)), values).result;
}

const PASSES: Row = [1, 1];
const many = (count: number, row: Row = PASSES) => Array.from({ length: count }, () => row);

describe('max_new_failures', () => {
  test.each<[string, readonly Row[], number, string]>([
    ['nothing new fails', [...many(3), [0, 0]], 0, 'pass'],
    ['one of ten fails', [...many(9), [1, 0]], 0, 'regression'],
    ['one of ten may fail', [...many(9), [1, 0]], 1, 'pass'],
    ['two of which one may', [...many(9), [1, 0], [1, 0]], 1, 'regression'],
    ['a critical one never may', [...many(9), [1, 0, 'critical']], 5, 'regression'],
    ['a warning is told', [...many(9), [1, 0, 'warn']], 0, 'pass'],
    ['it failed before as well', [...many(9), [0, 0, 'critical']], 0, 'pass'],
    ['what is new and passes pays for nothing', [...many(9), [1, 0], [0, 1], [0, 1]], 0, 'regression'],
    ['flaky on the baseline', [...many(9), [0.6, 0, 'critical']], 0, 'pass'],
    ['flaky, and proven to fail', [...many(9), [0.8, 0, 'critical']], 0, 'regression'],
    ['flaky, and proven to fail, as one of many', [...many(9), [0.8, 0], [0.6, 0.8], [0.4, 0.4]], 0, 'pass'],
    ['most answers pass', [...many(9), [1, 0.6, 'critical']], 0, 'pass'],
    ['most answers fail', [...many(9), [1, 0.4]], 0, 'regression'],
    ['the baseline passes nothing', many(5, [0, 0]), 0, 'inconclusive'],
    ['nothing but warnings', many(5, [1, 1, 'warn']), 0, 'inconclusive'],
    ['a limit that all of them keep', many(3), 3, 'inconclusive'],
    ['no score on the candidate', [...many(99), [1, 'the judge did not answer']], 0, 'invalid'],
    ['no score on the baseline', [...many(99), ['the judge did not answer', 1]], 0, 'invalid'],
    ['even of a warning', [...many(99), [1, 'no', 'warn']], 0, 'invalid'],
    ['never run', [...many(99), [1, null]], 0, 'invalid'],
    ['without a single score', many(3, ['no', 'no']), 0, 'invalid'],
  ])('%s', (_, rows, limit, expected) => {
    expect(judged(rows, limit).verdict).toBe(expected);
  });

  test.each<[string, Row, MetricDeclaration, string]>([
    ['a grade', [0.7, 0], ACC, 'acc is no pass or failure: s000009 scores 0.7 and 0.'],
    ['no value', [1, Number.NaN], ACC, '1 case could not be judged: s000009 (candidate: it has no score).'],
    [
      'parts of a whole',
      [1, 0],
      { ...ACC, kind: 'corpus', aggregate: 'f1_macro' },
      'acc is no score of single cases.',
    ],
  ])('%s is neither a pass nor a failure', (_, row, metric, says) => {
    const { verdict, reasons } = judged([...many(9), row], 0, { onInconclusive: 'warn' }, metric);
    expect([verdict, reasons[0]]).toEqual(['invalid', says]);
  });

  test('several answers that are graded are no flaky case', () => {
    const graded = run(Array(10).fill(0.9), REPEATED, {}, () => ({
      repeats: { scores: { acc: [0.9, 0.9, 0.9] } },
    }));
    expect(decideOne(compareTask(graded, graded), gate(rule(0))).result.verdict).toBe('invalid');
  });

  test('no side lowers what the other has', () => {
    const side = (score: number, severity: Severity) =>
      run([...Array(9).fill(1), score], ACC, {}, (index) =>
        index < 9 ? {} : { case: { severity, failed: [] } },
      );
    const judgedAs = (before: Severity, after: Severity) =>
      decideOne(compareTask(side(1, before), side(0, after)), gate(rule(1))).result.verdict;
    expect([judgedAs('normal', 'warn'), judgedAs('critical', 'warn')]).toEqual(['pass', 'regression']);
    const bare = run(Array(10).fill(1), ACC);
    expect(decideOne(compareTask(bare, side(0, 'warn')), gate(rule(0))).result.verdict).toBe('regression');
  });

  test('names what failed, the gravest first, with its checks, and what is flaky', () => {
    const { cases, reasons } = judged([...many(3), [1, 0, 'warn'], [1, 0], [1, 0, 'critical'], [0.5, 1]]);
    expect(cases?.failed.map(({ id, severity }) => [id, severity])).toEqual([
      ['s000005', 'critical'],
      ['s000004', 'normal'],
      ['s000003', 'warn'],
    ]);
    expect(cases?.failed[0]?.checks).toEqual(['contains "refund"']);
    expect(cases?.flaky).toMatchObject([{ id: 's000006', passed: { baseline: 0.5, candidate: 1 } }]);
    expect(reasons).toEqual([
      '3 of 6 cases that the baseline passes fail: s000005 (critical), s000004, s000003 (warn).',
      '1 flaky case, which blocks nothing: s000006.',
    ]);
  });

  test('names what is missing, with the reason', () => {
    expect(judged([PASSES, [1, 'the judge did not answer'], [null, 1]]).reasons).toEqual([
      '2 cases could not be judged: s000001 (candidate: the judge did not answer), s000002 (baseline: it was not run).',
    ]);
  });

  test('a suite that nothing could fail blocks unless that is meant', () => {
    expect(judged(many(5, [0, 0]))).toMatchObject({ blocks: true, leaning: 'none' });
    expect(judged(many(5, [0, 0]), 0, { onInconclusive: 'warn' }).blocks).toBe(false);
  });

  test('nor where its limit allows all to fail, but where that is meant', () => {
    const side = run(Array(3).fill(1), ACC);
    const meant = gate(rule(3), { allowFloor: true });
    expect(decideOne(compareTask(side, side), meant).result).toMatchObject({
      verdict: 'pass',
      leaning: null,
    });
    expect(judged(many(3), 3, { onInconclusive: 'block' })).toMatchObject({ blocks: true, leaning: null });
  });

  test('an advisory gate blocks nothing', () => {
    const failing = compareTask(run(Array(9).fill(1), ACC), run(Array(9).fill(0), ACC));
    const { result } = decideOne(failing, gate(rule(0), { tier: 'advisory' }));
    expect(result).toMatchObject({ verdict: 'regression', blocks: false });
  });

  test('claims no interval', () => {
    const { delta, test: tested } = judged([...many(9), [1, 0]]);
    expect(delta).toMatchObject({ low: null, high: null, method: 'none' });
    expect(tested).toEqual({ method: 'cases', statistic: 1, pSafe: null, pWorse: null });
  });
});

test.each<[string | number, boolean]>([
  ['0', true],
  [3, true],
  ['1%', false],
  ['1pp', false],
  [0.5, false],
  [-1, false],
  ['', false],
])('a limit of %j is a number of cases: %s', (written, ok) => {
  expect(ruleOf({ rule: 'max_new_failures' }).parse(written, 'rate').ok).toBe(ok);
});
