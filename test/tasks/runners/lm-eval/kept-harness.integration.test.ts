import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { canBeKept, KeptHarness } from '../../../../src/tasks/runners/lm-eval/kept-harness.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const never = new AbortController().signal;

/** A Python that answers each call as it is told to: what it says, by its stream. Starts and calls are written down. */
function fakePython(body: string, ready = '0.4.13') {
  const folder = temporaryFolder({});
  const python = join(folder, 'python3');
  writeFileSync(
    python,
    `#!${process.execPath}
const { appendFileSync } = require('node:fs');
const say = (what) => process.stdout.write(JSON.stringify(what) + '\\n');
appendFileSync(${JSON.stringify(join(folder, 'starts'))}, JSON.stringify([process.pid, ...process.argv.slice(4)]) + '\\n');
say({ ready: ${JSON.stringify(ready)} });
require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const args = JSON.parse(line).arguments;
  ${body}
});`,
  );
  chmodSync(python, 0o755);
  const kept = new KeptHarness({ file: join(folder, 'lm_eval'), python, version: '0.4.13', tasks: '' });
  onTestFinished(() => kept.close());
  const starts = (): [pid: number, ...args: string[]][] =>
    existsSync(join(folder, 'starts'))
      ? readFileSync(join(folder, 'starts'), 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line))
      : [];
  const call = (args: readonly string[], signal = never, printed = (_: string): void => undefined) =>
    kept.call({ file: 'lm_eval', args, cwd: folder, env: { PATH: process.env.PATH ?? '' } }, signal, printed);
  return { folder, call, starts };
}

describe('one process', () => {
  test('answers call after call, and what it prints is passed on', async () => {
    const { folder, call, starts } = fakePython(
      "process.stderr.write('ran ' + args.join()); say({ done: 0 });",
    );
    const printed: string[] = [];
    for (const task of ['--tasks=a', '--tasks=b'])
      expect(await call([task], never, (piece) => printed.push(piece))).toMatchObject({
        code: 0,
        signal: null,
      });
    expect(printed.join('')).toContain('ran --tasks=a');
    // Python looks for modules beside the program, and not where the checkpoint lies.
    expect(starts()).toEqual([[expect.any(Number), folder, join(folder, 'lm_eval')]]);
  });

  test('is another one after a call that failed', async () => {
    const { call, starts } = fakePython(
      "say({ done: args[0] === 'bad' ? 1 : 0 }); if (args[0] === 'bad') process.stdin.destroy();",
    );
    expect(await call(['bad'])).toMatchObject({ code: 1 });
    expect(await call(['good'])).toMatchObject({ code: 0 });
    expect(starts()).toHaveLength(2);
  });
});

describe('what is no answer is none', () => {
  test.each([
    ['no JSON', "process.stdout.write('done\\n');"],
    ['JSON of another form', "say({ done: 0, more: 'x' });"],
    ['a number that is none', "say({ done: 'zero' });"],
    ['an end', 'process.exit(3);'],
    ['a signal', "process.kill(process.pid, 'SIGKILL');"],
    ['a line without end', "process.stdout.write('x'.repeat(1e6) + '\\n');"],
  ])('%s', async (_, body) => {
    const { call } = fakePython(body);
    const result = await call(['--tasks=a']);
    expect(result?.code).not.toBe(0);
    expect(result).not.toBeNull();
  });

  test('text of a model on stderr that looks like one', async () => {
    const { call } = fakePython(
      'process.stderr.write(\'{"done": 0}\\n\'); setTimeout(() => { say({ done: 1 }); process.stdin.destroy(); }, 50);',
    );
    expect(await call([])).toMatchObject({ code: 1 });
  });
});

test.each([
  ['another version', () => fakePython('', '0.4.12')],
  ['no Python at all', () => ({ call: missing(), starts: () => [] })],
])('%s: nothing is run, once and for all', async (_, make) => {
  const { call, starts } = make();
  expect(await call([])).toBeNull();
  expect(await call([])).toBeNull();
  expect(starts().length).toBeLessThan(2);
});

function missing() {
  const kept = new KeptHarness({ file: '/no/lm_eval', python: '/no/python3', version: '0.4.13', tasks: '' });
  return (args: readonly string[]) =>
    kept.call({ file: 'lm_eval', args, cwd: '/', env: {} }, never, () => undefined);
}

test('an abort ends it with what it started', async () => {
  const { folder, call } = fakePython(
    `require('node:fs').writeFileSync(require('node:path').join(process.argv[4], 'child'), String(require('node:child_process').spawn('sleep', ['600']).pid));`,
  );
  const controller = new AbortController();
  const running = call([], controller.signal);
  const file = join(folder, 'child');
  while (!existsSync(file) || readFileSync(file, 'utf8') === '')
    await new Promise((done) => setTimeout(done, 20));
  controller.abort(new Error('enough'));
  await expect(running).rejects.toThrow('enough');
  const isThere = () => {
    try {
      return !/^State:\s+Z/m.test(readFileSync(`/proc/${readFileSync(file, 'utf8')}/status`, 'utf8'));
    } catch {
      return false;
    }
  };
  for (let waited = 0; isThere() && waited < 5000; waited += 50)
    await new Promise((done) => setTimeout(done, 50));
  expect(isThere()).toBe(false);
});

test('only what was tested is kept', () => {
  const program = { file: '', python: '', version: '0.4.13', tasks: '' };
  const call = (type: string, batch?: number | string) =>
    ({ model: { type, args: {} }, options: { batch_size: batch } }) as Parameters<typeof canBeKept>[1];
  expect(canBeKept(program, call('hf', 16))).toBe(true);
  expect(canBeKept({ ...program, version: '0.4.12' }, call('hf'))).toBe(false);
  expect(canBeKept(program, call('vllm'))).toBe(false);
  // Of which size a batch is then, a process finds out once.
  expect(canBeKept(program, call('hf', 'auto:4'))).toBe(false);
});
