/** What a round came to, as trackers of experiments know it: flat names, numbers and words. */
export interface TrackedRun {
  /** What people see first. */
  readonly name: string;
  /** ISO 8601. */
  readonly started: string;
  /** Numbers by name, such as `facts/acc`. */
  readonly metrics: Readonly<Record<string, number>>;
  /** What the numbers were measured under. */
  readonly params: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly datasets: readonly { readonly name: string; readonly digest: string }[];
  /** Paths of reports. */
  readonly files: readonly string[];
  /** Files of the candidate's runs, each with its path in the run directory; none where they were not asked for. */
  readonly samples: readonly { readonly name: string; readonly path: string }[];
  /** Whether the verdict lets the checkpoint through. */
  readonly succeeded: boolean;
}

export interface TrackerTarget {
  /** Address of the server, or the folder that runs are written to. */
  readonly to: string;
  readonly experiment: string;
}

/** A program that keeps experiments; one file and one row add another. */
export interface Tracker {
  readonly summary: string;
  /** Where the target is looked for when no flag names one: the tracker's own variable, else a folder. */
  readonly target: { readonly variable: string; readonly folder?: string };
  /**
   * @param environment where the tracker's own variables are looked for: tokens are in no flag and no file of ours
   * @returns where the run can be seen
   * @throws WeighbridgeError `platform` with what the tracker said
   */
  readonly log: (
    run: TrackedRun,
    target: TrackerTarget,
    environment: Readonly<Record<string, string | undefined>>,
  ) => Promise<string>;
}
