import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordOf } from '../../../src/app/history/record.ts';
import { judgeResults } from '../../../src/app/judge.ts';
import { tasksInHistory } from '../../../src/config/history-tasks.ts';
import { resolveConfig } from '../../../src/config/resolve.ts';
import { restlessSamples, trendsOf } from '../../../src/core/compare/trend.ts';
import { replay } from '../../../src/core/decide/replay.ts';
import { suggestLimits } from '../../../src/core/decide/suggest.ts';
import type { History } from '../../../src/core/domain/history.ts';
import { historyRows, renderHistoryPage, trendBlocks } from '../../../src/report/history.ts';
import { renderReplay } from '../../../src/report/replay.ts';
import { renderSuggestions } from '../../../src/report/suggest.ts';
import { blocksToLines } from '../../../src/report/terminal.ts';
import { judgedRounds } from './rounds.ts';

let folder: string;
let history: History;
const FORGETS_FROM = 7;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weighbridge-rounds-'));
  const rounds = {
    samples: 2000,
    count: 12,
    forgetsFrom: FORGETS_FROM,
    loss: 0.018,
    maxDrop: '3pp',
    seed: 3,
  };
  history = { runs: await judgedRounds(folder, rounds), notes: [] };
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

describe('twelve rounds, of which each merged and the last six forgot a little', () => {
  test('every round passed by itself', () => {
    expect(history.runs.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 12 }, () => 'pass'));
  });

  test('the trend names the round in which it began, and what has been lost since the first', () => {
    const [trend, ...others] = trendsOf(history);
    expect(others).toEqual([]);
    expect(trend?.change).toMatchObject({ shape: 'slope', isWorse: true });
    expect(trend?.change?.run).toBe(history.runs[FORGETS_FROM - 1]);
    expect(trend?.sinceFirst?.high).toBeLessThan(-0.04);
    const text = blocksToLines(trendBlocks(history)).join('\n');
    expect(text).toMatch(
      /facts\/acc +12 .*█.*▁ .*, worse\) +worse since 2026-01-07 \(0000000\): −1\.\d pp a round/,
    );
  });

  test('rounds that asked something else are drawn, and prove nothing of the checkpoints', () => {
    const runs = history.runs.map((run, index) => ({
      ...run,
      tasks: run.tasks.map((task) => ({ ...task, dataset: index < FORGETS_FROM + 3 ? 'old' : 'new' })),
    }));
    const [trend] = trendsOf({ runs });
    expect(trend?.points).toHaveLength(12);
    expect(trend?.change).toBeNull();
    expect(trend?.sinceFirst?.value).toBeCloseTo(
      (trend?.points[11]?.value ?? NaN) - (trend?.points[FORGETS_FROM + 3]?.value ?? NaN),
    );
    expect(trendsOf({ runs: runs.slice(0, -2) })[0]?.change?.isWorse).toBe(true);
  });

  test('before it began, nothing was proven', () => {
    expect(trendsOf({ runs: history.runs.slice(0, FORGETS_FROM - 1) })[0]?.change).toBeNull();
  });

  test('every new baseline is marked, and samples that change again and again are named', () => {
    const [trend] = trendsOf(history);
    expect(trend?.points.map(({ isNewBaseline }) => isNewBaseline)).toEqual([false, ...Array(11).fill(true)]);
    for (const { worse, better } of restlessSamples(history, 5)) expect(worse + better).toBeGreaterThan(1);
  });

  test('the page has it all and loads nothing', () => {
    const page = renderHistoryPage(history);
    expect(page).toContain('A lasting change is proven of 1 metric');
    expect(page).toContain('changed from here');
    expect(page).not.toMatch(/<script|https?:\/\//);
  });

  test('a spreadsheet has a line a round and metric', () => {
    const [header, ...rows] = historyRows(history, 'facts/acc');
    expect(rows).toHaveLength(12);
    expect(rows.every((row) => row.length === header?.length)).toBe(true);
    expect(historyRows(history, 'other')).toHaveLength(1);
  });
});

