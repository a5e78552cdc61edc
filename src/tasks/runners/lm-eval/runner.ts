import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import { IssueList, WeighbridgeError } from '../../../core/domain/errors.ts';
import { watchFiles } from '../../checkpoints/unchanged.ts';
import type { Allowance, Harness, HarnessTask } from '../runner.ts';
import type { TaskOutcome } from '../task-outcome.ts';
import { evaluateInBatches, OLDEST_FOR_BATCHES, presumed } from './batches.ts';
import { callArguments, trustsRemoteCode } from './command.ts';
import { plannedDocuments } from './documents.ts';
import { evaluateInFull, outcomeOf } from './full-run.ts';
import { identifyCheckpoint, inspectFolders, ownFiles, sha256 } from './identity.ts';
import { KeptHarness } from './kept-harness.ts';
import { harnessModel } from './model.ts';
import type { LmEvalTask } from './options.ts';
import { findProgram, isAtLeast } from './program.ts';
import { earlierRun, fingerprintFiles, openRunFor } from './request.ts';
import type { ReadyTask, Session } from './session.ts';
import {
  builtInNames,
  forbiddenCode,
  shadowed,
  type TaskFile,
  taskFilesIn,
  withIncludes,
} from './task-files.ts';
import { declaredTokenizer } from './tokenizer.ts';

type Task = HarnessTask<LmEvalTask>;

/** Starts the lm_eval of the environment, which is lm-evaluation-harness, and imports what it leaves. */
export const lmEvalHarness: Harness<LmEvalTask> = {
  refusal(options, source) {
    const model = harnessModel(options, source);
    return 'says' in model ? model : null;
  },

  async inspect(source) {
    await inspectFolders(source);
  },

  async check(tasks, context, environment) {
    const files = await filesOf(tasks, context.directory);
    const program = environment === null ? null : await findProgram(environment);
    const issues = [
      ...tasks.flatMap((task) => remoteCode(task, context.allow)),
      ...forbiddenCode(files, context.allow, program?.tasks ?? null),
    ];
    if (program !== null && files.length > 0) {
      issues.push(...shadowed(files, await builtInNames(program.tasks), context.allow, program.tasks));
    }
    if (issues.length > 0) throw new IssueList('config', issues);
  },

  async evaluate(evaluation) {
    const program = await findProgram(evaluation.environment);
    const assertUnchanged = await watchFiles(await ownFiles(evaluation.source));
    const { source, described, say, signal } = evaluation;
    const model = await identifyCheckpoint(source, described, say, signal);
    const tokenizer = await declaredTokenizer(evaluation);
    const kept = new KeptHarness(program);
    try {
      return await outcomesOf({ evaluation, program, kept, model, assertUnchanged, tokenizer });
    } finally {
      kept.close();
    }
  },
};

async function outcomesOf(session: Session): Promise<TaskOutcome[]> {
  const { evaluation } = session;
  const outcomes: TaskOutcome[] = [];
  const whole = new Map<string, ReadyTask[]>();
  for (const each of evaluation.tasks) {
    if (evaluation.signal.aborted) break;
    const task = await ready(session, each);
    const outcome = await evaluateUnlessInFull(session, task);
    if (outcome !== null) {
      outcomes.push(outcome);
      continue;
    }
    const settings = canonicalJson([
      callArguments({ ...task.call, tasks: [] }),
      each.options.timeout_minutes ?? null,
    ]);
    whole.set(settings, [...(whole.get(settings) ?? []), task]);
  }
  // What runs in full starts a process of its own, and memory may hold one model.
  session.kept.close();
  for (const tasks of whole.values()) {
    const needed: ReadyTask[] = [];
    for (const task of tasks) {
      const skipped = await skipWhereProven(session, task);
      if (skipped === null) needed.push(task);
      else outcomes.push(skipped);
    }
    const [first, ...others] = needed;
    if (evaluation.signal.aborted || first === undefined) continue;
    outcomes.push(...(await evaluateInFull(session, [first, ...others])));
  }
  return outcomes;
}

