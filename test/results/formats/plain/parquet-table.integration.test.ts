import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, expect, test } from 'vitest';
import { decideResults } from '../../../../src/app/judge.ts';
import { collect } from '../../../../src/results/formats/collect.ts';
import { pageCompressors } from '../../../../src/results/formats/parquet-pages.ts';
import { plain } from '../../../../src/results/formats/plain/plain.ts';
import { findFormat } from '../../../../src/results/formats/registry.ts';
import { atMost } from '../../../../src/results/zstd.ts';

const folder = mkdtempSync(join(tmpdir(), 'weighbridge-parquet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Row = Readonly<Record<string, unknown>>;

/** @param more of the columns: their types, where the values do not tell */
function parquetFile(
  name: string,
  columns: ColumnSource[],
  packed?: 'GZIP' | 'BROTLI' | 'ZSTD' | 'UNCOMPRESSED',
  pack?: (bytes: Uint8Array) => Uint8Array,
): string {
  const file = join(folder, name);
  const codec = packed === undefined ? {} : { codec: packed };
  const compressors = {
    GZIP: pack ?? ((bytes: Uint8Array) => gzipSync(bytes)),
    BROTLI: pack ?? ((bytes: Uint8Array) => brotliCompressSync(bytes)),
    ZSTD: pack ?? storedAsZstd,
  };
  writeFileSync(
    file,
    Buffer.from(
      parquetWriteBuffer({ columnData: columns, ...codec, compressors, rowGroupSize: [700, 300, 1000] }),
    ),
  );
  return file;
}

/** A frame of one block that is not compressed, as no Node that is supported packs Zstandard. */
const storedAsZstd = (bytes: Uint8Array): Uint8Array => {
  const frame = Buffer.alloc(9);
  frame.writeUInt32LE(0xfd2fb528);
  // One segment of 32 bits, without a checksum.
  frame.writeUInt8(0xa0, 4);
  frame.writeUInt32LE(bytes.length, 5);
  const header = Buffer.alloc(4);
  header.writeUInt32LE((bytes.length << 3) | 1);
  return Buffer.concat([frame, header.subarray(0, 3), bytes]);
};

const columnsOf = (rows: readonly Row[]): ColumnSource[] =>
  Object.keys(rows[0] ?? {}).map((name) => ({
    name,
    data: rows.map((row) => row[name] ?? null),
    nullable: true,
    ...(name === 'score' ? { type: 'DOUBLE' as const } : {}),
  }));

function tables(side: string, rows: readonly Row[]): Readonly<Record<'jsonl' | 'csv' | 'parquet', string>> {
  const names = Object.keys(rows[0] ?? {});
  const written = (name: string, text: string) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  return {
    jsonl: written(`${side}.jsonl`, rows.map((row) => `${JSON.stringify(row)}\n`).join('')),
    csv: written(
      `${side}.csv`,
      `${[names, ...rows.map((row) => names.map((name) => row[name] ?? ''))].map((row) => row.join(',')).join('\n')}\n`,
    ),
    parquet: parquetFile(`${side}.parquet`, columnsOf(rows)),
  };
}

const rowsOf = (candidate: boolean): Row[] =>
  Array.from({ length: 1010 }, (_, index) => ({
    task: index % 3 === 0 ? 'drafts' : 'facts',
    id: `q${index}`,
    metric: 'acc',
    score: index % 211 === 0 ? null : index % 4 === 0 || (candidate && index % 5 === 0) ? 0 : 1,
    ...{ group: `g${index % 4}`, cluster: `c${index >> 2}`, weight: 1 + (index % 2), choices: 4 },
  }));

test('the same scores as JSONL, CSV and Parquet give the same verdict to the byte', async () => {
  const [baseline, candidate] = [tables('baseline', rowsOf(false)), tables('candidate', rowsOf(true))];
  const verdicts = await Promise.all(
    (['jsonl', 'csv', 'parquet'] as const).map(async (form) => {
      const { verdict } = await decideResults({
        configPath: null,
        overrides: {
          gates: [{ rule: 'max_drop', value: 'facts/acc=2pp', source: { kind: 'flag', name: '--max-drop' } }],
        },
        out: join(folder, `out-${form}`),
        folders: { baseline: baseline[form], candidate: candidate[form] },
      });
      // The digests of the files are those of other bytes, and so are their names.
      const { gates, tasks, comparability, verdict: word } = verdict;
      return JSON.stringify({ gates, tasks, comparability, word });
    }),
  );
  expect(verdicts[0]).toContain('"word":"regression"');
  expect(new Set(verdicts).size).toBe(1);
});

const BASIC: Row[] = [
  { task: 'facts', id: 'q1', metric: 'acc', score: 1 },
  { task: 'facts', id: 'q2', metric: 'acc', score: 0 },
];

test.each(['GZIP', 'BROTLI', 'ZSTD', 'UNCOMPRESSED', undefined] as const)('packed as %s', async (packed) => {
  const file = parquetFile(`${packed}.parquet`, columnsOf(BASIC), packed);
  expect(await findFormat(file)).toBe(plain);
  const { runs, faults } = await collect(await plain.load(file, 'baseline'));
  expect(faults).toEqual([]);
  expect(Array.from(runs[0]?.samples ?? [], ({ id, scores }) => [id, scores.acc])).toEqual([
    ['q1', 1],
    ['q2', 0],
  ]);
});

test('whole numbers of 64 bits are ids, no value is no score, and rows that say only scores are held in columns', async () => {
  const file = parquetFile('integers.parquet', [
    { name: 'task', data: ['facts', 'facts'] },
    { name: 'id', data: [7n, 2n ** 40n], type: 'INT64' },
    { name: 'metric', data: ['acc', 'acc'] },
    { name: 'score', data: [true, null], type: 'BOOLEAN', nullable: true },
  ]);
  const foreign = await plain.load(file, 'baseline');
  expect(foreign.runs[0]?.bare?.keys).toHaveLength(2);
  const { runs } = await collect(foreign);
  expect(Array.from(runs[0]?.samples ?? [], ({ id, scores }) => [id, scores.acc])).toEqual([
    ['7', 1],
    [String(2 ** 40), { unscored: 'no score in the file' }],
  ]);
});

test.each([
  ['a column that is not known', () => columnsOf(BASIC.map((row) => ({ ...row, wieght: 2 }))), 'wieght'],
  [
    'a score twice',
    () => columnsOf([...BASIC, BASIC[0] ?? {}]),
    'acc of the sample "q1" is already on line 1',
  ],
  [
    'an id that no number of JSON is',
    (): ColumnSource[] => [
      ...columnsOf(BASIC).filter(({ name }) => name !== 'id'),
      { name: 'id', data: [1n, 2n ** 60n], type: 'INT64' },
    ],
    'larger than JSON holds exactly',
  ],
] as const)('%s is told', async (name, columns, said) => {
  const { faults, runs } = await plain.load(parquetFile(`${name}.parquet`, columns()), 'baseline');
  expect(runs).toEqual([]);
  expect(faults[0]?.message).toContain(said);
});

test('a table without a column that is needed is none, and neither is one that is cut off', async () => {
  const other = parquetFile('other.parquet', [{ name: 'text', data: ['a', 'b'] }]);
  expect(await findFormat(other)).toBeNull();
  const whole = readFileSync(parquetFile('whole.parquet', columnsOf(BASIC)));
  const torn = join(folder, 'torn.parquet');
  writeFileSync(torn, whole.subarray(0, whole.length - 20));
  expect(await findFormat(torn)).toBeNull();
  const damaged = Buffer.from(whole).fill(0xff, 4, 60);
  const file = join(folder, 'damaged.parquet');
  writeFileSync(file, damaged);
  const { faults } = await plain.load(file, 'baseline');
  expect(faults[0]?.message).toContain('cannot be read as Parquet');
});

test.each([
  ['BROTLI', brotliCompressSync(Buffer.alloc(2 ** 24))],
  ['GZIP', gzipSync(Buffer.alloc(2 ** 24))],
  ['ZSTD', storedAsZstd(Buffer.alloc(2 ** 16))],
] as const)('a page of %s that is more than it claims is one fault', async (packed, bomb) => {
  const file = parquetFile(`bomb-${packed}.parquet`, columnsOf(BASIC), packed, () => bomb);
  expect(await findFormat(file)).toBe(plain);
  const { faults, runs } = await plain.load(file, 'baseline');
  expect(runs).toEqual([]);
  expect(faults.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^cannot be read as Parquet: /),
  ]);
});

