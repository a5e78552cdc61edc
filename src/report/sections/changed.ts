import type { Flip, MetricResult, TaskResult, VerdictFile } from '../../core/domain/decision.ts';
import { worseSign } from '../../core/domain/metric.ts';
import {
  type Block,
  type Column,
  heading,
  numberColumn,
  paragraph,
  table,
  textColumn,
  verbatim,
} from '../blocks.ts';
import { formatChange, formatCount, formatDigest, plural } from '../format.ts';
import { rests } from '../gate-rules.ts';
import { code, type Inline, inline, ours, strong } from '../inline.ts';
import { sampleAnchor } from '../sample-link.ts';
import { checkedUrl, type Rung, type Section, type SectionOptions } from '../section.ts';

/** Which groups and samples changed, the worst first; model text stays inside fences. */
export function changedSection(file: VerdictFile, { rung, medium, context }: SectionOptions): Section {
  const page = medium === 'comment' ? checkedUrl(context.pageUrl) : null;
  const blocks = decidingFirst(file).flatMap((task) => {
    const isOfCases = file.gates.some(({ cases, task: own }) => cases !== undefined && own === task.task);
    return taskBlocks(task, isOfCases, rung, page);
  });
  return { title: 'Which groups and samples changed', blocks };
}

/** Gates come worst first, and a reader looks for the task that decided. */
function decidingFirst({ tasks, gates }: VerdictFile): readonly TaskResult[] {
  const rank = ({ task }: TaskResult) => {
    const index = gates.findIndex((gate) => rests(gate, task));
    return index === -1 ? gates.length : index;
  };
  return tasks.toSorted((a, b) => rank(a) - rank(b));
}

function taskBlocks(
  { task, metrics, primaryMetric, flips }: TaskResult,
  isOfCases: boolean,
  rung: Rung,
  page: string | null,
): Block[] {
  const metric = metrics.find(({ metric: name }) => name === primaryMetric);
  if (metric === undefined) return [];
  // Those of test cases stand by name above.
  const worse = isOfCases ? [] : flips.filter((flip) => isWorse(flip, metric));
  const better = rung.improved ? flips.filter((flip) => !isWorse(flip, metric)) : [];
  const linked = page === null ? null : (id: string) => `${page}${sampleAnchor(task, id)}`;
  const isStill = metric.groups.every(({ delta }) => delta === 0);
  if (worse.length === 0 && better.length === 0 && isStill) return [];
  const counts =
    metric.flips === null
      ? inline`scores that moved most`
      : inline`${formatCount(metric.flips.regressed)} got worse, ${formatCount(metric.flips.improved)} got better`;
  return [
    heading(inline`${code(`${task}/${metric.metric}`)}: ${counts}`),
    ...groupBlocks(metric, rung),
    ...flipBlocks('Got worse', worse, metric.flips?.regressed, rung, linked),
    ...flipBlocks('Got better', better, metric.flips?.improved, rung, linked),
  ];
}

const isWorse = ({ baseline, candidate }: Flip, metric: MetricResult): boolean =>
  worseSign(metric) * (candidate.score - baseline.score) > 0;

function groupBlocks({ groups, unit }: MetricResult, rung: Rung): Block[] {
  const columns: readonly Column<MetricResult['groups'][number]>[] = [
    textColumn('Group', ({ group }) => code(group)),
    numberColumn('Pairs', ({ pairs }) => formatCount(pairs)),
    numberColumn('Delta', ({ delta }) => formatChange(delta, unit)),
  ];
  const left = groups.length - rung.groups;
  return [
    ...table(`${plural(groups.length, 'group')}, the worst first`, columns, groups.slice(0, rung.groups)),
    ...(left > 0 ? [paragraph(ours(`${plural(left, 'more group')} fell less or rose.`))] : []),
  ];
}

/** Leads to the sample on the page; null where there is none. */
type Linked = ((id: string) => string) | null;

function flipBlocks(
  title: string,
  flips: readonly Flip[],
  total: number | undefined,
  rung: Rung,
  linked: Linked,
): Block[] {
  const shown = flips.slice(0, rung.samples);
  if (shown.length === 0) return [];
  const all = total === undefined ? '' : ` of ${formatCount(total)}`;
  const children = shown.every(isShort)
    ? flipTable(title, shown, linked)
    : shown.flatMap((flip) => sampleBlocks(flip, rung.outputLength, linked));
  const summary = inline`${strong(title)} (${formatCount(shown.length)}${ours(all)} shown)`;
  return [{ kind: 'details', summary, verdict: null, isOpen: false, children }];
}

/** Longest output that is still a table cell. */
const CELL_LENGTH = 80;

const isShort = ({ baseline, candidate }: Flip): boolean =>
  [baseline.output, candidate.output].every(
    (text) => text === null || (text.length <= CELL_LENGTH && !text.trim().includes('\n')),
  );

/** Short answers side by side, one line a sample; scores only where nothing was said. */
function flipTable(title: string, flips: readonly Flip[], linked: Linked): Block[] {
  const isSilent = flips.every(
    ({ baseline, candidate }) => baseline.output === null && candidate.output === null,
  );
  const columns: readonly Column<Flip>[] = [
    textColumn('Sample', ({ id }) => nameOf(id, linked)),
    ...(flips.every(({ question }) => question === undefined) ? [] : [ASKED]),
    ...(flips.every(({ group }) => group === null) ? [] : [GROUP]),
    ...(isSilent ? SCORES : OUTPUTS),
  ];
  return table(title, columns, flips);
}

function nameOf(id: string, linked: Linked): Inline {
  const name = code(formatDigest(id));
  return linked === null ? name : inline`${name} ${[{ kind: 'link', text: 'open', url: linked(id) }]}`;
}

const ASKED = textColumn<Flip>('Asked', ({ question }) => (question === undefined ? [] : code(question)));
const GROUP = textColumn<Flip>('Group', ({ group }) => (group === null ? [] : code(group)));
const OUTPUTS: readonly Column<Flip>[] = [
  textColumn('Baseline said', ({ baseline }) => answer(baseline.output)),
  textColumn('Candidate said', ({ candidate }) => answer(candidate.output)),
];
const SCORES: readonly Column<Flip>[] = [
  numberColumn('Baseline', ({ baseline }) => score(baseline.score)),
  numberColumn('Candidate', ({ candidate }) => score(candidate.score)),
];

const answer = (text: string | null): Inline =>
  text === null ? [] : text.trim() === '' ? inline`(empty)` : code(text.trim());

const score = (value: number): string => String(Number(value.toPrecision(4))).replace('-', '−');

function sampleBlocks(
  { id, group, question, baseline, candidate }: Flip,
  length: number,
  linked: Linked,
): Block[] {
  const where = group === null ? [] : inline` in ${code(group)}`;
  const scores = inline`score ${score(baseline.score)} → ${score(candidate.score)}`;
  const output = ({ output: text }: Flip['baseline']): Block =>
    text === null
      ? paragraph(ours('No output was stored.'))
      : text === ''
        ? paragraph(ours('An empty output.'))
        : verbatim(text, length);
  const sides: Block = {
    kind: 'sides',
    sides: [
      ['Baseline', output(baseline)],
      ['Candidate', output(candidate)],
    ],
  };
  return [
    paragraph(inline`${strong('Sample')} ${nameOf(id, linked)}${where}: ${scores}`),
    ...(question === undefined ? [] : [paragraph(inline`Asked: ${code(question)}`)]),
    ...(baseline.output === null && candidate.output === null ? [] : [sides]),
  ];
}
