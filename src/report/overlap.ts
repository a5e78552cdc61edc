import type { OverlappingSample } from '../core/compare/overlap.ts';
import type { VerdictFile } from '../core/domain/decision.ts';
import { type Block, list, numberColumn, paragraph, table, textColumn } from './blocks.ts';
import { formatChange, formatCount, formatShare, formatValue, plural } from './format.ts';
import { summaryLine } from './headline.ts';
import { code, inline, ours } from './inline.ts';
import { blocksToLines } from './terminal.ts';

interface Overlap {
  readonly tasks: readonly {
    readonly task: string;
    readonly samples: number;
    readonly unknown: number;
    readonly overlapping: readonly (Omit<OverlappingSample, 'key'> & { readonly id: string })[];
  }[];
  readonly whole: VerdictFile;
  readonly clean: VerdictFile | null;
}

const MOST_SHOWN = 20;

/** Which questions stand in the training files, and what is left of the verdict without them. */
export function renderOverlap({ tasks, whole, clean }: Overlap): string {
  const found = tasks.flatMap(({ task, overlapping }) => overlapping.map((each) => ({ task, ...each })));
  const blocks: Block[] = [
    ...table(
      'Samples that stand in the training files',
      [
        textColumn<Overlap['tasks'][number]>('Task', ({ task }) => code(task)),
        numberColumn<Overlap['tasks'][number]>('Samples', ({ samples }) => formatCount(samples)),
        numberColumn<Overlap['tasks'][number]>(
          'In training files',
          ({ samples, overlapping }) =>
            `${formatCount(overlapping.length)} (${formatShare(samples === 0 ? 0 : overlapping.length / samples)})`,
        ),
        numberColumn<Overlap['tasks'][number]>('Question not kept', ({ unknown }) => formatCount(unknown)),
      ],
      tasks,
    ),
    ...table(
      'The worst first',
      [
        textColumn<(typeof found)[number]>('Task', ({ task }) => code(task)),
        textColumn<(typeof found)[number]>('Sample', ({ id }) => code(id)),
        numberColumn<(typeof found)[number]>('Of its words', ({ share }) => formatShare(share)),
        textColumn<(typeof found)[number]>('Seen first', ({ file, line }) => code(`${file}:${line}`)),
      ],
      [...found].sort((a, b) => b.share - a.share).slice(0, MOST_SHOWN),
    ),
    ...list(
      found.length > MOST_SHOWN
        ? [ours(`${plural(found.length - MOST_SHOWN, 'more sample')}: --json has them all.`)]
        : [],
    ),
    ...(clean === null ? [] : valuesWithout(whole, clean)),
    paragraph(inline`On all samples: ${summaryLine(whole)}`),
    paragraph(
      clean === null
        ? ours('Without them: not judged, since a run stopped early. Evaluate with --full.')
        : inline`Without those in training files: ${summaryLine(clean)}`,
    ),
  ];
  return blocksToLines(blocks).join('\n');
}

interface Row {
  readonly name: string;
  readonly all: string;
  readonly rest: string;
}

/** A gain that is there with them and not without is one of memory. */
function valuesWithout(whole: VerdictFile, clean: VerdictFile): Block[] {
  const rows = whole.tasks.flatMap(({ task, metrics }) =>
    metrics.flatMap(({ metric, unit, candidate, delta }): Row[] => {
      const other = clean.tasks
        .find((each) => each.task === task)
        ?.metrics.find((each) => each.metric === metric);
      if (candidate === null) return [];
      const said = (value: number, change: number | null) =>
        `${formatValue(value, unit)}${change === null ? '' : ` (${formatChange(change, unit)})`}`;
      return [
        {
          name: `${task}/${metric}`,
          all: said(candidate.value, delta?.value ?? null),
          rest:
            other?.candidate == null
              ? 'nothing left'
              : said(other.candidate.value, other.delta?.value ?? null),
        },
      ];
    }),
  );
  return table(
    'The candidate with and without them',
    [
      textColumn<Row>('Metric', ({ name }) => code(name)),
      numberColumn<Row>('All samples (delta)', ({ all }) => all),
      numberColumn<Row>('Without (delta)', ({ rest }) => rest),
    ],
    rows,
  );
}
