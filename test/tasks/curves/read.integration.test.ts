import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCurves } from '../../../src/tasks/curves/read.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function read(text: string | Buffer, name = 'log') {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), text);
  return readCurves([name], folder);
}

const valuesOf = async (text: string) =>
  (await read(text)).entries.map(({ line, values }) => [line, Object.fromEntries(values)]);

/** As transformers 4 writes it, with the summary of the whole training at the end. */
const STATE = {
  best_metric: null,
  epoch: 1,
  global_step: 30,
  max_steps: 40,
  log_history: [
    { epoch: 0.33, grad_norm: 2.5, learning_rate: 0.0002, loss: 2.1, step: 10 },
    { epoch: 0.66, eval_loss: 1.9, eval_runtime: 3.2, step: 20 },
    { epoch: 1, step: 30, total_flos: 1e15, train_loss: 1.7, train_runtime: 60.5 },
  ],
};

describe('forms of a log, by their content', () => {
  test('trainer_state.json tells its entries, the step of the checkpoint and those that were planned', async () => {
    for (const text of [JSON.stringify(STATE), JSON.stringify(STATE, null, 2)]) {
      const { entries, globalStep, maxSteps, faults, files } = await read(text);
      expect(faults).toEqual([]);
      expect(entries.map(({ values }) => Object.fromEntries(values))).toEqual(STATE.log_history);
      expect([globalStep, maxSteps]).toEqual([30, 40]);
      expect(files).toEqual([{ file: 'log', digest: createHash('sha256').update(text).digest('hex') }]);
    }
  });

  test('a loss that Python wrote as NaN is one that is not finite, and no missing one', async () => {
    const { entries } = await read(
      '{"log_history": [{"step": 1, "loss": NaN}, {"step": 2, "loss": Infinity}]}',
    );
    expect(entries.map(({ values }) => values.get('loss'))).toEqual([Number.NaN, Number.POSITIVE_INFINITY]);
  });

  test.each<[string, string, readonly (readonly [number | null, object])[]]>([
    [
      'JSONL',
      '{"step": 1, "loss": 2.5}\n\n{"step": 2, "loss": "1.5", "eval_loss": null, "note": "warm"}\n',
      [
        [1, { step: 1, loss: 2.5 }],
        [3, { step: 2, loss: 1.5, note: null }],
      ],
    ],
    ['one line of JSONL', '{"step": 1, "loss": 2.5}', [[1, { step: 1, loss: 2.5 }]]],
    ['a list in JSON', '[{"step": 1, "loss": 2.5}]', [[null, { step: 1, loss: 2.5 }]]],
    [
      'CSV with empty cells',
      'step,train_loss,val_loss\n1,2.5,\n2,nan,1.9\n',
      [
        [2, { step: 1, train_loss: 2.5 }],
        [3, { step: 2, train_loss: Number.NaN, val_loss: 1.9 }],
      ],
    ],
    ['TSV', 'step\tloss\n1\t2.5\n', [[2, { step: 1, loss: 2.5 }]]],
    [
      'what a trainer printed, among progress bars and messages',
      [
        '[2026-11-02 10:00:00,123] [INFO] [axolotl.train] starting',
        "  3%|▎    | 10/300 [00:12<05:48]\r  4%|▍ | 11/300\r{'loss': 2.31, 'grad_norm': nan, 'learning_rate': 2e-05, 'epoch': 0.1}",
        "{'eval_loss': 1.9, 'eval_runtime': 3.2, 'epoch': 0.2}{'loss': '1.8', 'grad_norm': '0.7', 'epoch': '0.3'}",
        '',
      ].join('\n'),
      [
        [2, { loss: 2.31, grad_norm: Number.NaN, learning_rate: 2e-5, epoch: 0.1 }],
        [3, { eval_loss: 1.9, eval_runtime: 3.2, epoch: 0.2 }],
        [3, { loss: 1.8, grad_norm: 0.7, epoch: 0.3 }],
      ],
    ],
  ])('%s', async (_, text, entries) => {
    expect(await valuesOf(text)).toEqual(entries);
  });

  test('several files are one log, in their order', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'train.csv'), 'step,loss\n1,2\n');
    writeFileSync(join(folder, 'val.csv'), 'step,val_loss\n1,3\n');
    const { entries, faults } = await readCurves(['train.csv', 'val.csv'], folder);
    expect([entries.map(({ file }) => file), faults]).toEqual([['train.csv', 'val.csv'], []]);
  });
});

