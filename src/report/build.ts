import type { TaskComparison } from '../core/compare/compare.ts';
import type { Decision } from '../core/decide/decide.ts';
import { proveSomething } from '../core/decide/rules/registry.ts';
import type { BaselineProvenance } from '../core/domain/baseline.ts';
import type { BySide, ResolvedPolicy, VerdictFile } from '../core/domain/decision.ts';
import { describeLimit, type Gate, metricsOfGate, type Policy } from '../core/domain/gate.ts';
import type { ModelIdentity } from '../core/domain/model.ts';
import type { RunRecord } from '../core/domain/run.ts';
import { lacks, type Samples } from '../core/domain/sample.ts';
import { isProven, verdictExitCode } from '../core/domain/verdict.ts';
import { worstFirst } from './gate-rules.ts';
import { summaryLine } from './headline.ts';
import { toPlain } from './inline.ts';

/** What the earlier phases found; everything else in the verdict file follows from it. */
export type VerdictFacts = Omit<VerdictFile, 'schemaVersion' | 'exitCode' | 'summary' | 'proven'>;

/** A decision that contradicts itself is our own fault, and must never leave as a green check. */
function assertConsistent({ verdict, blocked, gates, untrusted }: VerdictFacts): void {
  const passedOver = gates.some(({ waived }) => waived !== undefined);
  const mustBlock = verdict === 'invalid' || (verdict === 'regression' && !passedOver);
  if (mustBlock && !blocked) throw new Error(`a verdict of ${verdict} that does not block`);
  if (verdict === 'pass' && untrusted !== undefined) throw new Error('a pass of samples that nobody trusts');
  if (gates.some(({ waived, blocks, verdict: of }) => waived && (blocks || of === 'invalid')))
    throw new Error('a waived gate that blocks, or that could not be judged');
  if (verdict === 'pass' && blocked) throw new Error('a pass that blocks');
  if (verdict !== 'invalid' && gates.length === 0) throw new Error(`a verdict of ${verdict} without a gate`);
  if (!blocked && gates.some((gate) => gate.blocks)) throw new Error('a gate blocks, the verdict does not');
}

/**
 * The verdict file, complete: gates in the order in which they are read, the exit code, the summary sentence.
 * @throws Error when the decision contradicts itself
 */
export function buildVerdictFile(facts: VerdictFacts): VerdictFile {
  assertConsistent(facts);
  const gates = worstFirst(facts.gates);
  return {
    ...facts,
    schemaVersion: 1,
    exitCode: verdictExitCode(facts.verdict, facts.blocked),
    proven: isProven(facts.verdict) && proveSomething(gates),
    summary: toPlain(summaryLine({ ...facts, gates })),
    gates,
  };
}

/** The same file when something outside the samples went wrong, such as an evaluation that crashed: never milder than before. */
export function invalidateVerdict(file: VerdictFile, reason: string): VerdictFile {
  const reasons = [onOneLine(reason), ...file.reasons];
  return buildVerdictFile({ ...file, verdict: 'invalid', blocked: true, reasons });
}

/** A described error has its fix, and each of what it lists, on a line of its own; a reason is one line. */
const onOneLine = (reason: string): string =>
  reason
    .replaceAll(/:\n {2}(?!fix: )/g, ': ')
    .replaceAll(/\n {2}(?!fix: )/g, ', ')
    .replaceAll(/\n {2}fix: (.*)/g, ' (fix: $1)')
    .replaceAll('\n', '; ');

/** A stored run, as far as a report needs it. */
export interface ReportedRun {
  readonly record: RunRecord;
  readonly samples: Samples;
}

export interface FactSources {
  readonly version: string;
  readonly config: { readonly file: string | null; readonly digest: string | null };
  readonly gates: readonly Gate[];
  /** On shares of a loss. */
  readonly curveGates?: readonly Gate[];
  readonly policy: Policy;
  readonly runs: BySide<readonly ReportedRun[]>;
  readonly comparisons: readonly TaskComparison[];
  /** Only where the config names an anchor. */
  readonly anchor?: {
    readonly runs: readonly ReportedRun[];
    readonly comparisons: readonly TaskComparison[];
  };
  readonly decision: Decision;
  /** How the baseline was found, where there is more to say than its path. */
  readonly provenance?: BaselineProvenance;
}

