import type { TaskConfig } from '../config/resolved.ts';

/** What one task costs on one checkpoint. Tokens are rough: nothing has been tokenised yet. */
export interface TaskCost {
  readonly task: string;
  readonly samples: number;
  readonly promptTokens: number;
  /** At most: answers may end earlier. */
  readonly outputTokens: number;
}

export interface CostEstimate {
  readonly tasks: readonly TaskCost[];
  /** Checkpoints that have to be evaluated; the others are results already. */
  readonly checkpoints: number;
  /** Over all tasks and checkpoints. */
  readonly total: Omit<TaskCost, 'task'>;
}

/** English text in the vocabularies of current models; other languages and code need more tokens. */
const BYTES_PER_TOKEN = 4;
/** Text compresses to about a third. */
const GZIP_FACTOR = 3;

/** @param datasetBytes size of the task's dataset file on disk */
export function taskCost({ name, options }: TaskConfig, samples: number, datasetBytes: number): TaskCost {
  const bytes = /\.gz$/i.test(options.dataset) ? datasetBytes * GZIP_FACTOR : datasetBytes;
  const examples = options.type === 'perplexity' ? 1 : 1 + options.num_fewshot;
  return {
    task: name,
    samples,
    promptTokens: Math.ceil((bytes / BYTES_PER_TOKEN) * examples),
    outputTokens: options.type === 'generate' ? samples * options.generation_kwargs.max_gen_toks : 0,
  };
}

export function totalCost(tasks: readonly TaskCost[], checkpoints: number): CostEstimate {
  const sum = (key: 'samples' | 'promptTokens' | 'outputTokens') =>
    checkpoints * tasks.reduce((total, task) => total + task[key], 0);
  return {
    tasks,
    checkpoints,
    total: {
      samples: sum('samples'),
      promptTokens: sum('promptTokens'),
      outputTokens: sum('outputTokens'),
    },
  };
}
