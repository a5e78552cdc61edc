import { mkdtemp, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { childEnvironment } from '../../../adapters/process/environment.ts';
import { killWithParent } from '../../../adapters/process/kill-with-parent.ts';
import { type CommandResult, run } from '../../../adapters/process/run.ts';
import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import { collect } from '../../../results/formats/collect.ts';
import { lmEval } from '../../../results/formats/lm-eval/lm-eval.ts';
import { makeDirectory, onDisk } from '../../../results/store/disk-faults.ts';
import type { StoredRun } from '../../../results/store/reader.ts';
import type { HarnessEvaluation } from '../runner.ts';
import { type Call, callArguments } from './command.ts';
import { failureCause } from './failure-cause.ts';
import { HarnessOutput, type TaskProgress } from './harness-output.ts';
import { canBeKept, type KeptHarness } from './kept-harness.ts';
import type { LmEvalTask } from './options.ts';
import type { LmEvalInstallation } from './program.ts';

/** Document ids by leaf task. */
export type Documents = Readonly<Record<string, readonly number[]>>;

export type LmEvalCall = HarnessEvaluation<LmEvalTask>;

/** What all calls for one side share. */
export interface CallContext {
  readonly evaluation: LmEvalCall;
  readonly program: LmEvalInstallation;
  /** Answers the calls of one task from look to look. */
  readonly kept: KeptHarness;
  /** @throws WeighbridgeError `checkpoint` where its files are no longer what they were when they were identified */
  readonly assertUnchanged: () => Promise<void>;
}

/** Below the run directory; no run of ours is called like it. */
export const HARNESS_FOLDER = 'lm-eval';

/**
 * Runs lm_eval once, into a folder that nobody has used, and reads what it left there; where only some documents are asked for there are
 * more to come, and one process answers them. The files are the evidence: results that are whole count whatever the program said at its end, and without them a good exit code counts for nothing.
 * @param documents only these; null for all of them
 * @param progress how far the task is, where that is known
 * @throws WeighbridgeError with the cause in one line; the signal's reason when it was aborted
 */
export async function callHarness(
  { evaluation, program, kept, assertUnchanged }: CallContext,
  call: Call,
  documents: Documents | null,
  progress: TaskProgress | null = null,
): Promise<readonly StoredRun[]> {
  const { side, out, directory, environment, signal, say } = evaluation;
  const output = await freshFolder(out, side);
  const args = [...callArguments(call), `--output_path=${output}`, '--log_samples'];
  if (documents !== null) {
    const list = join(output, 'documents.json');
    await writeFile(list, JSON.stringify(documents));
    args.push(`--samples=${list}`);
  }
  const printed = new HarnessOutput(labelOf(call), evaluation.output, evaluation.progress, progress);
  const minutes = call.options.timeout_minutes;
  const timeout = minutes === undefined ? null : AbortSignal.timeout(minutes * 60_000);
  const aborted = timeout === null ? signal : AbortSignal.any([signal, timeout]);
  const command = {
    ...{ file: program.file, args, cwd: directory },
    env: childEnvironment(environment, ['base', 'network', 'harness', 'credentials']),
  };
  const push = (piece: string) => printed.push(piece);
  const isKept = documents !== null && canBeKept(program, call);
  const running = async () =>
    (isKept ? await kept.call(command, aborted, push) : null) ??
    (await run(await killWithParent(command), aborted, push));
  const end = await running().catch((error: unknown) => {
    if (signal.aborted || timeout?.aborted !== true) throw error;
    throw new WeighbridgeError('engine', `lm_eval took longer than ${minutes} minutes and was ended`, {
      fix: 'raise timeout_minutes, or give the task fewer documents',
    });
  });
  await assertUnchanged();
  return resultsOf(output, end, printed, evaluation, say);
}

/** One call may be of many tasks, and a task a path. */
const labelOf = ({ tasks: [first = '', ...others] }: Call): string =>
  others.length === 0 ? basename(first) : `${others.length + 1} tasks`;

async function freshFolder(out: string, side: string): Promise<string> {
  // lm_eval runs somewhere else.
  const parent = resolve(out, HARNESS_FOLDER, side);
  return onDisk(parent, async () => {
    await makeDirectory(parent);
    return mkdtemp(join(parent, 'call-'));
  });
}

async function resultsOf(
  folder: string,
  end: CommandResult,
  printed: HarnessOutput,
  { side }: LmEvalCall,
  say: (line: string) => void,
): Promise<readonly StoredRun[]> {
  if (!(await lmEval.detect(folder))) {
    throw new WeighbridgeError('engine', failureCause(end, printed.lines), {
      fix: 'try the same lm_eval command by hand; its whole output stands above in the log',
    });
  }
  const { runs, faults } = await collect(await lmEval.load(folder, side));
  if (faults.length > 0) {
    const told = faults.map(messageOf).join('\n  ');
    throw new WeighbridgeError('data', `lm_eval left results that cannot be used:\n  ${told}`, {
      fix: 'use a version of lm_eval that docs/reference/lm-eval.md names',
    });
  }
  if (end.code !== 0) say(`lm_eval ended with ${end.code ?? end.signal} after it had written whole results`);
  return runs;
}
