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
}
