import { assertNever, WeighbridgeError } from '../../../core/domain/errors.ts';
import { companionMetrics, isOfClasses } from '../../../core/metrics/choices.ts';
import { declareMetric } from '../../../core/metrics/registry.ts';
import { configureScorer } from '../../scorers/registry.ts';
import type { ConfiguredScorer } from '../../scorers/scorer.ts';
import type { TaskDescription } from '../runner.ts';
import type { GenerateTask, NativeTask } from './options.ts';

const CHOICE_METRICS = [declareMetric('acc'), declareMetric('acc_norm'), ...companionMetrics()];
const PERPLEXITY_METRICS = [
  declareMetric('bits_per_byte'),
  declareMetric('byte_perplexity'),
  declareMetric('word_perplexity'),
];

/** The metrics that a task will have. The first scorer gives the primary metric of a `generate` task. */
export function nativeMetrics(options: NativeTask): Pick<TaskDescription, 'metrics' | 'primary'> {
  switch (options.type) {
    case 'multiple_choice':
      return {
        metrics: [
          ...CHOICE_METRICS,
          ...options.corpus_metrics.map((name) => ({
            ...declareMetric(name),
            ...(isOfClasses(name) ? { classes: [options.doc_to_choice].flat() } : {}),
          })),
        ],
        primary: 'acc',
      };
    case 'generate': {
      const isRepeated = (options.repeats ?? 1) > 1;
      const metrics = configuredScorers(options).flatMap((scorer) =>
        scorer.metrics.map((metric) =>
          isRepeated && metric.kind === 'mean' ? { ...metric, repeated: true as const } : metric,
        ),
      );
      const [primary] = metrics;
      if (primary === undefined)
        throw new WeighbridgeError('config', 'a generate task needs a scorer', {
          fix: 'add one: `scorers: [exact_match]`',
        });
      return { metrics, primary: primary.name };
    }
    case 'perplexity':
      return {
        metrics: [
          ...PERPLEXITY_METRICS,
          ...(options.per_token === true ? [declareMetric('token_perplexity')] : []),
        ],
        primary: 'bits_per_byte',
      };
    default:
      return assertNever(options);
  }
}

/** The programs that the scorers of a task would start. */
export function codeOf(options: NativeTask): Pick<TaskDescription, 'code'> {
  if (options.type !== 'generate') return {};
  const scorer = configuredScorers(options).find(({ runsCode }) => runsCode);
  if (scorer === undefined) return {};
  return {
    code: { what: `the command of its scorer ${scorer.name}`, option: 'scorers', needs: 'unsafe_code' },
  };
}

/** What its scorers ask other models, and the grades by people that they name. */
export function judgesOf(options: NativeTask): Pick<TaskDescription, 'asks' | 'labels'> {
  const scorers = options.type === 'generate' ? configuredScorers(options) : [];
  const asks = scorers.flatMap((scorer) => scorer.asks ?? []);
  const labels = scorers.flatMap((scorer) => scorer.labels ?? []);
  return { ...(asks.length === 0 ? {} : { asks }), ...(labels.length === 0 ? {} : { labels }) };
}

/** The scorers of a task whose options have passed their schema. */
export function configuredScorers(options: GenerateTask): ConfiguredScorer[] {
  return options.scorers.map((entry, index) => {
    const configured = configureScorer(entry);
    if (configured.ok) return configured.scorer;
    const faults = configured.issues.map((issue) => issue.message).join('; ');
    throw new WeighbridgeError('config', `scorer ${index + 1}: ${faults}`, {
      fix: 'correct its options as docs/reference/config.md has them',
    });
  });
}
