import { WeighbridgeError } from '../core/domain/errors.ts';
import type { Gate } from '../core/domain/gate.ts';
import { suggestion } from '../core/domain/suggest.ts';
import { engineRunner } from '../tasks/runners/registry.ts';
import { valueFault } from './fault.ts';
import type { DeclaredTask } from './metric-name.ts';
import type { Draft } from './parse.ts';
import { isNative, type TaskConfig } from './resolved.ts';

/** The tasks whose answers are compared: those whose type says so, and those that the config or a gate names. */
export function driftTasks(
  { head }: Draft,
  tasks: readonly TaskConfig[],
  gates: readonly Gate[],
): readonly string[] {
  const own = tasks.filter(
    (task) => isNative(task) && engineRunner(task.runner).describe(task.options).drifts,
  );
  const gated = gates.flatMap(({ rule, task }) => (rule === 'max_drift' ? [task] : []));
  return [...new Set([...own.map(({ name }) => name), ...(head?.drift ?? []), ...gated])];
}

/** Names of tasks that are not there, or whose model writes nothing. @param broken tasks that have faults of their own */
export function driftIssues(
  { head, source }: Draft,
  tasks: readonly TaskConfig[],
  {
    tasks: declared,
    broken,
  }: { readonly tasks: readonly DeclaredTask[]; readonly broken: readonly string[] },
): WeighbridgeError[] {
  return (head?.drift ?? []).flatMap((name, index) => {
    const at = source.locate(['drift', index]);
    const known = declared.map(({ task }) => task);
    // Without any task it is results that will tell which there are.
    if (known.length > 0 && !known.includes(name) && !broken.includes(name)) {
      const fix = suggestion(name, known, 'tasks');
      return [new WeighbridgeError('config', `drift: no task is named ${JSON.stringify(name)}`, { at, fix })];
    }
    return writesAnswers(tasks, name)
      ? []
      : [new WeighbridgeError('config', `drift: ${noAnswers(name)}`, { at, fix: OTHER_TASK })];
  });
}

/** Gates on the drift of answers that the model does not write. */
export const driftGateIssues = (gates: readonly Gate[], tasks: readonly TaskConfig[]): WeighbridgeError[] =>
  gates.flatMap(({ rule, task, source }) =>
    rule !== 'max_drift' || writesAnswers(tasks, task)
      ? []
      : [valueFault({ source }, `max_drift: ${noAnswers(task)}`, OTHER_TASK)],
  );

const noAnswers = (task: string): string => `the model writes no answers to task ${task}`;
const OTHER_TASK = 'name a task that generates, or give one `type: drift`';

/** Of what another program asks nobody knows beforehand. */
function writesAnswers(tasks: readonly TaskConfig[], name: string): boolean {
  const task = tasks.find((each) => each.name === name);
  if (task === undefined || !isNative(task)) return true;
  return engineRunner(task.runner).describe(task.options).maxOutputTokens > 0;
}