describe('a round that a policy cannot be replayed on', () => {
  /** Rates of 0 and 1 by a function of the row, on both sides, judged and recorded as a repository would. */
  async function recorded(gates: string, samples: number, baseline: Row, candidate: Row) {
    const place = await mkdtemp(join(folder, 'judged-'));
    const paths = { baseline: join(place, 'baseline.jsonl'), candidate: join(place, 'candidate.jsonl') };
    for (const [path, row] of [
      [paths.baseline, baseline],
      [paths.candidate, candidate],
    ] as const) {
      const rows = Array.from({ length: samples }, (_, index) =>
        JSON.stringify({ task: 'facts', id: `q${index}`, ...row(index) }),
      );
      await writeFile(path, `${rows.join('\n')}\n`);
    }
    const text = `version: 1\ngates: [${gates}]\n`;
    await writeFile(join(place, 'weighbridge.yml'), text);
    const verdict = await judgeResults({
      ...{ configPath: join(place, 'weighbridge.yml'), out: join(place, 'out') },
      ...{ folders: paths, overrides: {} },
    });
    const run = recordOf(verdict, {
      ...{ date: '2026-01-01T00:00:00.000Z', commit: null, branch: null, pullRequest: null },
      ...{ seconds: null, training: {} },
    });
    const { gates: again, policy } = resolveConfig({
      ...{ text, file: 'p.yml', results: tasksInHistory({ runs: [run] }) },
    });
    return { verdict, run, replayed: replay({ runs: [run] }, again, policy)[0] };
  }
  type Row = (index: number) => Readonly<Record<string, unknown>>;
  const toxic: Row = () => ({ metric: 'toxicity', score: 0 });
  const right: Row = (index) => ({ metric: 'acc', score: index % 2 });

  test('has a rate of 0, whose standard error of 0 is no proof', async () => {
    const { verdict, replayed } = await recorded('{ metric: facts/toxicity, ceiling: 1% }', 30, toxic, toxic);
    expect(verdict.verdict).toBe('inconclusive');
    expect(replayed).toMatchObject({ verdict: 'inconclusive', blocked: verdict.blocked });
  });

  test('has a baseline that could lose no more than the limit, unless that is meant', async () => {
    const wrong: Row = () => ({ metric: 'acc', score: 0 });
    const limit = 'metric: facts/acc, max_drop: 5pp';
    const { verdict, replayed } = await recorded(`{ ${limit} }`, 300, wrong, wrong);
    expect(verdict.verdict).toBe('inconclusive');
    expect(replayed).toMatchObject({ verdict: 'inconclusive', blocked: true });
    const meant = await recorded(`{ ${limit}, allow_floor: true }`, 300, wrong, wrong);
    expect([meant.verdict.verdict, meant.replayed?.verdict]).toEqual(['pass', 'pass']);
  });

  test('compared two sides that were asked otherwise, of which no change is kept', async () => {
    const asked =
      (what: string): Row =>
      (index) => ({ ...right(index), input: `${what} ${index}` });
    const limit = '{ metric: facts/acc, max_drop: 20pp }';
    const { verdict, run, replayed } = await recorded(limit, 300, asked('one'), asked('another'));
    expect(verdict.verdict).toBe('invalid');
    expect(replayed?.verdict).toBe('invalid');
    expect(run.tasks).toMatchObject([
      { metrics: [{ metric: 'acc', baseline: null, candidate: null, delta: null }], flips: null, worse: [] },
    ]);
    expect(trendsOf({ runs: [run] })).toEqual([]);
  });

  test('was itself invalid, whatever its gates say', async () => {
    const { run } = await recorded('{ metric: facts/acc, max_drop: 20pp }', 300, right, right);
    const { gates, policy } = resolveConfig({
      ...{ text: 'version: 1\ngates: [{ metric: facts/acc, max_drop: 20pp }]\n', file: 'p.yml' },
      results: tasksInHistory({ runs: [run] }),
    });
    const [replayed] = replay({ runs: [{ ...run, verdict: 'invalid', blocked: true }] }, gates, policy);
    expect(replayed).toMatchObject({ verdict: 'invalid', blocked: null });
    expect(replayed?.gates[0]?.unknown).toBe('the round could not be judged');
  });
});

describe('another policy on the rounds so far', () => {
  const under = (limit: string, more = '') => {
    const text = `version: 1\ngates: [{ metric: facts/acc, max_drop: ${limit} }]\n${more}`;
    const { gates, policy } = resolveConfig({ text, file: 'p.yml', results: tasksInHistory(history) });
    return replay(history, gates, policy);
  };

  test('the same policy says the same', () => {
    for (const { run, verdict, blocked } of under('3pp'))
      expect([verdict, blocked]).toEqual([run.verdict, run.blocked]);
  });

  test('a stricter one would have stopped the rounds that forgot', () => {
    const stopped = under('0.6pp').flatMap(({ blocked }, index) => (blocked ? [index + 1] : []));
    expect(stopped.length).toBeGreaterThanOrEqual(5);
    expect(Math.min(...stopped)).toBe(FORGETS_FROM);
    expect(renderReplay(under('0.6pp'))).toMatch(/^\d+ of 12 rounds would have been decided otherwise\./);
  });

  const beside = (limit: string, tier: string) => {
    const text = `version: 1\ngates:\n  - { metric: facts/acc, max_drop: ${limit} }\n  - { metric: facts/acc, no_regression_by_group: 3pp, tier: ${tier} }\n`;
    const { gates, policy } = resolveConfig({ text, file: 'p.yml', results: tasksInHistory(history) });
    return replay(history, gates, policy);
  };

  test('what a record does not hold is said, and lets no round pass', () => {
    const rounds = beside('3pp', 'blocking');
    expect(rounds[0]?.gates[1]?.unknown).toContain('a record cannot tell of no_regression_by_group');
    expect(rounds[0]).toMatchObject({ verdict: 'invalid', blocked: null });
    const text = renderReplay(rounds);
    expect(text).toMatch(/^0 of 12 rounds would have been decided otherwise\./);
    expect(text).toContain('Of 12 rounds that is not known.');
  });

  test('what is advisory, or changes nothing of a round that another gate stops, hides nothing', () => {
    expect(beside('3pp', 'advisory')[0]).toMatchObject({ verdict: 'pass', blocked: false });
    expect(beside('0.6pp', 'blocking')[FORGETS_FROM - 1]).toMatchObject({ blocked: true });
  });
});

describe('limits that fit', () => {
  const OPTIONS = { falseBlocks: 0.05, alpha: 0.05, leanAlpha: 0.25 };

  test('stop at most as many unchanged candidates as is said, and the rounds that forgot', () => {
    const [limit] = suggestLimits(history, OPTIONS);
    expect(limit?.blocksUnchanged).toBeLessThanOrEqual(0.05);
    expect(limit?.wouldHaveBlocked.map(({ date }) => date.slice(8, 10))).toContain('07');
    const text = renderSuggestions(suggestLimits(history, OPTIONS));
    expect(text.split('\n').every((line) => line === '' || line.startsWith('#'))).toBe(true);
    expect(text).toMatch(/# {3}- \{ metric: "facts\/acc", max_drop: 0\.\d+pp \}/);
  });
});
