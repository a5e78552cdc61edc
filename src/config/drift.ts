import { WeighbridgeError } from '../core/domain/errors.ts';
import { suggestion } from '../core/domain/suggest.ts';
import { engineRunner } from '../tasks/runners/registry.ts';
import type { DeclaredTask } from './metric-name.ts';
import type { Draft } from './parse.ts';
import { isNative, type TaskConfig } from './resolved.ts';

/** The tasks whose answers are compared: those whose type says so, and those that the config names. */
export function driftTasks({ head }: Draft, tasks: readonly TaskConfig[]): readonly string[] {
  const own = tasks.filter(
    (task) => isNative(task) && engineRunner(task.runner).describe(task.options).drifts,
  );
  return [...new Set([...own.map(({ name }) => name), ...(head?.drift ?? [])])];
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
    const task = tasks.find((each) => each.name === name);
    if (task === undefined || !isNative(task)) return [];
    if (engineRunner(task.runner).describe(task.options).maxOutputTokens > 0) return [];
    return [
      new WeighbridgeError('config', `drift: the model writes no answers to task ${name}`, {
        at,
        fix: 'name a task that generates, or give one `type: drift`',
      }),
    ];
  });
}
