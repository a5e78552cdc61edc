import { tokensEach } from '../../config/plan/cost.ts';
import type { EvaluationPlan } from '../../config/plan/plan.ts';
import { isHarness } from '../../config/resolved.ts';
import { tasksOfGate } from '../../core/domain/gate.ts';
import type { Side } from '../../core/domain/run.ts';
import type { Progress } from '../../tasks/runners/progress.ts';

/** What is left of a whole run, all sides and tasks: as is expected where it may end early, and at most. */
export interface RunLeft {
  readonly expectedSeconds: number;
  readonly mostSeconds: number;
}

interface Part {
  readonly side: Side;
  readonly task: string;
  readonly samples: number;
  readonly tokensEach: number;
  /** Share of its samples that is expected to decide. */
  readonly share: number;
  done: number;
  isOver: boolean;
}

/** How much of what is asked is left, in tokens of the plan, at the rate of what was asked so far. */
export class RunMeter {
  readonly #parts: readonly Part[];
  readonly #isKnown: boolean;
  readonly #now: () => number;
  #began: { readonly at: number } | null = null;
  #worked = 0;

  constructor(plan: EvaluationPlan, sides: readonly Side[], now: () => number = () => performance.now()) {
    const { config } = plan;
    this.#now = now;
    // Of a harness nothing is known before it ran.
    this.#isKnown = !config.tasks.some(isHarness);
    this.#parts = sides.flatMap((side) => partsOf(plan, side));
  }

  /** A side asks no more: what it did not come to is not asked. */
  end(side: Side): void {
    for (const part of this.#parts) if (part.side === side) part.isOver = true;
  }

  /** @returns null until the rate is known, and where a part is not */
  add(side: Side, { task, done, planned }: Progress): RunLeft | null {
    const part = this.#parts.find((each) => each.side === side && each.task === task);
    if (part === undefined || !this.#isKnown) return null;
    for (const other of this.#parts) {
      if (other.side === side && other !== part && other.done > 0) other.isOver = true;
    }
    // What was there before took no time now; nor is the first sample timed, which waited for the model.
    if (this.#began === null) this.#began = { at: this.#now() };
    else if (part.done > 0) this.#worked += (done - part.done) * part.tokensEach;
    part.done = done;
    if (done >= planned) part.isOver = true;
    const seconds = (this.#now() - this.#began.at) / 1000;
    if (!(seconds > 0) || this.#worked === 0) return null;
    const left = (share: (part: Part) => number) =>
      this.#parts.reduce((total, each) => total + (each.isOver ? 0 : tokensLeft(each, share(each))), 0);
    const rate = this.#worked / seconds;
    return { expectedSeconds: left(({ share }) => share) / rate, mostSeconds: left(() => 1) / rate };
  }
}

const tokensLeft = ({ samples, tokensEach: each, done }: Part, share: number): number =>
  Math.max(0, samples * share - done) * each;

function partsOf(plan: EvaluationPlan, side: Side): Part[] {
  const { config, tasks } = plan;
  const source = config[side];
  if (source?.kind === 'results') return [];
  const costs = new Map(plan.cost.tasks.map((cost) => [cost.task, cost]));
  const mine = tasks.filter(
    ({ config: { name } }) =>
      side !== 'anchor' ||
      config.gates.some((gate) => gate.against === 'anchor' && tasksOfGate(gate).includes(name)),
  );
  const ends = side === 'candidate' && config.evaluation.value === 'sequential';
  return mine.flatMap(({ config: { name } }) => {
    const cost = costs.get(name);
    if (cost === undefined) return [];
    return [
      {
        ...{ side, task: name, samples: cost.samples, tokensEach: tokensEach(cost) },
        ...{ share: ends ? expectedShare(plan, name) : 1, done: 0, isOver: false },
      },
    ];
  });
}

/** The gate that takes longest; all of it where nothing is known of one. */
function expectedShare({ config, feasibility }: EvaluationPlan, task: string): number {
  const own = config.gates.filter((gate) => tasksOfGate(gate).includes(task));
  if (own.length === 0) return 1;
  const shares = own.map(({ id }) => feasibility.find(({ gate }) => gate === id)?.expectedShare ?? 1);
  return Math.min(1, Math.max(...shares));
}
