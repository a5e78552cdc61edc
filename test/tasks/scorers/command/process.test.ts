import { expect, test } from 'vitest';
import { commandProcess } from '../../../../src/tasks/scorers/command/process.ts';

test('an abort that comes while the program is started ends it', async () => {
  const abort = new AbortController();
  const command = [process.execPath, '-e', 'setInterval(() => {}, 1000)'];
  const asked = commandProcess({ name: 'mine', command, seconds: 60, keep: false }).ask([{}], abort.signal);
  abort.abort(new Error('stop'));
  await expect(asked).rejects.toThrow('stop');
}, 10_000);
