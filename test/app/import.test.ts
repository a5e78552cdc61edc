import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareResults } from '../../src/app/compare.ts';
import { importResults } from '../../src/app/import.ts';
import { judgeResults } from '../../src/app/judge.ts';
import { lines, python, RESULTS, results, row, samplesName } from '../results/formats/lm-eval/build.ts';
import { faultOf } from '../support/fault.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** SHA-256 of an empty text. */
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const SAME = { prompt_hash: row(0).prompt_hash, arguments: row(0).arguments };

/** Forty documents, of which the first `right` are right, as lm-evaluation-harness leaves them. */
const foreign = (
  right: number,
  overrides: Readonly<Record<string, unknown>> = {},
  asked: (document: number) => Readonly<Record<string, unknown>> = () => ({}),
): string => {
  const rows = Array.from({ length: 40 }, (_, document) => ({
    ...row(document, asked(document)),
    doc_hash: document.toString(16).padStart(64, '0'),
    acc: Number(document < right),
  }));
  return temporaryFolder({
    [`m/${RESULTS}`]: python(
      results({
        results: { facts: { 'acc,none': right / 40 } },
        'n-samples': { facts: { original: 40, effective: 40 } },
        ...overrides,
      }),
    ),
    [`m/${samplesName('facts')}`]: lines(rows),
  });
};

const gate = (baseline: string, candidate: string, metric = 'facts/acc') =>
  judgeResults({
    configPath: null,
    overrides: {
      gates: [{ rule: 'max_drop', value: `${metric}=5pp`, source: { kind: 'flag', name: '--max-drop' } }],
    },
    out: temporaryFolder(),
    folders: { baseline, candidate },
  });

test('where no side can be read, a config that names their tasks is not blamed', async () => {
  const broken = temporaryFolder({
    'c.jsonl': '{"task": "facts", "id": "q1", "metric": "acc", "score": 0, "score": 1}\n',
    'w.yml': 'version: 1\ngates: [{ metric: facts/acc, max_drop: 5pp }]\n',
  });
  const side = join(broken, 'c.jsonl');
  const { kind, text } = await faultOf(() =>
    judgeResults({
      ...{ configPath: join(broken, 'w.yml'), overrides: {}, out: temporaryFolder() },
      folders: { baseline: side, candidate: side },
    }),
  );
  expect(kind).toBe('data');
  expect(text).toContain('c.jsonl:1: the key "score" is there twice');
  expect(text).not.toContain('no task is named');
});

describe('results of another program', () => {
  test.each(['facts/acc', 'facts', 'facts/acc,none'])('are judged where they lie, by %s', async (metric) => {
    const verdict = await gate(foreign(40), foreign(10), metric);
    expect(verdict.verdict).toBe('regression');
    expect(verdict.gates).toMatchObject([{ pairs: 40, flips: { regressed: 30, improved: 0 } }]);
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['another prompt', { system_instruction_sha: 'abc' }],
    ['another chat template', { chat_template_sha: 'abc' }],
    ['another version of the task', { versions: { facts: 2 } }],
  ])('%s is invalid', async (_what, overrides) => {
    expect((await gate(foreign(40), foreign(40, overrides))).verdict).toBe('invalid');
  });

  // red-team 2: copied rows that differ in fields which are not asked
  test.each<[string, string, (document: number) => Readonly<Record<string, unknown>>]>([
    [
      'under one prompt are different questions where their choices differ',
      'regression',
      (document) => ({
        prompt_hash: 'a'.repeat(64),
        arguments: {
          gen_args_0: { arg_0: '', arg_1: ' A' },
          gen_args_1: { arg_0: '', arg_1: ` ${document}` },
        },
      }),
    ],
    [
      'under an empty prompt are different questions where nobody says what was asked',
      'regression',
      () => ({ prompt_hash: NOTHING, arguments: undefined }),
    ],
    [
      'that ask the same are one, whatever their documents hold beside it',
      'inconclusive',
      (document) => ({ ...SAME, doc: { document } }),
    ],
  ])('documents %s', async (_what, expected, asked) => {
    const verdict = await gate(foreign(40, {}, asked), foreign(10, {}, asked));
    expect(verdict.verdict).toBe(expected);
    const again = expected === 'inconclusive' ? { rows: 40, of: 40 } : undefined;
    expect(verdict.tasks).toMatchObject([again === undefined ? {} : { askedAgain: again }]);
    expect(verdict.tasks[0]?.askedAgain === undefined).toBe(again === undefined);
  });

  test('a fault on one side is invalid, and says which', async () => {
    const broken = foreign(40, { results: { facts: { 'acc,none': 0.9 } } });
    const verdict = await gate(foreign(40), broken);
    expect(verdict.verdict).toBe('invalid');
    expect(verdict.reasons.join()).toContain('0.9 in the results file and 1 by the samples');
    const both = await faultOf(() => gate(broken, broken));
    expect(both).toMatchObject({ kind: 'data', text: expect.stringContaining('by the samples') });
  });

  test('imported they compare as they did', async () => {
    const [baseline, candidate] = [foreign(30), foreign(20)];
    const out = temporaryFolder();
    for (const [path, side] of [
      [baseline, 'baseline'],
      [candidate, 'candidate'],
    ] as const) {
      expect(await importResults(path, side, out)).toMatchObject({
        runs: [{ task: 'facts', samples: 40 }],
        notes: [],
      });
    }
    expect(existsSync(join(out, 'baseline', 'facts', 'run.json'))).toBe(true);
    const stored = { baseline: out, candidate: out };
    expect(await compareResults(stored)).toEqual(await compareResults({ baseline, candidate }));
  });

  test('compared with themselves they differ in nothing, which only a judgement refuses', async () => {
    const same = foreign(30);
    const { tasks } = await compareResults({ baseline: same, candidate: same });
    const deltas = tasks.flatMap(({ metrics }) => metrics.map(({ delta }) => delta?.value));
    expect([deltas.length > 0, ...new Set(deltas)]).toEqual([true, 0]);
    const verdict = await gate(same, same);
    expect(verdict.reasons.join()).toContain("the candidate's results are the baseline's own");
  });

  test('imported again, the same stay and others take their place', async () => {
    const out = temporaryFolder();
    for (const right of [30, 30]) await importResults(foreign(right), 'candidate', out);
    expect(existsSync(join(out, 'superseded'))).toBe(false);
    await importResults(foreign(20), 'candidate', out);
    expect(existsSync(join(out, 'superseded', 'candidate', 'facts.1'))).toBe(true);
  });

  test('at fault are not imported at all', async () => {
    const out = temporaryFolder();
    const broken = foreign(40, { results: { facts: { 'acc,none': 0.9 } } });
    expect((await faultOf(() => importResults(broken, 'candidate', out))).kind).toBe('data');
    expect(existsSync(join(out, 'candidate'))).toBe(false);
    const nowhere = join(out, 'nowhere');
    expect(await faultOf(() => importResults(nowhere, 'candidate', out))).toMatchObject({
      kind: 'data',
      text: expect.stringContaining(`${nowhere}: no such file or folder`),
    });
    expect(await faultOf(() => importResults(out, 'candidate', out))).toMatchObject({
      kind: 'data',
      text: expect.stringContaining('lm-evaluation-harness'),
    });
  });

  test('that lie among runs of our own are not read', async () => {
    const out = temporaryFolder();
    await importResults(foreign(40), 'baseline', out);
    await importResults(foreign(10), 'candidate', out);
    cpSync(foreign(40), join(out, 'candidate', 'planted'), { recursive: true });
    expect((await gate(out, out)).verdict).toBe('regression');
  });
});
