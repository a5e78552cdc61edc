import type { VerdictFile } from '../../core/domain/decision.ts';
import type { AnswerSpeed } from '../../core/domain/speed.ts';
import { type Block, numberColumn, paragraph, table, textColumn } from '../blocks.ts';
import { formatCount, formatDuration, formatValue, plural } from '../format.ts';
import { code, type Inline, inline, joined, ours } from '../inline.ts';
import type { Section, SectionOptions } from '../section.ts';

/** What the evaluation cost, in sentences of numbers, and how fast the sides answered. */
export function costSection(
  { cost: { samples, tokens }, tasks }: VerdictFile,
  { context: { elapsedSeconds, speeds = [] } }: SectionOptions,
): Section {
  const { planned, evaluated, reused } = samples;
  // Results of other programs often do not say: that is no evaluation for nothing.
  const isCounted = tokens.prompt + tokens.output > 0;
  const counted = isCounted
    ? `${plural(tokens.prompt, 'prompt token')} and ${plural(tokens.output, 'output token')}`
    : 'nobody counted the tokens';
  const sentences = [
    `${formatCount(evaluated)} of ${plural(planned, 'planned sample')} evaluated, both sides together: ${counted}.`,
    ...(tokens.thinking === undefined ? [] : [`Thoughts took another ${plural(tokens.thinking, 'token')}.`]),
    ...(reused === undefined
      ? []
      : [`${formatCount(reused)} of them were reused from an earlier evaluation.`]),
    ...savedByStopping(tasks),
    ...(elapsedSeconds === null ? [] : [`It took ${formatDuration(elapsedSeconds)}.`]),
  ];
  return { title: 'Cost', blocks: [paragraph(joined(sentences.map(ours))), ...speedBlocks(speeds)] };
}

/** What stopping early came to; nothing where no task did. */
function savedByStopping(tasks: VerdictFile['tasks']): string[] {
  if (tasks.every(({ stopped }) => stopped === undefined)) return [];
  const count = (key: 'planned' | 'evaluated') =>
    tasks.reduce((total, { samples }) => total + samples.candidate[key], 0);
  const [planned, evaluated] = [count('planned'), count('evaluated')];
  const share = Math.round((100 * evaluated) / planned);
  return [
    `The candidate was evaluated on ${formatCount(evaluated)} of ${plural(planned, 'sample')} (${share} %); stopping as soon as the verdict was known saved the other ${formatCount(planned - evaluated)}.`,
  ];
}

interface Row {
  readonly task: string;
  readonly baseline: AnswerSpeed | undefined;
  readonly candidate: AnswerSpeed | undefined;
}

type Figure = (speed: AnswerSpeed) => string | null;

/** Of each figure both sides, `baseline → candidate`; a column that no task has is left out. */
const FIGURES: readonly (readonly [title: string, figure: Figure])[] = [
  ['Latency, median', ({ latency }) => seconds(latency.p50)],
  ['Latency, p95', ({ latency }) => seconds(latency.p95)],
  ['First token, median', ({ firstToken }) => seconds(firstToken)],
  ['Tokens a second', ({ tokensPerSecond: rate }) => (rate === null ? null : formatValue(rate, 'number'))],
  [
    'Price of 1,000',
    ({ cost, currency }) => (cost === null ? null : `${formatValue(cost, 'number')} ${currency}`),
  ],
];

const seconds = (value: number | null): string | null =>
  value === null ? null : formatValue(value, 'seconds');

function speedBlocks(speeds: readonly AnswerSpeed[]): readonly Block[] {
  const of = (task: string, side: AnswerSpeed['side']) =>
    speeds.find((speed) => speed.task === task && speed.side === side);
  const rows = [...new Set(speeds.map(({ task }) => task))].map(
    (task): Row => ({ task, baseline: of(task, 'baseline'), candidate: of(task, 'candidate') }),
  );
  const isTold = (figure: Figure) => speeds.some((speed) => figure(speed) !== null);
  const columns = FIGURES.filter(([, figure]) => isTold(figure)).map(([title, figure]) =>
    numberColumn<Row>(title, ({ baseline, candidate }) => both(baseline, candidate, figure)),
  );
  const machines = [...new Set(speeds.flatMap((speed) => speed.machines))];
  return [
    ...table('Cost and speed', [textColumn<Row>('Task', ({ task }) => code(task)), ...columns], rows),
    ...(machines.length === 0 ? [] : [paragraph(measuredOn(machines))]),
  ];
}

/** Figures may hold a currency: data. */
const both = (
  baseline: AnswerSpeed | undefined,
  candidate: AnswerSpeed | undefined,
  figure: Figure,
): Inline => {
  const [before, after] = [baseline, candidate].map((side) => (side === undefined ? null : figure(side)));
  return inline`${before ?? '–'} → ${after ?? '–'}`;
};

/** Two machines are as much of the difference as two models. */
function measuredOn(machines: readonly string[]): Inline {
  const [first = '', ...others] = machines;
  const where = others.reduce((text, machine) => inline`${text}, ${code(machine)}`, code(first));
  const isOne = others.length === 0;
  return inline`Baseline → candidate, measured on ${where}.${ours(isOne ? '' : ' Seconds of different machines are not comparable.')}`;
}
