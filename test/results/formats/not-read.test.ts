import { join } from 'node:path';
import { expect, test } from 'vitest';
import { notRead } from '../../../src/results/formats/not-read.ts';
import { findFormat } from '../../../src/results/formats/registry.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['Arrow', bytes('ARROW1\0\0'), 'Apache Arrow', 'as Parquet'],
  ['Excel', bytes('PK\x03\x04rest'), 'Excel', 'save the sheet as CSV'],
  ['a pickle', bytes('\x80\x04\x95rest'), 'a pickle', 'read_pickle'],
  ['SQLite', bytes('SQLite format 3\0'), 'SQLite', 'sqlite3'],
  ['nothing', '', 'the file is empty', 'make it again'],
  ['a pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:00\n', 'Git LFS', 'git lfs pull'],
  ['a list', '[{"task":"t","id":"1","metric":"acc","score":1}]', 'one JSON list', 'jq -c'],
  ['a list of other names', '[\n {"benchmark": "t", "qid": 1, "correct": true}\n]', 'one JSON list', 'jq -c'],
  ['semicolons', 'task;id;metric;score\nt;1;acc;0,5\n', 'separated by semicolons', 'with commas'],
  ['tabs', '"task"\t"id"\t"metric"\t"score"\r\nt\t1\tacc\t1\r\n', 'separated by tabs', 'with commas'],
])('%s in place of results says what it is, and what to do', async (_, content, message, fix) => {
  const file = join(temporaryFolder({ results: content }), 'results');
  const error = await findFormat(file).catch((cause: unknown) => cause);
  expect(String(error)).toContain(message);
  expect((await notRead(file))?.describe()).toContain(fix);
});

test.each([
  ['a log', 'hello\nworld\n'],
  ['a data set', '[{"question":"a","answer":"b"}]'],
  ['prose with a semicolon', 'the id; and the rest\n'],
])('%s is nothing of that kind', async (_, content) => {
  const file = join(temporaryFolder({ results: content }), 'results');
  expect(await notRead(file)).toBeNull();
  expect(await findFormat(file)).toBeNull();
});
