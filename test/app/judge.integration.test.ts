import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decideResults, type JudgeOptions, judge } from '../../src/app/judge.ts';
import { COMMENT_FILE, HTML_FILE, VERDICT_FILE } from '../../src/app/verdict-file.ts';
import { readConfig } from '../../src/config/load.ts';
import { writeRun } from '../support/run-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Runs of both sides, of which the candidate's is as good as the baseline's, and a gate on the task that a harness ran. */
async function judged(
  metric: string,
  sides: readonly ('baseline' | 'candidate')[] = ['baseline', 'candidate'],
  options: Partial<JudgeOptions> = {},
) {
  const out = temporaryFolder();
  for (const side of sides) writeRun(out, side, 2000, (index) => index % 4 > 0);
  const configPath = join(out, 'weighbridge.yml');
  const text = `version: 1
candidate: { url: "http://localhost:1/v1", model: tuned }
baseline: { url: "http://localhost:1/v1", model: base }
tasks: { facts: { runner: lm-eval, role: general } }
gates: [{ metric: ${metric}, max_drop: 2pp }]
`;
  writeFileSync(configPath, text);
  const loaded = await readConfig(configPath, {});
  // A config is read once: what becomes of the file is no matter of this verdict.
  rmSync(configPath);
  const verdict = await judge(loaded, { out, ...options });
  for (const name of [VERDICT_FILE, COMMENT_FILE, HTML_FILE]) expect(existsSync(join(out, name))).toBe(true);
  return verdict;
}

test.each(['facts/acc', 'facts'])('a gate on %s is judged by the results', async (metric) => {
  const { verdict, gates } = await judged(metric);
  expect(verdict).toBe('pass');
  expect(gates.map(({ id }) => id)).toEqual(['facts/acc:max_drop']);
});

test('a gate on a metric that nobody measured is invalid, and says so', async () => {
  const { verdict, reasons } = await judged('facts/ac');
  expect(verdict).toBe('invalid');
  expect(JSON.stringify(reasons)).toMatch(/has no metric .*ac/);
});

test.each([[[]], [['baseline']], [['candidate']]] as const)(
  'with runs of %j only it is invalid',
  async (sides) => {
    expect((await judged('facts/acc', sides)).verdict).toBe('invalid');
    expect((await judged('facts', sides)).verdict).toBe('invalid');
  },
);

test.each<[string, Partial<JudgeOptions>, string]>([
  ['an evaluation that failed', { failure: 'out of memory' }, 'out of memory'],
  [
    'a baseline that no source gave, though its folder holds runs',
    { baselines: { found: [], attempts: [{ source: 'the store', reason: 'empty' }], bootstrap: false } },
    'there is no baseline. the store: empty',
  ],
  [
    'samples that nobody trusts',
    { policies: { base: null, waivers: [], today: '2026-11-21', untrusted: 'a fork made them' } },
    'a fork made them',
  ],
])('%s proves nothing', async (_, options, reason) => {
  const { verdict, blocked, reasons } = await judged('facts/acc', undefined, options);
  expect([verdict === 'pass', blocked]).toEqual([false, true]);
  expect(reasons.join()).toContain(reason);
});

test.each([
  ['nothing of it', '{ metric: facts/acc, max_drop: 2pp }', /^(?![\s\S]*weighbridge\.yml)/],
  ['what it is at fault in by itself', '{ metric: facts/acc, mx_drop: 2pp }', /did you mean max_drop/],
])('where no results can be read the config is told %s', async (_, gate, expected) => {
  const folder = temporaryFolder({
    'results.jsonl': '{"task":"facts","id":"q1","metric":"acc","score":1,"wieght":1}\n',
    'weighbridge.yml': `version: 1\ngates: [${gate}]\n`,
  });
  const results = join(folder, 'results.jsonl');
  const failed = decideResults({
    configPath: join(folder, 'weighbridge.yml'),
    overrides: {},
    out: join(folder, 'out'),
    folders: { baseline: results, candidate: results },
  });
  await expect(failed).rejects.toThrow(expected);
  await expect(failed).rejects.toThrow(/results\.jsonl:1: "wieght" is not known/);
});
