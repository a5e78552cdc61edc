import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stopWhenDecided } from '../../../src/app/evaluate/stopping.ts';
import { judgeRuns } from '../../../src/app/judge/judge-runs.ts';
import { resolveConfig } from '../../../src/config/resolve.ts';
import type { VerdictFile } from '../../../src/core/domain/decision.ts';
import type { RunRecord, Side } from '../../../src/core/domain/run.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';
import type { PartialRead } from '../../../src/results/store/results.ts';
import { sequentialOrder } from '../../../src/tasks/runners/order.ts';
import { record, run } from '../../core/compare/build.ts';

const configOf = (policy = '') =>
  resolveConfig({
    text: `version: 1
candidate: c.gguf
baseline: b.gguf
tasks:
  facts: { role: general, type: multiple_choice, dataset: facts.jsonl }
  mmlu: { role: general, type: multiple_choice, dataset: mmlu.jsonl }
gates:
  - { metric: facts/acc, max_drop: 5pp }
  - { metric: mmlu/acc, max_drop: 5pp }
policy: { ${policy} }
`,
    file: 'w.yml',
  });
const CONFIG = configOf();
const N = 400;
const ROUNDS = 4;
const TASKS = ['facts', 'mmlu'] as const;
type Task = (typeof TASKS)[number];

/** Answers of the candidate, of which so many per cent turned wrong and right; the baseline is right on three of four. */
function scores(seed: number, fell: number, rose: number): readonly number[] {
  const random = mulberry32(seed);
  return Array.from({ length: N }, (_, index) => {
    const before = index % 4 === 0 ? 0 : 1;
    return random() < (before === 1 ? fell : rose) ? 1 - before : before;
  });
}
const BASELINE = Array.from({ length: N }, (_, index) => (index % 4 === 0 ? 0 : 1));

const recordOf = (side: Side, task: Task, more: Partial<RunRecord> = {}) =>
  record({ side, planned: N, task, ...more });

function sideOf(
  side: Side,
  samplesOf: (task: Task, record: RunRecord) => readonly SampleRecord[],
  more: Partial<RunRecord> = {},
): PartialRead {
  return {
    faults: [],
    runs: TASKS.map((task) => {
      const own = recordOf(side, task, more);
      return { folder: `${side}/${task}`, incomplete: null, record: own, samples: samplesOf(task, own) };
    }),
  };
}
const baseline = sideOf('baseline', () => run(BASELINE).samples);

type Answers = Readonly<Record<Task, readonly number[]>>;
const SEQUENTIAL = { design: 'sequential' } as const;
const inOrder = (answers: Answers, task: Task, own: RunRecord) =>
  sequentialOrder(run(answers[task]).samples, own);

/** What the shards of so many rounds left, joined one after the other. */
const rounds = (answers: Answers, done: number, keep: (position: number) => boolean = () => true) =>
  sideOf(
    'candidate',
    (task, own) => {
      const first = inOrder(answers, task, own).slice(0, Math.ceil((N * done) / ROUNDS));
      return [0, 1, 2].flatMap((shard) => first.filter((_, at) => at % 3 === shard && keep(at)));
    },
    SEQUENTIAL,
  );

/** What one evaluation leaves that asks at every one of the ten planned looks, task by task. */
function alone(answers: Answers): PartialRead {
  const monitor = stopWhenDecided(CONFIG, { baseline });
  if ('obstacle' in monitor) throw new Error(monitor.obstacle);
  return {
    faults: [],
    runs: TASKS.map((task) => {
      const {
        status: _,
        started: __,
        finished: ___,
        schema_version: ____,
        ...plan
      } = recordOf('candidate', task, SEQUENTIAL);
      const own = recordOf('candidate', task, SEQUENTIAL);
      const ordered = inOrder(answers, task, own);
      const looks = Array.from({ length: 10 }, (_, look) => (look * N) / 10);
      for (const at of looks) {
        const because = monitor.stopReason(plan, ordered.slice(0, at));
        if (because === null) continue;
        const status = { state: 'complete', stopped: { after: at, because } } as const;
        return { folder: task, incomplete: null, record: { ...own, status }, samples: ordered.slice(0, at) };
      }
      return { folder: task, incomplete: null, record: own, samples: ordered };
    }),
  };
}

const judged = (candidate: PartialRead, config = CONFIG): VerdictFile =>
  judgeRuns(config, { baseline, candidate });
const tests = ({ gates }: VerdictFile) =>
  gates
    .map(({ id, verdict, test, delta }) => ({ id, verdict, test, delta }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

const SAME: Answers = { facts: BASELINE, mmlu: BASELINE };
const WORSE: Answers = { facts: scores(1, 0.5, 0), mmlu: BASELINE };
/** At the limit, where nothing is decided before the last sample. */
const NEAR: Answers = { facts: scores(3, 0.1, 0.1), mmlu: scores(4, 0.1, 0.1) };

describe('a candidate that shards evaluate in rounds of one order', () => {
  test.each<[string, Answers, number, string]>([
    ['decides to pass at the round that proves it', SAME, 3, 'pass'],
    ['decides to fail at the first that proves a loss', WORSE, 1, 'regression'],
  ])('%s, and waits for no other', (_, answers, done, verdict) => {
    const file = judged(rounds(answers, done));
    expect(file).toMatchObject({ verdict });
    expect(file).not.toHaveProperty('waits');
  });

  test.each(['on_inconclusive: warn', 'on_inconclusive: lean', 'on_inconclusive: block'])(
    'waits, says so first and lets nothing pass, under %s',
    (policy) => {
      const file = judged(rounds(NEAR, 1), configOf(policy));
      expect(file).toMatchObject({ verdict: 'invalid', blocked: true, exitCode: 3 });
      expect(file.summary).toBe(
        "Invalid: the candidate's run of mmlu waits for its next round: the first 100 of 400 samples of its order decide nothing yet",
      );
      expect(file.waits).toEqual(TASKS.map((task) => ({ task, evaluated: 100, planned: 400 })));
    },
  );

  test('is judged as ever after the last round', () => {
    const whole = judged(rounds(NEAR, ROUNDS));
    expect(whole).not.toHaveProperty('waits');
    expect(tests(whole)).toEqual(tests(judged(alone(NEAR))));
  });

  test('a shard of a round that is not here decides nothing', () => {
    for (const answers of [SAME, WORSE]) {
      const file = judged(rounds(answers, 3, (position) => position < 100 || position % 3 !== 1));
      expect(file).toMatchObject({ verdict: 'invalid', blocked: true });
      expect(file.reasons.join()).toMatch(/lacks the sample .* a shard of the round is not here/);
    }
  });

  test('gives the verdict of one evaluation in the same order, at whichever round it is decided', () => {
    const rate = fc.constantFrom(0, 0.02, 0.05, 0.1, 0.2, 0.4);
    fc.assert(
      fc.property(fc.nat({ max: 1000 }), rate, rate, rate, (seed, fell, rose, other) => {
        const answers = { facts: scores(seed, fell, rose), mmlu: scores(seed + 1, other, other) };
        const files = [1, 2, 3, 4].map((done) => judged(rounds(answers, done)));
        const first = files.find(({ waits }) => waits === undefined);
        const single = judged(alone(answers));
        expect(first?.verdict).toBe(single.verdict);
        if (single.verdict === 'pass') expect(tests(first as VerdictFile)).toEqual(tests(single));
        // Whatever was decided stays, however many rounds follow.
        const decided = files.filter(({ waits }) => waits === undefined).map(({ verdict }) => verdict);
        expect(new Set(decided).size).toBe(1);
      }),
      { numRuns: 8 },
    );
  });
});
