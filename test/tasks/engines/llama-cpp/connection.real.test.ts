import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { WeighbridgeError } from '../../../../src/core/domain/errors.ts';
import { EngineDied } from '../../../../src/tasks/engines/engine.ts';
import { EngineProcess } from '../../../../src/tasks/engines/llama-cpp/connection.ts';

const folder = mkdtempSync(join(tmpdir(), 'weighbridge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let engine: EngineProcess | null = null;
afterEach(() => engine?.close());

let count = 0;
/** Starts a real process that does this with every message. */
function start(
  onMessage: string,
  signal = new AbortController().signal,
  environment = { PATH: '/bin' },
): EngineProcess {
  const script = join(folder, `${count++}.mjs`);
  writeFileSync(
    script,
    `process.on('message', (message) => { ${onMessage} });\nprocess.on('disconnect', () => process.exit(0));`,
  );
  engine = new EngineProcess(script, environment, signal, 1000);
  return engine;
}

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'it was answered',
    (error: unknown) => error,
  );
}

describe('answers', () => {
  test('come back to the calls that asked, NaN and all', async () => {
    // Answers the first call after the second.
    const process = start(`
      globalThis.first ??= message;
      const reply = ({ id, request }) => globalThis.process.send({ id, answer: { logLikelihood: request === 'a' ? NaN : -Infinity, tokens: 1 } });
      if (message.request === 'b') { reply(message); reply(globalThis.first); }
    `);
    const answers = await Promise.all([
      process.call('rollingLogLikelihood', 'a'),
      process.call('rollingLogLikelihood', 'b'),
    ]);
    expect(answers.map((answer) => answer.logLikelihood)).toEqual([Number.NaN, Number.NEGATIVE_INFINITY]);
  });

  test('a failure keeps who has to act, and the fix', async () => {
    const process = start(
      "process.send({ id: message.id, failure: { kind: 'checkpoint', message: 'torn', fix: 'mend it' } })",
    );
    const error = await failureOf(process.call('rollingLogLikelihood', ''));
    expect(error).toBeInstanceOf(WeighbridgeError);
    expect(error).toMatchObject({ kind: 'checkpoint', message: 'torn', fix: 'mend it' });
  });

  test('a failure without a kind is our own', async () => {
    const process = start("process.send({ id: message.id, failure: { kind: null, message: 'oops' } })");
    const error = await failureOf(process.call('rollingLogLikelihood', ''));
    expect(error).not.toBeInstanceOf(WeighbridgeError);
    expect(String(error)).toContain('oops');
  });

  test('the process gets the environment it is given', async () => {
    const process = start(
      'process.send({ id: message.id, answer: { tokens: Object.keys(process.env).filter((name) => !name.startsWith("NODE_CHANNEL")).join() } })',
    );
    expect(await process.call('rollingLogLikelihood', '')).toEqual({ tokens: 'PATH' });
  });
});

describe('however it ends, nobody waits for ever', () => {
  test.each([
    { name: 'exit', how: "console.error('bad alloc'); process.exit(7)", message: /exit code 7.*bad alloc/s },
    { name: 'an exception', how: "throw new Error('boom')", message: /exit code 1.*boom/s },
    {
      name: 'the out-of-memory killer',
      how: "process.kill(process.pid, 'SIGKILL')",
      message: /SIGKILL.*lack of memory/,
    },
    { name: 'a crash', how: "process.kill(process.pid, 'SIGSEGV')", message: /SIGSEGV(?!.*memory)/ },
    { name: 'leaving quietly', how: 'process.exit(0)', message: /exit code 0/ },
    {
      name: 'closing the channel',
      how: 'setTimeout(() => process.connected && process.disconnect(), 100)',
      message: /exit code 0/,
    },
    {
      name: 'closing the channel and living on',
      how: "process.removeAllListeners('disconnect'); setInterval(() => {}, 1000); setTimeout(() => process.connected && process.disconnect(), 100)",
      message: /SIGKILL/,
    },
  ])('$name', async ({ how, message }) => {
    const process = start(how);
    const waiting = [
      failureOf(process.call('rollingLogLikelihood', '')),
      failureOf(process.call('rollingLogLikelihood', '')),
    ];
    for (const error of [
      ...(await Promise.all(waiting)),
      await failureOf(process.call('rollingLogLikelihood', '')),
    ]) {
      expect(error).toBeInstanceOf(EngineDied);
      expect(String(error)).toMatch(message);
    }
    await process.close();
  });

  test('an entry that is not there', async () => {
    engine = new EngineProcess(join(folder, 'nowhere.mjs'), { PATH: '/bin' }, new AbortController().signal);
    expect(String(await failureOf(engine.call('rollingLogLikelihood', '')))).toMatch(/exit code 1.*nowhere/s);
  });

  test('an abort rejects with its reason, at once', async () => {
    const controller = new AbortController();
    const process = start('', controller.signal);
    const waiting = failureOf(process.call('rollingLogLikelihood', ''));
    controller.abort(new Error('time is up'));
    expect(await waiting).toEqual(new Error('time is up'));
    expect(await failureOf(process.call('rollingLogLikelihood', ''))).toEqual(new Error('time is up'));
  });

  test('an abort from before starts nothing', () => {
    expect(() => start('', AbortSignal.abort(new Error('too late')))).toThrow('too late');
    engine = null;
  });

  test('a process that does not want to end is made to', async () => {
    const process = start(
      "process.removeAllListeners('disconnect'); setInterval(() => {}, 1000); process.send({ id: message.id, answer: null })",
    );
    await process.call('rollingLogLikelihood', '');
    await process.close();
    expect(String(await failureOf(process.call('rollingLogLikelihood', '')))).toContain('closed');
  });
});
