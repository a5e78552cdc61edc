import { expect, test } from 'vitest';
import { commandProcess } from '../../../../src/tasks/scorers/command/process.ts';

test('an abort that comes while the program is started ends it', async () => {
  const abort = new AbortController();
  const command = [process.execPath, '-e', 'setInterval(() => {}, 1000)'];
  const asked = commandProcess({ name: 'mine', command, seconds: 60, keep: false }).ask([{}], abort.signal);
  abort.abort(new Error('stop'));
  await expect(asked).rejects.toThrow('stop');
}, 10_000);

test('a line that says its score twice says nothing', async () => {
  const line = '{"id": "0", "score": 0, "score": 1}';
  const command = [
    process.execPath,
    '-e',
    `process.stdin.resume().on('end', () => console.log(${JSON.stringify(line)}))`,
  ];
  const { ask } = commandProcess({ name: 'mine', command, seconds: 60, keep: false });
  const [said] = await ask([{}], new AbortController().signal);
  expect(said).toMatchObject({ unscored: expect.any(String) });
}, 10_000);
