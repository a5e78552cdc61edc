import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTask, type TaskComparison } from '../../../../src/core/compare/compare.ts';
import { decide } from '../../../../src/core/decide/decide.ts';
import { stopReason } from '../../../../src/core/decide/stopping.ts';
import type { Gate } from '../../../../src/core/domain/gate.ts';
import type { MetricDeclaration } from '../../../../src/core/domain/metric.ts';
import { NOT_RECORDED, type SampleRecord } from '../../../../src/core/domain/sample.ts';
import { VERDICTS } from '../../../../src/core/domain/verdict.ts';
import { ACC, binaryScores, PERPLEXITY, run } from '../../compare/build.ts';
import { policy } from '../build.ts';

interface Counts {
  readonly rose?: number;
  readonly fell?: number;
  readonly both?: number;
  readonly neither?: number;
}

type Asked = (index: number) => Partial<SampleRecord>;

/** Questions of their own, unless `asked` says otherwise. */
function named(
  task: string,
  counts: Counts,
  metric = ACC,
  asked: Asked = (index) => ({ input_digest: `${task} ${index}` }),
): TaskComparison {
  const pairs = binaryScores({ both: 300, neither: 100, ...counts });
  const side = (of: 'baseline' | 'candidate') =>
    run(
      pairs.map((pair) => pair[of]),
      metric,
      { task },
      asked,
    );
  return compareTask(side('baseline'), side('candidate'));
}

const netGain = (losses: Readonly<Record<string, number>>, limit = 0): Gate => ({
  rule: 'net_gain',
  limit: { kind: 'absolute', value: limit },
  losses: Object.entries(losses).map(([task, weight]) => ({ task, metric: 'acc', weight })),
  id: 'tickets/acc:net_gain',
  ...{ task: 'tickets', metric: 'acc', tier: 'blocking', source: { kind: 'default' } },
});

function judged(
  tasks: Readonly<Record<string, Counts>>,
  gate: Gate,
  values: Parameters<typeof policy>[0] = {},
) {
  const comparisons = Object.entries(tasks).map(([task, counts]) => named(task, counts));
  const decision = decide({ comparisons, gates: [gate], policy: policy(values) });
  const [result] = decision.gates;
  if (result === undefined) throw new Error('the gate was lost');
  return { decision, result };
}

