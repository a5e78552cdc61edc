import type { z } from 'zod';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { suggestion } from '../core/domain/suggest.ts';
import { configJsonSchema, keysAt } from './json-schema.ts';
import { type PlacedIssue, scorerIssues } from './scorer-issues.ts';
import { formatPath, type Path, valueAt, type YamlSource } from './yaml.ts';

type Issue = z.core.$ZodIssue;

/** What the schema found wrong, each at its line and column and in words. */
export function schemaIssues(issues: readonly Issue[], source: YamlSource): WeighbridgeError[] {
  const configKeys = (path: Path) => keysAt(configJsonSchema(), source.value, path);
  const translated = issues.flatMap((issue) => {
    const path = issue.path as Path;
    const placed = scorerIssues(path, source) ?? [{ issue, path, keysAt: configKeys }];
    return placed.flatMap((each) => translate(each, source));
  });
  // Several issues of one scorer entry lead to the same list of what is wrong with it.
  return [...new Map(translated.map((error) => [error.describe(), error])).values()];
}

function translate({ issue, path, keysAt }: PlacedIssue, source: YamlSource): WeighbridgeError[] {
  const value = valueAt(source.value, path);
  const error = (message: string, fix: string) => [
    new WeighbridgeError('config', message, { at: source.locate(path), fix }),
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, path, source, keysAt(path));
    case 'invalid_key':
      return [
        new WeighbridgeError('config', `${JSON.stringify(path.at(-1))} cannot be a name`, {
          at: source.locateKey(path),
          fix: 'use letters, digits, dot, dash and underscore, at most 100, beginning with a letter or digit',
        }),
      ];
    case 'invalid_union':
      return unionIssues({ issue, path, keysAt }, source);
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      if (value === undefined) return missing(path, source, anyOf(allowed));
      return error(
        `${show(value)} is not a known ${path.findLast((part) => typeof part === 'string')}`,
        allowed.length === 1 ? `write ${allowed[0]}` : suggestion(String(value), allowed, 'one of'),
      );
    }
    case 'invalid_type':
      if (value === undefined) return missing(path, source, TYPES[issue.expected] ?? issue.expected);
      return error(
        `expected ${TYPES[issue.expected] ?? issue.expected}, not ${show(value)}`,
        SHAPES.get(namedIn(path)) ?? `write ${TYPES[issue.expected] ?? issue.expected} there`,
      );
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array')
        return error('must not be empty', 'write what belongs there, or remove the key');
      return error(
        `${show(value)} is too small`,
        `write ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`,
      );
    case 'too_big':
      return error(
        `${show(value)} is too large`,
        `write ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`,
      );
    case 'invalid_format':
      return error(
        `${show(value)} is not allowed here`,
        issue.format === 'date'
          ? 'write a day, such as 2025-03-01'
          : issue.format === 'url'
            ? 'write an address, such as http://localhost:8000/v1'
            : `write what matches ${issue.pattern ?? issue.format}`,
      );
    default:
      return error(issue.message, 'correct it as docs/reference/config.md has it');
  }
}

/** What people write elsewhere, by the list or part that it stands in, with what says it here. */
const KEYS_ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['history', 'write record: { history: evals/history.jsonl }'],
  ['model', 'write candidate, and baseline for what it is held against'],
  ['alpha', 'write policy: { alpha: 0.05 }'],
  ['on_inconclusive', 'write policy: { on_inconclusive: lean }'],
  ['policy.confidence', 'write alpha, the error rate of one side: 0.05 where intervals are of 90 %'],
  ['jobs', 'this is a workflow of GitHub Actions: name the config, weighbridge.yml'],
  [
    'providers',
    'this is a config of promptfoo: `weighbridge cases import FILE` makes test cases of its tests',
  ],
  ['candidate.path', 'write the path itself: candidate: checkpoints/candidate.gguf'],
  ['baseline.path', 'write the path itself: baseline: checkpoints/base.gguf'],
  ['tasks.*.dataset_path', 'write dataset: a file, or hf:org/name@commit#split'],
  ['tasks.*.dataset_name', 'name it in dataset: hf:org/name@commit#config/split'],
  ['tasks.*.test_split', 'name it in dataset: hf:org/name@commit#split'],
  ['tasks.*.output_type', 'write type: multiple_choice, generate or perplexity'],
  [
    'tasks.*.metric_list',
    'write scorers in a task of type generate; other types have their metrics by themselves',
  ],
  ['tasks.*.scorers', 'remove it: a task of this type has its metrics by itself'],
  ['tasks.*.max_tokens', 'write generation_kwargs: { max_gen_toks: 256 }'],
  ['tasks.*.temperature', 'write generation_kwargs: { temperature: 0 }'],
  ['tasks.*.gates', 'write them beside tasks: gates: [{ metric: facts/acc, max_drop: 2pp }]'],
  ['tasks.*.max_drop', 'write it beside tasks: gates: [{ metric: facts/acc, max_drop: 2pp }]'],
  ['gates.max_regression', 'write max_drop'],
  ['gates.tolerance', 'write max_drop'],
  ['gates.severity', 'write tier: blocking or advisory'],
  ['gates.group', 'write no_regression_by_group'],
  ['gates.task', 'write it before the metric: metric: facts/acc'],
  ['gates.limit', 'say what it limits: max_drop, max_rise, min_gain, ceiling or floor'],
  ['gates.threshold', 'say what it limits: max_drop, max_rise, min_gain, ceiling or floor'],
  ['gates.min', 'write floor'],
  ['gates.max', 'write ceiling'],
]);

