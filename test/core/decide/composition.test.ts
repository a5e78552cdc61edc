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

  test('one that only advises changes nothing, nor does a task that it alone speaks of', () => {
    const advises = gate(floor(0.9), { id: 'advises', tier: 'advisory' });
    const other = {
      ...SAME,
      task: 'b',
      mismatches: [{ task: 'b', field: 'dataset', baseline: 'a', candidate: 'b', severity: 'hard' }],
    } as const;
    const { verdict, blocked, reasons, gates } = decided(
      [DROP, advises, gate(maxDrop(0.1), { id: 'b', task: 'b', tier: 'advisory' })],
      { comparisons: [SAME, other] },
    );
    expect(gates.map((each) => [each.verdict, each.blocks])).toEqual([
      ['pass', false],
      ['invalid', false],
      ['regression', false],
    ]);
    expect({ verdict, blocked, lines: reasons.length }).toEqual({
      verdict: 'pass',
      blocked: false,
      lines: 1,
    });
  });

  test('a gate against the anchor is judged on the anchor', () => {
    const anchored = gate(maxDrop(0.1), { id: 'facts/acc:max_drop@anchor', against: 'anchor' });
    expect(decided([DROP, anchored], { anchored: [WORSE] }).verdict).toBe('regression');
    expect(decided([DROP, anchored], { anchored: [SAME] }).verdict).toBe('pass');
    const [own, other] = decided([DROP, anchored], { anchored: [SAME] }).gates;
    expect([own?.against, other?.against]).toEqual([undefined, 'anchor']);
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

describe('the first line', () => {
  const more = gate(floor(0.7), { id: 'facts/acc:floor' });
  const worse = { comparisons: [WORSE] };
  const unread = gate(maxDrop(0.1), { id: 'facts/f1:max_drop', metric: 'f1' });
  const undecided = gate(floor(0.75), { id: 'facts/acc:floor' });
  const unlike: TaskComparison = {
    ...SAME,
    mismatches: [{ task: 'facts', field: 'dataset', baseline: 'a', candidate: 'b', severity: 'hard' }],
  };
  const onAnchor = gate(maxDrop(0.1), { against: 'anchor' });
  test.each<[string, readonly Gate[], Partial<Parameters<typeof decide>[0]>, RegExp]>([
    ['says that the only gate holds', [DROP], {}, /^The blocking gate holds/],
    ['counts the gates that hold', [DROP, more], {}, /^All 2 .*hold/],
    [
      'names what regressed',
      [DROP, gate(floor(0.3), { id: 'x' })],
      worse,
      /1 of 2 .*: facts\/acc:max_drop\.$/,
    ],
    ['names all of it', [DROP, more], worse, /2 of 2 .*: facts\/acc:max_drop, facts\/acc:floor\.$/],
    ['names what is undecided', [DROP, undecided], {}, /1 of 2 .* lean that blocks: facts\/acc:floor\.$/],
    [
      'says where that does not block',
      [DROP, undecided],
      { policy: policy({ onInconclusive: 'warn' }) },
      /warn that does not block: facts\/acc:floor\.$/,
    ],
    [
      'names what could not be judged',
      [DROP, unread],
      {},
      /^facts\/f1 could not be judged: No sample of facts has a score for f1/,
    ],
    ['says that there was nothing to judge', [], {}, /no gates/],
    ['says that nothing blocks', [{ ...DROP, tier: 'advisory' }], {}, /advisory/],
    [
      'says that a task cannot be compared where its gates are on the anchor',
      [onAnchor],
      { comparisons: [unlike], anchored: [SAME] },
      /anchor alone/,
    ],
  ])('%s', (_, gates, input, line) => {
    expect(decided(gates, input).reasons[0]).toMatch(line);
  });

  test('of gates is the worst of those that block', () => {
    const advisory = gate(floor(0.9), { id: 'advisory', tier: 'advisory' });
    const fails = gate(floor(0.9), { id: 'fails' });
    const { gates } = decided([advisory, DROP, fails]);
    expect(gates.map(({ id }) => id)).toEqual(['fails', DROP.id, 'advisory']);
  });

  test('says nothing of a difference that may be compared over', () => {
    const soft: TaskComparison = {
      ...SAME,
      mismatches: [{ task: 'facts', field: 'seed', baseline: 'a', candidate: 'b', severity: 'soft' }],
    };
    const { verdict, reasons } = decided([onAnchor], { comparisons: [soft], anchored: [SAME] });
    expect([verdict, reasons.length]).toEqual(['pass', 1]);
  });
});

describe('answers that are the baseline’s, of other weights', () => {
  const same = { ...SAME, isSame: true };
  const gain = gate(minGain(0.01), { id: 'facts/acc:min_gain', tier: 'blocking' });
  const shown = gate(minGain(0.01), { id: 'facts/acc:min_gain', tier: 'advisory' });
  const netGain = gate(
    { rule: 'net_gain', limit: { kind: 'absolute', value: 0.01 }, losses: [] },
    { id: 'facts/acc:net_gain' },
  );
  test.each<
    [string, readonly TaskComparison[], readonly Gate[], OnIdentical | undefined, number | undefined, string]
  >([
    ['are told', [same], [DROP], undefined, 400, 'pass'],
    ['block where the policy says so', [same], [DROP], 'block', 400, 'invalid'],
    ['block where something had to be gained', [same], [DROP, gain], undefined, 400, 'invalid'],
    ['or more samples gained than lost', [same], [DROP, netGain], undefined, 400, 'invalid'],
    ['but not where that is only shown', [same], [DROP, shown], undefined, 400, 'pass'],
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
    expect(/exactly as its baseline on all 400/.test(found.reasons[0] ?? '')).toBe(verdict === 'invalid');
  });
});
