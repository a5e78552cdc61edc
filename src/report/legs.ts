import { join, VERDICTS, type Verdict } from '../core/domain/verdict.ts';
import type { Column } from './columns.ts';
import { htmlCode } from './escape.ts';
import { formatDuration, plural } from './format.ts';
import { verdictLabel } from './headline.ts';
import { code, type Inline } from './inline.ts';
import { renderTable } from './table.ts';

/** One job's part of a comment: a leg of a matrix, or all there is. */
export interface LegReport {
  /** May be hostile. */
  readonly label: string;
  readonly verdict: Verdict;
  readonly blocked: boolean;
  /** How long it took; null where nobody knows. */
  readonly seconds: number | null;
  /** As `renderMarkdown` wrote it; empty where an earlier comment had no room for it. */
  readonly text: string;
}

/** An evaluation that has begun. */
export interface RunningNote {
  readonly sha: string;
  readonly tasks: number;
}

export interface LegsContext {
  /** How many jobs will report to this comment; null where those that pass may keep silent. */
  readonly expected: number | null;
  /** Whether the legs are of the run that writes; if not, they are what was known before it. */
  readonly current: boolean;
  /** Given while there is no result yet. */
  readonly running: RunningNote | null;
  readonly runUrl: string;
}

export interface RenderedLegs {
  readonly markdown: string;
  /** Where each leg's text stands, in UTF-16 units; a text left out for length has no length. */
  readonly places: readonly { readonly start: number; readonly length: number }[];
}

interface Section {
  readonly leg: LegReport;
  readonly index: number;
  readonly detail: 'full' | 'short' | 'none';
}

const ROWS_SHOWN = 25;
const EVALUATING = '**EVALUATING ⏳**';

const encoder = new TextEncoder();
const severity = ({ verdict }: LegReport) => VERDICTS.indexOf(verdict);

/**
 * What all jobs of a comment have to say, in at most `bytes` of UTF-8: one leg as it is, several with the worst of them
 * on the first line, a table, and a section each. Where they do not fit, the mildest are shortened first. A verdict is
 * never left out, and while a leg has not reported nothing is called a pass.
 */
export function renderLegs(legs: readonly LegReport[], context: LegsContext, bytes: number): RenderedLegs {
  const [only] = legs;
  if (only !== undefined && legs.length === 1 && context.expected === 1 && context.current) {
    return { markdown: only.text, places: [{ start: 0, length: only.text.length }] };
  }
  const severities = legs.map(severity);
  const severityAt = (index: number) => severities[index] ?? 0;
  const mildestFirst = [...legs.keys()].sort((a, b) => severityAt(a) - severityAt(b));
  const rank = new Map(mildestFirst.map((index, position) => [index, position]));
  /** After so many steps, each of which shortens one leg or leaves its text out. */
  const attempt = (steps: number, rows: number): RenderedLegs | null => {
    const sections = legs.map((leg, index): Section => {
      const position = rank.get(index) ?? 0;
      if (leg.text === '' || steps > legs.length + position) return { leg, index, detail: 'none' };
      return { leg, index, detail: steps > position ? 'short' : 'full' };
    });
    const rendered = page(sections, context, rows);
    return encoder.encode(rendered.markdown).length <= bytes ? rendered : null;
  };
  const all = 2 * legs.length;
  let [fitting, few, many] = [attempt(all, legs.length), 0, all];
  while (fitting !== null && few < many) {
    const middle = Math.floor((few + many) / 2);
    const rendered = attempt(middle, legs.length);
    if (rendered === null) few = middle + 1;
    else [fitting, many] = [rendered, middle];
  }
  fitting ??= attempt(all, ROWS_SHOWN) ?? attempt(all, 0);
  if (fitting === null) throw new Error(`not even the verdict fits into ${bytes} bytes`);
  return fitting;
}

function page(sections: readonly Section[], context: LegsContext, rows: number): RenderedLegs {
  const legs = sections.map(({ leg }) => leg);
  const above = [...opening(legs, context), ...before(legs, context)];
  let markdown = `${[...above, ...table(legs, rows)].join('\n\n')}\n`;
  const places = legs.map(() => ({ start: 0, length: 0 }));
  for (const { leg, index, detail } of [...sections].sort((a, b) => severity(b.leg) - severity(a.leg))) {
    if (detail === 'none') continue;
    const text = detail === 'full' ? leg.text : shortened(leg.text);
    const open = leg.blocked && context.current ? ' open' : '';
    markdown += `\n<details${open}><summary>${htmlCode(leg.label)} ${verdictLabel(leg.verdict)}</summary>\n\n`;
    places[index] = { start: markdown.length, length: text.length };
    markdown += `${text}\n</details>\n`;
  }
  return { markdown, places };
}

