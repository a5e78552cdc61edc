import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Overrides, resolveConfig } from '../config/resolve.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import type { VerdictFile } from '../core/domain/decision.ts';
import type { PolicyChange, Waiver } from '../core/domain/policy.ts';
import { buildVerdictFile, invalidateVerdict } from '../report/build.ts';
import { judgeRuns } from './judge/judge-runs.ts';
import { policyChanges } from './policy/changes.ts';
import { stricterOf } from './policy/stricter.ts';
import { applyWaivers } from './policy/waive.ts';
import { readWaivers, WAIVER_FILE } from './policy/waiver-file.ts';
import type { StoredSides } from './sides/stored.ts';

/** What the base branch says, as texts: it is read before anything foreign runs. */
export interface BasePolicy {
  /** The commit it was read from. */
  readonly revision: string;
  /** Null where the base branch has no config yet. */
  readonly config: string | null;
}

/** What decides besides config and samples. */
export interface Policies {
  /** Null where the event has no base branch: then the config at hand is the policy. */
  readonly base: BasePolicy | null;
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
  { base, waivers, today, untrusted }: Policies,
): VerdictFile {
  const before = base === null || base.config === null ? null : resolveBase(base.config, config, overrides);
  const judged = underBase(config, sides, base, before);
  const waived = applyWaivers(judged, waivers, today);
  const lenient = before?.config.policy.onInconclusive.value === 'warn';
  return untrusted === null ? waived : distrust(waived, untrusted, lenient);
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

function underBase(
  head: ResolvedConfig,
  sides: StoredSides,
  base: BasePolicy | null,
  before: ResolvedBase | null,
): VerdictFile {
  const own = judgeRuns(head, sides);
  if (base === null) return own;
  const { revision } = base;
  if (before === null) return { ...own, policyOrigin: { revision, state: 'adopted', changes: [] } };
  const { config, changes } = before;
  const isSame = changes.length === 0 && config.digest === head.digest;
  if (isSame) return { ...own, policyOrigin: { revision, state: 'same', changes } };
  const gated = new Set(config.gates.map(({ task }) => task));
  const asked = new Set(head.tasks.map(({ name }) => name));
  // The suite is the pull request's: a task that is gone is missed only where the base branch gates it.
  const tasks = config.tasks.filter(({ name }) => gated.has(name) || asked.has(name));
  const strict = stricterOf(judgeRuns({ ...config, tasks }, sides), own, {
    revision,
    state: 'changed',
    changes,
  });
  const gone = config.tasks.map(({ name }) => name).filter((name) => gated.has(name) && !asked.has(name));
  return gone.map(removedWhileGated).reduce(invalidateVerdict, strict);
}

const removedWhileGated = (task: string) =>
  `the base branch gates the task ${task}, and this pull request removes it: remove its gates first, and the task in a later pull request`;

/** Where there is no base branch, what is checked out is the policy, and so are the waivers beside it. */
export async function waiversBeside(configPath: string): Promise<readonly Waiver[]> {
  const file = join(dirname(configPath), WAIVER_FILE);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? [] : readWaivers(text, file);
}
