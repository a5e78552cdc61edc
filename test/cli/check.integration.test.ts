import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { rememberSpeeds } from '../../src/app/speed.ts';
import { addCheck } from '../../src/cli/check.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import { command, HALF, MOSTLY, writeTampered } from '../red-team/attempt.ts';
import { jsonl, temporaryFolder } from '../support/temporary-folder.ts';

// What the machine at hand has installed and measured is nobody's business here.
beforeEach(() => void vi.stubEnv('WEIGHBRIDGE_CACHE', temporaryFolder()));
afterEach(() => void vi.unstubAllEnvs());

/** What `check` says of a drop of 2pp against stored results of which these were right. */
async function checked(isRight: (index: number) => boolean, terms = '', choices?: number) {
  const rows = Array.from({ length: 500 }, (_, index) => ({
    id: `q${index}`,
    question: 'q',
    choices: ['a', 'b'],
    answer: 0,
  }));
  const folder = temporaryFolder({
    'weighbridge.yml': `version: 1
candidate: c.gguf
baseline: stored/baseline
tasks: { facts: { role: general, type: multiple_choice, dataset: rows.jsonl } }
gates: [{ metric: facts/acc, max_drop: 2pp${terms} }]
`,
    'rows.jsonl': jsonl(...rows),
  });
  writeTampered(join(folder, 'stored'), 'baseline', {
    isRight,
    line: (line) => (choices === undefined ? line : { ...line, choices }),
  });
  return (await command(addCheck, ['check', '--config', join(folder, 'weighbridge.yml')])).text;
}

test.each<[string, Parameters<typeof checked>, string]>([
  [
    'nothing to lose',
    [() => false],
    "cannot see a loss: the baseline's acc of 0.0 % could get worse by no more than the limit",
  ],
  ['no better than a guess', [HALF, '', 2], '50.0 %, which a guess among its choices gets'],
])('a stored baseline with %s is told before anything is evaluated', async (_, asked, says) => {
  const text = await checked(...asked);
  expect(text).toContain(`facts/acc:max_drop ${says.startsWith('cannot') ? says : 'cannot see a loss'}`);
  expect(text).toContain(says);
  expect(text).toContain('it stays undecided unless it says allow_floor: true');
});

test.each<[string, Parameters<typeof checked>]>([
  ['one that could lose', [MOSTLY]],
  ['a gate that says allow_floor', [() => false, ', allow_floor: true']],
])('nothing is said of %s', async (_, asked) => {
  expect(await checked(...asked)).not.toContain('cannot see');
});

