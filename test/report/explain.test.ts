import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { GateResult, VerdictFile } from '../../src/core/domain/decision.ts';
import { renderExplanation } from '../../src/report/explain.ts';
import { methodOf } from '../../src/report/methods.ts';
import { picture } from '../../src/report/picture.ts';
import { delta, gate, INCONCLUSIVE, INVALID, PASS, REGRESSION } from './examples.ts';

const gateOf = (file: VerdictFile, id: string): GateResult => {
  const found = file.gates.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no gate ${id}`);
  return found;
};

describe('golden explanations', () => {
  test.each([
    ['pass', PASS, 'facts/acc:max_drop'],
    ['regression', REGRESSION, 'facts/acc:max_drop'],
    ['inconclusive', INCONCLUSIVE, 'rude/toxicity:ceiling'],
    ['invalid', INVALID, 'facts/acc:max_drop'],
  ] as const)('%s', async (name, file, id) => {
    await expect(renderExplanation(file, gateOf(file, id))).toMatchFileSnapshot(`golden/explain-${name}.txt`);
  });
});

describe('the picture is drawn to scale', () => {
  const columns = (given: GateResult) => {
    const [sides = '', row = '', axis = ''] = picture(given);
    return {
      limit: sides.indexOf('│'),
      low: row.search(/[[◄]/),
      value: row.indexOf('●'),
      high: row.search(/[\]►]/),
      axis,
    };
  };

  test.each([
    ['pass', delta(-0.002, -0.011, 0.007), 'right'],
    ['regression', delta(-0.312, -0.36, -0.264), 'left'],
    ['undecided', delta(-0.02, -0.0571, 0.0126), 'across'],
  ] as const)('%s', (_, interval, where) => {
    const { limit, low, value, high } = columns(gate({ delta: interval }));
    expect(low).toBeLessThan(value);
    expect(value).toBeLessThan(high);
    if (where === 'right') expect(low).toBeGreaterThan(limit);
    else if (where === 'left') expect(high).toBeLessThan(limit);
    else expect(low < limit && limit < high).toBe(true);
  });

  test('twice the distance is twice the columns, to within one', () => {
    const { limit, low, value } = columns(gate({ delta: delta(0.02, 0, 0.03) }));
    expect(Math.abs(value - limit - 2 * (low - limit))).toBeLessThanOrEqual(1);
  });

  test('the forbidden side of a metric that is better when lower is the right one', () => {
    const [sides = ''] = picture(gate({ direction: 'lower_is_better', delta: delta(0, -0.01, 0.01) }));
    expect(sides).toMatch(/(^|[^t]) allowed │ not allowed$/);
  });

  test('an open end is an arrow, and groups have no picture', () => {
    expect(picture(gate({ delta: delta(0, null, 0.01) }))[1]).toMatch(/^◄/);
    expect(picture(gate({ rule: 'no_regression_by_group' }))).toEqual([]);
    expect(picture(gate({ delta: null }))).toEqual([]);
  });
});

test('every method points at a section that docs/method.md has', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/method.md'), 'utf8');
  for (const name of [
    ...['tango', 't', 'clustered t', 'linearised t', 'clopper-pearson', 'benchmark'],
    ...['holm, mcnemar mid-p', 'holm, margin', 'stratified t', 'bca bootstrap', 'jackknife t'],
    ...['unpaired z', 'square-and-add', 'calibration limits'],
  ]) {
    expect(text, name).toContain(`\n## ${methodOf(name)?.section}\n`);
  }
  expect(methodOf('constructor')).toBeNull();
});
