import type { SampleRecord, Samples } from '../../core/domain/sample.ts';
import type { RunPlan } from '../../results/store/resume.ts';
import { commonPrefix } from '../engines/tokens.ts';
import type { Monitor } from './monitor.ts';
import type { PlannedSample, PreparedTask } from './runner.ts';

/** Samples by the order of a design, as far as it is known: where they are drawn by weight, the rest follows from answers. */
export interface DesignedOrder {
  readonly ids: readonly string[];
  extend(answered: Samples): void;
}

/** Where a monitor may end the evaluation. */
export interface Looks {
  readonly monitor: Monitor;
  readonly run: RunPlan;
}

/**
 * What is still to be done of a task, in blocks that nothing may end: from one look to the next, or all of it where nobody looks.
 * Which samples a block has is what the design says; inside it they are worked on by what their prompts have in common, since
 * an engine computes a shared beginning once. An evaluation that was killed inside a block finishes it first.
 */
export class Blocks {
  /** Samples that were still to be done at the beginning. */
  readonly count: number;
  readonly #order: DesignedOrder;
  readonly #looks: Looks | null;
  readonly #prompt: (sample: PlannedSample) => string;
  #byPrompt: ByPrompt | null = null;
  readonly #together: number;
  readonly #samples: readonly PlannedSample[];
  readonly #pending: Map<string, PlannedSample>;
  readonly #answered: Map<string, SampleRecord>;
  /** How many samples of the order were given out by `leading`. */
  #turn = 0;
  #earliest: number | null = null;

  /**
   * @param pending samples still to be done
   * @param found those that were done before, in whatever order
   */
  constructor(
    content: Pick<PreparedTask, 'show' | 'together'>,
    order: DesignedOrder,
    looks: Looks | null,
    pending: readonly PlannedSample[],
    found: readonly SampleRecord[],
  ) {
    this.count = pending.length;
    this.#order = order;
    this.#looks = looks;
    this.#prompt = (sample) => content.show(sample, null).prompt;
    this.#together = content.together ?? 1;
    this.#samples = pending;
    this.#pending = new Map(pending.map((sample) => [sample.id, sample]));
    this.#answered = new Map(found.map((sample) => [sample.id, sample]));
  }

  /** Whether samples are there whose turn has not come: a look that leaves them out would not be of what is stored. */
  get isTorn(): boolean {
    return this.#lastAnswered() > this.#turn;
  }

  add(sample: SampleRecord): void {
    this.#answered.set(sample.id, sample);
  }

  /** Samples that were answered, in the order of the design, without those that were given out before. */
  leading(): readonly SampleRecord[] {
    const leading: SampleRecord[] = [];
    for (let sample = this.#answerInTurn(); sample !== undefined; sample = this.#answerInTurn()) {
      leading.push(sample);
      this.#turn += 1;
    }
    return leading;
  }

  #answerInTurn(): SampleRecord | undefined {
    // More follows from answers only when all that is known was answered.
    if (this.#turn >= this.#order.ids.length) this.#order.extend([...this.#answered.values()]);
    const id = this.#order.ids[this.#turn];
    return id === undefined ? undefined : this.#answered.get(id);
  }

  /** The samples of the next block after what `leading` gave out, in the order of work; none at the end. */
  next(): readonly PlannedSample[] {
    const block: PlannedSample[] = [];
    for (const id of this.#order.ids.slice(this.#turn, this.#end())) {
      const sample = this.#pending.get(id);
      if (sample === undefined) continue;
      this.#pending.delete(id);
      block.push(sample);
    }
    return this.#sorted.sort(block);
  }

  /** The id of the sample whose prompt begins most like that of a sample, whenever its turn comes; null where there is no other. */
  alike(id: string): string | null {
    return this.#sorted.neighbours.get(id) ?? null;
  }

  get #sorted(): ByPrompt {
    this.#byPrompt ??= new ByPrompt(this.#samples, this.#prompt);
    return this.#byPrompt;
  }

  /** Where the block ends that begins at this turn, as a number of samples. */
  #end(): number {
    const known = this.#order.ids.length;
    if (this.#looks === null) return known;
    const { monitor, run } = this.#looks;
    // It follows from the baseline alone, whose comparison takes its time.
    this.#earliest ??= monitor.earliestStop(run) ?? run.planned;
    let end = Math.max(this.#turn + this.#together, this.#earliest, this.#lastAnswered());
    while (end < known && !monitor.isLook(end, run.planned)) end += 1;
    return Math.min(end, known);
  }

  #lastAnswered(): number {
    return this.#order.ids.findLastIndex((id) => this.#answered.has(id)) + 1;
  }
}

/** Samples by their prompts: those that begin alike stand together. */
class ByPrompt {
  readonly #ranks = new Map<string, number>();
  /** Whose prompt begins most like that of a sample, by id. */
  readonly neighbours = new Map<string, string>();

  constructor(samples: readonly PlannedSample[], promptOf: (sample: PlannedSample) => string) {
    const sorted = samples
      .map((sample) => ({ sample, prompt: promptOf(sample) }))
      .sort((one, other) => (one.prompt < other.prompt ? -1 : one.prompt > other.prompt ? 1 : 0));
    let rank = 0;
    let alikeBefore = -1;
    for (const [at, { sample, prompt }] of sorted.entries()) {
      const [before, after] = [sorted[at - 1], sorted[at + 1]];
      if (before?.prompt !== prompt) rank = at;
      this.#ranks.set(sample.id, rank);
      const alikeAfter = after === undefined ? -1 : commonPrefix(prompt, after.prompt);
      const nearest = alikeAfter >= alikeBefore ? after : before;
      if (nearest !== undefined) this.neighbours.set(sample.id, nearest.sample.id);
      alikeBefore = alikeAfter;
    }
  }

  /** Of equal prompts the first of the design comes first. */
  sort(samples: readonly PlannedSample[]): readonly PlannedSample[] {
    const rankOf = ({ id }: PlannedSample) => this.#ranks.get(id) ?? 0;
    return [...samples].sort((one, other) => rankOf(one) - rankOf(other));
  }
}
