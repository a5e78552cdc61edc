import { z } from 'zod';
import { WeighbridgeError } from '../../../core/domain/errors.ts';

const values = z.record(z.string(), z.unknown());
const count = z.int().min(0);

const score = z.object({
  name: z.string(),
  scorer: z.string().nullish(),
  reducer: z.string().nullish(),
  scored_samples: count.nullish(),
  params: z.unknown().optional(),
  metrics: z.record(
    z.string(),
    z.object({ name: z.string(), value: z.unknown().optional(), group: z.string().nullish() }),
  ),
});

/** Of an Inspect log, without its samples, only what is read here. Numbers may be NaN. */
const schema = z.object({
  status: z.enum(['started', 'success', 'cancelled', 'error']),
  invalidated: z.boolean().default(false),
  eval: z.object({
    task: z.string().min(1),
    task_version: z.union([z.number(), z.string()]).nullish(),
    task_args: z.unknown().optional(),
    created: z.string().nullish(),
    model: z.string(),
    model_args: z.unknown().optional(),
    model_generate_config: values.nullish(),
    dataset: z.object({
      name: z.string().nullish(),
      samples: count.nullish(),
      sample_ids: z.array(z.union([z.string(), z.number()])).nullish(),
      shuffled: z.boolean().nullish(),
    }),
    config: z.object({
      limit: z.unknown().optional(),
      epochs: z.int().min(1).nullish(),
      epochs_reducer: z.array(z.string()).nullish(),
      sample_id: z.unknown().optional(),
    }),
    packages: z.record(z.string(), z.unknown()).default({}),
    scorers: z.unknown().optional(),
  }),
  plan: z.object({ steps: z.unknown().optional(), config: values.nullish() }).nullish(),
  results: z
    .object({
      total_samples: count,
      completed_samples: count,
      scores: z.array(score).nullish(),
      // In 2024 there was one scorer.
      scorer: z.object({ name: z.string(), params: z.unknown().optional() }).nullish(),
      metrics: score.shape.metrics.nullish(),
    })
    .nullish(),
  error: z.object({ message: z.string() }).nullish(),
});

type Parsed = z.output<typeof schema>;
export type OwnScore = z.output<typeof score>;

/** The log of a run that went to its end. */
export interface Header extends Omit<Parsed, 'results'> {
  readonly total: number;
  readonly completed: number;
  readonly epochs: number;
  readonly scores: readonly OwnScore[];
}

/** @throws WeighbridgeError `data` for what is no log, or of a run that did not go to its end */
export function parseHeader(value: unknown, file: string): Header {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new WeighbridgeError('data', `not a log of Inspect: ${issue?.message ?? ''}`, {
      at: { file, key: (issue?.path ?? []).join('.') },
      cause: parsed.error,
    });
  }
  const { results, ...log } = parsed.data;
  const fail = (message: string, fix: string): never => {
    throw new WeighbridgeError('data', message, { at: { file }, fix });
  };
  const again = 'finish it (`inspect eval-retry`), or evaluate again';
  if (log.status !== 'success' || !results) {
    const why = log.error ? `: ${log.error.message.slice(0, 200)}` : '';
    return fail(`the run did not finish, its status is ${log.status}${why}`, again);
  }
  if (log.invalidated) return fail('the log was marked as invalid', 'evaluate again');
  const { scores, scorer, metrics, total_samples: total, completed_samples: completed } = results;
  const single = scorer && metrics ? [{ name: scorer.name, params: scorer.params, metrics }] : [];
  const own = scores ?? single;
  if (own.length === 0) return fail('nothing was scored', 'score the log: `inspect score`');
  return { ...log, total, completed, epochs: log.eval.config.epochs ?? 1, scores: own };
}
