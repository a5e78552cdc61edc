import { describe, expect, test } from 'vitest';
import { compareTask } from '../../../../src/core/compare/compare.ts';
import { ruleOf } from '../../../../src/core/decide/rules/registry.ts';
import type { GateRule } from '../../../../src/core/domain/gate.ts';
import { ACC, PERPLEXITY, run } from '../../compare/build.ts';
import { decideOne } from '../build.ts';

const gap = (value: number): GateRule => ({ rule: 'max_group_gap', limit: { kind: 'absolute', value } });

type Rates = Readonly<Record<string, readonly [right: number, of: number, missing?: number]>>;

const scoresIn = (groups: Rates) =>
  Object.entries(groups).flatMap(([group, [right, of, missing = 0]]) =>
    Array.from({ length: of }, (_, index) => ({
      group,
      score: index < missing ? 'no answer' : Number(index - missing < right),
    })),
  );

function compared(candidate: Rates, baseline: Rates = candidate) {
  const side = (groups: Rates) => {
    const rows = scoresIn(groups);
    return run(
      rows.map(({ score }) => score),
      ACC,
      {},
      (index) => ({ group: rows[index]?.group ?? '' }),
    );
  };
  return compareTask(side(baseline), side(candidate));
}

const verdict = (groups: Rates, limit: number) => decideOne(compared(groups), gap(limit)).result.verdict;

