import { describe, expect, test } from 'vitest';
import { evaluate, type PlannedEvaluationOptions } from '../../../src/action/evaluate/evaluation.ts';
import { cleanEnvironment } from '../../../src/action/evaluate/reexecute.ts';
import { fencedLog } from '../../../src/action/fenced-log.ts';
import { WeighbridgeError } from '../../../src/core/domain/errors.ts';
import { planFile } from '../plan.ts';

function attempt(
  evaluatePlan: PlannedEvaluationOptions['evaluatePlan'],
  timeoutMinutes = 10,
  interrupt = new AbortController(),
) {
  let printed = '';
  const log = fencedLog((text) => {
    printed += text;
  });
  const code = evaluate({
    plan: planFile({ inputs: { 'timeout-minutes': timeoutMinutes } }),
    evaluatePlan,
    log,
    interrupt: interrupt.signal,
    graceMs: 50,
  });
  return code.then((value) => ({ code: value, printed }));
}

const untilAborted = ({ signal }: { readonly signal: AbortSignal }) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));

describe('the evaluation step', () => {
  test('is 0 when it came to its end, whatever the results', async () => {
    expect(await attempt(async () => {})).toEqual({ code: 0, printed: '' });
  });

  test('says why it failed, as text', async () => {
    const { code, printed } = await attempt(async () => {
      throw new WeighbridgeError('engine', 'out of memory\n::set-output name=x::y');
    });
    expect(code).toBe(1);
    expect(printed).toBe('  | warning: the evaluation failed: out of memory\n  | ::set-output name=x::y\n');
  });

  test('has its own time limit', async () => {
    const { code, printed } = await attempt(untilAborted, 0.001);
    expect(code).toBe(1);
    expect(printed).toContain('stopped after 0.001 minutes, the limit of timeout-minutes');
    expect(printed).toContain('the next evaluation into the same directory goes on from there');
  });

  test('is at its end where only the reference runs into the time limit, which decides nothing', async () => {
    const { code, printed } = await attempt(async (options) => {
      options.beforeReference?.();
      await untilAborted(options);
    }, 0.001);
    expect(code).toBe(0);
    expect(printed).toContain('the reference was stopped after 0.001 minutes');
  });

  test('stops on a signal', async () => {
    const interrupt = new AbortController();
    const running = attempt(untilAborted, 10, interrupt);
    interrupt.abort('SIGINT');
    expect(await running).toMatchObject({ code: 1, printed: expect.stringContaining('stopped by SIGINT') });
  });

  test('an engine that fails because it was stopped is stopped, not failed', async () => {
    const interrupt = new AbortController();
    const running = attempt(
      async (options) => {
        await untilAborted(options);
        options.signal.throwIfAborted();
      },
      10,
      interrupt,
    );
    interrupt.abort('SIGTERM');
    const { printed } = await running;
    expect(printed).toContain('stopped by SIGTERM');
    expect(printed).not.toContain('failed');
  });

  test('does not wait for ever for an engine that will not stop', async () => {
    const { code } = await attempt(() => new Promise(() => {}), 0.001);
    expect(code).toBe(1);
  });
});

describe('the clean environment', () => {
  test('keeps what is on the list or named, and nothing else', () => {
    const env = {
      ...{
        PATH: '/bin',
        HOME: '/h',
        LC_ALL: 'C',
        CUDA_VISIBLE_DEVICES: '0',
        https_proxy: 'p',
        SystemRoot: 'C:',
      },
      ...{
        GITHUB_TOKEN: 'a',
        ACTIONS_RUNTIME_TOKEN: 'b',
        'INPUT_GITHUB-TOKEN': 'c',
        AWS_SECRET_ACCESS_KEY: 'd',
      },
      ...{
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'e',
        GITHUB_ENV: 'f',
        NODE_OPTIONS: '--require x',
        LD_PRELOAD: 'g',
        BASH_ENV: 'h',
      },
      ...{
        HF_TOKEN: 'wanted',
        OTHER: 'i',
        WEIGHBRIDGE_PLAN: 'plan',
        WEIGHBRIDGE_INPUTS: 'j',
        GONE: undefined,
      },
    };
    expect(cleanEnvironment(env, ['HF_TOKEN', 'GONE'])).toEqual({
      PATH: '/bin',
      HOME: '/h',
      LC_ALL: 'C',
      CUDA_VISIBLE_DEVICES: '0',
      https_proxy: 'p',
      SystemRoot: 'C:',
      HF_TOKEN: 'wanted',
      WEIGHBRIDGE_PLAN: 'plan',
    });
  });
});
