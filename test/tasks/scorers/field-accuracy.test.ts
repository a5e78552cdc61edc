import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../../../src/core/metrics/text/days.ts';
import { answer, configured, issuesOf, scoresOf } from '../../support/scoring.ts';

// Pins field_accuracy.

const INVOICE = {
  number: 'A-1',
  date: '2024-04-03',
  total: 12.5,
  paid: true,
  customer: { name: 'Ada  Lovelace', city: null },
  items: [
    { name: 'pen', price: 2 },
    { name: 'ink', price: 10.5 },
  ],
};
const FIELDS = 10;

const scored = async (output: unknown, options: Record<string, unknown> = {}, target: unknown = INVOICE) => {
  const text = typeof output === 'string' ? output : JSON.stringify(output);
  return (await scoresOf({ name: 'field_accuracy', ...options }, [answer(text, JSON.stringify(target))]))[0];
};

test.each<[what: string, output: unknown, options: Record<string, unknown>, right: number, of?: number]>([
  ['all', INVOICE, {}, 10],
  ['white space in texts', { ...INVOICE, customer: { name: 'Ada Lovelace ', city: null } }, {}, 10],
  ['a fence', `\`\`\`json\n${JSON.stringify(INVOICE)}\n\`\`\``, {}, 10],
  ['a fence that may not be', `\`\`\`json\n${JSON.stringify(INVOICE)}\n\`\`\``, { fenced: false }, 0],
  ['no JSON', 'I cannot', {}, 0],
  ['another kind of value', [], {}, 0],
  ['a field missing', { ...INVOICE, total: undefined }, {}, 9],
  ['a field too many', { ...INVOICE, note: 'x' }, {}, 10, 11],
  ['fields of a record too many', { ...INVOICE, note: { a: 1, b: 2 } }, {}, 10, 12],
  ['a number as text', { ...INVOICE, total: '12.50' }, {}, 10],
  ['a number off', { ...INVOICE, total: 12.6 }, {}, 9],
  ['a number within the tolerance', { ...INVOICE, total: 12.6 }, { tolerance: 0.11 }, 10],
  ['a number near enough', { ...INVOICE, total: 12.6 }, { relative_tolerance: 0.01 }, 10],
  ['case', { ...INVOICE, number: 'a-1' }, {}, 9],
  ['no case', { ...INVOICE, number: 'a-1' }, { ignore_case: true }, 10],
  ['a date in words', { ...INVOICE, date: 'April 3rd, 2024' }, {}, 10],
  ['a German date', { ...INVOICE, date: '3.4.2024' }, {}, 10],
  ['a date of which nobody says how it is read', { ...INVOICE, date: '03/04/2024' }, {}, 9],
  ['a day first', { ...INVOICE, date: '03/04/2024' }, { dates: 'day_first' }, 10],
  ['a month first', { ...INVOICE, date: '03/04/2024' }, { dates: 'month_first' }, 9],
  ['elements in another order', { ...INVOICE, items: [...INVOICE.items].reverse() }, {}, 6],
  ['a set of elements', { ...INVOICE, items: [...INVOICE.items].reverse() }, { arrays: 'set' }, 10],
  [
    'an element too many',
    { ...INVOICE, items: [...INVOICE.items, { name: 'x', price: 1 }] },
    { arrays: 'set' },
    10,
    12,
  ],
  ['an element too few', { ...INVOICE, items: INVOICE.items.slice(1) }, { arrays: 'set' }, 8],
  [
    'elements of which each has a slip',
    {
      ...INVOICE,
      items: [
        { name: 'pen', price: 10.5 },
        { name: 'ball', price: 2 },
      ],
    },
    { arrays: 'set' },
    8,
  ],
  ['a number that is none', { ...INVOICE, total: '0xc' }, { tolerance: 1 }, 9],
  ['a month that is none', { ...INVOICE, date: 'Aprils 3, 2024' }, {}, 9],
  ['null is a value', { ...INVOICE, customer: { name: 'Ada Lovelace', city: '' } }, {}, 9],
  ['true is not 1', { ...INVOICE, paid: 1 }, {}, 9],
])('%s', async (_, output, options, right, of = FIELDS) => {
  expect(await scored(output, options)).toBeCloseTo(right / of, 12);
});

test('fields that are named have metrics of their own', async () => {
  const entry = {
    name: 'field_accuracy',
    fields: ['total', 'customer', 'items[].price', 'note'],
    metric: 'invoice',
  };
  const scorer = configured(entry);
  expect(scorer.metrics.map(({ name }) => name)).toEqual([
    'invoice',
    'invoice.total',
    'invoice.customer',
    'invoice.items.price',
    'invoice.note',
  ]);
  const said = {
    ...INVOICE,
    total: 1,
    items: [
      { name: 'pen', price: 2 },
      { name: 'ink', price: 0 },
    ],
  };
  const opened = await scorer.open('/');
  const target = JSON.stringify(INVOICE);
  const scores = await opened.score(
    [answer(JSON.stringify(said), target), answer('no', target)],
    new AbortController().signal,
  );
  expect(scores[0]).toEqual({
    invoice: 8 / 10,
    'invoice.total': 0,
    'invoice.customer': 1,
    'invoice.items.price': 0.5,
    'invoice.note': { unscored: 'neither target nor answer has the field note' },
  });
  expect(scores[1]).toMatchObject({ invoice: 0, 'invoice.total': 0, 'invoice.customer': 0 });
});

test.each([
  [{ fields: ['a b'] }, /a path has names and points/],
  [{ fields: ['a[]', 'a'] }, /a field is here twice/],
])('%j is refused', (options, message) => {
  expect(issuesOf({ name: 'field_accuracy', ...options })).toMatch(message);
});

test.each([
  [['text'], /no JSON object or array/],
  [['{"a": '], /no JSON object or array/],
])('the targets %j are refused', (targets, message) => {
  expect(configured('field_accuracy').checkTargets(targets)).toMatch(message);
});

test('any record has all of its own fields, in any order of its keys', async () => {
  const record = fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 3 }), { minKeys: 1 });
  await fc.assert(
    fc.asyncProperty(record, async (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(await scored(turned, {}, value)).toBe(1);
    }),
  );
});

test.each([
  ['2024-02-30', null],
  ['2024-13-01', null],
  ['31.12.2023', '2023-12-31'],
  ['2023/7/4', '2023-07-04'],
  ['2023-07-04T10:00:00Z', '2023-07-04'],
  ['4 July 2023', '2023-07-04'],
  ['4th of July, 2023', '2023-07-04'],
  ['Sept. 4 2023', '2023-09-04'],
  ['Foo 4 2023', null],
  ['yesterday', null],
])('the day of %s', (text, expected) => {
  expect(dayOf(text, 'iso')).toBe(expected);
});

test('the order of a set counts on neither side', async () => {
  const element = fc.record({ x: fc.nat(1), y: fc.nat(1), z: fc.nat(1) }, { requiredKeys: ['x'] });
  const set = fc.array(element, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(set, set, fc.boolean(), async (target, said, turns) => {
      const [first, second] = await Promise.all([
        scored({ said }, { arrays: 'set' }, { said: target }),
        scored(
          { said: turns ? said.toReversed() : said },
          { arrays: 'set' },
          { said: turns ? target : target.toReversed() },
        ),
      ]);
      expect(first).toBe(second);
    }),
  );
});
