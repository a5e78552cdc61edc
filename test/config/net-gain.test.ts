import { describe, expect, test } from 'vitest';
import { faults, HEAD, resolve } from './support.ts';

const config = (gate: string) => `${HEAD}gates:\n  - ${gate}\n`;

describe('net_gain in the config', () => {
  test('is a gate on the metric that gains', () => {
    const { gates } = resolve(
      config(
        '{ metric: tickets/exact_match, net_gain: { losses: { facts/acc: 1, facts/acc_norm: 0.5 }, at_least: 1pp } }',
      ),
    );
    expect(gates.find(({ rule }) => rule === 'net_gain')).toEqual({
      rule: 'net_gain',
      id: 'tickets/exact_match:net_gain',
      limit: { kind: 'absolute', value: 0.01 },
      losses: [
        { task: 'facts', metric: 'acc', weight: 1 },
        { task: 'facts', metric: 'acc_norm', weight: 0.5 },
      ],
      ...{ task: 'tickets', metric: 'exact_match', tier: 'blocking' },
      source: expect.objectContaining({ kind: 'file' }),
    });
  });

  test('wants more than nothing when it names no limit', () => {
    const { gates } = resolve(config('{ metric: tickets/exact_match, net_gain: { losses: { facts: 1 } } }'));
    expect(gates[0]).toMatchObject({ limit: { kind: 'absolute', value: 0 }, losses: [{ metric: 'acc' }] });
  });

  test.each([
    ['{ losses: { fact: 1 } }', 'no task is named "fact"'],
    ['{ losses: { facts/acc: 0 } }', /is too small/],
    ['{ losses: { facts/acc: -1 } }', /is too small/],
    ['{ losses: {} }', /without losses this is min_gain/],
    ['{ losses: { tickets/exact_match: 1 } }', 'tickets/exact_match is weighed twice'],
    ['{ losses: { facts: 1, facts/acc: 2 } }', 'facts/acc is weighed twice'],
    ['{ losses: { facts: 1 }, at_least: 1% }', '1% can mean two changes'],
    ['{ loses: { facts: 1 } }', 'losses is missing'],
  ] as const)('%s is refused', (rule, message) => {
    const [fault] = faults(config(`{ metric: tickets/exact_match, net_gain: ${rule} }`));
    expect(fault?.message).toMatch(message);
    expect(fault?.at?.line).toBeGreaterThan(0);
  });
});

test.each([
  ['allow_weak_evidence', 'allowWeakEvidence'],
  ['allow_floor', 'allowFloor'],
] as const)('%s stands on the gate that says so', (key, property) => {
  const { gates } = resolve(config(`{ metric: facts/acc, max_drop: 2pp, ${key}: true }`));
  expect(gates[0]?.[property]).toBe(true);
  const [plain] = resolve(config(`{ metric: facts/acc, max_drop: 2pp, ${key}: false }`)).gates;
  expect(plain).not.toHaveProperty(property);
});