/** A table of forty rows, of whose ids one stretch of bytes is another. */
function patched(name: string, before: readonly number[], after: readonly number[]): string {
  const rows = Array.from({ length: 40 }, (_, index) => ({
    task: 't',
    id: index === 30 ? null : `q${index}`,
    metric: 'acc',
    score: 1,
  }));
  const file = parquetFile(name, columnsOf(rows), 'UNCOMPRESSED');
  const bytes = readFileSync(file);
  const at = bytes.indexOf(Buffer.from(before));
  expect(at).toBeGreaterThan(0);
  Buffer.from(after).copy(bytes, at);
  writeFileSync(file, bytes);
  return file;
}

/** Thirty times that there is an id, and then once that there is none. */
const LEVELS = [0x3c, 0x01, 0x05, 0xfe, 0x03, 0x02];

test.each([
  [
    'two billion ids',
    LEVELS,
    [0xfe, 0xff, 0xff, 0xff, 0x0f, 0x01],
    'says that it has 2147483647 values, in a page of 40',
  ],
  [
    'two billion packed ids',
    LEVELS,
    [0xff, 0xff, 0xff, 0xff, 0x0f, 0x01],
    'says that it has 17179869176 values',
  ],
  [
    'no bytes, and then fewer',
    [0x15, 0x98, 0x04, 0x15, 0x98, 0x04],
    [0x15, 0x98, 0x04, 0x15, 0x97, 0x04],
    'ends behind its column',
  ],
])('a page of a few bytes that says %s is one fault', async (name, before, after, said) => {
  const { runs, faults } = await plain.load(patched(`${name}.parquet`, before, after), 'baseline');
  expect(runs).toEqual([]);
  expect(faults.map(({ message }) => message)).toEqual([expect.stringContaining(said)]);
});

