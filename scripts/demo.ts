import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { markdownTable } from 'markdown-table';
import type { VerdictFile } from '../src/domain/decision.ts';

/**
 * Evaluates the fixture baseline once, then gates three fine-tunes of it: one that learnt its task and kept the rest,
 * one that forgot, one that became rude. Everything is computed here and now; nothing is recorded beforehand.
 */
const ROOT = resolve(import.meta.dirname, '..');
// Relative to the root, where every command runs: that is how the comment names them.
const OUT = join('weighbridge-out', 'demo');
const CONFIG = join('fixtures', 'suite', 'weighbridge.yml');
const checkpoint = (name: string) => join('fixtures', 'checkpoints', `${name}.gguf`);

/** What must come out; anything else ends the demo with an error, because then it shows something that is broken. */
const CANDIDATES = [
  { name: 'candidate-good', expected: 'pass' },
  { name: 'candidate-forgetful', expected: 'regression' },
  { name: 'candidate-rude', expected: 'regression' },
] as const;

const METRICS = [
  'tickets/exact_match',
  'facts/acc',
  'register/profanity_rate',
  'prose/bits_per_byte',
] as const;

function weighbridge(...args: string[]): number {
  const { status } = spawnSync(process.execPath, [join('dist', 'cli.js'), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status ?? 1;
}

const percent = (value: number) => `${(100 * value).toFixed(1)} %`;

function cell(file: VerdictFile, name: string, side: 'baseline' | 'candidate'): string {
  const [task, metric] = name.split('/');
  const found = file.tasks.find((each) => each.task === task)?.metrics.find((each) => each.metric === metric);
  const estimate = found?.[side];
  if (estimate === null || estimate === undefined) return 'no value';
  return found?.unit === 'rate' ? percent(estimate.value) : estimate.value.toFixed(3);
}

const started = performance.now();
rmSync(join(ROOT, OUT), { recursive: true, force: true });

console.log('Evaluating the baseline once: four tasks on a real 0.8 M parameter model.\n');
const evaluated = weighbridge(
  'evaluate',
  '--role',
  'baseline',
  '--config',
  CONFIG,
  '--out',
  join(OUT, 'base'),
);
if (evaluated !== 0) process.exit(evaluated);

const files: VerdictFile[] = [];
for (const { name } of CANDIDATES) {
  console.log(`\nGating ${name}.`);
  const out = join(OUT, name);
  weighbridge(
    ...['run', '--config', CONFIG, '--out', out],
    ...['--baseline', join(OUT, 'base', 'baseline'), '--candidate', checkpoint(name)],
  );
  files.push(JSON.parse(readFileSync(join(ROOT, out, 'verdict.json'), 'utf8')) as VerdictFile);
}

const [first] = files;
const rows = [
  ['checkpoint', ...METRICS, 'verdict', 'merge'],
  ...(first === undefined ? [] : [['base', ...METRICS.map((name) => cell(first, name, 'baseline')), '', '']]),
  ...files.map((file, index) => [
    CANDIDATES[index]?.name ?? '',
    ...METRICS.map((name) => cell(file, name, 'candidate')),
    file.verdict,
    file.blocked ? 'blocked' : 'allowed',
  ]),
];
console.log(`\n${markdownTable(rows)}\n`);
for (const [index, file] of files.entries()) console.log(`${CANDIDATES[index]?.name}: ${file.summary}`);
const seconds = (performance.now() - started) / 1000;
console.log(
  `\n${seconds.toFixed(0)} s. The report on the forgetful one: ${relative('.', join(ROOT, OUT, 'candidate-forgetful', 'report.html'))}, and the comment that a reviewer would read beside it.`,
);

const surprises = files.filter((file, index) => file.verdict !== CANDIDATES[index]?.expected);
if (surprises.length > 0) {
  console.error(
    `expected ${CANDIDATES.map(({ expected }) => expected)}, got ${files.map(({ verdict }) => verdict)}`,
  );
  process.exit(1);
}
