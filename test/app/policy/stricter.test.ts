import { describe, expect, test } from 'vitest';
import { stricterOf } from '../../../src/app/policy/stricter.ts';
import type { GateResult, Mismatch, VerdictFile } from '../../../src/core/domain/decision.ts';
import type { PolicyOrigin } from '../../../src/core/domain/policy.ts';
import { join, VERDICTS, type Verdict } from '../../../src/core/domain/verdict.ts';
import { buildVerdictFile } from '../../../src/report/build.ts';
import { facts, gate, task } from '../../report/examples.ts';

const ORIGIN: PolicyOrigin = { revision: 'f'.repeat(40), state: 'changed', changes: [] };
const limitOf = (value: string) => ({ value, source: { kind: 'default' } }) as const;

function judged(
  verdict: Verdict,
  blocked: boolean,
  one: Partial<GateResult> = {},
  rest: Partial<VerdictFile> = {},
) {
  const gates = [gate({ verdict, blocks: blocked, ...one })];
  const [{ id } = gate()] = gates;
  const policy = { ...facts().policy, limits: { [id]: limitOf(`${verdict} ${blocked}`) } };
  return buildVerdictFile(facts({ verdict, blocked, gates, policy, reasons: [`is ${verdict}`], ...rest }));
}

const CASES = VERDICTS.flatMap((verdict) =>
  (verdict === 'pass' ? [false] : verdict === 'inconclusive' ? [true, false] : [true]).map((blocked) => ({
    verdict,
    blocked,
  })),
);

describe.each(CASES)('$verdict, blocked $blocked', (one) => {
  test.each(CASES)(
    'and $verdict, blocked $blocked: the stricter of the two, whichever comes first',
    (other) => {
      const rank = ({ verdict, blocked }: typeof one) => (blocked ? 10 : 0) + VERDICTS.indexOf(verdict);
      const stricter = rank(one) >= rank(other) ? one : other;
      for (const [base, head] of [
        [one, other],
        [other, one],
      ] as const) {
        const file = stricterOf(
          judged(base.verdict, base.blocked),
          judged(head.verdict, head.blocked),
          ORIGIN,
        );
        expect(file).toMatchObject({
          verdict: join([one.verdict, other.verdict]),
          blocked: one.blocked || other.blocked,
          policyOrigin: ORIGIN,
          gates: [{ verdict: stricter.verdict, blocks: stricter.blocked }],
        });
        const [[, limit] = []] = Object.entries(file.policy.limits);
        expect(limit?.value).toBe(`${stricter.verdict} ${stricter.blocked}`);
        expect(file.reasons[0]).toBe(`is ${stricter.verdict}`);
        const says = ({ verdict, blocked }: typeof one) => `${verdict}${blocked ? ', which blocks' : ''}`;
        expect(file.reasons.at(-1)).toBe(
          `The policy of the base branch says ${says(base)}; that of the pull request says ${says(head)}. The stricter of the two decides.`,
        );
      }
    },
  );
});

describe('of one gate under two policies', () => {
  const advisory = judged('inconclusive', false, { tier: 'advisory' });
  const blocking = judged('inconclusive', false, { tier: 'blocking', limit: '9pp' });

  test('the one that could block stands for both, whichever comes first', () => {
    for (const [base, head] of [
      [advisory, blocking],
      [blocking, advisory],
    ] as const) {
      expect(stricterOf(base, head, ORIGIN).gates).toMatchObject([{ tier: 'blocking', limit: '9pp' }]);
    }
  });

  test('of two that are as strict the first stands, with its limit', () => {
    const [first, second] = [
      judged('pass', false, { limit: '1pp' }),
      judged('pass', false, { limit: '2pp' }),
    ];
    expect(stricterOf(first, second, ORIGIN).gates).toMatchObject([{ limit: '1pp' }]);
    const [one, other] = ['one', 'other'].map((name) =>
      judged('pass', false, {}, { reasons: [name], tasks: [task({ task: name })] }),
    );
    if (one === undefined || other === undefined) throw new Error('no two files');
    const file = stricterOf(one, other, ORIGIN);
    expect([file.reasons[0], file.tasks[0]?.task]).toEqual(['one', 'one']);
  });

  test('the worse verdict stands, whichever of them could block', () => {
    const worse = judged('pass', false, { verdict: 'inconclusive', tier: 'advisory', limit: '1pp' });
    const better = judged('pass', false, { tier: 'blocking', limit: '2pp' });
    for (const file of [stricterOf(worse, better, ORIGIN), stricterOf(better, worse, ORIGIN)]) {
      expect(file.gates).toMatchObject([{ verdict: 'inconclusive', limit: '1pp' }]);
    }
  });

  test('one that its policy gives no limit is given none', () => {
    const bare = judged('regression', true, {}, { policy: { ...facts().policy, limits: {} } });
    const none = judged('pass', false, { id: 'other' }, { policy: { ...facts().policy, limits: {} } });
    expect(Object.keys(stricterOf(none, bare, ORIGIN).policy.limits)).toEqual([]);
  });
});

test('gates, tasks and differences of either are there once', () => {
  const mismatch = (field: Mismatch['field']): Mismatch => ({
    ...{ task: 'facts', field, baseline: 'a', candidate: 'b', severity: 'soft' },
  });
  const base = judged(
    'pass',
    false,
    {},
    { comparability: [mismatch('seed'), mismatch('dtype')], tasks: [task()] },
  );
  const own = gate({ id: 'own', task: 'own' });
  const head = judged(
    'pass',
    false,
    {},
    {
      gates: [...base.gates, own],
      policy: { ...facts().policy, limits: { own: limitOf('3pp') } },
      comparability: [mismatch('dtype'), mismatch('device')],
      tasks: [task(), task({ task: 'own' })],
    },
  );
  for (const file of [stricterOf(base, head, ORIGIN), stricterOf(head, base, ORIGIN)]) {
    expect(file.gates.map(({ id }) => id).sort()).toEqual([base.gates[0]?.id, 'own'].sort());
    expect(file.comparability.map(({ field }) => field).sort()).toEqual(['device', 'dtype', 'seed']);
    expect(file.tasks.map(({ task: name }) => name)).toEqual(['facts', 'own']);
    expect(file.policy.limits.own?.value).toBe('3pp');
  }
  const names = stricterOf(base, head, ORIGIN, ['here', 'there']).reasons.at(-1);
  expect(names).toBe('The policy here says pass; that there says pass. The stricter of the two decides.');
});
