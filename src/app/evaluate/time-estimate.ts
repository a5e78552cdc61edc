import type { EvaluationPlan } from '../../config/plan/plan.ts';
import { isHarness } from '../../config/resolved.ts';
import type { EvaluationProgress } from '../../core/domain/progress.ts';
import type { GatedSide } from '../../core/domain/run.ts';
import type { Shard } from '../../tasks/runners/evaluate.ts';
import { harnessRunner } from '../../tasks/runners/registry.ts';
import type { ExpectedRun, ProgressEvent } from '../log.ts';
import { tasksOfSide } from '../sides/sources.ts';

/** Everything that will be evaluated, in the order in which it will be. */
export function expectedRuns(
  { config, tasks }: Pick<EvaluationPlan, 'config' | 'tasks'>,
  sides: readonly GatedSide[],
  shard: Shard | null,
): readonly ExpectedRun[] {
  return sides.flatMap((side) => {
    const source = config[side];
    if (source === null || source.kind === 'results') return [];
    const mine = new Set(tasksOfSide(config, side).map(({ name }) => name));
    const native = tasks.map(({ config: { name }, prepared }) => {
      const all = Math.min(prepared.samples.length, prepared.limit ?? prepared.samples.length);
      return { side, task: name, labels: [name], samples: Math.ceil(all / (shard?.count ?? 1)) };
    });
    const external = config.tasks.filter(isHarness).map(({ name, runner, options }) => ({
      ...{ side, task: name, labels: harnessRunner(runner).progressLabels(name, options), samples: null },
    }));
    return [...native, ...external].filter(({ task }) => mine.has(task));
  });
}

/** A rate of fewer samples says little. */
const ENOUGH = 5;
/** What a harness adds to the name of a task. */
const REQUESTS = / \(\w+ requests\)$/;

/** Puts the progress of one task beside all that is to be done. */
export class TimeEstimate {
  #runs: readonly ExpectedRun[] = [];
  /** By task: on the other side it takes about as long. */
  readonly #secondsPerSample = new Map<string, number>();

  expect(runs: readonly ExpectedRun[]): void {
    this.#runs = runs;
  }

  at(event: ProgressEvent): EvaluationProgress {
    const { side, done, planned, samplesPerSecond, secondsLeft } = event;
    const label = event.task.replace(REQUESTS, '');
    const known = this.#runs.findIndex((run) => run.side === side && run.labels.includes(label));
    // A harness may be asked for several tasks at once.
    const position =
      known === -1 ? this.#runs.findIndex((run) => run.side === side && run.samples === null) : known;
    const run = this.#runs[known];
    if (run !== undefined && run.samples !== null && samplesPerSecond !== null && done >= ENOUGH) {
      this.#secondsPerSample.set(run.task, 1 / samplesPerSecond);
    }
    const ended = Math.max(0, position) + (done === planned && known !== -1 ? 1 : 0);
    const isKnown = known !== -1 && (done >= ENOUGH || done === planned);
    const later = isKnown ? this.#secondsOf(this.#runs.slice(position + 1)) : null;
    return {
      ...{ side, task: run?.task ?? null, done, planned, tasksDone: ended, tasks: this.#runs.length },
      secondsLeft: later === null || secondsLeft === null ? null : secondsLeft + later,
    };
  }

  /** By what each task took so far, or all of them on the average. */
  #secondsOf(runs: readonly ExpectedRun[]): number | null {
    const rates = [...this.#secondsPerSample.values()];
    const mean = rates.reduce((sum, seconds) => sum + seconds, 0) / rates.length;
    let total = 0;
    for (const { task, samples } of runs) {
      if (samples === null) return null;
      total += samples * (this.#secondsPerSample.get(task) ?? mean);
    }
    return Number.isFinite(total) ? total : null;
  }
}
