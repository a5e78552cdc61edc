import { readdirSync } from 'node:fs';
import { register } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { vi as vitest } from 'vitest';

export { expect } from 'vitest';

/*
 * Tries mutants without loading the tests anew: Stryker's mutants are all in the code at once and one is on, so that a test that is in
 * memory needs only to be called again. Vitest loads its files for each mutant, which takes a second, and a core has thousands.
 *
 * Stands in for `vitest` in the tests, with the part of it that they use. Node alone resolves modules, so `vi.mock` does nothing.
 */

/** What mutants have to get past: the unit tests of the rooms that are mutated, and those of whole attacks. */
const ROOMS = ['core/compare/', 'core/decide/', 'app/policy', 'app/judge', 'action/', 'red-team/'];

/** How long a mutant is tried, in milliseconds; the quickest tests are first. */
const BUDGET = Number(process.env.MUTATION_BUDGET ?? 2000);

type Body = (...args: unknown[]) => unknown;
type Hook = 'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll';

interface Suite {
  readonly parent: Suite | null;
  readonly name: string;
  readonly hooks: Readonly<Record<Hook, Body[]>>;
}

interface Test {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly suite: Suite;
  readonly body: Body;
  timeSpentMs: number;
}

const tests: Test[] = [];
let file = '';
let suite = suiteIn(null, '');
let finishers: Body[] = [];

function suiteIn(parent: Suite | null, name: string): Suite {
  return { parent, name, hooks: { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] } };
}

const suitesOf = (inner: Suite): Suite[] => [...(inner.parent === null ? [] : suitesOf(inner.parent)), inner];
const bodyOf = (args: readonly unknown[]) => args.find((arg) => typeof arg === 'function') as Body;

function declare(name: string, ...args: unknown[]): void {
  const names = [...suitesOf(suite).map((outer) => outer.name), name];
  const id = `${file}#${tests.length}`;
  tests.push({ id, name: names.join(' ').trim(), file, suite, body: bodyOf(args), timeSpentMs: 0 });
}

function group(name: string, ...args: unknown[]): void {
  suite = suiteIn(suite, name);
  bodyOf(args)();
  suite = suite.parent ?? suite;
}

const nothing = () => undefined;
const ofRows =
  (one: (name: string, body: Body) => void) =>
  (rows: Iterable<unknown>) =>
  (name: string, ...args: unknown[]) => {
    for (const row of rows) {
      const cells = Array.isArray(row) ? row : [row];
      one(format(name, ...cells), () => bodyOf(args)(...cells));
    }
  };
const withVariants = (one: typeof declare) =>
  Object.assign(one, {
    each: ofRows(one),
    skip: nothing,
    skipIf: (isSkipped: unknown) => (isSkipped ? nothing : one),
    runIf: (isRun: unknown) => (isRun ? one : nothing),
  });

export const test = withVariants(declare);
export const describe = withVariants(group);
const hook = (name: Hook) => (body: Body) => suite.hooks[name].push(body);
export const beforeAll = hook('beforeAll');
export const beforeEach = hook('beforeEach');
export const afterEach = hook('afterEach');
export const afterAll = hook('afterAll');

