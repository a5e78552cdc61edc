import { describe, expect, test } from 'vitest';
import { findMetric } from '../../../src/config/metric-name.ts';
import { compareTask } from '../../../src/core/compare/compare.ts';
import { judgeGate } from '../../../src/core/decide/gate.ts';
import type { Gate } from '../../../src/core/domain/gate.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { withAskedMetrics } from '../../../src/core/metrics/following.ts';
import { policyOf } from '../../support/judged-gate.ts';
import { ACC, run } from './build.ts';

const gate: Gate = {
  ...{ rule: 'max_rise', limit: { kind: 'relative', value: 0.1 }, tier: 'blocking' },
  ...{ id: 'facts/output_tokens:max_rise', task: 'facts', metric: 'output_tokens' },
  source: { kind: 'default' },
};

/** 300 answers of 20 to 29 tokens, each so many times as long. */
const answered = (times: number, thinking = 0) =>
  run(
    Array<number>(300).fill(1),
    ACC,
    {},
    (index): Partial<SampleRecord> => ({
      usage: {
        ...{ prompt_tokens: 5, output_tokens: Math.round(times * (20 + (index % 10))) },
        ...(thinking === 0 ? {} : { thinking_tokens: thinking }),
      },
    }),
  );

function judged(candidate: ReturnType<typeof run>, baseline = answered(1)) {
  const [before = null, after = null] = withAskedMetrics([baseline, candidate], [gate]);
  return judgeGate(gate, [compareTask(before, after)], policyOf()).result;
}

describe('a gate on the tokens of answers', () => {
  test.each([
    ['as many', answered(1), 'pass', 0],
    ['a quarter more', answered(1.25), 'regression', 6.3],
    ['fewer', answered(0.5), 'pass', -12],
    ['as many, and thoughts', answered(1, 40), 'regression', 40],
  ])('%s', (_, candidate, verdict, delta) => {
    const result = judged(candidate);
    expect(result.verdict).toBe(verdict);
    expect(result.delta?.value).toBeCloseTo(delta, 0);
  });

  test('is invalid where nobody counted', () => {
    const result = judged(run(Array<number>(300).fill(1)));
    expect(result.verdict).toBe('invalid');
    expect(result.reasons.join(' ')).toMatch(/nobody counted its tokens/);
  });

  test('of answers in other tokens is invalid', () => {
    const cut = (by: string) =>
      run([1, 1], ACC, {}, () => ({ token_digest: by, usage: { prompt_tokens: 1, output_tokens: 2 } }));
    const [before = null, after = null] = withAskedMetrics([cut('a'), cut('b')], [gate]);
    expect(compareTask(before, after).mismatches).toMatchObject([{ field: 'tokenizer', severity: 'hard' }]);
  });
});

test('any task has them by name', () => {
  const task = { task: 'facts', role: 'general', metrics: [ACC], primaryMetric: 'acc' } as const;
  expect(findMetric('facts/output_tokens', [task])).toMatchObject({
    ok: true,
    value: { metric: { name: 'output_tokens', of_usage: 'output_tokens', direction: 'lower_is_better' } },
  });
});
