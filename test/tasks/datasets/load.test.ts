import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { loadDataset, placeOfDataset } from '../../../src/tasks/datasets/load.ts';
import { faultOf } from '../../support/fault.ts';
import { jsonl, temporaryFolder } from '../../support/temporary-folder.ts';

const ROWS = [
  { id: 'a', question: 'one, "two"\nthree', answer: '1' },
  { id: 'b', question: 'ü', answer: '' },
];
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csv = (rows: readonly Record<string, string>[]) =>
  [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]
    .map((cells) => `${cells.map(quote).join(',')}\r\n`)
    .join('');

/** One frame of Zstandard that holds its content as it is, or `repeats` times its first byte. */
function zstd(text: string, repeats = 0): Buffer {
  const content = Buffer.from(text);
  const length = repeats === 0 ? content.length : repeats;
  const size = Buffer.alloc(4);
  size.writeUInt32LE(length);
  const block = Buffer.alloc(4);
  block.writeUInt32LE(1 | (repeats === 0 ? 0 : 2) | (length << 3));
  const body = repeats === 0 ? content : content.subarray(0, 1);
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0]), size, block.subarray(0, 3), body]);
}

function parquet(columns: Readonly<Record<string, readonly unknown[]>>): Buffer {
  const columnData = Object.entries(columns).map(([name, data]) => ({ name, data: [...data] }));
  return Buffer.from(parquetWriteBuffer({ columnData }));
}

/** The same rows in every encoding that is read. */
const encodings = (rows: readonly Record<string, string>[]): Record<string, string | Uint8Array> => ({
  'rows.jsonl': jsonl(...rows),
  'rows.ndjson': `\n${jsonl(...rows)}\n\n`,
  'list.json': JSON.stringify(rows, null, 2),
  'object.json': JSON.stringify({ name: 'x', nested: { list: [1] }, rows }),
  'rows.yml': `# cases\n${rows.map((row) => `- ${JSON.stringify(row)}\n`).join('')}`,
  'rows.csv': csv(rows),
  'bom.jsonl': `\ufeff${jsonl(...rows)}`,
  'bom.csv': `\ufeff${csv(rows)}`,
  'rows.jsonl.gz': gzipSync(jsonl(...rows)),
  'rows.jsonl.zst': zstd(jsonl(...rows)),
  'tabs.csv': csv(rows).replaceAll('","', '"\t"'),
  'semicolons.csv': csv(rows).replaceAll('","', '";"'),
  'bars.csv': csv(rows).replaceAll('","', '"|"'),
  'rows.tsv': csv(rows).replaceAll('","', '"\t"'),
  'rows.parquet': parquet(
    Object.fromEntries(Object.keys(rows[0] ?? {}).map((name) => [name, rows.map((row) => row[name])])),
  ),
  'packed-without-saying.csv': gzipSync(csv(rows)),
  'not-packed.jsonl.gz': jsonl(...rows),
});

describe('one dataset in many encodings', () => {
  test.each(Object.keys(encodings(ROWS)))('%s', async (name) => {
    const folder = temporaryFolder(encodings(ROWS));
    const dataset = await loadDataset(join(folder, name));
    const reference = await loadDataset(join(folder, 'rows.jsonl'));
    expect(dataset.rows.map((row) => row.fields)).toEqual(ROWS);
    expect(dataset.rows.map((row) => row.id)).toEqual(['a', 'b']);
    expect(dataset.digest).toBe(reference.digest);
  });

  test('a text has a prompt a line', async () => {
    const folder = temporaryFolder({ 'prompts.txt': '\ufeffTell me about tea.\r\n\n  And coffee?  \n' });
    const { rows } = await loadDataset(join(folder, 'prompts.txt'));
    expect(rows.map(({ fields, line }) => [fields, line])).toEqual([
      [{ prompt: 'Tell me about tea.' }, 1],
      [{ prompt: 'And coffee?' }, 3],
    ]);
  });

  test('the digest is that of the rows, whatever the encoding and the order of keys', async () => {
    const cell = fc.string({ maxLength: 8, unit: 'grapheme' }).map((text) => text.replaceAll('\r', ' '));
    const rows = fc.uniqueArray(cell, { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rows, async (texts) => {
        const values = texts.map((text, index) => ({ id: `row ${index}`, text }));
        const folder = temporaryFolder({
          ...encodings(values),
          'reversed.jsonl': jsonl(...values.map(({ id, text }) => ({ text, id }))),
        });
        const digests = new Set<string>();
        for (const name of [...Object.keys(encodings(values)), 'reversed.jsonl']) {
          digests.add((await loadDataset(join(folder, name))).digest);
        }
        expect(digests.size).toBe(1);
      }),
      { numRuns: 20 },
    );
  });

  test('another row is another digest', async () => {
    const folder = temporaryFolder({ 'a.jsonl': jsonl({ q: 1 }), 'b.jsonl': jsonl({ q: '1' }) });
    const [first, second] = [
      await loadDataset(join(folder, 'a.jsonl')),
      await loadDataset(join(folder, 'b.jsonl')),
    ];
    expect(first.digest).not.toBe(second.digest);
  });
});

