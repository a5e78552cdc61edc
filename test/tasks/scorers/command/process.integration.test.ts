import process from 'node:process';
import { expect, test } from 'vitest';
import { commandProcess } from '../../../../src/tasks/scorers/command/process.ts';

test('an abort that comes while the program is started ends it', async () => {
  const abort = new AbortController();
  const command = [process.execPath, '-e', 'setInterval(() => {}, 1000)'];
  const asked = commandProcess({ name: 'mine', command, seconds: 60, keep: false }).ask([{}], abort.signal);
  abort.abort(new Error('stop'));
  await expect(asked).rejects.toThrow('stop');
}, 10_000);

/** A program that answers what it is asked so, with its id in place of ID. */
const saying = (answer: string) => [
  process.execPath,
  '-e',
  `require('node:readline').createInterface({ input: process.stdin }).on('line', (line) =>
     console.log(${JSON.stringify(answer)}.replace('ID', JSON.parse(line).id)));`,
];

test.each([
  ['its score twice', '{"id": "ID", "score": 0, "score": 1}', /it wrote what is no answer/],
  ['a score and why there is none', '{"id": "ID", "score": 1, "unscored": "no"}', /^no$/],
])(
  'a line that says %s has none',
  async (_, line, reason) => {
    const { ask } = commandProcess({ name: 'mine', command: saying(line), seconds: 60, keep: false });
    const [said] = await ask([{}], new AbortController().signal);
    expect(said).toMatchObject({ unscored: expect.stringMatching(reason) });
  },
  10_000,
);

test.each([
  ['NaN of Python', '{"id": "ID", "score": NaN}', '"NaN" is no finite number'],
  ['infinity', '{"id": "ID", "score":-Infinity, "x": 1}', '"-Infinity" is no finite number'],
  ['a number too large', '{"id": "ID", "score": 1e999}', 'null is no finite number'],
  ['a text', '{"id": "ID", "score": "0.5"}', '"0.5" is no finite number'],
  ['nothing', '{"id": ID, "score": null}', 'null is no finite number'],
])(
  'nobody waits for who answered with %s',
  async (_, line, reason) => {
    const { ask, close } = commandProcess({ name: 'mine', command: saying(line), seconds: 60, keep: true });
    expect(await ask([{}], new AbortController().signal)).toEqual([{ unscored: reason }]);
    await close();
  },
  10_000,
);

test('an id may come back as the number that it is', async () => {
  const command = saying('{"id": ID, "score": 0.25}');
  const { ask, close } = commandProcess({ name: 'mine', command, seconds: 60, keep: true });
  expect(await ask([{}], new AbortController().signal)).toEqual([0.25]);
  await close();
});

test('what a program wrote in place of an answer is told', async () => {
  const { ask } = commandProcess({
    name: 'mine',
    command: [process.execPath, '-e', 'console.log("\\u001b[31mLoading the model…"); console.log("0.5")'],
    seconds: 60,
    keep: false,
  });
  expect(await ask([{}], new AbortController().signal)).toEqual([
    {
      unscored: 'mine: the command gave no usable score; it wrote what is no answer: [31mLoading the model…',
    },
  ]);
});

test.skipIf(process.platform !== 'linux')(
  'what a program leaves behind with its pipes holds nobody up',
  async () => {
    const { ask, close } = commandProcess({
      name: 'mine',
      command: ['sh', '-c', 'setsid sleep 60 & sleep 0.2'],
      seconds: 60,
      keep: true,
    });
    expect(await ask([{}], new AbortController().signal)).toEqual([{ unscored: 'mine: the command ended' }]);
    await close();
  },
  15_000,
);
