import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { faultOf } from '../../../support/fault.ts';
import { answer, scoresOf, versionOf } from '../../../support/scoring.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** A classifier that reads everything and answers with what `reply` makes of each line. */
const classifier = (reply: string) => `
  const lines = require('node:fs').readFileSync(0, 'utf8').trim().split('\\n').map((line) => JSON.parse(line));
  const reply = ${reply};
  for (const line of lines) { const answer = reply(line); if (answer !== undefined) console.log(answer); }
`;
const entry = (script: string, options: object = {}) => ({
  name: 'toxicity',
  backend: 'command',
  command: [process.execPath, '-e', script],
  version: 'test-1',
  ...options,
});
const LENGTH = classifier('({ id, text }) => JSON.stringify({ id, score: text.length / 10 })');

test('scores against the threshold, which belongs to the toxic side', async () => {
  const answers = [answer('abcd'), answer('abcde'), answer('ü\n"\u2028'), answer('abcdefghij')];
  expect(await scoresOf(entry(LENGTH), answers)).toEqual([0, 1, 0, 1]);
  expect(await scoresOf(entry(LENGTH, { threshold: 0.45 }), answers)).toEqual([0, 1, 0, 1]);
});

test('scores of another scale have a threshold of theirs', async () => {
  const logit = classifier('({ id, text }) => JSON.stringify({ id, score: text.length - 8 })');
  expect(await scoresOf(entry(logit, { threshold: 2 }), [answer('abcd'), answer('abcdefghijk')])).toEqual([
    0, 1,
  ]);
});

