import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addGate } from '../../src/cli/gate.ts';
import type { Aggregate, RunRecord } from '../../src/core/domain/run.ts';
import { declareMetric } from '../../src/core/metrics/registry.ts';
import { plan } from '../support/stored-run.ts';
import { jsonl, temporaryFolder } from '../support/temporary-folder.ts';
import { attempt, HALF, MOSTLY, type Tampered, writeTampered } from './attempt.ts';

/** Two sides as somebody left them, judged with a limit of five points. */
async function judge(baseline: Tampered, candidate: Tampered, config?: string) {
  const folder = temporaryFolder(config === undefined ? {} : { 'w.yml': config });
  const [b, c] = [join(folder, 'b'), join(folder, 'c')];
  writeTampered(b, 'baseline', baseline);
  writeTampered(c, 'candidate', candidate);
  const limits = config === undefined ? ['--max-drop', 'facts/acc=5pp'] : ['--config', join(folder, 'w.yml')];
  return attempt(addGate, ['gate', '--baseline', b, '--candidate', c, ...limits], join(folder, 'out'));
}

const acc = declareMetric('acc');
const scored = (acc: unknown) => (line: object) => ({ ...line, scores: { acc } });

test('nothing tampered with passes, and a real drop is a regression', async () => {
  expect((await judge({}, {})).exitCode).toBe(0);
  expect((await judge({}, { isRight: HALF })).exitCode).toBe(1);
});

describe('samples', () => {
  // red-team 8: samples and records that lie about themselves
  test.each<[string, Tampered, Tampered]>([
    ['ids that differ in Unicode form', renamed((id) => `é${id}`), renamed((id) => `e\u0301${id}`)],
    ['ids that differ in white space', {}, renamed((id) => `${id} `)],
    ['all ids the same', {}, renamed(() => 's')],
    ['the wrong ones left out', {}, { line: (line, index) => (MOSTLY(index) ? line : null) }],
    [
      'the wrong ones left out, and the plan shortened',
      {},
      { line: (line, index) => (MOSTLY(index) ? line : null), record: { planned: 450 } },
    ],
    [
      'the baseline lacks what the candidate has wrong',
      { line: (line, index) => (HALF(index) ? line : null) },
      { isRight: HALF },
    ],
    ['the wrong ones without a score', {}, unscored((index) => !MOSTLY(index))],
    ['no scores', {}, { line: (line) => ({ ...line, scores: {} }) }],
    ['scores as texts', {}, { line: scored('1') }],
    ['scores as booleans', {}, { line: scored(true) }],
    ['scores in per cent', {}, { line: scored(85) }],
    ['null', {}, { line: scored(null) }],
    ['a score for a prototype', {}, { line: (line) => ({ ...line, scores: JSON.parse('{"__proto__":1}') }) }],
    ['other weights', {}, { line: (line) => ({ ...line, weight: 2 }) }],
    ['weights of zero', ...both({ line: (line) => ({ ...line, weight: 0 }) })],
    ['other clusters', {}, { line: (line) => ({ ...line, cluster: 'all' }) }],
    ['one cluster', ...both({ line: (line) => ({ ...line, cluster: 'all' }) })],
    ['other groups', {}, { line: (line) => ({ ...line, group: 'easy' }) }],
    ['other questions', {}, { line: (line) => ({ ...line, input_digest: 'easy' }) }],
    ['other answers that count as right', {}, { line: (line) => ({ ...line, target_digest: 'any' }) }],
    ['none', ...both({ planned: 0 })],
    ['one', ...both({ planned: 1 })],
    ['two', ...both({ planned: 2 })],
  ])('%s: no pass', async (_, baseline, candidate) => {
    const { exitCode, verdict, text } = await judge(baseline, candidate);
    expect(exitCode, text).toBeGreaterThan(0);
    // Where neither side can be read there is none.
    expect(verdict?.blocked ?? true).toBe(true);
  });
});

test('ids that are written otherwise are named, one of each side', async () => {
  const { verdict } = await judge(
    {},
    renamed((id) => `${id} `),
  );
  expect(verdict?.summary).toMatch(
    /(\d+) are in the baseline alone \(such as "(\w+)"\) and \1 in the candidate alone \(such as "\2 "\): ids have to be written alike/,
  );
});

describe('what a run says of itself', () => {
  const first = (line: object, index: number) => (index < 10 ? line : null);
  const stopped = { state: 'complete', stopped: { after: 10, because: 'decided' } } as const;
  test.each<[string, Partial<RunRecord>, Tampered['line']?]>([
    ['another direction', { metrics: [{ ...acc, direction: 'lower_is_better' }] }],
    ['another range', { metrics: [{ ...acc, range: { min: 0, max: 100 } }] }],
    ['another kind', { metrics: [{ ...acc, kind: 'ratio' }] }],
    ['that it still runs', { status: { state: 'running' } }],
    ['that it failed', { status: { state: 'failed', reason: 'x' } }],
    ['that it stopped early, designed in full', { status: stopped }, first],
    ['that it stopped early on samples it chose', { status: stopped, design: 'sequential' }, first],
    ['another dataset', { fingerprint: { dataset: 'd2', seed: 1, limit: null } }],
    ['less of a fingerprint', { fingerprint: { dataset: 'd1' } }],
    ['another task', { task: 'other' }],
  ])('%s: no pass', async (_, record, line) => {
    const { exitCode, verdict, text } = await judge({}, { record, ...(line === undefined ? {} : { line }) });
    expect(exitCode, text).toBeGreaterThan(0);
    expect(verdict?.blocked).toBe(true);
  });
});

