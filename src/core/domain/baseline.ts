import { describeModel, type ModelSource } from './model.ts';

/** One place where a baseline may come from, as the config says it. They are tried in the order in which they are written. */
export type BaselineSource =
  | { readonly from: 'path'; readonly model: ModelSource }
  /** What the pointer file names, as the merge base has it. `branch` is null where the event or the clone says which. */
  | { readonly from: 'base-branch'; readonly pointer: string; readonly branch: string | null }
  /** What was blessed last. */
  | { readonly from: 'store' }
  /** What the last green run on the base branch judged. */
  | { readonly from: 'artifact' };

/** Where samples come from that were evaluated earlier. */
export interface Origin {
  /** Commit that was checked out then; null when unknown. */
  readonly commit: string | null;
  /** ISO 8601: when the evaluation ended. */
  readonly date: string;
  /** Who ran or blessed it; null when unknown. */
  readonly by: string | null;
}

/** One source that was tried. `reason` is null for the one that gave the baseline. */
export interface BaselineAttempt {
  readonly source: string;
  readonly reason: string | null;
}

/** How the baseline was found, for the report. */
export interface BaselineProvenance {
  /** In the order in which they were tried; none where the config names a single path. */
  readonly attempts: readonly BaselineAttempt[];
  /** Null where the baseline was evaluated for this run. */
  readonly origin: Origin | null;
  /** From when on the report warns of its age; null for never. */
  readonly max_age_days: number | null;
  /** Declared changes, for which the baseline was evaluated anew with the candidate's setting. */
  readonly accepted: readonly string[];
}

/** A source in words, as the config writes it. */
export function describeBaselineSource(source: BaselineSource): string {
  switch (source.from) {
    case 'path':
      return describeModel(source.model);
    case 'base-branch':
      return `${source.pointer} of ${source.branch ?? 'the base branch'}`;
    case 'store':
      return 'the store';
    case 'artifact':
      return 'the last green run on the base branch';
  }
}
