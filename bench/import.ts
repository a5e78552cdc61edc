import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Reading results of lm-evaluation-harness, beside a plain Python script that reads the same files (`bench/import.py`), by
 * turns. CPU seconds are user and system time of the whole process; wall time says little on a busy machine.
 *
 * Usage, after a build: `npx tsx bench/import.ts BASELINE CANDIDATE task/metric` gates that pair, and
 * `npx tsx bench/import.ts gigabyte` imports a generated gigabyte, all of it in one samples file.
 */

const ROUNDS = 5;
const FOLDER = join(tmpdir(), 'weighbridge-bench-import');
const CLI = resolve(import.meta.dirname, '../dist/cli.js');
const PYTHON = resolve(import.meta.dirname, 'import.py');

interface Cost {
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
}

/** `time` of GNU, since no process can ask what another one used. */
function measure(command: readonly string[]): Cost {
  const usage = join(FOLDER, 'usage');
  const { status, stderr } = spawnSync('/usr/bin/time', ['-o', usage, '-f', '%e %U %S %M', ...command], {
    encoding: 'utf8',
  });
  if (status === null || status > 2) throw new Error(`${command.join(' ')}: ${stderr}`);
  const [wall = NaN, user = NaN, system = NaN, kilobytes = NaN] = readNumbers(usage);
  return { wall, cpu: user + system, megabytes: kilobytes / 1024 };
}

function readNumbers(file: string): number[] {
  const { stdout } = spawnSync('tail', ['-n', '1', file], { encoding: 'utf8' });
  return stdout.trim().split(' ').map(Number);
}

function compare(commands: Readonly<Record<string, readonly string[]>>, rounds: number): void {
  const costs = new Map(Object.keys(commands).map((name) => [name, [] as Cost[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, command] of Object.entries(commands)) costs.get(name)?.push(measure(command));
  }
  console.log(`load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}, median of ${rounds} (most memory)`);
  for (const [name, each] of costs) {
    const median = (of: (cost: Cost) => number) => each.map(of).sort((a, b) => a - b)[rounds >> 1] ?? NaN;
    const wall = median(({ wall }) => wall).toFixed(2);
    const cpu = median(({ cpu }) => cpu).toFixed(2);
    const most = Math.max(...each.map(({ megabytes }) => megabytes)).toFixed(0);
    console.log(`${name.padEnd(12)} ${wall} s wall, ${cpu} s CPU, ${most} MB`);
  }
}

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

/** Few-shot prompts of 2.5 KB, as those of MMLU; every thousandth document is there twice. */
function writeGigabyte(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const time = '2026-11-21T02-02-49.864881';
  const file = openSync(join(folder, `samples_facts_${time}.jsonl`), 'w');
  const prompt = 'The following are multiple choice questions (with answers).\n\n'.repeat(10);
  let [bytes, rows, right] = [0, 0, 0];
  for (; bytes < 1024 ** 3; rows += 1) {
    const acc = (rows * 7919) % 3 === 0 ? 1 : 0;
    const document = rows % 1000 === 999 ? rows - 1 : rows;
    const line = `${JSON.stringify({
      doc_id: rows,
      doc: { question: `Question ${document}`, choices: ['a', 'b', 'c', 'd'] },
      target: '0',
      arguments: Object.fromEntries(
        ['A', 'B', 'C', 'D'].map((letter, index) => [
          `gen_args_${index}`,
          { arg_0: `${prompt}${document}`, arg_1: ` ${letter}` },
        ]),
      ),
      resps: [[['-2.5', 'False']], [['-0.5', 'True']], [['-3.5', 'False']], [['-4.5', 'False']]],
      filtered_resps: [
        ['-2.5', 'False'],
        ['-0.5', 'True'],
        ['-3.5', 'False'],
        ['-4.5', 'False'],
      ],
      filter: 'none',
      metrics: ['acc'],
      doc_hash: sha(`document ${document}`),
      prompt_hash: sha(`prompt ${document}`),
      target_hash: sha('0'),
      acc,
    })}\n`;
    bytes += writeSync(file, line);
    right += acc;
  }
  closeSync(file);
  const results = {
    results: { facts: { 'acc,none': right / rows } },
    configs: { facts: {} },
    versions: { facts: 1 },
    higher_is_better: { facts: { acc: true } },
    'n-samples': { facts: { original: rows, effective: rows } },
    config: { model: 'hf' },
  };
  writeFileSync(join(folder, `results_${time}.json`), JSON.stringify(results));
}

mkdirSync(FOLDER, { recursive: true });
const out = join(FOLDER, 'out');
const [first, candidate, metric = ''] = process.argv.slice(2);
if (first === 'gigabyte') {
  const gigabyte = join(FOLDER, 'gigabyte');
  if (!existsSync(gigabyte)) writeGigabyte(gigabyte);
  compare(
    {
      weighbridge: [process.execPath, CLI, 'import', gigabyte, '--out', out],
      python: ['python3', PYTHON, gigabyte, 'acc'],
    },
    1,
  );
  rmSync(FOLDER, { recursive: true });
} else if (first !== undefined && candidate !== undefined) {
  const [task, name = ''] = metric.split('/');
  compare(
    {
      weighbridge: [
        ...[process.execPath, CLI, 'gate', '--baseline', first, '--candidate', candidate],
        ...['--max-drop', `${task}/${name}=2pp`, '--out', out],
      ],
      python: ['python3', PYTHON, first, candidate, name],
    },
    ROUNDS,
  );
} else {
  console.error('usage: bench/import.ts BASELINE CANDIDATE task/metric, or bench/import.ts gigabyte');
  process.exitCode = 4;
}
