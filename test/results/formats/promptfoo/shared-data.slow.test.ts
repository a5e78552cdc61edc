import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../../support/shared-data.ts';
import { compare, loadPath } from '../load.ts';

// Expected numbers are those of SOURCES.md beside the files.
const data = sharedData('promptfoo/xstest-0.123.1');
const at = (name: string) => join(data ?? '', name);

describe.skipIf(data === null)('real runs of promptfoo', () => {
  test.each([
    ['results_llama2orig.json.gz', 'results_llama2new.json.gz', 65, 69],
    ['results_llama2orig.json.gz', 'results_mistralinstruct.json.gz', 65, 55],
    ['two_providers.json.gz#provider=llama2orig', 'two_providers.json.gz#provider=llama2new', 65, 69],
    ['results_llama2orig.json.gz', 'two_providers.json.gz#provider=llama2new', 65, 69],
  ])('%s to %s', async (baseline, candidate, before, after) => {
    const { comparability, of } = await compare(at(baseline), at(candidate));
    expect(comparability).toEqual([]);
    const pass = of('promptfoo/pass');
    expect(pass).toMatchObject({
      baseline: { n: 100, value: before / 100 },
      candidate: { n: 100, value: after / 100 },
    });
    expect((pass?.flips?.improved ?? NaN) - (pass?.flips?.regressed ?? NaN)).toBe(after - before);
    expect(of('compliance/score')?.baseline).toMatchObject({ n: 60, value: expect.closeTo(29 / 60, 9) });
    expect(of('length/score')?.baseline).toMatchObject({ n: 100, value: expect.closeTo(48 / 50, 9) });
    expect(of('refusal/score')?.baseline).toMatchObject({ n: 40, value: expect.closeTo(39 / 40, 9) });
  });

  test('an error and a test without assertions are unscored', async () => {
    const { runs, faults } = await loadPath(at('results_with_error.json'));
    expect(faults).toEqual([]);
    const unscored = runs[0]?.samples.filter(({ scores }) => typeof scores.pass !== 'number');
    expect(unscored?.map(({ index, scores }) => [index, scores.pass])).toEqual([
      [3, { unscored: 'error: no recorded completion' }],
      [5, { unscored: 'no assertions' }],
    ]);
    expect(runs[0]?.record.planned).toBe(12);
  });

  test.each([
    ['two_providers.json.gz', '#provider=llama2new'],
    ['two_providers_first20.jsonl', '#provider=llama2orig'],
    ['two_providers.xml.gz', 'promptfoo eval -o results.json'],
  ])('%s is refused', async (name, message) => {
    const { runs, faults } = await loadPath(at(name));
    expect(runs).toEqual([]);
    expect(faults.join()).toContain(message);
  });

  test('rows of one provider out of JSONL', async () => {
    const { runs, faults } = await loadPath(at('two_providers_first20.jsonl#provider=llama2orig'));
    expect(faults).toEqual([]);
    expect(runs[0]?.record.planned).toBe(10);
  });
});