test('values of Parquet are those of JSON', async () => {
  const columns = {
    n: [1n, 2n],
    x: [0.5, Number.NaN],
    flag: [true, null],
    day: [new Date(0), new Date(1000)],
    choices: [['a', 'b'], ['c']],
    bytes: [new TextEncoder().encode('text'), new Uint8Array([0xff])],
  };
  const folder = temporaryFolder({ 'rows.parquet': parquet(columns) });
  const { rows } = await loadDataset(join(folder, 'rows.parquet'));
  expect(rows.map(({ fields, line }) => ({ ...fields, line }))).toEqual([
    {
      n: 1,
      x: 0.5,
      flag: true,
      day: '1970-01-01T00:00:00.000Z',
      choices: ['a', 'b'],
      bytes: 'text',
      line: 1,
    },
    { n: 2, x: null, flag: null, day: '1970-01-01T00:00:01.000Z', choices: ['c'], bytes: '/w==', line: 2 },
  ]);
});

describe('articles of SQuAD', () => {
  const article = (...qas: readonly unknown[]) =>
    JSON.stringify(
      { version: 'v2.0', data: [{ title: 'T', paragraphs: [{ context: 'P.', qas }] }] },
      null,
      1,
    );
  const load = async (text: string) =>
    loadDataset(join(temporaryFolder({ 'squad.json': text }), 'squad.json'));

  test('are no rows of another set, which has paragraphs beside its question', async () => {
    const row = { question: 'Q?', paragraphs: [{ title: 'T', paragraph_text: 'P.' }] };
    expect((await load(JSON.stringify([row]))).rows.map(({ fields }) => fields)).toEqual([row]);
  });

  test('are rows of their questions, as the hub has them', async () => {
    const answers = [
      { text: 'a', answer_start: 0 },
      { text: 'b', answer_start: 3 },
    ];
    const text = article(
      { id: 'x', question: 'Q?', answers },
      { id: 'y', question: 'R?', answers: [], is_impossible: true, plausible_answers: answers },
    );
    const { rows } = await load(text);
    expect(rows.map(({ fields }) => fields)).toEqual([
      {
        ...{ id: 'x', title: 'T', context: 'P.', question: 'Q?' },
        answers: { text: ['a', 'b'], answer_start: [0, 3] },
      },
      {
        ...{ id: 'y', title: 'T', context: 'P.', question: 'R?' },
        answers: { text: [], answer_start: [] },
      },
    ]);
    expect(rows.map(({ id, line }) => ({ id, line }))).toEqual([
      { id: 'x', line: 4 },
      { id: 'y', line: 4 },
    ]);
  });

  test.each([
    [
      'a question without an answer that is said to have one',
      article({ id: 'x', question: 'Q?', answers: [] }),
      'the question "x" has no answer',
    ],
    ['a question that is none', article({ id: 'x', answers: [] }), 'an article is not one of SQuAD'],
  ])('but for %s', async (_, text, message) => {
    const fault = await faultOf(() => load(text));
    expect(fault.text).toContain(message);
    expect(fault.text).toMatch(/squad\.json:4/);
  });

  test('kept back, have no answers', async () => {
    const { rows } = await load(article({ id: 'x', question: 'Q?' }));
    expect(rows[0]?.fields).not.toHaveProperty('answers');
  });
});

test('a CSV file of a spreadsheet whose commas are decimal is separated by semicolons', async () => {
  const folder = temporaryFolder({ 'rows.csv': '\ufeffq;a\n"one; two";1,5\n', 'one.csv': 'a,b;c\n1,2\n' });
  const { rows } = await loadDataset(join(folder, 'rows.csv'));
  expect(rows.map(({ fields }) => fields)).toEqual([{ q: 'one; two', a: '1,5' }]);
  expect((await loadDataset(join(folder, 'one.csv'))).rows[0]?.fields).toEqual({ a: '1', 'b;c': '2' });
});

test('quotes inside a field of TSV are text', async () => {
  const folder = temporaryFolder({ 'rows.tsv': 'q\ta\nsay "x"\t1\n' });
  const { rows } = await loadDataset(join(folder, 'rows.tsv'));
  expect(rows[0]?.fields).toEqual({ q: 'say "x"', a: '1' });
});

