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

/** @param tokens of one answer with its question */
function judgeCost(asks: NonNullable<TaskDescription['asks']>, answers: number, tokens: number): JudgeCost {
  const each = asks.map(({ requests: times, promptBytes, outputTokens, price }) => {
    const requests = answers * times;
    const read = Math.ceil((tokens + promptBytes / BYTES_PER_TOKEN) * requests);
    const written = requests * outputTokens;
    const money = price === null ? null : (read * price.prompt + written * price.output) / 1e6;
    return { requests, read, written, money };
  });
  const total = (of: (one: (typeof each)[number]) => number) => each.reduce((sum, one) => sum + of(one), 0);
  return {
    requests: total(({ requests }) => requests),
    promptTokens: total(({ read }) => read),
    outputTokens: total(({ written }) => written),
    money: each.some(({ money }) => money === null) ? null : total(({ money }) => money ?? 0),
  };
}

/** @param tokens that one prompt has on average */
export const costOf = (
  task: string,
  { maxOutputTokens, repeats, asks = [] }: TaskDescription,
  evaluated: number,
  tokens: number,
): TaskCost => ({
  ...{ task, samples: evaluated, repeats },
  promptTokens: Math.ceil(tokens * evaluated * repeats),
  outputTokens: evaluated * repeats * maxOutputTokens,
  ...(asks.length === 0 ? {} : { judges: judgeCost(asks, evaluated * repeats, tokens + maxOutputTokens) }),
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
