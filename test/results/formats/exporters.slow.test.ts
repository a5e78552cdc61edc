import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { VERDICT_EXPORTS } from '../../../src/report/exports/registry.ts';
import { REGRESSION } from '../../report/examples.ts';
import { exportedRuns, SAMPLES } from '../../support/exported-runs.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let environment = '';
let python: string | null = null;
beforeAll(() => {
  environment = mkdtempSync(join(tmpdir(), 'weighbridge-exports-'));
  try {
    execFileSync('python3', ['-m', 'venv', environment], { stdio: 'pipe' });
    const requirements = join(import.meta.dirname, 'exporters.requirements.txt');
    execFileSync(join(environment, 'bin/pip'), ['install', '--quiet', '-r', requirements], { stdio: 'pipe' });
    python = join(environment, 'bin/python');
  } catch {
    console.log('skipped: the Python registry has no DuckDB, pyarrow or huggingface_hub for this machine');
  }
}, 600_000);
afterAll(() => rmSync(environment, { recursive: true, force: true }));

const run = (program: string, ...args: string[]) =>
  JSON.parse(execFileSync(python ?? '', ['-c', program, ...args], { encoding: 'utf8' }));

test('Parquet is read by DuckDB and by pyarrow', async (context) => {
  if (python === null) return context.skip();
  const { out } = await exportedRuns('parquet');
  const program = `
import json, sys, duckdb, pyarrow.parquet
file = sys.argv[1]
rows = duckdb.sql(f"SELECT metric, count(*), count(score), avg(score), sum(numerator) FROM '{file}' GROUP BY metric ORDER BY metric").fetchall()
table = pyarrow.parquet.read_table(file)
print(json.dumps({'duckdb': rows, 'types': {f.name: str(f.type) for f in table.schema}, 'rows': table.num_rows,
  'record': json.loads(table.schema.metadata[b'weighbridge'])['task'], 'unscored': table.filter(pyarrow.compute.is_valid(table['unscored'])).to_pylist()}))
`;
  const read = run(`import pyarrow.compute\n${program}`, join(out, 'candidate', 'facts.parquet'));
  const right = Array.from({ length: SAMPLES }, (_, index) => index).filter(
    (index) => index !== 7 && index % 2 > 0,
  ).length;
  expect(read.duckdb).toEqual([
    ['acc', SAMPLES, SAMPLES - 1, right / (SAMPLES - 1), null],
    ['bits_per_byte', SAMPLES, 0, null, (SAMPLES * (SAMPLES - 1)) / 2 + 2 * SAMPLES],
  ]);
  expect(read).toMatchObject({
    rows: 2 * SAMPLES,
    record: 'facts',
    types: { id: 'string', score: 'double', index: 'int32' },
  });
  expect(read.unscored).toEqual([expect.objectContaining({ metric: 'acc', unscored: 'error: refused' })]);
});

test('.eval_results and model-index are read by the client of the hub', (context) => {
  if (python === null) return context.skip();
  const folder = temporaryFolder();
  for (const name of ['eval-results', 'model-index'])
    writeFileSync(join(folder, name), VERDICT_EXPORTS[name]?.render(REGRESSION) ?? '');
  const program = `
import json, sys, yaml
from huggingface_hub import ModelCardData, parse_eval_result_entries
entries = parse_eval_result_entries(yaml.safe_load(open(sys.argv[1] + '/eval-results')))
card = ModelCardData(**yaml.safe_load(open(sys.argv[1] + '/model-index')))
print(json.dumps([[[e.task_id, e.value] for e in entries], [[e.metric_type, e.metric_value] for e in card.eval_results]]))
`;
  const [entries, card] = run(program, folder);
  expect(entries.length).toBeGreaterThan(0);
  expect(card).toEqual(entries);
});
