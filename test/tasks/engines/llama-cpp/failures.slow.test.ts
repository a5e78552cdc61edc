import { execFileSync, fork } from 'node:child_process';
import { copyFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { WeighbridgeError } from '../../../../src/core/domain/errors.ts';
import { EngineDied, isOverflow } from '../../../../src/tasks/engines/engine.ts';
import { findEnginePackage } from '../../../../src/tasks/engines/llama-cpp/engine-package.ts';
import { writeAdapter, writeBigram, writeRandom } from '../../../support/planted.ts';
import { openModel, sharedModel, temporaryFolder } from '../../../support/real-engine.ts';

const folder = temporaryFolder();
const bigram = join(folder, 'bigram.gguf');
const slow = join(folder, 'slow.gguf');
beforeAll(() => {
  writeBigram(bigram);
  writeRandom(slow, { width: 256, layers: 4, context: 4096 });
});

async function errorOf(promise: Promise<unknown>): Promise<WeighbridgeError> {
  const error = await promise.then(
    () => 'nothing was thrown',
    (reason: unknown) => reason,
  );
  if (!(error instanceof WeighbridgeError))
    throw new Error(`expected a WeighbridgeError, got ${String(error)}`);
  return error;
}

describe('checkpoints that cannot be loaded', () => {
  test('a truncated file: llama.cpp says why', async () => {
    const cut = join(folder, 'cut.gguf');
    copyFileSync(bigram, cut);
    truncateSync(cut, 900_000);
    const error = await errorOf(openModel(cut));
    expect(error.kind).toBe('checkpoint');
    expect(error.message).toMatch(/cut\.gguf.*not within the file bounds/s);
  });

  test('a header cut short', async () => {
    const cut = join(folder, 'header.gguf');
    copyFileSync(bigram, cut);
    truncateSync(cut, 200);
    expect((await errorOf(openModel(cut))).kind).toBe('checkpoint');
  });

  test.each([
    ['missing.gguf', null, /cannot be opened/],
    ['weights.gguf', Buffer.from([0x80, 0x02, 0x8a, 0x0a]), /pickle/],
    ['noise.gguf', Buffer.from('nothing like a model'), /not a GGUF file/],
  ])('%s is refused before anything starts', async (name, content, message) => {
    const path = join(folder, name);
    if (content !== null) writeFileSync(path, content);
    const error = await errorOf(openModel(path));
    expect(error.kind).toBe('checkpoint');
    expect(error.message).toMatch(message);
  });

  test('an adapter of another shape', async () => {
    const adapter = join(folder, 'wrong.gguf');
    writeAdapter(adapter, [
      { name: 'output.weight.lora_a', shape: [64, 1], type: 'F32', data: new Float32Array(64).fill(1) },
      { name: 'output.weight.lora_b', shape: [1, 64], type: 'F32', data: new Float32Array(64).fill(1) },
    ]);
    const error = await errorOf(openModel({ kind: 'adapter', base: bigram, adapter }));
    expect(error.kind).toBe('checkpoint');
    expect(error.message).toMatch(/wrong\.gguf does not fit its base.*tensor/s);
  });

  test('a model as an adapter', async () => {
    const error = await errorOf(openModel({ kind: 'adapter', base: bigram, adapter: slow }));
    expect(error.kind).toBe('checkpoint');
  });
});

test('a GPU is asked for and there is none: no quiet fallback', async () => {
  const error = await errorOf(openModel(bigram, { gpu: 'cuda' }));
  expect(error).toMatchObject({ kind: 'engine', fix: expect.stringContaining('gpu') });
});

describe('a model that computes NaN', () => {
  const broken = join(folder, 'nan.gguf');
  const late = join(folder, 'late.gguf');
  beforeAll(() => {
    writeBigram(broken, { edit: (logits) => logits.fill(Number.NaN) });
    writeBigram(late, {
      brokenToken: 'Ġyes',
      edit: (logits, { tokens }) => {
        logits[tokens.indexOf('?') * tokens.length + tokens.indexOf('Ġyes')] = 30;
      },
    });
  });
  const prompt = { prompt: '?', specialTokens: true, maxTokens: 5, stop: [], temperature: 0, seed: 1 };

  test('choices and texts arrive as NaN', async () => {
    const model = await sharedModel(broken);
    const answer = await model.scoreChoices({
      context: 'Is it?',
      continuations: [' yes', ' no no'],
      truncation: 'refuse',
    });
    if (isOverflow(answer)) throw new Error('overflow');
    expect(answer.scores.map((score) => score.logLikelihood)).toEqual([Number.NaN, Number.NaN]);
    expect(answer.scores.map((score) => score.isGreedy)).toEqual([false, false]);
    expect((await model.rollingLogLikelihood('hello')).logLikelihood).toBeNaN();
  });

  test('generation refuses to write text from it', async () => {
    expect((await errorOf((await sharedModel(broken)).generate(prompt))).message).toMatch(/NaN or infinite/);
  });

  test('also when it begins in the middle', async () => {
    expect((await errorOf((await sharedModel(late)).generate(prompt))).message).toMatch(/NaN or infinite/);
  });
});

describe('a prompt longer than the context', () => {
  const context = 'x'.repeat(300);

  test('is refused', async () => {
    const model = await sharedModel(bigram);
    expect(
      await model.scoreChoices({ context, continuations: [' yes', ' no no'], truncation: 'refuse' }),
    ).toEqual({
      overflow: { tokens: 303, context: 256 },
      tokenDigest: expect.stringMatching(/^sha256:/),
    });
    expect(
      await model.generate({
        prompt: context,
        specialTokens: true,
        maxTokens: 5,
        stop: [],
        temperature: 0,
        seed: 1,
      }),
    ).toMatchObject({ overflow: { tokens: 302, context: 256 } });
  });

  test('is cut from the left when asked', async () => {
    const model = await sharedModel(bigram);
    const answer = await model.scoreChoices({
      context,
      continuations: [' yes', ' no no'],
      truncation: 'left',
    });
    const short = await model.scoreChoices({
      context: 'xx',
      continuations: [' yes', ' no no'],
      truncation: 'left',
    });
    if (isOverflow(answer) || isOverflow(short)) throw new Error('overflow');
    expect(answer).toMatchObject({ promptTokens: 255, truncatedTokens: 47 });
    expect(answer.scores).toEqual(short.scores);
  });

  test('a continuation that fits no context never fits', async () => {
    const model = await sharedModel(bigram);
    const answer = await model.scoreChoices({
      context: 'x',
      continuations: ['!'.repeat(256)],
      truncation: 'left',
    });
    expect(answer).toMatchObject({ overflow: { tokens: 258, context: 256 } });
  });

  test('exactly full is not too long', async () => {
    const model = await sharedModel(bigram);
    const answer = await model.scoreChoices({
      context: 'x'.repeat(254),
      continuations: [' yes'],
      truncation: 'refuse',
    });
    expect(isOverflow(answer)).toBe(false);
  });
});

/** The engine's processes that this test process has started. */
function children(): number[] {
  const list = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' });
  return [...list.matchAll(/^\s*(\d+) .*engine-child\.js/gm)].map((match) => Number(match[1]));
}

describe('a process that ends', () => {
  const endless = { prompt: 'x', specialTokens: true, maxTokens: 4000, stop: [], temperature: 0, seed: 1 };

  test('killed: every waiting call is rejected, and every later one', async () => {
    const before = children();
    const model = await openModel(slow);
    const pid = children().find((child) => !before.includes(child));
    if (pid === undefined) throw new Error('no process');
    const calls = [model.generate(endless), model.rollingLogLikelihood('x')].map((call) =>
      call.catch((error: unknown) => error),
    );
    process.kill(pid, 'SIGKILL');
    for (const error of await Promise.all(calls)) {
      expect(error).toBeInstanceOf(EngineDied);
      expect(String(error)).toMatch(/SIGKILL.*memory/);
    }
    await expect(model.rollingLogLikelihood('x')).rejects.toBeInstanceOf(EngineDied);
    await model.close();
  });

  test('aborted: ends at once, with the reason', async () => {
    const before = children();
    const controller = new AbortController();
    const model = await openModel(slow, {}, controller.signal);
    const call = model.generate(endless).catch((error: unknown) => error);
    controller.abort(new Error('time is up'));
    expect(await call).toEqual(new Error('time is up'));
    await model.close();
    expect(children().filter((child) => !before.includes(child))).toEqual([]);
  });

  test('aborted while loading', async () => {
    const controller = new AbortController();
    const opening = openModel(slow, {}, controller.signal);
    setTimeout(() => controller.abort(new Error('time is up')), 200);
    await expect(opening).rejects.toThrow('time is up');
  });

  test('its parent gone: it ends by itself', async () => {
    const child = fork(findEnginePackage().entry, [], { serialization: 'advanced', stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
    child.once('spawn', () => child.disconnect());
    expect(await ended).toEqual({ code: 0, signal: null });
  });

  test('closed: it is gone, and says so', async () => {
    const before = children();
    const model = await openModel(bigram);
    await model.close();
    await model.close();
    expect(children()).toEqual(before);
    await expect(model.rollingLogLikelihood('x')).rejects.toThrow('closed');
  });
});
