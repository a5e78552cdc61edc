import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMapping, isSequence, NoOperationTraceWriter } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { type ActionTemplate, convertActionTemplate } from '@actions/workflow-parser/actions/action-template';
import type { MappingToken } from '@actions/workflow-parser/templates/tokens/mapping-token';
import { type Context, evaluateExpression, isTruthy, type Status, textOfToken } from './expressions.ts';
import { type Command, FORBIDDEN, parseCommands, parseOutputs } from './runner-files.ts';

export interface StepResult {
  readonly outcome: 'success' | 'failure' | 'skipped';
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
  readonly commands: readonly Command[];
  readonly summary: string;
  readonly exitCode: number | null;
}

export interface CompositeResult {
  readonly outcome: 'success' | 'failure';
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: Readonly<Record<string, StepResult>>;
}

export interface Scenario {
  /** Folder of the action: `action.yml` and `dist/`. */
  readonly action: string;
  readonly workspace: string;
  readonly temp: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly event: { readonly name: string; readonly payload: unknown };
  /** What the runner gives every step: repository, run, addresses. */
  readonly runner: Readonly<Record<string, string>>;
  /** What the runner gives JavaScript actions only: tokens and addresses of its services. */
  readonly runtime: Readonly<Record<string, string>>;
  /** What the job of the caller sets with `env:`, secrets included. */
  readonly jobEnv?: Readonly<Record<string, string>>;
  readonly token: string;
  /** The job's leg of a matrix. */
  readonly matrix?: { readonly values: Readonly<Record<string, unknown>>; readonly total: number };
}

export interface ParsedAction {
  readonly template: ActionTemplate;
  readonly errors: readonly string[];
  /** `with` of each step, which the official conversion leaves out. */
  readonly withs: readonly (MappingToken | null)[];
}

/** Parses `action.yml` with GitHub's own parser. */
export function parseActionFile(content: string): ParsedAction {
  const result = parseAction({ name: 'action.yml', content }, new NoOperationTraceWriter());
  if (result.value === undefined) throw new Error('action.yml is empty');
  const template = convertActionTemplate(result.context, result.value);
  const errors = result.context.errors.getErrors().map((error) => error.message);
  const root = result.value;
  const runs = isMapping(root) ? child(root, 'runs') : undefined;
  const steps = runs !== undefined && isMapping(runs) ? child(runs, 'steps') : undefined;
  const items = steps !== undefined && isSequence(steps) ? [...steps] : [];
  const withs = items.map((item) => {
    const found = isMapping(item) ? child(item, 'with') : undefined;
    return found !== undefined && isMapping(found) ? found : null;
  });
  return { template, errors, withs };
}

function child(mapping: MappingToken, key: string) {
  for (const pair of mapping) if (pair.key.toString() === key) return pair.value;
  return undefined;
}

const SCRIPT = join(import.meta.dirname, 'github-script.mjs');

/**
 * Runs a composite action as the runner does: which step sees what, `if:` and its status functions, one set of command
 * files a step, outputs mapped at the end even when a step failed.
 */
