import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importCases } from '../../../src/app/cases/import.ts';
import { nativeTask } from '../../../src/tasks/runners/native/options.ts';
import { parseCase } from '../../../src/tasks/runners/native/test-case.ts';
import { faultOf } from '../../support/fault.ts';
import { jsonl, temporaryFolder } from '../../support/temporary-folder.ts';

const imported = async (text: string, name = 'promptfooconfig.yaml') => {
  const found = await importCases(join(temporaryFolder({ [name]: text }), name));
  // What is made is what a task reads.
  for (const row of found.rows) parseCase({ ...row }, { file: name });
  return found;
};

const config = (assert: readonly unknown[], more: object = {}) =>
  JSON.stringify({
    prompts: ['Say {{word}}.'],
    tests: [{ description: 'says it', vars: { word: 'yes' }, assert, ...more }],
  });

describe('a promptfoo config', () => {
  test.each<[string, object, unknown]>([
    ['equals', { value: 'Yes' }, { name: 'exact_match', target: 'Yes' }],
    ['equals', { value: { a: 1 } }, { name: 'json_equal', target: '{"a":1}' }],
    ['contains', { value: '{{word}}' }, { name: 'contains', target: 'yes' }],
    ['icontains', { value: 'Yes' }, { name: 'contains', target: 'Yes', ignore_case: true }],
    ['not-contains', { value: 'no' }, { name: 'contains', target: 'no', not: true }],
    ['contains-any', { value: ['a', 'b'] }, { name: 'contains_any', phrases: ['a', 'b'] }],
    ['icontains-all', { value: 'a, b' }, { name: 'contains_all', phrases: ['a', 'b'], ignore_case: true }],
    ['starts-with', { value: 'Y' }, { name: 'starts_with', target: 'Y' }],
    ['regex', { value: '^Y\\w+' }, { name: 'regex', pattern: '^Y\\w+' }],
    ['is-json', {}, 'json_valid'],
    ['not-is-json', {}, { name: 'json_valid', not: true }],
    ['levenshtein', { value: 'four', threshold: 2 }, { name: 'cer', target: 'four', at_most: 0.5 }],
    ['rouge-n', { value: 'a b', threshold: 0.6 }, { name: 'rouge1', target: 'a b', at_least: 0.6 }],
    ['similar', { value: 'hello' }, { name: 'similar', target: 'hello', at_least: 0.75 }],
    ['llm-rubric', { value: 'is polite' }, 'rubric'],
  ])('%s %j', async (type, more, check) => {
    const { rows, notes } = await imported(config([{ type, ...more }]));
    expect(notes).toEqual([]);
    expect(rows).toEqual([{ name: 'says it', input: 'Say yes.', checks: [check], tags: ['promptfoo'] }]);
  });

  test('what asks a service is written for the config, each once', async () => {
    const rubrics = ['is polite', 'is short', 'is polite'].map((value) => ({ type: 'llm-rubric', value }));
    const { rows, checks } = await imported(config([...rubrics, { type: 'similar', value: 'a' }]));
    expect(rows[0]?.checks).toEqual([
      'rubric',
      'rubric_2',
      'rubric',
      { name: 'similar', target: 'a', at_least: 0.75 },
    ]);
    expect(Object.keys(checks)).toEqual(['rubric', 'rubric_2', 'similar']);
    expect(nativeTask.parse({ type: 'cases', dataset: 'x.yml', checks })).toMatchObject({ checks });
  });

  test.each<[string, readonly unknown[], RegExp]>([
    ['code', [{ type: 'javascript', value: 'true' }], /javascript: no scorer says the same/],
    ['a pattern that RE2 cannot run', [{ type: 'regex', value: '(?=a)b' }], /regex: /],
    ['a value of another file', [{ type: 'contains', value: 'file://x.txt' }], /not in the file/],
    ['what only measures', [{ type: 'contains', value: 'a', weight: 0 }], /only measures/],
    [
      'a share of several',
      [{ type: 'assert-set', threshold: 0.5, assert: [{ type: 'equals', value: 'a' }] }],
      /assert-set: no scorer/,
    ],
  ])('tells of %s, and keeps the rest', async (_, lost, why) => {
    const { rows, notes } = await imported(config([...lost, { type: 'contains', value: 'yes' }]));
    expect(rows).toMatchObject([{ checks: [{ name: 'contains', target: 'yes' }] }]);
    expect(notes).toEqual([expect.stringMatching(why)]);
    const nothing = await imported(config(lost));
    expect(nothing).toMatchObject({
      rows: [],
      notes: [expect.any(String), expect.stringMatching(/left out, nothing that it asserts/)],
    });
  });

  test.each<[string, object, RegExp]>([
    ['a variable of several values', { vars: { word: ['a', 'b'] } }, /word has several values/],
    ['a pass by a share', { threshold: 0.5 }, /share of its assertions/],
    ['a template that does more', { vars: {} }, /more than variables/],
  ])('leaves out %s', async (_, more, why) => {
    expect(await imported(config([{ type: 'contains', value: 'a' }], more))).toMatchObject({
      rows: [],
      notes: [expect.stringMatching(why)],
    });
  });

  test('each prompt with each test, conversations, defaults, and sets that all have to hold', async () => {
    const turns = JSON.stringify([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: '{{word}}?' },
    ]);
    const { rows } = await imported(
      JSON.stringify({
        prompts: ['Say {{word}}.', turns],
        defaultTest: { assert: [{ type: 'not-contains', value: 'sorry' }], vars: { word: 'no' } },
        tests: [{ assert: [{ type: 'assert-set', assert: [{ type: 'is-json' }] }] }],
      }),
    );
    expect(rows).toMatchObject([
      { name: 'test 1, prompt 1', input: 'Say no.', checks: [{ name: 'contains' }, 'json_valid'] },
      { name: 'test 1, prompt 2', messages: [{ role: 'system' }, { role: 'user', content: 'no?' }] },
    ]);
  });

  test('what its default test would change, and what has no value, is told', async () => {
    const tests = [{ assert: [{ type: 'not-regex' }, { type: 'contains', value: 'hi' }] }];
    const of = (defaultTest: object) =>
      imported(JSON.stringify({ prompts: ['Say hi.'], defaultTest, tests }));
    expect(await of({})).toMatchObject({
      rows: [{ checks: [{ name: 'contains' }] }],
      notes: ['test 1: not converted, not-regex: it has no value'],
    });
    expect(await of({ options: { transform: 'output.toUpperCase()' } })).toMatchObject({
      rows: [],
      notes: ['test 1: left out, it transforms the answer first'],
    });
    expect(await of({ threshold: 0.5 })).toMatchObject({ rows: [] });
  });
});