/** Everything the verdict file says, gathered from what the earlier phases found. */
export function verdictFacts(sources: FactSources): VerdictFacts {
  const { runs, comparisons, decision, anchor } = sources;
  const all = [...runs.baseline, ...runs.candidate, ...(anchor?.runs ?? [])];
  const reused = total(all, ({ record }) => record.reused?.samples ?? 0);
  return {
    verdict: decision.verdict,
    blocked: decision.blocked,
    reasons: decision.reasons,
    ...(decision.identicalAnswers === undefined ? {} : { identicalAnswers: decision.identicalAnswers }),
    candidate: modelOf(runs.candidate),
    baseline: modelOf(runs.baseline),
    ...(anchor === undefined ? {} : { anchor: modelOf(anchor.runs) }),
    policy: policyOf(sources),
    gates: decision.gates,
    comparability: [...comparisons, ...(anchor?.comparisons ?? [])].flatMap(({ mismatches }) => mismatches),
    tasks: comparisons.flatMap(({ result }) => result ?? []),
    cost: {
      samples: {
        planned: total(all, ({ record }) => record.planned),
        evaluated: total(all, ({ samples }) => samples.length),
        ...(reused === 0 ? {} : { reused }),
      },
      tokens: tokensOf(all),
    },
    provenance: {
      weighbridge: sources.version,
      config: sources.config,
      ...(sources.provenance === undefined ? {} : { baseline: sources.provenance }),
      fingerprints: fingerprintsOf(runs),
    },
  };
}

function tokensOf(runs: readonly ReportedRun[]): VerdictFacts['cost']['tokens'] {
  const tokens = { prompt: 0, output: 0 };
  let thinking = 0;
  for (const { samples } of runs) {
    if (lacks(samples, 'usage')) continue;
    for (const { usage } of samples) {
      tokens.prompt += usage?.prompt_tokens ?? 0;
      tokens.output += usage?.output_tokens ?? 0;
      thinking += usage?.thinking_tokens ?? 0;
    }
  }
  return thinking === 0 ? tokens : { ...tokens, thinking };
}

const total = <T>(items: readonly T[], count: (item: T) => number): number =>
  items.reduce((sum, item) => sum + count(item), 0);

/** The model all runs of a side share; null when there is none, or no single one. */
function modelOf(runs: readonly ReportedRun[]): ModelIdentity | null {
  const models = runs.map(({ record }) => record.model);
  const [first] = models;
  return first !== undefined && models.every(({ digest }) => digest === first.digest) ? first : null;
}

function policyOf({ policy, gates, curveGates = [], comparisons, anchor }: FactSources): ResolvedPolicy {
  const unitOf = (gate: Gate) => {
    const [{ task, metric } = gate] = metricsOfGate(gate);
    const known = [...comparisons, ...(anchor?.comparisons ?? [])];
    const scores = known.find((each) => each.task === task)?.metrics;
    return scores?.find(({ declaration }) => declaration.name === metric)?.declaration.unit === 'rate'
      ? 'rate'
      : 'other';
  };
  return {
    ...policy,
    limits: Object.fromEntries([
      ...gates.map((gate) => limitOf(gate, unitOf(gate))),
      ...curveGates.map((gate) => limitOf(gate, 'rate')),
    ]),
  };
}

const limitOf = (gate: Gate, unit: 'rate' | 'other') =>
  [gate.id, { value: describeLimit(gate, unit), source: gate.source }] as const;

function fingerprintsOf({
  baseline,
  candidate,
}: FactSources['runs']): VerdictFacts['provenance']['fingerprints'] {
  const find = (runs: readonly ReportedRun[], task: string) =>
    runs.find(({ record }) => record.task === task)?.record.fingerprint ?? null;
  const tasks = new Set([...baseline, ...candidate].map(({ record }) => record.task));
  return Object.fromEntries(
    [...tasks]
      .sort()
      .map((task) => [task, { baseline: find(baseline, task), candidate: find(candidate, task) }]),
  );
}