export async function runComposite(scenario: Scenario): Promise<CompositeResult> {
  const { template, errors, withs } = parseActionFile(
    await readFile(join(scenario.action, 'action.yml'), 'utf8'),
  );
  if (errors.length > 0 || template.runs.using !== 'composite') throw new Error(errors.join('; '));
  const eventPath = join(scenario.temp, 'event.json');
  await writeFile(eventPath, JSON.stringify(scenario.event.payload));

  const github = { action_path: scenario.action, token: scenario.token, event_name: scenario.event.name };
  const defaults = (template.inputs ?? []).map(({ id, default: fallback }) => {
    const text =
      fallback === undefined ? '' : textOfToken(fallback, { github }, { failed: false, cancelled: false });
    return [id, text];
  });
  const inputs = { ...Object.fromEntries(defaults), ...scenario.inputs };
  const steps: Record<string, StepResult> = {};
  const environment: Record<string, string> = {};
  let failed = false;
  const matrix = scenario.matrix?.values ?? null;
  const strategy = { 'job-total': scenario.matrix?.total ?? 1 };
  const context = (): Context => ({ github, inputs, steps, matrix, strategy, runner: {}, job: {}, env: {} });
  const status = (): Status => ({ failed, cancelled: false });

  for (const [index, step] of template.runs.steps.entries()) {
    if (!('run' in step) && !('uses' in step))
      throw new Error(`the simulator does not know the step ${step.id}`);
    if (!isTruthy(evaluateExpression(step.if.expression, context(), status()))) {
      steps[step.id] = {
        outcome: 'skipped',
        outputs: {},
        log: '',
        commands: [],
        summary: '',
        exitCode: null,
      };
      continue;
    }
    const texts = (mapping: MappingToken | null | undefined) =>
      Object.fromEntries(
        [...(mapping ?? [])].map((pair) => [
          pair.key.toString(),
          textOfToken(pair.value, context(), status()),
        ]),
      );
    const files = await commandFiles(scenario.temp, index);
    const shared = {
      PATH: process.env.PATH ?? '',
      HOME: scenario.temp,
      ...scenario.jobEnv,
      ...scenario.runner,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: scenario.action,
      GITHUB_EVENT_NAME: scenario.event.name,
      GITHUB_EVENT_PATH: eventPath,
      GITHUB_WORKSPACE: scenario.workspace,
      RUNNER_TEMP: scenario.temp,
      ...files,
      // What earlier steps have set for the job, which is how one step can attack the next.
      ...environment,
      ...texts(step.env),
    };
    let result: StepResult;
    if ('uses' in step) {
      if (!step.uses.value.startsWith('actions/github-script@'))
        throw new Error(`no stand-in for ${step.uses.value}`);
      const given = Object.entries(texts(withs[index]));
      const named = given.map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]);
      const env = { ...shared, ...scenario.runtime, ...Object.fromEntries(named) };
      result = await execute(process.execPath, [SCRIPT], env, scenario.workspace, files);
    } else {
      const script = join(scenario.temp, `${randomUUID()}.sh`);
      await writeFile(script, textOfToken(step.run, context(), status()));
      result = await execute(
        'bash',
        ['--noprofile', '--norc', '-e', '-o', 'pipefail', script],
        shared,
        scenario.workspace,
        files,
      );
    }
    steps[step.id] = result;
    Object.assign(environment, parseOutputs(await readFile(files.GITHUB_ENV, 'utf8')));
    failed ||= result.outcome === 'failure';
  }
  const outputs = (template.outputs ?? []).map(({ id, value }) => [
    id,
    value === undefined ? '' : textOfToken(value, context(), status()),
  ]);
  return { outcome: failed ? 'failure' : 'success', outputs: Object.fromEntries(outputs), steps };
}

interface StepFiles extends Record<string, string> {
  readonly GITHUB_OUTPUT: string;
  readonly GITHUB_ENV: string;
  readonly GITHUB_PATH: string;
  readonly GITHUB_STATE: string;
  readonly GITHUB_STEP_SUMMARY: string;
}

/** Named and placed as actions/runner does (`FileCommandManager.cs`): whoever can list the folder finds them. */
export async function commandFiles(temp: string, index: number): Promise<StepFiles> {
  const folder = join(temp, '_runner_file_commands');
  await mkdir(folder, { recursive: true });
  const of = async (kind: string) => {
    const file = join(folder, `${kind}_${index}-${randomUUID()}`);
    await writeFile(file, '');
    return file;
  };
  return {
    GITHUB_OUTPUT: await of('set_output'),
    GITHUB_ENV: await of('set_env'),
    GITHUB_PATH: await of('add_path'),
    GITHUB_STATE: await of('save_state'),
    GITHUB_STEP_SUMMARY: await of('step_summary'),
  };
}

export async function execute(
  command: string,
  args: readonly string[],
  env: Record<string, string>,
  workspace: string,
  files: StepFiles,
): Promise<StepResult> {
  const child = spawn(command, args, { cwd: workspace, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece: string) => {
      log += piece;
    });
  }
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 137));
  });
  const read = (path: string) => readFile(path, 'utf8');
  const commands = parseCommands(log);
  const failed = exitCode !== 0 || commands.some(({ name }) => FORBIDDEN.has(name));
  return {
    outcome: failed ? 'failure' : 'success',
    outputs: parseOutputs(await read(files.GITHUB_OUTPUT)),
    log,
    commands,
    summary: await read(files.GITHUB_STEP_SUMMARY),
    exitCode,
  };
}
