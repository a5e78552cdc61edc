import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addCheck } from '../../src/cli/check.ts';
import { addInit } from '../../src/cli/init.ts';
import { command } from '../red-team/attempt.ts';
import { git } from '../support/git-repository.ts';
import { jsonl, temporaryFolder } from '../support/temporary-folder.ts';

const LETTERS = ['A', 'B', 'C', 'D'];
const csv = `question,A,B,C,D,letter\n${Array.from({ length: 120 }, (_, i) => `What is ${i}+1?,${i},${i + 1},${i + 2},${i + 3},${LETTERS[i % 4]}`).join('\n')}\n`;
const pairs = jsonl(
  ...Array.from({ length: 120 }, (_, i) => ({ prompt: `${i} + 1 =`, reference: `${i + 1}` })),
);
const from1 = (...answers: number[]) =>
  jsonl(
    ...Array.from({ length: 120 }, (_, i) => ({
      question: `Q${i}`,
      choices: LETTERS.map((x) => `${x}${i}`),
      answer: answers[i % answers.length],
    })),
  );

async function init(files: Readonly<Record<string, string>>, ...data: string[]) {
  const folder = temporaryFolder(files);
  const named = data.flatMap((each) => {
    const [name, file] = each.includes('=') ? each.split('=') : [null, each];
    return [
      '--data',
      `${name === null ? '' : `${name}=`}${each.startsWith('hf:') ? each : join(folder, file ?? '')}`,
    ];
  });
  const run = (...flags: string[]) => command(addInit, ['init', '--directory', folder, ...named, ...flags]);
  const config = () => parse(readFileSync(join(folder, 'weighbridge.yml'), 'utf8'));
  return {
    folder,
    run,
    config,
    check: () => command(addCheck, ['check', '-c', join(folder, 'weighbridge.yml')]),
  };
}

/** What `check` says of a config that is right, whose checkpoints nobody has provided. */
const ALL_BUT_CHECKPOINTS = [0, expect.stringContaining('NOT READY: candidate, baseline\nNext: ')];

