import { join, VERDICTS, type Verdict } from '../core/domain/verdict.ts';
import { type Column, paragraph, table, textColumn } from './blocks.ts';
import { htmlCode } from './escape.ts';
import { formatDuration, plural } from './format.ts';
import { labelOf, NOT_PROVEN, VERDICT_WORDS, verdictBadge, verdictLabel } from './headline.ts';
import { code, type Inline, inline, ours } from './inline.ts';
import { blocksToMarkdown } from './markdown.ts';
import type { JudgedCommit } from './section.ts';
import { nextLine, waitForNewer } from './sections/next-step.ts';
import { commitSentence } from './sections/verdict.ts';

/** One job's part of a comment: of several in a matrix, or all there is. */
export interface JobReport {
  /** May be hostile. */
  readonly label: string;
  readonly verdict: Verdict;
  readonly blocked: boolean;
  /** How long it took; null where nobody knows. */
  readonly seconds: number | null;
  /** Of the run, at which it was found. */
  readonly attempt: number;
  /** As `renderMarkdown` wrote it; empty where an earlier comment had no room for it. */
  readonly text: string;
}

/** An evaluation that has begun. */
export interface StartedEvaluation {
  readonly sha: string;
  readonly tasks: number;
}

export interface JobsContext {
  /** How many jobs will report to this comment; null where those that pass may keep silent. */
  readonly expected: number | null;
  /** Whether the jobs are of the run that writes; if not, they are what was known before it. */
  readonly current: boolean;
  /** Of the run that writes. */
  readonly attempt: number;
  /** Given while there is no result yet. */
  readonly running: StartedEvaluation | null;
  readonly runUrl: string;
  /** Of which all of them speak, where their texts do not say it. */
  readonly commit?: JudgedCommit | null;
}

export interface RenderedJobs {
  readonly markdown: string;
  /** Where each job's text stands, in UTF-16 units; a text left out for length has no length. */
  readonly places: readonly { readonly start: number; readonly length: number }[];
}

interface Section {
  readonly job: JobReport;
  readonly index: number;
  readonly detail: 'full' | 'short' | 'none';
}

const ROWS_SHOWN = 25;
const EVALUATING = '**EVALUATING ⏳**';

const encoder = new TextEncoder();
const severity = ({ verdict }: JobReport) => VERDICTS.indexOf(verdict);

/**
 * What all jobs of a comment have to say, in at most `bytes` of UTF-8: one job as it is, several with the worst of them
 * on the first line, a table, and a section each. Where they do not fit, the mildest are shortened first. A verdict is
 * never left out, and while a job has not reported nothing is called a pass.
 */
export function renderJobs(
  reported: readonly JobReport[],
  context: JobsContext,
  bytes: number,
): RenderedJobs {
  // Of what a comment has kept, the next step may have stood above the sections.
  const jobs = reported.map((job) => ({ ...job, text: job.text.replace(UNSHOWN_STEP, '$1') }));
  const [only] = jobs;
  if (only !== undefined && jobs.length === 1 && context.expected === 1 && context.current) {
    return { markdown: only.text, places: [{ start: 0, length: only.text.length }] };
  }
  const severities = jobs.map(severity);
  const severityAt = (index: number) => severities[index] ?? 0;
  const mildestFirst = [...jobs.keys()].sort((a, b) => severityAt(a) - severityAt(b));
  const rank = new Map(mildestFirst.map((index, position) => [index, position]));
  /** After so many steps, each of which shortens one job or leaves its text out. */
  const attempt = (steps: number, rows: number): RenderedJobs | null => {
    const sections = jobs.map((job, index): Section => {
      const position = rank.get(index) ?? 0;
      if (job.text === '' || steps > jobs.length + position) return { job, index, detail: 'none' };
      return { job, index, detail: steps > position ? 'short' : 'full' };
    });
    const rendered = page(sections, context, rows);
    return encoder.encode(rendered.markdown).length <= bytes ? rendered : null;
  };
  const all = 2 * jobs.length;
  let [fitting, few, many] = [attempt(all, jobs.length), 0, all];
  while (fitting !== null && few < many) {
    const middle = Math.floor((few + many) / 2);
    const rendered = attempt(middle, jobs.length);
    if (rendered === null) few = middle + 1;
    else [fitting, many] = [rendered, middle];
  }
  fitting ??= attempt(all, ROWS_SHOWN) ?? attempt(all, 0);
  if (fitting === null) throw new Error(`not even the verdict fits into ${bytes} bytes`);
  return fitting;
}

