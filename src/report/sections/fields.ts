import type { MetricResult, TaskResult, VerdictFile } from '../../core/domain/decision.ts';
import { worseSign } from '../../core/domain/metric.ts';
import { type Block, numberColumn, paragraph, table, textColumn } from '../blocks.ts';
import { formatChange, formatValue, NOT_AVAILABLE } from '../format.ts';
import { code, inline, joined, ours } from '../inline.ts';
import type { Section } from '../section.ts';

const MOST = 15;
const SIDES = ['baseline', 'candidate'] as const;

interface Field {
  readonly name: string;
  readonly result: MetricResult;
}

/** Metrics that have parts, such as `field_accuracy.total`: which of the parts broke most. */
export function fieldsSection({ tasks }: VerdictFile): Section {
  return { title: 'Fields that broke most', blocks: tasks.flatMap(blocksOf) };
}

function blocksOf({ task, metrics }: TaskResult): Block[] {
  const names = new Set(metrics.map(({ metric }) => metric));
  return [...names].flatMap((base) => {
    const fields = metrics.flatMap((result) =>
      result.metric.startsWith(`${base}.`) ? [{ name: result.metric.slice(base.length + 1), result }] : [],
    );
    if (fields.length === 0) return [];
    const lacking = SIDES.filter((side) => fields.every(({ result }) => result[side] === null));
    const [only] = lacking;
    // Of a table of unknowns nobody learns more than this.
    if (lacking.length === SIDES.length) return [];
    if (only !== undefined)
      return [
        paragraph(
          inline`${code(`${task}/${base}`)} by field: nothing to compare, the ${ours(only)} has none.`,
        ),
      ];
    const worst = fields.sort((a, b) => harmOf(b) - harmOf(a)).slice(0, MOST);
    const left = fields.length - worst.length;
    const more = left === 0 ? [] : ours(`Another ${left} broke less.`);
    return [
      paragraph(joined([inline`${code(`${task}/${base}`)} by field, worst first.`, more])),
      ...table(
        'Fields, worst first',
        [
          textColumn(ours('Field'), ({ name }: Field) => code(name)),
          numberColumn(ours('Baseline'), ({ result }: Field) => inline`${shownOf(result, 'baseline')}`),
          numberColumn(ours('Candidate'), ({ result }: Field) => inline`${shownOf(result, 'candidate')}`),
          numberColumn(
            ours('Delta'),
            ({ result: { delta, unit } }: Field) =>
              inline`${delta === null ? NOT_AVAILABLE : formatChange(delta.value, unit)}`,
          ),
        ],
        worst,
      ),
    ];
  });
}

/** How much worse it became; where nobody knows it stands last. */
const harmOf = ({ result }: Field): number =>
  result.delta === null ? Number.NEGATIVE_INFINITY : worseSign(result) * result.delta.value;

function shownOf(result: MetricResult, side: 'baseline' | 'candidate'): string {
  const value = result[side];
  return value === null ? NOT_AVAILABLE : formatValue(value.value, result.unit);
}
