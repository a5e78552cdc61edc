import { type Plateau, plateausOf } from '../core/compare/plateau.ts';
import { type RestlessSample, restlessSamples, type Trend, trendsOf } from '../core/compare/trend.ts';
import type { History, RecordedRun } from '../core/domain/history.ts';
import { worseSign } from '../core/domain/metric.ts';
import {
  type Block,
  type Chart,
  list,
  numberColumn,
  paragraph,
  table,
  textColumn,
  titled,
} from './blocks.ts';
import { sparkline } from './figure-ascii.ts';
import { formatChange, formatCount, formatDuration, formatSize, formatValue, plural } from './format.ts';
import { verdictBadge } from './headline.ts';
import { htmlPage } from './html.ts';
import { code, type Inline, inline, ours } from './inline.ts';
import type { Section } from './section.ts';

/** Rounds of a history for a terminal, and as one page without a network. */

const MOST_RESTLESS = 20;

const nameOf = ({ task, metric }: Pick<Trend, 'task' | 'metric'>) => `${task}/${metric}`;

/** What is proven to have changed, in words; nothing where nothing is. */
function changeInWords({ change, unit }: Trend): Inline {
  if (change === null) return ours('');
  const { shape, size, run, isWorse } = change;
  const what =
    shape === 'step' ? `${formatChange(size, unit)} at once` : `${formatChange(size, unit)} a round`;
  return inline`${ours(isWorse ? 'worse' : 'better')} since ${whichRound(run)}: ${ours(what)}`;
}

/** Rounds in which no change could be looked for. */
const leftOut = (trend: Trend): readonly Inline[] =>
  trend.leftOut === 0
    ? []
    : [
        inline`${code(nameOf(trend))}: ${plural(trend.leftOut, 'round')} without a standard error left out of the search for a change.`,
      ];

const whichRound = ({ date, commit, run }: RecordedRun): Inline =>
  inline`${ours(date.slice(0, 10))} (${code((commit ?? run).slice(0, 7))})`;

function sinceFirst({ sinceFirst: since, unit, direction }: Trend): string {
  if (since === null) return '';
  if (since.low === null || since.high === null) return formatChange(since.value, unit);
  const isProven = since.low > 0 || since.high < 0;
  const isWorse = worseSign({ direction }) * since.value > 0;
  const range = `${formatChange(since.low, unit)} to ${formatChange(since.high, unit)}`;
  const word = isProven ? (isWorse ? ', worse' : ', better') : '';
  return `${formatChange(since.value, unit)} (${range}${word})`;
}

/** One row a metric: how it went, where it is, how far it moved since the first round, and since when. */
export function trendBlocks(history: Pick<History, 'runs'>, metric?: string): Block[] {
  const trends = trendsOf(history).filter((trend) => isAsked(trend, metric));
  const rows = table(
    `${plural(history.runs.length, 'round')}`,
    [
      textColumn<Trend>('Metric', (trend) => code(nameOf(trend))),
      numberColumn<Trend>('Rounds', ({ points }) => formatCount(points.length)),
      // As a number: a picture that is broken over lines shows nothing.
      numberColumn<Trend>('Oldest to newest', ({ points }) => sparkline(points.map(({ value }) => value))),
      numberColumn<Trend>('Now', ({ points, unit }) => formatValue(points.at(-1)?.value ?? 0, unit)),
      numberColumn<Trend>('Since the first (90 % interval)', sinceFirst),
      textColumn<Trend>('Proven to have begun', changeInWords),
    ],
    trends,
  );
  return [...rows, ...list(trends.flatMap(leftOut)), ...plateauBlocks(history, trends)];
}

/** A guess with its evidence, as those of a report. */
function plateauBlocks({ runs }: Pick<History, 'runs'>, trends: readonly Trend[]): Block[] {
  const isTarget = ({ task, metric }: Trend) =>
    runs
      .at(-1)
      ?.tasks.some((own) => own.task === task && own.role === 'target' && own.primaryMetric === metric) ===
    true;
  const items = plateausOf(trends.filter(isTarget)).map((plateau) => ({
    content: inline`${code(nameOf(plateau.trend))} rises no more: a plateau.`,
    below: [
      plateauEvidence(plateau),
      ours('Usual remedy: other or more data, a larger model or adapter, or to stop here.'),
      ours('To find out: train once more with another recipe; what the same one brings is in these rounds.'),
    ],
  }));
  return list(items);
}

const plateauEvidence = ({ trend: { unit }, rounds, since, gained, atMost }: Plateau): Inline =>
  inline`${ours(formatChange(gained, unit))} up to ${whichRound(since)}, and in the ${ours(plural(rounds - 1, 'round'))} since at most ${ours(formatChange(Math.max(0, atMost), unit))}`;

/** A metric is named as everywhere, a task alone for all of its metrics. */
const isAsked = (trend: Pick<Trend, 'task' | 'metric'>, metric: string | undefined): boolean =>
  metric === undefined ||
  [trend.task, nameOf(trend), `${trend.task}/${trend.metric.split(',')[0]}`].includes(metric);

/** One row a round. */
export function roundBlocks({ runs, notes }: History): Block[] {
  const notesOf = (run: RecordedRun) => notes.filter((note) => note.run === run.run);
  return table(
    plural(runs.length, 'round'),
    [
      textColumn<RecordedRun>('Date', ({ date }) => ours(date.slice(0, 10))),
      textColumn<RecordedRun>('Run', ({ run }) => code(run)),
      textColumn<RecordedRun>('Commit', ({ commit }) => code(commit?.slice(0, 7) ?? 'unknown')),
      textColumn<RecordedRun>('Candidate', ({ candidate }) => code(candidate?.source ?? 'unknown')),
      numberColumn<RecordedRun>('Got worse / better', flipsOf),
      numberColumn<RecordedRun>('Cost', costOf),
      textColumn<RecordedRun>(
        'Notes',
        (run) =>
          inline`${notesOf(run)
            .map(({ text }) => text)
            .join('; ')}`,
      ),
      textColumn<RecordedRun>('Verdict', ({ verdict }) => verdictBadge(verdict)),
    ],
    [...runs].reverse(),
  );
}

