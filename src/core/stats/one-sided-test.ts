export interface OneSidedTest {
  /** z or t, positive where the data lie above the null; null for exact tests, which have none. */
  readonly statistic: number | null;
  /** Probability of data this high or higher if the number were the null: small proves that it is greater. */
  readonly pGreater: number;
  /** Probability of data this low or lower if the number were the null: small proves that it is less. */
  readonly pLess: number;
}
