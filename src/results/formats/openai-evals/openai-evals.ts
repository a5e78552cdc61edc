import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Members } from '../../../core/domain/json.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import type { Fingerprint } from '../../../core/domain/run.ts';
import type { Score } from '../../../core/domain/sample.ts';
import { brief } from '../digest.ts';
import { defineFormat, errorReason, idFrom, numberedId, type Placed, unidentifiedModel } from '../format.ts';
import { liesIn, meanMetric } from '../metrics.ts';
import { type RecordedSample, type RunLog, type RunSpec, readRunLog } from './events.ts';

const SPEC_KEYS = ['"spec"', '"completion_fns"', '"eval_name"', '"run_id"'];

export const openaiEvals = defineFormat<RunLog & { readonly file: string }>({
  name: 'OpenAI evals',
  summary: 'the .jsonl that `oaieval --record_path` writes',

  detect(head) {
    const [first = ''] = head.split('\n', 1);
    return /^\s*\{\s*"spec"/.test(first) && SPEC_KEYS.every((key) => first.includes(key));
  },

  read: async (file) => ({ file, ...(await readRunLog(file)) }),

  toRuns([log]) {
    const { file, spec, report, reportAt } = log;
    const metrics = metricsOf(log);
    const [model = ''] = spec.completion_fns;
    const expected = metrics.flatMap(({ name: metric }) => {
      const own = Object.hasOwn(report, metric) ? report[metric] : undefined;
      const value = own === null ? NaN : own;
      return typeof value === 'number' ? [{ metric, value, at: { ...reportAt, key: metric } }] : [];
    });
    return [
      {
        ...{ file, task: spec.eval_name, metrics, samples: samplesOf(log, metrics), expected },
        fingerprint: fingerprintOf(spec),
        model: unidentifiedModel(`${model}, by OpenAI evals`, { model, file: log.digest }),
        seed: spec.run_config?.seed ?? 0,
        ...(spec.created_at ? { started: spec.created_at } : {}),
      },
    ];
  },
});

/** The second completion function of a model-graded eval is its grader. */
function fingerprintOf({ eval_name, completion_fns, run_config }: RunSpec): Fingerprint {
  const { cls, args } = run_config?.eval_spec ?? {};
  return {
    harness: 'openai-evals',
    task_version: eval_name,
    scorers: brief({ cls, args, graders: completion_fns.slice(1) }),
    limit: run_config?.max_samples ?? null,
    seed: run_config?.seed ?? null,
  };
}

/**
 * Metrics whose direction the program's documentation tells; a file does not. The score of model-graded evals is what the
 * grader's specification gives for a choice, more for a better one (evals/docs/eval-templates.md).
 */
const KNOWN: readonly MetricDeclaration[] = [
  meanMetric('accuracy', 'higher_is_better', 'rate'),
  meanMetric('f1_score', 'higher_is_better', 'rate'),
  meanMetric('metascore', 'higher_is_better', 'rate'),
  meanMetric('score', 'higher_is_better', 'number'),
  meanMetric('sacrebleu_sentence_score', 'higher_is_better', 'number'),
];

/** @throws WeighbridgeError `data` when no metric of the run is known */
function metricsOf({ spec, samples, reportAt }: RunLog): MetricDeclaration[] {
  const recorded = [...samples.values()];
  const names = new Set(recorded.flatMap(({ metrics }) => metrics.flatMap((each) => Object.keys(each))));
  if (recorded.some(({ matches }) => matches.length > 0)) names.add('accuracy');
  const known = KNOWN.filter(({ name }) => names.has(name));
  if (known.length > 0) return known;
  const written = names.size === 0 ? 'it scored nothing' : `it has ${[...names].sort().join(', ')}`;
  throw new WeighbridgeError(
    'data',
    `${spec.eval_name}: nobody says which way its metrics are better (${written})`,
    {
      at: reportAt,
      fix: `known are ${KNOWN.map(({ name }) => name).join(', ')}; write others as a plain table`,
    },
  );
}

/**
 * Samples in the order of their ids; one that was scored several times gives as many, which are a cluster.
 * @throws WeighbridgeError `data` for a value that the metric cannot have
 */
function samplesOf({ samples }: RunLog, metrics: readonly MetricDeclaration[]): Placed[] {
  const ordered = [...samples].sort(([a], [b]) =>
    a.length === b.length ? (a < b ? -1 : 1) : a.length - b.length,
  );
  return ordered
    .flatMap(([name, recorded]) => {
      const id = idFrom(name);
      const turns = turnsOf(recorded);
      return turns.map((turn, index) => ({
        recorded,
        turn,
        id: numberedId(id, index + 1),
        cluster: turns.length > 1 ? { cluster: id } : {},
      }));
    })
    .map(({ recorded, turn, id, cluster }, index): Placed => {
      const { at, input, target, output, asked, reference } = recorded;
      const scores = metrics.map((metric) => [metric.name, scoreOf(metric, turn, recorded)] as const);
      const sample = {
        ...{ id, index, input_digest: input, target_digest: target },
        ...{ scores: Object.fromEntries(scores), ...cluster },
        ...(output === undefined ? {} : { output }),
        ...(asked === undefined ? {} : { asked: { ...asked, ...reference } }),
      };
      return { sample, at };
    });
}

interface Turn {
  readonly match: unknown;
  readonly metrics: Members;
}

function turnsOf({ at, matches, metrics }: RecordedSample): Turn[] {
  const count = Math.max(matches.length, metrics.length, 1);
  if (matches.length > 0 && metrics.length > 0 && matches.length !== metrics.length) {
    const message = `a sample has ${matches.length} matches and ${metrics.length} sets of metrics`;
    throw new WeighbridgeError('data', `${message}: which belong together is not known`, { at });
  }
  return Array.from({ length: count }, (_, index) => ({
    match: matches[index],
    metrics: metrics[index] ?? {},
  }));
}

function scoreOf({ name, range }: MetricDeclaration, turn: Turn, { error, at }: RecordedSample): Score {
  const written = Object.hasOwn(turn.metrics, name)
    ? turn.metrics[name]
    : name === 'accuracy'
      ? turn.match
      : undefined;
  if (written === undefined || written === null) {
    return { unscored: error === undefined ? 'no score was recorded' : errorReason(error) };
  }
  const value = typeof written === 'boolean' ? Number(written) : written;
  if (typeof value !== 'number') {
    throw new WeighbridgeError('data', `${name} is no number`, { at });
  }
  if (!Number.isFinite(value)) return { unscored: String(value) };
  if (liesIn(range, value)) return value;
  throw new WeighbridgeError('data', `${name} is ${value}, which lies outside ${range.min} to ${range.max}`, {
    at,
  });
}
