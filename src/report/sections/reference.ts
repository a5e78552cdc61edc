import type { ReferenceResult, VerdictFile } from '../../core/domain/decision.ts';
import { worseSign } from '../../core/domain/metric.ts';
import { list, numberColumn, paragraph, table, textColumn } from '../blocks.ts';
import { formatCount, formatValue } from '../format.ts';
import { code, inline, ours } from '../inline.ts';
import type { Section } from '../section.ts';

type Row = ReferenceResult['metrics'][number];

/** Shares of a stronger model that people call nearly as good, and as good for most uses. */
const MARKS = [0.9, 0.8] as const;

/** The candidate beside another model, which decides nothing. */
export function referenceSection({ reference }: VerdictFile): Section {
  if (reference === undefined) return { title: null, blocks: [] };
  const { model, metrics, unlike } = reference;
  const of = model === null ? inline`a model of which no run could be read` : code(model.source);
  return {
    title: 'Beside the reference',
    blocks: [
      paragraph(
        inline`${of} is shown to hold the candidate against, and decides nothing. A share of it is told where more is better.`,
      ),
      ...table(
        'Beside the reference',
        [
          textColumn<Row>('Metric', ({ task, metric }) => code(`${task}/${metric}`)),
          numberColumn<Row>('Pairs', ({ pairs }) => formatCount(pairs)),
          numberColumn<Row>('Candidate', ({ candidate, unit }) => formatValue(candidate, unit)),
          numberColumn<Row>('Reference', ({ value, unit }) => formatValue(value, unit)),
          textColumn<Row>('Reached', (row) => ours(reached(row))),
        ],
        metrics,
      ),
      ...list(
        unlike.map(({ task, reason }) => inline`not beside it: ${task === '' ? '' : code(task)} ${reason}`),
      ),
    ],
  };
}

/** A share of the reference's value means something where more is better and nothing is the least. */
function reached(row: Row): string {
  const { candidate, value } = row;
  if (worseSign(row) === 1 || value <= 0 || candidate < 0) return '–';
  const share = candidate / value + 1e-9;
  const mark = MARKS.find((each) => share >= each);
  const words = mark === undefined ? 'below 80 %' : `at least ${Math.round(mark * 100)} %`;
  return `${Math.round(share * 100)} % (${words})`;
}
