import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lmEvalEnvironment } from '../../scripts/lm-eval-environment.ts';
import { EXIT_CODES } from '../../src/core/domain/verdict.ts';
import { readSide } from '../support/read-side.ts';
import { calls, configure, project, run } from './lm-eval-project.ts';
import { ROOT, verdictIn } from './support.ts';

const NAMES = ['base', 'candidate-forgetful'] as const;

let server: ChildProcess;
let port: number;
beforeAll(async () => {
  const models = NAMES.map((name) => `${name}=${join(ROOT, 'fixtures/checkpoints/hf', name)}`);
  const python = join(dirname(lmEvalEnvironment()), 'python');
  const child = spawn(python, [join(ROOT, 'fixtures/lm-eval/serve.py'), ...models], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, OMP_NUM_THREADS: '1', HF_HUB_OFFLINE: '1' },
  });
  server = child;
  port = Number(String((await once(child.stdout, 'data'))[0]));
});
afterAll(() => {
  server.kill();
});

const config = (at: number) => `candidate: { url: "http://127.0.0.1:${at}/v1", model: candidate-forgetful }
baseline: { url: "http://127.0.0.1:${at}/v1", model: base }
tasks:
  facts: { runner: lm-eval, task: weighbridge_facts, role: general, alias: mmlu, batch_size: 16, include_path: tasks, model_args: { tokenizer: ./base, tokenizer_backend: huggingface, max_retries: 1 } }
thresholds: { max_mmlu_drop: 2pp }
policy: { evaluation: full }
`;

test('models behind an endpoint are judged; an endpoint that is down is the cause in one line', async () => {
  using folder = project(['base'], config(port));
  const { path } = folder;
  const judged = await run(path);
  expect(judged.exitCode, judged.stderr).toBe(EXIT_CODES.regression);
  const verdict = verdictIn(join(path, 'out'));
  expect(verdict.gates.map((gate) => [gate.id, gate.verdict])).toEqual([
    ['facts/acc:max_drop', 'regression'],
  ]);
  const [baseline] = await readSide(join(path, 'out'), 'baseline');
  expect(baseline).toMatchObject({
    incomplete: null,
    record: { planned: 500, fingerprint: { engine: 'local-completions' } },
  });
  expect(baseline?.record.model.source).toContain('weights not identified');
  expect(calls(path, 'baseline')).toHaveLength(1);

  // Nobody listens on port 1.
  configure(path, config(1));
  const down = await run(path, ['evaluate', '--role', 'baseline']);
  expect(down.exitCode).toBe(EXIT_CODES.invalid);
  expect(down.stderr).toMatch(/left no results: the server cannot be reached/);
});
