import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { historyLine } from '../../src/results/store/history.ts';
import { judgedRounds } from '../app/history/rounds.ts';

let folder: string;
let python: string | null = null;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weighbridge-duckdb-'));
  const rounds = { samples: 300, count: 4, forgetsFrom: 3, loss: 0.3, maxDrop: '3pp', seed: 5 };
  const runs = await judgedRounds(join(folder, 'rounds'), rounds);
  await writeFile(join(folder, 'weighbridge-history.jsonl'), runs.map(historyLine).join(''));
  try {
    execFileSync('python3', ['-m', 'venv', join(folder, 'venv')], { stdio: 'pipe' });
    python = join(folder, 'venv/bin/python');
    execFileSync(python, ['-m', 'pip', 'install', '--quiet', 'duckdb==1.4.1'], { stdio: 'pipe' });
  } catch {
    console.log('skipped: the Python registry has no duckdb for this machine');
    python = null;
  }
}, 300_000);
afterAll(() => rm(folder, { recursive: true }));

test('the queries of docs/reference/history.md run as they are', async (context) => {
  if (python === null) return context.skip();
  const docs = await readFile('docs/reference/history.md', 'utf8');
  const queries = [...docs.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql]) => sql ?? '');
  const answers = queries.map((sql) => {
    const script =
      'import duckdb, sys, json; print(json.dumps(duckdb.sql(sys.argv[1]).fetchall(), default=str))';
    return JSON.parse(execFileSync(python ?? '', ['-c', script, sql], { cwd: folder, encoding: 'utf8' }));
  });
  expect(answers[0]).toHaveLength(4);
  expect(answers[1]).toEqual([['facts/acc:max_drop', 4, expect.any(Number)]]);
  expect(answers[1][0][2]).toBeGreaterThan(0);
});
