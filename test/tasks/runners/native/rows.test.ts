import { expect, test } from 'vitest';
import { faultOf } from '../../../support/fault.ts';
import { prepareTask } from '../../../support/native-task.ts';

const TASK = { type: 'generate', doc_to_target: 'a', scorers: ['exact_match'] };
const prepared = (options: object, ...days: unknown[]) =>
  prepareTask(
    { ...TASK, ...options },
    days.map((day, at) => ({ question: `q${at}`, a: 'x', ...(day === undefined ? {} : { day }) })),
  );
const SPLIT = { date_field: 'day', trained_until: '2025-01-31' };

test('rows of later days are asked', async () => {
  const { samples } = await prepared(SPLIT, '2025-02-01', '2025-02-01T00:00:00Z', '2026-01-01 12:00');
  expect(samples).toHaveLength(3);
});

test.each<[day: unknown, says: RegExp]>([
  ['2025-01-31', /:2.*the row is of 2025-01-31, and the model was trained on data until 2025-01-31/s],
  ['2024-12-31T23:59:59Z', /the row is of 2024-12-31/],
  [undefined, /the row has no usable day: missing/],
  ['01.03.2025', /no usable day: "01\.03\.2025"/],
  ['2025-13-01', /no usable day/],
  ['2025-02-30', /no usable day/],
  [2026, /no usable day: 2026/],
  ['2025-03-011', /no usable day/],
])('a row of %j is refused, with its line', async (day, says) => {
  const fault = await faultOf(() => prepared(SPLIT, '2025-02-01', day));
  expect(fault.kind).toBe('data');
  expect(fault.text).toMatch(says);
});

test('an end of training without a field of days is refused', async () => {
  const fault = await faultOf(() => prepared({ trained_until: '2025-01-31' }, '2025-02-01'));
  expect(fault.text).toContain('trained_until needs a date_field');
});
