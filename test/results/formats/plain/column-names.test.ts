import { join } from 'node:path';
import { expect, test } from 'vitest';
import { almostPlain, columnMeant } from '../../../../src/results/formats/plain/column-names.ts';
import { findFormat } from '../../../../src/results/formats/registry.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

test.each([
  ['question', 'prompt'],
  ['Sample-ID', 'id'],
  ['is_correct', 'score'],
  ['wieght', 'weight'],
  ['latitude', undefined],
])('%s is probably %s', (written, meant) => {
  expect(columnMeant(written)).toBe(meant);
});

test.each([
  ['a table of results', ['task', 'id', 'metric', 'score', 'note'], null],
  ['a data set', ['id', 'question', 'answer'], null],
  ['what a model said', ['question_id', 'prediction', 'gold'], null],
  [
    'other names',
    ['benchmark', 'sample_id', 'correct'],
    'rename benchmark to task, sample_id to id, correct to score, add metric, as in',
  ],
  ['a name too few', ['task', 'id', 'metric', 'value'], 'rename value to score, as in'],
  [
    'a column a metric',
    ['id', 'acc', 'f1'],
    'add task, metric, score, with a line for each of acc, f1, as in',
  ],
] as const)('%s: what it takes to be one', (_, columns, fix) => {
  const almost = almostPlain(columns, 'file');
  if (fix === null) expect(almost).toBeNull();
  else expect(almost?.describe()).toContain(fix);
});

test.each([
  ['jsonl', '{"task":"facts","qid":"1","metric":"acc","value":1}\n'],
  ['csv', 'task,qid,metric,value\nfacts,1,acc,1\n'],
])('a file of %s with other names says so', async (ending, text) => {
  const name = `results.${ending}`;
  const file = join(temporaryFolder({ [name]: text }), name);
  await expect(findFormat(file)).rejects.toThrow('lacks id, score');
});