function flipsOf({ tasks }: RecordedRun): string {
  const sum = (way: 'regressed' | 'improved') =>
    tasks.reduce((total, { flips }) => total + (flips?.[way] ?? 0), 0);
  return `${formatCount(sum('regressed'))} / ${formatCount(sum('improved'))}`;
}

function costOf({ cost: { samples, tokens, seconds } }: RecordedRun): string {
  const time = seconds === null ? '' : `, ${formatDuration(seconds)}`;
  return `${plural(samples.evaluated, 'sample')}, ${plural(tokens.prompt + tokens.output, 'token')}${time}`;
}

/** The whole history as a page: trends with their intervals, rounds, and the samples that change most often. */
export function renderHistoryPage(history: History): string {
  const trends = trendsOf(history);
  const changed = trends.filter(({ change }) => change !== null);
  const sections: Section[] = [
    {
      title: 'Where the checkpoints are heading',
      blocks: [
        paragraph(
          ours(
            `${plural(history.runs.length, 'round')}, ${plural(trends.length, 'metric')}. ${changed.length === 0 ? 'No lasting change is proven.' : `A lasting change is proven of ${plural(changed.length, 'metric')}, allowing for how many there are.`}`,
          ),
        ),
        ...trendBlocks(history),
      ],
    },
    { title: 'Metric by metric', blocks: trends.flatMap(trendChart) },
    { title: 'Rounds', blocks: roundBlocks(history) },
    { title: 'Samples that change most often', blocks: restlessBlocks(history) },
  ];
  return htmlPage(
    'Weighbridge: history',
    sections.filter(({ blocks }) => blocks.length > 0),
  );
}

function restlessBlocks(history: History): Block[] {
  return table(
    'Samples that changed in more than one round',
    [
      textColumn<RestlessSample>('Task', ({ task }) => code(task)),
      textColumn<RestlessSample>('Sample', ({ id }) => code(id)),
      numberColumn<RestlessSample>('Got worse', ({ worse }) => formatCount(worse)),
      numberColumn<RestlessSample>('Got better', ({ better }) => formatCount(better)),
    ],
    restlessSamples(history, MOST_RESTLESS),
  );
}

/** The metric round by round, newest below, with the round from which it is another marked by a filled dot. */
function trendChart(trend: Trend): Block[] {
  const { points, unit, change } = trend;
  if (points.length < 2) return [];
  const ends = points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const place = (value: number) => (most > least ? 0.02 + (0.96 * (value - least)) / (most - least) : 0.5);
  const begun = change === null ? points.length : points.findIndex(({ run }) => run === change.run);
  const rows = points.map(({ run, value, low, high, isNewBaseline }, index) => ({
    label: `${run.date.slice(0, 10)} ${(run.commit ?? run.run).slice(0, 7)}${isNewBaseline ? ', new baseline' : ''}`,
    ...{ low: place(low ?? value), value: place(value), high: place(high ?? value) },
    isFilled: index >= begun,
    end: `${formatValue(value, unit)}${index === begun ? ', changed from here' : ''}`,
  }));
  const drawing: Chart = {
    ...{ kind: 'intervals', rows, line: place(points[0]?.value ?? least) },
    ends: [formatValue(least, unit), formatValue(most, unit)],
  };
  const words = inline`${code(nameOf(trend))} round by round with 90 % intervals; the line is the first round. ${change === null ? ours('No lasting change is proven.') : changeInWords(trend)}`;
  const rowsOf = table(
    `${nameOf(trend)} round by round`,
    [
      textColumn<(typeof points)[number]>('Round', ({ run }) => whichRound(run)),
      numberColumn<(typeof points)[number]>('Value', ({ value }) => formatValue(value, unit)),
      numberColumn<(typeof points)[number]>('90 % interval', ({ value, high }) =>
        high === null ? 'unknown' : `± ${formatSize(high - value, unit)}`,
      ),
    ],
    points,
  );
  return titled(code(nameOf(trend)), [
    ...rowsOf.map((block): Block => ({ kind: 'chart', chart: drawing, words, table: block })),
    ...list(leftOut(trend)),
  ]);
}

/** For a spreadsheet: one line a round and metric. Text that a program would take for a formula is quoted with an apostrophe. */
export function historyRows(
  { runs }: Pick<History, 'runs'>,
  metric?: string,
): readonly (readonly string[])[] {
  const number = (value: number | null | undefined) => (value == null ? '' : String(value));
  const safe = (value: string) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
  const header = [
    ...['run', 'date', 'commit', 'verdict', 'task', 'metric', 'unit', 'direction', 'n'],
    ...['baseline', 'candidate', 'candidate_stderr', 'delta', 'delta_low', 'delta_high'],
  ];
  const rows = runs.flatMap((run) =>
    run.tasks.flatMap(({ task, pairs, metrics }) =>
      metrics
        .filter((each) => isAsked({ task, metric: each.metric }, metric))
        .map(({ metric: name, unit, direction, baseline, candidate, delta }) => [
          ...[run.run, run.date, safe(run.commit ?? ''), run.verdict, safe(task), safe(name)],
          ...[unit, direction, String(pairs), number(baseline?.value), number(candidate?.value)],
          ...[number(candidate?.stderr), number(delta?.value), number(delta?.low), number(delta?.high)],
        ]),
    ),
  );
  return [header, ...rows];
}