function page(sections: readonly Section[], context: JobsContext, rows: number): RenderedJobs {
  const jobs = sections.map(({ job }) => job);
  const step = nextStepOf(jobs, context);
  const above = [...opening(jobs, context), ...step, ...before(jobs, context)];
  let markdown = `${[...above, jobTable(jobs, context, rows)].join('\n\n').trimEnd()}\n`;
  const places = jobs.map(() => ({ start: 0, length: 0 }));
  for (const { job, index, detail } of [...sections].sort((a, b) => severity(b.job) - severity(a.job))) {
    if (detail === 'none') continue;
    const text = detail === 'full' ? withoutStep(job.text, step, context) : shortened(job.text);
    const open = job.blocked && context.current ? ' open' : '';
    markdown += `\n<details${open}><summary>${htmlCode(job.label)} ${verdictLabel(job.verdict)}${isEarlier(job, context) ? ` (attempt ${job.attempt})` : ''}</summary>\n\n`;
    places[index] = { start: markdown.length, length: text.length };
    markdown += `${text}\n</details>\n`;
  }
  return { markdown, places };
}

function opening(jobs: readonly JobReport[], context: JobsContext): string[] {
  const { current, expected, runUrl } = context;
  const earlier = jobs.filter((job) => isEarlier(job, context)).length;
  const old =
    earlier === 0
      ? ''
      : ` ${earlier === jobs.length ? 'All' : `${earlier} of them`} ${earlier === 1 ? 'is' : 'are'} of an earlier attempt of the run and ${earlier === 1 ? 'stands' : 'stand'} only where the job does not run again.`;
  const link = `[Workflow run](${runUrl}).`;
  if (!current || jobs.length === 0) return runningLines(jobs, context);
  const verdict = join(jobs.map((job) => job.verdict));
  const missing = Math.max(0, (expected ?? 0) - jobs.length);
  const waiting =
    missing === 0
      ? ''
      : ` ${missing} of ${plural(expected ?? 0, 'job')} ${missing === 1 ? 'has' : 'have'} not reported.`;
  const blocked = jobs.some((job) => job.blocked);
  const effect = blocked ? '**This blocks the merge.**' : '**This does not block the merge.**';
  if (missing > 0 && !blocked) return [`${EVALUATING}${waiting} ${tally(jobs)}${old} ${link}`];
  const newer = isOld(context) ? ` ${lineOf(commitSentence(context.commit ?? null))}` : '';
  return [decisive(jobs, verdict), `${effect} ${tally(jobs)}${old}${waiting}${newer} ${link}`];
}

const lineOf = (line: Inline): string => blocksToMarkdown([paragraph(line)]).trimEnd();

const isOld = ({ commit = null }: JobsContext): boolean => commit !== null && commit.newerHead !== null;

const SHOWN_STEP = /^\*\*Next:\*\* .+$/m;
/** A comment remembers the texts of its jobs by where they stand in it, so that nothing of them may be lost. */
const UNSHOWN_STEP = /^<!--(\*\*Next:\*\* .+)-->$/m;

/** What to do about all of them: what the job that decides says. Nothing while that is not known. */
function nextStepOf(jobs: readonly JobReport[], context: JobsContext): readonly string[] {
  const blocked = jobs.some((job) => job.blocked);
  const isOpen = (context.expected ?? 0) > jobs.length && !blocked;
  if (!context.current || jobs.length === 0 || isOpen) return [];
  if (isOld(context) && !blocked) return [lineOf(nextLine(waitForNewer()))];
  return SHOWN_STEP.exec(decisiveJob(jobs)?.text ?? '')?.slice(0, 1) ?? [];
}

/** What stands above is not said again below. */
function withoutStep(text: string, [step]: readonly string[], context: JobsContext): string {
  const [own] = SHOWN_STEP.exec(text) ?? [];
  const isSaid = own === step || isOld(context);
  // In an HTML comment no other sign means anything.
  return own !== undefined && step !== undefined && isSaid && !own.includes('--')
    ? text.replace(SHOWN_STEP, (found) => `<!--${found}-->`)
    : text;
}

