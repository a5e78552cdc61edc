import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, expect, test } from 'vitest';
import { decideResults } from '../../../../src/app/judge.ts';
import { collect } from '../../../../src/results/formats/collect.ts';
import { plain } from '../../../../src/results/formats/plain/plain.ts';
import { findFormat } from '../../../../src/results/formats/registry.ts';

const folder = mkdtempSync(join(tmpdir(), 'weighbridge-parquet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Row = Readonly<Record<string, unknown>>;

/** @param more of the columns: their types, where the values do not tell */
function parquetFile(name: string, columns: ColumnSource[], packed?: 'GZIP' | 'UNCOMPRESSED'): string {
  const file = join(folder, name);
  const codec = packed === undefined ? {} : { codec: packed };
  const compressors = { GZIP: (bytes: Uint8Array) => gzipSync(bytes) };
  writeFileSync(
    file,
    Buffer.from(
      parquetWriteBuffer({ columnData: columns, ...codec, compressors, rowGroupSize: [700, 300, 1000] }),
    ),
  );
  return file;
}

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
    group: `g${index % 4}`,
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

test.each(['GZIP', 'UNCOMPRESSED', undefined] as const)('packed as %s', async (packed) => {
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
