import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { type Mutation, mutated, mutations } from './fuzz/mutations.ts';
import { SURFACES, type Surface, writeAll } from './fuzz/surfaces.ts';

/**
 * Feeds what strangers write to whatever reads it: no fault of ours, no hang, no pass. Every case is a seed that is whole with a few
 * changes; fast-check makes a case that fails as small as it can, and says how to have it again.
 *
 * Usage: `npm run fuzz [-- --cases 100000 --seed 1 --surface runs --path 17:2]`
 */
const HANG_MS = 5_000;
/** A case that has not ended by then never will: the worker is ended. */
const STUCK_MS = 60_000;
/** How many want each core: a case of 30 ms took 5 s where seventeen did. */
const waiting = (): number => Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
/** Tells a process of ours what it is to do. */
const WORK = 'WEIGHBRIDGE_FUZZ';
const BASE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export interface Request {
  readonly cases: number;
  readonly seed: number;
  /** Where fast-check left off, to have one case again. */
  readonly path?: string;
}

export interface Outcome {
  readonly cases: number;
  /** What was found, with how to have it again; null where nothing was. */
  readonly found: string | null;
}

interface Case {
  readonly seed: number;
  readonly changes: readonly Mutation[];
}

/** Runs cases of one surface in this process. */
export async function fuzz(
  name: string,
  surface: Surface,
  request: Request,
  begins: (each: Case) => void = () => {},
): Promise<Outcome> {
  const seeds = surface.seeds();
  const once = async (each: Case): Promise<number> => {
    const folder = mkdtempSync(join(BASE, 'weighbridge-fuzz-'));
    try {
      const files = mutated(seeds[each.seed % seeds.length] ?? {}, each.changes);
      writeAll(folder, files);
      const start = performance.now();
      await surface.read(folder, files);
      return performance.now() - start;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const property = fc.asyncProperty(
    fc.record({ seed: fc.nat({ max: 99 }), changes: mutations }),
    async (each) => {
      begins(each);
      // A machine may be busy: slow twice is slow, and slow where others wait as well is not.
      const isSlow = async () => (await once(each)) > HANG_MS * waiting();
      if ((await isSlow()) && (await isSlow())) throw new Error(`takes more than ${HANG_MS / 1000} s`);
    },
  );
  const { cases, seed, path } = request;
  const details = await fc.check(property, { seed, numRuns: cases, ...(path === undefined ? {} : { path }) });
  if (!details.failed) return { cases: details.numRuns, found: null };
  const again = `npm run fuzz -- --surface ${name} --seed ${details.seed} --path ${details.counterexamplePath}`;
  return {
    cases: details.numRuns,
    found: `${details.errorInstance instanceof Error ? details.errorInstance.stack : details.errorInstance}\n  case: ${JSON.stringify(details.counterexample)}\n  again: ${again}`,
  };
}

/** The same in a process of its own, which can be ended where a case never ends, and may run out of memory alone. */
function inProcess(name: string, request: Request): Promise<Outcome> {
  const worker = fork(import.meta.filename, [], {
    env: { ...process.env, [WORK]: JSON.stringify({ name, request }) },
    execArgv: [...process.execArgv, '--max-old-space-size=1024'],
  });
  let [last, since, cases] = ['', performance.now(), 0];
  return new Promise((settle) => {
    const end = (outcome: Outcome) => {
      clearInterval(watch);
      settle(outcome);
      worker.kill('SIGKILL');
    };
    const watch = setInterval(() => {
      if (performance.now() - since > STUCK_MS * waiting())
        end({ cases, found: `never ends\n  case: ${last}` });
    }, 1_000);
    worker.on('message', (message: { begins: string } | { outcome: Outcome }) => {
      if ('outcome' in message) return end(message.outcome);
      [last, since] = [message.begins, performance.now()];
      cases += 1;
    });
    worker.on('error', (error) => end({ cases, found: String(error) }));
    worker.on('exit', (code, signal) =>
      end({ cases, found: `the process ended with ${code ?? signal}\n  case: ${last}` }),
    );
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '100000' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      surface: { type: 'string' },
      path: { type: 'string' },
      workers: { type: 'string', default: String(availableParallelism()) },
    },
  });
  const { surface, path } = values;
  const total = Number(values.cases);
  const chosen = Object.entries(SURFACES).filter(([name]) => surface === undefined || name === surface);
  if (chosen.length === 0 || !(total > 0)) throw new Error(`surfaces: ${Object.keys(SURFACES).join(', ')}`);
  const start = performance.now();
  const left = [...chosen];
  const outcomes: Outcome[] = [];
  const take = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [name, { share }] = next;
      const cases = Math.ceil(surface === undefined ? (total * share) / 100 : total);
      const outcome = await inProcess(name, {
        cases,
        seed: Number(values.seed),
        ...(path === undefined ? {} : { path }),
      });
      const seconds = Math.round((performance.now() - start) / 1000);
      console.log(
        `${name}: ${outcome.cases} cases, ${outcome.found ?? 'nothing found'} (after ${seconds} s)`,
      );
      outcomes.push(outcome);
    }
  };
  await Promise.all(Array.from({ length: Number(values.workers) }, take));
  const ran = outcomes.reduce((sum, { cases }) => sum + cases, 0);
  const failed = outcomes.filter(({ found }) => found !== null).length;
  console.log(
    `${ran} cases, seed ${values.seed}: ${failed === 0 ? 'no crash, no hang, no pass' : `${failed} findings`}`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
}

async function work(text: string): Promise<void> {
  const { name, request } = JSON.parse(text) as { name: string; request: Request };
  const surface = SURFACES[name];
  if (surface === undefined) throw new Error(`no surface ${name}`);
  const outcome = await fuzz(name, surface, request, (each) =>
    process.send?.({ begins: JSON.stringify(each) }),
  );
  process.send?.({ outcome });
}

if (process.argv[1] === import.meta.filename) {
  const task = process.env[WORK];
  await (task === undefined ? main() : work(task));
}
