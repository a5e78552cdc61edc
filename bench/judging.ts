/**
 * What it costs to judge plain tables of so many samples a side, beside what one would write by hand with Python's `json` and numpy, with
 * DuckDB and with errorbars, on the same files. Writes docs/reference/benchmarks.md. Usage, after a build, some four minutes on two
 * processors up to ten million samples, with 1.6 GB of disk:
 *
 *     WEIGHBRIDGE_PYTHON=python3 npm run bench:judging -- 10000 100000 1000000 10000000
 *
 * That Python needs numpy, and what else is to be measured of `pip install numpy duckdb errorbars`.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { machine, writePart } from './engine/document.ts';

const PYTHON = process.env.WEIGHBRIDGE_PYTHON ?? 'python3';
const SCRIPT = resolve(import.meta.dirname, 'judging.py');
const CLI = resolve(import.meta.dirname, '../dist/cli.js');
const SIZES = process.argv.slice(2).map(Number);
const sizes = SIZES.length > 0 ? SIZES : [10_000, 100_000, 1_000_000];
/** Its time grows nearly with the square of the samples: 300 thousand took three minutes. */
const MOST_FOR_ERRORBARS = 100_000;
const folder = mkdtempSync(join(tmpdir(), 'weighbridge-bench-judging-'));

interface Cost {
  /** User and system time of the whole process. */
  readonly seconds: number;
  readonly megabytes: number;
}

/** `time` of GNU, since no process can ask what another one used. */
function costOf(command: readonly string[]): Cost {
  const usage = join(folder, 'usage');
  const { status, stderr } = spawnSync('/usr/bin/time', ['-o', usage, '-f', '%U %S %M', ...command], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  // 1 is a regression; anything greater, or a signal, is no judgement.
  if (status === null || status > 1) throw new Error(`${command.join(' ')}: ${stderr.slice(-2000)}`);
  const [user = NaN, system = NaN, kilobytes = NaN] =
    readFileSync(usage, 'utf8').trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  return { seconds: user + system, megabytes: (kilobytes * 1024) / 1e6 };
}

/** 0/1 scores, of which of each hundred eight fall and seven rise. @param isWide with what else may be said of a sample in few letters */
function writeTable(model: 'baseline' | 'candidate', samples: number, isWide: boolean): string {
  const path = join(folder, `${model}.jsonl`);
  const file = openSync(path, 'w');
  let lines = '';
  for (let sample = 0; sample < samples; sample += 1) {
    const place = (sample * 7919) % 100;
    const before = place < 65 ? 1 : 0;
    const isFlip = model === 'candidate' && (place < 8 || place >= 93);
    const score = isFlip ? 1 - before : before;
    const more = { group: `g${sample % 57}`, cluster: `c${sample >> 1}`, weight: 1 + (sample % 3) };
    const row = { model, task: 'facts', id: `q${sample}`, metric: 'acc', score, ...(isWide ? more : {}) };
    lines += `${JSON.stringify(row)}\n`;
    if (lines.length < 1_000_000 && sample < samples - 1) continue;
    writeSync(file, lines);
    lines = '';
  }
  closeSync(file);
  return path;
}

const versions: Readonly<Record<string, string | null>> = JSON.parse(
  execFileSync(PYTHON, [SCRIPT, 'versions'], { encoding: 'utf8' }),
);
const byPython = (how: string) => (baseline: string, candidate: string) => [
  ...[PYTHON, SCRIPT, how],
  ...[baseline, candidate],
];
const gate = (baseline: string, candidate: string) => [
  ...[process.execPath, CLI, 'gate', '--baseline', baseline, '--candidate', candidate],
  ...['--max-drop', 'facts/acc=2pp', '--out', join(folder, 'out')],
];
const ways: Readonly<Record<string, (baseline: string, candidate: string) => readonly string[]>> = {
  '`json` and numpy': byPython('json'),
  ...(versions.duckdb === null ? {} : { DuckDB: byPython('duckdb') }),
  ...(versions.errorbars === null ? {} : { errorbars: byPython('errorbars') }),
  '`weighbridge gate`': gate,
};
const WIDE = '`weighbridge gate`, groups, clusters and weights';

/** Slope of log seconds over log samples, by least squares. */
function growthOf(costs: readonly (Cost | null)[]): number {
  const points = costs.flatMap((cost, index) =>
    cost === null ? [] : [[Math.log(sizes[index] ?? NaN), Math.log(cost.seconds)] as const],
  );
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const products = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return products / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

try {
  const found = new Map([...Object.keys(ways), WIDE].map((name) => [name, [] as (Cost | null)[]]));
  for (const [size, isWide] of sizes.flatMap((each) => [[each, false] as const, [each, true] as const])) {
    const [baseline, candidate] = [
      writeTable('baseline', size, isWide),
      writeTable('candidate', size, isWide),
    ];
    for (const [name, way] of isWide ? [[WIDE, gate] as const] : Object.entries(ways)) {
      if (name === 'errorbars' && size > MOST_FOR_ERRORBARS) {
        found.get(name)?.push(null);
        continue;
      }
      const cost = costOf(way(baseline, candidate));
      found.get(name)?.push(cost);
      console.error(`${size} ${name}: ${cost.seconds.toFixed(2)} s, ${cost.megabytes.toFixed(0)} MB`);
    }
  }
  const [first = []] = found.values();
  const rows = [...found].map(([name, costs]) => {
    const cells = costs.map((cost, index) => {
      if (cost === null) return 'not measured';
      const ratio = cost.seconds / (first[index]?.seconds ?? NaN);
      return `${cost.seconds.toPrecision(3)} s (${ratio.toPrecision(2)}), ${cost.megabytes.toFixed(0)} MB`;
    });
    return `| ${name} | ${cells.join(' | ')} | ${growthOf(costs).toFixed(2)} |`;
  });
  const tools = Object.entries(versions).flatMap(([name, version]) =>
    version === null ? [] : `${name} ${version}`,
  );
  writePart(
    'judging',
    `## Judging plain tables

${machine(tools)} By \`npm run bench:judging\`: tables of JSONL with the columns model, task, id, metric and score, in the last
row with 57 groups, clusters of two and weights besides, by samples a side. User and system seconds of the whole process (in brackets those of \`json\` and numpy times so many), its peak memory, and the
exponent with which seconds grow over these sizes. The other three print one difference with its error; \`gate\` also holds every line to
its rules, refuses what is there twice, tests the limit, and writes verdict, comment and report.

| | ${sizes.map((size) => size.toLocaleString('en')).join(' | ')} | growth |
| :- | ${sizes.map(() => '-: | ').join('')}-: |
${rows.join('\n')}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