/** Of those with the worst verdict, the first that blocks. */
function decisiveJob(jobs: readonly JobReport[]): JobReport | undefined {
  const verdict = join(jobs.map((job) => job.verdict));
  const ofVerdict = jobs.filter((job) => job.verdict === verdict);
  return ofVerdict.find(({ blocked }) => blocked) ?? ofVerdict[0];
}

function runningLines(jobs: readonly JobReport[], { running, runUrl }: JobsContext): string[] {
  const longest = Math.max(0, ...jobs.map(({ seconds }) => seconds ?? 0));
  const last = longest === 0 ? '' : ` Last time this took about ${formatDuration(longest)}.`;
  const what =
    running === null ? '' : ` ${plural(running.tasks, 'task')} at ${htmlCode(running.sha.slice(0, 7))}.`;
  return [
    `${EVALUATING}${what}${last} [How far it is: see the log](${runUrl}).`,
    'This comment will say the result. Where that run has ended and it does not, the run ended without one.',
  ];
}

const before = (jobs: readonly JobReport[], { current }: JobsContext) =>
  current || jobs.length === 0 ? [] : ['What was found before, on an earlier commit or attempt:'];

/** What the job that decides says first: its label in bold, the job, and its sentence. */
function decisive(jobs: readonly JobReport[], verdict: Verdict): string {
  const worst = decisiveJob(jobs);
  const [line = ''] = worst?.text.split('\n', 1) ?? [];
  // The text may have been kept in a comment: only a label that fits the verdict is taken from it.
  const words = [
    VERDICT_WORDS[verdict],
    ...(verdict === 'inconclusive' && !worst?.blocked ? [NOT_PROVEN] : []),
  ];
  const starts = words.map((each) => `**${labelOf(each)}** `);
  const start = starts.find((each) => line.startsWith(each)) ?? '';
  const sentence = line.slice(start.length);
  const label = start === '' ? starts[0] : start;
  if (worst === undefined) return label ?? '';
  return `${label}${htmlCode(worst.label)}${start === '' || sentence === '' ? '' : `: ${sentence}`}`;
}

function tally(jobs: readonly JobReport[]): string {
  const counts = [...VERDICTS].reverse().flatMap((verdict) => {
    const count = jobs.filter((job) => job.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${verdict}`];
  });
  return `Of ${plural(jobs.length, 'job')}: ${counts.join(', ')}.`;
}

/** What may merge without a proof says so. */
const mergeCell = ({ verdict, blocked }: JobReport) =>
  ours(`${blocked ? 'blocked' : 'not blocked'}${verdict === 'inconclusive' ? ', not proven' : ''}`);

/** Where jobs run again, others may not have ended yet, or not run at all: what they said before is told as that. */
const isEarlier = ({ attempt }: JobReport, context: JobsContext): boolean =>
  context.current && attempt < context.attempt;

const columnsIn = (context: JobsContext): readonly Column<JobReport>[] => [
  textColumn('Job', (job) =>
    isEarlier(job, context) ? inline`${code(job.label)} (attempt ${String(job.attempt)})` : code(job.label),
  ),
  textColumn('Verdict', ({ verdict }) => verdictBadge(verdict)),
  textColumn('Merge', mergeCell),
];

function jobTable(jobs: readonly JobReport[], context: JobsContext, rows: number): string {
  const shown = [...jobs].sort((a, b) => severity(b) - severity(a)).slice(0, rows);
  const left = jobs.length - shown.length;
  return blocksToMarkdown([
    ...table(plural(jobs.length, 'job'), columnsIn(context), shown),
    ...(left === 0 ? [] : [paragraph(ours(`${plural(left, 'more job')}, left out for length.`))]),
  ]);
}

/** The verdict and what it does to the merge: the first two blocks, which are whole lines. */
function shortened(text: string): string {
  const [headline = '', status = ''] = text.split('\n\n');
  return `${headline.trimEnd()}\n\n${status.trimEnd()}\n\nShortened to fit: the job summary has it all.\n`;
}