describe('max_group_gap', () => {
  test.each<[string, Rates, number, string]>([
    ['groups that are alike', { a: [80, 100], b: [80, 100] }, 0.2, 'pass'],
    ['the same with a limit that so few cannot prove', { a: [80, 100], b: [80, 100] }, 0.05, 'inconclusive'],
    ['which more can', { a: [1600, 2000], b: [1600, 2000] }, 0.05, 'pass'],
    ['far apart', { a: [90, 100], b: [50, 100] }, 0.1, 'regression'],
    ['far apart the other way round', { a: [50, 100], b: [90, 100] }, 0.1, 'regression'],
    [
      'a small group hides among large ones',
      { a: [800, 1000], b: [800, 1000], c: [3, 4] },
      0.1,
      'inconclusive',
    ],
    [
      'one of one sample, which has no value',
      { a: [800, 1000], b: [800, 1000], c: [1, 1] },
      0.1,
      'inconclusive',
    ],
    ['and a regression without it', { a: [900, 1000], b: [500, 1000], c: [1, 1] }, 0.1, 'regression'],
    ['one miss beside none, down to the smallest level', { a: [99, 100], b: [100, 100] }, 0.05, 'pass'],
    ['one group', { a: [80, 100] }, 0.1, 'invalid'],
  ])('%s', (_, groups, limit, expected) => {
    expect(verdict(groups, limit)).toBe(expected);
  });

  test('says how many samples would decide it', () => {
    const { result } = decideOne(compared({ a: [80, 100], b: [80, 100] }), gap(0.05));
    expect(result).toMatchObject({ verdict: 'inconclusive', pairs: 200 });
    const each = Math.ceil((result.needed ?? 0) / 2);
    const of = (n: number): Rates => ({ a: [0.8 * n, n], b: [0.8 * n, n] });
    expect([verdict(of(each - (each % 10)), 0.05), verdict(of(200), 0.05)]).toEqual(['pass', 'inconclusive']);
    expect(decideOne(compared({ a: [1600, 2000], b: [1600, 2000] }), gap(0.05)).result.needed).toBeNull();
  });

  test('many groups drawn alike raise no alarm that two of them would', () => {
    const two = { a: [66, 100], b: [34, 100] } as const;
    const calm = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`g${index}`, [50, 100] as const]),
    );
    expect(verdict(two, 0.1)).toBe('regression');
    expect(verdict({ ...two, ...calm }, 0.1)).toBe('inconclusive');
  });

  test('names both groups, the small ones, and what the baseline had', () => {
    const { result } = decideOne(
      compared({ a: [45, 50], b: [30, 50], c: [5, 8] }, { a: [40, 50], b: [35, 50], c: [5, 8] }),
      gap(0.2),
    );
    const said = result.reasons.join('\n');
    expect(said).toContain(
      "Of 3 groups the candidate's furthest apart are a (90.0 %, 50 samples) and b (60.0 %, 50 samples): 30 pp observed, which chance makes too large.",
    );
    expect(said).toMatch(/true largest gap lies between [\d.]+ pp and [\d.]+ pp \(90 % interval\)/);
    expect(said).toContain(
      "The baseline's are a and c, 17.5 pp apart: the observed gap grew by 12.5 pp, which is not tested.",
    );
    expect(said).toContain('Fewer than 30 scored samples, by which hardly any gap is ruled out: c.');
  });

  test('missing scores count for whichever end makes a claim harder', () => {
    const whole = { a: [1600, 2000], b: [1600, 2000] } as const;
    expect(verdict(whole, 0.05)).toBe('pass');
    const missing = { a: [1580, 2000, 20], b: [1600, 2000] } as const;
    expect(decideOne(compared(missing, whole), gap(0.025)).result.verdict).toBe('inconclusive');
    expect(decideOne(compared(whole), gap(0.025)).result.verdict).toBe('pass');
  });

  test('a group that neither side has a score of is no group less', () => {
    const lost = compared({ a: [1600, 2000], b: [1600, 2000], c: [0, 30, 30] });
    const { result } = decideOne(lost, gap(0.05));
    expect(result).toMatchObject({ verdict: 'inconclusive', leaning: 'regression' });
    expect(result.reasons.join(' ')).toMatch(/c/);
    const half = compared({ a: [1600, 2000], b: [1570, 2000, 30] });
    expect(decideOne(half, gap(0.025)).result.verdict).toBe('inconclusive');
  });

  test('nor is one of which no line is left', () => {
    const rows = scoresIn({ a: [1600, 2000], b: [1600, 2000] });
    const some = run(
      rows.map(({ score }) => score),
      ACC,
      { planned: rows.length + 20 },
      (index) => ({ group: rows[index]?.group ?? '' }),
    );
    const { result } = decideOne(compareTask(some, some), gap(0.05));
    expect(result.verdict).toBe('inconclusive');
    expect(result.reasons.join(' ')).toContain('20 samples of which no line is left');
  });

  test.each<[string, GateRule]>([
    ['a gap', gap(0.05)],
    ['a drop by group', { rule: 'no_regression_by_group', limit: { kind: 'absolute', value: 0.05 } }],
  ])('of a part that nobody says was drawn at random, %s of the whole benchmark is not known', (_, rule) => {
    const whole = compared({ a: [1600, 2000], b: [1600, 2000] });
    const capped = { ...whole, limited: true, population: null };
    expect(decideOne(whole, rule, { target: 'benchmark' }).result.verdict).toBe('pass');
    const { result } = decideOne(capped, rule, { target: 'benchmark' });
    expect(result.verdict).toBe('invalid');
    expect(result.reasons[0]).toMatch(/were capped to a part of its samples/);
    expect(decideOne(capped, rule).result.verdict).toBe('pass');
  });

  test('leans by the same test at lean_alpha', () => {
    const near = compared({ a: [78, 100], b: [82, 100] });
    expect(decideOne(near, gap(0.12)).result).toMatchObject({ verdict: 'inconclusive', leaning: 'pass' });
    expect(decideOne(near, gap(0.05)).result).toMatchObject({
      verdict: 'inconclusive',
      leaning: 'regression',
    });
    expect(decideOne(near, gap(0.12), { onInconclusive: 'block' }).result.blocks).toBe(true);
  });

  test('a share, and a logarithmic scale, have no size', () => {
    expect(ruleOf({ rule: 'max_group_gap' }).parse('5%rel', 'rate')).toMatchObject({ ok: false });
    const text = { numerator: -10, denominator: 5 };
    const perplexity = run([text, text], PERPLEXITY, {}, (index) => ({ group: `g${index}` }));
    expect(decideOne(compareTask(perplexity, perplexity), gap(0.1)).result).toMatchObject({
      verdict: 'invalid',
    });
  });
});
