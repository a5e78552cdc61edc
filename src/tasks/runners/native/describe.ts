import { assertNever, WeighbridgeError } from '../../../core/domain/errors.ts';
import { companionMetrics, isOfClasses } from '../../../core/metrics/choices.ts';
import { declareMetric } from '../../../core/metrics/registry.ts';
import { configureScorer } from '../../scorers/registry.ts';
import type { ConfiguredScorer } from '../../scorers/scorer.ts';
import type { TaskDescription } from '../runner.ts';
import { configureCheck, PASSED } from './check.ts';
import { type GenerateTask, hasScorers, type NativeTask } from './options.ts';

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
    case 'generate':
    case 'drift': {
      const isRepeated = (options.repeats ?? 1) > 1;
      const metrics = configuredScorers(options).flatMap((scorer) =>
        scorer.metrics.map((metric) =>
          isRepeated && metric.kind === 'mean' ? { ...metric, repeated: true as const } : metric,
        ),
      );
      const [primary] = metrics;
      if (primary === undefined)
        throw new WeighbridgeError('config', `a ${options.type} task needs a scorer`, {
          fix: 'add one: `scorers: [exact_match]`',
        });
      return { metrics, primary: primary.name };
    }
    case 'cases': {
      const isRepeated = (options.repeats ?? 1) > 1;
      const passed = declareMetric(PASSED);
      return {
        metrics: [isRepeated ? { ...passed, repeated: true } : passed],
        primary: PASSED,
      };
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
  const scorer = scorersIn(options).find(({ runsCode }) => runsCode);
  if (scorer === undefined) return {};
  const option = options.type === 'cases' ? 'checks' : 'scorers';
  return { code: { what: `the command of its scorer ${scorer.name}`, option, needs: 'unsafe_code' } };
}

/** What its scorers ask other models, and the grades by people that they name. */
export function judgesOf(options: NativeTask): Pick<TaskDescription, 'asks' | 'labels' | 'loadsModel'> {
  const scorers = scorersIn(options);
  const asks = scorers.flatMap((scorer) => scorer.asks ?? []);
  // What people graded is a metric, and of a check only what follows from it is one.
  const labels = options.type === 'cases' ? [] : scorers.flatMap((scorer) => scorer.labels ?? []);
  return {
    ...(asks.length === 0 ? {} : { asks }),
    ...(labels.length === 0 ? {} : { labels }),
    ...(scorers.some(({ loadsModel }) => loadsModel) ? { loadsModel: true } : {}),
  };
}

/** Whatever scorers the options name. */
function scorersIn(options: NativeTask): readonly ConfiguredScorer[] {
  if (hasScorers(options)) return configuredScorers(options);
  if (options.type !== 'cases') return [];
  return Object.values(options.checks ?? {}).flatMap((entry) => {
    const configured = configureCheck(entry);
    return configured.ok ? [configured.check.scorer] : [];
  });
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
