import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { declareMetric } from '../../../src/core/metrics/registry.ts';
import { readRunInto } from '../../../src/results/store/reader.ts';
import { checkRunRecord, serializeRunRecord } from '../../../src/results/store/run-record.ts';
import { parseSample, serializeSample } from '../../../src/results/store/sample-codec.ts';
import { record, sample } from '../../core/compare/build.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const EXACT = { ...declareMetric('exact_match'), repeated: true } as const;
const at = { file: 'samples.jsonl', line: 1 };
const shape = { metrics: new Map([['exact_match', EXACT]]), repeats: 3 };
const GOOD = { scores: { exact_match: [1, 0, 0] }, same_as: [0, 1, 1] };
const THIRD = 1 + -2 / 3;

const read = (repeats: unknown, score: unknown = THIRD) =>
  parseSample(JSON.stringify({ ...sample('a', {}), scores: { exact_match: score }, repeats }), shape, at);

test('the scores of all answers come back as they were', () => {
  const one = sample('a', { exact_match: THIRD }, { repeats: GOOD });
  expect(parseSample(serializeSample(one).trim(), shape, at)).toEqual(one);
  const silent = sample('a', { exact_match: { unscored: '1 of 3 answers have no score: cut off' } });
  expect(parseSample(serializeSample(silent).trim(), shape, at)).toEqual(silent);
});

test.each<[string, unknown, unknown, string]>([
  ['fewer than planned', { scores: { exact_match: [1, 0] } }, 0.5, 'all 3 answers'],
  ['more than planned', { scores: { exact_match: [1, 0, 0, 0] } }, 0.25, 'all 3 answers'],
  ['none of them', undefined, THIRD, 'answers are missing'],
  ['none of the metric', { scores: {} }, THIRD, 'all 3 answers'],
  ['another mean', GOOD, 1, 'does not come to the score'],
  ['a score beyond the range', { scores: { exact_match: [2, -1, 0] } }, THIRD, 'outside of 0 to 1'],
  ['no number', { scores: { exact_match: [1, null, 0] } }, THIRD, 'finite numbers'],
  ['a text', { scores: { exact_match: '100' } }, THIRD, 'all 3 answers'],
  ['a metric that has none', { scores: { ...GOOD.scores, acc: [1, 0, 0] } }, THIRD, 'mean of several'],
  ['a metric without a score', GOOD, { unscored: 'cut off' }, 'mean of several'],
  [
    'a prototype',
    JSON.parse('{"scores": {"exact_match": [1, 0, 0], "__proto__": [1]}}'),
    THIRD,
    'mean of several',
  ],
  ['an unknown key', { ...GOOD, more: 1 }, THIRD, 'not known'],
  ['no object', [1, 0, 0], THIRD, 'must be an object'],
  ['too few likenesses', { ...GOOD, same_as: [0, 1] }, THIRD, 'each of 3'],
  ['a later likeness', { ...GOOD, same_as: [0, 2, 2] }, THIRD, 'each of 3'],
  ['a negative one', { ...GOOD, same_as: [0, -1, 0] }, THIRD, 'each of 3'],
  ['a likeness that is not the first', { ...GOOD, same_as: [0, 0, 1] }, THIRD, 'not the first like it'],
])('%s is refused', (_, repeats, score, message) => {
  expect(() => read(repeats, score)).toThrow(message);
});

describe('run.json', () => {
  const withRepeats = (repeats: unknown, metrics: readonly unknown[] = [EXACT]) =>
    JSON.parse(
      JSON.stringify({ ...record(), metrics, primary_metric: 'exact_match', fingerprint: { repeats } }),
    ) as unknown;

  test('counts the answers of what is repeated', () => {
    expect(checkRunRecord(withRepeats(3), 'run.json').metrics).toEqual([EXACT]);
  });

  test.each([[0], [1], [2.5], ['3'], [null], [undefined], [1e9]])('a count of %s is refused', (count) => {
    expect(() => checkRunRecord(withRepeats(count), 'run.json')).toThrow();
  });

  test('only a mean is repeated', () => {
    const ratio = { ...declareMetric('f1_micro'), name: 'exact_match', repeated: true };
    expect(() => checkRunRecord(withRepeats(3, [ratio]), 'run.json')).toThrow('only a mean');
  });
});

test('answers are read from a folder into columns', async () => {
  const { SampleTable } = await import('../../../src/results/store/sample-table.ts');
  const { OutputSpill } = await import('../../../src/results/store/output-spill.ts');
  const folder = join(temporaryFolder({}), 'facts');
  mkdirSync(folder);
  const own = record({
    metrics: [EXACT],
    primary_metric: 'exact_match',
    fingerprint: { repeats: 3 },
    planned: 2,
  });
  const samples = ['a', 'b'].map((id) => sample(id, { exact_match: THIRD }, { repeats: GOOD }));
  writeFileSync(join(folder, 'run.json'), serializeRunRecord(own));
  writeFileSync(join(folder, 'samples.jsonl'), samples.map(serializeSample).join(''));
  const run = await readRunInto(folder, new SampleTable(new OutputSpill()));
  expect(run.incomplete).toBeNull();
  expect(Array.from(run.samples, ({ repeats }) => repeats)).toEqual([GOOD, GOOD]);
});
