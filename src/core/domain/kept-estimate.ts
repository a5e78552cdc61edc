/** What the units on one side of 0 move a mean by, each by w·x, w being its share of all. */
export interface Moves {
  /** Σ w·|x| */
  readonly sum: number;
  /** Σ (w·x)² */
  readonly squares: number;
}

/** A change by its two sides. */
export interface Moved {
  readonly rose: Moves;
  readonly fell: Moves;
  /** How far the heaviest unit could move the mean. */
  readonly most: number;
}

/** What samples say of a number on the scale on which it is judged, in numbers alone. */
export interface KeptEstimate {
  readonly lowest: KeptEnd;
  /** Absent where missing scores and sparse data make no difference. */
  readonly highest?: KeptEnd;
  readonly moved?: Moved;
}

export interface KeptEnd {
  readonly value: number;
  /** All have to agree. */
  readonly of: readonly KeptInference[];
  /** As far as they lie between these. */
  readonly between?: { readonly low: KeptInference; readonly high: KeptInference };
}

/** An inference that follows from a few numbers, by how many. */
export const KEPT_KINDS = { tango: 3, binomial: 2, student: 3, skewed: 4, normal: 2, unknown: 0 } as const;

export interface KeptInference {
  readonly kind: keyof typeof KEPT_KINDS;
  readonly numbers: readonly number[];
  /** Where it is another number, stretched and moved. */
  readonly scaled?: { readonly factor: number; readonly moved: number };
}
