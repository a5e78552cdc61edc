import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { builtLlamaServer, fetchedSmolLm2 } from '../../scripts/llama-server.ts';
import { openAi } from '../../src/tasks/engines/openai/engine.ts';
import { openAiOptions } from '../../src/tasks/engines/openai/options.ts';
import { openModel } from '../support/real-engine.ts';
import { compared, ENGLISH, facts, greedy, prose } from './served-model.ts';
import { checkpoint, ROOT, temporaryFolder, verdictIn, weighbridge } from './support.ts';

const server = builtLlamaServer();
const smollm2 = fetchedSmolLm2();
if (server === null) {
  console.warn(
    'no llama-server: run `npx tsx scripts/llama-server.ts`, or name one in WEIGHBRIDGE_LLAMA_SERVER',
  );
}

/**
 * How far two log-likelihoods of one continuation may be apart, in nats a token: the server computes the continuation one token at
 * a time, the embedded engine all at once, and llama.cpp rounds these otherwise. Of quantised weights more.
 */
const TOLERANCE = { F16: 0.02, Q4_1: 0.3 } as const;

const command = (more: readonly string[] = []) => [
  ...[server ?? '', '-m', '{checkpoint}', '--port', '{port}', '--alias', '{model}'],
  ...['--threads', '1', '-np', '2', '--flash-attn', 'off', ...more],
];

async function both(path: string, context: number) {
  const options = openAiOptions.parse({ serve: { command: command(['-c', `${2 * context}`]) } });
  const events = { status: () => {} };
  const served = await openAi.open({ kind: 'file', path }, options, events, new AbortController().signal);
  onTestFinished(() => served.close());
  return { served, embedded: await openModel(path, { context_size: context }) };
}

describe.skipIf(server === null)("llama.cpp's server answers as the embedded engine", () => {
  test('on the fixture: choice by choice, whole texts, and what it writes', async () => {
    const { served, embedded } = await both(checkpoint('base'), 512);
    const questions = facts().slice(0, 100);
    const { largest, alike } = await compared(served, embedded, questions);
    console.log(
      `fixture: largest difference ${largest.toFixed(4)} nats a token, ${alike} of ${questions.length} alike`,
    );
    expect(largest).toBeLessThan(TOLERANCE.F16);
    expect(alike).toBeGreaterThanOrEqual(99);
    const text = prose();
    const [one, other] = [await served.rollingLogLikelihood(text), await embedded.rollingLogLikelihood(text)];
    expect(one.tokens).toBe(other.tokens);
    expect(Math.abs(one.logLikelihood - other.logLikelihood) / one.tokens).toBeLessThan(TOLERANCE.F16);
    for (const { context } of questions.slice(0, 20)) {
      expect(await greedy(served, context)).toEqual(await greedy(embedded, context));
    }
  });

  test.skipIf(smollm2 === null)('on SmolLM2-135M-Instruct', async () => {
    const { served, embedded } = await both(smollm2 ?? '', 1024);
    expect(served.chatTemplate).toEqual(embedded.chatTemplate);
    const { largest, alike } = await compared(served, embedded, ENGLISH);
    console.log(
      `SmolLM2: largest difference ${largest.toFixed(4)} nats a token, ${alike} of ${ENGLISH.length} alike`,
    );
    expect(largest).toBeLessThan(TOLERANCE.Q4_1);
    expect(alike).toBe(ENGLISH.length);
    const prompt = 'The capital of France is';
    expect(await greedy(served, prompt)).toEqual(await greedy(embedded, prompt));
  });

  test('through the command line, one server after the other', async () => {
    using folder = temporaryFolder({
      'w.yml': `version: 1
candidate: ${checkpoint('candidate-forgetful')}
baseline: ${checkpoint('base')}
engine:
  type: openai
  serve: { command: ${JSON.stringify(command())} }
tasks:
  facts: { role: general, type: multiple_choice, dataset: ${join(ROOT, 'fixtures/suite/facts.jsonl')}, doc_to_text: "Question: {{question}}\\nAnswer:" }
gates: [{ metric: facts/acc, max_drop: 2pp }]
policy: { allow: [unsafe_code] }
`,
    });
    const out = join(folder.path, 'out');
    const { exitCode, stderr } = await weighbridge([
      'run',
      '--config',
      join(folder.path, 'w.yml'),
      '--out',
      out,
    ]);
    expect(exitCode, stderr).toBe(1);
    expect(verdictIn(out).gates.map(({ verdict }) => verdict)).toEqual(['regression']);
    expect(stderr).toContain('log-likelihoods by forced tokens');
  });
});