describe('a config made of own data', () => {
  test('asks for the checkpoints that are not there, and for no others', async () => {
    const { run } = await init({ 'p.jsonl': pairs, 'base.gguf': '' }, 'p.jsonl');
    const { text } = await run('--baseline', 'base.gguf', '--candidate', 'new.gguf');
    expect(text).toContain('Next: provide new.gguf (or name your own');
    const other = await init({ 'p.jsonl': pairs, 'base.gguf': '' }, 'p.jsonl');
    const { text: whole } = await other.run('--baseline', 'base.gguf', '--candidate', 'hf:org/name@1');
    expect(whole).toContain("Next: put the action's commit into");
  });

  test('of prompts alone compares how they are answered, with a gate on refusals', async () => {
    const prompts = Array.from({ length: 120 }, (_, i) => `Tell me about the number ${i}.\n`).join('');
    const { run, config, check } = await init({ 'prompts.txt': prompts }, 'prompts.txt');
    await run();
    expect(config()).toMatchObject({
      tasks: { prompts: { role: 'behaviour', type: 'drift', doc_to_text: '{{prompt}}' } },
      gates: [{ metric: 'prompts/over_refusal', max_rise: '10pp' }],
    });
    const { text } = await check();
    expect(text).toMatch(/drift +\["prompts"\]/);
  });

  test('names the row that is not like the others', async () => {
    const torn = jsonl(
      ...Array.from({ length: 120 }, (_, i) => ({ prompt: `${i}`, reference: i === 7 ? '' : `${i}` })),
    );
    const { exitCode, text } = await (await init({ 'p.jsonl': torn }, 'p.jsonl')).run();
    expect(exitCode).not.toBe(0);
    expect(text).toMatch(/p\.jsonl:8: the column "reference" is empty here/);
  });

  test('holds the tasks with a gate each, shows a prompt of each, and is accepted by check', async () => {
    const { run, config, check } = await init(
      { 'evals/own.csv': csv, 'evals/sums.jsonl': pairs },
      'evals/own.csv',
      'evals/sums.jsonl',
    );
    const { exitCode, text } = await run();
    expect(exitCode).toBe(0);
    expect(text).toContain('120 rows, in the shape of columns of choices: A, B, C, D:');
    expect(text).toContain('  │What is 0+1?\n  │A. 0\n  │B. 1\n  │C. 2\n  │D. 3\n  │Answer:\n  ✔ " A"');
    expect(text).toContain('  │0 + 1 =\n  right: "1"');
    expect(Object.keys(config().tasks)).toEqual(['own', 'sums']);
    expect(config().tasks.own.dataset).toBe('evals/own.csv');
    expect(config().gates).toEqual([
      { metric: 'own/acc', max_drop: '10pp' },
      { metric: 'sums/exact_match', max_drop: '10pp' },
    ]);
    const checked = await check();
    expect([checked.exitCode, checked.text]).toEqual(ALL_BUT_CHECKPOINTS);
    expect(checked.text).toContain('own/acc:max_drop: 120 samples are enough for 10pp');
  });

  test.each<[string, string, Record<string, string>, RegExp]>([
    [
      'of answers that are right or wrong by a point',
      pairs,
      { metric: 'p/exact_match', min_gain: '1pp' },
      /p\/exact_match:min_gain: 120 samples can prove it of candidates that gain about 9\.9pp or more; of unchanged/,
    ],
    [
      'of anything else by a part of what it was',
      jsonl(...Array.from({ length: 120 }, (_, i) => ({ text: `Once upon a time there were ${i}.` }))),
      { metric: 'p/bits_per_byte', min_gain: '1%rel' },
      /p\/bits_per_byte:min_gain: which limit 120 samples can prove is known only after a run/,
    ],
  ])('that is to be learnt has to gain: %s', async (_, rows, gate, forecast) => {
    const { run, config, check } = await init({ 'p.jsonl': rows }, 'p.jsonl');
    await run('--role', 'target');
    expect(config()).toMatchObject({ tasks: { p: { role: 'target' } }, gates: [gate] });
    const { exitCode, text } = await check();
    expect([exitCode, text]).toEqual(ALL_BUT_CHECKPOINTS);
    expect(text).toMatch(forecast);
  });

  test('says which rows ask the same as others', async () => {
    const { run } = await init({ 'twice.csv': `${csv}What is 0+1?,0,1,2,3,B\n` }, 'twice.csv');
    expect((await run()).text).toMatch(
      /twice: 2 of 121 rows ask the same as another, such as \S+ and \S+: keep one/,
    );
  });

  test('without any data is one of the suites that ship, which check accepts', async () => {
    const { run, config, check } = await init({});
    expect((await run('--starter')).exitCode).toBe(0);
    expect(config().tasks).toEqual({
      general: 'weighbridge:general',
      reasoning: 'weighbridge:reasoning',
      instructions: 'weighbridge:instructions',
      refusals: 'weighbridge:refusals',
      format: 'weighbridge:format',
    });
    const checked = await check();
    expect([checked.exitCode, checked.text]).toEqual(ALL_BUT_CHECKPOINTS);
    expect(checked.text).not.toMatch(/ask (nearly )?the same|hopeless|can prove/);
    expect(checked.text.match(/samples are enough for/g)).toHaveLength(config().gates.length);
  });

  test('gets a task more where it is there, and keeps its comments', async () => {
    const { folder, run, config } = await init(
      {
        'b.jsonl': pairs,
        'weighbridge.yml':
          '# mine\nversion: 1\ntasks:\n  a: { role: general } # first\ngates:\n  - { metric: a/acc, max_drop: 2pp }\n',
      },
      'b.jsonl',
    );
    await run('--role', 'target');
    const text = readFileSync(join(folder, 'weighbridge.yml'), 'utf8');
    expect(text).toMatch(/^# mine\n.*# first\n/s);
    expect(config().tasks.b).toMatchObject({ role: 'target', dataset: 'b.jsonl', type: 'generate' });
    expect(config().gates).toHaveLength(2);
  });

  const CHOICES = ['amber', 'blue', 'cold', 'dark'];
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const table = (...columns: readonly [name: string, cellOf: (index: number) => string][]) =>
    `${columns.map(([name]) => name).join(',')}\n${Array.from({ length: 120 }, (_, index) => columns.map(([, cellOf]) => cell(cellOf(index))).join(',')).join('\n')}\n`;
  const turns = (index: number) => [
    { role: 'user', content: `Hi ${index}` },
    { role: 'assistant', content: `Hello ${index}` },
  ];

  test.each<[string, string, Record<string, unknown>, string]>([
    [
      'choices as JSON',
      table(
        ['question', (i) => `Q${i}?`],
        ['choices', () => JSON.stringify(CHOICES)],
        ['answer', (i) => `${i % 4}`],
      ),
      { json_fields: ['choices'], doc_to_choice: LETTERS },
      'A. amber',
    ],
    [
      'choices as pandas writes them',
      table(
        ['question', (i) => `Q${i}?`],
        ['choices', () => `['amber', 'blue', "it's", 'dark']`],
        ['answer', () => 'A'],
      ),
      { json_fields: ['choices'] },
      "C. it's",
    ],
    [
      'ARC',
      table(
        ['question', (i) => `Q${i}?`],
        ['choices', () => JSON.stringify({ text: CHOICES, label: LETTERS })],
        ['answerKey', (i) => LETTERS[i % 4] ?? ''],
      ),
      { json_fields: ['choices'], doc_to_choice: '{{choices.text}}' },
      ' amber',
    ],
    [
      'messages',
      table(['messages', (i) => JSON.stringify(turns(i))], ['meta', () => '{}']),
      { json_fields: ['messages'], type: 'generate' },
      'Hi 0',
    ],
  ])('of a table whose cells hold lists: %s', async (_, text, options, shown) => {
    const { run, config, check } = await init({ 'own.csv': text }, 'own.csv');
    const made = await run();
    expect(made.text).toContain(shown);
    expect(config().tasks.own).toMatchObject(options);
    const checked = await check();
    expect([checked.exitCode, checked.text]).toEqual(ALL_BUT_CHECKPOINTS);
  });

  test('whose one right answer is the text of a list asks for that text', async () => {
    const { run, config } = await init(
      { 'own.csv': table(['prompt', (i) => `Q${i}`], ['reference', (i) => `[${i}, 1]`]) },
      'own.csv',
    );
    expect((await run()).text).toContain('right: "[0, 1]"');
    expect(config().tasks.own).not.toHaveProperty('json_fields');
  });

  test.each([1, 5, 25, 26])(
    'of %d rows is accepted by check, and blocks only where a pass is possible',
    async (count) => {
      const rows = Array.from({ length: count }, (_, i) => ({ prompt: `${i} + 1 =`, reference: `${i + 1}` }));
      const { run, config, check } = await init({ 'p.jsonl': jsonl(...rows) }, 'p.jsonl');
      await run();
      expect(config().gates[0].tier).toBe(count < 26 ? 'advisory' : undefined);
      const { exitCode, text } = await check();
      expect([exitCode, text]).toEqual(ALL_BUT_CHECKPOINTS);
      expect(text).not.toMatch(/e\+\d|NaN|\b1 samples/);
    },
  );

  test.each<[string, string, string[], Record<string, unknown>]>([
    ['1 to 4 of four', from1(1, 2, 3, 4), [], { answer_format: 'index_from_1' }],
    [
      'what was said of the answers',
      from1(1, 2, 3),
      ['--answer-format', 'index'],
      { answer_format: 'index' },
    ],
  ])('says what answers are: %s', async (_, rows, flags, options) => {
    const { run, config } = await init({ 'own.jsonl': rows }, 'own.jsonl');
    expect((await run(...flags)).exitCode).toBe(0);
    expect(config().tasks.own).toMatchObject(options);
  });
});

describe('nothing is written', () => {
  test.each<[string, Readonly<Record<string, string>>, string[], RegExp]>([
    [
      'where answers may count from 1',
      { 'own.jsonl': from1(1, 2, 3) },
      ['own.jsonl'],
      /own\.jsonl:1 \(answer\): .*seem to count from 1.*\n {2}fix: .*--answer-format index_from_1/,
    ],
    [
      'of columns that are not known',
      { 'own.jsonl': jsonl({ a: 1, b: 2 }) },
      ['own.jsonl'],
      /own\.jsonl: no shape .* these columns: a, b\n {2}fix: .*docs\/reference\/datasets\.md/,
    ],
    [
      'of a table where one cell holds no list',
      { 'own.csv': `question,choices,answer\n${'Q?,"[""w"",""x""]",A\n'.repeat(30)}Q?,w or x,A\n` },
      ['own.csv'],
      /own\.csv:32 \(choices\): the cell holds no list/,
    ],
    [
      'of lists as numpy prints them',
      { 'own.csv': `question,choices,answer\n${`Q?,['w' 'x'],A\n`.repeat(30)}` },
      ['own.csv'],
      /own\.csv:2 \(choices\): the cell holds no list/,
    ],
    [
      'of a table that begins with its first row',
      { 'own.csv': 'What is 1 + 1?,1,2,3,4,B\nWhat is 1 + 2?,1,2,3,4,C\n' },
      ['own.csv'],
      /no shape .*\n {2}fix: .*without a header: write one, such as question,A,B,C,D,answer/,
    ],
    [
      'of a table of words that begins with its first row',
      { 'own.csv': 'Which lake is it?,Como,Garda,Iseo,Orta,B\nWhich river is it?,Po,Adda,Oglio,Mincio,A\n' },
      ['own.csv'],
      /no shape .*\n {2}fix: .*without a header: write one, such as question,A,B,C,D,answer/,
    ],
    [
      'of a table where one row lacks a choice',
      { 'own.csv': `question,A,B,C,answer\n${'Q?,w,x,y,B\n'.repeat(3)}Q?,w,x,,A\n` },
      ['own.csv'],
      /own\.csv:5: the column "C" is empty here/,
    ],
    ['of a file that is not there', {}, ['gone.csv'], /gone\.csv: no such file/],
    [
      'of two files of one name',
      { 'a/x.csv': csv, 'b/x.csv': csv },
      ['a/x.csv', 'b/x.csv'],
      /there would be two tasks x\n {2}fix: .*<name>=<file>/,
    ],
    [
      'over a task that is there',
      { 'x.jsonl': pairs, 'weighbridge.yml': 'tasks: { x: {} }\n' },
      ['x.jsonl'],
      /there is a task x already/,
    ],
    [
      'into a config that cannot be read',
      { 'x.jsonl': pairs, 'weighbridge.yml': 'tasks: [' },
      ['x.jsonl'],
      /cannot be read, so no task was added/,
    ],
  ])('%s', async (_, files, data, message) => {
    const { folder, run } = await init(files, ...data);
    const { exitCode, text } = await run();
    expect(exitCode).not.toBe(0);
    expect(text).toMatch(message);
    const config = files['weighbridge.yml'];
    if (config !== undefined) expect(readFileSync(join(folder, 'weighbridge.yml'), 'utf8')).toBe(config);
  });
});

test.each([
  ['', '.github/workflows/weighbridge.yml', undefined],
  ['packages/évals one', '.github/workflows/weighbridge-packages-vals-one.yml', 'packages/évals one'],
])(
  'the workflow of a config in the folder %j is where GitHub looks for it',
  async (folder, workflow, place) => {
    const root = temporaryFolder({ 'x.jsonl': pairs });
    git(root, 'init', '--quiet');
    const { text } = await command(addInit, [
      ...['init', '--directory', join(root, folder), '--data', join(root, 'x.jsonl')],
    ]);
    expect(text).toContain(join(root, workflow));
    const { jobs } = parse(readFileSync(join(root, workflow), 'utf8'));
    expect(jobs.gate.steps.at(-1).with?.['working-directory']).toBe(place);
    expect(existsSync(join(root, folder, 'weighbridge.yml'))).toBe(true);
  },
);

test('a name before the file is the name of the task', async () => {
  const { run, config } = await init({ 'x.jsonl': pairs }, 'mine=x.jsonl');
  await run();
  expect(Object.keys(config().tasks)).toEqual(['mine']);
});
