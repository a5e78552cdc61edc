import { dirname, join } from 'node:path';
import process from 'node:process';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openAi } from '../../src/tasks/engines/openai/engine.ts';
import { openAiOptions } from '../../src/tasks/engines/openai/options.ts';
import { openModel } from '../support/real-engine.ts';
import { compared, ENGLISH, facts, greedy, prose } from './served-model.ts';
import { checkpoint, ROOT } from './support.ts';

/** The program: docs/reference/endpoints.md says how it was installed on a machine without a GPU. */
const vllm = process.env.WEIGHBRIDGE_VLLM ?? null;
/** SmolLM2-135M-Instruct at F32, as `npm run bench:engine` unpacks it into the cache (`unpacked-…`): `hf`, and `f32.gguf` beside it. */
const smollm2 = process.env.WEIGHBRIDGE_SMOLLM2_F32 ?? null;
if (vllm === null) console.warn('no vLLM: name its program in WEIGHBRIDGE_VLLM');

/** Nats a token: vLLM computes in F32 throughout, the embedded engine keeps keys and values in F16. */
const TOLERANCE = 0.02;

async function both(path: string, gguf: string) {
  // Its processes have to find each other's programs, and one thread does not wait for another.
  const search = `${process.env.PATH}:${dirname(vllm ?? '')}`;
  const environment = {
    PATH: search,
    OMP_NUM_THREADS: '1',
    VLLM_CPU_KVCACHE_SPACE: '1',
    VLLM_CPU_OMP_THREADS_BIND: 'nobind',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  const options = openAiOptions.parse({
    serve: {
      command: [
        ...[vllm ?? '', 'serve', '{checkpoint}', '--port', '{port}', '--served-model-name', '{model}'],
        ...['--generation-config', 'vllm', '--no-enable-prefix-caching', '--enforce-eager'],
        ...['--max-model-len', '512', '--dtype', 'float32'],
      ],
    },
  });
  const lines: string[] = [];
  const events = { status: (line: string) => lines.push(line), firstTokens: true };
  const served = await openAi.open({ kind: 'folder', path }, options, events, new AbortController().signal);
  onTestFinished(() => served.close());
  return {
    served,
    lines,
    embedded: await openModel(gguf, { context_size: 512 }),
  };
}

describe.skipIf(vllm === null)('vLLM answers as the embedded engine', () => {
  test('on the fixture: choice by choice, a whole text, and what it writes', async () => {
    const { served, embedded, lines } = await both(
      join(ROOT, 'fixtures/checkpoints/hf/base'),
      checkpoint('base'),
    );
    expect(lines.join('\n')).toMatch(
      /vllm \S+ at .*log-likelihoods by echo, greedy repeats equal, context 512/,
    );
    expect(served.fingerprint.engine_version).not.toContain('not named by the server');
    const questions = facts().slice(0, 100);
    const { largest, alike } = await compared(served, embedded, questions);
    console.log(
      `fixture: largest difference ${largest.toFixed(4)} nats a token, ${alike} of ${questions.length} alike`,
    );
    expect(largest).toBeLessThan(TOLERANCE);
    expect(alike).toBeGreaterThanOrEqual(99);
    const [one, other] = [
      await served.rollingLogLikelihood(prose()),
      await embedded.rollingLogLikelihood(prose()),
    ];
    expect(one.tokens).toBe(other.tokens);
    expect(Math.abs(one.logLikelihood - other.logLikelihood) / one.tokens).toBeLessThan(TOLERANCE);
    for (const { context } of questions.slice(0, 20)) {
      expect(await greedy(served, context)).toEqual(await greedy(embedded, context));
    }
    const { timing } = {
      timing: undefined,
      ...(await served.generate({
        prompt: 'Question:',
        specialTokens: false,
        temperature: 0,
        seed: 1,
        maxTokens: 24,
        stop: [],
      })),
    };
    expect(timing).toEqual({ seconds: expect.any(Number), firstTokenSeconds: expect.any(Number) });
  });

  test.skipIf(smollm2 === null)('on SmolLM2-135M-Instruct', async () => {
    const { served, embedded } = await both(join(smollm2 ?? '', 'hf'), join(smollm2 ?? '', 'f32.gguf'));
    const { largest, alike } = await compared(served, embedded, ENGLISH);
    console.log(
      `SmolLM2: largest difference ${largest.toFixed(4)} nats a token, ${alike} of ${ENGLISH.length} alike`,
    );
    expect(largest).toBeLessThan(TOLERANCE);
    expect(alike).toBe(ENGLISH.length);
    const prompt = 'The capital of France is';
    expect(await greedy(served, prompt)).toEqual(await greedy(embedded, prompt));
  });
});
