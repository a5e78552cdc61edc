import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readVerdict, renderAgain, withdrawVerdict, writeVerdict } from '../../src/app/verdict-file.ts';
import { verdictJson } from '../../src/report/json.ts';
import { PASS } from '../report/examples.ts';
import { pictures, shownOf, shownSample } from '../report/shown.ts';
import { faultOf } from '../support/fault.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('the verdict is kept for machines and for people', async () => {
  const out = join(temporaryFolder(), 'new', 'folder');
  await writeVerdict(out, PASS);
  expect(JSON.parse(readFileSync(join(out, 'verdict.json'), 'utf8'))).toEqual(JSON.parse(verdictJson(PASS)));
  expect(readFileSync(join(out, 'comment.md'), 'utf8')).toContain('**PASS');
  expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('PASS');
});

test('where nothing can be written, the machine is named', async () => {
  const out = join(temporaryFolder({ file: '' }), 'file');
  expect(await faultOf(() => writeVerdict(out, PASS))).toMatchObject({
    kind: 'engine',
    text: expect.stringContaining('a file stands where a folder must be'),
  });
});

test('withdrawn, nothing reads it and nothing of it is lost; a folder without one is as well', async () => {
  const out = temporaryFolder({ 'notes.txt': 'kept' });
  await writeVerdict(out, PASS, shownOf([shownSample()]));
  const text = readFileSync(join(out, 'verdict.json'), 'utf8');
  await withdrawVerdict(out);
  await withdrawVerdict(out);
  expect(readdirSync(out).sort()).toEqual(
    ['comment.md', 'report.html', 'shown-samples.json', 'verdict.json']
      .map((name) => `${name}.withdrawn`)
      .toSpliced(1, 0, 'notes.txt'),
  );
  expect(readFileSync(join(out, 'verdict.json.withdrawn'), 'utf8')).toBe(text);
});

test.each([
  ['with its samples', shownOf([shownSample()], 0, pictures('law'))],
  ['without any', null],
])('rendered again it says the same, %s', async (_, samples) => {
  const out = temporaryFolder();
  await writeVerdict(out, PASS, samples);
  const texts = () => ['comment.md', 'report.html'].map((name) => readFileSync(join(out, name), 'utf8'));
  const before = texts();
  writeFileSync(join(out, 'comment.md'), 'edited');
  expect(await renderAgain(out)).toEqual(PASS);
  expect(texts()).toEqual(before);
});

test('samples that are not what they should be are refused', async () => {
  const out = temporaryFolder();
  await writeVerdict(out, PASS, shownOf([shownSample()]));
  writeFileSync(join(out, 'shown-samples.json'), JSON.stringify({ ...shownOf([]), more: 1 }));
  expect(await faultOf(() => renderAgain(out))).toMatchObject({
    ...{ kind: 'data', text: expect.stringContaining('these are not the samples of a verdict') },
  });
});

test.each([
  ['none', null, 'there is no verdict file'],
  ['not JSON', '{', 'this is not a verdict file'],
  [
    'another exit code than its verdict has',
    verdictJson({ ...PASS, exitCode: 1 }),
    'this is not a verdict file',
  ],
  [
    'of a later version',
    verdictJson(PASS).replace('"schemaVersion": 1', '"schemaVersion": 2'),
    'is of version 2',
  ],
  ['torn', verdictJson(PASS).slice(0, 500), 'this is not a verdict file: not JSON'],
])('%s is refused', async (_, text, says) => {
  const out = temporaryFolder(text === null ? {} : { 'verdict.json': text });
  expect(await faultOf(() => readVerdict(join(out, 'verdict.json')))).toMatchObject({
    ...{ kind: 'data', text: expect.stringContaining(says) },
  });
});

test('a file in place of its folder, and a verdict that was taken back, are called what they are', async () => {
  const out = temporaryFolder({ 'verdict.json': verdictJson(PASS) });
  const within = await faultOf(() => readVerdict(join(out, 'verdict.json/verdict.json')));
  expect(within.text).toMatch(
    /verdict\.json: this is a file, not a folder\n {2}fix: name the folder that it lies in$/,
  );
  await withdrawVerdict(out);
  const withdrawn = await faultOf(() => readVerdict(join(out, 'verdict.json')));
  expect(withdrawn.text).toMatch(
    /there is no verdict file: the last run came to none\n {2}fix: run it to its end/,
  );
});
