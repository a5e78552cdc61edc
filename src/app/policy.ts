import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Overrides, resolveConfig } from '../config/resolve.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { canonicalJson } from '../core/domain/canonical-json.ts';
import type { VerdictFile } from '../core/domain/decision.ts';
import { tasksOfGate } from '../core/domain/gate.ts';
import { type ModelSource, mapPaths } from '../core/domain/model.ts';
import {
  type PolicyChange,
  type PolicyOrigin,
  type SuiteReview,
  WAIVER_MAX_DAYS,
  type Waiver,
} from '../core/domain/policy.ts';
import { buildVerdictFile, invalidateVerdict } from '../report/build.ts';
import { judgeRuns } from './judge/judge-runs.ts';
import { policyChanges } from './policy/changes.ts';
import { stricterOf } from './policy/stricter.ts';
import { isOfSuite, judgeSuite } from './policy/suite-waiver.ts';
import { applyWaivers } from './policy/waive.ts';
import { readWaivers, WAIVER_FILE } from './policy/waiver-file.ts';
import type { StoredSides } from './sides/stored.ts';

/** The config of one commit of the base branch, as text: it is read before anything foreign runs. */
interface PolicyAt {
  readonly revision: string;
  /** Null where the base branch has no config yet. */
  readonly config: string | null;
}

/**
 * What the base branch says: at the commit that the change left it, for which the change answers, and at its tip. The first can be
 * any commit that was ever merged, also one that was never a state of the branch.
 */
export interface BasePolicy extends PolicyAt {
  /** Only where it is another commit. */
  readonly tip?: PolicyAt;
}

/** The commit of the base branch that decides who may waive what, and which code may run. */
export const tipOf = (base: BasePolicy): PolicyAt => base.tip ?? base;

/** What decides besides config and samples. */
export interface Policies {
  /** Null where the event has no base branch: then the config at hand is the policy. */
  readonly base: BasePolicy | null;
  /** How what is asked differs from what the base branch has; absent where nobody has looked, or nothing does. */
  readonly suite?: SuiteReview | null;
  readonly waivers: readonly Waiver[];
  /** Day in UTC, such as `2026-11-21`. */
  readonly today: string;
  /** Why the samples cannot be trusted; null where they can. */
  readonly untrusted: string | null;
}

/** The policy of the base branch next to that of the pull request. */
export interface ResolvedBase {
  readonly config: ResolvedConfig;
  readonly changes: readonly PolicyChange[];
}

/**
 * The base branch's config under the overrides in force. An override may speak of a task that the pull request adds.
 * @throws IssueList when the config of the base branch is at fault: it has to be mended there first
 */
export function resolveBase(text: string, head: ResolvedConfig, overrides: Overrides): ResolvedBase {
  const config = resolveConfig({
    text,
    file: head.file ?? 'weighbridge.yml',
    overrides,
    results: head.declared,
  });
  return { config, changes: policyChanges(config, head) };
}

/**
 * What the stored runs come to: under the config at hand, and where the base branch has another, under that as well. Then
 * waivers, then distrust.
 */
export function judgeUnderPolicies(
  config: ResolvedConfig,
  overrides: Overrides,
  sides: StoredSides,
  { base, suite = null, waivers, today, untrusted }: Policies,
): VerdictFile {
  const bases = base === null ? [] : [base, ...(base.tip === undefined ? [] : [base.tip])];
  const resolved = bases.map(({ config: text }) =>
    text === null ? null : resolveBase(text, config, overrides),
  );
  const decides = base === null ? config : resolved.at(-1)?.config;
  const maxDays = decides?.waiverMaxDays ?? WAIVER_MAX_DAYS;
  const judged = judgeSuite(
    underBases(
      config,
      sides,
      base,
      resolved.map((each) => withOwnPrompts(each, config, suite)),
    ),
    suite,
    waivers,
    today,
    maxDays,
  );
  const gateWaivers = waivers.filter((waiver) => !isOfSuite(waiver));
  const waived = applyWaivers(judged, gateWaivers, today, maxDays);
  const known = resolved.filter((each) => each !== null);
  const lenient =
    known.length > 0 && known.every(({ config: { policy } }) => policy.onInconclusive.value === 'warn');
  const trusted = untrusted === null ? waived : distrust(waived, untrusted, lenient);
  return base !== null && isItsOwnBaseline(config, suite, sides)
    ? invalidateVerdict(trusted, 'the baseline is the candidate itself, so that nothing is compared')
    : trusted;
}

/**
 * A baseline that is asked by another prompt than the base branch says is one that it does not compare with; where the review of the suite
 * names the change, what it comes to waits for a person's word, and under that it is judged as it was asked.
 */
function withOwnPrompts(
  base: ResolvedBase | null,
  head: ResolvedConfig,
  suite: SuiteReview | null,
): ResolvedBase | null {
  const isNamed = suite?.changes.some(
    ({ subject, counts }) => counts && subject.startsWith('baseline.prompt.'),
  );
  if (base === null || isNamed !== true) return base;
  const baselines = { ...base.config.baselines, prompt: head.baselines.prompt };
  return { ...base, config: { ...base.config, baselines } };
}

