import type { TaskDescription } from '../../tasks/runners/runner.ts';

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
/** Text compresses to about a third. */
const GZIP_FACTOR = 3;

/**
 * @param counts samples that the dataset has, and how many of them will be asked
 * @param datasetBytes size of the task's dataset file on disk
 */
export function taskCost(
  task: string,
  { dataset, samplesPerPrompt, maxOutputTokens, repeats }: TaskDescription,
  counts: { readonly samples: number; readonly evaluated: number },
  datasetBytes: number,
): TaskCost {
  const share = counts.samples === 0 ? 0 : counts.evaluated / counts.samples;
  const bytes = share * (/\.gz$/i.test(dataset) ? datasetBytes * GZIP_FACTOR : datasetBytes);
  return {
    task,
    samples: counts.evaluated,
    repeats,
    promptTokens: Math.ceil((bytes / BYTES_PER_TOKEN) * samplesPerPrompt * repeats),
    outputTokens: counts.evaluated * repeats * maxOutputTokens,
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