describe('an Inspect dataset', () => {
  test('of samples with targets; what needs more is told', async () => {
    const { rows, notes } = await imported(
      jsonl(
        { id: 7, input: 'Capital?', target: 'Paris', metadata: { level: 1 } },
        { input: [{ role: 'user', content: 'Two?' }], target: ['2', 'two'] },
        { id: 'mc', input: 'Which?', target: 'A', choices: ['x', 'y'] },
        { id: 'box', input: 'Run it', target: 'ok', sandbox: 'docker' },
        { id: 'free', input: 'Write' },
      ),
      'samples.jsonl',
    );
    expect(rows).toMatchObject([
      { name: '7', input: 'Capital?', target: ['Paris'], checks: [{ name: 'contains', ignore_case: true }] },
      { name: 'sample 2', messages: [{ role: 'user', content: 'Two?' }], target: ['2', 'two'] },
    ]);
    expect(notes).toEqual([
      expect.stringMatching(/^mc: left out, it has choices/),
      expect.stringMatching(/^box: left out, it needs sandbox/),
      expect.stringMatching(/^free: left out, it has no target/),
    ]);
  });

  test('of CSV', async () => {
    const { rows } = await imported('id,input,target\na,Capital?,Paris\n', 'samples.csv');
    expect(rows).toMatchObject([{ name: 'a', input: 'Capital?', target: ['Paris'] }]);
  });
});

test('anything else is refused', async () => {
  const fault = await faultOf(() => imported(jsonl({ question: 'a', answer: 'b' }), 'rows.jsonl'));
  expect(fault.text).toMatch(/neither tests of promptfoo nor samples of Inspect/);
});
