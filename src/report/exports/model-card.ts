import type { VerdictFile } from '../../core/domain/decision.ts';
import { heading, list, numberColumn, paragraph, table, textColumn } from '../blocks.ts';
import {
  formatChange,
  formatCount,
  formatDigest,
  formatInterval,
  formatSize,
  formatValue,
} from '../format.ts';
import { verdictLabel } from '../headline.ts';
import { code, inline, ours } from '../inline.ts';
import { blocksToMarkdown } from '../markdown.ts';
import { type MeasuredMetric, measuredMetrics } from './measured.ts';
import type { VerdictExport } from './verdict-export.ts';

/** Settings without which a number means nothing to whoever reads a card. */
const CONDITIONS = [
  'few_shot',
  'chat_template',
  'generation',
  'limit',
  'engine',
  'harness',
  'dtype',
] as const;

/** A section of a model card: what was measured, on how many samples, how sure, against what. */
export const modelCardExport: VerdictExport = {
  summary: 'Markdown section for a model card: values with samples and intervals, and the conditions',
  file: 'model-card.md',
  render: (file) =>
    `${blocksToMarkdown([
      heading(ours('Evaluation')),
      paragraph(
        inline`${code(file.candidate?.source ?? 'the candidate')} against ${code(file.baseline?.source ?? 'its baseline')}, judged ${ours(verdictLabel(file.verdict))} by weighbridge ${file.provenance.weighbridge}. Intervals are of 90 %; a change is candidate − baseline.`,
      ),
      ...table(
        'Evaluation',
        [
          textColumn<MeasuredMetric>('Task', ({ task }) => code(task.task)),
          textColumn<MeasuredMetric>('Metric', ({ metric }) => code(metric.metric)),
          numberColumn<MeasuredMetric>('Samples', ({ task, metric }) =>
            formatCount(metric.candidate?.n ?? task.pairs),
          ),
          numberColumn<MeasuredMetric>('Value', ({ metric, value }) => ours(valueWithError(metric, value))),
          numberColumn<MeasuredMetric>('Change from the baseline', ({ metric: { delta, unit } }) =>
            delta === null
              ? 'unknown'
              : `${formatChange(delta.value, unit)} (${formatInterval(delta, unit) ?? 'no interval'})`,
          ),
        ],
        measuredMetrics(file),
      ),
      ...list(conditionsOf(file)),
    ])}\n`,
};

function valueWithError({ unit, candidate }: MeasuredMetric['metric'], value: number): string {
  const stderr = candidate?.stderr ?? null;
  const shown = formatValue(value, unit);
  return stderr === null ? shown : `${shown} ± ${formatSize(stderr, unit)}`;
}

function conditionsOf({ candidate, baseline, provenance }: VerdictFile) {
  const models = [
    ...(candidate === null ? [] : [inline`Checkpoint: ${code(formatDigest(candidate.digest))}`]),
    ...(baseline === null ? [] : [inline`Baseline: ${code(formatDigest(baseline.digest))}`]),
  ];
  const tasks = Object.entries(provenance.fingerprints).map(([task, { candidate: of }]) => {
    const said = CONDITIONS.flatMap((name) =>
      of?.[name] == null ? [] : [`${name.replace('_', ' ')} ${String(of[name])}`],
    );
    return inline`${code(task)}: ${code(said.join(', '))}`;
  });
  return [...models, ...tasks];
}
