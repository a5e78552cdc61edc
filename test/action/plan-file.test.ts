import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPlan, writePlan } from '../../src/action/plan-file.ts';
import { planFile } from './plan.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weighbridge-plan-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the plan comes back as it was written, and only then', async () => {
  const plan = planFile({
    inputs: { 'env-allow': ['HF_TOKEN'], shard: { index: 1, count: 2 } },
    overrides: { candidate: { value: 'a', source: { kind: 'input', name: 'candidate' } } },
    policy: {
      base: { revision: 'abc', config: 'version: 1' },
      waivers: [],
      waiverPermission: 'maintain',
    },
  });
  const path = join(folder, 'plan.json');
  const digest = await writePlan(path, plan);
  expect(await readPlan(path, digest)).toEqual(plan);
  await expect(writePlan(path, plan)).rejects.toThrow('EEXIST');
  await writeFile(path, JSON.stringify({ ...plan, out: 'elsewhere' }));
  await expect(readPlan(path, digest)).rejects.toThrow('the plan was changed after it was made');
});