describe('net_gain', () => {
  test.each([
    ['a gain and nothing lost', { rose: 60 }, { rose: 2, fell: 2 }, 1, 'pass'],
    ['a gain that outweighs a loss', { rose: 90 }, { fell: 12 }, 1, 'pass'],
    ['a loss that outweighs a gain', { rose: 10 }, { fell: 80 }, 1, 'regression'],
    ['a loss that weighs more', { rose: 40 }, { fell: 30 }, 5, 'regression'],
    ['a gain as large as the loss', { rose: 30 }, { fell: 30 }, 1, 'inconclusive'],
    ['nothing at all', {}, {}, 1, 'inconclusive'],
    ['a loss of the target that others win back', { fell: 60 }, { rose: 120 }, 1, 'regression'],
    ['a target that stood still while others won', { rose: 2, fell: 2 }, { rose: 120 }, 1, 'inconclusive'],
  ] as const)('%s', (_, gain, loss, weight, verdict) => {
    const { decision, result } = judged({ tickets: gain, facts: loss }, netGain({ facts: weight }));
    expect([result.verdict, decision.verdict]).toEqual([verdict, verdict]);
  });

  test('says what it is made of', () => {
    const { result } = judged({ tickets: { rose: 90 }, facts: { fell: 12 } }, netGain({ facts: 2 }));
    const [up, down] = [90 / 490, 12 / 412];
    expect(result.delta?.value).toBeCloseTo(up, 12);
    expect(result.net?.value).toBeCloseTo(up - 2 * down, 12);
    expect(result.net?.losses).toEqual([
      { task: 'facts', metric: 'acc', weight: 2, delta: -down, unit: 'rate' },
    ]);
    expect(result.test?.method).toBe('square-and-add');
    expect(result.reasons[0]).toContain(
      'acc on facts by −2.9 pp (weight 2): after the losses that leaves +12.5 pp',
    );
  });

  test('says how many samples of its gain would decide it, if its losses have as many times more', () => {
    const tasks = { tickets: { rose: 45, fell: 5, both: 50 }, facts: { fell: 25, rose: 5, both: 70 } };
    const { result } = judged(tasks, netGain({ facts: 1 }, 0.06));
    expect(result).toMatchObject({ verdict: 'inconclusive', pairs: 200 });
    const times = (result.needed ?? 0) / result.pairs;
    const grown = (counts: Counts, by: number) =>
      Object.fromEntries(
        Object.entries({ neither: 100, ...counts }).map(([key, n]) => [key, Math.round(n * by)]),
      );
    const at = (by: number) =>
      judged(
        { tickets: grown(tasks.tickets, by), facts: grown(tasks.facts, by) },
        netGain({ facts: 1 }, 0.06),
      );
    // Fewer prove it where the observed rates come again exactly: so many do in nine of ten runs.
    expect(at(times).result.verdict).toBe('pass');
    expect(at(times * 0.2).result.verdict).toBe('inconclusive');
  });

  test('wants as much more as its limit says', () => {
    const tasks = { tickets: { rose: 60 }, facts: { rose: 3, fell: 3 } };
    expect(judged(tasks, netGain({ facts: 1 }, 0.02)).result.verdict).toBe('pass');
    expect(judged(tasks, netGain({ facts: 1 }, 0.3)).result.verdict).toBe('regression');
  });

  test('needs every task that it weighs', () => {
    const { result } = judged({ tickets: { rose: 60 } }, netGain({ facts: 1 }));
    expect([result.verdict, result.reasons]).toEqual([
      'invalid',
      ['There is no task facts among the runs; there are tickets.'],
    ]);
  });

  test.each([null, 5000])('of a capped task is none of the benchmark, drawn from %s or not', (population) => {
    const capped = { ...named('facts', { fell: 4 }), limited: true, population };
    const judge = (target: 'benchmark' | 'population') =>
      decide({
        comparisons: [named('tickets', { rose: 60 }), capped],
        gates: [netGain({ facts: 1 })],
        policy: policy({ target }),
      }).gates[0];
    expect(judge('population')?.verdict).toBe('pass');
    expect(judge('benchmark')?.verdict).toBe('invalid');
    expect(judge('benchmark')?.reasons[0]).toMatch(
      /facts were capped .* only where every task was evaluated whole/,
    );
    expect(judge('benchmark')?.reasons[0]).not.toContain('at random');
  });

  test('keeps the tasks that it weighs from stopping early', () => {
    expect(
      stopReason({ comparison: named('facts', { fell: 4 }) }, [netGain({ facts: 1 })], policy()),
    ).toBeNull();
  });

  test('weighs a perplexity by its own unit', () => {
    const tokens = (nats: number) =>
      run(
        Array.from({ length: 80 }, (_, i) => ({
          numerator: nats * (90 + (i % 20)),
          denominator: 90 + (i % 20),
        })),
        PERPLEXITY,
      );
    const text = { ...compareTask(tokens(2), tokens(2.05)), task: 'prose' };
    const gate: Gate = {
      ...netGain({}),
      losses: [{ task: 'prose', metric: 'word_perplexity', weight: 0.5 }],
    } as Gate;
    const decision = decide({
      comparisons: [named('tickets', { rose: 60 }), text],
      gates: [gate],
      policy: policy(),
    });
    const rise = Math.exp(2.05) - Math.exp(2);
    expect(decision.gates[0]?.net?.losses[0]?.delta).toBeCloseTo(rise, 9);
    expect(decision.gates[0]?.net?.value).toBeCloseTo(60 / 460 - 0.5 * rise, 9);
  });

  const counts = fc.record({ rose: fc.integer({ min: 0, max: 60 }), fell: fc.integer({ min: 0, max: 60 }) });
  const rank = (verdict: string) => VERDICTS.indexOf(verdict as (typeof VERDICTS)[number]);
  test('is never milder for a heavier weight or a greater limit', () => {
    fc.assert(
      fc.property(counts, counts, counts, (gain, one, other) => {
        const tasks = { tickets: gain, facts: one, mmlu: other };
        const light = judged(tasks, netGain({ facts: 0.5, mmlu: 0.5 })).result;
        const heavy = judged(tasks, netGain({ facts: 2, mmlu: 0.5 })).result;
        const greater = judged(tasks, netGain({ facts: 0.5, mmlu: 0.5 }, 0.05)).result;
        expect(heavy.net?.value ?? NaN).toBeLessThanOrEqual(light.net?.value ?? NaN);
        expect(rank(greater.verdict)).toBeGreaterThanOrEqual(rank(light.verdict));
        expect(light.verdict === 'regression' && heavy.verdict === 'pass').toBe(false);
      }),
      { numRuns: 12 },
    );
  });

  test('says the same of metrics where less is better, each score taken from one', () => {
    // Of an unknown name: acc has its direction.
    const higher = { ...ACC, name: 'mark' };
    const lower: MetricDeclaration = { ...higher, direction: 'lower_is_better' };
    const losses = [{ task: 'facts', metric: 'mark', weight: 2 }];
    const gate = { ...netGain({}, 0.01), metric: 'mark', losses } as Gate;
    const mirrored = ({ rose = 0, fell = 0 }: Counts): Counts => ({
      ...{ rose: fell, fell: rose, both: 100, neither: 300 },
    });
    const weighed = (comparisons: readonly TaskComparison[]) => {
      const [result] = decide({ comparisons, gates: [gate], policy: policy() }).gates;
      const { value = NaN, low, high } = result?.net ?? {};
      return { verdict: result?.verdict, net: [value, low ?? NaN, high ?? NaN] };
    };
    fc.assert(
      fc.property(counts, counts, (gain, loss) => {
        const plain = weighed([named('tickets', gain, higher), named('facts', loss, higher)]);
        const other = weighed([
          named('tickets', mirrored(gain), lower),
          named('facts', mirrored(loss), lower),
        ]);
        expect(plain.net).not.toContain(NaN);
        expect(other.verdict).toBe(plain.verdict);
        for (const [at, value] of other.net.entries()) expect(value).toBeCloseTo(plain.net[at] ?? NaN, 9);
      }),
      { numRuns: 12 },
    );
  });

  test('never passes without a gain', () => {
    fc.assert(
      fc.property(counts, counts, ({ rose, fell }, other) => {
        const { result } = judged(
          { tickets: { rose: Math.min(rose, fell), fell }, facts: other },
          netGain({ facts: 1 }),
        );
        expect(result.verdict).not.toBe('pass');
      }),
      { numRuns: 20 },
    );
  });
});

