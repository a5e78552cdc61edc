import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgePlan } from '../../../src/app/main.ts';
import { writeRun } from '../../support/run-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const log = { info: () => {}, warn: () => {} };

/** Runs of both sides, of which the candidate's is as good as the baseline's, and a gate on the task that a harness ran. */
async function judged(
  metric: string,
  sides: readonly ('baseline' | 'candidate')[] = ['baseline', 'candidate'],
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
  const { verdict } = await judgePlan({ configPath, overrides: {}, out, log });
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
