import { dirname } from 'node:path';
import { IssueList, WeighbridgeError } from '../core/domain/errors.ts';
import type { Gate, Source, Sourced } from '../core/domain/gate.ts';
import type { ModelSource } from '../core/domain/model.ts';
import { codeOfEngine, type EngineConfig, faultsOfEngine } from '../tasks/engines/registry.ts';
import { resolveCurves } from './curves.ts';
import { configDigest } from './digest.ts';
import { driftGateIssues, driftIssues, driftTasks } from './drift.ts';
import {
  anchorRequests,
  type Declared,
  flagRequests,
  type GateFlag,
  type GateRequests,
  listedRequests,
  metricNames,
} from './gate-requests.ts';
import { makeGates, unpricedGates } from './gates.ts';
import { type DeclaredTask, NOT_KNOWN_YET, taskPart } from './metric-name.ts';
import { baselineSources, fromCommandLine, modelSource, namedReference } from './models.ts';
import { type Overrides, type ReadOverrides, readOverrides } from './overrides.ts';
import { ownPromptIssues } from './own-prompt.ts';
import { type Draft, isWritten, originOf, parseConfig } from './parse.ts';
import { resolvedPrices } from './prices.ts';
import { resolvedRecord } from './record.ts';
import type { ResolvedConfig } from './resolved.ts';
import { understandTasks } from './tasks.ts';
import {
  THRESHOLD_NAMES,
  type ThresholdName,
  thresholdRequests,
  type WrittenThresholds,
} from './thresholds.ts';
import { formatPath, type Path } from './yaml.ts';

export type { Overrides } from './overrides.ts';

export interface ResolveRequest {
  /** The config file's text; null when everything comes from flags. */
  readonly text: string | null;
  /** Its path as given, null without a text. */
  readonly file: string | null;
  readonly overrides?: Overrides;
  /** The tasks found in existing results: with them the config needs no tasks, and its gates may name theirs. */
  readonly results?: readonly DeclaredTask[];
  /** Whether a config without tasks is looked at as one that judges existing results, whose tasks its gates name. */
  readonly assumeTasks?: boolean;
}

/**
 * What file, flags and inputs come to, together: override over file over default.
 * @throws IssueList with every fault that could be found, each at its line or with the name of its flag
 */
export function resolveConfig(request: ResolveRequest): ResolvedConfig {
  const { text, file, overrides = {}, assumeTasks = false } = request;
  const draft = parseConfig(text, file ?? 'flags');
  // A text that YAML cannot read says nothing reliable about the rest.
  if (draft.source.issues.length > 0) throw new IssueList('config', draft.issues);
  const given = readOverrides(overrides);
  const tasks = understandTasks(draft);
  const isAssumed = assumeTasks && tasks.declared.length === 0 && tasks.broken.length === 0;
  const results = request.results ?? (isAssumed ? namedByGates(draft, overrides.gates ?? []) : []);
  const declared = { tasks: withResults(tasks.declared, results), broken: tasks.broken };
  const gates = allGates(draft, given, overrides.gates ?? [], declared);
  const curves = resolveCurves(draft);
  const issues = [
    ...[
      curves.issues,
      draft.issues,
      tasks.issues,
      given.issues,
      gates.issues,
      leanIssues(draft, given),
    ].flat(),
    ...engineIssues(draft),
    ...driftIssues(draft, tasks.configs, declared),
    ...driftGateIssues(gates.values, tasks.configs),
    ...ownPromptIssues(draft, tasks.configs, baselineOf(draft, given, '.').baselines),
  ];
  if (issues.length === 0) issues.push(...absences(draft, declared, gates.values));
  const { head } = draft;
  // A head that could not be understood has its issues; the second condition only says so to the compiler.
  if (issues.length > 0 || head === null) throw new IssueList(kindOf(issues), issues.sort(byPlace));

  const directory = file === null ? '.' : dirname(file);
  const baseline = baselineOf(draft, given, directory);
  const rules = {
    baselines: baseline.baselines,
    engine: head.engine,
    prices: resolvedPrices(head.prices),
    seed: head.seed,
    tasks: tasks.configs,
    gates: gates.values,
    curves: curves.value,
    ...rulesOfJudging(draft, given, overrides),
  };
  return frozen({
    ...{ file, digest: configDigest(rules), directory, taskDirectory: directory, allow: draft.policy.allow },
    candidate: candidateOf(draft, given, directory),
    ...baseline,
    anchor: head.anchor === undefined ? null : modelSource(head.anchor.model),
    ...namedReference(head),
    ...rules,
    tries: draft.policy.tries,
    waiverPermission: draft.policy.waiver_permission,
    waiverMaxDays: draft.policy.waiver_max_days,
    suiteChanges: draft.policy.suite_changes,
    includeSamples: head.include_samples,
    drift: driftTasks(draft, tasks.configs, gates.values),
    record: resolvedRecord(head.record),
    declared: declared.tasks,
    sources: sourcesOf(draft, given),
  });
}

