import type { PreparedTask, RenderedSample, TaskDescription } from '../../tasks/runners/runner.ts';

/** What one task costs on one checkpoint. */
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
/** Prompts that are rendered for a rough estimate, spread over the dataset: all of many thousands would take seconds. */
const RENDERED = 2000;

/** Some samples as a model is asked them, spread over the dataset. @param model whose chat template is used; null for none */
export function someRendered(
  prepared: Pick<PreparedTask, 'samples' | 'show'>,
  most: number,
  model: Parameters<PreparedTask['show']>[1] = null,
): readonly RenderedSample[] {
  const { samples } = prepared;
  const step = Math.max(1, Math.ceil(samples.length / most));
  return samples.filter((_, index) => index % step === 0).map((sample) => prepared.show(sample, model));
}

/**
 * Rough: nothing has been tokenised.
 * @param evaluated samples that will be asked
 */
export function taskCost(
  task: string,
  description: TaskDescription,
  prepared: Pick<PreparedTask, 'samples' | 'show'>,
  evaluated: number,
): TaskCost {
  const shown = someRendered(prepared, RENDERED);
  const bytes = shown.reduce(
    (total, { prompt, continuations }) =>
      total + [prompt, ...continuations].reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    0,
  );
  return costOf(
    task,
    description,
    evaluated,
    shown.length === 0 ? 0 : bytes / shown.length / BYTES_PER_TOKEN,
  );
}

/** @param tokens that one prompt has on average */
export const costOf = (
  task: string,
  { maxOutputTokens, repeats }: TaskDescription,
  evaluated: number,
  tokens: number,
): TaskCost => ({
  ...{ task, samples: evaluated, repeats },
  promptTokens: Math.ceil(tokens * evaluated * repeats),
  outputTokens: evaluated * repeats * maxOutputTokens,
});

/** Of one sample with its answers. */
export const tokensEach = ({ samples, promptTokens, outputTokens }: TaskCost): number =>
  (promptTokens + outputTokens) / Math.max(1, samples);

/** @param checkpoints for each that is evaluated, the tasks that it is evaluated on */
export function totalCost(
  tasks: readonly TaskCost[],
  checkpoints: readonly (readonly TaskCost[])[],
): CostEstimate {
  const sum = (key: 'samples' | 'promptTokens' | 'outputTokens') =>
    checkpoints.flat().reduce((total, task) => total + task[key], 0);
  return {
    tasks,
    checkpoints: checkpoints.length,
    total: {
      samples: sum('samples'),
      promptTokens: sum('promptTokens'),
      outputTokens: sum('outputTokens'),
    },
  };
}
