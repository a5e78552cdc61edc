import { appendFileSync, copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { ModelSource } from '../../../../src/core/domain/model.ts';
import { openAi } from '../../../../src/tasks/engines/openai/engine.ts';
import { openAiOptions } from '../../../../src/tasks/engines/openai/options.ts';
import { faultOf } from '../../../support/fault.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const SCRIPT = resolve(import.meta.dirname, '../../../support/served-model.mjs');
const FIXTURE = resolve(import.meta.dirname, '../../../../fixtures/checkpoints/base.gguf');
const REQUEST = { prompt: 'a', specialTokens: false, temperature: 0, seed: 1, maxTokens: 4, stop: [] };

function serving(fault = '', seconds = 10) {
  const folder = temporaryFolder({});
  const checkpoint = join(folder, 'model.gguf');
  copyFileSync(FIXTURE, checkpoint);
  const note = join(folder, 'note.json');
  const command = [process.execPath, SCRIPT, '{checkpoint}', '{port}', fault, note];
  const options = openAiOptions.parse({ attempts: 2, serve: { command, ready_seconds: seconds } });
  const said: string[] = [];
  const abort = new AbortController();
  const source: ModelSource = { kind: 'file', path: checkpoint };
  const open = async () => {
    const model = await openAi.open(source, options, { status: (line) => said.push(line) }, abort.signal);
    onTestFinished(() => model.close().catch(() => undefined));
    return model;
  };
  const noted = () =>
    JSON.parse(readFileSync(note, 'utf8')) as { pids: number[]; env: Record<string, string> };
  return { open, said, noted, abort, checkpoint, note };
}

/** A signal takes its time on a busy machine. */
const areGone = (pids: readonly number[]) =>
  vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: 10_000 });

const isAlive = (pid: number): boolean => {
  try {
    // A process that ended and nobody has looked at is none.
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
};

describe('a server of its own', () => {
  test('is waited for, asked, and ended with all that it started', async () => {
    vi.stubEnv('GITHUB_TOKEN', 'ghs_secret');
    vi.stubEnv('OPENAI_API_KEY', 'sk-secret');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const { open, noted, said } = serving();
    const model = await open();
    expect(await model.generate(REQUEST)).toMatchObject({ text: 'yes' });
    expect(model.identity).toMatchObject({
      source: expect.stringContaining('model.gguf'),
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
    const { pids, env } = noted();
    expect(pids.map(isAlive)).toEqual([true, true]);
    expect(Object.keys(env).filter((name) => /TOKEN|KEY/.test(name))).toEqual([]);
    await model.close();
    await areGone(pids);
    expect(said.join('\n')).toContain('vllm 0.28.0');
  });

  test('that ends before it is ready shows the end of its log', async () => {
    const fault = await faultOf(serving('dies').open);
    expect(fault.kind).toBe('engine');
    expect(fault.text).toMatch(
      /the server of serve ended with code 7\. The end of its log:\n {2}loading .*\n {2}out of memory: 3 GB wanted/,
    );
    expect(fault.text).not.toContain('\u001b');
  });

  test('that never gets ready is ended', async () => {
    const { open, noted } = serving('never ready', 1);
    const fault = await faultOf(open);
    expect(fault.text).toMatch(/was not ready within 1 s[\s\S]*listening[\s\S]*ready_seconds/);
    await areGone(noted().pids);
  });

  test('that serves other weights is refused', async () => {
    const { open, noted } = serving('another');
    const fault = await faultOf(open);
    expect(fault).toMatchObject({
      kind: 'checkpoint',
      text: expect.stringMatching(/says that it serves \/elsewhere\/model.gguf, and not /),
    });
    await areGone(noted().pids);
  });

  test('that does not say which weights it serves says so in the fingerprint, too', async () => {
    const [named, silent] = [await serving().open(), await serving('says no path').open()];
    expect(named.fingerprint.engine_version).toBe('vllm 0.28.0, greedy repeats equal');
    expect(silent.fingerprint.engine_version).toBe(
      'vllm 0.28.0, greedy repeats equal, weights not named by the server',
    );
  });

  test('that crashes fails its requests at once, with its log', async () => {
    const { open } = serving('crashes');
    const fault = await open()
      .then(
        async (model) => {
          for (;;) await model.generate(REQUEST);
        },
        (error: Error) => error,
      )
      .catch((error: Error) => error);
    expect(String(fault)).toMatch(/ended with code 9[\s\S]*CUDA error: an illegal memory access/);
  });

  test('is ended by an abort while it loads', async () => {
    const { open, noted, abort, note } = serving('never ready', 60);
    const opening = open();
    await vi.waitUntil(() => existsSync(note), { timeout: 10_000 });
    abort.abort(new Error('Ctrl-C'));
    await expect(opening).rejects.toThrow('Ctrl-C');
    await areGone(noted().pids);
  });

  test('whose checkpoint changes meanwhile is noticed', async () => {
    const { open, checkpoint } = serving();
    const model = await open();
    appendFileSync(checkpoint, 'x');
    await expect(model.assertUnchanged?.()).rejects.toThrow('changed while it was being evaluated');
  });
});

describe('what serve cannot do is said before anything starts', () => {
  const options = openAiOptions.parse({
    serve: { command: ['no-such-program', '{checkpoint}', '{adapter}'] },
  });
  const events = { status: () => {} };
  const signal = new AbortController().signal;

  test.each<[string, ModelSource, RegExp]>([
    ['a hub', { kind: 'hub', name: 'a/b', revision: 'c' }, /takes weights on this machine/],
    ['results', { kind: 'results', path: 'out' }, /takes weights on this machine/],
  ])('%s', async (_, source, says) => {
    expect((await faultOf(async () => openAi.inspect?.(source, options))).text).toMatch(says);
  });

  test('weights without it', async () => {
    const fault = await faultOf(async () =>
      openAi.inspect?.({ kind: 'file', path: 'm.gguf' }, openAiOptions.parse({})),
    );
    expect(fault.text).toMatch(/m.gguf is no endpoint[\s\S]*add `serve`/);
  });

  test('an adapter that the side has not, and a program that is not there', async () => {
    const folder = temporaryFolder({});
    const path = join(folder, 'model.gguf');
    copyFileSync(FIXTURE, path);
    const fault = await faultOf(() => openAi.open({ kind: 'file', path }, options, events, signal));
    expect(fault.text).toContain('serve.command names {adapter}, and this side has none');
    const other = openAiOptions.parse({ serve: { command: ['/no/such/program', '{checkpoint}'] } });
    const missing = await faultOf(() => openAi.open({ kind: 'file', path }, other, events, signal));
    expect(missing.text).toMatch(/no.such.program/);
  });
});
