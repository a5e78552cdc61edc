import { z } from 'zod';
import { SCORERS } from '../tasks/scorers/registry.ts';
import { keysAt, type SchemaNode } from './json-schema.ts';
import { type Path, valueAt, type YamlSource } from './yaml.ts';

/** An issue with its whole path, and the keys that may stand at a path. */
export interface PlacedIssue {
  readonly issue: z.core.$ZodIssue;
  readonly path: Path;
  readonly keysAt: (path: Path) => string[];
}

/**
 * The task's schema passes on only the message of what a scorer's own schema found. Asked directly, that schema says
 * enough to name the missing key or the one that was meant.
 */
export function scorerIssues(path: Path, source: YamlSource): PlacedIssue[] | undefined {
  const [tasks, , scorers, index] = path;
  if (tasks !== 'tasks' || scorers !== 'scorers' || typeof index !== 'number') return undefined;
  const prefix = path.slice(0, 4);
  const entry = valueAt(source.value, prefix);
  if (typeof entry !== 'object' || entry === null || !('name' in entry)) return undefined;
  const { name, ...options } = entry;
  const scorer = SCORERS.get(String(name));
  const found = scorer?.options
    .safeParse(options)
    .error?.issues.filter(({ code }) => code !== 'invalid_union');
  if (scorer === undefined || found === undefined || found.length === 0) return undefined;
  const schema = z.toJSONSchema(scorer.options, { io: 'input', unrepresentable: 'any' }) as SchemaNode;
  return found.map((issue) => ({
    issue,
    path: [...prefix, ...(issue.path as Path)],
    keysAt: (at) => keysAt(schema, options, at.slice(prefix.length)),
  }));
}
