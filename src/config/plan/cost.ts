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
  /** What other models are asked about the answers; absent where none is. */
  readonly judges?: JudgeCost;
}

/** What judging costs on one checkpoint, at most: answers and replies may be shorter, and what was judged before costs nothing. */
interface JudgeCost {
  readonly requests: number;
  readonly promptTokens: number;
  readonly outputTokens: number;
  /** In the unit of the price; null where a judge has none. */
  readonly money: number | null;
}

export interface CostEstimate {
  readonly tasks: readonly TaskCost[];
  /** Checkpoints that have to be evaluated; the others are results already. */
  readonly checkpoints: number;
  /** Over all tasks and checkpoints. */
  readonly total: Omit<TaskCost, 'task' | 'repeats' | 'judges'>;
}

/** English text in the vocabularies of current models; other languages and code need more tokens. */
const BYTES_PER_TOKEN = 4;
/** Prompts that are rendered for the estimate, spread over the dataset: all of many thousands would take seconds. */
const RENDERED = 2000;

/** @param evaluated samples that will be asked */
export function taskCost(
  task: string,
  { maxOutputTokens, repeats, asks = [] }: TaskDescription,
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
    ...(asks.length === 0 ? {} : { judges: judgeCost(asks, evaluated * repeats, tokens + maxOutputTokens) }),
  };
}

/** @param tokens of one answer with its question */
function judgeCost(asks: NonNullable<TaskDescription['asks']>, answers: number, tokens: number): JudgeCost {
  const each = asks.map(({ promptBytes, outputTokens, price }) => {
    const read = Math.ceil((tokens + promptBytes / BYTES_PER_TOKEN) * answers);
    const written = answers * outputTokens;
    const money = price === null ? null : (read * price.prompt + written * price.output) / 1e6;
    return { read, written, money };
  });
  const total = (of: (one: (typeof each)[number]) => number) => each.reduce((sum, one) => sum + of(one), 0);
  return {
    requests: answers * asks.length,
    promptTokens: total(({ read }) => read),
    outputTokens: total(({ written }) => written),
    money: each.some(({ money }) => money === null) ? null : total(({ money }) => money ?? 0),
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
