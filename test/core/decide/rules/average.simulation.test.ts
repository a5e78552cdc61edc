import { describe, expect, test } from 'vitest';
import { compareTask, type TaskComparison } from '../../../../src/core/compare/compare.ts';
import { decide } from '../../../../src/core/decide/decide.ts';
import { earliestStop, stopReason } from '../../../../src/core/decide/stopping.ts';
import type { Gate, WeightedMetric } from '../../../../src/core/domain/gate.ts';
import type { MetricDeclaration } from '../../../../src/core/domain/metric.ts';
import { NOT_RECORDED, type SampleRecord } from '../../../../src/core/domain/sample.ts';
import { mulberry32 } from '../../../../src/core/stats/random.ts';
import { ACC, binaryScores, PERPLEXITY, record, run, TOXICITY } from '../../compare/build.ts';
import { policy } from '../build.ts';

type Counts = Parameters<typeof binaryScores>[0];

/** Questions of their own, unless `asked` says otherwise. */
function compared(
  task: string,
  pairs: readonly { readonly baseline: number; readonly candidate: number }[],
  asked: (index: number) => Partial<SampleRecord> = (index) => ({ input_digest: `${task} ${index}` }),
  metric: MetricDeclaration = ACC,
): TaskComparison {
  const side = (of: 'baseline' | 'candidate') =>
    run(
      pairs.map((pair) => pair[of]),
      metric,
      { task },
      asked,
    );
  return compareTask(side('baseline'), side('candidate'));
}

const counted = (task: string, counts: Counts): TaskComparison =>
  compared(task, binaryScores({ both: 600, neither: 300, ...counts }));

const average = (of: readonly string[] | Readonly<Record<string, number>>, limit = 0.02): Gate => ({
  rule: 'average',
  limit: { kind: 'absolute', value: limit },
  of: (Array.isArray(of) ? of.map((task) => [task, 1] as const) : Object.entries(of)).map(
    ([task, weight]): WeightedMetric => ({ task, metric: 'acc', weight: Number(weight) }),
  ),
  ...{ id: 'average/acc:average', task: 'average', metric: 'acc', tier: 'blocking' },
  source: { kind: 'default' },
});

function judged(
  comparisons: readonly TaskComparison[],
  gate: Gate = average(comparisons.map(({ task }) => task)),
  values: Parameters<typeof policy>[0] = {},
) {
  const decision = decide({ comparisons, gates: [gate], policy: policy(values) });
  const [result] = decision.gates;
  if (result === undefined) throw new Error('the gate was lost');
  return { decision, result };
}

