import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { lmEvalEnvironment } from '../../../../scripts/lm-eval-environment.ts';
import { exportedRuns, SAMPLES } from '../../../support/exported-runs.ts';

/** As the harness itself finds, reads and shows what it has written (lm_eval/utils.py). */
const READ = `
import glob, json, sys
from lm_eval.utils import get_file_task_name, get_latest_filename, get_results_filenames, get_sample_results_filenames, make_table
files = glob.glob(sys.argv[1] + '/**/*', recursive=True)
[samples] = get_sample_results_filenames(files)
table = make_table(json.load(open(get_latest_filename(get_results_filenames(files)))))
rows = [json.loads(line) for line in open(samples)]
mean = [row['acc'] for row in rows if row['acc'] is not None]
print(json.dumps({'task': get_file_task_name(samples), 'table': table, 'rows': len(rows), 'mean': sum(mean) / len(mean)}))
`;

test('lm_eval finds its files by their names, and its table has their numbers', async () => {
  const { out } = await exportedRuns('lm-eval');
  const python = join(dirname(lmEvalEnvironment()), 'python');
  const said = execFileSync(python, ['-c', READ, join(out, 'candidate')], { encoding: 'utf8' });
  const read = JSON.parse(said);
  expect(read).toMatchObject({ task: 'facts', rows: SAMPLES });
  const line = (name: string) =>
    new RegExp(`${name}\\s*\\|.\\s*\\|\\s*(\\d+\\.\\d+)\\s*\\|±\\s*\\|\\s*(\\d+\\.\\d+)`).exec(read.table);
  expect(Number(line('acc')?.[1])).toBeCloseTo(read.mean, 4);
  expect(Number(line('acc')?.[2])).toBeCloseTo(Math.sqrt((read.mean * (1 - read.mean)) / (SAMPLES - 2)), 4);
  expect(line('bits_per_byte')).not.toBeNull();
});
