import { expect, test } from 'vitest';
import {
  lockedSplitRemark,
  lockedSplitUse,
  lockedSplitWords,
} from '../../../src/core/compare/locked-split.ts';
import type { RecordedRun } from '../../../src/core/domain/history.ts';

const round = (
  more: {
    dataset?: string;
    tier?: string;
    verdict?: string;
    alpha?: number;
    task?: string;
    gate?: { task: string; rule: string };
  } = {},
) => {
  const {
    dataset = 'd',
    tier = 'blocking',
    verdict = 'pass',
    alpha = 0.05,
    task = 'final',
    gate = { task, rule: 'max_drop' },
  } = more;
  return {
    policy: { alpha },
    tasks: [{ task, dataset }],
    gates: [{ ...gate, tier, verdict }],
  } as unknown as RecordedRun;
};

const use = (...runs: readonly RecordedRun[]) =>
  lockedSplitRemark(lockedSplitUse(runs, { task: 'final', dataset: 'd', alpha: 0.05 }));

test('a split that has decided nothing keeps what is promised', () => {
  expect(use()).toBe('final: the locked split has decided nothing yet');
});

test.each<[what: string, other: Parameters<typeof round>[0]]>([
  ['of other rows', { dataset: 'other' }],
  ['of another task', { task: 'facts' }],
  ['whose gate was advisory', { tier: 'advisory' }],
  ['that was invalid', { verdict: 'invalid' }],
])('a round %s did not decide', (_, other) => {
  expect(use(round(other))).toContain('decided nothing yet');
});

test('each round adds its alpha: 1 − 0.95⁴ is 18.5 %', () => {
  expect(use(round(), round({ verdict: 'regression' }), round({ verdict: 'inconclusive' }))).toMatch(
    /has decided 3 rounds already; .* is at most 20 % \(18\.5 % where rounds are independent\), not 5 %/,
  );
  expect(use(round({ alpha: 0.1 }))).toMatch(/1 round already; .* at most 15 % \(14\.5 %/);
});

test.each(['average', 'net_gain'])('a round that decided by %s counts', (rule) => {
  expect(use(round({ gate: { task: 'general ability', rule } }))).toContain('has decided 1 round already');
});

test('a chance is never more than certain', () => {
  expect(use(...Array.from({ length: 40 }, () => round()))).toContain('at most 100 % (87.8 %');
});

test.each([
  [[], 'is a locked split, and no round on record was decided by it before'],
  [
    [round(), round()],
    'is a locked split, and this is round 3 on record that it decides: the chance that luck let a regression pass in one of them is at most 15 % (14.3 % where rounds are independent), not 5 %',
  ],
])('of a round that is over, it says which it was', (runs, words) => {
  expect(lockedSplitWords(lockedSplitUse(runs, { task: 'final', dataset: 'd', alpha: 0.05 }))).toBe(words);
});
