/**
 * `looser`: what was blocked may now merge. `stricter`: the other way round. `changed`: neither can be said in general, and a
 * reader has to look.
 */
export type PolicyEffect = 'looser' | 'stricter' | 'changed';

/** One rule or setting that a pull request changes, in the words of the config. */
export interface PolicyChange {
  /** Such as `facts/acc: max_drop`, `policy.alpha` or `tasks.facts.dataset`. */
  readonly subject: string;
  /** As the base branch has it; null where it has none. */
  readonly before: string | null;
  /** As the pull request has it; null where it removes it. */
  readonly after: string | null;
  readonly effect: PolicyEffect;
}

/** Who may set a label that waives a gate, weakest first; GitHub's own names. */
export const WAIVER_PERMISSIONS = ['write', 'maintain', 'admin'] as const;
export type WaiverPermission = (typeof WAIVER_PERMISSIONS)[number];

/** What a waiver names for a change of the suite: in the file with its digest, `suite:<sha256>`; in a label alone. */
export const SUITE_WAIVER = 'suite';

export const DEFAULT_WAIVER_PERMISSION: WaiverPermission = 'maintain';

/** Days within which a waiver of a file has to end, unless `policy.waiver_max_days` says otherwise. */
export const WAIVER_MAX_DAYS = 90;

/** Somebody's word that a gate may be passed over. Hostile text: who wrote it may be anybody. */
export interface Waiver {
  /** Id of the gate, or `task/metric` where one gate alone is on it. */
  readonly gate: string;
  readonly by: string;
  readonly reason: string;
  /** Last day on which it counts, `2026-12-31` in UTC, or `commit <sha>`: with the next push it is over. */
  readonly expires: string;
  /** Such as `weighbridge-waivers.yml:4` or `label`. */
  readonly source: string;
  /** Why it does not count, whatever the gate says; null when nothing is known against it. */
  readonly refused: string | null;
}

/** A waiver as the verdict file tells it: never silent, whether it counted or not. */
export interface WaiverRecord extends Omit<Waiver, 'refused'> {
  readonly applied: boolean;
  /** Why it did not count; null when it did. */
  readonly because: string | null;
}

/** What a change of the suite needs: a person's word, the base branch's files, or a mention. */
export const SUITE_MODES = ['block', 'base', 'warn'] as const;
export type SuiteMode = (typeof SUITE_MODES)[number];

/** One file, or value, on which the verdict depends and which is not as the tip of the base branch has it. */
export interface SuiteChange {
  /** Key of the config that leads to it, such as `tasks.facts.dataset`. */
  readonly subject: string;
  /** Path or value as written; null where the side has none. */
  readonly before: string | null;
  readonly after: string | null;
  /** SHA-256 of the contents; null for a value, and for what lies in no commit. */
  readonly digests: { readonly before: string | null; readonly after: string | null };
  /** Null for a value. */
  readonly size: SuiteSize | null;
  /** `outdated`: as the branch was left, and the base branch has changed it since. */
  readonly kind: 'changed' | 'outdated' | 'new task' | 'pointer';
  /** Whether it needs to be accepted; what a new task asks, no gate of the base branch rests on. */
  readonly counts: boolean;
}

export type SuiteSize =
  | { readonly unit: 'rows'; readonly added: number; readonly removed: number; readonly changed: number }
  | { readonly unit: 'bytes'; readonly before: number | null; readonly after: number | null };

/** What a pull request changes of what is asked, and of what it is compared with. */
export interface SuiteReview {
  readonly mode: SuiteMode;
  /** SHA-256 over the changes that count; a waiver names it, so that it holds for no later change. */
  readonly digest: string;
  /** Those that count first. */
  readonly changes: readonly SuiteChange[];
}

/** By which policies a candidate was judged. */
export interface PolicyOrigin {
  /** Commit of the base branch that the policy was read from. */
  readonly revision: string;
  /** The tip of the base branch, whose config judged as well and whose waivers count; only where it is another commit. */
  readonly tip?: string;
  /** `adopted`: the base branch has no config yet, so that the pull request's own applies. */
  readonly state: 'same' | 'changed' | 'adopted';
  /** What the pull request changes, looser first. */
  readonly changes: readonly PolicyChange[];
  /** Only where files were looked at and something differs. */
  readonly suite?: SuiteReview & { readonly accepted: Pick<Waiver, 'by' | 'reason' | 'expires'> | null };
}
