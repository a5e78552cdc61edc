/**
 * What `gate` takes on corpus metrics of plain tables of which no two rows are alike: user and system seconds, wall time and peak memory of the
 * whole process.
 *
 * Usage, after a build: `npx tsx bench/corpus.ts [SAMPLES] [METRIC…] [CLI]`, a file of JavaScript being the latter.
 */

import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { mulberry32 } from '../src/core/stats/random.ts';

const [samples = 1_000_000] = process.argv
  .slice(2)
  .flatMap((each) => (/^\d+$/.test(each) ? Number(each) : []));
const cli = resolve(
  process.argv.slice(2).find((each) => each.endsWith('.js')) ?? join(import.meta.dirname, '../dist/cli.js'),
);
const asked = process.argv.slice(2).filter((each) => /^[a-z]\w*$/.test(each));
const metrics = asked.length > 0 ? asked : ['rmse', 'auc', 'spearman', 'kendall', 'f1_macro', 'ece'];
const folder = mkdtempSync(join(tmpdir(), 'weighbridge-bench-corpus-'));

const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** What a row says of a sample whose truth is `right`, a standard normal number. */
function rowOf(metric: string, right: number, random: () => number) {
  const said = right + normal(random) / 2;
  const label = Math.floor(1000 * Math.abs(right)) % 5;
  const guess = random() < 0.8 ? label : (label + 1) % 5;
  switch (metric) {
    case 'auc':
    case 'average_precision':
      return { score: said, target: right > 0.5 ? 'yes' : 'no', output: said > 0.5 ? 'yes' : 'no' };
    case 'ece':
    case 'f1_macro':
      return {
        score: metric === 'ece' ? (1 + random()) / 2 : null,
        target: `c${label}`,
        output: `c${guess}`,
      };
    default:
      return { score: null, target: right, output: String(said) };
  }
}

function writeTable(model: 'baseline' | 'candidate', metric: string): string {
  const path = join(folder, `${model}.jsonl`);
  const file = openSync(path, 'w');
  const [truth, own] = [mulberry32(1), mulberry32(model === 'baseline' ? 2 : 3)];
  let lines = '';
  for (let sample = 0; sample < samples; sample += 1) {
    const row = { model, task: 'task', id: `q${sample}`, metric, ...rowOf(metric, normal(truth), own) };
    lines += `${JSON.stringify(row)}\n`;
    if (lines.length < 1_000_000 && sample < samples - 1) continue;
    writeSync(file, lines);
    lines = '';
  }
  closeSync(file);
  return path;
}

try {
  for (const metric of metrics) {
    const [baseline, candidate] = [writeTable('baseline', metric), writeTable('candidate', metric)];
    const usage = join(folder, 'usage');
    const { status, stderr } = spawnSync(
      '/usr/bin/time',
      [
        ...['-o', usage, '-f', '%e %U %S %M', process.execPath, cli, 'gate'],
        ...['--baseline', baseline, '--candidate', candidate],
        ...['--max-drop', `task/${metric}=0.02`, '--out', join(folder, 'out')],
      ],
      { encoding: 'utf8' },
    );
    // 1 is a regression and 2 undecided; anything greater, or a signal, is no judgement.
    if (status === null || status > 2) throw new Error(`gate ended with ${status}: ${stderr.slice(-2000)}`);
    const [wall = NaN, user = NaN, system = NaN, kilobytes = NaN] =
      readFileSync(usage, 'utf8').trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
    const cpuSeconds = Number((user + system).toFixed(2));
    const peakMegabytes = Math.round((kilobytes * 1024) / 1e6);
    console.log(
      JSON.stringify({ metric, samples, wallSeconds: wall, cpuSeconds, peakMegabytes, load: loadavg()[0] }),
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