describe('ids', () => {
  test('come from the content where rows have none, and count repetitions', async () => {
    const folder = temporaryFolder({ 'rows.jsonl': jsonl({ q: 'x' }, { q: 'y' }, { q: 'x' }) });
    const ids = (await loadDataset(join(folder, 'rows.jsonl'))).rows.map((row) => row.id);
    expect(new Set(ids).size).toBe(3);
    expect(ids[2]).toBe(`${ids[0]}-2`);
  });

  test('may be whole numbers, and stand in another field', async () => {
    const folder = temporaryFolder({ 'rows.jsonl': jsonl({ nr: 7, id: 'same' }, { nr: 8, id: 'same' }) });
    const { rows } = await loadDataset(join(folder, 'rows.jsonl'), { idField: 'nr' });
    expect(rows.map((row) => [row.id, row.index, row.line])).toEqual([
      ['7', 0, 1],
      ['8', 1, 2],
    ]);
  });

  test('a key called __proto__ is data and reaches no prototype', async () => {
    const folder = temporaryFolder({ 'rows.jsonl': '{"id":"a","__proto__":{"polluted":1}}\n' });
    const { rows } = await loadDataset(join(folder, 'rows.jsonl'));
    expect(rows[0]?.fields).not.toHaveProperty('polluted');
  });
});