test('what a page claims is counted before it is unpacked', () => {
  const unpack = (bytes: Uint8Array, size: number) =>
    pageCompressors(atMost(100, 'too much')).BROTLI?.(bytes, size);
  expect(() => unpack(Buffer.from('no page'), 101)).toThrow('too much');
  expect(unpack(brotliCompressSync(Buffer.from('a page')), 6)).toEqual(Buffer.from('a page'));
});

const PAIR = { task: 'facts', metric: 'acc' };

test.each<[string, readonly Row[]]>([
  ['ids of other letters', ['a', 'ü', '日本', 'b'].map((id) => ({ ...PAIR, id, score: 1 }))],
  [
    'two metrics',
    ['a', 'b'].flatMap((id) => ['acc', 'acc_norm'].map((metric) => ({ ...PAIR, id, metric, score: 1 }))),
  ],
  [
    'scores that are none',
    [1, null, Number.NaN, 0.25].map((score, at) => ({ ...PAIR, id: `q${at}`, score })),
  ],
  [
    'filters',
    ['a', 'b'].flatMap((id) => ['one', 'two'].map((filter) => ({ ...PAIR, id, filter, score: 0 }))),
  ],
  [
    'columns of one\u2019s own',
    [1, 2, 3].map((mark) => ({ ...PAIR, id: `q${mark}`, x_mark: mark, score: 1 })),
  ],
  ['long ids', ['a', 'b'.repeat(256), 'c'].map((id) => ({ ...PAIR, id, score: 1 }))],
])('%s are read as from JSONL', async (name, rows) => {
  const read = async (file: string) => {
    const { runs, faults } = await collect(await plain.load(file, 'baseline'));
    expect(faults).toEqual([]);
    return runs.map(({ record: { model: _, ...record }, samples }) => ({ record, samples: [...samples] }));
  };
  const jsonl = join(folder, `${name}.jsonl`);
  writeFileSync(jsonl, rows.map((row) => `${JSON.stringify(row)}\n`.replace('null', 'NaN')).join(''));
  const found = await read(parquetFile(`${name}.parquet`, columnsOf(rows)));
  const asJson = await read(jsonl);
  // JSON has one way to say that there is no score.
  const blurred = (runs: unknown) => JSON.stringify(runs).replaceAll(/"unscored":"[^"]*"/g, '"unscored":""');
  expect(blurred(found)).toBe(blurred(asJson));
});