describe('what becomes of unchanged candidates', () => {
  /** Every kind of gate on 240 questions in three groups. */
  async function gatesOf(baseline: 'b.gguf' | 'stored/baseline') {
    const rows = Array.from({ length: 240 }, (_, index) => ({
      ...{ id: `q${index}`, question: `Which is ${index}?`, choices: ['a', 'b'], answer: index % 2 },
      subject: `s${index % 3}`,
    }));
    const folder = temporaryFolder({
      'weighbridge.yml': `version: 1
candidate: c.gguf
baseline: ${baseline}
tasks:
  facts: { role: general, type: multiple_choice, dataset: rows.jsonl, group_field: subject }
  maths: { role: target, type: multiple_choice, dataset: rows.jsonl }
gates:
  - { metric: facts/acc, max_drop: 5pp }
  - { metric: maths/acc, min_gain: 2pp }
  - { metric: facts/acc, floor: 80% }
  - { metric: facts/acc, no_regression_by_group: 0pp }
  - { metric: facts/acc, max_group_gap: 20pp }
  - { metric: maths/acc, max_new_failures: 20 }
  - { metric: maths/acc, net_gain: { losses: { facts/acc: 1 }, at_least: 1pp } }
  - { average: { tasks: [facts/acc, maths/acc], max_drop: 5pp } }
  - { metric: facts/nll, max_rise: 0.05 }
`,
      'rows.jsonl': jsonl(...rows),
    });
    writeTampered(join(folder, 'stored'), 'baseline', {
      planned: 240,
      line: (line, index) => ({ ...line, group: `s${index % 3}` }),
    });
    const { text } = await command(addCheck, ['check', '--config', join(folder, 'weighbridge.yml')]);
    return text.slice(text.indexOf('\nGates\n'), text.indexOf('\nCost\n')).match(/^ {2}\S+:.+$/gm) ?? [];
  }
  const shares = /; of unchanged candidates,? .*\d+ %.* and .*\d+ % are blocked/;
  const missing = /; what becomes of unchanged candidates is not known without /;
  const rulesWith = (lines: readonly string[], pattern: RegExp) =>
    lines.filter((line) => pattern.test(line)).map((line) => line.trim().split(/:(?=[a-z_]+: )|: /)[1]);

  test('is told of every gate, or what is missing to tell it', async () => {
    const lines = await gatesOf('b.gguf');
    expect(rulesWith(lines, shares)).toEqual([
      ...['max_drop', 'min_gain', 'no_regression_by_group', 'max_new_failures', 'net_gain', 'average'],
    ]);
    expect(rulesWith(lines, missing)).toEqual(['floor', 'max_group_gap', 'max_rise']);
    expect(lines.find((line) => line.includes('floor'))).toContain('name results of it as the baseline');
    expect(lines.find((line) => line.includes('nll'))).toContain('`weighbridge noise`');
  });

  test('is told of gates on results, by what the baseline has', async () => {
    const folder = temporaryFolder({
      'weighbridge.yml': `version: 1
baseline: stored/baseline
gates:
  - { metric: facts/acc, max_drop: 5pp }
  - { average: { tasks: [facts/acc, other/acc], max_drop: 5pp } }
`,
    });
    const stored = writeTampered(join(folder, 'stored'), 'baseline', { planned: 240 });
    cpSync(join(stored, 'facts'), join(stored, 'other'), { recursive: true });
    const record = readFileSync(join(stored, 'facts/run.json'), 'utf8');
    writeFileSync(join(stored, 'other/run.json'), record.replace('"facts"', '"other"'));
    const { text } = await command(addCheck, ['check', '--config', join(folder, 'weighbridge.yml')]);
    expect(text).toMatch(
      /facts\/acc:max_drop: 240 samples can prove 6.5pp, .*; of unchanged candidates \d+ %/,
    );
    expect(text).toMatch(/:average: 480 samples are enough for 5pp; of unchanged candidates \d+ %/);
  });

  test('is told of ceilings, floors and gaps by the stored baseline', async () => {
    const lines = await gatesOf('stored/baseline');
    expect(rulesWith(lines, missing)).toEqual(['max_rise']);
    expect(lines.find((line) => line.includes('floor'))).toContain(
      "of unchanged candidates, at the baseline's 90.0 %,",
    );
  });
});

test('rows that ask the same, whatever their case, are told; other choices are another question', async () => {
  const row = (question: string, ...choices: string[]) => ({ question, choices, answer: 0 });
  const folder = temporaryFolder({
    'weighbridge.yml': `version: 1
candidate: c.gguf
baseline: b.gguf
tasks: { facts: { role: general, type: multiple_choice, dataset: rows.jsonl } }
gates: [{ metric: facts/acc, max_drop: 50pp }]
`,
    'rows.jsonl': jsonl(
      { id: 'a', ...row('Who kept it?', 'Ada', 'Tor') },
      { id: 'b', ...row('Who kept it?', 'Ada', 'Uno') },
      { id: 'c', ...row('Who KEPT it', 'Ada.', 'Tor') },
      ...Array.from({ length: 40 }, (_, at) => ({ id: `q${at}`, ...row(`Who kept ${at}?`, 'Ada', 'Tor') })),
    ),
  });
  const { text } = await command(addCheck, ['check', '--config', join(folder, 'weighbridge.yml')]);
  expect(text).toContain('facts: 2 of 43 rows ask the same as another, such as a and c: keep one of each');
  expect(text).not.toContain('nearly the same');
});

