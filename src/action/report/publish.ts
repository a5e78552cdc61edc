import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderPage } from '../../app/page.ts';
import { SHOWN_SAMPLES_FILE } from '../../app/verdict-file.ts';
import { isProven } from '../../core/domain/verdict.ts';
import { truncate } from '../../report/escape.ts';
import { verdictJson } from '../../report/json.ts';
import { commandData } from '../../report/log-fence.ts';
import { COMMENT_BYTES, SUMMARY_BYTES } from '../../report/markdown.ts';
import type { JudgedCommit, ReportContext } from '../../report/section.ts';
import { ANNOTATION_LENGTH, type Core } from '../runtime.ts';
import type { JudgedRun } from './judgement.ts';
import { checkOf, type Publication, publishCheck, publishComment, publishSummary } from './publishers.ts';

/** What a job of a large matrix may at least say before others are shortened for it. */
const JOB_BYTES = 12_000;
const JOB_FRAME_BYTES = 500;

type Links = Required<Pick<ReportContext, 'artifactUrl' | 'pageUrl'>>;

/**
 * Tells everybody what was judged: outputs, report files, summary, comment and check. The outputs that say the verdict are set by
 * `setVerdictOutputs` before, and no publisher can change them.
 * @param folder for the files of the report; it is made. The run directory belongs to the evaluation, which may have put anything there
 * @param upload puts the files where readers can get them
 */
export async function publishReport(
  publication: Publication,
  folder: string,
  upload: (files: ReportFiles) => Promise<Links> = async () => ({ artifactUrl: null, pageUrl: null }),
): Promise<void> {
  const { runtime, run, judgement, context } = publication;
  const files = await writeReport(judgement, context, folder);
  runtime.core.setOutput('verdict-path', files.verdict ?? '');
  const links = await upload(files);
  runtime.core.setOutput('report-url', links.pageUrl ?? links.artifactUrl ?? run.runUrl);
  const render = (bytes: number, about = context) => judgement.render({ ...about, ...links }, bytes);
  const whole = render(COMMENT_BYTES);
  const share = Math.max(JOB_BYTES, Math.floor(COMMENT_BYTES / run.job.expected) - JOB_FRAME_BYTES);
  await publishSummary(publication, render(SUMMARY_BYTES));
  const textOf = (commit: JudgedCommit | null) =>
    render(run.job.expected === 1 ? COMMENT_BYTES : share, { ...context, commit });
  const check = checkOf(publication, whole);
  runtime.core.setOutput('comment-url', (await publishComment(publication, textOf, check)) ?? '');
  if (check !== null) await publishCheck(publication, check);
}

export function setVerdictOutputs(
  core: Pick<Core, 'setOutput'>,
  { verdict, blocked, exitCode, summary: whole, file }: JudgedRun,
): void {
  const summary = truncate(whole, ANNOTATION_LENGTH);
  core.setOutput('verdict', verdict);
  core.setOutput('blocked', String(blocked));
  core.setOutput('proven', String(isProven(verdict) && file?.proven === true));
  core.setOutput('waits', String(file?.waits !== undefined));
  core.setOutput('summary', summary);
  core.setOutput('exit-code', String(exitCode));
  core.setOutput('error', commandData(summary));
  core.setOutput('enforce', blocked ? 'fail' : 'pass');
}

export interface ReportFiles {
  readonly verdict: string | null;
  /** The report as a page; null where there is no verdict file to make one of. */
  readonly page: string | null;
  readonly all: readonly string[];
}

async function writeReport(
  judgement: JudgedRun,
  context: ReportContext,
  folder: string,
): Promise<ReportFiles> {
  await mkdir(folder);
  const write = async (name: string, content: string) => {
    const file = join(folder, name);
    await writeFile(file, content, { flag: 'wx' });
    return file;
  };
  const comment = await write('comment.md', judgement.render(context, COMMENT_BYTES));
  if (judgement.file === null) return { verdict: null, page: null, all: [comment] };
  const verdict = await write('verdict.json', verdictJson(judgement.file));
  const { samples } = judgement;
  const shown = samples === null ? [] : [await write(SHOWN_SAMPLES_FILE, JSON.stringify(samples))];
  const page = await write('report.html', renderPage(judgement.file, context, samples));
  return { verdict, page, all: [verdict, comment, page, ...shown] };
}
