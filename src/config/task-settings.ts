import { configureScorer, type ScorerEntry } from '../tasks/scorers/registry.ts';
import type { ResolvedConfig, TaskConfig } from './resolved.ts';

/**
 * Everything that a task's options say, one value a key, as text: `dataset`, `scorers.toxicity.threshold`. Scorers are named by
 * their metric, so that another order of them is no change.
 */
export function taskSettings({ options }: Pick<TaskConfig, 'options'>): ReadonlyMap<string, string> {
  return new Map(Object.entries(options).flatMap(([key, value]) => leaves(key, value)));
}

/** The same of the engine: `engine.type`, `engine.serve.command.0`. */
export const engineSettings = ({ engine }: Pick<ResolvedConfig, 'engine'>): ReadonlyMap<string, string> =>
  new Map(leaves('engine', engine));

function leaves(key: string, value: unknown): (readonly [key: string, text: string])[] {
  if (key === 'scorers' && Array.isArray(value)) return value.flatMap((entry) => scorerLeaves(entry));
  if (typeof value !== 'object' || value === null) {
    return value === undefined ? [] : [[key, typeof value === 'string' ? value : JSON.stringify(value)]];
  }
  const inner = Object.entries(value);
  // A list that became empty differs from one that was never written.
  return inner.length === 0
    ? [[key, JSON.stringify(value)]]
    : inner.flatMap(([name, each]) => leaves(`${key}.${name}`, each));
}

function scorerLeaves(entry: ScorerEntry): (readonly [key: string, text: string])[] {
  const configured = configureScorer(entry);
  const { name, ...options } = typeof entry === 'string' ? { name: entry } : entry;
  const [metric, ...others] = configured.ok ? configured.scorer.metrics : [];
  const given = 'metric' in options ? String(options.metric) : name;
  const key = `scorers.${others.length === 0 ? (metric?.name ?? name) : given}`;
  return [
    [key, name],
    ...Object.entries(configured.ok ? configured.scorer.options : options).flatMap(([option, value]) =>
      leaves(`${key}.${option}`, value),
    ),
  ];
}
