import { describe, expect, test } from 'vitest';
import { run } from '../../../src/adapters/process/run.ts';

const never = new AbortController().signal;
const node = (script: string) => ({
  file: process.execPath,
  args: ['-e', script],
  cwd: process.cwd(),
  env: { PATH: '/bin' },
});

describe('run', () => {
  test('captures both streams and the exit code', async () => {
    const result = await run(node("console.log('out'); console.error('err'); process.exitCode = 3"), never);
    expect(result).toMatchObject({ code: 3, signal: null });
    expect(result.output).toContain('out');
    expect(result.output).toContain('err');
  });

  test('passes exactly the environment it was given', async () => {
    const { output } = await run(node('console.log(Object.keys(process.env).join())'), never);
    expect(output.trim()).toBe('PATH');
  });

  test('does not go through a shell', async () => {
    const command = { ...node(''), args: ['-e', 'console.log(process.argv[1])', '$(echo no); `no`'] };
    expect((await run(command, never)).output.trim()).toBe('$(echo no); `no`');
  });

  test('bounds what it keeps', async () => {
    const { output } = await run(node("process.stdout.write('x'.repeat(1e6) + 'end')"), never);
    expect(output.length).toBeLessThan(17_000);
    expect(output.endsWith('end')).toBe(true);
  });

  test('names the signal that ended it', async () => {
    expect(
      await run(node("process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 1e5)"), never),
    ).toMatchObject({
      code: null,
      signal: 'SIGTERM',
    });
  });

  test('a program that is not there is an error', async () => {
    await expect(run({ ...node(''), file: '/no/such/program' }, never)).rejects.toThrow('ENOENT');
  });

  test('an abort ends it with its children, and throws the reason', async () => {
    const controller = new AbortController();
    const grandchild =
      "require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 1e5)'], { stdio: 'inherit' })";
    const running = run(node(grandchild), controller.signal);
    setTimeout(() => controller.abort(new Error('enough')), 300);
    await expect(running).rejects.toThrow('enough');
  });
});
