import { describe, expect, test } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.ts';
import { faults, HEAD, resolve } from './support.ts';

const config = (gate: string) => `${HEAD}gates:\n  - ${gate}\n`;

describe('average in the config', () => {
  test('is one gate on several tasks, each counting alike', () => {
    const { gates } = resolve(config('{ average: { tasks: [facts, tickets/exact_match], max_drop: 1pp } }'));
    expect(gates[0]).toEqual({
      rule: 'average',
      id: 'average/several metrics:average',
      limit: { kind: 'absolute', value: 0.01 },
      of: [
        { task: 'facts', metric: 'acc', weight: 1 },
        { task: 'tickets', metric: 'exact_match', weight: 1 },
      ],
      ...{ task: 'average', metric: 'several metrics', tier: 'blocking' },
      source: expect.objectContaining({ kind: 'file' }),
    });
  });

  test('has weights where it is a map, and a name where there are several', () => {
    const { gates } = resolve(
      config(
        '{ average: { name: knowledge, tasks: { facts/acc: 3, tickets: 1 }, max_drop: 2%rel }, tier: advisory }',
      ),
    );
    expect(gates[0]).toMatchObject({
      ...{ task: 'knowledge', tier: 'advisory', limit: { kind: 'relative', value: 0.02 } },
      of: [{ weight: 3 }, { weight: 1 }],
    });
  });

  test.each([
    ['{ average: { tasks: [facts], max_drop: 1pp } }', /two tasks or more/],
    ['{ average: { tasks: { facts: 1 }, max_drop: 1pp } }', /two tasks or more/],
    ['{ average: { tasks: [facts, fact], max_drop: 1pp } }', /no task is named "fact"/],
    ['{ average: { tasks: [facts, facts/acc], max_drop: 1pp } }', /facts\/acc is weighed twice/],
    ['{ average: { tasks: [facts, tickets], max_drop: 1% } }', /1% can mean two changes/],
    ['{ average: { tasks: [facts, tickets], max_drop: 100pp } }', /allows everything/],
    ['{ average: { tasks: [facts, tickets] } }', /max_drop is missing/],
    ['{ average: { name: facts, tasks: [facts, tickets], max_drop: 1pp } }', /has the name of a task/],
    ['{ metric: facts, average: { tasks: [facts, tickets], max_drop: 1pp } }', /no metric of its own/],
    ['{ average: { tasks: [facts, prose], max_drop: 1pp } }', /prose\/bits_per_byte is of another unit/],
    ['{ max_drop: 1pp }', /metric is missing/],
  ])('%s is refused', (gate, message) => {
    const [fault] = faults(config(gate));
    expect(fault?.message).toMatch(message);
    expect(fault?.at?.line).toBeGreaterThan(0);
  });

  test('can be asked for by a flag', () => {
    const flag = (value: string) => ({
      gates: [{ rule: 'average' as const, value, source: { kind: 'flag' as const, name: '--average' } }],
    });
    const { gates } = resolveConfig({
      ...{ text: config('{ metric: facts, max_drop: 2pp }'), file: 'weighbridge.yml' },
      overrides: flag('facts+facts/acc_norm=1pp'),
    });
    expect(gates.find(({ rule }) => rule === 'average')).toMatchObject({
      of: [
        { task: 'facts', metric: 'acc' },
        { task: 'facts', metric: 'acc_norm' },
      ],
      source: { kind: 'flag', name: '--average' },
    });
    expect(() => resolveConfig({ text: null, file: null, overrides: flag('facts=1pp') })).toThrow(
      /"facts" is one task, and no average/,
    );
  });
});
