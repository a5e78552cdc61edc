import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BaselineStore } from '../../src/app/baselines/store.ts';
import { addCheck } from '../../src/cli/check.ts';
import type { RecordedRun, RecordedTask } from '../../src/core/domain/history.ts';
import { declareMetric } from '../../src/core/metrics/registry.ts';
import { historyLine } from '../../src/results/store/history.ts';
import { loadDataset } from '../../src/tasks/datasets/load.ts';
import { record } from '../core/compare/build.ts';
import { command } from '../red-team/attempt.ts';
import { sample } from '../support/stored-run.ts';
import { jsonl, temporaryFolder } from '../support/temporary-folder.ts';

beforeEach(() => void vi.stubEnv('WEIGHBRIDGE_CACHE', temporaryFolder()));
afterEach(() => void vi.unstubAllEnvs());

describe('flips that earlier candidates were seen to make', () => {
  const ROWS = Array.from({ length: 240 }, (_, index) => ({
    ...{ id: `q${index}`, question: `Which is ${index}?`, choices: ['a', 'b'], answer: index % 2 },
  }));
  const CONFIG = `version: 1
candidate: c.gguf
baseline: b.gguf
record: {}
store: kept
tasks:
  facts: { role: general, type: multiple_choice, dataset: rows.jsonl }
gates: [{ metric: facts/acc, max_drop: 5pp }]
`;
  const ROUND: RecordedRun = {
    ...{
      kind: 'run',
      schemaVersion: 2,
      run: '0'.repeat(12),
      date: '2026-01-01T00:00:00Z',
      commit: null,
      branch: null,
    },
    ...{
      pullRequest: null,
      weighbridge: '0.1.0',
      verdict: 'pass',
      blocked: false,
      proven: true,
      summary: '',
    },
    policy: { alpha: 0.05, leanAlpha: 0.25, onInconclusive: 'lean' },
    ...{ candidate: null, baseline: null, anchor: null, training: {}, gates: [], tasks: [], waivers: [] },
    cost: { samples: { planned: 240, evaluated: 240 }, tokens: { prompt: 0, output: 0 }, seconds: null },
  };
  const project = () => temporaryFolder({ 'weighbridge.yml': CONFIG, 'rows.jsonl': jsonl(...ROWS) });
  const saysIn = async (folder: string) =>
    (await command(addCheck, ['check', '--config', join(folder, 'weighbridge.yml')])).text;
  const digest = async (folder: string) => (await loadDataset(join(folder, 'rows.jsonl'))).digest;

  /** A line of the record: so many of 240 flipped. */
  async function recorded(
    folder: string,
    flipped: number,
    more: Partial<RecordedTask> = {},
    pairs = 240,
    file = 'weighbridge-history.jsonl',
  ) {
    const flips = { regressed: Math.ceil(flipped / 2), improved: Math.floor(flipped / 2) };
    const task = { task: 'facts', role: 'general', primaryMetric: 'acc', worse: [], better: [] } as const;
    const tasks = [{ ...task, pairs, metrics: [], flips, dataset: await digest(folder), ...more }];
    writeFileSync(
      join(folder, file),
      historyLine({ ...ROUND, run: String(flipped).padStart(12, '0'), tasks }),
      { flag: 'a' },
    );
  }

  test('whatever the record is called, its name commands no runner', async () => {
    const folder = project();
    const name = 'x\n::add-mask::e ##[add-path]y.jsonl';
    const config = join(folder, 'weighbridge.yml');
    writeFileSync(config, CONFIG.replace('record: {}', `record: { history: ${JSON.stringify(name)} }`));
    await recorded(folder, 4, {}, 240, name);
    const text = await saysIn(folder);
    expect(text).toContain('as measured in 1 earlier run');
    const told = text.split('\n').filter((line) => line.includes('add-path') && !line.includes('history'));
    expect(told.length).toBeGreaterThan(0);
    for (const line of told) expect(line).toMatch(/^ {2}\| flips of .*##\\\[add-path\]/);
  });

  test('of the record stand in place of those that are assumed, with how many runs and pairs they are', async () => {
    const folder = project();
    expect(await saysIn(folder)).toMatch(/240 samples can prove 6\.\dpp, 5pp needs 4\d\d samples/);
    expect(await saysIn(folder)).toContain('flips of answers: 12.0 % assumed, since no earlier runs');
    await recorded(folder, 4);
    await recorded(folder, 6);
    const text = await saysIn(folder);
    expect(text).toContain(
      'flips of facts/acc: 2.5 % of answers, as measured in 2 earlier runs with 480 pairs (record ',
    );
    expect(text).toMatch(/facts\/acc:max_drop: 240 samples are enough for 5pp/);
    expect(text).not.toContain('assumed, since');
  });

  test.each<[string, number, Partial<RecordedTask>, number?]>([
    ['on other questions', 4, { dataset: 'sha256:other' }],
    ['of another task', 4, { task: 'other' }],
    ['whose scores do not flip', 4, { flips: null }],
    ['of too few pairs', 2, {}, 199],
  ])('of rounds %s are not taken', async (_, flipped, more, pairs) => {
    const folder = project();
    await recorded(folder, flipped, more, pairs);
    expect(await saysIn(folder)).toContain('flips of answers: 12.0 % assumed');
  });

  test('of models in the store are taken where there is no record', async () => {
    const folder = project();
    const store = new BaselineStore(join(folder, 'kept'));
    const fingerprint = { dataset: await digest(folder), limit: null };
    for (const [day, flipped] of [0, 12, 24].entries()) {
      const model = { ...record().model, digest: `sha256:${day}` };
      const kept = record({ model, fingerprint, planned: 240, metrics: [declareMetric('acc')] });
      const samples = ROWS.map(({ id }, index) =>
        sample(index, { id, scores: { acc: Number(index >= flipped) } }),
      );
      await store.keep(
        { record: kept, samples },
        { commit: null, by: null, date: `2026-01-0${day + 1}T00:00:00Z` },
      );
    }
    expect(await saysIn(folder)).toContain(
      'flips of facts/acc: 7.9 % of answers, as measured in 2 earlier runs with 480 pairs (models of the store)',
    );
  });
});