function opening(legs: readonly LegReport[], context: LegsContext): string[] {
  const { current, expected, runUrl } = context;
  const link = `[Workflow run](${runUrl}).`;
  if (!current || legs.length === 0) return runningLines(legs, context);
  const verdict = join(legs.map((leg) => leg.verdict));
  const missing = Math.max(0, (expected ?? 0) - legs.length);
  const waiting =
    missing === 0
      ? ''
      : ` ${missing} of ${plural(expected ?? 0, 'job')} ${missing === 1 ? 'has' : 'have'} not reported.`;
  const blocked = legs.some((leg) => leg.blocked);
  const effect = blocked ? '**This blocks the merge.**' : '**This does not block the merge.**';
  if (missing > 0 && !blocked) return [`${EVALUATING}${waiting} ${tally(legs)} ${link}`];
  return [
    `**${verdictLabel(verdict)}** ${decisive(legs, verdict)}`,
    `${effect} ${tally(legs)}${waiting} ${link}`,
  ];
}

function runningLines(legs: readonly LegReport[], { running, runUrl }: LegsContext): string[] {
  const longest = Math.max(0, ...legs.map(({ seconds }) => seconds ?? 0));
  const last = longest === 0 ? '' : ` Last time this took about ${formatDuration(longest)}.`;
  const what =
    running === null ? '' : ` ${plural(running.tasks, 'task')} at ${htmlCode(running.sha.slice(0, 7))}.`;
  return [
    `${EVALUATING}${what}${last} [How far it is: see the log](${runUrl}).`,
    'This comment will say the result. Where that run has ended and it does not, the run ended without one.',
  ];
}

const before = (legs: readonly LegReport[], { current }: LegsContext) =>
  current || legs.length === 0 ? [] : ['What was found before, on an earlier commit or attempt:'];

/** The sentence of the leg that decides, which is the end of its first line. */
function decisive(legs: readonly LegReport[], verdict: Verdict): string {
  const worst = legs.find((leg) => leg.verdict === verdict);
  if (worst === undefined) return '';
  const [line = ''] = worst.text.split('\n', 1);
  const start = `**${verdictLabel(verdict)}** `;
  const sentence = line.startsWith(start) ? line.slice(start.length) : '';
  return sentence === '' ? htmlCode(worst.label) : `${htmlCode(worst.label)}: ${sentence}`;
}

function tally(legs: readonly LegReport[]): string {
  const counts = [...VERDICTS].reverse().flatMap((verdict) => {
    const count = legs.filter((leg) => leg.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${verdict}`];
  });
  return `Of ${plural(legs.length, 'job')}: ${counts.join(', ')}.`;
}

const COLUMNS: readonly Column<LegReport>[] = [
  { title: () => ours('Job'), align: 'left', cell: ({ label }) => code(label) },
  { title: () => ours('Verdict'), align: 'left', cell: ({ verdict }) => ours(verdictLabel(verdict)) },
  {
    title: () => ours('Merge'),
    align: 'left',
    cell: ({ blocked }) => ours(blocked ? 'blocked' : 'not blocked'),
  },
];

const ours = (text: string): Inline => [{ kind: 'ours', text }];

function table(legs: readonly LegReport[], rows: number): string[] {
  const shown = [...legs].sort((a, b) => severity(b) - severity(a)).slice(0, rows);
  const left = legs.length - shown.length;
  return [
    ...(shown.length === 0 ? [] : [renderTable(COLUMNS, shown)]),
    ...(left === 0 ? [] : [`${plural(left, 'more job')}, left out for length.`]),
  ];
}

/** The verdict and what it does to the merge: the first two blocks, which are whole lines. */
function shortened(text: string): string {
  const [headline = '', status = ''] = text.split('\n\n');
  return `${headline.trimEnd()}\n\n${status.trimEnd()}\n\nShortened to fit: the job summary has it all.\n`;
}
