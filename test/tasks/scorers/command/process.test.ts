import { expect, test } from 'vitest';
import { commandProcess } from '../../../../src/tasks/scorers/command/process.ts';

test('an abort that comes while the program is started ends it', async () => {
  const abort = new AbortController();
  const command = [process.execPath, '-e', 'setInterval(() => {}, 1000)'];
  const asked = commandProcess({ name: 'mine', command, seconds: 60, keep: false }).ask([{}], abort.signal);
  abort.abort(new Error('stop'));
  await expect(asked).rejects.toThrow('stop');
}, 10_000);

test.each([
  ['its score twice', '{"id": "0", "score": 0, "score": 1}'],
  ['a score and why there is none', '{"id": "0", "score": 1, "unscored": "no"}'],
])(
  'a line that says %s has none',
  async (_, line) => {
    const command = [
      process.execPath,
      '-e',
      `process.stdin.resume().on('end', () => console.log(${JSON.stringify(line)}))`,
    ];
    const { ask } = commandProcess({ name: 'mine', command, seconds: 60, keep: false });
    const [said] = await ask([{}], new AbortController().signal);
    expect(said).toMatchObject({ unscored: expect.any(String) });
  },
  10_000,
);
