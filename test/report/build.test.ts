import { describe, expect, test } from 'vitest';
import type { GateResult } from '../../src/core/domain/decision.ts';
import { buildVerdictFile, invalidateVerdict } from '../../src/report/build.ts';
import { delta, estimate, facts, gate, INCONCLUSIVE, INVALID, PASS, REGRESSION } from './examples.ts';

test('alarms that did not go off are no proof, and the first words say so', () => {
  const alarm = gate({ rule: 'no_regression_by_group', verdict: 'pass' });
  const total = gate({ verdict: 'pass', delta: delta(0.01, -0.01, 0.03) });
  const of = (...gates: GateResult[]) => buildVerdictFile(facts({ verdict: 'pass', blocked: false, gates }));
  expect(of(alarm)).toMatchObject({ verdict: 'pass', exitCode: 0, proven: false });
  expect(of(alarm).summary).toMatch(/^Pass, not proven: /);
  expect(of(alarm, { ...total, tier: 'advisory' }).proven).toBe(false);
  expect(of(alarm, total)).toMatchObject({ proven: true, summary: expect.stringMatching(/^Pass: /) });
});

describe('the summary says the verdict and the one number that decided it', () => {
  const one = (overrides: Partial<GateResult>, verdict: GateResult['verdict'], blocked: boolean) =>
    buildVerdictFile(facts({ verdict, blocked, gates: [gate({ ...overrides, verdict, blocks: blocked })] }))
      .summary;
  const lower = { direction: 'lower_is_better' } as const;
  const ceiling = { rule: 'ceiling', limit: '1%', margin: 0.01, ...lower } as const;
  const floor = { rule: 'floor', limit: '95%', margin: 0.95 } as const;

  test.each([
    [
      one({ delta: delta(-0.312, -0.36, -0.264) }, 'regression', true),
      'Regression: facts/acc fell by 31.2 pp (90 % interval −36.0 to −26.4), more than the allowed 2pp.',
    ],
    [
      one({ delta: delta(0.05, 0.03, 0.07), ...lower }, 'regression', true),
      'Regression: facts/acc rose by 5.0 pp (90 % interval +3.0 to +7.0), more than the allowed 2pp.',
    ],
    [
      one({ delta: delta(0.083, 0.009, 0.19) }, 'pass', false),
      'Pass: 1 blocking gate holds: facts/acc rose by 8.3 pp (90 % interval +0.9 to +19.0), and a drop of more than 2pp is ruled out.',
    ],
    [
      one({ rule: 'min_gain', limit: '1pp', delta: delta(0, -0.01, 0.008) }, 'regression', true),
      'Regression: facts/acc did not move (90 % interval −1.0 to +0.8), short of the required gain of 1pp.',
    ],
    [
      one(
        { ...ceiling, candidate: estimate(0.8, 5), bound: { side: 'upper', value: 0.99, level: 0.95 } },
        'regression',
        true,
      ),
      // The bound on the upper side says nothing of a value that is proven to be too high.
      'Regression: facts/acc is 80.0 % over 5 samples, above its ceiling of 1%.',
    ],
    [
      one({ ...floor, candidate: estimate(0.9) }, 'regression', true),
      'Regression: facts/acc is 90.0 % over 500 samples, below its floor of 95%.',
    ],
    [
      one(
        { ...ceiling, candidate: estimate(0), bound: { side: 'upper', value: 0.006, level: 0.95 } },
        'pass',
        false,
      ),
      'Pass: 1 blocking gate holds: facts/acc is 0.0 % (at most 0.6 %), below its ceiling of 1%.',
    ],
    [
      one({ ...floor, candidate: estimate(0.99) }, 'pass', false),
      'Pass: 1 blocking gate holds: facts/acc is 99.0 %, above its floor of 95%.',
    ],
    [
      one({ ...ceiling, candidate: estimate(0, 240) }, 'inconclusive', false),
      'Inconclusive: 240 samples cannot tell whether facts/acc stays below its ceiling of 1%: observed 0.0 %. This does not block the merge.',
    ],
    [
      one({ reasons: ['only 3 of 9 samples are paired'] }, 'invalid', true),
      'Invalid: only 3 of 9 samples are paired',
    ],
  ])('%#', (summary, expected) => {
    expect(summary).toBe(expected);
  });

  test('a gate that was to block and does not, for want of labels, is no part of what holds', () => {
    const judge = {
      ...{ metric: 'judge', labels: { baseline: 0, candidate: 0 }, exact: null, kappa: null, low: null },
      ...{ high: null, level: 0.9, needed: null, bias: { baseline: null, candidate: null } },
      demotes: true,
    } as const;
    const demoted = gate({ task: 'tickets', metric: 'judge', tier: 'advisory', judge });
    const file = buildVerdictFile(facts({ gates: [gate(), demoted] }));
    expect(file.summary).toMatch(
      /^Pass: 1 blocking gate holds:.* tickets\/judge did not count: nobody knows whether the judge agrees with people\.$/,
    );
    const two = buildVerdictFile(
      facts({ gates: [gate(), demoted, { ...demoted, id: 'tickets/judge:floor' }] }),
    );
    expect(two.summary).toContain('tickets/judge and 1 more gate did not count');
  });

  test('nothing judged is said in words', () => {
    const file = buildVerdictFile(facts({ verdict: 'invalid', blocked: true, gates: [], tasks: [] }));
    expect(file.summary).toBe('Invalid: no gate was judged');
  });
});

describe('the exit code follows from the verdict', () => {
  test.each([
    [PASS, 0],
    [REGRESSION, 1],
    [INCONCLUSIVE, 2],
    [INVALID, 3],
    [buildVerdictFile(facts({ verdict: 'inconclusive', gates: [gate({ verdict: 'inconclusive' })] })), 0],
  ])('%#', (file, expected) => {
    expect(file.exitCode).toBe(expected);
  });

  test.each([
    [facts({ verdict: 'regression', blocked: false }), 'regression that does not block'],
    [facts({ verdict: 'invalid', blocked: false }), 'invalid that does not block'],
    [facts({ verdict: 'pass', blocked: true }), 'pass that blocks'],
    [facts({ verdict: 'pass', gates: [] }), 'without a gate'],
    [facts({ gates: [gate({ blocks: true })] }), 'a gate blocks'],
  ])('a decision that contradicts itself never leaves, %#', (contradiction, message) => {
    expect(() => buildVerdictFile(contradiction)).toThrow(message);
  });

  test('a fault outside the samples turns any verdict into invalid', () => {
    for (const file of [PASS, REGRESSION, INCONCLUSIVE, INVALID]) {
      const spoilt = invalidateVerdict(file, 'the evaluation crashed');
      expect(spoilt).toMatchObject({ verdict: 'invalid', blocked: true, exitCode: 3 });
      expect(spoilt.summary).toBe('Invalid: the evaluation crashed');
    }
  });

  test('a fault is one line among the reasons, with its fix', () => {
    const faults = 'a.json: torn\n  fix: copy it again\nb.json: torn';
    expect(invalidateVerdict(PASS, faults).reasons[0]).toBe(
      'a.json: torn (fix: copy it again); b.json: torn',
    );
  });

  test('nor does a list break it, in the fault or in its fix', () => {
    const twice =
      '2 results of facts:\n  a.json\n  b.json\n  fix: name one of them:\n  x#model=a\n  x#model=b\nc.json: torn';
    expect(invalidateVerdict(PASS, twice).reasons[0]).toBe(
      '2 results of facts: a.json, b.json (fix: name one of them: x#model=a, x#model=b); c.json: torn',
    );
  });
});