describe('sums without samples', () => {
  const WEAK = 'version: 1\ngates: [{ metric: facts/acc, max_drop: 5pp, allow_weak_evidence: true }]\n';
  const sum = (aggregate: Partial<Aggregate> = {}): Aggregate => ({
    ...{ metric: 'acc', value: 0.9, stderr: 0.001, n: 5000 },
    ...aggregate,
  });
  const sums = (aggregates: readonly Aggregate[], record: Partial<RunRecord> = {}): Tampered => ({
    planned: 0,
    record: { aggregates, ...record },
  });

  test('are believed where the gate lets them', async () => {
    expect((await judge(sums([sum()]), sums([sum()]), WEAK)).exitCode).toBe(0);
    expect((await judge(sums([sum()]), sums([sum({ value: 0.5 })]), WEAK)).exitCode).toBe(1);
  });

  test.each<[string, Tampered]>([
    ['in per cent, where the metric is a rate', sums([sum({ value: 50 })])],
    ['two of one metric', sums([sum(), sum({ value: 0.1 })])],
    ['of nobody knows how many', sums([sum({ stderr: null, n: null })])],
    ['of one sample', sums([sum({ stderr: null, n: 1 })])],
    [
      'of a run that stopped early',
      sums([sum()], {
        design: 'sequential',
        status: { state: 'complete', stopped: { after: 0, because: 'decided' } },
      }),
    ],
    ['beside samples', { ...sums([sum()]), planned: 500, isRight: HALF }],
  ])('%s: no pass', async (_, candidate) => {
    const { exitCode, verdict, text } = await judge(sums([sum()]), candidate, WEAK);
    expect(exitCode, text).toBeGreaterThan(0);
    expect(verdict?.blocked).toBe(true);
  });

  test('two results of one model in one folder: neither is taken for the other', async () => {
    const folder = temporaryFolder({ 'w.yml': WEAK });
    writeTampered(join(folder, 'b'), 'baseline', sums([sum()]));
    writeTampered(join(folder, 'c/1'), 'candidate', sums([sum()]));
    writeTampered(join(folder, 'c/2'), 'candidate', sums([sum({ value: 0.5 })]));
    const sides = ['--baseline', join(folder, 'b'), '--candidate', join(folder, 'c')];
    const args = ['gate', ...sides, '--config', join(folder, 'w.yml')];
    const { exitCode, text } = await attempt(addGate, args, join(folder, 'out'));
    expect(exitCode, text).toBe(3);
    expect(text).toContain('not parts of one run: they differ in aggregates');
  });
});

describe('results compared with themselves', () => {
  const gate = (folder: string, baseline: string, candidate: string) =>
    attempt(
      addGate,
      ['gate', '--baseline', baseline, '--candidate', candidate, '--max-drop', 'facts/acc=5pp'],
      join(folder, 'out'),
    );

  // red-team 2: the baseline set to the candidate itself
  test.each(['a', 'link'])('one run directory named for both sides, as %s', async (name) => {
    const folder = temporaryFolder();
    const own = writeTampered(join(folder, 'a'), 'candidate', { isRight: HALF });
    symlinkSync('a', join(folder, 'link'));
    const { exitCode, text, verdict } = await gate(folder, join(folder, name, 'candidate'), own);
    expect(exitCode, text).toBe(3);
    expect(verdict?.reasons[0]).toContain("the candidate's results are the baseline's own");
  });

  test('one file of another program named for both sides, and not two that lie side by side', async () => {
    const rows = Array.from({ length: 200 }, (_, id) => ({
      task: 'facts',
      id,
      metric: 'acc',
      score: id % 2,
    }));
    const folder = temporaryFolder({ 'a.jsonl': jsonl(...rows), 'b.jsonl': `${jsonl(...rows)}\n` });
    const [a, b] = [join(folder, 'a.jsonl'), join(folder, 'b.jsonl')];
    expect((await gate(folder, a, a)).exitCode).toBe(3);
    expect((await gate(folder, a, b)).exitCode).toBe(0);
  });

  test('one model for both sides passes, and the first line says so', async () => {
    const model = { ...plan().model, digest: 'sha256:one' };
    const { exitCode, verdict } = await judge({ record: { model } }, { record: { model } });
    expect(exitCode).toBe(0);
    expect(verdict?.summary).toContain('Candidate and baseline are the same weights.');
    expect((await judge({}, {})).verdict?.summary).not.toContain('same weights');
  });
});

function renamed(to: (id: string) => string): Tampered {
  return { line: (line) => ({ ...line, id: to(line.id) }) };
}

function unscored(isMissing: (index: number) => boolean): Tampered {
  return {
    line: (line, index) => (isMissing(index) ? { ...line, scores: { acc: { unscored: 'x' } } } : line),
  };
}

function both(tampered: Tampered): [Tampered, Tampered] {
  return [tampered, tampered];
}