describe('what cannot be read is a fault, and never an empty curve', () => {
  test.each<[string, string | Buffer, RegExp]>([
    ['a torn state', JSON.stringify(STATE).slice(0, -40), /^log: not JSON/],
    ['a torn line of JSONL', '{"step": 1, "loss": 2}\n{"step": 2, "lo', /^log:2: not JSON/],
    ['a line that is no object', '{"step": 1, "loss": 2}\n[1, 2]\n', /^log:2: an entry .* is not an object/],
    ['a key that is said twice', '{"loss": 1, "loss": 2}', /is there twice/],
    [
      'an entry in a line without end',
      `{'loss': 2.1, 'epoch': 0.1}\n${'x'.repeat(20_000)}{'loss': 9.9, 'epoch': 0.2}`,
      /^log:2: .*20027 characters/,
    ],
    ['a torn print', "{'loss': 2.1, 'epoch': 0.1}\n{'loss': 1.9, 'gra", /^log:2: .* torn/],
    ['a row with too many cells', 'step,loss\n1,2,3\n', /not CSV/],
    ['nothing', ' \n', /is empty/],
    ['a header alone', 'step,loss\n', /has no entries/],
    ['a state before its first entry', '{"log_history": []}', /has no entries/],
    ['prose', 'we trained it for a while', /no training log in a form that is known/],
    ['bytes', Buffer.from([0x7f, 0x45, 0, 1, 0x2c, 0x0a]), /no training log in a form that is known/],
    [
      'an event file of TensorBoard',
      Buffer.concat([Buffer.alloc(12, 1), Buffer.from('\t\0\0brain.Event:2')]),
      /event file of TensorBoard.*\n {2}fix: .*trainer_state\.json.*JSONL/,
    ],
  ])('%s', async (_, text, message) => {
    const { entries, faults } = await read(text);
    expect(entries).toEqual([]);
    expect(faults).toEqual([expect.stringMatching(message)]);
  });

  test('files that are not there, folders, and pipes that nobody writes to', async () => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const { faults, files } = await readCurves(['gone.json', '.', 'pipe'], folder);
    expect(files).toEqual([]);
    expect(faults).toEqual([
      expect.stringMatching(/^gone\.json: there is no such training log\n {2}fix: /),
      expect.stringMatching(/^\.: the training log is not a file/),
      expect.stringMatching(/^pipe: the training log is not a file/),
    ]);
  });

  test('a file of which one is at fault: the others are read, and the fault stays', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'train.csv'), 'step,loss\n1,2\n');
    const { faults, entries } = await readCurves(['train.csv', 'gone'], folder);
    expect([faults.length, entries.length]).toEqual([1, 1]);
  });

  test('names such as __proto__ are names like any other', async () => {
    const { entries } = await read('{"__proto__": 3, "constructor": 4, "loss": 1}');
    expect([...(entries[0]?.values.keys() ?? [])].sort()).toEqual(['__proto__', 'constructor', 'loss']);
  });
});

test('whatever stands in a file, it is entries or a fault', async () => {
  const piece = fc.constantFrom(
    "{'loss': ",
    '{"loss":',
    '1.5',
    'NaN',
    '}',
    '[',
    ']',
    ',',
    '\n',
    '\r',
    "'",
    '"',
    'step,loss',
    '\t',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
  );
  const folder = temporaryFolder();
  await fc.assert(
    fc.asyncProperty(text, async (content) => {
      writeFileSync(join(folder, 'log'), content);
      const { entries, faults, files } = await readCurves(['log'], folder);
      expect([faults.length, files.length]).toEqual(entries.length === 0 ? [1, 0] : [0, 1]);
    }),
  );
});

test('a line of many dictionaries takes no longer than its length', async () => {
  const { entries } = await read(`${"{'a': 1}".repeat(2000)}\n`.repeat(50));
  expect(entries).toHaveLength(100_000);
});