describe('bad input', () => {
  test.each<[string, string, string | Uint8Array, RegExp, { idField?: string; maxBytes?: number }?]>([
    ['a line that is not JSON', 'f.jsonl', '{"a":1}\n{"a":\n', /f\.jsonl:2: not JSON/],
    [
      'a row that is a list',
      'f.jsonl',
      '{"a":1}\n[1]\n',
      /f\.jsonl:2: a row must be an object, this one is a list/,
    ],
    ['a row that is null', 'f.json', '[{"a":1},\n null]', /f\.json:2: .* this one is null/],
    ['a broken element', 'f.json', '[\n{"a":1},\n{"a" 2}\n]', /f\.json:3: not JSON/],
    ['a JSON file cut off', 'f.json', '[\n{"a":1},\n{"a":', /f\.json:3: not JSON/],
    ['two lists', 'f.json', '{"a":[],"b":[]}', /f\.json:1: .* found 2 lists/],
    ['no list', 'f.json', '"text"', /found 0 lists/],
    ['no rows', 'f.jsonl', '\n\n', /f\.jsonl: the dataset has no rows/],
    ['an empty list', 'f.json', '[]', /has no rows/],
    ['an empty file', 'f.json', '\n', /has no rows/],
    [
      'a pointer of Git LFS',
      'f.jsonl',
      'version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 12\n',
      /f\.jsonl: this is a Git LFS pointer/,
    ],
    ['a header alone', 'f.csv', 'a,b\n', /has no rows/],
    ['a CSV row that is too short', 'f.csv', 'a,b\n1,2\n3\n', /f\.csv:3: not CSV/],
    ['a CSV quote that never closes', 'f.csv', 'a,b\n1,"2\n', /not CSV/],
    ['a CSV column twice', 'f.csv', 'a,a\n1,2\n', /f\.csv:1:2: the column name "a" is taken/],
    ['a CSV column without a name', 'f.csv', 'a,\n1,2\n', /column 2 has no name/],
    [
      'a CSV column twice but for a blank',
      'f.csv',
      'a, a\n1,2\n',
      /f\.csv:1:2: the column name "a" is taken/,
    ],
    ['a CSV column called as the index is', 'f.csv', ',index\n1,2\n', /"index" is taken/],
    ['a CSV column called __proto__', 'f.csv', '__proto__\n1\n', /"__proto__" is taken/],
    [
      'duplicate ids',
      'f.jsonl',
      jsonl({ id: 1 }, { id: 2 }, { id: '1' }),
      /f\.jsonl:3 .*"1" was already used on line 1/,
    ],
    ['an id in some rows only', 'f.jsonl', jsonl({ id: 1 }, { x: 2 }), /f\.jsonl:2 .*no usable id: missing/],
    ['no row with the id asked for', 'f.jsonl', jsonl({ x: 2 }), /no usable id: missing/, { idField: 'key' }],
    ['an id that is an object', 'f.jsonl', jsonl({ id: {} }), /no usable id: \{\}/],
    ['an id with a control character', 'f.jsonl', jsonl({ id: 'a\u0000b' }), /without control characters/],
    [
      'text that is not UTF-8',
      'f.jsonl',
      Buffer.from('{"a":1}\n{"a":"\xff"}\n', 'latin1'),
      /f\.jsonl:2: .*not UTF-8/,
    ],
    ['damaged gzip', 'f.jsonl.gz', gzipSync(jsonl({ a: 1 })).subarray(0, 15), /damaged gzip/],
    ['a gzip bomb', 'f.jsonl.gz', gzipSync(Buffer.alloc(100_000, 'a')), /larger than/, { maxBytes: 10_000 }],
    ['too large a file', 'f.jsonl', 'x'.repeat(100), /larger than/, { maxBytes: 10 }],
    ['damaged Zstandard', 'f.jsonl.zst', zstd(jsonl({ a: 1 })).subarray(0, 12), /damaged Zstandard/],
    ['a Zstandard bomb', 'f.jsonl', zstd('a', 100_000), /larger than/, { maxBytes: 10_000 }],
    ['an unknown format', 'f.xlsx', 'PK', /format "\.xlsx" is not known/],
    ['no Parquet', 'f.parquet', 'PAR1', /f\.parquet: cannot be read as Parquet/],
    ['torn Parquet', 'f.parquet', parquet({ a: ['x', 'y'] }).subarray(0, 40), /cannot be read as Parquet/],
    [
      'a Parquet column whose one text stands in every row',
      'f.parquet',
      parquet({ a: Array.from({ length: 500 }, () => 'x'.repeat(300)) }),
      /cannot be read as Parquet: larger than 100000 bytes\n {2}fix: split the dataset/,
      { maxBytes: 100_000 },
    ],
    [
      'a whole number that JSON does not hold',
      'f.parquet',
      parquet({ a: [2n ** 60n] }),
      /1152921504606846976 is larger than JSON holds/,
    ],
    ['a TSV row that is too short', 'f.tsv', 'a\tb\n1\t2\n3\n', /f\.tsv:3: not TSV/],
  ])('%s', async (_, name, content, message, options = {}) => {
    const folder = temporaryFolder({ [name]: content });
    const fault = await faultOf(() => loadDataset(join(folder, name), options));
    expect(fault.text).toMatch(message);
    expect(fault.kind).toBe('data');
  });

  test('a missing file', async () => {
    const fault = await faultOf(() => loadDataset('/nowhere/f.jsonl'));
    expect(fault).toMatchObject({
      kind: 'data',
      text: expect.stringMatching(/^\/nowhere\/f\.jsonl: no such file\n {2}fix: /),
    });
  });

  test.each(['f.jsonl', 'f'])('a folder %s, with what of it may be meant', async (name) => {
    const folder = temporaryFolder({
      [`${name}/b.csv`]: '',
      [`${name}/a.jsonl`]: '',
      [`${name}/README.md`]: '',
    });
    const { text } = await faultOf(() => loadDataset(join(folder, name)));
    expect(text).toMatch(
      /: this is a folder, not a file\n {2}fix: it holds README\.md, a\.jsonl, b\.csv: name /,
    );
  });

  test('a name of the hub', async () => {
    const { text } = await faultOf(() => loadDataset(placeOfDataset(temporaryFolder(), 'cais/mmlu')));
    expect(text).toMatch(
      /cais\/mmlu: no such file\n {2}fix: a name of the Hub is written hf:org\/name@<full commit>#split; name /,
    );
  });

  test('another ending than the file has', async () => {
    const folder = temporaryFolder({ 'f.jsonl': '' });
    for (const name of ['f.json', 'f']) {
      const { text } = await faultOf(() => loadDataset(join(folder, name)));
      expect(text).toMatch(/: no such file\n {2}fix: did you mean \S+\/f\.jsonl\? /);
    }
  });

  test.each([
    ['https://huggingface.co/datasets/cais/mmlu', 'hf:cais/mmlu@'],
    ['https://example.com/f.jsonl', 'download it'],
    ['s3://bucket/f.jsonl', 'download it'],
  ])('%s is no file', async (written, fix) => {
    const { kind, text } = await faultOf(async () => placeOfDataset('/', written));
    expect([kind, text]).toEqual(['config', expect.stringContaining('this version does not read')]);
    expect(text).toContain(fix);
  });

  test('lines of CSV records that span lines are where they begin', async () => {
    const folder = temporaryFolder({ 'f.csv': 'id,q\na,"x\ny"\nb,z\n' });
    expect((await loadDataset(join(folder, 'f.csv'))).rows.map((row) => row.line)).toEqual([2, 4]);
  });
});

test.each([
  ['rows.jsonl', '{"question": "a"}\n{"question": {"deep": [1, 1e999]}}\n'],
  ['rows.json', '[{"question": "a"},\n{"question": {"deep": [1, -1e999]}}]'],
])('a number in %s that no number can hold is a fault of the data', async (name, text) => {
  const file = join(temporaryFolder({ [name]: text }), name);
  expect(await faultOf(() => loadDataset(file))).toEqual({
    kind: 'data',
    text: expect.stringMatching(/:2: a row has a number that is too large\n {2}fix: /),
  });
});
