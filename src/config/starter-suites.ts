import { z } from 'zod';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { isObject } from '../core/domain/json.ts';
import { suggestion } from '../core/domain/suggest.ts';
import { STARTER_SUITES, starterSuite } from '../tasks/datasets/starter-suites.ts';
import type { UnsupportedForm } from './unsupported.ts';
import type { Path, YamlSource } from './yaml.ts';

/** What makes the suite the one that it is: another value would be another task under its name. */
const OF_THE_SUITE = ['dataset', 'id_field', 'metadata', 'runner', 'type'] as const;

/** What nobody can ship: prompts that the user's baseline got right. */
const OWN_PROMPTS = 'weighbridge:memory';

/** For editors: the newest version by its name alone, or one that is pinned. */
export const suiteName = z
  .string()
  .regex(new RegExp(`^(?:${[...STARTER_SUITES.keys()].join('|')})(?:@[1-9][0-9]{0,3})?$`))
  .describe(
    `A suite that ships with Weighbridge: ${[...STARTER_SUITES].map(([name, { summary }]) => `\`${name}\`, ${summary}`).join('; ')}. \`@1\` behind the name means that version, the name alone the newest.`,
  );

/** A task that is only a name, or a map with `suite`. */
const asEntry = (task: unknown): { readonly suite: unknown; readonly [option: string]: unknown } | null => {
  if (typeof task === 'string') return { suite: task };
  return isObject(task) && Object.hasOwn(task, 'suite') ? { ...task, suite: task.suite } : null;
};

/**
 * Tasks that name a suite become what the suite says where they say nothing themselves; a suite of several parts becomes as many
 * tasks, `refusals-safe` and `refusals-unsafe` of `refusals`. What names no suite stays as it is written.
 */
export function completeSuites(value: unknown): unknown {
  if (!isObject(value) || !isObject(value.tasks)) return value;
  const tasks = Object.entries(value.tasks).flatMap(([name, task]): (readonly [string, unknown])[] => {
    const entry = asEntry(task);
    const found = entry === null ? null : starterSuite(String(entry.suite));
    if (entry === null || found === null) return [[name, task]];
    const { suite: _, ...written } = entry;
    const { name: suite, version } = found;
    return Object.entries(found.suite.parts).map(([part, { role, options }]) => [
      `${name}${part}`,
      {
        role,
        ...options,
        ...written,
        dataset: `${suite}${part}@${version}`,
        metadata: { version: `${suite}@${version}` },
      },
    ]);
  });
  return { ...value, tasks: Object.fromEntries(tasks) };
}

/** @param written the config as it stands in the file, before suites became tasks */
export function suiteFaults({
  value: written,
  locate,
}: Pick<YamlSource, 'value' | 'locate'>): UnsupportedForm[] {
  if (!isObject(written) || !isObject(written.tasks)) return [];
  const { tasks } = written;
  return Object.entries(tasks).flatMap(([name, task]) => {
    const entry = asEntry(task);
    if (entry === null) return [];
    const covers: Path = ['tasks', name];
    const fault = (at: Path, message: string, fix: string) => ({
      covers,
      error: new WeighbridgeError('config', message, { at: locate(at), fix }),
    });
    const found = starterSuite(String(entry.suite));
    if (found === null) {
      const shown = JSON.stringify(entry.suite) ?? 'nothing';
      const at = typeof task === 'string' ? covers : [...covers, 'suite'];
      return [
        fault(
          at,
          `there is no suite ${shown}`,
          entry.suite === OWN_PROMPTS
            ? 'it is of your own prompts: `weighbridge cases keep RUN` writes them and prints the task'
            : suggestion(String(entry.suite), [...STARTER_SUITES.keys()], 'one of'),
        ),
      ];
    }
    const taken = Object.keys(found.suite.parts).map((part) => `${name}${part}`);
    return [
      ...OF_THE_SUITE.filter((key) => Object.hasOwn(entry, key)).map((key) =>
        fault(
          [...covers, key],
          `${key} is said by the suite`,
          'remove it, or write the task without `suite`',
        ),
      ),
      ...taken
        .filter((each) => each !== name && Object.hasOwn(tasks, each))
        .map((each) =>
          fault(['tasks', each], `the suite of task ${name} has a task ${each} too`, 'choose another name'),
        ),
    ];
  });
}