describe('of what rests on the same questions', () => {
  const widthOf = (comparisons: readonly TaskComparison[], gate = netGain({ facts: 1 })) => {
    const net = decide({ comparisons, gates: [gate], policy: policy() }).gates[0]?.net;
    return (net?.high ?? NaN) - (net?.low ?? NaN);
  };
  const shared = (index: number) => ({ input_digest: `q ${index}` });
  const unknown = () => ({ input_digest: NOT_RECORDED });
  const on = (task: string, asked?: Asked, metric = ACC) =>
    named(task, { rose: 40, fell: 40 }, metric, asked);
  const apart = widthOf([on('tickets'), on('facts')]);

  test('two metrics of one task are taken to hang together', () => {
    const comparison = on('tickets');
    const second = comparison.metrics.map((metric) => ({
      ...metric,
      declaration: { ...metric.declaration, name: 'second' },
    }));
    const same = { ...comparison, metrics: [...comparison.metrics, ...second] };
    const gate = { ...netGain({}), losses: [{ task: 'tickets', metric: 'second', weight: 1 }] } as Gate;
    expect(widthOf([same], gate)).toBeGreaterThan(apart * 1.2);
  });

  test.each<readonly [string, Asked, Asked]>([
    ['as their digests say', shared, shared],
    ['as their ids say, where nobody recorded what was asked', unknown, unknown],
    ['as their ids say, where one side of them was not recorded', shared, unknown],
  ])('two tasks that moved alike are no surer than one, %s', (_, gain, loss) => {
    expect(widthOf([on('tickets', gain), on('facts', loss)])).toBeGreaterThan(apart * 1.2);
  });

  test('tasks of which one got worse where the other got better credit each other nothing', () => {
    const toxic = on('facts', shared, { ...ACC, direction: 'lower_is_better', name: 'harm' });
    const gate = { ...netGain({}), losses: [{ task: 'facts', metric: 'harm', weight: 1 }] } as Gate;
    const other = on('facts', undefined, { ...ACC, direction: 'lower_is_better', name: 'harm' });
    expect(widthOf([on('tickets', shared), toxic], gate)).toBe(widthOf([on('tickets'), other], gate));
  });
});

test('of a task that was stopped tells nothing of samples that were drawn by weight', () => {
  const gate = netGain({ mmlu: 1 });
  const stopped = (draw: TaskComparison['draw']) => {
    const comparisons = [
      { ...named('tickets', { rose: 20 }), sequence: ['s000000'], draw },
      named('mmlu', { fell: 2 }),
    ];
    return decide({ comparisons, gates: [gate], policy: policy() }).gates[0];
  };
  expect(stopped(null)).toMatchObject({ verdict: 'inconclusive', delta: { value: 20 / 420 } });
  expect(stopped('lost')).toMatchObject({ verdict: 'inconclusive', candidate: null, delta: null });
});