/** The tasks that gates name, of which nothing else is known. */
function namedByGates(draft: Draft, flags: readonly GateFlag[]): DeclaredTask[] {
  const gates = [...listedRequests(draft).values, ...flagRequests(flags).values];
  return [...new Set(gates.flatMap(metricNames).map(taskPart))].map((task) => ({
    ...{ task, role: 'general', metrics: [], primaryMetric: NOT_KNOWN_YET, open: true },
  }));
}

/** In the order of the file; what has no line comes last. */
const byPlace = (a: WeighbridgeError, b: WeighbridgeError) =>
  (a.at?.line ?? Infinity) - (b.at?.line ?? Infinity) || (a.at?.column ?? 0) - (b.at?.column ?? 0) || 0;

/** The exit code is the same; `usage` only when nobody has to touch the file. */
const kindOf = (issues: readonly WeighbridgeError[]) =>
  issues.every(({ kind }) => kind === 'usage') ? 'usage' : 'config';

/** Where both know a task, the config's word on it stands: results may add metrics, never redefine one. */
function withResults(tasks: readonly DeclaredTask[], results: readonly DeclaredTask[]): DeclaredTask[] {
  const known = tasks.map((task) => {
    const result = results.find((each) => each.task === task.task);
    if (result === undefined) return task;
    if (task.open === true) return withResult(task, result);
    const more = result.metrics.filter(({ name }) => !task.metrics.some((metric) => metric.name === name));
    return { ...result, ...task, metrics: [...task.metrics, ...more] };
  });
  return [...known, ...results.filter(({ task }) => !tasks.some((each) => each.task === task))];
}

function withResult({ open: _, ...task }: DeclaredTask, result: DeclaredTask): DeclaredTask {
  const primaryMetric = task.primaryMetric === NOT_KNOWN_YET ? result.primaryMetric : task.primaryMetric;
  return { ...result, ...task, metrics: result.metrics, primaryMetric };
}

function allGates(
  draft: Draft,
  given: ReadOverrides,
  flags: readonly GateFlag[],
  declared: Declared,
): GateRequests<Gate> {
  const thresholds: { -readonly [Name in ThresholdName]?: WrittenThresholds[Name] } = {};
  for (const name of THRESHOLD_NAMES) {
    const override = given.values[name];
    const written = draft.thresholds[name];
    if (override !== undefined)
      thresholds[name] = { limit: override.value, origin: { source: override.source } };
    else if (written !== undefined) {
      thresholds[name] = { limit: written, origin: originOf(draft, ['thresholds', name]) };
    }
  }
  const headline = thresholdRequests(thresholds, declared);
  const listed = listedRequests(draft);
  const flagged = flagRequests(flags);
  const requests = [...headline.values, ...listed.values, ...flagged.values, ...anchorRequests(draft)];
  const made = makeGates(requests, declared);
  const unpriced = draft.head?.prices === undefined ? unpricedGates(requests, declared.tasks) : [];
  return {
    values: made.values,
    issues: [...headline.issues, ...listed.issues, ...flagged.issues, ...made.issues, ...unpriced],
  };
}

/** An empty config would judge nothing, and nothing judged must not look like a pass. */
function absences(draft: Draft, { tasks }: Declared, gates: readonly Gate[]): WeighbridgeError[] {
  const at = draft.source.locate([]);
  const place = at.line === undefined ? {} : { at };
  if (tasks.length === 0) {
    const fix = 'add at least one task under `tasks`, or judge existing results with `weighbridge gate`';
    return [new WeighbridgeError('config', 'there are no tasks', { ...place, fix })];
  }
  if (gates.length > 0) return [];
  const fix =
    'set one of the thresholds or add a gate, such as `gates: [{ metric: task/metric, max_drop: 2pp }]`, or give --max-drop task/metric=2pp';
  return [
    new WeighbridgeError('config', 'there are no gates: nothing would ever be blocked', { ...place, fix }),
  ];
}

function rulesOfJudging(
  draft: Draft,
  given: ReadOverrides,
  { full, candidates = 1 }: Overrides,
): Pick<ResolvedConfig, 'policy' | 'evaluation'> {
  const { policy } = draft;
  const sourced = <T>(key: string, value: T): Sourced<T> => {
    const path = ['policy', key];
    return {
      value,
      source: isWritten(draft.source, path) ? originOf(draft, path).source : { kind: 'default' },
    };
  };
  const sharing = policy.tries * candidates;
  return {
    policy: {
      alpha: sourced('alpha', policy.alpha / sharing),
      onInconclusive: given.onInconclusive ?? sourced('on_inconclusive', policy.on_inconclusive),
      leanAlpha: sourced('lean_alpha', policy.lean_alpha / sharing),
      target: sourced('target', policy.target),
      minCoverage: sourced('min_coverage', policy.min_coverage),
      ...(policy.identical === undefined ? {} : { identical: sourced('identical', policy.identical) }),
    },
    evaluation:
      full === undefined ? sourced('evaluation', policy.evaluation) : { value: 'full', source: full },
  };
}

