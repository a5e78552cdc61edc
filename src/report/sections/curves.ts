import type { CurvePoint, CurvesResult } from '../../core/domain/curves.ts';
import { type Block, type Chart, list, numberColumn, table } from '../blocks.ts';
import { formatShare } from '../format.ts';
import { inline, joined, ours } from '../inline.ts';
import type { SectionBuilder } from '../section.ts';

/** A comment is no place for a log. */
const ROWS_IN_COMMENT = 8;

const shown = (value: number): string => String(Number(value.toPrecision(4)));

/** How the candidate was trained: both losses drawn, and what looks wrong with them. */
export const curvesSection: SectionBuilder = ({ curves }, { medium }) => {
  if (curves === undefined) return { title: null, blocks: [] };
  const faults = curves.faults.map((fault) => inline`Not known: ${fault}`);
  const signs = curves.signs.map((sign) => inline`${sign}`);
  return {
    title: 'Training curves',
    blocks: [...chartOf(curves, medium === 'page'), ...list([...faults, ...signs])],
  };
};

interface Row {
  readonly at: number;
  readonly train: number | null;
  readonly evaluation: number | null;
}

function chartOf(curves: CurvesResult, isWhole: boolean): Block[] {
  const { train, evaluation, axis, rising } = curves;
  const points = [...train, ...evaluation];
  if (points.length < 2) return [];
  const [left, right] = ends(points.map(({ at }) => at));
  const [least, most] = ends(points.map(({ value }) => value));
  const place = (value: number, [low, high]: readonly [number, number]) =>
    high > low ? (value - low) / (high - low) : 0.5;
  const series = (name: string, curve: readonly CurvePoint[]) => ({
    name,
    values: curve.map(({ value }) => place(value, [least, most])),
    across: curve.map(({ at }) => place(at, [left, right])),
  });
  const best = rising?.best.value ?? least;
  const drawing: Chart = {
    kind: 'lines',
    series: [series('training loss', train), series('evaluation loss', evaluation)],
    line: { at: place(best, [least, most]), label: rising === null ? 'lowest loss' : 'best evaluation' },
    ends: [`${axis} ${shown(left)}`, `${axis} ${shown(right)}`],
  };
  const number = (value: number | null) => (value === null ? '–' : shown(value));
  const all = rowsOf(curves);
  const rows = table(
    'Losses of the training',
    [
      numberColumn<Row>(axis.charAt(0).toUpperCase() + axis.slice(1), ({ at }) => shown(at)),
      numberColumn<Row>('Training loss', (row) => number(row.train)),
      numberColumn<Row>('Evaluation loss', (row) => number(row.evaluation)),
    ],
    isWhole ? all : few(all, train),
  );
  return rows.map((block) => ({
    kind: 'chart',
    chart: drawing,
    words: words(curves, [least, most]),
    table: block,
  }));
}

function words({ gap, rising, gated, axis }: CurvesResult, [least, most]: readonly [number, number]) {
  return joined([
    ours(`Losses of the candidate's training, from ${shown(least)} to ${shown(most)}.`),
    ours(
      gap === null
        ? 'The generalisation gap is not known.'
        : `At the end the evaluation loss is ${shown(gap.evaluation)}, the training loss ${shown(gap.train)}: a gap of ${formatShare(gap.value)} of the training loss.`,
    ),
    ours(rising === null ? '' : `The best evaluation is that of ${axis} ${shown(rising.best.at)}.`),
    ours(gated === null ? '' : `The checkpoint is that of step ${shown(gated)}.`),
  ]);
}

const ends = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];

/** Both losses by where they stand; an evaluation stands between two entries of the training loss, or beside one. */
function rowsOf({ train, evaluation }: CurvesResult): readonly Row[] {
  const find = (curve: readonly CurvePoint[]) => new Map(curve.map(({ at, value }) => [at, value]));
  const [own, held] = [find(train), find(evaluation)];
  return [...new Set([...own.keys(), ...held.keys()])]
    .sort((a, b) => a - b)
    .map((at) => ({ at, train: own.get(at) ?? null, evaluation: held.get(at) ?? null }));
}

/** Evaluations tell more than entries of the training: where there are enough, they alone, each with the training loss until then. */
function few(rows: readonly Row[], train: readonly CurvePoint[]): readonly Row[] {
  const held = rows
    .filter(({ evaluation }) => evaluation !== null)
    .map((row) => ({ ...row, train: train.findLast(({ at }) => at <= row.at)?.value ?? null }));
  const from = held.length >= 2 ? held : rows;
  if (from.length <= ROWS_IN_COMMENT) return from;
  return Array.from(
    { length: ROWS_IN_COMMENT },
    (_, index) => from[Math.round((index * (from.length - 1)) / (ROWS_IN_COMMENT - 1))],
  ).flatMap((row) => row ?? []);
}
