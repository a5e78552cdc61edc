import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { compareResults } from '../../src/app/compare.ts';
import { addExport } from '../../src/cli/export.ts';
import { Terminal } from '../../src/cli/terminal.ts';
import { writeRun } from '../support/run-folder.ts';
import { jsonl, temporaryFolder } from '../support/temporary-folder.ts';

async function exportTo(path: string): Promise<string> {
  const out = join(temporaryFolder(), 'out');
  const program = new Command().exitOverride();
  addExport(program, { terminal: new Terminal(), signal: new AbortController().signal, exit: () => {} });
  await program.parseAsync(['export', path, '--out', out, '--format', 'every-eval-ever'], { from: 'user' });
  return out;
}

test('a run directory is exported side by side, and the comparison stays what it was', async () => {
  const runs = temporaryFolder();
  writeRun(runs, 'baseline', 20, (index) => index % 2 === 0);
  writeRun(runs, 'candidate', 20, (index) => index % 4 === 0);
  const out = await exportTo(runs);
  const before = await compareResults({ baseline: runs, candidate: runs });
  expect(await compareResults({ baseline: out, candidate: out })).toEqual(before);
  expect(before.tasks[0]?.metrics[0]?.delta?.value).toBe(-0.25);
});

test('results of another program are exported as the candidate', async () => {
  const row = { task: 'facts', id: 'q1', metric: 'acc', score: 1, input: 'q' };
  const file = join(temporaryFolder({ 'a.jsonl': jsonl(row, { ...row, id: 'q2', score: 0 }) }), 'a.jsonl');
  const out = await exportTo(file);
  const { tasks, comparability } = await compareResults({ baseline: file, candidate: out });
  expect(comparability).toEqual([]);
  expect(tasks[0]?.metrics[0]).toMatchObject({ delta: { value: 0 }, baseline: { n: 2 } });
});

test.each([
  ['nothing', {}, 'there are no runs here'],
  ['results at fault', { 'a.jsonl': '{"task":"t","id":1,"metric":"acc","score":2}\n' }, 'lies outside'],
])('%s is refused', async (_what, files, message) => {
  const folder = temporaryFolder(files);
  await expect(exportTo(join(folder, Object.keys(files)[0] ?? ''))).rejects.toThrow(message);
});

test('a run that is not whole is refused', async () => {
  const runs = temporaryFolder();
  writeRun(runs, 'candidate', 20, () => true);

  writeFileSync(join(runs, 'candidate/facts/samples.jsonl'), '');
  await expect(exportTo(runs)).rejects.toThrow('not a whole run: says complete with 0 of 20 samples');
});
