import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * What `gate` takes on generated results: peak memory and time of the whole process, by how many samples a side has.
 *
 * Usage, after a build: `npx tsx bench/memory.ts [SAMPLES] [HEAP_MB] [CLI]`. Node chooses the heap where none is given.
 */

const FOLDER = join(tmpdir(), `weighbridge-bench-memory-${process.pid}`);
const samples = Number(process.argv[2] ?? 200_000);
const heap = process.argv[3] || undefined;
const cli = resolve(process.argv[4] ?? join(import.meta.dirname, '../dist/cli.js'));

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

const WORDS =
  'the a capital of lies north river because answer is therefore which city we find that it was so'.split(
    ' ',
  );

/** Answers of about 300 characters, no two alike. */
function answerOf(sample: number, side: string): string {
  const words = Array.from(
    { length: 60 },
    (_, place) => WORDS[(sample * 31 + place * place * 7) % WORDS.length],
  );
  return `${side} ${sample}: ${words.join(' ')}.`;
}

/** 0/1 scores of 57 subjects; of each hundred samples eight fall and seven rise. */
function writeSide(side: 'baseline' | 'candidate'): void {
  const folder = join(FOLDER, side, 'facts');
  mkdirSync(folder, { recursive: true });
  const file = openSync(join(folder, 'samples.jsonl'), 'w');
  let lines = '';
  for (let sample = 0; sample < samples; sample += 1) {
    const place = (sample * 7919) % 100;
    const before = place < 65 ? 1 : 0;
    const flips = place < 8 || place >= 93;
    const line = {
      id: sha(`document ${sample}`),
      index: sample,
      input_digest: sha(`prompt ${sample}`),
      target_digest: sha(`target ${sample}`),
      scores: { acc: side === 'candidate' && flips ? 1 - before : before },
      group: `subject ${sample % 57}`,
      output: answerOf(sample, side),
      usage: { prompt_tokens: 300, output_tokens: 80 },
    };
    lines += `${JSON.stringify(line)}\n`;
    if (lines.length > 1_000_000 || sample === samples - 1) {
      writeSync(file, lines);
      lines = '';
    }
  }
  closeSync(file);
  const record = {
    ...{ schema_version: 1, side, task: 'facts', task_role: 'general', primary_metric: 'acc', seed: 0 },
    metrics: [
      {
        ...{ name: 'acc', direction: 'higher_is_better', kind: 'mean', unit: 'rate' },
        ...{ range: { min: 0, max: 1 }, scale: 'linear', weak: false },
      },
    ],
    fingerprint: { dataset: 'generated' },
    model: {
      ...{ source: `${side}.gguf`, digest: side, adapter_digest: null },
      ...{ architecture: null, parameter_count: null, quantization: null },
    },
    ...{ planned: samples, status: { state: 'complete' } },
    ...{ started: '2026-01-01T00:00:00Z', finished: '2026-01-01T00:01:00Z' },
  };
  writeFileSync(join(folder, 'run.json'), JSON.stringify(record));
}

try {
  for (const side of ['baseline', 'candidate'] as const) writeSide(side);
  const usage = join(FOLDER, 'usage');
  const { status, stderr } = spawnSync(
    '/usr/bin/time',
    [
      ...['-o', usage, '-f', '%e %U %S %M', process.execPath],
      ...(heap === undefined ? [] : [`--max-old-space-size=${heap}`]),
      ...[cli, 'gate', '--baseline', join(FOLDER, 'baseline'), '--candidate', join(FOLDER, 'candidate')],
      ...['--max-drop', 'facts/acc=2pp', '--out', join(FOLDER, 'out')],
    ],
    { encoding: 'utf8' },
  );
  // 1 is a regression; anything greater, or a signal, is no judgement.
  if (status === null || status > 1) throw new Error(`gate ended with ${status}: ${stderr.slice(-2000)}`);
  const { stdout } = spawnSync('tail', ['-n', '1', usage], { encoding: 'utf8' });
  const [wall = NaN, user = NaN, system = NaN, kilobytes = NaN] = stdout.trim().split(' ').map(Number);
  console.log(
    JSON.stringify({
      samples,
      heap: heap ?? 'default',
      wallSeconds: wall,
      cpuSeconds: Number((user + system).toFixed(2)),
      peakMegabytes: Math.round((kilobytes * 1024) / 1e6),
      load: loadavg()[0],
      node: process.version,
    }),
  );
} finally {
  rmSync(FOLDER, { recursive: true, force: true });
}
