import { describe, expect, test } from 'vitest';
import { judgeRuns } from '../../../src/app/judge/judge-runs.ts';
import { resolveConfig } from '../../../src/config/resolve.ts';
import { WeighbridgeError } from '../../../src/core/domain/errors.ts';
import type { RunRecord, Side } from '../../../src/core/domain/run.ts';
import { verdictJson } from '../../../src/report/json.ts';
import type { PartialRead } from '../../../src/results/store/results.ts';
import { sequentialOrder } from '../../../src/tasks/runners/order.ts';
import { ACC, record, run } from '../../core/compare/build.ts';

const CONFIG = resolveConfig({
  text: `version: 1
candidate: c.gguf
baseline: b.gguf
tasks:
  facts: { role: general, type: multiple_choice, dataset: facts.jsonl }
gates:
  - { metric: facts/acc, max_drop: 10pp }
`,
  file: 'w.yml',
});

/** A side that answered so many of 200 questions rightly. */
function side(of: Side, right: number, overrides: Partial<RunRecord> = {}): PartialRead {
  const { samples } = run(Array.from({ length: 200 }, (_, index) => (index < right ? 1 : 0)));
  return {
    runs: [
      {
        ...{ folder: of, samples, incomplete: null },
        record: record({ side: of, planned: 200, ...overrides }),
      },
    ],
    faults: [],
  };
}
const baseline = side('baseline', 150);
const NOTHING: PartialRead = { runs: [], faults: [] };
const fault = new WeighbridgeError('data', 'unreadable', {
  at: { file: 'out/x/run.json' },
  fix: 'Look at it.',
});

describe('what stored runs come to', () => {
  test.each<[string, PartialRead, PartialRead, string, boolean, number]>([
    ['the same answers', baseline, side('candidate', 150), 'pass', false, 0],
    ['a third forgotten', baseline, side('candidate', 100), 'regression', true, 1],
    ['no candidate', baseline, NOTHING, 'invalid', true, 3],
    ['nothing at all', NOTHING, NOTHING, 'invalid', true, 3],
    ['a fault beside a pass', { ...baseline, faults: [fault] }, side('candidate', 150), 'invalid', true, 3],
    [
      'a task unfinished',
      baseline,
      side('candidate', 150, { status: { state: 'running' } }),
      'invalid',
      true,
      3,
    ],
    ['another task', baseline, side('candidate', 150, { task: 'other' }), 'invalid', true, 3],
  ])('%s', (_, before, after, verdict, blocked, exitCode) => {
    const judged = judgeRuns(CONFIG, { baseline: before, candidate: after });
    expect(judged).toMatchObject({ verdict, blocked, exitCode });
  });

  test('a task is what the config calls it, whatever the runs say: half silent a safety task proves nothing', () => {
    const text = `version: 1
candidate: c.gguf
baseline: b.gguf
tasks:
  facts: { role: safety, type: generate, dataset: f.jsonl, doc_to_text: q, scorers: [exact_match] }
gates:
  - { metric: facts/exact_match, max_drop: 50pp }
`;
    const metric = { ...ACC, name: 'exact_match' };
    const said = (of: Side, silent: number): PartialRead => {
      const scores = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? 1 : 0));
      const { record: own, samples } = run(scores, metric, { side: of }, (index) => ({
        output: index < silent ? '' : 'no',
      }));
      return { runs: [{ folder: of, samples, incomplete: null, record: own }], faults: [] };
    };
    const config = resolveConfig({ text, file: 'w.yml' });
    const judged = judgeRuns(config, { baseline: said('baseline', 0), candidate: said('candidate', 120) });
    expect(judged).toMatchObject({ verdict: 'invalid', tasks: [{ role: 'safety' }] });
    expect(judged.reasons.join()).toContain('silence');
  });

  test('every fault is told, with place and fix', () => {
    const judged = judgeRuns(CONFIG, { baseline, candidate: { ...side('candidate', 150), faults: [fault] } });
    expect(judged.reasons).toContain('out/x/run.json: unreadable (fix: Look at it.)');
    expect(judged.summary).toContain('unreadable');
  });

  test('a run of a task that the config does not name is called what it is, on either side', () => {
    const [left, right] = [baseline, side('candidate', 150)];
    const stray = (of: Side) => side(of, 150, { task: 'dropped' }).runs;
    const reasons = (before: PartialRead, after: PartialRead) =>
      judgeRuns(CONFIG, { baseline: before, candidate: after }).reasons;
    const says = (of: Side) =>
      `the ${of} alone has a run of dropped, in ${of}, and w.yml names no such task: it may be left from an earlier config`;
    const more = (salvaged: PartialRead, of: Side) => ({
      ...salvaged,
      runs: [...salvaged.runs, ...stray(of)],
    });
    expect(reasons(more(left, 'baseline'), right)[0]).toContain(says('baseline'));
    expect(reasons(left, more(right, 'candidate'))[0]).toContain(says('candidate'));
    expect(reasons(more(left, 'baseline'), more(right, 'candidate')).join()).not.toContain('dropped');
  });

  test('of a side that cannot be read nobody says that it has no run', () => {
    const unread = { runs: [], faults: [fault] };
    const stray = side('candidate', 150, { task: 'dropped' });
    const { reasons, gates } = judgeRuns(CONFIG, { baseline: unread, candidate: stray });
    expect(reasons[0]).toContain('unreadable');
    expect(JSON.stringify([reasons, gates])).not.toContain('alone has a run');
    expect(JSON.stringify([reasons, gates])).not.toContain('no run in the baseline');
    expect(gates[0]?.reasons[0]).toContain(
      'run: none that can be read in the baseline, no run in the candidate',
    );
  });

  test('is the same byte for byte, and in whatever order samples were stored', () => {
    const candidate = side('candidate', 140);
    const turned = candidate.runs.map((stored) => ({ ...stored, samples: [...stored.samples].reverse() }));
    const bytes = (after: PartialRead) => verdictJson(judgeRuns(CONFIG, { baseline, candidate: after }));
    expect(bytes({ runs: turned, faults: [] })).toBe(bytes(candidate));
  });
});