describe('average', () => {
  test.each([
    ['nothing lost', { rose: 4, fell: 4 }, { rose: 4, fell: 4 }, 'pass'],
    ['a loss that another task wins back', { fell: 40 }, { rose: 40 }, 'pass'],
    ['losses that are small by themselves', { fell: 60 }, { fell: 40 }, 'regression'],
    ['a mean loss at the limit', { fell: 20 }, { rose: 2, fell: 20 }, 'inconclusive'],
  ] as const)('of %s', (_, one, other, verdict) => {
    const { decision, result } = judged([counted('facts', one), counted('mmlu', other)]);
    expect([result.verdict, decision.verdict]).toEqual([verdict, verdict]);
  });

  test('counts every task alike, however many samples it has', () => {
    const large = compared('large', binaryScores({ both: 6000, fell: 60, neither: 3940 }));
    const small = compared('small', binaryScores({ both: 90, fell: 5, neither: 5 }));
    const { result } = judged([large, small], average(['large', 'small'], 0.2));
    expect(result.delta?.value).toBeCloseTo(-(60 / 10_000 + 5 / 100) / 2, 12);
    expect(result.average).toEqual([
      { task: 'large', metric: 'acc', share: 0.5, delta: -0.006 },
      { task: 'small', metric: 'acc', share: 0.5, delta: -0.05 },
    ]);
    expect([result.pairs, result.flips]).toEqual([10_100, { regressed: 65, improved: 0 }]);
  });

  test('counts tasks by their weights', () => {
    const tasks = [counted('facts', { fell: 90 }), counted('mmlu', { rose: 10 })];
    const { result } = judged(tasks, average({ facts: 1, mmlu: 3 }, 0.05));
    expect(result.delta?.value).toBeCloseTo((-90 / 990 + (3 * 10) / 910) / 4, 12);
    expect(result.reasons[0]).toMatch(
      /^The weighted average of 2 tasks .* \(weight 25 %\), .* \(weight 75 %\)/,
    );
    expect(result.test?.method).toBe('average');
  });

  test('is surer of four tasks together than of any by itself', () => {
    const tasks = ['a', 'b', 'c', 'd'].map((task) => counted(task, { rose: 10, fell: 20 }));
    const width = (of: readonly TaskComparison[]) => {
      const { delta } = judged(of).result;
      return (delta?.high ?? NaN) - (delta?.low ?? NaN);
    };
    expect(width(tasks)).toBeCloseTo(width(tasks.slice(0, 2)) / Math.SQRT2, 6);
  });

  test('of the same questions is no surer than of one of them', () => {
    const pairs = binaryScores({ both: 600, neither: 300, rose: 10, fell: 20 });
    const same = (task: string) => compared(task, pairs, (index) => ({ input_digest: `q ${index}` }));
    const apart = ['a', 'b'].map((task) => compared(task, pairs));
    const width = (of: readonly TaskComparison[]) => {
      const { delta } = judged(of).result;
      return (delta?.high ?? NaN) - (delta?.low ?? NaN);
    };
    expect(width([same('a'), same('b')])).toBeCloseTo(width(apart) * Math.SQRT2, 6);
  });

  test('of two filters of the same answers is no surer than of one, though nobody recorded what was asked', () => {
    const pairs = binaryScores({ both: 600, neither: 300, rose: 10, fell: 20 });
    const side = (of: 'baseline' | 'candidate') => {
      const read = (filter: string) =>
        run(
          pairs.map((pair) => pair[of]),
          ACC,
          {},
          () => ({ input_digest: NOT_RECORDED, filter }),
        );
      const [strict, flexible] = [read('strict'), read('flexible')];
      return { ...strict, samples: [...strict.samples, ...flexible.samples] };
    };
    const comparison = compareTask(side('baseline'), side('candidate'));
    const both = ['strict', 'flexible'].map((filter) => ({
      ...{ task: 'facts', metric: 'acc', filter, weight: 1 },
    }));
    const width = (of: readonly WeightedMetric[]) => {
      const { delta } = judged([comparison], { ...average([]), of } as Gate).result;
      return (delta?.high ?? NaN) - (delta?.low ?? NaN);
    };
    expect(width(both)).toBeCloseTo(width(both.slice(0, 1)), 12);
  });

  test('of tasks on the same passages counts what moves together', () => {
    const random = mulberry32(3);
    const lost = Array.from({ length: 60 }, () => random() < 0.1);
    const pairs = Array.from({ length: 600 }, (_, index) => ({
      baseline: 1,
      candidate: Number(lost[index % 60] === false),
    }));
    const on = (task: string, passages: string) =>
      compared(task, pairs, (index) => ({
        ...{ input_digest: `${task} ${index}`, cluster: `${passages} ${index % 60}` },
      }));
    const width = (of: readonly TaskComparison[]) => {
      const { delta } = judged(of).result;
      return (delta?.high ?? NaN) - (delta?.low ?? NaN);
    };
    expect(width([on('a', 'p'), on('b', 'p')])).toBeCloseTo(
      width([on('a', 'p'), on('b', 'q')]) * Math.SQRT2,
      6,
    );
  });

  test('of two metrics of one task, one of which nothing moved, takes them for as alike as can be', () => {
    const still = binaryScores({ both: 700, neither: 230 });
    const moved = binaryScores({ both: 600, neither: 300, rose: 10, fell: 20 });
    const asked = (index: number) => ({ input_digest: `q ${index}` });
    const together = judged([compared('a', moved, asked), compared('b', still, asked)]).result.delta;
    const apart = judged([compared('a', moved), compared('b', still)]).result.delta;
    expect(together?.low ?? NaN).toBeLessThan(apart?.low ?? NaN);
    expect(together?.high ?? NaN).toBeGreaterThan(apart?.high ?? NaN);
  });

  test('needs every task, and says which is not there', () => {
    const { decision, result } = judged([counted('facts', {})], average(['facts', 'mmlu']));
    expect([result.verdict, decision.blocked]).toEqual(['invalid', true]);
    expect(result.reasons).toEqual(['There is no task mmlu among the runs; there are facts.']);
    expect(result.average?.map(({ task, delta }) => [task, delta])).toEqual([
      ['facts', null],
      ['mmlu', null],
    ]);
    expect([result.limit, result.unit]).toEqual(['2pp', 'rate']);
  });

  test('is invalid where one task cannot be compared', () => {
    const other = counted('mmlu', {});
    const mismatches = [
      { task: 'mmlu', field: 'dataset', baseline: 'a', candidate: 'b', severity: 'hard' } as const,
    ];
    const { result } = judged([counted('facts', {}), { ...other, mismatches }]);
    expect(result.verdict).toBe('invalid');
    expect(result.reasons[0]).toContain('The runs of mmlu cannot be compared');
  });

  test.each([
    ['of another direction', TOXICITY, 'is of another unit or direction'],
    ['on a logarithmic scale', PERPLEXITY, 'is judged on a logarithmic scale'],
  ] as const)('has no mean with a metric %s', (_, metric, says) => {
    const pairs = Array.from({ length: 50 }, (_each, index) => ({
      baseline: index % 2,
      candidate: index % 2,
    }));
    const scored =
      metric.kind === 'mean'
        ? compared('mmlu', pairs, undefined, metric)
        : compareTask(
            ...([0, 1].map(() =>
              run(
                pairs.map(() => ({ numerator: 2, denominator: 1 })),
                metric,
                { task: 'mmlu' },
              ),
            ) as [ReturnType<typeof run>, ReturnType<typeof run>]),
          );
    const gate = average(['facts', 'mmlu']) as Extract<Gate, { rule: 'average' }>;
    const of = gate.of.map((each) => (each.task === 'mmlu' ? { ...each, metric: metric.name } : each));
    const { result } = judged([counted('facts', {}), scored], { ...gate, of });
    expect(result.verdict).toBe('invalid');
    expect(result.reasons[0]).toContain(says);
  });

  test('decides on sums without samples only where that is meant, and names their task', () => {
    const summed = {
      record: record({
        ...{ task: 'mmlu', metrics: [ACC], primary_metric: 'acc' },
        aggregates: [{ metric: 'acc', value: 0.7, stderr: null, n: 20_000 }],
      }),
      samples: [],
    };
    const tasks = [counted('facts', {}), compareTask(summed, summed)];
    const gate = average(['facts', 'mmlu']);
    const { result } = judged(tasks, gate);
    expect([result.verdict, result.blocks]).toEqual(['invalid', true]);
    expect(result.reasons[0]).toMatch(/^A run of mmlu holds sums and no samples/);
    const meant = judged(tasks, { ...gate, allowWeakEvidence: true }).result;
    expect([meant.verdict, meant.evidence]).toEqual(['pass', 'weak']);
    expect(meant.reasons.join(' ')).toContain('Weak evidence');
  });

  test('takes missing scores for the worst', () => {
    const pairs = binaryScores({ both: 600, neither: 300, fell: 4, rose: 4 });
    const side = (of: 'baseline' | 'candidate') =>
      run(
        pairs.map((pair, index) => (of === 'candidate' && index < 9 ? 'broken' : pair[of])),
        ACC,
        { task: 'mmlu' },
        (index) => ({ input_digest: `mmlu ${index}` }),
      );
    const whole = judged([counted('facts', {}), counted('mmlu', { fell: 4, rose: 4 })]).result;
    const missing = judged([counted('facts', {}), compareTask(side('baseline'), side('candidate'))]).result;
    expect(missing.unscored).toEqual({ baseline: 0, candidate: 9 });
    expect(missing.delta?.low ?? NaN).toBeLessThan((whole.delta?.low ?? NaN) - 0.003);
  });

  test('does not stand on a task in which the baseline only guesses', () => {
    const choices = (index: number) => ({ input_digest: `mmlu ${index}`, choices: 2 });
    const guessed = compared('mmlu', binaryScores({ both: 200, neither: 200 }), choices);
    const tasks = [counted('facts', {}), guessed];
    const { result } = judged(tasks);
    expect([result.verdict, result.leaning]).toEqual(['inconclusive', 'none']);
    expect(result.blind).toMatch(/^averages mmlu\/acc and cannot see a loss/);
    expect(judged(tasks, { ...average(['facts', 'mmlu']), allowFloor: true }).result.verdict).toBe('pass');
  });

  test('of tasks that have exactly as much to lose as is allowed cannot see a loss', () => {
    // 0.5 · 0.1 + 0.5 · 0.2 is 0.15000000000000002.
    const tasks = [
      compared('facts', binaryScores({ both: 100, neither: 900 })),
      compared('mmlu', binaryScores({ both: 200, neither: 800 })),
    ];
    const { result } = judged(tasks, average(['facts', 'mmlu'], 0.15));
    expect(result.blind).toMatch(/no more to lose than it allows/);
    expect(judged(tasks, average(['facts', 'mmlu'], 0.149)).result.blind).toBeUndefined();
  });

  test('keeps its tasks from stopping early', () => {
    const facts = counted('facts', {});
    const gate = average(['facts', 'mmlu']);
    expect(stopReason({ comparison: facts }, [gate], policy())).toBeNull();
    expect(earliestStop({ comparison: facts }, [gate], policy())).toBeNull();
  });

  test('of a task that was stopped is undecided', () => {
    const stopped = { ...counted('mmlu', {}), sequence: ['s000000'] };
    const { result } = judged([counted('facts', {}), stopped]);
    expect([result.verdict, result.leaning]).toEqual(['inconclusive', 'none']);
    expect(result.reasons[0]).toContain('The evaluation stopped after 1 of');
  });

  test('speaks of exactly the benchmarks where all of them were evaluated whole', () => {
    const tasks = [counted('facts', { fell: 18 }), counted('mmlu', { fell: 18 })];
    const { result } = judged(tasks, average(['facts', 'mmlu'], 0.02), { target: 'benchmark' });
    expect([result.test?.method, result.verdict]).toEqual(['benchmark', 'pass']);
    const capped = [counted('facts', {}), { ...counted('mmlu', {}), limited: true }];
    expect(judged(capped, average(['facts', 'mmlu']), { target: 'benchmark' }).result.verdict).toBe(
      'invalid',
    );
  });

  test('speaks of more than the benchmarks where one of them was not seen whole', () => {
    const facts = counted('facts', { fell: 4 });
    const mmlu = binaryScores({ both: 600, neither: 300, fell: 4 });
    const methodOf = (other: TaskComparison) =>
      judged([facts, other], average(['facts', 'mmlu'], 0.1), { target: 'auto' }).result.test?.method;
    const whole = compared('mmlu', mmlu);
    const cut = compareTask(
      run(
        mmlu.map(({ baseline }) => baseline),
        ACC,
        { task: 'mmlu' },
      ),
      run(
        mmlu.map(({ candidate }, index) => (index === 0 ? 'cut off' : candidate)),
        ACC,
        { task: 'mmlu' },
      ),
    );
    expect([whole, { ...whole, limited: true }, cut].map(methodOf)).toEqual([
      'benchmark',
      'average',
      'average',
    ]);
  });

  test('is invalid where a task lacks more scores than the policy can do without', () => {
    const half = compareTask(
      run([...Array.from({ length: 50 }, () => 1), ...Array.from({ length: 50 }, () => 'down')], ACC, {
        task: 'mmlu',
      }),
      run(
        Array.from({ length: 100 }, () => 1),
        ACC,
        { task: 'mmlu' },
      ),
    );
    const { result } = judged([counted('facts', {}), half], average(['facts', 'mmlu'], 0.5));
    expect([result.verdict, result.blocks]).toEqual(['invalid', true]);
  });

  test.each(['auto', 'benchmark'] as const)(
    'of answers that vary speaks of exactly the benchmarks only where that is asked: %s',
    (target) => {
      const again = counted('mmlu', { fell: 18 });
      const metrics = again.metrics.map((metric) => ({ ...metric, varies: true as const }));
      const methodOf = (other: TaskComparison) =>
        judged([counted('facts', { fell: 18 }), other], average(['facts', 'mmlu'], 0.2), { target }).result
          .test?.method;
      expect(methodOf(again)).toBe('benchmark');
      expect(methodOf({ ...again, metrics })).toBe(target === 'auto' ? 'average' : 'benchmark');
    },
  );
});
