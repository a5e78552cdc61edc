import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { markdownTable } from 'markdown-table';
import type { VerdictFile } from '../src/core/domain/decision.ts';
import type { Comparison } from '../src/report/comparison.ts';

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

const warned = new Set<string>();

/** What it tells of its progress is shown as it comes; a warning once, since all runs are of one suite. */
async function weighbridge(...args: string[]): Promise<{ status: number; stdout: string }> {
  const child = spawn(process.execPath, [join('dist', 'cli.js'), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  const stdout = text(child.stdout);
  for await (const line of createInterface({ input: child.stderr })) {
    if (!warned.has(line)) console.error(line);
    if (line.startsWith('warning: ')) warned.add(line);
  }
  const [status] = await ended;
  return { status: status ?? 1, stdout: await stdout };
}

const percent = (value: number) => `${(100 * value).toFixed(1)} %`;

/** As the gate judged it, where there is one: a sequential test needs fewer samples than were evaluated by the time it looked. */
function cell(
  { tasks, gates = [] }: Pick<VerdictFile, 'tasks'> & Partial<VerdictFile>,
  name: string,
): string {
  const [task, metric] = name.split('/');
  const found =
    gates.find((gate) => gate.task === task && gate.metric === metric) ??
    tasks.find((each) => each.task === task)?.metrics.find((each) => each.metric === metric);
  const estimate = found?.candidate;
  if (estimate === null || estimate === undefined) return 'not evaluated';
  return found?.unit === 'rate' ? percent(estimate.value) : estimate.value.toFixed(3);
}

/** How much of the candidate was evaluated until the verdict was known. */
function share({ tasks }: VerdictFile): string {
  const count = (key: 'evaluated' | 'planned') =>
    tasks.reduce((sum, { samples }) => sum + samples.candidate[key], 0);
  return `${count('evaluated')} of ${count('planned')}`;
}

const started = performance.now();
rmSync(join(ROOT, OUT), { recursive: true, force: true });

console.log('Evaluating the baseline once: four tasks on a real 0.8 M parameter model.\n');
const base = join(OUT, 'base', 'baseline');
const { status } = await weighbridge(
  ...['evaluate', '--role', 'baseline', '--config', CONFIG, '--out', join(OUT, 'base')],
);
if (status !== 0) process.exit(status);
const whole = JSON.parse((await weighbridge('compare', base, base, '--json')).stdout) as Comparison;

const files: VerdictFile[] = [];
for (const { name } of CANDIDATES) {
  console.log(`\nGating ${name}, evaluated until the verdict is known.`);
  const out = join(OUT, name);
  await weighbridge(
    ...['run', '--config', CONFIG, '--out', out],
    ...['--baseline', base, '--candidate', checkpoint(name)],
  );
  files.push(JSON.parse(readFileSync(join(ROOT, out, 'verdict.json'), 'utf8')) as VerdictFile);
}

const rows = [
  ['checkpoint', ...METRICS, 'samples', 'verdict', 'merge'],
  ['base', ...METRICS.map((name) => cell(whole, name)), 'all', '', ''],
  ...files.map((file, index) => [
    CANDIDATES[index]?.name ?? '',
    ...METRICS.map((name) => cell(file, name)),
    share(file),
    file.verdict,
    file.blocked ? 'blocked' : 'allowed',
  ]),
];
console.log(`\n${markdownTable(rows)}\n`);
for (const [index, file] of files.entries()) console.log(`${CANDIDATES[index]?.name}: ${file.summary}`);
const seconds = (performance.now() - started) / 1000;
const [page, comment] = ['report.html', 'comment.md'].map((name) =>
  relative('.', join(ROOT, OUT, 'candidate-forgetful', name)),
);
console.log(
  `\n${seconds.toFixed(0)} s. On the forgetful one, the comment that a reviewer would read: ${comment}, and the whole report: ${page}`,
);

const surprises = files.filter((file, index) => file.verdict !== CANDIDATES[index]?.expected);
if (surprises.length > 0) {
  console.error(
    `expected ${CANDIDATES.map(({ expected }) => expected)}, got ${files.map(({ verdict }) => verdict)}`,
  );
  process.exit(1);
}
