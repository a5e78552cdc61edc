import { WeighbridgeError } from '../core/domain/errors.ts';
import { suggestion } from '../core/domain/suggest.ts';
import { DEFAULT_RUNNER, engineRunner } from '../tasks/runners/registry.ts';
import { type DeclaredTask, NOT_KNOWN_YET } from './metric-name.ts';
import type { Draft } from './parse.ts';
import { isHarness, type TaskConfig } from './resolved.ts';
import type { TaskEntry } from './schema.ts';
import type { Path, YamlSource } from './yaml.ts';

export interface UnderstoodTasks {
  readonly configs: readonly TaskConfig[];
  readonly declared: readonly DeclaredTask[];
  /** Names and aliases of tasks that have faults. */
  readonly broken: readonly string[];
  readonly issues: readonly WeighbridgeError[];
}

/** Completes the tasks of the file and finds out which metrics they will have, without reading any data. */
export function understandTasks({ tasks, source, policy }: Draft): UnderstoodTasks {
  const configs: TaskConfig[] = [];
  const declared: DeclaredTask[] = [];
  const broken: string[] = [];
  const issues = clashes(tasks, source);
  for (const [name, entry] of tasks) {
    const understood = entry === null ? [] : understand(name, entry, source, policy.allow);
    if ('config' in understood) {
      configs.push(understood.config);
      declared.push(understood.declared);
    } else {
      broken.push(name, ...(entry?.alias === undefined ? [] : [entry.alias]));
      issues.push(...understood);
    }
  }
  return { configs, declared, broken, issues };
}

function understand(
  name: string,
  { role, primary_metric: primary, alias, split, runner = DEFAULT_RUNNER, ...options }: TaskEntry,
  source: YamlSource,
  allow: Draft['policy']['allow'],
): { config: TaskConfig; declared: DeclaredTask } | WeighbridgeError[] {
  const named = { task: name, role, ...(alias === undefined ? {} : { alias }) };
  // The options are those of this runner: its own schema has read them.
  const kept = split === undefined ? {} : { split };
  const config = {
    ...{ name, role, runner, primaryMetric: primary ?? null, ...kept, options },
  } as unknown as TaskConfig;
  if (isHarness(config)) {
    return {
      config,
      declared: { ...named, metrics: [], primaryMetric: primary ?? NOT_KNOWN_YET, open: true },
    };
  }
  const { metrics, primary: first, code, repeats } = engineRunner(config.runner).describe(config.options);
  if (code !== undefined && !allow.includes(code.needs)) {
    return [
      new WeighbridgeError('config', `task ${name} runs code of its own: ${code.what}`, {
        at: source.locate(['tasks', name, code.option]),
        fix: `remove it, or add \`policy: { allow: [${code.needs}] }\` on the base branch`,
      }),
    ];
  }
  const primaryMetric = primary ?? first;
  if (!metrics.some((metric) => metric.name === primaryMetric)) {
    const known = metrics.map((metric) => metric.name);
    const at = source.locate(['tasks', name, 'primary_metric']);
    const fix = suggestion(primaryMetric, known, 'metrics');
    return [
      new WeighbridgeError('config', `task ${name} has no metric ${JSON.stringify(primaryMetric)}`, {
        at,
        fix,
      }),
    ];
  }
  return {
    config: { ...config, primaryMetric },
    declared: { ...named, metrics, primaryMetric, ...(repeats < 2 ? {} : { repeats }) },
  };
}

/** Two tasks that one name, or one folder on a file system that ignores case, would stand for. */
function clashes(tasks: Draft['tasks'], source: YamlSource): WeighbridgeError[] {
  const seen = new Map<string, string>();
  const issues: WeighbridgeError[] = [];
  const claim = (text: string, owner: string, path: Path) => {
    const other = seen.get(text.toLowerCase());
    if (other === undefined) seen.set(text.toLowerCase(), owner);
    else if (other !== owner) {
      const message = `the name ${text} is taken by task ${other}`;
      const fix = 'choose another; upper and lower case are the same here';
      issues.push(new WeighbridgeError('config', message, { at: source.locateKey(path), fix }));
    }
  };
  for (const name of tasks.keys()) claim(name, name, ['tasks', name]);
  for (const [name, entry] of tasks) {
    if (entry?.alias !== undefined) claim(entry.alias, name, ['tasks', name, 'alias']);
  }
  return issues;
}
