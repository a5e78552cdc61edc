import type { ClassRates, ClassResults, TaskResult, VerdictFile } from '../../core/domain/decision.ts';
import { type Block, type Column, heading, numberColumn, paragraph, table, textColumn } from '../blocks.ts';
import { formatChange, formatCount, formatValue, plural } from '../format.ts';
import { code, type Inline, inline, joined, ours } from '../inline.ts';
import type { Rung, Section, SectionOptions } from '../section.ts';

/** What became of each class of a classification, the worst first. */
export function classesSection({ tasks }: VerdictFile, { rung }: SectionOptions): Section {
  return { title: 'Classes', blocks: tasks.flatMap((task) => taskBlocks(task, rung)) };
}

type Row = ClassResults['classes'][number];

function taskBlocks({ task, byClass }: TaskResult, rung: Rung): Block[] {
  if (byClass === undefined) return [];
  const rows = byClass.classes
    .filter(({ samples, baseline, candidate }) => samples + baseline.predictions + candidate.predictions > 0)
    .toSorted((a, b) => changeOf(a, 'f1') - changeOf(b, 'f1'));
  const columns: readonly Column<Row>[] = [
    textColumn('Class', (row) => code(row.class)),
    numberColumn('Samples', ({ samples }) => formatCount(samples)),
    ...(['precision', 'recall', 'f1'] as const).map((rate) =>
      numberColumn<Row>(NAMES[rate], (row) => before(row, rate)),
    ),
  ];
  const left = rows.length - rung.groups;
  return [
    heading(inline`${code(task)}: ${plural(rows.length, 'class', 'classes')}`),
    ...table('Each class against all others: candidate, and its change', columns, rows.slice(0, rung.groups)),
    ...(left > 0
      ? [paragraph(ours(`${plural(left, 'more class', 'more classes')} fell less or rose.`))]
      : []),
    ...remarks(byClass).map((remark) => paragraph(remark)),
  ];
}

const NAMES = { precision: 'Precision', recall: 'Recall', f1: 'F1' } as const;
type Rate = keyof typeof NAMES;

/** Of what has no value on a side nothing moved that could be ranked. */
const changeOf = ({ baseline, candidate }: Row, rate: Rate): number =>
  (candidate[rate] ?? 0) - (baseline[rate] ?? 0);

function before({ baseline, candidate }: Row, rate: Rate): string {
  const [from, to] = [baseline[rate], candidate[rate]];
  if (to === null) return from === null ? 'undefined' : `undefined (was ${formatValue(from, 'rate')})`;
  return from === null
    ? `${formatValue(to, 'rate')} (was undefined)`
    : `${formatValue(to, 'rate')} (${formatChange(to - from, 'rate')})`;
}

/** Classes that are missing or new, and answers that are no class. */
function remarks({ classes, unlabelled }: ClassResults): Inline[] {
  const named = (rows: readonly Row[]) =>
    joined([...rows.slice(0, 10).map((row) => code(row.class)), rows.length > 10 ? ours('…') : []], ', ');
  const said = ({ predictions }: ClassRates) => predictions > 0;
  const found: readonly (readonly [words: string, rows: readonly Row[]])[] = [
    ['No sample is of the class', classes.filter(({ samples }) => samples === 0)],
    [
      'The candidate never says what the baseline does:',
      classes.filter(({ baseline, candidate }) => said(baseline) && !said(candidate)),
    ],
    [
      'The candidate says what the baseline never does:',
      classes.filter(({ baseline, candidate }) => !said(baseline) && said(candidate)),
    ],
  ];
  const { baseline, candidate } = unlabelled;
  return [
    ...found.flatMap(([words, rows]) => (rows.length === 0 ? [] : [inline`${ours(words)} ${named(rows)}.`])),
    ...(baseline + candidate === 0
      ? []
      : [
          inline`Answers that name no class: ${formatCount(baseline)} of the baseline, ${formatCount(candidate)} of the candidate.`,
        ]),
  ];
}
