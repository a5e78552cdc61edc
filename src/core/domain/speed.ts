/** How fast one side answered one task, and what that cost: it varies from run to run, and decides nothing by itself. */
export interface AnswerSpeed {
  readonly task: string;
  readonly side: 'baseline' | 'candidate';
  /** Of which somebody measured the time. */
  readonly answers: number;
  /** Seconds of one answer; null where nobody measured. */
  readonly latency: { readonly p50: number | null; readonly p95: number | null };
  /** Median seconds to the first token; null where answers came whole. */
  readonly firstToken: number | null;
  /** Written over the time of all answers; null where none was written. */
  readonly tokensPerSecond: number | null;
  /** Of 1,000 answers, however many there are; null without a price, or where some were not counted. */
  readonly cost: number | null;
  readonly currency: string | null;
  readonly machines: readonly string[];
}