describe('what check says of the data', () => {
  const rows = (count: number, answer: (at: number) => number) =>
    jsonl(
      ...Array.from({ length: count }, (_, at) => ({
        ...{ id: `r${at}`, question: `What did the people of town ${at} say of it?` },
        ...{ choices: ['yes', 'no'], answer: answer(at) },
      })),
    );
  const HALVES = (at: number) => at % 2;

  async function said(files: Record<string, string>, task = '', more = '') {
    const own = Object.keys(files).filter((file) => !file.includes('history'));
    const tasks = own.map(
      (file) =>
        `  ${file.replace('.jsonl', '')}: { role: general, type: multiple_choice, dataset: ${file}${task} }\n`,
    );
    const folder = temporaryFolder({
      ...files,
      'weighbridge.yml': `version: 1\ncandidate: c.gguf\nbaseline: b.gguf\n${more}tasks:\n${tasks.join('')}gates: [{ metric: a/acc, max_drop: 50pp }]\n`,
    });
    return (await command(addCheck, ['check', '--config', join(folder, 'weighbridge.yml')])).text;
  }

  test('in lines that command nobody', async () => {
    const choices = ['yes', 'no\n::error::forged\u001b[2J'];
    const text = await said({
      'a.jsonl': jsonl(
        ...Array.from({ length: 60 }, (_, at) => ({
          ...{
            id: `r${at}`,
            question: `What did the people of town ${at} say of it?`,
            choices,
            answer: Number(at < 5),
          },
        })),
      ),
    });
    expect(text).toContain('fewer than 20 rows of no');
    expect(text).not.toMatch(/^\s*::/m);
    expect(text).not.toContain('\u001b');
  });

  test('few rows, and a class that hardly occurs', async () => {
    const text = await said({ 'a.jsonl': rows(60, (at) => Number(at < 5)) });
    expect(text).toContain('a: 60 rows are few, 100 to 500 are usual');
    expect(text).toContain('a: fewer than 20 rows of no 5');
    expect(text).toContain('a: 55 of 60 rows are yes');
  });

  test('nothing of enough rows of either class', async () => {
    expect(await said({ 'a.jsonl': rows(120, HALVES) })).not.toMatch(/^Data$/m);
  });

  test('questions that stand in two splits', async () => {
    const text = await said({ 'a.jsonl': rows(120, HALVES), 'b.jsonl': rows(130, HALVES) });
    expect(text).toContain('a and b: 120 questions stand in both, such as r0 of the second');
    expect(await said({ 'a.jsonl': rows(120, HALVES), 'c.jsonl': rows(120, HALVES) })).not.toContain(
      'stand in both',
    );
  });

  test('how often a locked split decided, which a history tells', async () => {
    const locked = ', split: locked';
    expect(await said({ 'a.jsonl': rows(120, HALVES) }, locked)).toContain('none is kept: add `record: {}`');
    const kept = (history: string) =>
      said({ 'a.jsonl': rows(120, HALVES), 'weighbridge-history.jsonl': history }, locked, 'record: {}\n');
    expect(await kept('')).toContain('a: the locked split has decided nothing yet');
    expect(await kept('{}\n')).toContain('a: how often the locked split decided is not known: ');
    expect(await said({ 'a.jsonl': rows(120, HALVES) }, locked, 'record: {}\n')).toContain(
      'there is no history',
    );
  });
});

