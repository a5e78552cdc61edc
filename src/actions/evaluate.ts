import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { messageOf } from '../domain/errors.ts';
import { cleanEnvironment } from './environment.ts';
import { fencedLog } from './fenced-log.ts';
import { required } from './host.ts';
import { readPlan } from './plan-file.ts';
import { reexecute } from './reexecute.ts';

/** Entry point of the step `evaluate`: first sheds every secret, then runs the plan. */
const CLEAN = '--clean-environment';

async function main(): Promise<number> {
  const { env } = process;
  const plan = await readPlan(required(env, 'WEIGHBRIDGE_PLAN'), required(env, 'WEIGHBRIDGE_PLAN_DIGEST'));
  if (!process.argv.includes(CLEAN)) {
    return reexecute(fileURLToPath(import.meta.url), [CLEAN], cleanEnvironment(env, plan.envAllow));
  }
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupt.abort(signal));
  process.chdir(plan.directory);
  // Nothing of the engine is even loaded before the environment is clean.
  const [{ evaluate }, pipeline] = await Promise.all([import('./evaluation.ts'), import('../main.ts')]);
  return evaluate({ plan, pipeline, log, interrupt: interrupt.signal });
}

const log = fencedLog((text) => process.stdout.write(text));

/** Ends the process once everything is printed, whatever an engine that did not stop still holds open. */
const exit = (code: number) => process.stdout.write('', () => process.exit(code));

// A process that runs out of things to wait for ends on its own, half-way, and must not look as if it had finished.
process.exitCode = 1;
main().then(exit, (error: unknown) => {
  log.warn(messageOf(error));
  exit(1);
});
