import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Noise } from '../../src/core/domain/noise.ts';
import { SUITE, temporaryFolder, weighbridge } from './support.ts';

test('the embedded engine answers alike in two processes, and a second measurement runs nothing again', async () => {
  using folder = temporaryFolder();
  const args = ['noise', '--config', SUITE, '--out', folder.path];
  const first = await weighbridge([...args, '--json']);
  expect(first.stderr).toContain('noise.json');
  expect(first.exitCode).toBe(0);
  const noise = JSON.parse(first.stdout) as Noise;
  expect(noise).toMatchObject({ verdict: 'pass', blocked: false });
  expect(noise.metrics.map(({ changed }) => changed)).toEqual(noise.metrics.map(() => 0));
  expect(noise.gates.find(({ gate }) => gate === 'facts/acc:max_drop')?.falseBlockRate).toBeGreaterThan(0);

  const samples = () => readFileSync(join(folder.path, 'second/baseline/facts/samples.jsonl'), 'utf8');
  const before = samples();
  const again = await weighbridge(args);
  expect(again.exitCode).toBe(0);
  expect(again.stdout).toContain('The baseline against itself: PASS');
  expect(samples()).toBe(before);
}, 300_000);

test('results cannot be run twice', async () => {
  using folder = temporaryFolder();
  const { exitCode, stderr } = await weighbridge([
    ...['noise', '--config', SUITE, '--out', folder.path, '--baseline', folder.path],
  ]);
  expect(exitCode).toBe(4);
  expect(stderr).toContain('shows no noise');
});
