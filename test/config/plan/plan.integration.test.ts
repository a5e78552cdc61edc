import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../../src/config/load.ts';
import { forecastsOf } from '../../../src/config/plan/forecasts.ts';
import { makePlan, type PrepareTask, sizeWarning } from '../../../src/config/plan/plan.ts';
import { resolveConfig } from '../../../src/config/resolve.ts';
import { IssueList, WeighbridgeError } from '../../../src/core/domain/errors.ts';
import { engineRunner } from '../../../src/tasks/runners/registry.ts';

const folder = mkdtempSync(join(tmpdir(), 'weighbridge-plan-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A runner's first half on a real file: a sample a line. */
const prepare: PrepareTask = async (task, directory) => {
  const { metrics } = engineRunner(task.runner).describe(task.options);
  const text = readFileSync(join(directory, task.options.dataset), 'utf8').trimEnd();
  if (text === 'broken') throw new WeighbridgeError('data', `${task.name}: not JSON`);
  return {
    samples: text.split('\n').map((id, index) => ({ id, index })),
    metrics,
    datasetDigest: 'sha256:0',
    limit: 'limit' in task.options ? (task.options.limit ?? null) : null,
    fingerprint: () => ({}),
    show: () => ({ prompt: 'ü'.repeat(20), continuations: [' a', ' b'], gold: 0, targets: [] }),
    run: () => Promise.reject(new Error('a plan runs nothing')),
  };
};

function plan(rows: number | 'broken', limit = '5pp', more = '', other = 'num_fewshot: 0') {
  const lines =
    rows === 'broken' ? rows : Array.from({ length: rows }, (_, index) => `row ${index}`).join('\n');
  writeFileSync(join(folder, 'facts.jsonl'), lines);
  const text = `version: 1
candidate: c.gguf
baseline: b.gguf
tasks:
  facts: { role: general, type: multiple_choice, dataset: facts.jsonl, num_fewshot: 2, fewshot_dataset: dev.jsonl }
  other: { role: general, type: generate, dataset: facts.jsonl, doc_to_text: q, scorers: [exact_match], ${other} }
gates:
  - { metric: facts, max_drop: ${limit} }
${more}`;
  return makePlan(resolveConfig({ text, file: join(folder, 'w.yml') }), prepare);
}

describe('a plan', () => {
  test('counts samples, warns of what stays undecided, and estimates the cost', async () => {
    const made = await plan(200);
    expect(made.tasks.map(({ config, prepared }) => [config.name, prepared.samples.length])).toEqual([
      ['facts', 200],
      ['other', 200],
    ]);
    expect(made.feasibility).toMatchObject([
      { gate: 'facts/acc:max_drop', outcome: 'undecided', needed: 454 },
    ]);
    expect(made.warnings).toEqual([
      expect.stringContaining('200 samples can prove 7.5pp, 5pp needs 454 samples'),
    ]);
    expect(made.cost).toMatchObject({ checkpoints: 2, total: { samples: 800, outputTokens: 2 * 200 * 256 } });
    expect(made.cost.tasks[0]?.promptTokens).toBe((200 * (40 + 4)) / 4);
  });

  test('says what an average of rates can show, by as many samples of one task as would be as certain', async () => {
    const average = async (weights: string) => {
      const more = `  - { average: { tasks: ${weights}, max_drop: 5pp } }`;
      const found = (await plan(200, '5pp', more)).feasibility.find(({ gate }) => gate.startsWith('average'));
      return { ...found };
    };
    const even = await average('[facts, other]');
    // 1.645 + 1.282 standard errors of √(.12 / 400), and as far from the limit as 5 points are.
    expect(even).toMatchObject({ outcome: 'undecided', samples: 400, needed: 412 });
    expect(even.certifiable).toBeCloseTo(0.0507, 4);
    // Of weights 9 and 1 it is as certain as 200 / .82 samples.
    expect(await average('{ facts: 9, other: 1 }')).toMatchObject({ samples: 400, needed: 676 });
  });

  test('has no warnings where the data suffice', async () => {
    expect((await plan(500)).warnings).toEqual([]);
  });

  test('does not count a side that is results already', async () => {
    const text = readFileSync(join(folder, 'facts.jsonl'), 'utf8');
    expect(text).not.toBe('');
    const config = resolveConfig({
      text: `version: 1
candidate: c.gguf
baseline: old/run
tasks: { facts: { role: general, type: multiple_choice, dataset: facts.jsonl } }
gates: [{ metric: facts, max_drop: 5pp }]
`,
      file: join(folder, 'w.yml'),
    });
    expect((await makePlan(config, prepare)).cost.checkpoints).toBe(1);
  });

  test('takes several answers to each sample for a draw, as the verdict will', async () => {
    const gates = '  - { metric: other/exact_match, max_drop: 20pp }\n';
    const forecasts = async (task: string) =>
      forecastsOf(await plan(500, '5pp', gates, task), [])[1]?.forecasts;
    // Nobody knows how far the mean of three answers moves.
    expect(await forecasts('num_fewshot: 0')).toHaveLength(1);
    expect(await forecasts('repeats: 3, generation_kwargs: { temperature: 1 }')).toHaveProperty('missing');
  });

  test('refuses gates that could only ever block, each with its line', async () => {
    const error = await plan(20, '2pp', '  - { metric: other, floor: 90%, tier: advisory }\n').catch(
      (e: unknown) => e,
    );
    if (!(error instanceof IssueList)) return expect.fail('no IssueList');
    expect(error.kind).toBe('config');
    expect(error.issues.map(({ at }) => at?.line)).toEqual([8]);
  });

  test('reports every dataset that cannot be used at once', async () => {
    const error = await plan('broken').catch((e: unknown) => e);
    if (!(error instanceof IssueList)) return expect.fail('no IssueList');
    expect(error.kind).toBe('data');
    expect(error.issues.map(({ message }) => message)).toEqual(['facts: not JSON', 'other: not JSON']);
  });
});

test('the example that users copy: what `check` does with the real runner', async () => {
  const config = await loadConfig(
    resolve(import.meta.dirname, '../../../examples/quick-start/weighbridge.yml'),
  );
  const made = await makePlan(config);
  expect(made.tasks.map(({ prepared }) => prepared.samples.length)).toEqual([120]);
  expect(made.feasibility).toMatchObject([{ gate: 'arithmetic/acc:max_drop', outcome: 'undecided' }]);
  expect(made.cost.total.samples).toBe(240);
});

describe('what an evaluation says of small datasets', () => {
  test('one line with the number of gates, and where each is told', async () => {
    expect(sizeWarning(await plan(200))).toBe(
      '1 of 1 gate may end undecided with datasets of this size; `weighbridge check` says how many samples would do',
    );
    const two = await plan(200, '5pp', '  - { metric: other/exact_match, max_drop: 20pp }\n');
    expect(sizeWarning(two)).toMatch(/^1 of 2 gates may end undecided/);
  });

  test('nothing where all can be decided', async () => {
    expect(sizeWarning(await plan(200, '20pp'))).toBeNull();
  });
});

describe('a gate by groups', () => {
  const planned = (gate: string, groups: number, candidate = 'c.gguf') => {
    const rows = Array.from({ length: 60 }, (_, index) => `row ${index}`).join('\n');
    writeFileSync(join(folder, 'facts.jsonl'), rows);
    const text = `version: 1
candidate: ${candidate}
baseline: b.gguf
tasks: { facts: { role: general, type: multiple_choice, dataset: facts.jsonl } }
gates: [{ metric: facts, ${gate} }]`;
    const grouped: PrepareTask = async (...asked) => {
      const prepared = await prepare(...asked);
      const samples = prepared.samples.map((each, index) =>
        groups === 0 ? each : { ...each, group: `g${index % groups}` },
      );
      return { ...prepared, samples };
    };
    return makePlan(resolveConfig({ text, file: join(folder, 'w.yml') }), grouped);
  };

  test.each([
    ['no_regression_by_group: 5pp', 0, 'no sample of it belongs to a group'],
    ['no_regression_by_group: 5pp, tier: advisory', 0, 'no sample of it belongs to a group'],
    ['max_group_gap: 5pp', 0, 'no sample of it belongs to a group'],
    ['max_group_gap: 5pp', 1, 'all of its samples are of one group'],
  ])('%s is refused where the samples are of %i groups', async (gate, groups, says) => {
    await expect(planned(gate, groups)).rejects.toThrow(
      new RegExp(`w.yml:5: facts/acc:\\w+ cannot be judged: ${says}\\n  fix: set group_field on facts`),
    );
  });

  test.each([
    ['no_regression_by_group: 5pp', 1],
    ['max_group_gap: 5pp', 2],
  ])('%s is planned where they are of %i', async (gate, groups) => {
    expect((await planned(gate, groups)).feasibility).toHaveLength(1);
  });

  test('on results waits for what groups they name', async () => {
    writeFileSync(join(folder, 'results.csv'), 'task,id,metric,score\nfacts,a,acc,1\n');
    expect((await planned('max_group_gap: 5pp', 0, 'results.csv')).feasibility).toHaveLength(1);
  });
});
