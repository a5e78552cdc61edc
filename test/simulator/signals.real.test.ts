import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { writePlan } from '../../src/action/plan-file.ts';
import { planFile } from '../action/plan.ts';
import { buildAction } from './build-action.ts';
import { config } from './simulate.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

let action: string;
beforeAll(async () => {
  action = await mkdtemp(join(tmpdir(), 'weighbridge action #'));
  await buildAction(action, join(import.meta.dirname, 'stand-in-main.ts'));
});
afterAll(() => rm(action, { recursive: true }));

describe.concurrent('an evaluation that is told to stop', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s: it says so, keeps what it has, and ends', async (signal) => {
    const folder = await mkdtemp(join(tmpdir(), 'weighbridge-signal-'));
    try {
      const out = join(folder, 'run');
      await mkdir(out);
      await writeFile(join(folder, 'weighbridge.yml'), config('evaluate-takes-long'));
      const plan = join(folder, 'plan.json');
      const digest = await writePlan(plan, planFile({ directory: folder, out }));
      const child = spawn(process.execPath, [join(action, 'dist/evaluate.js')], {
        env: { PATH: process.env.PATH, WEIGHBRIDGE_PLAN: plan, WEIGHBRIDGE_PLAN_DIGEST: digest },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let log = '';
      child.stdout.setEncoding('utf8').on('data', (piece: string) => {
        // The stand-in prints once its samples are stored.
        if (log === '') child.kill(signal);
        log += piece;
      });
      const code = await new Promise((resolve) => child.on('close', resolve));
      expect(code).toBe(1);
      expect(log).toContain(`stopped by ${signal}`);
      expect(await readdir(out)).toContain('samples.jsonl');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
