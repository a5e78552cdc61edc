import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { RunRecord } from '../../src/core/domain/run.ts';
import { buildAction } from './build-action.ts';
import { CONFIG, edited, expectNotGreen, type Forgery, half, report, samples, worse } from './fork-report.ts';
import { BASE } from './simulate.ts';

/** Samples and records that a stranger has written by hand, each told apart by what keeps it from being judged. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let action: string;
beforeAll(async () => {
  action = await mkdtemp(join(tmpdir(), 'weighbridge action #'));
  await buildAction(action);
});
afterAll(() => rm(action, { recursive: true }));

const inSamples = (edit: (text: string) => string): Forgery => ({ entries: edited('samples.jsonl', edit) });

const inRecord = (edit: (record: RunRecord) => object, entries = samples(half)): Forgery => ({
  entries: edited('run.json', (text) => JSON.stringify(edit(JSON.parse(text))), entries),
});

const fingerprint =
  (change: RunRecord['fingerprint']) =>
  (record: RunRecord): object => ({ ...record, fingerprint: { ...record.fingerprint, ...change } });

/** The samples that were answered rightly, and none of the others. */
const rightOnes = edited('samples.jsonl', (text) =>
  text
    .split('\n')
    .filter((line) => line.includes('"acc":1'))
    .map((line) => `${line}\n`)
    .join(''),
);

/** A second task in the policy of the base branch. */
const secondTask = CONFIG.replace(
  'gates: [',
  "  other: { role: general, type: multiple_choice, dataset: facts.jsonl, doc_to_text: 'x' }\ngates: [{ metric: other/acc, max_drop: 2pp }, ",
);

/** What a reader of the comment is told, without its escapes. */
const told = ({ github }: Awaited<ReturnType<typeof report>>): string =>
  (github.comments[0]?.body ?? '')
    .replace(/&#(\d+);/g, (_, unit: string) => String.fromCharCode(Number(unit)))
    .replace(/<\/?code>/g, '');

describe.concurrent('forged samples never yield a green report', () => {
  test.each<[string, Forgery, string]>([
    ['an unknown key', inRecord((record) => ({ ...record, verdict: 'pass' })), 'nrecognized key'],
    ['not JSON', { entries: edited('run.json', () => '<html>') }, 'not JSON'],
    [
      'nested a million deep',
      { entries: edited('run.json', () => `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`) },
      'nested deeper than',
    ],
    [
      '__proto__',
      inSamples((text) => text.replace('"scores":{', '"__proto__":{"x":1},"scores":{')),
      '(__proto__): this key is not known',
    ],
    [
      'a score of infinity',
      inSamples((text) => text.replace('"acc":1', '"acc":1e999')),
      'must be a finite number',
    ],
    ['a score that is no number', inSamples((text) => text.replace('"acc":1', '"acc":NaN')), 'not JSON'],
    [
      'a score of nothing',
      inSamples((text) => text.replace('"acc":0', '"acc":null')),
      'must be a finite number',
    ],
    [
      'a score beyond its range',
      inSamples((text) => text.replace('"acc":1', '"acc":100')),
      'is 100, outside of 0 to 1',
    ],
    [
      'wrong answers without a score',
      inSamples((text) => text.replaceAll('"acc":0', '"acc":{"unscored":"the judge was away"}')),
      'Only 300 of 400 samples (75 %) have the scores',
    ],
    ['a sample twice', inSamples((text) => `${text}${text.split('\n')[0]}\n`), 'is already on line 1'],
    [
      'fewer samples than planned',
      inSamples((text) => `${text.split('\n').slice(0, 40).join('\n')}\n`),
      'Only 40 of 400 samples',
    ],
    ['the right answers alone', { entries: rightOnes }, 'Only 300 of 400 samples'],
    [
      'the right answers alone, and a plan of so many',
      inRecord((record) => ({ ...record, planned: 300 }), rightOnes),
      '400 planned in the baseline, 300 planned in the candidate',
    ],
    [
      'stopped early, with samples of its choice',
      inRecord(
        (record) => ({
          ...record,
          design: 'sequential',
          status: { state: 'complete', stopped: { after: 300, because: 'decided' } },
        }),
        rightOnes,
      ),
      'its samples could have been chosen',
    ],
    [
      'sums instead of samples',
      inRecord(
        (record) => ({
          ...record,
          planned: 0,
          aggregates: [{ metric: 'acc', value: 1, stderr: 0.001, n: 400 }],
        }),
        edited('samples.jsonl', () => ''),
      ),
      'holds sums and no samples',
    ],
    [
      'samples of other questions',
      inSamples((text) => text.replaceAll('"input_digest":"i', '"input_digest":"j')),
      'what was asked differs',
    ],
    [
      'samples with other right answers',
      inSamples((text) => text.replaceAll('"target_digest":"t', '"target_digest":"u')),
      'what counts as right differs',
    ],
    [
      'samples of other weights',
      inSamples((text) => text.replaceAll('"scores"', '"weight":9,"scores"')),
      'weight',
    ],
    ['another dataset', inRecord(fingerprint({ dataset: 'easy' })), '(dataset)'],
    ['settings of another config', inRecord(fingerprint({ generation: 'greedy' })), '(generation)'],
    ['the limit of another config', inRecord(fingerprint({ limit: 100 })), '(limit)'],
    [
      'a metric that is better lower, by its own account',
      inRecord(
        (record) => ({
          ...record,
          metrics: record.metrics.map((metric) => ({ ...metric, direction: 'lower_is_better' })),
        }),
        samples(worse),
      ),
      'metrics: ',
    ],
    [
      'another task set',
      inRecord((record) => ({ ...record, task: 'easy' })),
      'complete in the baseline, no run in the candidate',
    ],
    [
      'a task of the policy left out',
      {
        prepare: (github) => {
          github.commits.set(BASE, { 'weighbridge.yml': secondTask });
        },
      },
      'other/acc could not be judged',
    ],
  ])('%s: invalid', async (_, forgery, message) => {
    const result = await report({ action, ...forgery });
    expectNotGreen(result);
    expect(result.outputs.verdict).toBe('invalid');
    expect(told(result)).toContain(message);
  });
});
