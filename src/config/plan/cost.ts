import type { PreparedTask, TaskDescription } from '../../tasks/runners/runner.ts';

/** What one task costs on one checkpoint. Tokens are rough: nothing has been tokenised yet. */
export interface TaskCost {
  readonly task: string;
  readonly samples: number;
  /** Answers to each of them. */
  readonly repeats: number;
  readonly promptTokens: number;
  /** At most: answers may end earlier. */
  readonly outputTokens: number;
}

export interface CostEstimate {
  readonly tasks: readonly TaskCost[];
  /** Checkpoints that have to be evaluated; the others are results already. */
  readonly checkpoints: number;
  /** Over all tasks and checkpoints. */
  readonly total: Omit<TaskCost, 'task' | 'repeats'>;
}

/** English text in the vocabularies of current models; other languages and code need more tokens. */
const BYTES_PER_TOKEN = 4;
/** Prompts that are rendered for the estimate, spread over the dataset: all of many thousands would take seconds. */
const RENDERED = 2000;

/** @param evaluated samples that will be asked */
export function taskCost(
  task: string,
  { maxOutputTokens, repeats }: TaskDescription,
  prepared: Pick<PreparedTask, 'samples' | 'show'>,
  evaluated: number,
): TaskCost {
  const { samples } = prepared;
  const step = Math.max(1, Math.ceil(samples.length / RENDERED));
  const shown = samples.filter((_, index) => index % step === 0);
  const bytes = shown.reduce((total, sample) => {
    const { prompt, continuations } = prepared.show(sample, null);
    return total + [prompt, ...continuations].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  }, 0);
  const tokens = shown.length === 0 ? 0 : bytes / shown.length / BYTES_PER_TOKEN;
  return {
    task,
    samples: evaluated,
    repeats,
    promptTokens: Math.ceil(tokens * evaluated * repeats),
    outputTokens: evaluated * repeats * maxOutputTokens,
  };
}

/** Of one sample with its answers. */
export const tokensEach = ({ samples, promptTokens, outputTokens }: TaskCost): number =>
  (promptTokens + outputTokens) / Math.max(1, samples);

/**
 * @param checkpoints those that are evaluated on all tasks
 * @param more tasks of a checkpoint that is evaluated on these alone
 */
export function totalCost(
  tasks: readonly TaskCost[],
  checkpoints: number,
  more: readonly TaskCost[] = [],
): CostEstimate {
  const sum = (key: 'samples' | 'promptTokens' | 'outputTokens') =>
    [...Array.from({ length: checkpoints }, () => tasks).flat(), ...more].reduce(
      (total, task) => total + task[key],
      0,
    );
  return {
    tasks,
    checkpoints: checkpoints + (more.length > 0 ? 1 : 0),
    total: {
      samples: sum('samples'),
      promptTokens: sum('promptTokens'),
      outputTokens: sum('outputTokens'),
    },
  };
}