function unknownKeys(
  keys: readonly string[],
  path: Path,
  source: YamlSource,
  known: readonly string[],
): WeighbridgeError[] {
  return keys.map(
    (key) =>
      new WeighbridgeError('config', `unknown key ${key.slice(0, 100)}`, {
        at: source.locateKey([...path, key]),
        fix:
          KEYS_ELSEWHERE.get(namedIn(path, key)) ??
          `${suggestion(key, known)}${OTHER_KEYS.get(formatPath(path)) ?? ''}`,
      }),
  );
}

/** What is said of keys beyond those that are known. */
const OTHER_KEYS: ReadonlyMap<string, string> = new Map([
  ['thresholds', '; any other limit is a gate: gates: [{ metric: facts/acc, max_drop: 2pp }]'],
]);

/** Parts of a config as they have to look, where people write them otherwise. */
const SHAPES: ReadonlyMap<string, string> = new Map([
  ['gates', 'write a list of maps: gates: [{ metric: facts/acc, max_drop: 2pp }]'],
  [
    'tasks',
    'write each below its name: tasks: { facts: { role: general, type: multiple_choice, dataset: facts.jsonl } }',
  ],
]);

/** Whichever of a list, and of the tasks, it is in. */
const namedIn = (path: Path, ...keys: readonly string[]): string =>
  [...path.map((part, at) => (at === 1 && path[0] === 'tasks' ? '*' : part)), ...keys]
    .filter((part) => typeof part === 'string')
    .join('.');

function missing(path: Path, source: YamlSource, expected: string): WeighbridgeError[] {
  return [
    new WeighbridgeError('config', `${path.at(-1)} is missing`, {
      at: { ...source.locateKey(path.slice(0, -1)), key: formatPath(path) },
      fix: `add ${path.at(-1)}: ${expected}`,
    }),
  ];
}

type UnionIssue = Omit<PlacedIssue, 'issue'> & { readonly issue: Extract<Issue, { code: 'invalid_union' }> };

function unionIssues({ issue, path, keysAt }: UnionIssue, source: YamlSource): WeighbridgeError[] {
  const value = valueAt(source.value, path);
  if ('discriminator' in issue && issue.discriminator !== undefined) {
    const options = ('options' in issue ? (issue.options ?? []) : []).map(String);
    if (value === undefined) return missing(path, source, anyOf(options));
    return [
      new WeighbridgeError('config', `${show(value)} is not a known ${issue.discriminator}`, {
        at: source.locate(path),
        fix: suggestion(String(value), options, 'one of'),
      }),
    ];
  }
  // An alternative whose own type fits, and of several the one with the least to complain of, is the one that was meant.
  const [meant] = issue.errors
    .filter((errors) => !errors.some((each) => each.path.length === 0 && each.code === 'invalid_type'))
    .sort((left, right) => left.length - right.length);
  if (meant !== undefined) {
    // Where a key tells what was meant, what the alternative lacks besides is a consequence.
    const told = meant.filter(
      (each) =>
        each.code === 'unrecognized_keys' &&
        each.keys.some((key) => KEYS_ELSEWHERE.has(namedIn([...path, ...(each.path as Path)], key))),
    );
    return (told.length > 0 ? told : meant).flatMap((each) =>
      translate({ issue: each, path: [...path, ...(each.path as Path)], keysAt }, source),
    );
  }
  const types = issue.errors
    .flat()
    .flatMap((each) => (each.code === 'invalid_type' ? [TYPES[each.expected] ?? each.expected] : []));
  if (value === undefined) return missing(path, source, [...new Set(types)].join(' or '));
  return [
    new WeighbridgeError('config', `expected ${[...new Set(types)].join(' or ')}, not ${show(value)}`, {
      at: source.locate(path),
      fix: `write ${[...new Set(types)].join(' or ')} there`,
    }),
  ];
}

const anyOf = (values: readonly string[]) =>
  values.length === 1 ? `${values[0]}` : `one of: ${values.join(', ')}`;

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a map of keys',
  record: 'a map of names',
  array: 'a list',
  null: 'null',
};

/** A value as the message quotes it: short, and never more than one line. */
function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a map of keys';
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  return String(value);
}
