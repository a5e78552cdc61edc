/**
 * Engines beside what one would write by hand, and beside lm-evaluation-harness, on the same items and weights in one run. Writes
 * docs/reference/benchmarks.md. Usage, after a build and `npm run test:slow`, which fetches the model, lm_eval and llama.cpp's
 * server; ten minutes of one quiet processor:
 *
 *     npm run bench:engine
 */

import { basename } from 'node:path';
import process from 'node:process';
import { builtLlamaServer, fetchedSmolLm2 } from '../scripts/llama-server.ts';
import { findEnginePackage } from '../src/tasks/engines/llama-cpp/engine-package.ts';
import { installEngine } from '../src/tasks/engines/llama-cpp/install.ts';
import type { Library } from '../src/tasks/engines/llama-cpp/library.ts';
import { machine, writePart } from './engine/document.ts';
import { hellaswag, type Items, mmlu, type Row } from './engine/items.ts';
import { byLmEval, furthest, likelihoods, openServer, unpacked } from './engine/others.ts';
import { asGiven, evaluated, openModel } from './engine/paths.ts';
import { openRawLoop, type RawLoop } from './engine/raw-loop.ts';
import { cpuRate, rate, type Taken, timed } from './engine/timing.ts';

const [SUBJECTS, EACH, ASKED_BEFORE] = [4, 9, 2];
const HELLASWAG = 16;
/** Of so many questions the log-likelihoods are held against lm_eval's. */
const COMPARED = 8;
/** Looks of the sequential run are so many samples apart: one question a subject, about as MMLU's own. */
const EVERY = SUBJECTS;
/** One thread: what other programs do moves its figures least. */
const THREADS = 1;

const [model, server] = [fetchedSmolLm2(), builtLlamaServer()];
if (model === null || server === null) {
  console.error('SmolLM2 or llama-server is missing: run `npx tsx scripts/llama-server.ts`');
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

/** Rows of a table of ways, each with its questions a CPU second as a multiple of another's. */
class Ways {
  readonly rows: string[] = [];

  say(what: string, taken: Taken, base: Taken): void {
    const { questions, engineShare } = taken;
    const share = engineShare === null ? '' : `${(100 * engineShare).toFixed(0)} %`;
    const numbers = [rate(taken), cpuRate(taken), cpuRate(taken) / cpuRate(base)];
    this.rows.push(
      `| ${[what, questions, ...numbers.map((each) => each.toPrecision(3)), share].join(' | ')} |`,
    );
    console.error(this.rows.at(-1));
  }
}

const [items, endings] = [mmlu(SUBJECTS, EACH), hellaswag(HELLASWAG)];

async function besideByHand(path: string): Promise<string> {
  const ways = new Ways();
  const some = items.rows.filter(
    (row, at) =>
      items.rows.slice(0, at).filter(({ subject }) => subject === row.subject).length < ASKED_BEFORE,
  );
  const forgetful = await openModel(path, THREADS, false);
  const before = await asGiven(forgetful, some);
  await forgetful.close();
  ways.say('MMLU, in random order, nothing kept (before)', before.taken, before.taken);

  const raw = await openRawLoop(library, path, THREADS);
  const whole = await afresh(path, items, null);
  ways.say('MMLU, a run in full', whole.taken, before.taken);
  const byHand = await rawly(raw, sorted(items.rows));
  ways.say('MMLU, raw loop in sorted order', byHand, before.taken);
  const inBlocks = await afresh(path, items, EVERY);
  ways.say(`MMLU, a sequential run that looks every ${EVERY} samples`, inBlocks.taken, before.taken);
  const hand = await rawly(raw, sorted(endings.rows));
  ways.say('HellaSwag, raw loop', hand, hand);
  const own = await afresh(path, endings, null);
  ways.say('HellaSwag, a run in full', own.taken, hand);
  await raw.dispose();

  for (const [id, digest] of before.digests) same(id, digest, whole.digests.get(id));
  for (const [id, digest] of whole.digests) same(id, String(digest), inBlocks.digests.get(id));
  const share = (taken: Taken, other: Taken) => ((100 * cpuRate(taken)) / cpuRate(other)).toFixed(0);
  return `Items: ${items.from}, ${items.rows.length} of ${SUBJECTS} subjects after five solved ones of the subject (${EACH} of each; a whole MMLU has about 240 of
each, and gains more); ${endings.from}, ${endings.rows.length}. A run is the whole way: data set, prompts, engine process, records, files.
The log-likelihoods of all choices were equal to the last bit on all ways.

| way | questions | a second | a CPU second | ratio of the latter | in the engine |
| :- | -: | -: | -: | -: | -: |
${ways.rows.join('\n')}

The last column is the share of wall time in which the engine's process computes. The raw loop does nothing but evaluate: of its
questions a CPU second a run reaches ${share(whole.taken, byHand)} % on MMLU and ${share(own.taken, hand)} % on HellaSwag.`;
}

/** Each engine's whole run on the same items, beside lm_eval's on the same weights. */
async function besideLmEval(path: string, llamaServer: string): Promise<string> {
  const ways = new Ways();
  const apart: string[] = [];
  const { hf, f32, q8 } = unpacked(path);
  for (const asked of [items, endings]) {
    const theirs = byLmEval(hf, asked, THREADS);
    ways.say(`${asked.name}, lm_eval \`hf\`, F32`, theirs.taken, theirs.taken);
    for (const [what, open] of [
      ['embedded engine, F32', () => openModel(f32, THREADS, true)],
      ['embedded engine, Q8_0', () => openModel(q8, THREADS, true)],
      ['embedded engine, Q4_1', () => openModel(path, THREADS, true)],
      ["llama.cpp's server over HTTP, Q4_1", () => openServer(llamaServer, path, THREADS)],
    ] as const) {
      const opened = await open();
      const { taken } = await evaluated(opened, asked, null);
      ways.say(`${asked.name}, ${what}`, taken, theirs.taken);
      const off = furthest(await likelihoods(opened, asked.rows.slice(0, COMPARED)), theirs.likelihoods);
      apart.push(`${off.toPrecision(2)} (${asked.name}, ${what})`);
      await opened.close();
    }
  }
  return `The same items by lm-evaluation-harness 0.4.13 with \`hf\` and a batch of one, without what it takes to load, and by
each engine, as whole runs. The other forms of the weights are made from the Q4_1.

| way | questions | a second | a CPU second | ratio of the latter | in the engine |
| :- | -: | -: | -: | -: | -: |
${ways.rows.join('\n')}

On the first ${COMPARED} of each the log-likelihoods of a choice differ from lm_eval's by at most ${apart.join(', ')} nats. For lm_eval the last column is the share of the model's own call.`;
}

/** By a model that holds no beginning of an earlier run. */
async function afresh(path: string, asked: Items, every: number | null) {
  const opened = await openModel(path, THREADS, true);
  const run = await evaluated(opened, asked, every);
  await opened.close();
  return run;
}

function same(id: string, one: string, other: string | undefined): void {
  if (one !== other) throw new Error(`${id} has other log-likelihoods on another way`);
}

/** In this process: no other computes. */
async function rawly(raw: RawLoop, rows: readonly Row[]): Promise<Taken> {
  return { ...(await timed(rows.length, () => raw.ask(rows))), engineShare: null };
}

const parts = [await besideByHand(model), await besideLmEval(model, server)];
writePart(
  'engine',
  `## Engines

${machine(VERSIONS)} By \`npm run bench:engine\`, with ${THREADS} thread.

### Beside a loop by hand

${parts[0]}

### Beside lm-evaluation-harness

${parts[1]}`,
);
process.exit(0);
