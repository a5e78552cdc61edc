import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { hideEnvironment } from '../../adapters/process/hidden-environment.ts';
import type { Log } from '../../app/log.ts';
import { messageOf } from '../../core/domain/errors.ts';
import { fencedLog, plainLog } from '../fenced-log.ts';
import { type PlanFile, readPlan } from '../plan-file.ts';
import { requiredVariable } from '../runtime.ts';
import { guardedPaths } from './command-files.ts';
import { cleanEnvironment, reexecute } from './reexecute.ts';
import { supervise, supervisorArguments, writeEnding } from './supervise.ts';

/**
 * Entry point of the step `evaluate`, run three times over. The first process sheds every secret by becoming the second. The
 * second watches over the third, which runs the plan and must be expected to do anything.
 */
const SUPERVISE = '--supervise';
const EVALUATE = '--evaluate';
const SELF = fileURLToPath(import.meta.url);

async function main(log: Log): Promise<number> {
  const { env } = process;
  const plan = await readPlan(
    requiredVariable(env, 'WEIGHBRIDGE_PLAN'),
    requiredVariable(env, 'WEIGHBRIDGE_PLAN_DIGEST'),
  );
  const [, , stage, given] = process.argv;
  switch (stage) {
    case EVALUATE:
      return run(plan, log);
    case SUPERVISE:
      return watch(plan, supervisorArguments.parse(JSON.parse(given ?? '')), log);
    default: {
      const paths = { guarded: guardedPaths(env), output: env.GITHUB_OUTPUT ?? null };
      return reexecute(
        SELF,
        [SUPERVISE, JSON.stringify(paths)],
        cleanEnvironment(env, plan.inputs['env-allow']),
      );
    }
  }
}

async function watch(
  plan: PlanFile,
  { guarded, output }: ReturnType<typeof supervisorArguments.parse>,
  log: Log,
): Promise<number> {
  const { ending, changed } = await supervise({
    ...{ script: SELF, args: [EVALUATE], guarded, timeoutMs: plan.inputs['timeout-minutes'] * 60_000 },
    env: cleanEnvironment(process.env, plan.inputs['env-allow']),
    write: (text) => process.stdout.write(text),
  });
  if (changed.length > 0) {
    log.warn(`the evaluation changed files of the runner, which were restored: ${changed.join(', ')}`);
  }
  await writeEnding(output, ending);
  return ending === 'finished' ? 0 : 1;
}

async function run(plan: PlanFile, log: Log): Promise<number> {
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupt.abort(signal));
  process.chdir(plan.directory);
  // Nothing of the engine is even loaded before the environment is clean.
  const [{ evaluate }, { evaluatePlan }] = await Promise.all([
    import('./evaluation.ts'),
    import('../../app/main.ts'),
  ]);
  return evaluate({ plan, evaluatePlan, log, interrupt: interrupt.signal });
}

// What the third process prints is fenced by the second.
const log = (process.argv[2] === EVALUATE ? plainLog : fencedLog)((text) => process.stdout.write(text));

/** Ends the process once everything is printed, whatever an engine that did not stop still holds open. */
const exit = (code: number) => process.stdout.write('', () => process.exit(code));

// A process that runs out of things to wait for ends on its own, half-way, and must not look as if it had finished.
process.exitCode = 1;
// Each of the three: what `env-allow` names lies in all of them, and where the first cannot be replaced it holds the tokens.
hideEnvironment();
main(log).then(exit, (error: unknown) => {
  log.warn(messageOf(error));
  exit(1);
});
