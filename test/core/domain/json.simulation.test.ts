import { describe, expect, test } from 'vitest';
import { parseEntry } from '../../../src/app/baselines/manifest.ts';
import { readVerdict, VERDICT_FILE } from '../../../src/app/verdict-file.ts';
import { MAX_JSON_DEPTH, parseJson } from '../../../src/core/domain/json.ts';
import { parseLenientJson as parseForeign } from '../../../src/results/formats/json.ts';
import { parseRunRecord } from '../../../src/results/store/run-record.ts';
import { parseSample } from '../../../src/results/store/sample-codec.ts';
import { rowsOfJson as parseDataset } from '../../../src/tasks/datasets/json.ts';
import { parseJsonl } from '../../../src/tasks/datasets/jsonl.ts';
import { faultOf } from '../../support/fault.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const at = { file: 'hostile.json' };
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
/** Far beyond what a recursion can follow. */
const ENDLESS = deep(200_000);

test('takes what programs write, and keeps __proto__ a key like any other', () => {
  expect(parseJson(deep(MAX_JSON_DEPTH), at)).toBeInstanceOf(Array);
  const value = parseJson('{"__proto__": {"polluted": true}, "a": 1}', at);
  expect(Object.keys(value as object)).toEqual(['__proto__', 'a']);
  expect(value).not.toHaveProperty('polluted');
  expect({}).not.toHaveProperty('polluted');
});

const readers: readonly [string, (text: string) => unknown][] = [
  ['any JSON', (text) => parseJson(text, at)],
  ['run.json', (text) => parseRunRecord(`{"fingerprint": ${text}}`, at.file)],
  [
    'a line of samples.jsonl',
    (text) => parseSample(`{"id": ${text}}`, { metrics: new Map(), repeats: 1 }, at),
  ],
  ['a dataset in JSON', (text) => parseDataset(`[{"question": ${text}}]`, at.file)],
  ['a dataset in JSONL', (text) => parseJsonl(`{"question": ${text}}`, at.file)],
  ['results of another tool', (text) => parseForeign(text, at)],
  ['results of another tool with a NaN', (text) => parseForeign(`[NaN, ${text}]`, at)],
  ['an entry of the store', (text) => parseEntry(`{"origin": ${text}}`, at.file)],
  [
    'verdict.json',
    (text) => readVerdict(`${temporaryFolder({ [VERDICT_FILE]: `{"gates": ${text}}` })}/${VERDICT_FILE}`),
  ],
];

test.each(readers)('%s that is nested without end is a fault of the data', async (_, read) => {
  expect(await faultOf(async () => read(ENDLESS))).toMatchObject({ kind: 'data' });
});

test.each(readers)('%s that is cut off is a fault of the data', async (_, read) => {
  expect(await faultOf(async () => read('{"a": [1,'))).toMatchObject({ kind: 'data' });
});

// red-team 7: a score written twice in one line
describe('a key that is said twice is refused wherever results and data are read', () => {
  const twice = '{"a": 1, "b": {"a": 2}, "a": 3}';

  // Of a verdict file nothing is said but that it is none.
  test.each(readers.filter(([what]) => what !== 'verdict.json'))('%s', async (_, read) => {
    const { kind, text } = await faultOf(() => read(twice));
    expect(kind).toBe('data');
    expect(text).toContain('the key "a" is there twice');
  });

  test.each([
    ['in other letters', '{"score": 1, "\\u0073core": 0}'],
    ['with space before the colon', '{"score": 1, "score" \n: 0}'],
    ['beside a number that Python alone writes', '{"score": 1, "x": NaN, "score": 0}'],
    ['deep inside', '[{"x": [{"score": 1, "y": "}", "score": 0}]}]'],
    ['after a text that ends in an escape', '{"score": "\\\\", "score": 0}'],
  ])('%s', async (_, text) => {
    expect((await faultOf(() => parseForeign(text, at))).text).toContain('the key "score" is there twice');
  });

  test.each([`{'a': 1, 'a': NaN}`, '{a: 1, a: NaN}', '{"a": NaN, /* */ "b": 1}'])(
    'what only JSON5 takes is no JSON: %s',
    async (text) => {
      expect((await faultOf(() => parseForeign(text, at))).text).toContain('not JSON');
    },
  );

  test.each([
    '{"a": {"a": 1}, "b": [{"a": 1}, {"a": 2}], "c": "a"}',
    '{"a": "\\"b\\": 1, \\"b\\": 2", "b": "NaN", "c": -Infinity}',
    '["a", "a", {"__proto__": 1, "constructor": 2}]',
  ])('the same name elsewhere is another: %s', (text) => {
    expect(() => parseForeign(text, at)).not.toThrow();
  });
});
