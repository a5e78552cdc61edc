import type { Flip, MetricResult, TaskResult, VerdictFile } from '../../core/domain/decision.ts';
import type { Column } from '../columns.ts';
import { fenced } from '../escape.ts';
import { formatChange, formatCount, plural } from '../format.ts';
import { code, type Inline, say, toMarkdown } from '../inline.ts';
import { folded, renderTable } from '../table.ts';

export interface FlipDetail {
  /** Samples shown a task and direction. */
  readonly samples: number;
  readonly improved: boolean;
  /** Groups shown a task, worst first. */
  readonly groups: number;
  /** Code points kept of each output. */
  readonly outputLength: number;
}

type Group = MetricResult['groups'][number];

export const groupColumns = ({ unit }: Pick<MetricResult, 'unit'>): readonly Column<Group>[] => [
  { title: () => say`Group`, align: 'left', cell: ({ group }) => code(group) },
  { title: () => say`Pairs`, align: 'right', cell: ({ pairs }) => say`${formatCount(pairs)}` },
  { title: () => say`Delta`, align: 'right', cell: ({ delta }) => say`${formatChange(delta, unit)}` },
];

function groupTable(metric: MetricResult, limit: number): string | null {
  const shown = metric.groups.slice(0, limit);
  if (shown.length === 0) return null;
  const table = renderTable(groupColumns(metric), shown);
  const left = metric.groups.length - shown.length;
  return left === 0 ? table : `${table}\n\n${plural(left, 'more group')} fell less or rose.`;
}

/** Whether the sample got worse. */
export function regressed(flip: Flip, direction: MetricResult['direction']): boolean {
  const change = flip.candidate.score - flip.baseline.score;
  return direction === 'higher_is_better' ? change < 0 : change > 0;
}

export function score(value: number): string {
  return String(Number(value.toPrecision(4))).replace('-', '−');
}

function output(who: string, text: string | null, length: number): string {
  if (text === null) return `${who}: no output was stored.`;
  return text === '' ? `${who}: an empty output.` : `${who}:\n\n${fenced(text, { length })}`;
}

function flipBlock({ id, group, baseline, candidate }: Flip, length: number): string {
  const where: Inline = group === null ? [] : say` in ${code(group)}`;
  const scores = say`${code(id)}${where}: score ${score(baseline.score)} → ${score(candidate.score)}`;
  if (baseline.output === null && candidate.output === null) return `**Sample** ${toMarkdown(scores)}`;
  return [
    `**Sample** ${toMarkdown(scores)}`,
    output('Baseline', baseline.output, length),
    output('Candidate', candidate.output, length),
  ].join('\n\n');
}

/** Longest output that is still a table cell. */
const CELL_LENGTH = 80;

const isShort = ({ baseline, candidate }: Flip): boolean =>
  [baseline.output, candidate.output].every(
    (text) => text === null || (text.length <= CELL_LENGTH && !text.trim().includes('\n')),
  );

const said = (text: string | null): Inline =>
  text === null ? [] : text.trim() === '' ? say`(empty)` : code(text.trim());

const SAMPLE: Column<Flip> = { title: () => say`Sample`, align: 'left', cell: ({ id }) => code(id) };
const GROUP: Column<Flip> = {
  title: () => say`Group`,
  align: 'left',
  cell: ({ group }) => (group === null ? [] : code(group)),
};
const OUTPUTS: readonly Column<Flip>[] = [
  { title: () => say`Baseline said`, align: 'left', cell: ({ baseline }) => said(baseline.output) },
  { title: () => say`Candidate said`, align: 'left', cell: ({ candidate }) => said(candidate.output) },
];
const SCORES: readonly Column<Flip>[] = [
  { title: () => say`Baseline`, align: 'right', cell: ({ baseline }) => say`${score(baseline.score)}` },
  { title: () => say`Candidate`, align: 'right', cell: ({ candidate }) => say`${score(candidate.score)}` },
];

/** Short answers side by side, one line a sample; scores only where nothing was said. */
function flipTable(flips: readonly Flip[]): string {
  const group = flips.some((flip) => flip.group !== null) ? [GROUP] : [];
  const silent = flips.every(
    ({ baseline, candidate }) => baseline.output === null && candidate.output === null,
  );
  return renderTable([SAMPLE, ...group, ...(silent ? SCORES : OUTPUTS)], flips);
}

function taskBlock(task: TaskResult, detail: FlipDetail): string | null {
  const metric = task.metrics.find(({ metric: name }) => name === task.primaryMetric);
  if (metric === undefined) return null;
  const worse = task.flips.filter((flip) => regressed(flip, metric.direction));
  const better = detail.improved ? task.flips.filter((flip) => !regressed(flip, metric.direction)) : [];
  const groups = groupTable(metric, detail.groups);
  const still = metric.groups.every(({ delta }) => delta === 0);
  if (worse.length === 0 && better.length === 0 && still) return null;
  const counts =
    metric.flips === null
      ? say`scores that moved most`
      : say`${formatCount(metric.flips.regressed)} got worse, ${formatCount(metric.flips.improved)} got better`;
  const blocks = [`#### ${toMarkdown(say`${code(`${task.task}/${metric.metric}`)}: ${counts}`)}`];
  if (groups !== null) blocks.push(groups);
  for (const [title, flips, total] of [
    ['Got worse', worse, metric.flips?.regressed],
    ['Got better', better, metric.flips?.improved],
  ] as const) {
    const shown = flips.slice(0, detail.samples);
    if (shown.length === 0) continue;
    const all = total === undefined ? '' : ` of ${formatCount(total)}`;
    blocks.push(`**${title}** (${shown.length}${all} shown)`);
    blocks.push(
      ...(shown.every(isShort)
        ? [flipTable(shown)]
        : shown.map((flip) => flipBlock(flip, detail.outputLength))),
    );
  }
  return blocks.join('\n\n');
}

/** Which groups and samples changed, the worst first; model text stays inside fences. */
export function flipsSection(file: VerdictFile, detail: FlipDetail): string | null {
  const blocks = decidingFirst(file).flatMap((task) => taskBlock(task, detail) ?? []);
  return blocks.length === 0 ? null : folded('Which groups and samples changed', blocks.join('\n\n'));
}

/** Gates come worst first, and a reader looks for the task that decided. */
export function decidingFirst({ tasks, gates }: Pick<VerdictFile, 'tasks' | 'gates'>): readonly TaskResult[] {
  const rank = ({ task }: TaskResult) => {
    const index = gates.findIndex((gate) => gate.task === task);
    return index === -1 ? gates.length : index;
  };
  return tasks.toSorted((a, b) => rank(a) - rank(b));
}
