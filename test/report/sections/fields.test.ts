import { expect, test } from 'vitest';
import type { VerdictFile } from '../../../src/core/domain/decision.ts';
import { toPlain } from '../../../src/report/inline.ts';
import { fieldsSection } from '../../../src/report/sections/fields.ts';

const result = (metric: string, delta: number | null, direction = 'higher_is_better') => ({
  ...{ metric, unit: 'rate', direction, groups: [], flips: null },
  baseline: { value: 0.9, stderr: null, n: 10 },
  candidate: delta === null ? null : { value: 0.9 + delta, stderr: null, n: 10 },
  delta: delta === null ? null : { value: delta, low: null, high: null, level: 0.9, method: 'x' },
});

const told = (...metrics: readonly ReturnType<typeof result>[]) =>
  fieldsSection({ tasks: [{ task: 'invoices', metrics }] } as unknown as VerdictFile).blocks.map((block) => {
    if (block.kind === 'paragraph') return toPlain(block.content);
    return block.kind === 'table' ? block.rows.map((row) => row.map(toPlain).join(' | ')) : block.kind;
  });

test('fields are shown with what became of them, worst first', () => {
  expect(
    told(
      result('field_accuracy', -0.05),
      result('field_accuracy.date', 0.01),
      result('field_accuracy.total', -0.2),
      result('field_accuracy.items.price', null),
      result('json_valid', -0.5),
    ),
  ).toEqual([
    'invoices/field_accuracy by field, worst first.',
    [
      'total | 90.0 % | 70.0 % | −20.0 pp',
      'date | 90.0 % | 91.0 % | +1.0 pp',
      'items.price | 90.0 % | unknown | unknown',
    ],
  ]);
});

test('of a side that was not evaluated there is no table of unknowns', () => {
  expect(told(result('field_accuracy', null), result('field_accuracy.date', null))).toEqual([
    'invoices/field_accuracy by field: nothing to compare, the candidate has none.',
  ]);
  const none = { ...result('field_accuracy.date', null), baseline: null };
  expect(told(none as never)).toEqual([]);
});

test('where less is better, more is worse', () => {
  const [, rows] = told(
    result('wer', 0.1, 'lower_is_better'),
    result('wer.a', -0.1, 'lower_is_better'),
    result('wer.b', 0.1, 'lower_is_better'),
  );
  expect(rows).toEqual([expect.stringMatching(/^b /), expect.stringMatching(/^a /)]);
});

test('of many fields the worst are shown', () => {
  const many = Array.from({ length: 20 }, (_, index) => result(`f.x${index}`, -index / 100));
  expect(told(result('f', 0), ...many)).toEqual([
    'invoices/f by field, worst first. Another 5 broke less.',
    expect.toSatisfy((rows: readonly string[]) => rows.length === 15 && rows[0]?.startsWith('x19 ') === true),
  ]);
});

test('a metric without parts is in no table', () => {
  expect(told(result('acc', -0.1), result('accuracy', 0))).toEqual([]);
});
