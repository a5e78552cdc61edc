import type { StopReason, WeightedDraw } from '../../core/domain/run.ts';
import type { SampleRecord } from '../../core/domain/sample.ts';
import type { RunPlan } from '../../results/store/resume.ts';
import type { WeightedOrder } from './order.ts';

/** Who may end a sequential evaluation early. The runner knows neither gates nor the baseline. */
export interface Monitor {
  /** Absent where samples are drawn uniformly. */
  readonly weighing?: Weighing;
  /** Whether anything can be decided after as many samples that could not be one sample earlier. */
  isLook(samples: number, planned: number): boolean;
  /** After how many samples the task could end at the earliest, whatever they say; null where only all of them decide. */
  earliestStop(run: RunPlan): number | null;
  /** Why the task may end after these samples, in the order of their evaluation; null to go on. */
  stopReason(run: RunPlan, samples: readonly SampleRecord[]): StopReason | null;
}

/** Draws the samples first that are expected to tell most. */
export interface Weighing {
  /**
   * By what the samples of a run are drawn that begins; null for uniformly.
   * @param rounds after how many samples the runner can take up new weights
   */
  draw(run: RunPlan, rounds: readonly number[]): WeightedDraw | null;
  /** The order of a run that is drawn by weight; null where its plan does not fit the baseline that is here. */
  order(run: RunPlan): WeightedOrder | null;
}

/** Ends one task early: asks the monitor at every look, until it answers. */
export class EarlyStopping {
  readonly #monitor: Monitor;
  readonly #run: RunPlan;
  readonly #samples: SampleRecord[];
  readonly #stop = new AbortController();
  #reason: StopReason | null;

  /**
   * @param found samples of an earlier evaluation, the first of the order, which may be enough
   * @param mayEnd whether they are all that is stored
   */
  constructor(monitor: Monitor, run: RunPlan, found: readonly SampleRecord[], mayEnd: boolean) {
    this.#monitor = monitor;
    this.#run = run;
    this.#samples = [...found];
    this.#reason = null;
    if (mayEnd) this.#ask();
  }

  /** Null while the evaluation goes on. */
  get reason(): StopReason | null {
    return this.#reason;
  }

  /** Aborted as soon as there is a reason. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** One more sample is stored. */
  add(sample: SampleRecord): void {
    this.#samples.push(sample);
    const isLook = this.#monitor.isLook(this.#samples.length, this.#run.planned);
    if (this.#reason === null && isLook) this.#ask();
  }

  #ask(): void {
    this.#reason = this.#monitor.stopReason(this.#run, this.#samples);
    if (this.#reason !== null) this.#stop.abort();
  }
}