/** Variables before a test changed them; Vitest's own stubs ask the worker that it starts. */
const before = new Map<string, string | undefined>();
function setVariable(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
export const vi = {
  ...vitest,
  stubEnv(name: string, value: string | undefined) {
    if (!before.has(name)) before.set(name, process.env[name]);
    setVariable(name, value);
    return this;
  },
  unstubAllEnvs() {
    for (const [name, value] of before) setVariable(name, value);
    before.clear();
  },
};
export const onTestFinished = (body: Body) => finishers.push(body);

class Skipped extends Error {}

/** @returns how it ended, or why it failed */
async function run(test: Test, entered: Set<Suite>): Promise<TestStatus | string> {
  try {
    await call(test, entered);
    return TestStatus.Success;
  } catch (error) {
    if (error instanceof Skipped) return TestStatus.Skipped;
    return String(error instanceof Error ? error.message || error.stack : error) || 'failed';
  }
}

async function call({ suite: inner, body }: Test, entered: Set<Suite>): Promise<void> {
  const suites = suitesOf(inner);
  const skip = () => {
    throw new Skipped();
  };
  finishers = [];
  try {
    for (const outer of suites) {
      if (entered.has(outer)) continue;
      entered.add(outer);
      for (const each of outer.hooks.beforeAll) await each();
    }
    for (const each of suites.flatMap(({ hooks }) => hooks.beforeEach)) {
      const after = await each();
      if (typeof after === 'function') finishers.push(after as Body);
    }
    await body({ skip });
  } finally {
    for (const each of [...suites.flatMap(({ hooks }) => hooks.afterEach), ...finishers]) await each();
  }
}

class InProcessRunner implements TestRunner {
  static readonly inject: [] = [];
  readonly #stryker: { -readonly [K in keyof InstrumenterContext]: InstrumenterContext[K] | undefined };
  /** Whether what a mutant left in memory makes a test fail without it. */
  #isSpoilt = false;
  #isFresh = true;

  constructor() {
    const globals = globalThis as unknown as Record<string, InstrumenterContext>;
    this.#stryker = globals[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    const mine = JSON.stringify(import.meta.url);
    const resolve = `export const resolve = (name, context, next) => next(name === 'vitest' ? ${mine} : name, context)`;
    register(`data:text/javascript,${encodeURIComponent(resolve)}`);
    const load = (name: string) => import(pathToFileURL(path.resolve(name)).href);
    await load('test/support/property-seed.ts');
    await load('test/support/no-job.ts');
    fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
    const named = process.env.MUTATION_TESTS?.split(' ') ?? ROOMS;
    const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
      .filter((each) => /^[^.]+(\.(integration|simulation))?\.test\.ts$/.test(path.basename(each)))
      .filter((each) => named.some((room) => each.startsWith(room)))
      .map((each) => path.join('test', each));
    for (file of files.sort()) {
      suite = suiteIn(null, '');
      await load(file);
    }
  }

  /** @param until when no further test is begun, in milliseconds of the clock; absent for a run that goes on after a failure */
  async #runAll(chosen: readonly Test[], until?: number): Promise<TestResult[]> {
    const entered = new Set<Suite>();
    const results: TestResult[] = [];
    for (const each of chosen) {
      const start = performance.now();
      if (until !== undefined && start > until) break;
      this.#stryker.currentTestId = each.id;
      const status = await run(each, entered);
      each.timeSpentMs = performance.now() - start;
      const { id, name, timeSpentMs } = each;
      const about = { id, name, timeSpentMs, fileName: path.resolve(each.file) };
      if (status === TestStatus.Success || status === TestStatus.Skipped) results.push({ ...about, status });
      else {
        results.push({ ...about, status: TestStatus.Failed, failureMessage: String(status) });
        if (until !== undefined) break;
      }
    }
    this.#stryker.currentTestId = undefined;
    for (const each of [...entered].reverse().flatMap(({ hooks }) => hooks.afterAll)) await each();
    return results;
  }

  async dryRun(): Promise<DryRunResult> {
    this.#stryker.activeMutant = undefined;
    const results = await this.#runAll(tests);
    const { mutantCoverage } = this.#stryker;
    return {
      status: DryRunStatus.Complete,
      tests: results,
      ...(mutantCoverage === undefined ? {} : { mutantCoverage }),
    };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    // Stryker tries it again in another process.
    if (this.#isSpoilt) throw new Error('What an earlier mutant left in memory fails the tests.');
    const isFresh = this.#isFresh;
    this.#isFresh = false;
    const { activeMutant, hitLimit, testFilter } = options;
    const ids = testFilter === undefined ? null : new Set(testFilter);
    const chosen = tests
      .filter(({ id }) => ids === null || ids.has(id))
      .sort((a, b) => a.timeSpentMs - b.timeSpentMs);
    Object.assign(this.#stryker, { hitCount: 0, hitLimit, activeMutant: activeMutant.id });
    const results = await this.#runAll(chosen, performance.now() + BUDGET);
    const timeout = determineHitLimitReached(this.#stryker.hitCount ?? 0, hitLimit);
    Object.assign(this.#stryker, { activeMutant: undefined, hitLimit: undefined });
    const failed = results.find(({ status }) => status === TestStatus.Failed);
    const killer = tests.find(({ id }) => id === failed?.id);
    if (killer !== undefined) {
      const [again] = await this.#runAll([killer]);
      this.#isSpoilt = again?.status === TestStatus.Failed;
      if (this.#isSpoilt && !isFresh)
        throw new Error('What an earlier mutant left in memory fails the tests.');
    }
    return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests: results });
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
