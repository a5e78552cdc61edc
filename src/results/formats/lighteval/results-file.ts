import { z } from 'zod';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { headOf, readJson } from '../files.ts';

const values = z.record(z.string(), z.unknown());

/** Of the model's settings nothing is kept but its name: they may hold keys. */
const schema = z.object({
  config_general: z.object({
    model_name: z.string().nullish(),
    model_config: z.object({ model_name: z.string().nullish() }).nullish(),
    lighteval_sha: z.unknown().optional(),
    max_samples: z.unknown().optional(),
    num_fewshot_seeds: z.unknown().optional(),
    start_time: z.unknown().optional(),
    generation_parameters: z.unknown().optional(),
  }),
  results: z.record(z.string(), values),
  versions: values.default({}),
  config_tasks: z.record(z.string(), values).default({}),
  summary_tasks: z.record(z.string(), values).default({}),
});

export type Results = z.output<typeof schema>;

export interface ResultsFile {
  readonly file: string;
  readonly results: Results;
  readonly digest: string;
}

/** The settings stand first, so that large files need not be read for this. */
export async function isResultsFile(file: string): Promise<boolean> {
  return /^\s*\{\s*"config_general"\s*:\s*\{/.test((await headOf(file)) ?? '');
}

/** @throws WeighbridgeError `data` */
export async function readResultsFile(file: string): Promise<ResultsFile> {
  const { value, digest } = await readJson(file);
  const parsed = schema.safeParse(value);
  if (parsed.success) return { file, results: parsed.data, digest };
  const [issue] = parsed.error.issues;
  throw new WeighbridgeError('data', `not results of lighteval: ${issue?.message ?? ''}`, {
    at: { file, key: (issue?.path ?? []).join('.') },
    cause: parsed.error,
  });
}

/** `all` and the averages are means over tasks, of their standard errors too: no numbers of a task. */
export function tasksOf({ results }: Results): string[] {
  return Object.keys(results).filter((task) => task !== 'all' && !/[:|]_average([:|]\d+)?$/.test(task));
}

/** Names are written with `|` or with `:`, by place and version. */
export const sameName = (name: string): string => name.replaceAll('|', ':');

export const modelName = ({ config_general: { model_name, model_config } }: Results): string =>
  model_name ?? model_config?.model_name ?? 'a model without a name';

/** The settings of a task, whose name there may lack suite or few-shot count. */
export function taskConfig({ config_tasks }: Results, task: string): Readonly<Record<string, unknown>> {
  const wanted = sameName(task);
  const without = wanted.replace(/:\d+$/, '');
  const found = Object.entries(config_tasks).find(([name]) => [wanted, without].includes(sameName(name)));
  return found?.[1] ?? {};
}

/** Whether higher is better, as the task's settings say it: for a metric, or for one of several that it gives. */
export function higherIsBetter(config: Readonly<Record<string, unknown>>, metric: string): boolean | null {
  const listed = Array.isArray(config.metrics) ? config.metrics : (config.metric ?? []);
  for (const each of Array.isArray(listed) ? listed : [listed]) {
    const { metric_name: names, higher_is_better: higher } = (each ?? {}) as Readonly<
      Record<string, unknown>
    >;
    if (![names].flat().includes(metric)) continue;
    const own = typeof higher === 'object' ? (higher as Record<string, unknown> | null)?.[metric] : higher;
    if (typeof own === 'boolean') return own;
  }
  return null;
}

/** Whether a metric is the mean of its samples; where nothing is said, the numbers must show it. */
export function isMean(config: Readonly<Record<string, unknown>>, metric: string): boolean {
  const listed = Array.isArray(config.metrics) ? config.metrics : [];
  const own = listed.find((each) => [each?.metric_name].flat().includes(metric))?.corpus_level_fn;
  const how = typeof own === 'object' && own !== null ? own[metric] : own;
  return typeof how !== 'string' || /mean/.test(how);
}
