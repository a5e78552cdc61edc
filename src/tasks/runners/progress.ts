/** How far one task is; for a terminal or a log, never for a verdict. */
export interface Progress {
  readonly task: string;
  /** Samples that are stored or about to be, those of an earlier run included. */
  readonly done: number;
  readonly planned: number;
  /** Of this run; null until a second sample is done. */
  readonly samplesPerSecond: number | null;
  readonly secondsLeft: number | null;
}

/** Measures the rate of one task from its first sample on: before that a model is loaded, which no later sample waits for. */
export function progressMeter(
  task: string,
  planned: number,
  reused: number,
  now: () => number = () => performance.now(),
): (evaluated: number) => Progress {
  let first: { readonly at: number; readonly evaluated: number } | null = null;
  return (evaluated) => {
    const at = now();
    first ??= { at, evaluated };
    const seconds = (at - first.at) / 1000;
    const rate = seconds > 0 ? (evaluated - first.evaluated) / seconds : 0;
    const done = reused + evaluated;
    return {
      task,
      done,
      planned,
      samplesPerSecond: rate > 0 ? rate : null,
      secondsLeft: rate > 0 ? (planned - done) / rate : null,
    };
  };
}