describe('check vouches for what it looked at', () => {
  const COMMIT = 'a'.repeat(40);
  const NATIVE =
    'type: generate, dataset: rows.jsonl, doc_to_text: q, doc_to_target: a, scorers: [exact_match]';
  const FIXTURE = resolve(import.meta.dirname, '../../fixtures/checkpoints/base.gguf');

  async function says({ candidate = FIXTURE, task = NATIVE, more = '' }) {
    const rows = Array.from({ length: 500 }, (_, index) => ({ q: `Q${index}`, a: 'a' }));
    const folder = temporaryFolder({
      'rows.jsonl': jsonl(...rows),
      'a file': '',
      'weighbridge.yml': `version: 1
candidate: ${candidate}
baseline: ${candidate}
${more}
tasks: { t: { role: general, ${task} } }
gates: [{ metric: t, max_drop: 5pp }]
`,
    });
    return (await command(addCheck, ['check', '--config', join(folder, 'weighbridge.yml')])).text;
  }

  test.each<[string, Parameters<typeof says>[0], string]>([
    ['a file', {}, `candidate: ${FIXTURE} is there`],
    [
      'a revision of the hub',
      { candidate: `hf:org/x@${COMMIT}`, task: 'runner: lm-eval' },
      'was not looked up: the hub is asked for it when it is evaluated',
    ],
    [
      'an endpoint',
      {
        candidate: '{ url: "http://127.0.0.1:9/v1", model: m }',
        task: 'runner: lm-eval, model_args: { tokenizer: org/x } ',
      },
      'whether it answers is seen when it is evaluated',
    ],
    [
      'the program of a harness',
      { task: 'runner: lm-eval' },
      'lm-eval: whether the program is installed was not looked at',
    ],
    [
      'a GPU',
      { more: 'engine: { gpu: metal }' },
      'NOT READY: `gpu: metal`, and the engine has no such package for',
    ],
    [
      'the program of a server',
      {
        more: 'engine: { type: openai, serve: { command: [llama-servr, "{checkpoint}", "{port}"] } }\npolicy: { allow: [unsafe_code] }',
      },
      'NOT READY: serve cannot start "llama-servr": no folder of the PATH has it',
    ],
    ['a store that is a file', { more: 'store: a file' }, 'a file stands where a folder must be'],
    [
      'a store where nothing can be kept',
      { more: 'store: /proc/kept' },
      'the store /proc/kept cannot be written: the system keeps no files there',
    ],
  ])('%s', async (_, config, text) => {
    expect(await says(config)).toContain(text);
  });

  test('an adapter whose base lies on the hub is not said to be there', async () => {
    const text = await says({
      candidate: `{ base: "hf:org/x@${COMMIT}", adapter: peft }`,
      task: 'runner: lm-eval',
    });
    expect(text).not.toMatch(/candidate: .* is there$/m);
  });

  test('the time is what this machine measured', async () => {
    const config = resolveConfig({
      text: `version: 1\ncandidate: ${FIXTURE}\ntasks: { t: { role: general, ${NATIVE} } }\ngates: [{ metric: t, floor: 5% }]`,
      file: 'w.yml',
    });
    expect(await says({})).not.toContain('samples a second');
    const speed = { task: 't', samples: 500, rate: 4, tokensPerSecond: 1000 };
    await rememberSpeeds(config, { kind: 'file', path: FIXTURE }, [speed]);
    // 2 checkpoints of 500 samples at 4 a second.
    expect(await says({})).toMatch(
      /about .* expected, since the candidate may end early; at most 4 minutes, by what this machine measured: .*base.*gguf.* on .*t.*, 4\.00 samples a second on \d{4}-\d\d-\d\d/,
    );
    expect(await says({ more: 'policy: { evaluation: full }' })).toMatch(/^ {2}about 4 minutes, by what/m);
  });

  test('tokens are guessed by bytes where no engine is at hand', async () => {
    expect(await says({})).toContain('guessed by the bytes of prompts');
  });
});

test.each<[string, string | null, string | null]>([
  ['that is not there', null, 'NOT READY: training curves: log.csv: there is no such training log'],
  [
    'without evaluations',
    'step,loss\n1,2\n',
    'NOT READY: training curves: The generalisation gap is not known',
  ],
  [
    'that tells both losses',
    `step,loss,val_loss\n${[1, 2, 3, 4, 5, 6].map((step) => `${step},2,2.1\n`).join('')}`,
    null,
  ],
])('a log of the training %s is told before anything is evaluated', async (_, log, says) => {
  const folder = temporaryFolder({
    'weighbridge.yml': `version: 1
candidate: c.gguf
baseline: b.gguf
tasks: { facts: { role: general, type: multiple_choice, dataset: rows.jsonl } }
gates: [{ metric: facts/acc, max_drop: 50pp }]
curves: { files: log.csv }
`,
    'rows.jsonl': jsonl(
      ...Array.from({ length: 20 }, (_, id) => ({
        id: `${id}`,
        question: 'q',
        choices: ['a', 'b'],
        answer: 0,
      })),
    ),
    ...(log === null ? {} : { 'log.csv': log }),
  });
  const { text } = await command(addCheck, ['check', '--config', join(folder, 'weighbridge.yml')]);
  expect(text).toContain('Values in force');
  if (says === null) expect(text).not.toContain('NOT READY: training curves');
  else expect(text).toContain(says);
});

