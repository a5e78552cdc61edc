import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listRegularFiles } from '../../../src/action/regular-files.ts';
import { cleanFiles } from '../../../src/action/report/clean-files.ts';
import { judgeResults } from '../../../src/app/judge.ts';
import type { RunRecord } from '../../../src/core/domain/run.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { readSide } from '../../support/read-side.ts';
import { writeRun } from '../../support/run-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const SECRET = 'hf_"<5c2f>\\é\n&91ab';
const PARTS = /5c2f|91ab/;

const clean = async (root: string, secrets: readonly string[] = [SECRET]) =>
  cleanFiles(root, await listRegularFiles(root), secrets);

/** A candidate whose samples and record are changed before they lie there. */
function run(
  changeSample: (sample: SampleRecord) => object = (sample) => sample,
  changeRecord: (record: RunRecord) => object = (record) => record,
): string {
  const root = temporaryFolder();
  writeRun(root, 'candidate', 100, (index) => index % 4 !== 0);
  const [record, samples] = [
    join(root, 'candidate/facts/run.json'),
    join(root, 'candidate/facts/samples.jsonl'),
  ];
  writeFileSync(record, JSON.stringify(changeRecord(JSON.parse(readFileSync(record, 'utf8')))));
  const lines = readFileSync(samples, 'utf8').trimEnd().split('\n');
  const changed = lines.map((line) => `${JSON.stringify(changeSample(JSON.parse(line)))}\n`);
  writeFileSync(samples, changed.join(''));
  return root;
}

const samplesOf = async (root: string) => (await readSide(root, 'candidate'))[0]?.samples ?? [];
const everything = async (root: string) =>
  (await listRegularFiles(root)).map((file) => readFileSync(file, 'utf8')).join('\n');

