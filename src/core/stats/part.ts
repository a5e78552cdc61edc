/** One sample's part of a ratio of sums. A mean is the ratio with denominators of 1, a weighted mean with weights. */
export interface Part {
  readonly numerator: number;
  readonly denominator: number;
}

/** The two sides' parts of one sample. */
export interface PairedPart {
  readonly baseline: Part;
  readonly candidate: Part;
}
