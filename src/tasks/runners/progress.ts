/** How far one task is; for a terminal or a log, never for a verdict. */
export interface Progress {
  readonly task: string;
  /** Samples that are stored or about to be, those of an earlier run included. */
  readonly done: number;
  readonly planned: number;
  /** Of this run; null until the first sample is done. */
  readonly samplesPerSecond: number | null;
  readonly secondsLeft: number | null;
}

/** Measures the rate of one task from when it is created. */
export function progressMeter(
  task: string,
  planned: number,
  reused: number,
  now: () => number = () => performance.now(),
): (evaluated: number) => Progress {
  const started = now();
  return (evaluated) => {
    const seconds = (now() - started) / 1000;
    const rate = evaluated > 0 && seconds > 0 ? evaluated / seconds : null;
    const done = reused + evaluated;
    return {
      task,
      done,
      planned,
      samplesPerSecond: rate,
      secondsLeft: rate === null ? null : (planned - done) / rate,
    };
  };
}