describe('text for people', () => {
  test('what a model said is without the secret, and nothing else of a sample is changed', async () => {
    const root = run((sample) => ({ ...sample, output: `my key is ${SECRET}, twice: ${SECRET}` }));
    const before = await samplesOf(root);
    expect(await clean(root)).toMatchObject({ withheld: [] });
    expect(await samplesOf(root)).toEqual(
      before.map((sample) => ({ ...sample, output: 'my key is ***, twice: ***' })),
    );
    expect(await everything(root)).not.toMatch(PARTS);
  });

  test('so are the question, its choices and its reference', async () => {
    const text = `use ${SECRET}`;
    const root = run((sample) => ({
      ...sample,
      asked: { question: text, turns: [{ role: text, text }], choices: [text], reference: text },
    }));
    expect(await clean(root)).toMatchObject({ withheld: [] });
    expect((await samplesOf(root))[0]?.asked).toEqual({
      ...{
        question: 'use ***',
        turns: [{ role: 'use ***', text: 'use ***' }],
        choices: ['use ***'],
        reference: 'use ***',
      },
    });
    expect(await everything(root)).not.toMatch(PARTS);
  });

  test('answers that wait for their scores go with the secret: nobody may score stars', async () => {
    const root = run();
    const file = join(root, 'candidate/facts/answers.jsonl');
    writeFileSync(file, `${JSON.stringify({ id: 'q1', answers: [{ text: 'Paris' }] })}\n`);
    expect((await clean(root)).files).toContain(file);
    writeFileSync(file, `${JSON.stringify({ id: 'q1', answers: [{ text: `it is ${SECRET}` }] })}\n`);
    const { files, withheld } = await clean(root);
    expect(withheld).toEqual([]);
    expect(files).toContain(join(root, 'candidate/facts/samples.jsonl'));
    expect(files).not.toContain(file);
    expect(existsSync(file)).toBe(false);
  });

  test('as is why there is no score, what the checkpoint was called, and why a run failed', async () => {
    const root = run(
      (sample) => ({ ...sample, scores: { acc: { unscored: `401 for ${SECRET}` } } }),
      (record) => ({
        ...record,
        model: { ...record.model, source: `https://x:${SECRET}@example.org` },
        status: { state: 'failed', reason: SECRET },
      }),
    );
    expect(await clean(root)).toMatchObject({ withheld: [] });
    const [stored] = await readSide(root, 'candidate');
    expect(stored?.record.model.source).toBe('https://x:***@example.org');
    expect(stored?.record.status).toEqual({ state: 'failed', reason: '***' });
    expect(stored?.samples[0]?.scores).toEqual({ acc: { unscored: '401 for ***' } });
    expect(await everything(root)).not.toMatch(PARTS);
  });

  test('lines without it, and files without it, stay byte for byte', async () => {
    const root = run((sample) => ({ ...sample, ...(sample.index === 7 ? { output: SECRET } : {}) }));
    const [samples, record] = ['samples.jsonl', 'run.json'].map((name) =>
      join(root, 'candidate/facts', name),
    );
    const read = () => readFileSync(samples ?? '', 'utf8').split('\n');
    const [before, inode] = [read(), statSync(record ?? '').ino];
    await clean(root);
    expect(read().filter((line, index) => line !== before[index])).toHaveLength(1);
    expect(statSync(record ?? '').ino).toBe(inode);
  });

  test.each([
    ['as it is', SECRET],
    ['in JSON', JSON.stringify(SECRET)],
    ['in JSON of Python', JSON.stringify(SECRET).replace('é', '\\u00e9')],
  ])('other files lose it wherever it stands, %s, over the ends of chunks too', async (_, written) => {
    for (let before = 65_536 - written.length - 1; before <= 65_537; before += 1) {
      const root = temporaryFolder({ 'lm-eval/results.json': `${'x'.repeat(before)}${written}\xff end` });
      expect(await clean(root)).toMatchObject({ withheld: [] });
      const text = await everything(root);
      expect(text).not.toMatch(PARTS);
      expect(text.replaceAll(/["x]/g, '')).toBe('***\xff end');
    }
  });

  test('of secrets that begin alike the longer goes as a whole', async () => {
    const root = temporaryFolder({ 'log.txt': 'token-12345678 token-1234' });
    await clean(root, ['token-1234', 'token-12345678']);
    expect(await everything(root)).toBe('*** ***');
  });
});

describe('what is compared', () => {
  test.each<[string, () => string]>([
    ['an id', () => run((sample) => ({ ...sample, id: `${sample.id} ${SECRET}`, output: SECRET }))],
    ['a group', () => run((sample) => ({ ...sample, group: SECRET }))],
    ['a digest', () => run((sample) => ({ ...sample, input_digest: SECRET }))],
    [
      'a setting',
      () =>
        run(undefined, (record) => ({ ...record, fingerprint: { ...record.fingerprint, prompt: SECRET } })),
    ],
    [
      'the digest of the model',
      () => run(undefined, (record) => ({ ...record, model: { ...record.model, digest: SECRET } })),
    ],
  ])('%s is never made of stars: its folder is not published', async (_, make) => {
    const root = make();
    writeRun(root, 'baseline', 4, () => true);
    const { files, withheld } = await clean(root);
    expect(withheld).toEqual(['candidate/facts']);
    expect(files.map(dirname)).toEqual([join(root, 'baseline/facts'), join(root, 'baseline/facts')]);
    expect(files.map((file) => readFileSync(file, 'utf8')).join()).not.toMatch(PARTS);
  });

  test('a line that cannot be read is not guessed at', async () => {
    const root = run();
    writeFileSync(join(root, 'candidate/facts/samples.jsonl'), `{"output": ${JSON.stringify(SECRET)}`);
    expect((await clean(root)).withheld).toEqual(['candidate/facts']);
  });

  test('nor is a path, and what is said of it does not tell', async () => {
    const root = temporaryFolder({ 'lm-eval/hf_5c2f-91ab/results.json': '{}' });
    expect(await clean(root, ['hf_5c2f-91ab'])).toEqual({
      files: [],
      withheld: ['lm-eval/***/results.json'],
    });
  });
});

test('the verdict is the same with the secret and without it', async () => {
  const root = run((sample) => ({ ...sample, output: `${SECRET} ${sample.index}` }));
  writeRun(root, 'baseline', 100, () => true);
  const judge = () =>
    judgeResults({
      ...{ configPath: null, out: temporaryFolder() },
      folders: { baseline: join(root, 'baseline'), candidate: join(root, 'candidate') },
      overrides: {
        gates: [{ rule: 'max_drop', value: 'facts/acc=2pp', source: { kind: 'flag', name: '--max-drop' } }],
      },
    });
  const before = await judge();
  await clean(root);
  const after = await judge();
  expect(before.verdict).toBe('regression');
  expect(JSON.stringify(before)).toContain('5c2f');
  expect(JSON.stringify(after)).not.toMatch(PARTS);
  const withoutTexts = (file: typeof before) => ({
    ...file,
    tasks: file.tasks.map((task) => ({ ...task, flips: task.flips.map(({ id }) => id) })),
  });
  expect(withoutTexts(after)).toEqual(withoutTexts(before));
});