/** Null for a task that is to be run in full, which can share a call with others. */
async function evaluateUnlessInFull(session: Session, task: ReadyTask): Promise<TaskOutcome | null> {
  const { out, side, monitor, baseline, say } = session.evaluation;
  const { name } = task.task;
  const earlier = await earlierRun(out, side, name, task.request);
  if (earlier !== null && earlier.incomplete === null && earlier.record.design !== 'sequential') {
    const { planned } = earlier.record;
    return outcomeOf(task, { state: 'complete', reason: null, planned, reused: planned });
  }
  const begun = earlier?.record.design === 'sequential' ? earlier : null;
  if (monitor === null && begun === null) return null;
  const run = baseline.find(({ record }) => record.task === name) ?? null;
  const documents = isAtLeast(session.program.version, OLDEST_FOR_BATCHES)
    ? plannedDocuments(run, task.name)
    : {
        obstacle: `lm_eval ${session.program.version} cannot run parts of a task, and ${OLDEST_FOR_BATCHES} can`,
      };
  const inOneGo = (why: string) => {
    say(`${side}/${name}: every document is evaluated in one go, since ${why}`);
    return null;
  };
  if ('obstacle' in documents) return inOneGo(documents.obstacle);
  if (run === null) return inOneGo('there is no baseline');
  if (begun === null && monitor?.earliestStop(presumed(session, task, run)) === null)
    return inOneGo('no gate on it is decided before the last');
  return evaluateInBatches(session, task, documents, run, begun);
}

/** Records a task that has no turn any more, since a regression is proven; null where it has. */
async function skipWhereProven(session: Session, task: ReadyTask): Promise<TaskOutcome | null> {
  const { monitor, baseline, out } = session.evaluation;
  const run = baseline.find(({ record }) => record.task === task.task.name);
  if (monitor === null || run === undefined) return null;
  const plan = presumed(session, task, run);
  const stopped = monitor.stopReason(plan, []);
  if (stopped === null) return null;
  const { writer, superseded } = await openRunFor(task.request, out, plan, null);
  await writer.stop(stopped);
  return outcomeOf(task, { state: 'complete', reason: null, planned: plan.planned, stopped, superseded });
}

async function ready({ evaluation, program, model, tokenizer }: Session, task: Task): Promise<ReadyTask> {
  const { directory, source, allow } = evaluation;
  const { options } = task;
  const isOurs = tokenizer !== null && options.apply_chat_template !== false;
  const args = isOurs ? { tokenizer, ...options.model_args } : options.model_args;
  const run = harnessModel({ ...options, model_args: args }, source);
  if ('says' in run) throw new WeighbridgeError('config', run.says, { fix: run.fix });
  const written = options.task ?? task.name;
  const path = isFile(written) ? resolve(directory, written) : null;
  const includePath = options.include_path === undefined ? null : resolve(directory, options.include_path);
  const call = {
    ...{ model: run, tasks: [path ?? written], options, includePath, allow },
    version: program.version,
  };
  const request = sha256({
    ...{
      arguments: callArguments(call),
      version: program.version,
      model: [model.digest, model.adapter_digest],
    },
    files: await fingerprintFiles(await filesOf([task], directory), directory),
  });
  return { task, name: path === null ? written : await nameIn(path), call, request };
}

const isFile = (written: string): boolean => /\.ya?ml$/i.test(written);

/** Every task file of the repository that these tasks could read. */
async function filesOf(tasks: readonly Task[], directory: string): Promise<TaskFile[]> {
  const folders = new Set(tasks.flatMap(({ options }) => options.include_path ?? []));
  const written = tasks.map(({ name, options }) => options.task ?? name);
  for (const name of written) refuseTakenForPath(name, directory);
  const single = written.filter(isFile);
  const found = [await withIncludes(single.map((path) => resolve(directory, path)))];
  for (const folder of folders) found.push(await taskFilesIn(resolve(directory, folder)));
  return [...new Map(found.flat().map((file) => [file.path, file])).values()];
}

/** lm_eval takes a name for the folder or file of that name where it runs, before it looks for a task. */
function refuseTakenForPath(written: string, directory: string): void {
  const parts = isFile(written) && !written.includes(',') ? [] : written.split(',');
  const taken = parts.find((part) => existsSync(resolve(directory, part.trim())));
  if (taken === undefined) return;
  throw new WeighbridgeError(
    'config',
    `lm_eval would take the task ${JSON.stringify(written)} for the path ${taken}`,
    {
      at: { file: resolve(directory, taken.trim()) },
      fix: 'name one task file that ends in .yaml, or set include_path to its folder and name the task; or rename what lies there',
    },
  );
}

/** The name that a task file gives, itself or through what it includes. */
async function nameIn(path: string): Promise<string> {
  for (const { names } of await withIncludes([path])) if (names[0] !== undefined) return names[0];
  throw new WeighbridgeError('config', 'the task file names no task', {
    at: { file: path },
    fix: 'add `task: NAME`',
  });
}

function remoteCode({ name, options }: Task, allow: readonly Allowance[]): WeighbridgeError[] {
  if (!trustsRemoteCode(options.model_args) || allow.includes('trust_remote_code')) return [];
  return [
    new WeighbridgeError('config', `task ${name} would run the Python code of the model's repository`, {
      fix: 'leave trust_remote_code out, or add `policy: { allow: [trust_remote_code] }` on the base branch',
    }),
  ];
}
