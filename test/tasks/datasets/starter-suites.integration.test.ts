import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alikeRows } from '../../../src/core/compare/alike.ts';
import { loadDataset, placeOfDataset } from '../../../src/tasks/datasets/load.ts';
import { STARTER_SUITES, starterSuite } from '../../../src/tasks/datasets/starter-suites.ts';
import { nativeTask } from '../../../src/tasks/runners/native/options.ts';
import { nativeRunner } from '../../../src/tasks/runners/native/runner.ts';
import { bigramModel } from '../../support/bigram-model.ts';
import { faultOf } from '../../support/fault.ts';

/** What has shipped stays: a change of a row is another version, in a file of its own. */
const SHIPPED: Readonly<Record<string, readonly [rows: number, digest: string]>> = {
  'weighbridge:general@1': [400, '476668b01fcbfe17fdd0c060a91d350148cfd8b40097df75b4187806e2baf638'],
  'weighbridge:reasoning@1': [150, '82cf822f0e8b91cd9700b203ed8855bdef443ffa39c877c244b065dbf22767cf'],
  'weighbridge:instructions@1': [100, '4317fa8bf9efdaa2406fb87959f2d518bd621e3b66ad5d05f0f461a030cb7bcd'],
  'weighbridge:refusals-safe@1': [60, '7e4f7aac791c3e6e720ea88769ab7045edfed8f0951e1320b7a268f18845a095'],
  'weighbridge:refusals-unsafe@1': [60, 'dc83c62fd0d60d12bde159e8d59de0e64097c142ce9c91bfb445a8d0d273d1f1'],
  'weighbridge:format@1': [80, '24b457f6a58aa204a197eeed127cf3104bc84452c102857befdc0fd4cf84ed3a'],
};

const PARTS = [...STARTER_SUITES].flatMap(([name, { version, parts }]) =>
  Object.entries(parts).map(([part, task]) => ({ dataset: `${name}${part}@${version}`, ...task })),
);

const prepared = (dataset: string, options: object) =>
  nativeRunner.prepare('suite', nativeTask.parse({ ...options, dataset }), '/');

const rowsOf = async (dataset: string) =>
  (await loadDataset(placeOfDataset('/', dataset))).rows.map(({ fields }) => fields);

/** Scores of the metric that a first gate is on, by id, for a model that gives each prompt the answer told. */
async function scored(dataset: string, answerTo: (id: string) => string) {
  const { options = {}, gate = { metric: '' } } = PARTS.find((part) => part.dataset === dataset) ?? {};
  const task = await prepared(dataset, options);
  const ids = new Map(
    (await rowsOf(dataset)).map(({ id, name = id, prompt, input = prompt }) => [input, String(name)]),
  );
  const scores = new Map<string, unknown>();
  await task.run({
    pending: task.samples,
    model: {
      ...bigramModel({ chatTemplate: '{{ messages[-1].content }}' }),
      generate: async ({ prompt }) => ({
        text: answerTo(ids.get(prompt) ?? ''),
        promptTokens: 1,
        outputTokens: 1,
        finish: 'stop' as const,
      }),
    },
    seed: 1,
    write: async ({ id, scores: { [gate.metric]: score } }) => void scores.set(id, score),
    signal: new AbortController().signal,
  });
  return scores;
}

/** Written in a second pass, from the prompts alone. */
function witnesses(name: string): ReadonlyMap<string, string> {
  const file = join(import.meta.dirname, 'starter-suites', `${name}.jsonl`);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return new Map(
    lines
      .map((line) => JSON.parse(line) as { id: string; answer: string })
      .map((each) => [each.id, each.answer]),
  );
}

describe.each(PARTS)('$dataset', ({ dataset, options }) => {
  test('can be asked as it is, and is what it was', async () => {
    const task = await prepared(dataset, options);
    expect(task.samples.every(({ group }) => group !== undefined)).toBe(true);
    const { digest } = await loadDataset(placeOfDataset('/', dataset));
    expect([task.samples.length, digest]).toEqual(SHIPPED[dataset]);
  });

  test('asks nothing twice', async () => {
    const { rows } = await nativeRunner.questions(nativeTask.parse({ ...options, dataset }), '/');
    expect(alikeRows(rows.map(({ id, prompt }) => ({ id, text: prompt })))).toEqual({
      same: null,
      near: null,
    });
  });
});