/** A lean has to be easier than a proof, or it is none. */
function leanIssues({ policy, source }: Draft, { onInconclusive }: ReadOverrides): WeighbridgeError[] {
  const { alpha, lean_alpha: lean, on_inconclusive: written } = policy;
  if (alpha <= lean || (onInconclusive?.value ?? written) !== 'lean') return [];
  const key = isWritten(source, ['policy', 'lean_alpha']) ? 'lean_alpha' : 'alpha';
  const message = `policy.alpha of ${alpha} is larger than policy.lean_alpha of ${lean}, so that an undecided gate would be held to more than a proof`;
  const fix = `write a lean_alpha of at least ${alpha}, a smaller alpha, or on_inconclusive: block`;
  return [new WeighbridgeError('config', message, { at: source.locate(['policy', key]), fix })];
}

/** Settings of the engine that do not go together; and its code runs only where the policy says so. */
function engineIssues({ head, policy, source }: Draft): WeighbridgeError[] {
  if (head === null) return [];
  const { referenceEngine } = namedReference(head);
  const engines: readonly (readonly [engine: EngineConfig, key: readonly string[]])[] = [
    [head.engine, ['engine']],
    ...(referenceEngine === head.engine ? [] : [[referenceEngine, ['reference', 'engine']] as const]),
  ];
  return engines.flatMap(([engine, key]) => {
    const faults = faultsOfEngine(engine).map(
      ({ option, says, fix }) =>
        new WeighbridgeError('config', says, { at: source.locate([...key, option]), fix }),
    );
    const code = codeOfEngine(engine);
    if (code === null || policy.allow.includes(code.needs)) return faults;
    return [
      ...faults,
      new WeighbridgeError('config', `the engine runs code of its own: ${code.what}`, {
        at: source.locate([...key, code.option]),
        fix: `remove it, or add \`policy: { allow: [${code.needs}] }\` on the base branch`,
      }),
    ];
  });
}

function candidateOf(draft: Draft, given: ReadOverrides, directory: string): ModelSource | null {
  const override = given.values.candidate;
  if (override !== undefined) return modelSource(fromCommandLine(override.value, directory));
  const written = draft.head?.candidate;
  return written === undefined ? null : modelSource(written);
}

/** A path that a flag or input names is the only source; age and bootstrap are the file's word in any case. */
function baselineOf(
  { head }: Draft,
  given: ReadOverrides,
  directory: string,
): Pick<ResolvedConfig, 'baseline' | 'baselines' | 'store' | 'acceptChange'> {
  const written = baselineSources(head?.baseline);
  const override = given.values.baseline;
  const baselines =
    override === undefined
      ? written
      : { ...written, sources: baselineSources(fromCommandLine(override.value, directory)).sources };
  const [only, ...others] = baselines.sources;
  const usesStore = baselines.sources.some(({ from }) => from === 'store');
  return {
    baseline: others.length === 0 && only?.from === 'path' ? only.model : null,
    baselines,
    store: head?.store === undefined ? (usesStore ? 'default' : null) : { path: head.store },
    acceptChange: head?.accept_change ?? [],
  };
}

/** Where every value came from that is not a default; gates and policy carry theirs themselves. */
function sourcesOf(draft: Draft, given: ReadOverrides): Record<string, Source> {
  const { head, tasks } = draft;
  const paths: Path[] = [
    ...['candidate', 'baseline', 'store', 'accept_change', 'prices', 'seed', 'include_samples', 'drift'].map(
      (key) => [key],
    ),
    ['anchor', 'model'],
    ...['max_age_days', 'bootstrap'].map((key) => ['baseline', key]),
    ...Object.keys(baselineSources(head?.baseline).prompt).map((task) => ['baseline', 'prompt', task]),
    ...['tries', 'waiver_permission', 'waiver_max_days', 'suite_changes', 'allow'].map((key) => [
      'policy',
      key,
    ]),
    ...Object.keys(head?.engine ?? {}).map((key) => ['engine', key]),
    ...[...tasks].flatMap(([name, task]) => Object.keys(task ?? {}).map((key) => ['tasks', name, key])),
  ];
  const written = paths.filter((path) => isWritten(draft.source, path));
  const sources = Object.fromEntries(written.map((path) => [formatPath(path), originOf(draft, path).source]));
  for (const side of ['candidate', 'baseline'] as const) {
    const override = given.values[side];
    if (override !== undefined) sources[side] = override.source;
  }
  return sources;
}

/** A frozen copy: declarations are shared with whoever gave them. */
const frozen = <T>(value: T): T => deepFreeze(structuredClone(value));

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
