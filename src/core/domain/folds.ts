/** A part of a task's samples, answered by the one checkpoint that was not trained on it. */
export interface HeldOutFold {
  readonly fold: string;
  /** The checkpoint, as its own run names it. */
  readonly source: string;
  readonly digest: string;
  /** Of its samples. */
  readonly ids: readonly string[];
  /** No other checkpoint answered its samples, so that nothing tells whether this one was trained on them. */
  readonly unchecked?: true;
}

/** What k checkpoints of one recipe, each on its own fold, say of the recipe. It decides nothing. */
export interface CrossValidation {
  readonly task: string;
  readonly folds: readonly (Pick<HeldOutFold, 'fold' | 'source' | 'unchecked'> & {
    readonly samples: number;
  })[];
  readonly changes: readonly FoldChange[];
}

/** Of a metric, over the samples that both sides have a score for. */
export interface FoldChange {
  readonly metric: string;
  readonly filter?: string;
  /** Mean difference in each fold, in their order; null where a fold has no pair. */
  readonly byFold: readonly (number | null)[];
  /** Mean over folds, with the interval for another checkpoint that the same recipe makes of as many samples. */
  readonly recipe: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly level: number;
  } | null;
}
