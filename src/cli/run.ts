import { join } from 'node:path';
import { findBaselines } from '../app/baselines/choose.ts';
import type { FoundBaselines } from '../app/baselines/find.ts';
import { evaluateCheckpoints } from '../app/evaluate.ts';
import { recordIfAsked } from '../app/history.ts';
import { judge } from '../app/judge.ts';
import { readConfigAndFetch } from '../app/sides/mlflow.ts';
import { HTML_FILE, VERDICT_FILE, withdrawVerdict } from '../app/verdict-file.ts';
import { messageOf, WeighbridgeError } from '../core/domain/errors.ts';
import { EXIT_CODES } from '../core/domain/verdict.ts';
import { BOOTSTRAP } from '../report/headline.ts';
import type { AddCommand } from './command.ts';
import { describeFailure, exitCodeOf } from './exit.ts';
import {
  addOverrides,
  configOption,
  fullOption,
  type JsonFlag,
  jsonOption,
  outOption,
  overridesFromFlags,
} from './flags.ts';
import { policiesFrom, policyFromOption, runUnder } from './policy-from.ts';
import { showVerdict } from './terminal.ts';

interface RunFlags extends Record<string, unknown>, JsonFlag {
  readonly config: string;
  readonly out: string;
  readonly policyFrom?: string;
}

const HELP = `
The candidate is evaluated until the verdict is known, unless --full or the config asks for all of it.
Stopped half-way (Ctrl-C, a crash, a reboot), the same command goes on where it was; no sample is asked twice.

Examples:
  weighbridge run
  weighbridge run --candidate checkpoints/step-2000.gguf --out out/step-2000
  weighbridge run --baseline out/base/baseline --max-drop facts/acc=1pp
`;

export const addRun: AddCommand = (program, { terminal, signal, exit }) => {
  const command = program
    .command('run')
    .description('evaluate baseline and candidate, compare, decide, report')
    .addOption(configOption())
    .addOption(outOption())
    .addOption(fullOption())
    .addOption(policyFromOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP);
  addOverrides(command).action(async (flags: RunFlags) => {
    const began = performance.now();
    await withdrawVerdict(flags.out);
    // Before anything is evaluated: a revision that is not there should not be news after an hour.
    const found = await policiesFrom(flags.config, flags.policyFrom);
    const loaded = await readConfigAndFetch(flags.config, overridesFromFlags(flags), terminal);
    const { out } = flags;
    const { policies, asked, suite, search, taken } = await runUnder(loaded, found, out);
    let baselines: FoundBaselines | null = null;
    const failure = await failureOf(async () => {
      baselines = await findBaselines(loaded.config, search, taken);
      await evaluateCheckpoints(asked, { out, log: terminal, baselines, signal });
    }, signal);
    if (signal.aborted) return;
    if (failure === null && isBootstrap(baselines)) {
      terminal.print(BOOTSTRAP);
      return;
    }
    const because = failure === null ? null : messageOf(failure);
    const verdict = await judge(loaded, { out, suite, policies, baselines, failure: because }).catch(
      (error: unknown) => {
        // A full disk keeps the verdict from being stored as it kept the samples: what came first is the one to tell.
        throw failure !== null && error instanceof WeighbridgeError ? failure : error;
      },
    );
    if (failure !== null) terminal.info(describeFailure(failure));
    // Beside a failure a table would only repeat, gate by gate, that there is nothing to compare.
    if (failure === null || flags.json) showVerdict(terminal, verdict, flags.json);
    terminal.info(`report: ${join(out, HTML_FILE)}, verdict: ${join(out, VERDICT_FILE)}`);
    await recordIfAsked(async () => loaded.config, verdict, (performance.now() - began) / 1000, terminal);
    exit(verdict.exitCode);
  });
};

/** A function, since the compiler does not see what a callback assigns. */
const isBootstrap = (baselines: FoundBaselines | null): boolean => baselines?.bootstrap === true;

/** A broken checkpoint, dataset or machine has a verdict, `invalid`; anything else is thrown on. */
async function failureOf(evaluate: () => Promise<void>, signal: AbortSignal): Promise<unknown> {
  try {
    await evaluate();
    return null;
  } catch (error) {
    if (signal.aborted || exitCodeOf(error) !== EXIT_CODES.invalid) throw error;
    return error;
  }
}