/** Named as such, or the same weights under the name to which this pull request moves its baseline. */
function isItsOwnBaseline(
  { candidate, baseline, baselines, directory }: ResolvedConfig,
  suite: SuiteReview | null,
  sides: StoredSides,
): boolean {
  const placeOf = (model: ModelSource) => {
    const { kind, ...place } = mapPaths(model, (path) => resolve(directory, path));
    return canonicalJson('path' in place ? place.path : { kind, ...place });
  };
  const named = baselines.sources.flatMap((source) =>
    source.from === 'path' ? [placeOf(source.model)] : [],
  );
  if (candidate !== null && named.includes(placeOf(candidate))) return true;
  // Results are those of the base branch, wherever the pull request moves them.
  if (baseline?.kind === 'results') return false;
  const isMoved =
    suite?.changes.some(({ subject, counts }) => counts && /^baseline\b(?!\.prompt\.)/.test(subject)) ??
    false;
  const weightsOf = (side: StoredSides['baseline']) =>
    new Set(side.runs.map(({ record: { model } }) => canonicalJson([model.digest, model.adapter_digest])));
  const ofBaseline = weightsOf(sides.baseline);
  return isMoved && [...weightsOf(sides.candidate)].some((digest) => ofBaseline.has(digest));
}

/**
 * The same file where somebody with an interest in the verdict could have written the samples. Bad samples may be believed,
 * good ones prove nothing: a pass becomes `inconclusive`, and it blocks.
 * @param lenient whether a policy that the samples' maker did not write lets the undecided merge, `on_inconclusive: warn`
 */
function distrust(file: VerdictFile, untrusted: string, lenient: boolean): VerdictFile {
  const blocked = file.blocked || !lenient;
  if (file.verdict !== 'pass') return buildVerdictFile({ ...file, blocked, untrusted });
  const reasons = [`The samples say pass, and ${untrusted}.`, ...file.reasons];
  return buildVerdictFile({ ...file, verdict: 'inconclusive', blocked, reasons, untrusted });
}

/** @param resolved the config where the change left the base branch, then that of its tip where it is another commit */
function underBases(
  head: ResolvedConfig,
  sides: StoredSides,
  base: BasePolicy | null,
  [atFork = null, atTip = null]: readonly (ResolvedBase | null)[],
): VerdictFile {
  const own = judgeRuns(head, sides);
  if (base === null) return own;
  const fork = underBase(head, sides, own, base.revision, atFork, REMOVED);
  if (base.tip === undefined) return fork;
  const { revision } = base.tip;
  const tip = underBase(head, sides, own, revision, atTip, ADDED_SINCE);
  // What the base branch has changed since is no change of this pull request, unless there was nothing to change.
  const origin = {
    ...((atFork === null ? tip : fork).policyOrigin as PolicyOrigin),
    revision: base.revision,
  };
  const policyOrigin = { ...origin, tip: revision };
  const isSame = atTip === null || atTip.config.digest === atFork?.config.digest;
  if (isSame) return { ...fork, policyOrigin };
  const names = ["of the base branch's tip", 'of the commit where this branch left it'] as const;
  return stricterOf(tip, fork, policyOrigin, names);
}

function underBase(
  head: ResolvedConfig,
  sides: StoredSides,
  own: VerdictFile,
  revision: string,
  before: ResolvedBase | null,
  missing: (task: string) => string,
): VerdictFile {
  if (before === null) return { ...own, policyOrigin: { revision, state: 'adopted', changes: [] } };
  const { config, changes } = before;
  // Another candidate is what a pull request is there for: told, and judged by the same rules.
  const isSame = changes.every(({ subject }) => subject === 'candidate') && config.digest === head.digest;
  if (isSame) return { ...own, policyOrigin: { revision, state: 'same', changes } };
  const gated = new Set(config.gates.flatMap(tasksOfGate));
  const asked = new Set(head.tasks.map(({ name }) => name));
  // A task that is gone is missed only where the base branch gates it.
  const tasks = config.tasks.filter(({ name }) => gated.has(name) || asked.has(name));
  const strict = stricterOf(judgeRuns({ ...config, tasks }, sides), own, {
    revision,
    state: 'changed',
    changes,
  });
  const gone = config.tasks.map(({ name }) => name).filter((name) => gated.has(name) && !asked.has(name));
  return gone.map(missing).reduce(invalidateVerdict, strict);
}

const REMOVED = (task: string) =>
  `the base branch gates the task ${task}, and this pull request removes it: remove its gates first, and the task in a later pull request`;
const ADDED_SINCE = (task: string) =>
  `the tip of the base branch gates the task ${task}, which this pull request does not have: bring this branch up to date`;

/** Where there is no base branch, what is checked out is the policy, and so are the waivers beside it. */
export async function waiversBeside(configPath: string): Promise<readonly Waiver[]> {
  const file = join(dirname(configPath), WAIVER_FILE);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? [] : readWaivers(text, file);
}