describe('general', () => {
  interface Row {
    readonly subject: string;
    readonly choices: readonly string[];
    readonly answer: string;
  }
  const all = rowsOf('weighbridge:general@1') as unknown as Promise<readonly Row[]>;
  const right = ({ choices, answer }: Row) => choices[answer.charCodeAt(0) - 65] ?? '';

  test('has 25 questions of each subject, whose answers stand at every place alike', async () => {
    const rows = await all;
    const subjects = [...new Set(rows.map(({ subject }) => subject))];
    expect(subjects).toHaveLength(16);
    for (const subject of subjects) {
      const own = rows.filter((row) => row.subject === subject);
      expect(own).toHaveLength(25);
      for (const letter of 'ABCD') {
        const there = own.filter(({ answer }) => answer === letter).length;
        expect([6, 7]).toContain(there);
      }
    }
  });

  test('has four different choices, whose length does not give the answer away', async () => {
    const rows = await all;
    for (const { choices } of rows) expect(new Set(choices.map((each) => each.toLowerCase())).size).toBe(4);
    const guess = (of: (...lengths: number[]) => number) =>
      rows.reduce((sum, row) => {
        const longest = row.choices.filter(
          ({ length }) => length === of(...row.choices.map((each) => each.length)),
        );
        return sum + (longest.includes(right(row)) ? 1 / longest.length : 0);
      }, 0) / rows.length;
    expect(guess(Math.max)).toBeLessThan(0.35);
    expect(guess(Math.min)).toBeLessThan(0.35);
  });
});

describe.each(['instructions', 'format'])('%s', (name) => {
  test('can be followed: an answer to each prompt is right', async () => {
    const answers = witnesses(name);
    const scores = await scored(`weighbridge:${name}@1`, (id) => answers.get(id) ?? '');
    expect(scores.size).toBe(answers.size);
    expect([...scores].filter(([, score]) => score !== 1)).toEqual([]);
  });

  test.each(['', 'Sure! Here is what you asked for, Sir.\n\nI hope this helps you. Have a nice day!'])(
    'is not followed by %j',
    async (text) => {
      const right = [...(await scored(`weighbridge:${name}@1`, () => text)).values()].filter(
        (score) => score === 1,
      );
      expect(right.length).toBeLessThanOrEqual(name === 'format' ? 0 : 15);
    },
  );
});

test('an answer in the right language that lacks what was asked for is wrong', async () => {
  const near = new Map([
    ['yaml-01', 'name: Tom\nage: 3'],
    ['yaml-02', '- carrot'],
    ['yaml-03', 'host: here\nport: 80'],
    ['yaml-04', 'title: Soup\ningredients: water'],
    ['yaml-05', '- name: Ann\n  email: a@b.c'],
    ['yaml-06', 'name: Us\naddress: here'],
    ['yaml-07', 'items: milk'],
    ['yaml-08', '- Monday\n- Friday'],
    ['csv-09', 'sentence,language\nHello,world'],
    ['xml-01', '<book>Emma by Jane Austen</book>'],
    ['xml-03', '<colours><colour>red</colour></colours>'],
    ['xml-04', '<person><name>Ann</name></person>'],
    ['xml-05', '<done>yes</done>'],
    ['xml-06', '<order><item>pen</item></order>'],
    ['xml-07', '<spice>salt and pepper</spice>'],
    ['xml-08', '<house><room/><window/></house>'],
  ]);
  const scores = await scored('weighbridge:format@1', (id) => near.get(id) ?? '');
  expect([...near.keys()].filter((id) => scores.get(id) !== 0)).toEqual([]);
});

test('refusals are 60 safe and 60 unsafe prompts, of five kinds each', async () => {
  for (const label of ['safe', 'unsafe']) {
    const rows = await rowsOf(`weighbridge:refusals-${label}@1`);
    expect(rows.every((row) => row.label === label)).toBe(true);
    expect(new Set(rows.map(({ kind }) => kind)).size).toBe(5);
  }
});

test('a version is named, or the newest is meant', () => {
  expect(starterSuite('weighbridge:general')?.version).toBe(1);
  expect(starterSuite('weighbridge:general@1')?.version).toBe(1);
  for (const none of ['weighbridge:general@2', 'weighbridge:general@0', 'general', 'weighbridge:']) {
    expect(starterSuite(none)).toBeNull();
  }
});

test.each([
  'weighbridge:general',
  'weighbridge:generel@1',
  'weighbridge:../package@1',
  'weighbridge:general@9',
])('%s is no dataset that ships', async (written) => {
  expect((await faultOf(async () => placeOfDataset('/', written))).text).toMatch(/does not ship/);
});
