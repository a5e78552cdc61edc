import { describe, expect, test } from 'vitest';
import { compareTask, type TaskComparison } from '../../../src/core/compare/compare.ts';
import { decide } from '../../../src/core/decide/decide.ts';
import type { Gate, OnIdentical } from '../../../src/core/domain/gate.ts';
import { run } from '../compare/build.ts';
import { floor, gate, maxDrop, minGain, policy } from './build.ts';

/** How gates come to one verdict, whatever each of them rests on. */

const right = (share: number) => run(Array.from({ length: 400 }, (_, index) => Number(index < 400 * share)));
const SAME = compareTask(right(0.75), right(0.75));
const WORSE = compareTask(right(0.75), right(0.5));
const DROP = gate(maxDrop(0.1));
const decided = (gates: readonly Gate[], more: Partial<Parameters<typeof decide>[0]> = {}) =>
  decide({ comparisons: [SAME], gates, policy: policy(), ...more });

describe('one verdict of several gates', () => {
  test('one of them that blocks is enough', () => {
    const fails = gate(floor(0.9), { id: 'facts/acc:floor' });
    const { verdict, blocked, gates } = decided([DROP, fails]);
    expect(gates.map(({ blocks }) => blocks)).toEqual([true, false]);
    expect({ verdict, blocked }).toEqual({ verdict: 'regression', blocked: true });
  });

  test('a gate against the anchor is judged on the anchor', () => {
    const anchored = gate(maxDrop(0.1), { id: 'facts/acc:max_drop@anchor', against: 'anchor' });
    expect(decided([DROP, anchored], { anchored: [WORSE] }).verdict).toBe('regression');
    expect(decided([DROP, anchored], { anchored: [SAME] }).verdict).toBe('pass');
    expect(decided([anchored], { comparisons: [WORSE], anchored: [SAME] }).verdict).toBe('pass');
    const unlike: TaskComparison = {
      ...SAME,
      mismatches: [{ task: 'facts', field: 'dataset', baseline: 'a', candidate: 'b', severity: 'hard' }],
    };
    const { verdict, blocked, reasons } = decided([anchored], { comparisons: [unlike], anchored: [SAME] });
    expect({ verdict, blocked }).toEqual({ verdict: 'invalid', blocked: true });
    expect(reasons.join()).toContain('cannot be compared');
  });
});

describe('answers that are the baseline’s, of other weights', () => {
  const same = { ...SAME, isSame: true };
  const gain = gate(minGain(0.01), { id: 'facts/acc:min_gain', tier: 'blocking' });
  test.each<
    [string, readonly TaskComparison[], readonly Gate[], OnIdentical | undefined, number | undefined, string]
  >([
    ['are told', [same], [DROP], undefined, 400, 'pass'],
    ['block where the policy says so', [same], [DROP], 'block', 400, 'invalid'],
    ['block where something had to be gained', [same], [DROP, gain], undefined, 400, 'invalid'],
    ['unless the policy says that they only warn', [same], [DROP, gain], 'warn', 400, 'regression'],
    [
      'are not known where one task differs',
      [same, { ...SAME, task: 'b', isSame: false }],
      [DROP],
      'block',
      undefined,
      'pass',
    ],
    ['nor where nobody can tell', [{ ...SAME, isSame: null }], [DROP], 'block', undefined, 'pass'],
    [
      'count on the tasks that tell',
      [same, { ...SAME, task: 'b', isSame: null }],
      [DROP],
      undefined,
      400,
      'pass',
    ],
  ])('%s', (_, comparisons, gates, identical, told, verdict) => {
    const under = policy(identical === undefined ? {} : { identical });
    const found = decided(gates, { comparisons, policy: under });
    expect([found.identicalAnswers, found.verdict]).toEqual([told, verdict]);
  });
});
