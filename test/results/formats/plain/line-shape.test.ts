import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseLenientJson } from '../../../../src/results/formats/json.ts';
import { LineShapes } from '../../../../src/results/formats/plain/line-shape.ts';
import { checkColumns, HELD, parsePlainRow } from '../../../../src/results/formats/plain/row.ts';

const at = { file: 'scores.jsonl', line: 1 };

/** What the reader of whole lines makes of one; null where it refuses it. */
function parsed(line: string) {
  try {
    const members = parseLenientJson(line, at) as Record<string, unknown>;
    checkColumns(Object.keys(members), at);
    return parsePlainRow(members, at);
  } catch {
    return null;
  }
}

const FIRST = [
  '{"task":"t","id":"a","metric":"acc","score":1}',
  '{"score": true, "id": "a", "task": "t", "metric": "acc", "unit": "rate"}',
  '{ "id" : "a" , "score" : 0.25 , "metric" : "id" , "task" : "score", "model": "m" }\r',
  '{"task":"t","x_note":{"id":"a","score":1},"id":"a","metric":"acc","score":1}',
  '{"task":"t","id":"a","metric":"acc","score":1,"input":"\\"id\\":\\"a\\""}',
];

const token = fc.constantFrom(
  ...['1', '0', '0.5', '-0', '-1.25e-3', '01', '1.', '.5', '+1', '1e999', 'NaN', '-Infinity', 'null', 'true'],
  ...[
    'false',
    '"1"',
    '12345678901234567',
    '0.30000000000000004',
    '1 ',
    '[1]',
    '{}',
    '1,"score":2',
    'tru',
    '',
  ],
);
const text = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom('a', '', '":', 'é', '\\u0041', '\\"', '\t', 'a","id":"b', '😀', '\u0000', 'x'.repeat(300)),
);

test('a line that is taken as another is what the parser makes of it', () => {
  let alike = 0;
  fc.assert(
    fc.property(fc.constantFrom(...FIRST), text, token, fc.nat(3), (first, id, score, mutation) => {
      const row = parsed(first);
      if (row === null) throw new Error('a first line that is refused');
      const shapes = new LineShapes();
      shapes.learn(first, row);
      const changed = first
        .replace('"a"', `"${id}"`)
        .replace(/(?<="score"\s*:\s*)(?:true|[\d.]+)/, () => score);
      const line = mutation === 0 ? changed.replace('acc', 'acd') : mutation === 1 ? `${changed} ` : changed;
      const bytes = Buffer.from(line);
      const found = shapes.find(bytes);
      if (found === null) return;
      alike += 1;
      const own = { id: bytes.toString('latin1', found.id.start, found.id.end), score: found.score };
      expect({ ...found.row, ...own }).toEqual(parsed(line));
    }),
    { numRuns: 2000 },
  );
  expect(alike).toBeGreaterThan(20);
});

const SAID = [
  '{"task":"t","id":"a","metric":"f1_macro","score":null,"target":"c","output":"d"}',
  '{"output": "d", "target": 1.5, "score": 0.5, "metric": "rmse", "id": "a", "task": "t"}\r',
  '{"task":"t","id":"a","metric":"auc","score":1,"target":"c","x_target":"c"}',
  '{"task":"t","id":"a","metric":"acc","score":1,"output":7}',
  '{"task":"t","id":"a","metric":"acc","score":1,"group":"g","weight":2,"choices":4}',
  '{"weight": 0.5, "cluster": 7, "task": "t", "id": "a", "metric": "acc", "score": 1, "group": 3, "output": "d"}',
];
const value = fc.oneof(
  token,
  text.map((each) => `"${each}"`),
  fc.double().map(String),
  fc.integer().map(String),
  fc.constantFrom(
    '""',
    '-0',
    '0.0',
    '00',
    '1.5',
    '-1.50',
    '1..5',
    '5.',
    '123456789012345',
    '1234567890123456',
    '1e5',
    '-',
  ),
);

test('a line that says something else of its sample is what the parser makes of it', () => {
  let alike = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...SAID),
      text,
      fc.array(value, { maxLength: HELD.length }),
      (first, id, values) => {
        const row = parsed(first);
        if (row === null) throw new Error('a first line that is refused');
        const shapes = new LineShapes();
        shapes.learn(first, row);
        const line = values.reduce(
          (text, each, at) =>
            text.replace(new RegExp(`(?<="${HELD[at]}"\\s*:\\s*)(?:"[a-z]"|[\\d.]+)`), () => each),
          first.replace('"id":"a"', () => `"id":"${id}"`),
        );
        const bytes = Buffer.from(line);
        const found = shapes.find(bytes);
        if (found === null) return;
        alike += 1;
        const sample: Record<string, unknown> = { ...found.row.sample };
        for (const [at, field] of HELD.entries()) {
          const span = found.held[at];
          if (!span) continue;
          const own = bytes.toString('latin1', span.start, span.end);
          const isText = field === 'group' || field === 'cluster' || field === 'output';
          sample[field] = own.startsWith('"') ? own.slice(1) : isText ? own : Number(own);
        }
        const own = {
          id: bytes.toString('latin1', found.id.start, found.id.end),
          score: found.score,
          sample,
        };
        expect({ ...found.row, ...own }).toEqual(parsed(line));
      },
    ),
    { numRuns: 4000 },
  );
  expect(alike).toBeGreaterThan(200);
});

test.each(FIRST.slice(0, 3))('knows lines like %s', (first) => {
  const shapes = new LineShapes();
  const row = parsed(first);
  if (row !== null) shapes.learn(first, row);
  expect(shapes.find(Buffer.from(first.replace('"a"', '"b c:d"')))).toMatchObject({ row });
});

test.each(FIRST.slice(3))('learns nothing from %s, whose id or score may stand elsewhere', (first) => {
  const shapes = new LineShapes();
  const row = parsed(first);
  if (row !== null) shapes.learn(first, row);
  expect(shapes.find(Buffer.from(first))).toBeNull();
});

test('gives up where every line is of another kind', () => {
  const shapes = new LineShapes();
  for (let index = 0; index < 1000; index += 1) {
    const line = `{"task":"t${index}","id":"a","metric":"acc","score":1}`;
    const row = parsed(line);
    expect(shapes.find(Buffer.from(line))).toBeNull();
    if (row !== null) shapes.learn(line, row);
  }
  const line = '{"task":"t999","id":"b","metric":"acc","score":1}';
  expect(shapes.find(Buffer.from(line))).toBeNull();
});
