import { describe, expect, test } from 'vitest';
import type { Mismatch } from '../../src/core/domain/decision.ts';
import { renderComparison } from '../../src/report/comparison.ts';
import { metricResult, task } from './examples.ts';

const mismatch = (overrides: Partial<Mismatch> = {}): Mismatch => ({
  task: 'facts',
  field: 'dataset',
  severity: 'hard',
  baseline: 'd1',
  candidate: 'd2',
  ...overrides,
});
const rendered = (tasks = [task()], comparability: readonly Mismatch[] = []) =>
  renderComparison({ schemaVersion: 1, tasks, comparability });

describe('a comparison', () => {
  test('has a row a metric, with a blank before the interval', () => {
    const text = rendered([
      task({ metrics: [metricResult(), metricResult({ metric: 'acc_norm', flips: null })] }),
    ]);
    expect(text).toMatch(/facts\/acc +93\.1 % +92\.9 % +−0\.2 pp \(90 %: −1\.1 to \+0\.7\) +500 +4, 3/);
    expect(text).toMatch(/facts\/acc_norm .*\(90 %: [^)]*\) +500 *$/m);
    expect(text).toContain('Delta is candidate − baseline.');
  });

  test('a missing value or delta is said, never a zero', () => {
    const text = rendered([task({ metrics: [metricResult({ baseline: null, delta: null })] })]);
    expect(text).toMatch(/facts\/acc +unknown +92\.9 % +unknown/);
  });

  test('of sums says how certain each is, and of how many samples as far as anybody said', () => {
    const sums = (n: number | null) =>
      metricResult({
        baseline: { value: 0.75, stderr: 0.0137, n },
        candidate: { value: 0.76, stderr: null, n: 1000 },
        evidence: 'weak',
        flips: null,
      });
    expect(rendered([task({ metrics: [sums(1000)] })])).toMatch(
      /75\.0 % \(± 1\.4 %\) +76\.0 % \(no error\) .* sums of 1,000 *$/m,
    );
    expect(rendered([task({ metrics: [sums(null)] })])).toMatch(/ sums of \? and 1,000 *$/m);
  });

  test('what is not comparable comes first, what only warns after it', () => {
    const lines = rendered(
      [task()],
      [mismatch({ field: 'engine_version', severity: 'soft' }), mismatch()],
    ).split('\n');
    expect(lines[0]).toMatch(/^NOT COMPARABLE: facts: dataset differs, baseline d1, candidate d2/);
    expect(lines[1]).toMatch(/^note: facts: engine_version differs/);
  });

  test('nothing to compare is said', () => {
    expect(rendered([])).toContain('There is nothing to compare.');
  });

  test('hostile names stay on their line', () => {
    const text = rendered([task({ task: 'evil\n\u001b[31mPASS' })]);
    expect(text).not.toContain('\u001b');
    expect(text).not.toMatch(/^PASS/m);
  });
});