describe('a candidate that stopped early', () => {
  /** The samples of its own order at these places, the others never evaluated. */
  function stopped(places: (position: number) => boolean): PartialRead {
    const status = { state: 'complete', stopped: { after: 150, because: 'decided' } } as const;
    const whole = side('candidate', 150, { design: 'sequential', status });
    return {
      faults: [],
      runs: whole.runs.map((stored) => ({
        ...stored,
        samples: sequentialOrder(stored.samples, stored.record).filter((_, position) => places(position)),
      })),
    };
  }
  const reasonsOf = (candidate: PartialRead) => judgeRuns(CONFIG, { baseline, candidate }).reasons.join();

  test('under an order that was drawn is judged by that order, which the verdict tells', () => {
    const status = { state: 'complete', stopped: { after: 150, because: 'decided' } } as const;
    const whole = side('candidate', 150, { design: 'sequential', status, order_seed: 99 });
    const runs = whole.runs.map((stored) => ({
      ...stored,
      samples: sequentialOrder(stored.samples, stored.record).slice(0, 150).reverse(),
    }));
    const verdict = judgeRuns(CONFIG, { baseline, candidate: { runs, faults: [] } });
    expect(verdict.reasons.join()).not.toContain('left out');
    expect(verdict.tasks[0]).toMatchObject({ orderSeed: 99 });
    const undrawn = runs.map(({ record: { order_seed: _, ...record }, ...stored }) => ({
      ...stored,
      record,
    }));
    expect(reasonsOf({ runs: undrawn, faults: [] })).toContain('its samples could have been chosen');
  });

  test('holds the first samples of its order', () => {
    expect(reasonsOf(stopped((position) => position < 150))).not.toContain('left out');
  });

  // red-team 11: samples of another order than that of the seed
  test.each<[string, (position: number) => boolean]>([
    ['without the first', (position) => position > 0 && position < 151],
    ['without one in the middle', (position) => position < 151 && position !== 70],
    ['with every second one only', (position) => position % 2 === 0],
  ])('%s it is invalid: its samples could have been chosen', (_, places) => {
    const candidate = stopped(places);
    expect(judgeRuns(CONFIG, { baseline, candidate })).toMatchObject({ verdict: 'invalid', blocked: true });
    expect(reasonsOf(candidate)).toContain('its samples could have been chosen');
  });
});