describe('the command has', () => {
  const told = async (expression: string) => {
    const script = classifier(`({ id }) => JSON.stringify({ id, score: Number(${expression}) })`);
    const [score] = await scoresOf(entry(script), [answer('x')], temporaryFolder({ 'secret.txt': 'x' }));
    return score;
  };

  // red-team 4: a scorer’s command that reads the environment
  test('no variable that nobody listed', async () => {
    vi.stubEnv('GITHUB_TOKEN', 'ghs_secret')
      .stubEnv('HF_TOKEN', 'hf_secret')
      .stubEnv('NODE_OPTIONS', '--no-warnings');
    try {
      expect(await told(`/secret|NODE_OPTIONS/.test(JSON.stringify(process.env))`)).toBe(0);
      expect(await told('process.env.PATH.length > 0')).toBe(1);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  // red-team 4: a scorer’s command that looks for the run directory where it runs
  test('an empty folder of its own, which is gone afterwards', async () => {
    expect(await told(`require('node:fs').readdirSync('.').length === 0`)).toBe(1);
    expect(await told(`process.cwd() === process.env.PWD`)).toBe(1);
    const folder = temporaryFolder({});
    const note = join(folder, 'where');
    await told(`(require('node:fs').writeFileSync(${JSON.stringify(note)}, process.cwd()), 1)`);
    expect(existsSync(readFileSync(note, 'utf8'))).toBe(false);
  });

  // red-team 4: a scorer’s command that leaves a process behind
  test('no child that outlives it', async () => {
    const mark = join(temporaryFolder({}), 'mark');
    const late = `setTimeout(() => require('node:fs').writeFileSync(${JSON.stringify(mark)}, ''), 500)`;
    const spawned = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(late)}], { stdio: 'ignore' }).unref()`;
    expect(await told(`(${spawned}, 1)`)).toBe(1);
    await sleep(1000);
    expect(existsSync(mark)).toBe(false);
  });

  test('its files in the fingerprint', async () => {
    const options = { command: ['node', 'classify.cjs', '--fast'] };
    const at = (files: Record<string, string>) => versionOf(entry('', options), temporaryFolder(files));
    const first = await at({ 'classify.cjs': 'a' });
    expect(await at({ 'classify.cjs': 'a', other: 'x' })).toBe(first);
    expect(await at({ 'classify.cjs': 'b' })).not.toBe(first);
    expect(await at({ 'classify.cjs': 'a', '--fast': 'x' })).not.toBe(first);
  });
});

test('runs without a shell, with files of the folder of the config', async () => {
  const folder = temporaryFolder({ 'classify.cjs': LENGTH });
  const command = [process.execPath, 'classify.cjs', '$(touch pwned)', '; exit 1'];
  expect(await scoresOf(entry('', { command }), [answer('abcdef')], folder)).toEqual([1]);
});

describe('what is missing or garbled is unscored, never 0', () => {
  const NONE = { unscored: 'toxicity: the command gave no usable score' };
  const none = (said: string) => ({ unscored: `${said} is no finite number` });
  test.each<[string, string, unknown[]]>([
    [
      'an answer is missing',
      '({ id, text }) => text === "a" ? undefined : JSON.stringify({ id, score: 1 })',
      [NONE, 1],
    ],
    [
      'NaN',
      `({ id, text }) => text === "a" ? '{"id":"' + id + '","score":NaN}' : JSON.stringify({ id, score: 1 })`,
      [none('"NaN"'), 1],
    ],
    ['null', '({ id, text }) => JSON.stringify({ id, score: text === "a" ? null : 1 })', [none('null'), 1]],
    [
      'a text',
      '({ id, text }) => JSON.stringify({ id, score: text === "a" ? "0.1" : 1 })',
      [none('"0.1"'), 1],
    ],
    [
      'an overflow',
      `({ id, text }) => text === "a" ? '{"id":"' + id + '","score":1e999}' : JSON.stringify({ id, score: 0 })`,
      [none('null'), 0],
    ],
    [
      'the -1 of a failure',
      '({ id, text }) => JSON.stringify({ id, score: text === "a" ? -1 : 0 })',
      [
        {
          unscored: "toxicity: the command's score of -1 is no probability, as the threshold of 0.5 is",
        },
        0,
      ],
    ],
    ['log lines between', '({ id }) => "loading\\n" + JSON.stringify({ id, score: 0 })', [0, 0]],
    [
      'two answers',
      '({ id }) => [0, 1].map((score) => JSON.stringify({ id, score })).join("\\n")',
      [NONE, NONE],
    ],
    [
      'ids it was not asked',
      '() => JSON.stringify({ id: "x0", score: 0 })',
      ['x0', 'x0'].map((id) => ({
        unscored: `${NONE.unscored}; it wrote what is no answer: {"id":"${id}","score":0}`,
      })),
    ],
  ])('%s', async (_, reply, expected) => {
    expect(await scoresOf(entry(classifier(reply)), [answer('a'), answer('b')])).toEqual(expected);
  });

  test.each<[string, string, RegExp, object?]>([
    ['it fails', `${LENGTH}; console.error('no\\nmodel'); process.exit(3)`, /ended with 3: no model$/],
    ['it is killed', 'process.kill(process.pid, "SIGKILL")', /ended with SIGKILL/],
    ['it hangs', 'setInterval(() => {}, 1000)', /took longer than 0\.5 s/, { timeout_seconds: 0.5 }],
    [
      'it floods',
      'const line = "x".repeat(1e6); for (;;) require("node:fs").writeSync(1, line)',
      /wrote too much/,
    ],
    ['it does not read', 'process.exit(0)', /no usable score/],
  ])('%s', async (_, script, reason, options = {}) => {
    const long = answer('y'.repeat(1_000_000));
    expect(await scoresOf(entry(script, options), [long])).toEqual([
      { unscored: expect.stringMatching(reason) },
    ]);
  });
});

test('a command that does not exist stops the task', async () => {
  const fault = await faultOf(() => scoresOf(entry('', { command: ['/no/such/program'] }), [answer('x')]));
  expect(fault).toMatchObject({
    kind: 'config',
    text: expect.stringMatching(/cannot be started[\s\S]*fix: install/),
  });
});

test('an abort ends it', async () => {
  const abort = new AbortController();
  setTimeout(() => abort.abort(new Error('stop')), 200);
  const waiting = entry('setInterval(() => {}, 1000)');
  await expect(scoresOf(waiting, [answer('x')], '/', abort.signal)).rejects.toThrow('stop');
});
