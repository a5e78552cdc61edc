import { z } from 'zod';
import type { Members } from '../../../core/domain/json.ts';
import type { Roots } from '../../links.ts';
import { readJsonAs } from '../json.ts';

const values = z.record(z.string(), z.unknown());

const schema = z.object({
  config_general: z.looseObject({
    model_name: z.string().nullish(),
    model_config: z.looseObject({ model_name: z.string().nullish() }).nullish(),
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

export interface LightevalResults {
  readonly file: string;
  readonly roots: Roots;
  readonly results: z.output<typeof schema>;
  readonly digest: string;
}

/** @throws WeighbridgeError `data` */
export async function readLighteval(file: string, roots: Roots): Promise<LightevalResults> {
  const { value: results, digest } = await readJsonAs(file, schema, 'results of lighteval');
  return { file, roots, results, digest };
}

/** `all` and the averages are means over tasks, of their standard errors too: no numbers of a task. */
export function taskNames({ results: { results } }: LightevalResults): string[] {
  return Object.keys(results).filter((task) => task !== 'all' && !/[:|]_average([:|]\d+)?$/.test(task));
}

/** Names are written with `|` or with `:`, by place and version. */
export const sameName = (name: string): string => name.replaceAll('|', ':');

export const lightevalModel = ({ results }: LightevalResults): string => {
  const { model_name, model_config } = results.config_general;
  return model_name ?? model_config?.model_name ?? 'a model without a name';
};

/** The settings of a task, whose name there may lack suite or few-shot count. */
export function taskConfig({ results: { config_tasks } }: LightevalResults, task: string): Members {
  const wanted = sameName(task);
  const without = wanted.replace(/:\d+$/, '');
  const found = Object.entries(config_tasks).find(([name]) => [wanted, without].includes(sameName(name)));
  return found?.[1] ?? {};
}

/** Whether higher is better, as the task's settings say it: for a metric, or for one of several that it gives. */
export function higherIsBetter(config: Members, metric: string): boolean | null {
  const listed = Array.isArray(config.metrics) ? config.metrics : (config.metric ?? []);
  for (const each of Array.isArray(listed) ? listed : [listed]) {
    const { metric_name: names, higher_is_better: higher } = (each ?? {}) as Members;
    if (![names].flat().includes(metric)) continue;
    const own = typeof higher === 'object' ? (higher as Record<string, unknown> | null)?.[metric] : higher;
    if (typeof own === 'boolean') return own;
  }
  return null;
}

/** Whether a metric is the mean of its samples; where nothing is said, the numbers must show it. */
export function isMean(config: Members, metric: string): boolean {
  const listed = Array.isArray(config.metrics) ? config.metrics : [];
  const own = listed.find((each) => [each?.metric_name].flat().includes(metric))?.corpus_level_fn;
  const how = typeof own === 'object' && own !== null ? own[metric] : own;
  return typeof how !== 'string' || /mean/.test(how);
}