describe('its last lines say whether all is ready, and what to run next', () => {
  const ROWS = Array.from({ length: 500 }, (_, id) => ({
    ...{ id: `q${id}`, question: `Which is ${id}?`, choices: ['a', 'b'], answer: id % 2 },
  }));
  const results = (task: string) =>
    ['task,id,metric,score', ...ROWS.map(({ id }) => `${task},${id},acc,1`)].join('\n');
  const TASKS = 'tasks: { facts: { role: general, type: multiple_choice, dataset: rows.jsonl } }';
  const GATE = 'gates: [{ metric: facts/acc, max_drop: 10pp, allow_floor: true }]';

  async function ended(config: string, ...flags: string[]) {
    const folder = temporaryFolder({
      'weighbridge.yml': `version: 1\n${config}\n`,
      'rows.jsonl': jsonl(...ROWS),
      ...{ 'facts.csv': results('facts'), 'others.csv': results('others') },
    });
    const file = join(folder, 'weighbridge.yml');
    const { exitCode, text } = await command(addCheck, [
      'check',
      '--config',
      file,
      ...flags.map((flag) => flag.replace('FOLDER', folder)),
    ]);
    const last = text.trimEnd().split('\n').slice(-2).join('\n');
    return [exitCode, last.replaceAll(folder, '.').replaceAll('--config ./weighbridge.yml', '-c')];
  }

  const AGAIN = 'Next: mend what is NOT READY above, then `weighbridge check -c` again';
  test.each<[what: string, config: string, exitCode: number, last: string]>([
    [
      'no checkpoint',
      `candidate: c.gguf\nbaseline: b.gguf\n${TASKS}\n${GATE}`,
      0,
      `NOT READY: candidate, baseline\n${AGAIN}`,
    ],
    [
      'no candidate',
      `candidate: c.gguf\nbaseline: facts.csv\n${TASKS}\n${GATE}`,
      0,
      `NOT READY: candidate\n${AGAIN}`,
    ],
    ['none named', `baseline: facts.csv\n${TASKS}\n${GATE}`, 0, `NOT READY: candidate\n${AGAIN}`],
    [
      'results',
      `candidate: facts.csv\nbaseline: facts.csv\n${TASKS}\n${GATE}`,
      0,
      'Ready\nNext: `weighbridge run -c`',
    ],
    [
      'results of another task',
      `candidate: facts.csv\nbaseline: others.csv\n${TASKS}\n${GATE}`,
      0,
      `NOT READY: baseline\n${AGAIN}`,
    ],
    [
      'a limit that few rows prove',
      `candidate: facts.csv\nbaseline: facts.csv\n${TASKS}\n${GATE.replace('10pp', '1pp')}`,
      0,
      '1 of 1 gate may end undecided with datasets of this size\nNext: `weighbridge run -c`',
    ],
    ['no tasks', GATE, 0, 'Ready\nNext: `weighbridge gate -c --baseline RESULTS --candidate RESULTS`'],
    [
      'no dataset',
      `candidate: c.gguf\nbaseline: b.gguf\n${TASKS.replace('rows', 'none')}\n${GATE}`,
      3,
      './none.jsonl: no such file\n  fix: name a file that can be read; paths are relative to the config',
    ],
  ])('%s', async (_, config, exitCode, last) => {
    expect(await ended(config)).toEqual([exitCode, last]);
  });

  test('flags have to be given again', async () => {
    const found = await ended(`baseline: facts.csv\n${TASKS}\n${GATE}`, '--candidate', 'FOLDER/facts.csv');
    expect(found).toEqual([0, 'Ready\nNext: `weighbridge run -c`, with the flags of this check']);
  });
});
